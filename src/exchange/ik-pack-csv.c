#include "ik-pack-csv.h"

#include "ik-csv.h"
#include "ik-csv-reader.h"
#include "ik-encoding.h"
#include "ik-list.h"
#include "ik-pack-field.h"
#include "ik-text.h"

#include <string.h>

/* A table has a row for each question and a column for each field. Behind the
 * columns that are always there stand those of answers for one level. */

#define SECTION "Section"
#define QUESTION "Question"

/* What separates the columns of what a spreadsheet saved again. */
static const char separators[] = ",;\t";

/* Far more than the names of all columns. */
#define MAX_HEAD_BYTES 4096

/* Scales have levels and anchors, which a table has no place for. */
static gboolean
has_column (IkPackProperty property)
{
  return property != IK_PACK_PROPERTY_RUBRIC;
}

/* Names of the columns that are always there, in order. */
static GPtrArray *
list_columns (void)
{
  GPtrArray *columns = ik_text_list_new ();
  guint n_fields;
  const IkPackField *fields = ik_pack_fields_get (&n_fields);

  ik_text_list_add (columns, SECTION);
  ik_text_list_add (columns, QUESTION);
  for (guint i = 0; i < n_fields; i++)
    ik_text_list_add (columns, fields[i].name);
  for (IkPackProperty i = 0; i < IK_PACK_N_PROPERTIES; i++)
    {
      if (has_column (i))
        ik_text_list_add (columns, ik_pack_property_get_name (i));
    }

  return columns;
}

static void
add_levels (GPtrArray        *levels,
            const IkQuestion *question)
{
  for (guint i = 0; i < question->interviewer.level_answers->len; i++)
    {
      const IkLevelAnswer *answer = question->interviewer.level_answers->pdata[i];

      if (!g_ptr_array_find_with_equal_func (levels, answer->level, g_str_equal, NULL))
        ik_text_list_add (levels, answer->level);
    }
}

/* Each level that an answer is for, as they come. */
static GPtrArray *
list_levels (const IkPack *pack)
{
  GPtrArray *levels = ik_text_list_new ();

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        add_levels (levels, section->questions->pdata[k]);
    }

  return levels;
}

/* One entry a line. */
static char *
join_lines (GPtrArray *entries)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (entries->pdata[i]), "\n", ' ');

      g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (joined, FALSE);
}

static const char *
get_level_answer (const IkQuestion *question,
                  const char       *level)
{
  for (guint i = 0; i < question->interviewer.level_answers->len; i++)
    {
      const IkLevelAnswer *answer = question->interviewer.level_answers->pdata[i];

      if (g_str_equal (answer->level, level))
        return answer->text;
    }

  return "";
}

static void
add_fields (GPtrArray        *cells,
            const IkQuestion *question)
{
  guint n_fields;
  const IkPackField *fields = ik_pack_fields_get (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].is_list)
        g_ptr_array_add (cells, join_lines (ik_pack_field_get_list (&fields[i], question)));
      else
        ik_text_list_add (cells, ik_pack_field_get_text (&fields[i], question));
    }
}

static void
append_question (GString          *csv,
                 const IkPack     *pack,
                 GPtrArray        *levels,
                 const IkSection  *section,
                 const IkQuestion *question)
{
  g_autoptr(GPtrArray) cells = ik_text_list_new ();

  ik_text_list_add (cells, section->title);
  ik_text_list_add (cells, question->candidate.prompt);
  add_fields (cells, question);
  for (IkPackProperty i = 0; i < IK_PACK_N_PROPERTIES; i++)
    {
      if (has_column (i))
        g_ptr_array_add (cells, ik_pack_property_dup (i, pack, question));
    }
  for (guint i = 0; i < levels->len; i++)
    ik_text_list_add (cells, get_level_answer (question, levels->pdata[i]));
  ik_csv_append_row (csv, cells);
}

/**
 * ik_pack_to_csv:
 * @pack: a pack
 *
 * Writes the questions of a pack for spreadsheets, by RFC 4180 with a byte
 * order mark, and for ik_pack_from_csv() to read back. A table has no place
 * for what is told of the pack and of its sections but for their titles, nor
 * for ids, scales and attachments.
 *
 * Returns: (transfer full): UTF-8 text
 */
GBytes *
ik_pack_to_csv (const IkPack *pack)
{
  GString *csv = g_string_new (IK_CSV_BYTE_ORDER_MARK);
  g_autoptr(GPtrArray) columns = list_columns ();
  g_autoptr(GPtrArray) levels = list_levels (pack);

  for (guint i = 0; i < levels->len; i++)
    g_ptr_array_add (columns, ik_pack_field_name_answer (levels->pdata[i]));
  ik_csv_append_row (csv, columns);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        append_question (csv, pack, levels, section, section->questions->pdata[k]);
    }

  return g_string_free_to_bytes (csv);
}

