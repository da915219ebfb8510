#include "ik-record-blocks.h"

#include <string.h>

#include "ik-inline-text.h"
#include "ik-record-text.h"
#include "ik-text.h"

/* Longer answers name no options by their letters. */
#define MAX_KEYS_BYTES 20

/* A record of more cells repeats nothing that is worth finding. */
#define MAX_COMPARED 64

#define N_USES (IK_FIELD_TITLE + 1)

/* What becomes of records. */
typedef struct
{
  const IkRecordList *records;
  const IkFieldUse   *uses;
  IkRecordFormat      format;
  guint               option_base; /* number of the first option where numbers name it */
  IkBlockList        *list;
  GArray             *roles;       /* (element-type IkRole) */

  /* The record being taken */
  const IkRecord     *record;
  const IkCell       *first[N_USES];  /* (nullable): its first cell of each use */
  guint               n_cells[N_USES];
  guint              *n_in_field;  /* (array): number of its cells by field */
  GByteArray         *taken;       /* for each line, whether a block has it */
} Maker;

static const IkRole roles_of_uses[] = {
  [IK_FIELD_UNKNOWN] = IK_ROLE_NO_QUESTION,
  [IK_FIELD_UNUSED] = IK_ROLE_NO_QUESTION,
  [IK_FIELD_QUESTION] = IK_ROLE_PROMPT,
  [IK_FIELD_DETAILS] = IK_ROLE_DETAILS,
  [IK_FIELD_OPTION] = IK_ROLE_DETAILS,
  [IK_FIELD_CORRECT] = IK_ROLE_ANSWER,
  [IK_FIELD_ANSWER] = IK_ROLE_ANSWER,
  [IK_FIELD_FOLLOW_UP] = IK_ROLE_FOLLOW_UP,
  [IK_FIELD_CLARIFYING] = IK_ROLE_CLARIFYING,
  [IK_FIELD_STEP] = IK_ROLE_STEP,
  [IK_FIELD_POSITIVE] = IK_ROLE_POSITIVE,
  [IK_FIELD_RED_FLAG] = IK_ROLE_RED_FLAG,
  [IK_FIELD_WHY] = IK_ROLE_WHY,
  [IK_FIELD_REFERENCE] = IK_ROLE_REFERENCE,
  [IK_FIELD_LEVEL] = IK_ROLE_LEVEL,
  [IK_FIELD_TAGS] = IK_ROLE_TAGS,
  [IK_FIELD_MINUTES] = IK_ROLE_MINUTES,
  [IK_FIELD_SECTION] = IK_ROLE_SECTION,
  [IK_FIELD_TITLE] = IK_ROLE_NO_QUESTION,
};

static gboolean
is_list (IkRole role)
{
  return role >= IK_ROLE_FOLLOW_UP && role <= IK_ROLE_RED_FLAG;
}

static IkBlock *
add_block (Maker        *maker,
           IkBlockKind   kind,
           IkRole        role,
           const IkCell *cell,
           const char   *markdown)
{
  IkBlock *block = ik_block_new (kind, cell->first, cell->last, markdown, markdown);

  if (kind == IK_BLOCK_ITEM)
    block->marker.style = IK_MARKER_BULLET;
  g_ptr_array_add (maker->list->blocks, block);
  g_array_append_val (maker->roles, role);
  memset (maker->taken->data + cell->first, TRUE, cell->last - cell->first + 1);

  return block;
}

static void
add_question (Maker        *maker,
              const IkCell *cell)
{
  g_autofree char *markdown = ik_record_text_dup_markdown (cell->text, maker->format);
  gsize end = ik_record_text_find_details (markdown);
  const char *details = markdown + end + strspn (markdown + end, "\n");
  g_autofree char *asked = g_strndup (markdown, end);

  ik_block_strip_marker (add_block (maker, IK_BLOCK_PARAGRAPH, IK_ROLE_PROMPT, cell, asked));
  if (*details != '\0')
    add_block (maker, IK_BLOCK_PARAGRAPH, IK_ROLE_DETAILS, cell, details);
}

