#include "ik-insight-table.h"

#include "ik-csv.h"

#include <glib/gi18n.h>
#include <math.h>

/* A chart is read out in one go: more rows than this are for the table. */
#define MAX_DESCRIBED 12

/* About as many lines across a chart. */
#define AXIS_LINES 5

static void
column_free (IkInsightColumn *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

static void
cell_free (IkInsightCell *self)
{
  g_free (self->text);
  g_free (self);
}

static void
chart_row_free (IkChartRow *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

/**
 * ik_insight_table_new:
 * @key: name for programs
 * @title: what it is about
 *
 * Returns: (transfer full): an empty table
 */
IkInsightTable *
ik_insight_table_new (const char *key,
                      const char *title)
{
  IkInsightTable *self = g_new0 (IkInsightTable, 1);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->subject = g_strdup ("");
  self->explanation = g_strdup ("");
  self->nothing = g_strdup ("");
  self->legend = g_strdup ("");
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->chart_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) chart_row_free);
  self->levels = g_ptr_array_new_with_free_func (g_free);
  ik_insight_table_set_axis (self, 0, 1);

  return self;
}

/**
 * ik_insight_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
ik_insight_table_free (IkInsightTable *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->explanation);
  g_free (self->nothing);
  g_free (self->legend);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->chart_rows);
  g_ptr_array_unref (self->levels);
  g_free (self);
}

static IkInsightColumn *
add_column (IkInsightTable *self,
            const char     *key,
            const char     *title,
            int             n_digits)
{
  IkInsightColumn *column = g_new0 (IkInsightColumn, 1);

  column->key = g_strdup (key);
  column->title = g_strdup (title);
  column->n_digits = n_digits;
  g_ptr_array_add (self->columns, column);

  return column;
}

/**
 * ik_insight_table_add_text_column:
 * @self: a table without rows
 * @key: name for programs
 * @title: name for people
 *
 * Adds a column of texts.
 */
void
ik_insight_table_add_text_column (IkInsightTable *self,
                                  const char     *key,
                                  const char     *title)
{
  add_column (self, key, title, -1);
}

/**
 * ik_insight_table_add_number_column:
 * @self: a table without rows
 * @key: name for programs
 * @title: name for people
 * @n_digits: decimals
 *
 * Adds a column of numbers.
 *
 * Returns: (transfer none): the column
 */
IkInsightColumn *
ik_insight_table_add_number_column (IkInsightTable *self,
                                    const char     *key,
                                    const char     *title,
                                    guint           n_digits)
{
  return add_column (self, key, title, (int) n_digits);
}

/**
 * ik_insight_table_begin_row:
 * @self: a table
 *
 * Begins a row; its cells are added one after the other.
 */
void
ik_insight_table_begin_row (IkInsightTable *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free));
}

static IkInsightCell *
add_cell (IkInsightTable *self,
          char           *text)
{
  GPtrArray *row = self->rows->pdata[self->rows->len - 1];
  IkInsightCell *cell = g_new0 (IkInsightCell, 1);

  g_return_val_if_fail (row->len < self->columns->len, cell);

  cell->text = text;
  g_ptr_array_add (row, cell);

  return cell;
}

/* Without the "-0.0" of what is rounded to nothing. */
static char *
format_number (int    n_digits,
               double number)
{
  return g_strdup_printf ("%.*f", n_digits,
                          fabs (number) < 0.5 * pow (10, -n_digits) ? 0.0 : number);
}

/**
 * ik_insight_table_add_text:
 * @self: a table with a row
 * @text: a text
 *
 * Adds a cell to the last row.
 */
void
ik_insight_table_add_text (IkInsightTable *self,
                           const char     *text)
{
  add_cell (self, g_strdup (text));
}

/**
 * ik_insight_table_add_number:
 * @self: a table with a row
 * @number: a number
 *
 * Adds a cell to the last row, with the decimals of its column.
 */
void
ik_insight_table_add_number (IkInsightTable *self,
                             double          number)
{
  GPtrArray *row = self->rows->pdata[self->rows->len - 1];
  const IkInsightColumn *column = self->columns->pdata[row->len];
  IkInsightCell *cell = add_cell (self, format_number (MAX (column->n_digits, 0), number));

  cell->has_number = TRUE;
  cell->number = number;
}

/**
 * ik_insight_table_add_percent:
 * @self: a table with a row
 * @n: how many
 * @of: of how many
 *
 * Adds a share to the last row, in percent; nothing where there is none of it.
 */
void
ik_insight_table_add_percent (IkInsightTable *self,
                              guint           n,
                              guint           of)
{
  if (of > 0)
    ik_insight_table_add_number (self, 100.0 * n / of);
  else
    ik_insight_table_add_nothing (self);
}

