#include "ik-record-meaning.h"

#include <string.h>

#include "ik-asking.h"

/* So many cells of a field are looked at. */
#define MAX_SAMPLES 500

/* A field without a telling name holds the questions when its texts ask on
 * average, and the answers when they are the longest of the rest. */
#define LEAST_MEAN_ASKING 0.55
#define MAX_MEAN_QUESTION_BYTES 600
#define LEAST_ANSWER_BYTES 8.0
#define LEAST_FILLED 0.3

/* A field is a section's title when its values are short and repeat. */
#define MAX_SECTION_BYTES 120
#define LEAST_PER_SECTION 1.5
#define FEW_RECORDS 3

/* No question has more options that are fields of their own. */
#define MAX_LETTERS 8u

/* What the cells of a field have in common. */
typedef struct
{
  guint       n_filled;   /* records that have it */
  guint       n_cells;    /* samples */
  guint       n_records;  /* records of these */
  double      asking;
  gsize       n_bytes;
  gsize       longest;
  GHashTable *values;     /* (element-type utf8) */
} Statistics;

static Statistics *
measure_fields (const IkRecordList *records)
{
  Statistics *fields = g_new0 (Statistics, records->fields->len + 1);

  for (guint i = 0; i < records->fields->len; i++)
    fields[i].values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->records->len; i++)
    {
      const IkRecord *record = ik_record_list_get_record (records, i);
      guint last = G_MAXUINT;

      for (guint k = 0; k < record->n_cells; k++)
        {
          const IkCell *cell = ik_record_list_get_cell (records, record, k);
          Statistics *field = &fields[cell->field];

          field->n_filled += cell->field != last;
          field->n_records += cell->field != last && field->n_cells < MAX_SAMPLES;
          last = cell->field;
          if (field->n_cells++ >= MAX_SAMPLES)
            continue;
          field->asking += ik_asking_score (cell->text);
          field->n_bytes += strlen (cell->text);
          field->longest = MAX (field->longest, strlen (cell->text));
          g_hash_table_add (field->values, (gpointer) cell->text);
        }
    }
  for (guint i = 0; i < records->fields->len; i++)
    fields[i].n_cells = MIN (fields[i].n_cells, MAX_SAMPLES);

  return fields;
}

static double
mean_bytes (const Statistics *field)
{
  return field->n_cells > 0 ? (double) field->n_bytes / field->n_cells : 0;
}

/* How likely the field holds the questions, judged by its texts. */
static double
judge_question (const Statistics *field)
{
  double mean = field->n_cells > 0 ? field->asking / field->n_cells : 0;
  double distinct = field->n_cells > 0 ? (double) g_hash_table_size (field->values) / field->n_cells
                                       : 0;

  if (mean < LEAST_MEAN_ASKING || mean_bytes (field) > MAX_MEAN_QUESTION_BYTES ||
      field->n_cells > 2 * field->n_records)
    return 0;

  return mean * distinct * field->n_filled;
}

/* The field of that use whose texts ask most; what else is called so is
 * nothing that could be named. */
static guint
keep_best (const IkRecordList *records,
           const Statistics   *fields,
           IkFieldUse         *uses,
           IkFieldUse          wanted)
{
  guint best = G_MAXUINT;
  double best_score = -1;

  for (guint i = 0; i < records->fields->len; i++)
    {
      double score = judge_question (&fields[i]) + fields[i].n_filled * 0.1;

      if (uses[i] != wanted || fields[i].n_filled == 0 || score <= best_score)
        continue;
      best = i;
      best_score = score;
    }
  for (guint i = 0; i < records->fields->len; i++)
    {
      if (uses[i] == IK_FIELD_QUESTION && i != best && best != G_MAXUINT)
        uses[i] = IK_FIELD_DETAILS;
    }

  return best;
}

