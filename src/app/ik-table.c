#include "ik-table.h"

#include "ik-terminal.h"

#include <string.h>

/* Cells are cut here, so that a row stays one line on a usual terminal. */
#define MAX_CELL_WIDTH 60

/* First characters of an id that are shown: two of 10,000 records share them
 * once in 100 libraries. */
#define SHORT_ID_LENGTH 8

struct _IkTable
{
  guint      n_columns;
  char      *marks;  /* (owned): by column */
  GPtrArray *rows;   /* (owned) (element-type GStrv): headings first */
};

static guint
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += width_of (g_utf8_get_char (at));

  return width;
}

/* One line without control characters. */
static char *
make_cell (const char *text)
{
  return g_strdelimit (ik_terminal_clean (text), "\n", ' ');
}

static char *
cut_cell (const char *cell)
{
  GString *cut = g_string_new (NULL);
  guint width = 0;

  for (const char *at = cell; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += width_of (c);
      if (width >= MAX_CELL_WIDTH)
        {
          g_string_append (cut, "…");
          break;
        }
      g_string_append_unichar (cut, c);
    }

  return g_string_free (cut, FALSE);
}

static GStrv
copy_row (const char *const *texts)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *cell = make_cell (texts[i]);

      g_strv_builder_add (cells, cell);
    }

  return g_strv_builder_end (cells);
}

static GStrv
collect_row (const char *first,
             va_list     rest)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

  for (const char *text = first; text != NULL; text = va_arg (rest, const char *))
    {
      g_autofree char *cell = make_cell (text);

      g_strv_builder_add (cells, cell);
    }

  return g_strv_builder_end (cells);
}

static IkTable *
new_from_row (const char *marks,
              GStrv       headings)
{
  IkTable *self = g_new0 (IkTable, 1);

  self->n_columns = g_strv_length (headings);
  g_assert (self->n_columns == strlen (marks));

  self->marks = g_strdup (marks);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->rows, headings);

  return self;
}

/**
 * ik_table_new:
 * @marks: a character for each column: "#" for ids, of which as much is shown
 *   as is needed to name a record; ">" for numbers, which are aligned at their
 *   end; "*" for text that is shown whole; "-" for text that is cut so that a
 *   row stays on one line
 * @heading: heading of the first column
 * @...: headings of the others, %NULL at the end
 *
 * Returns: (transfer full): a table without rows
 */
IkTable *
ik_table_new (const char *marks,
              const char *heading,
              ...)
{
  GStrv headings;
  va_list rest;

  va_start (rest, heading);
  headings = collect_row (heading, rest);
  va_end (rest);

  return new_from_row (marks, headings);
}

/**
 * ik_table_new_strv:
 * @marks: a character for each column, see ik_table_new()
 * @headings: (array zero-terminated=1): headings
 *
 * Returns: (transfer full): a table without rows
 */
IkTable *
ik_table_new_strv (const char        *marks,
                   const char *const *headings)
{
  return new_from_row (marks, copy_row (headings));
}

/**
 * ik_table_free:
 * @self: (transfer full): a table
 */
void
ik_table_free (IkTable *self)
{
  g_free (self->marks);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
fit_cell (char **cell,
          char   mark)
{
  g_autofree char *whole = g_steal_pointer (cell);

  if (mark == '*')
    *cell = g_steal_pointer (&whole);
  else if (mark == '#')
    *cell = g_strndup (whole, SHORT_ID_LENGTH);
  else
    *cell = cut_cell (whole);
}

static void
add_row (IkTable *self,
         GStrv    row)
{
  g_return_if_fail (g_strv_length (row) == self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    fit_cell (&row[i], self->marks[i]);
  g_ptr_array_add (self->rows, row);
}

/**
 * ik_table_add:
 * @self: a table
 * @cell: text of the first column
 * @...: texts of the others, %NULL at the end; as many as there are columns
 */
void
ik_table_add (IkTable    *self,
              const char *cell,
              ...)
{
  va_list rest;

  va_start (rest, cell);
  add_row (self, collect_row (cell, rest));
  va_end (rest);
}

/**
 * ik_table_add_strv:
 * @self: a table
 * @cells: (array zero-terminated=1): texts, as many as there are columns
 */
void
ik_table_add_strv (IkTable           *self,
                   const char *const *cells)
{
  add_row (self, copy_row (cells));
}

static guint
measure_column (IkTable *self,
                guint    column)
{
  guint width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GStrv row = self->rows->pdata[i];

      width = MAX (width, measure (row[column]));
    }

  return width;
}

static void
append_spaces (GString *text,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
append_row (IkTable     *self,
            GString     *text,
            GStrv        row,
            const guint *widths)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint gap = widths[i] - measure (row[i]);

      if (i > 0)
        append_spaces (text, 2);
      if (self->marks[i] == '>')
        append_spaces (text, gap);
      g_string_append (text, row[i]);
      if (self->marks[i] != '>')
        append_spaces (text, gap);
    }

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static gboolean
has_text (GStrv row)
{
  for (guint i = 0; row[i] != NULL; i++)
    {
      if (row[i][0] != '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_table_to_text:
 * @self: a table
 *
 * Returns: (transfer full): its lines; "" where it has no rows; without the
 *   line of headings where they are all empty
 */
char *
ik_table_to_text (IkTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = measure_column (self, i);

  if (self->rows->len > 1 && has_text (self->rows->pdata[0]))
    append_row (self, text, self->rows->pdata[0], widths);
  for (guint i = 1; i < self->rows->len; i++)
    append_row (self, text, self->rows->pdata[i], widths);

  return g_string_free (text, FALSE);
}