/**
 * ik_insight_table_add_nothing:
 * @self: a table with a row
 *
 * Adds an empty cell to the last row: nothing is said there.
 */
void
ik_insight_table_add_nothing (IkInsightTable *self)
{
  add_cell (self, g_strdup (""));
}

/**
 * ik_insight_table_add_chart_row:
 * @self: a table
 * @label: what the row is about
 *
 * Returns: (transfer none): a new row of the chart that tells nothing yet
 */
IkChartRow *
ik_insight_table_add_chart_row (IkInsightTable *self,
                                const char     *label)
{
  IkChartRow *row = g_new0 (IkChartRow, 1);

  row->label = g_strdup (label);
  row->text = g_strdup (_("too few"));
  row->low = row->high = row->mark = NAN;
  g_ptr_array_add (self->chart_rows, row);

  return row;
}

/**
 * ik_insight_table_set_axis:
 * @self: a table
 * @from: where the axis of the chart starts
 * @to: where it ends at least
 *
 * Sets the axis; lines are drawn at 1, 2 or 5 times a power of ten.
 */
void
ik_insight_table_set_axis (IkInsightTable *self,
                           double          from,
                           double          to)
{
  static const double steps[] = { 1, 2, 5, 10 };
  double least = MAX (to - from, 1e-6) / AXIS_LINES;
  double power = pow (10, floor (log10 (least)));
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && steps[i] * power < least * (1 - 1e-9))
    i++;

  self->axis_step = steps[i] * power;
  self->axis_from = from;
  self->axis_to = from + ceil ((to - from) / self->axis_step - 1e-9) * self->axis_step;
}

/**
 * ik_insight_table_get_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer none): the cell
 */
const IkInsightCell *
ik_insight_table_get_cell (const IkInsightTable *self,
                           guint                 row,
                           guint                 column)
{
  return ((GPtrArray *) self->rows->pdata[row])->pdata[column];
}

/**
 * ik_insight_table_format_axis:
 * @self: a table
 * @number: on the axis of the chart
 *
 * Returns: (transfer full): what stands at the axis there
 */
char *
ik_insight_table_format_axis (const IkInsightTable *self,
                              double                number)
{
  int n_digits = self->axis_step < 0.99 ? 1 : 0;

  return self->axis_is_percent
         /* Translators: a share in percent */
         ? g_strdup_printf (_("%.0f %%"), number)
         : format_number (n_digits, number);
}

/**
 * ik_insight_table_describe_chart:
 * @self: a table
 *
 * Returns: (transfer full): what the chart shows, for those who don't see it
 */
char *
ik_insight_table_describe_chart (const IkInsightTable *self)
{
  GString *text = g_string_new (self->title);
  guint n_described = MIN (self->chart_rows->len, MAX_DESCRIBED);
  guint n_more = self->chart_rows->len - n_described;

  for (guint i = 0; i < n_described; i++)
    {
      const IkChartRow *row = self->chart_rows->pdata[i];

      g_string_append_printf (text, "%s %s: %s", i == 0 ? ":" : ";", row->label, row->text);
    }

  if (n_more > 0)
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, ngettext ("and %u more, which the table has",
                                              "and %u more, which the table has", n_more), n_more);
    }

  return g_string_free (text, FALSE);
}

static void
append_cell (GString               *csv,
             const IkInsightCell   *cell,
             const IkInsightColumn *column)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];

  if (!cell->has_number)
    {
      ik_csv_append_cell (csv, cell->text);
      return;
    }

  /* Two more than people see, so that a spreadsheet can go on with it. */
  g_snprintf (format, sizeof format, "%%.%df", column->n_digits > 0 ? column->n_digits + 2 : 0);
  g_string_append (csv, g_ascii_formatd (number, sizeof number, format, cell->number));
}

/**
 * ik_insight_table_append_csv:
 * @self: a table
 * @csv: a file by RFC 4180
 *
 * Adds the table with a head of what its columns stand for. Names that a spreadsheet would
 * calculate get an apostrophe; numbers stay numbers, with a point, whatever the
 * language.
 */
void
ik_insight_table_append_csv (const IkInsightTable *self,
                             GString              *csv)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const IkInsightColumn *column = self->columns->pdata[i];

      g_string_append (csv, i > 0 ? "," : "");
      ik_csv_append_cell (csv, column->description != NULL ? column->description : column->key);
    }
  g_string_append (csv, "\r\n");

  for (guint k = 0; k < self->rows->len; k++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          g_string_append (csv, i > 0 ? "," : "");
          append_cell (csv, ik_insight_table_get_cell (self, k, i), self->columns->pdata[i]);
        }
      g_string_append (csv, "\r\n");
    }
}