/* Whether a line names all columns that are always there. Spreadsheets quote
 * them or not as they like. */
static gboolean
is_head (const char *line,
         char        separator)
{
  const char between[] = { separator, '\0' };
  g_autoptr(GPtrArray) columns = list_columns ();
  g_auto(GStrv) names = g_strsplit (line, between, -1);

  for (guint i = 0; i < columns->len; i++)
    {
      if (names[i] == NULL)
        return FALSE;
      g_strdelimit (names[i], "\"\r", ' ');
      if (!g_str_equal (g_strstrip (names[i]), columns->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_pack_is_csv_in_bytes:
 * @bytes: the content of a file
 *
 * Returns: whether it is a table with the columns of ik_pack_to_csv()
 */
gboolean
ik_pack_is_csv_in_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = size > 0 ? memchr (data, '\n', size) : NULL;
  gsize mark = strlen (IK_CSV_BYTE_ORDER_MARK);
  g_autofree char *line = NULL;

  if (size < mark || memcmp (data, IK_CSV_BYTE_ORDER_MARK, mark) != 0)
    mark = 0;
  if (end == NULL || end - data > MAX_HEAD_BYTES)
    return FALSE;

  line = g_strndup (data + mark, (gsize) (end - data) - mark);
  for (guint i = 0; separators[i] != '\0'; i++)
    {
      if (is_head (line, separators[i]))
        return TRUE;
    }

  return FALSE;
}

/* The section of that title, made where it is the first. */
static IkSection *
ensure_section (IkPack     *pack,
                GHashTable *sections,
                const char *title)
{
  IkSection *section = g_hash_table_lookup (sections, title);

  if (section != NULL)
    return section;

  section = ik_section_new (title);
  g_ptr_array_add (pack->sections, section);
  g_hash_table_insert (sections, section->title, section);
  return section;
}

static void
add_lines (GPtrArray  *entries,
           const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        ik_text_list_add (entries, lines[i]);
    }
}

static void
take_cell (IkQuestion *question,
           const char *column,
           const char *text)
{
  const IkPackField *field = ik_pack_field_find (column);
  g_autofree char *level = ik_pack_field_dup_level (column);
  IkPackProperty property;

  if (level != NULL)
    g_ptr_array_add (question->interviewer.level_answers, ik_level_answer_new (level, text));
  else if (field != NULL && field->is_list)
    add_lines (ik_pack_field_get_list (field, question), text);
  else if (field != NULL)
    ik_pack_field_add_text (field, question, text);
  else if (ik_pack_property_find (column, &property))
    ik_pack_property_set (property, question, text);
}

static const char *
get_cell (const IkCell *cell)
{
  return cell->text + (*cell->text == '\'' && ik_csv_is_guarded (cell->text) ? 1 : 0);
}

/* A row without a question is one that somebody left empty. */
static void
take_record (IkPack             *pack,
             GHashTable         *sections,
             const IkRecordList *records,
             const IkRecord     *record)
{
  g_autoptr(IkQuestion) question = ik_question_new ("");
  const char *section = "";

  for (guint i = 0; i < record->n_cells; i++)
    {
      const IkCell *cell = ik_record_list_get_cell (records, record, i);
      const char *column = records->fields->pdata[cell->field];

      if (g_str_equal (column, SECTION))
        section = get_cell (cell);
      else if (g_str_equal (column, QUESTION))
        {
          g_autofree char *prompt = g_strdelimit (g_strdup (get_cell (cell)), "\n", ' ');

          ik_text_set (&question->candidate.prompt, prompt);
        }
      else
        take_cell (question, column, get_cell (cell));
    }

  if (*question->candidate.prompt != '\0')
    g_ptr_array_add (ensure_section (pack, sections, section)->questions,
                     g_steal_pointer (&question));
}

/**
 * ik_pack_from_csv:
 * @bytes: what ik_pack_to_csv() wrote, changed in a spreadsheet or not
 * @title: title of the pack
 * @error: return location
 *
 * Reads the questions of a table by its columns. Rows of one section come
 * together. Linear, but for the names of competencies.
 *
 * Returns: (transfer full): the pack, with ids of its own; %NULL with an error
 *   of the importer
 */
IkPack *
ik_pack_from_csv (GBytes      *bytes,
                  const char  *title,
                  GError     **error)
{
  g_autofree char *text = ik_encoding_decode (bytes, title, error);
  g_autoptr(IkRecordList) records = text != NULL ? ik_csv_reader_read (text) : NULL;
  g_autoptr(GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  IkPack *pack;

  if (records == NULL)
    return NULL;

  pack = ik_pack_new (title);
  for (guint i = 0; i < records->records->len; i++)
    take_record (pack, sections, records, ik_record_list_get_record (records, i));
  ik_pack_resolve_names (pack);

  return pack;
}
