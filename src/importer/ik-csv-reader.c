#include "ik-csv-reader.h"

#include <csv.h>
#include <string.h>

#include "ik-asking.h"
#include "ik-csv-separator.h"
#include "ik-field-name.h"

#define MAX_NAME_BYTES 80u

/* States of libcsv's parser that it doesn't name: no cell of a row was read
 * yet, a cell is being read. */
#define BETWEEN_ROWS 0
#define INSIDE_CELL 2

/* The header is told from the rows below it by so many of them. */
#define MAX_ROWS_COMPARED 50u
#define MAX_COLUMNS_COMPARED 64u
#define LEAST_MEAN_ASKING 0.55

/* What Anki writes above its rows: "#separator:tab". */
typedef struct
{
  char      separator; /* 0 where not said */
  gboolean  html;
  GStrv     columns;   /* (owned) (nullable) */
  guint     tags;      /* number of a column from 1, 0 where there is none */
  guint     deck;
  guint     guid;
  guint     note_type;
  gboolean  found;
} AnkiHead;

static void
anki_head_clear (AnkiHead *head)
{
  g_strfreev (head->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnkiHead, anki_head_clear)

typedef struct
{
  IkRecordList *list;
  guint         line;        /* the one being read, from 1 */
  guint         first;       /* line that the record begins in */
  guint         cell_first;  /* line that the cell begins in */
  guint         column;
  gboolean      open;        /* whether a record has begun */
} Reader;

static void
take_cell_cb (void   *text,
              size_t  length,
              void   *data)
{
  Reader *self = data;
  guint field = MIN (self->column, IK_RECORD_LIST_MAX_FIELDS - 1);

  if (!self->open)
    {
      ik_record_list_open_record (self->list, "", self->cell_first);
      self->first = self->cell_first;
      self->open = TRUE;
    }
  while (field >= self->list->fields->len)
    ik_record_list_add_field (self->list, "");
  if (length > 0)
    ik_record_list_add_cell (self->list, field, text, self->cell_first, self->line);
  self->column++;
  self->cell_first = self->line;
}

static void
take_row_cb (int   end,
             void *data)
{
  Reader *self = data;

  if (self->open)
    ik_record_list_close_record (self->list, self->line);
  self->open = FALSE;
  self->column = 0;
  self->cell_first = self->line + 1;
}

/* Reads rows from a line on. Returns where a row begins that opens a quote
 * and never closes it, or %NULL. */
static const char *
read_rows (Reader     *self,
           const char *text,
           char        separator,
           gboolean    quotes)
{
  struct csv_parser parser;
  const char *row = text;
  gboolean left_open;

  csv_init (&parser, CSV_APPEND_NULL);
  csv_set_delim (&parser, (unsigned char) separator);
  if (!quotes)
    csv_set_quote (&parser, '\0');
  self->cell_first = self->line;

  while (*text != '\0' && !ik_record_list_is_full (self->list))
    {
      gsize length = strcspn (text, "\n");

      length += text[length] == '\n';
      csv_parse (&parser, text, length, take_cell_cb, take_row_cb, self);
      text += length;
      if (parser.pstate == BETWEEN_ROWS)
        {
          row = text;
          self->cell_first = self->line + 1;
        }
      self->line++;
    }
  self->line = MAX (self->line, 2) - 1;
  left_open = quotes && parser.pstate == INSIDE_CELL && parser.quoted &&
              self->cell_first < self->line;
  if (!left_open)
    csv_fini (&parser, take_cell_cb, take_row_cb, self);
  csv_free (&parser);

  return left_open ? row : NULL;
}

static void
read_all_rows (Reader     *self,
               const char *text,
               char        separator)
{
  const char *rest = read_rows (self, text, separator, TRUE);

  if (rest == NULL)
    return;
  /* Without its end a quote is a character like any other */
  self->line = self->open ? self->first : self->cell_first;
  if (self->open)
    ik_record_list_drop_record (self->list);
  self->open = FALSE;
  self->column = 0;
  read_rows (self, rest, separator, FALSE);
}

static double
mean_asking (const IkRecordList *list,
             guint               column)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 1; i < MIN (list->records->len, MAX_ROWS_COMPARED); i++)
    {
      const IkRecord *record = ik_record_list_get_record (list, i);

      for (guint k = 0; k < record->n_cells; k++)
        {
          const IkCell *cell = ik_record_list_get_cell (list, record, k);

          if (cell->field != column)
            continue;
          sum += ik_asking_score (cell->text);
          n++;
        }
    }

  return n > 0 ? sum / n : 0;
}

/* Whether the first row names the columns: by words that are known, or by not
 * asking where the rows below it do. */
static gboolean
has_header (const IkRecordList *list)
{
  const IkRecord *record = ik_record_list_get_record (list, 0);
  guint n_known = 0;
  gboolean question = FALSE;
  gboolean differs = FALSE;

  for (guint k = 0; k < record->n_cells; k++)
    {
      const IkCell *cell = ik_record_list_get_cell (list, record, k);
      IkFieldUse use = ik_field_name_lookup (cell->text);

      if (strlen (cell->text) > MAX_NAME_BYTES)
        return FALSE;
      n_known += use != IK_FIELD_UNKNOWN;
      question = question || use == IK_FIELD_QUESTION;
      differs = differs || (k < MAX_COLUMNS_COMPARED &&
                            ik_asking_score (cell->text) < LEAST_MEAN_ASKING &&
                            mean_asking (list, cell->field) >= LEAST_MEAN_ASKING);
    }

  return question || n_known * 2 > record->n_cells ||
         (differs && list->records->len > 2);
}

