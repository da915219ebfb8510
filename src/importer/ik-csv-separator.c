#include "ik-csv-separator.h"

#include <string.h>

#include "ik-field-name.h"

/* So many rows tell how a table is written. */
#define MAX_ROWS 40
#define MAX_BYTES 65536
#define LEAST_ROWS 3
#define MAX_HEADER_CELL 60u

/* Rows of a table have as many cells as the first one, but for slips; where no
 * name says that it is a table, all of them. */
#define LEAST_ALIKE_PERCENT 60

/* In a sentence a blank follows a comma. */
#define MAX_BLANKS_PERCENT 30

/* A row while it is counted. */
typedef struct
{
  guint    n_cells;
  guint    n_blanks;    /* separators with a blank behind them */
  guint    n_known;     /* cells that name a field */
  gboolean question;    /* whether one of them names the questions */
  gsize    longest;
} Row;

static void
count_cell (Row        *row,
            const char *cell,
            gsize       length)
{
  g_autofree char *name = NULL;
  IkFieldUse use;

  row->n_cells++;
  row->longest = MAX (row->longest, length);
  if (length > MAX_HEADER_CELL)
    return;
  name = g_strndup (cell, length);
  use = ik_field_name_lookup (name);
  row->n_known += use != IK_FIELD_UNKNOWN;
  row->question = row->question || use == IK_FIELD_QUESTION;
}

/* Counts the cells of a row; returns the next one. A quote that is never
 * closed is none. */
static const char *
count_row (const char *text,
           char        separator,
           gboolean    header,
           gboolean    quotes,
           Row        *row)
{
  const char *start = text;
  const char *cell = text;
  gboolean quoted = FALSE;

  *row = (Row) { 0 };
  for (; *text != '\0' && (quoted || *text != '\n'); text++)
    {
      if (*text == '"')
        quoted = quotes && !quoted;
      else if (*text == separator && !quoted)
        {
          row->n_blanks += text[1] == ' ';
          if (header)
            count_cell (row, cell, (gsize) (text - cell));
          else
            row->n_cells++;
          cell = text + 1;
        }
    }
  if (quoted)
    return count_row (start, separator, header, FALSE, row);
  if (header)
    count_cell (row, cell, (gsize) (text - cell));
  else
    row->n_cells++;

  return *text == '\n' ? text + 1 : text;
}

/* Whether the text is a table with that separator, and how surely: its number
 * of columns, more where they have names. */
static guint
judge (const char *text,
       char        separator,
       IkCsvShape *shape)
{
  guint n_rows = 1, n_alike = 0, n_blanks = 0, n_separators = 0;
  Row header;

  text = count_row (text, separator, TRUE, TRUE, &header);
  shape->separator = separator;
  shape->n_columns = header.n_cells;
  shape->named = header.longest <= MAX_HEADER_CELL && (header.question || header.n_known > 1);
  if (header.n_cells < 2)
    return 0;

  for (; *text != '\0' && n_rows < MAX_ROWS;)
    {
      Row row;

      text = count_row (text, separator, FALSE, TRUE, &row);
      if (row.n_cells < header.n_cells && *text == '\0')
        break;
      n_rows++;
      n_alike += row.n_cells == header.n_cells;
      n_blanks += row.n_blanks;
      n_separators += row.n_cells - 1;
    }
  if (n_alike * 100 < (n_rows - 1) * (shape->named ? LEAST_ALIKE_PERCENT : 100) ||
      n_rows < (shape->named ? LEAST_ROWS - 1 : LEAST_ROWS))
    return 0;
  if (!shape->named && separator != '\t' && n_blanks * 100 > n_separators * MAX_BLANKS_PERCENT)
    return 0;

  return header.n_cells + (shape->named ? 100 : 0);
}

/**
 * ik_csv_separator_guess:
 * @text: a document, or its beginning
 * @shape: (out): how it is written
 *
 * Tells whether a text is a table, and what separates its cells. A text with
 * commas in its sentences is none.
 *
 * Returns: whether it is one; only 64 kB and 40 rows are looked at
 */
gboolean
ik_csv_separator_guess (const char *text,
                        IkCsvShape *shape)
{
  static const char separators[] = { '\t', ',', ';', '|' };
  g_autofree char *head = g_strndup (text, MAX_BYTES);
  guint best = 0;

  if (head[0] == '|')
    return FALSE; /* a table of Markdown */

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      IkCsvShape guessed;
      guint score = judge (head, separators[i], &guessed);

      if (score <= best)
        continue;
      best = score;
      *shape = guessed;
    }

  return best > 0;
}