static gboolean
has_use (const IkRecordList *records,
         const IkFieldUse   *uses,
         IkFieldUse          use)
{
  for (guint i = 0; i < records->fields->len; i++)
    {
      if (uses[i] == use)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_question (const IkRecordList *records,
               const Statistics   *fields,
               IkFieldUse         *uses)
{
  static const IkFieldUse candidates[] = {
    IK_FIELD_QUESTION, IK_FIELD_UNKNOWN, IK_FIELD_TITLE, IK_FIELD_DETAILS,
  };

  for (guint n = 0; n < G_N_ELEMENTS (candidates); n++)
    {
      guint best = keep_best (records, fields, uses, candidates[n]);
      gboolean told = candidates[n] == IK_FIELD_QUESTION ||
                      (candidates[n] == IK_FIELD_TITLE && has_use (records, uses, IK_FIELD_ANSWER));

      if (best == G_MAXUINT || (!told && judge_question (&fields[best]) <= 0))
        continue;
      uses[best] = IK_FIELD_QUESTION;
      return TRUE;
    }

  return FALSE;
}

/* The letter that a name consists of or ends in behind a word for options
 * ("option_a", "选项B"); 0 for any other name. */
static char
find_letter (const char *name)
{
  g_autofree char *words = ik_field_name_dup_words (name);
  gsize length = strlen (words);
  char letter = length > 0 ? words[length - 1] : 0;
  IkFieldUse use;

  if (!g_ascii_islower (letter) || (length > 1 && g_ascii_isalpha (words[length - 2])))
    return 0;
  if (length == 1)
    return letter;

  words[length - 1] = '\0';
  use = ik_field_name_lookup (words);

  return use == IK_FIELD_OPTION || use == IK_FIELD_ANSWER ? letter : 0;
}

/* "A" is the answer beside "Q" and an option beside "B". */
static void
settle_letters (const IkRecordList *records,
                IkFieldUse         *uses)
{
  guint found[MAX_LETTERS];
  guint n_found = 0;

  for (guint i = 0; i < records->fields->len && n_found < MAX_LETTERS; i++)
    {
      if (find_letter (records->fields->pdata[i]) == (char) ('a' + n_found))
        found[n_found++] = i;
    }
  for (guint i = 0; n_found > 1 && i < n_found; i++)
    uses[found[i]] = IK_FIELD_OPTION;
}

/* The longest texts that no name explains answer the questions. */
static void
find_answer (const IkRecordList *records,
             const Statistics   *fields,
             IkFieldUse         *uses)
{
  guint best = G_MAXUINT;
  double longest = LEAST_ANSWER_BYTES;

  if (has_use (records, uses, IK_FIELD_ANSWER) || has_use (records, uses, IK_FIELD_CORRECT))
    return;
  for (guint i = 0; i < records->fields->len; i++)
    {
      const Statistics *field = &fields[i];

      if (uses[i] != IK_FIELD_UNKNOWN || mean_bytes (field) < longest ||
          field->n_filled < LEAST_FILLED * records->records->len ||
          g_hash_table_size (field->values) * 2 < field->n_cells)
        continue;
      best = i;
      longest = mean_bytes (field);
    }
  if (best != G_MAXUINT)
    uses[best] = IK_FIELD_ANSWER;
}

static gboolean
may_be_section (const IkRecordList *records,
                const Statistics   *field)
{
  guint n_values = g_hash_table_size (field->values);

  return field->longest <= MAX_SECTION_BYTES && field->n_cells == field->n_records &&
         (field->n_records <= FEW_RECORDS || n_values * LEAST_PER_SECTION <= field->n_records);
}

/* One field gives the sections, the first whose values repeat; the others are
 * tags. Without a telling name it is one of few short values. */
static void
find_section (const IkRecordList *records,
              const Statistics   *fields,
              IkFieldUse         *uses)
{
  gboolean found = FALSE;

  for (guint i = 0; i < records->fields->len; i++)
    {
      if (uses[i] != IK_FIELD_SECTION)
        continue;
      if (found || !may_be_section (records, &fields[i]))
        uses[i] = IK_FIELD_TAGS;
      else
        found = TRUE;
    }
  for (guint i = 0; i < records->fields->len && !found; i++)
    {
      if (uses[i] != IK_FIELD_UNKNOWN || !may_be_section (records, &fields[i]) ||
          records->records->len <= FEW_RECORDS || g_hash_table_size (fields[i].values) < 2 ||
          fields[i].n_filled < records->records->len)
        continue;
      uses[i] = IK_FIELD_SECTION;
      found = TRUE;
    }
}

/**
 * ik_record_meaning_find:
 * @records: records
 *
 * Tells what each field holds: by its name, and where no name tells, by what
 * stands in it. Linear.
 *
 * Returns: (transfer full) (array) (nullable): a use for each field, one of
 *   them %IK_FIELD_QUESTION; %NULL where nothing asks
 */
IkFieldUse *
ik_record_meaning_find (const IkRecordList *records)
{
  g_autofree IkFieldUse *uses = g_new0 (IkFieldUse, records->fields->len + 1);
  g_autofree Statistics *fields = measure_fields (records);
  gboolean found;

  for (guint i = 0; i < records->fields->len; i++)
    uses[i] = ik_field_name_lookup (records->fields->pdata[i]);
  settle_letters (records, uses);
  found = find_question (records, fields, uses);
  if (found)
    {
      find_answer (records, fields, uses);
      find_section (records, fields, uses);
    }
  for (guint i = 0; i < records->fields->len; i++)
    g_hash_table_unref (fields[i].values);

  return found ? g_steal_pointer (&uses) : NULL;
}