static void
take_header (IkRecordList *list)
{
  const IkRecord *record = ik_record_list_get_record (list, 0);

  for (guint k = 0; k < record->n_cells; k++)
    {
      const IkCell *cell = ik_record_list_get_cell (list, record, k);

      list->fields->pdata[cell->field] = (gpointer) cell->text;
    }
  g_array_remove_index (list->records, 0);
}

static char
parse_separator (const char *value)
{
  static const struct
  {
    const char *name;
    char        separator;
  } names[] = {
    { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "space", ' ' }, { "pipe", '|' },
    { "colon", ':' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (value, names[i].name) == 0)
        return names[i].separator;
    }

  return value[0] > ' ' && value[1] == '\0' ? value[0] : '\0';
}

static gboolean
take_directive (AnkiHead   *head,
                const char *key,
                const char *value)
{
  const struct
  {
    const char *key;
    guint      *number;
  } numbers[] = {
    { "tags column", &head->tags }, { "deck column", &head->deck },
    { "guid column", &head->guid }, { "notetype column", &head->note_type },
  };

  if (g_str_equal (key, "separator"))
    head->separator = parse_separator (value);
  else if (g_str_equal (key, "html"))
    head->html = g_str_equal (value, "true");
  else if (g_str_equal (key, "columns"))
    {
      const char separator[] = { head->separator != '\0' ? head->separator : '\t', '\0' };

      g_strfreev (head->columns);
      head->columns = g_strsplit (value, separator, -1);
    }
  else if (!g_str_has_suffix (key, " column"))
    return g_str_equal (key, "tags") || g_str_equal (key, "deck") || g_str_equal (key, "notetype");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (g_str_equal (key, numbers[i].key))
        *numbers[i].number = (guint) g_ascii_strtoull (value, NULL, 10);
    }

  return TRUE;
}

/* Reads the lines "#key:value" at the beginning; returns where the rows
 * begin. */
static const char *
read_anki_head (AnkiHead   *head,
                const char *text,
                guint      *line)
{
  *head = (AnkiHead) { 0 };

  while (*text == '#')
    {
      gsize length = strcspn (text, "\n");
      g_autofree char *directive = g_strndup (text + 1, length - 1);
      char *value = strchr (directive, ':');

      if (value == NULL)
        break;
      *value++ = '\0';
      if (!take_directive (head, directive, value))
        break;
      head->found = TRUE;
      text += length + (text[length] == '\n');
      (*line)++;
    }

  return text;
}

static void
name_column (IkRecordList *list,
             guint         number,
             const char   *name)
{
  if (number > 0 && number <= list->fields->len)
    list->fields->pdata[number - 1] = (gpointer) name;
}

/* Anki knows which columns are no fields of the card; of those that are, the
 * first two are its sides. */
static void
name_anki_columns (IkRecordList   *list,
                   const AnkiHead *head)
{
  static const char *const sides[] = { "front", "back" };
  guint n_columns = head->columns != NULL ? g_strv_length (head->columns) : 0;
  guint n_sides = 0;

  for (guint i = 0; i < list->fields->len; i++)
    {
      const char *own = i < n_columns ? head->columns[i] : "";
      guint number = i + 1;

      if (own[0] != '\0')
        list->fields->pdata[i] = g_string_chunk_insert (list->texts, own);
      else if (number != head->tags && number != head->deck && number != head->guid &&
               number != head->note_type && n_sides < G_N_ELEMENTS (sides))
        name_column (list, number, sides[n_sides++]);
    }
  name_column (list, head->tags, "tags");
  name_column (list, head->deck, "deck");
  name_column (list, head->guid, "guid");
  name_column (list, head->note_type, "notetype");
}

/**
 * ik_csv_reader_is_table:
 * @text: a document, or its beginning
 * @named: whether columns must have names that are known
 *
 * Returns: whether it is a table, or a text that Anki exported
 */
gboolean
ik_csv_reader_is_table (const char *text,
                        gboolean    named)
{
  g_auto(AnkiHead) head = { 0 };
  IkCsvShape shape;
  guint line = 1;

  read_anki_head (&head, text, &line);
  if (head.found)
    return TRUE;

  return ik_csv_separator_guess (text, &shape) && (shape.named || !named);
}

/**
 * ik_csv_reader_read:
 * @text: a table with commas, semicolons, tabs or bars between its cells,
 *   quoted or not, with or without a row of names; or a text that Anki exported
 *
 * Reads a table into records. Rows may have more or fewer cells than the
 * first; where a quote is never closed, the rows from there on are read
 * without. Linear.
 *
 * Returns: (transfer full): its records, up to where the list is full
 */
IkRecordList *
ik_csv_reader_read (const char *text)
{
  g_auto(AnkiHead) head = { 0 };
  Reader reader = { .list = ik_record_list_new (), .line = 1 };
  IkCsvShape shape = { ',', 0, FALSE };

  text = read_anki_head (&head, text, &reader.line);
  ik_csv_separator_guess (text, &shape);
  if (head.separator != '\0')
    shape.separator = head.separator;
  else if (head.found)
    shape.separator = '\t';
  read_all_rows (&reader, text, shape.separator);

  reader.list->html = head.html;
  if (head.found)
    name_anki_columns (reader.list, &head);
  else if (reader.list->records->len > 0 && has_header (reader.list))
    take_header (reader.list);

  return reader.list;
}