static void
add_option (Maker        *maker,
            const IkCell *cell,
            guint         number,
            const char   *text,
            gboolean      correct)
{
  g_autofree char *markdown = ik_record_text_dup_markdown (text, maker->format);
  IkBlock *block = add_block (maker, IK_BLOCK_ITEM, IK_ROLE_DETAILS, cell, markdown);

  ik_block_strip_marker (block);
  block->marker = (IkMarker) { .style = IK_MARKER_LETTER, .number = number };
  block->task = TRUE;
  block->checked = correct;
}

/* Whether a key names an option: by its text, its letter or its number. */
static gboolean
names_option (const Maker *maker,
              const char  *key,
              const char  *option,
              guint        number)
{
  IkMarker marker;
  gsize length = ik_marker_parse (option, &marker);
  guint64 value = 0;

  if (g_str_equal (key, option) || (length > 0 && g_str_equal (key, option + length)))
    return TRUE;
  if (g_ascii_isalpha (key[0]) && (key[1] == '\0' || key[1] == ')' || key[1] == '.'))
    return (guint) (g_ascii_tolower (key[0]) - 'a') + 1 == number;

  return g_ascii_string_to_unsigned (key, 10, 0, 99, &value, NULL) &&
         value == number - 1 + maker->option_base;
}

static void
open_record (Maker          *maker,
             const IkRecord *record)
{
  for (guint i = 0; maker->record != NULL && i < maker->record->n_cells; i++)
    maker->n_in_field[ik_record_list_get_cell (maker->records, maker->record, i)->field] = 0;
  memset (maker->first, 0, sizeof maker->first);
  memset (maker->n_cells, 0, sizeof maker->n_cells);
  maker->record = record;

  for (guint i = 0; i < record->n_cells; i++)
    {
      const IkCell *cell = ik_record_list_get_cell (maker->records, record, i);
      IkFieldUse use = maker->uses[cell->field];

      if (maker->n_cells[use]++ == 0)
        maker->first[use] = cell;
      maker->n_in_field[cell->field]++;
    }
}

/* Whether a key names the option, maybe beside others ("A, C"). */
static gboolean
is_named (const Maker *maker,
          const char  *key,
          const char  *option,
          guint        number)
{
  g_auto(GStrv) parts = NULL;
  gboolean named = FALSE;

  if (names_option (maker, key, option, number))
    return TRUE;
  if (strlen (key) > MAX_KEYS_BYTES)
    return FALSE;

  parts = g_strsplit_set (key, ",;/ ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] == '\0')
        continue;
      if (strlen (parts[i]) > 1)
        return FALSE; /* words, no keys */
      named = named || names_option (maker, parts[i], option, number);
    }

  return named;
}

static gboolean
is_right (const Maker  *maker,
          const IkCell *cell,
          const char   *option,
          guint         number)
{
  const IkCell *correct = maker->first[IK_FIELD_CORRECT];
  const IkCell *answer = maker->first[IK_FIELD_ANSWER];

  return cell->correct ||
         (correct != NULL && is_named (maker, correct->text, option, number)) ||
         (answer != NULL && is_named (maker, answer->text, option, number));
}

/* The options of one cell: all of them where it is the only one. */
static char **
split_options (const Maker  *maker,
               const IkCell *cell)
{
  char **options;

  if (maker->n_cells[IK_FIELD_OPTION] == 1)
    return ik_record_text_split (cell->text);

  options = g_new0 (char *, 2);
  options[0] = g_strdup (cell->text);

  return options;
}

/* Adds the options of the record; returns whether one of them is known to be
 * right. */
static gboolean
add_options (Maker *maker)
{
  gboolean known = FALSE;
  guint number = 0;

  for (guint i = 0; i < maker->record->n_cells; i++)
    {
      const IkCell *cell = ik_record_list_get_cell (maker->records, maker->record, i);
      g_auto(GStrv) options = NULL;

      if (maker->uses[cell->field] != IK_FIELD_OPTION)
        continue;
      options = split_options (maker, cell);
      for (guint k = 0; options[k] != NULL; k++)
        {
          gboolean right = is_right (maker, cell, options[k], ++number);

          add_option (maker, cell, number, options[k], right);
          known = known || right;
        }
    }

  return known;
}

