#include "ik-csv.h"

#include <string.h>

/* What begins a formula, by OWASP's "CSV Injection". */
static const char formula_starts[] = "=+-@\t\r";

/**
 * ik_csv_is_guarded:
 * @text: a text
 *
 * Returns: whether an apostrophe goes before it in a cell: a spreadsheet would
 *   calculate it, or it begins as if it had got one
 */
gboolean
ik_csv_is_guarded (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr (formula_starts, *text) != NULL;
}

/**
 * ik_csv_append_cell:
 * @csv: a table by RFC 4180, separated by commas
 * @text: a text
 *
 * Adds a cell, without what stands between cells. A text that a spreadsheet would
 * calculate gets an apostrophe, which makes it a text.
 */
void
ik_csv_append_cell (GString    *csv,
                    const char *text)
{
  g_autoptr(GString) cell = g_string_new (text);
  gboolean is_plain;

  if (ik_csv_is_guarded (text))
    g_string_prepend_c (cell, '\'');

  is_plain = strpbrk (cell->str, ",;\"\r\n\t") == NULL && *text != ' ' &&
             !g_str_has_suffix (text, " ");
  g_string_replace (cell, "\"", "\"\"", 0);
  g_string_append_printf (csv, is_plain ? "%s" : "\"%s\"", cell->str);
}

/**
 * ik_csv_append_row:
 * @csv: a table by RFC 4180, separated by commas
 * @cells: (element-type utf8): texts
 *
 * Adds a row of such cells.
 */
void
ik_csv_append_row (GString   *csv,
                   GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      ik_csv_append_cell (csv, cells->pdata[i]);
    }
  g_string_append (csv, "\r\n");
}