static void
add_entries (Maker        *maker,
             IkRole        role,
             const IkCell *cell,
             gboolean      alone)
{
  g_auto(GStrv) entries = alone ? ik_record_text_split (cell->text) : NULL;

  if (entries == NULL || entries[0] == NULL)
    {
      g_autofree char *markdown = ik_record_text_dup_markdown (cell->text, maker->format);

      add_block (maker, IK_BLOCK_ITEM, role, cell, markdown);
      return;
    }
  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_autofree char *markdown = ik_record_text_dup_markdown (entries[i], maker->format);

      add_block (maker, IK_BLOCK_ITEM, role, cell, markdown);
    }
}

/* Whether the text stands in one of another field: some documents repeat the
 * code of an answer beside it. */
static gboolean
is_repeated (const Maker  *maker,
             const IkCell *cell)
{
  gsize length = strlen (cell->text);

  for (guint i = 0; i < MIN (maker->record->n_cells, MAX_COMPARED); i++)
    {
      const IkCell *other = ik_record_list_get_cell (maker->records, maker->record, i);
      IkFieldUse use = maker->uses[other->field];

      if ((use == IK_FIELD_ANSWER || use == IK_FIELD_QUESTION) && other->field != cell->field &&
          strlen (other->text) > length && strstr (other->text, cell->text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
add_text (Maker        *maker,
          IkRole        role,
          const IkCell *cell,
          gboolean      alone)
{
  g_autofree char *markdown = NULL;

  if ((role == IK_ROLE_ANSWER || role == IK_ROLE_DETAILS) && is_repeated (maker, cell))
    return;
  markdown = role >= IK_ROLE_REFERENCE
             ? g_strdup (cell->text) : ik_record_text_dup_markdown (cell->text, maker->format);
  add_block (maker, alone ? IK_BLOCK_PARAGRAPH : IK_BLOCK_ITEM, role, cell, markdown);
}

static gboolean
consists_of_keys (const char *text)
{
  g_auto(GStrv) parts = strlen (text) <= MAX_KEYS_BYTES ? g_strsplit_set (text, ",;/ ", -1) : NULL;
  gboolean keys = parts != NULL;

  for (guint i = 0; keys && parts[i] != NULL; i++)
    keys = strlen (parts[i]) <= 1 || parts[i][strspn (parts[i], "0123456789")] == '\0';

  return keys;
}

/* Whether the cell only says which option is right. */
static gboolean
is_key (const Maker  *maker,
        const IkCell *cell)
{
  if (maker->uses[cell->field] == IK_FIELD_CORRECT || consists_of_keys (cell->text))
    return TRUE;
  if (cell != maker->first[IK_FIELD_ANSWER])
    return FALSE;
  for (guint i = 0; i < MIN (maker->record->n_cells, MAX_COMPARED); i++)
    {
      const IkCell *option = ik_record_list_get_cell (maker->records, maker->record, i);

      if (maker->uses[option->field] == IK_FIELD_OPTION &&
          strstr (option->text, cell->text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
add_cell (Maker        *maker,
          const IkCell *cell)
{
  IkRole role = roles_of_uses[maker->uses[cell->field]];
  gboolean alone = maker->n_in_field[cell->field] == 1;

  if (is_list (role))
    add_entries (maker, role, cell, alone);
  else
    add_text (maker, role, cell, alone);
}

/* What no field takes, brackets and names, and texts that say once more what
 * others do, counts to the question as well. */
static void
add_rest (Maker *maker)
{
  const IkRecord *record = maker->record;

  for (guint line = record->first; line <= record->last; line++)
    {
      IkCell rest = { .first = line };

      while (line <= record->last && !maker->taken->data[line])
        line++;
      rest.last = line - 1;
      if (rest.last >= rest.first)
        add_block (maker, IK_BLOCK_MARKUP, IK_ROLE_DECORATION, &rest, "");
    }
}

static void
add_record (Maker *maker)
{
  const IkCell *question = maker->first[IK_FIELD_QUESTION];
  gboolean known;

  if (question == NULL)
    return;
  add_question (maker, question);
  known = add_options (maker);

  for (guint i = 0; i < maker->record->n_cells; i++)
    {
      const IkCell *cell = ik_record_list_get_cell (maker->records, maker->record, i);
      IkFieldUse use = maker->uses[cell->field];
      IkRole role = roles_of_uses[use];

      if (cell != question && use != IK_FIELD_OPTION && role > IK_ROLE_PROMPT &&
          !(known && role == IK_ROLE_ANSWER && is_key (maker, cell)))
        add_cell (maker, cell);
    }
  add_rest (maker);
}

/* The title of the section a record belongs to. */
static const char *
get_section (const Maker    *maker,
             const IkRecord *record)
{
  for (guint i = 0; i < record->n_cells && record->section[0] == '\0'; i++)
    {
      const IkCell *cell = ik_record_list_get_cell (maker->records, record, i);

      if (maker->uses[cell->field] == IK_FIELD_SECTION)
        return cell->text;
    }

  return record->section;
}

static void
add_section (Maker          *maker,
             const IkRecord *record,
             const char     *title)
{
  IkCell cell = { 0, record->first, record->first, title, FALSE };

  add_block (maker, IK_BLOCK_HEADING, IK_ROLE_SECTION, &cell, title);
}

/* Records of one section come together, where the first of them stands. */
static void
add_sections (Maker *maker)
{
  guint n_records = maker->records->records->len;
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n_records; i++)
    {
      const char *title = get_section (maker, ik_record_list_get_record (maker->records, i));
      GArray *members = g_hash_table_lookup (groups, title);

      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, (gpointer) title, members);
          g_ptr_array_add (order, members);
        }
      g_array_append_val (members, i);
    }
  for (guint i = 0; i < order->len; i++)
    {
      const GArray *members = order->pdata[i];
      const IkRecord *first = ik_record_list_get_record (maker->records,
                                                         g_array_index (members, guint, 0));
      const char *title = get_section (maker, first);

      if (order->len > 1 || title[0] != '\0')
        add_section (maker, first, title);
      for (guint k = 0; k < members->len; k++)
        {
          open_record (maker, ik_record_list_get_record (maker->records,
                                                         g_array_index (members, guint, k)));
          add_record (maker);
        }
    }
}

/* How the texts are written, and from what number options are counted. */
static void
look_at_cells (Maker *maker)
{
  gboolean from_zero = FALSE;

  maker->format = maker->records->html ? IK_RECORD_HTML : IK_RECORD_PLAIN;
  for (guint i = 0; i < maker->records->cells->len; i++)
    {
      const IkCell *cell = &g_array_index (maker->records->cells, IkCell, i);

      maker->format = ik_record_text_guess (cell->text, maker->format);
      from_zero = from_zero || ((maker->uses[cell->field] == IK_FIELD_CORRECT ||
                                 maker->uses[cell->field] == IK_FIELD_ANSWER) &&
                                g_str_equal (cell->text, "0"));
    }
  maker->option_base = from_zero ? 0 : 1;
}

/**
 * ik_record_blocks_new:
 * @records: what a reader found
 * @text: the source
 * @uses: (array) (nullable): what each field holds, %NULL where nothing asks
 * @taken: bytes, made one for each line and set to 1 where a block has the line;
 *   the one for line 1 has index 1
 * @roles: (out) (transfer full) (array): a role for each block
 *
 * Makes blocks of records. What they are is told by their fields, so that no
 * pattern needs to be learned; records of one section are brought together.
 * Records without a question have no block. Linear.
 *
 * Returns: (transfer full): the blocks, none where nothing is asked
 */
IkBlockList *
ik_record_blocks_new (const IkRecordList  *records,
                      const char          *text,
                      const IkFieldUse    *uses,
                      GByteArray          *taken,
                      IkRole             **roles)
{
  Maker maker = { .records = records, .uses = uses, .taken = taken };

  maker.list = ik_block_list_new (text);
  g_byte_array_set_size (taken, ik_block_list_count_lines (maker.list) + 1);
  memset (taken->data, FALSE, taken->len);
  ik_text_set (&maker.list->title, records->title);
  ik_text_set (&maker.list->description, records->description);
  maker.roles = g_array_new (TRUE, TRUE, sizeof (IkRole));
  maker.n_in_field = g_new0 (guint, records->fields->len + 1);
  if (uses != NULL)
    {
      look_at_cells (&maker);
      add_sections (&maker);
    }
  g_free (maker.n_in_field);
  *roles = g_array_steal (maker.roles, NULL);
  g_array_unref (maker.roles);

  return maker.list;
}
