#include "ik-csv.h"

static const struct
{
  const char *text;
  const char *cell;
} cells[] = {
  { "", "" },
  { "plain", "plain" },
  { "with, comma", "\"with, comma\"" },
  { "a \"quoted\" word", "\"a \"\"quoted\"\" word\"" },
  { "two\nlines", "\"two\nlines\"" },
  { " space", "\" space\"" },
  { "=1+1", "'=1+1" },
  { "+49 30", "'+49 30" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "\t=1", "\"'\t=1\"" },
  { "\r=1", "\"'\r=1\"" },
  { "'=1", "''=1" },
  { "'tis", "'tis" },
  { "Zoë 日本", "Zoë 日本" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr(GString) csv = g_string_new (NULL);
      g_autoptr(GPtrArray) row = g_ptr_array_new ();
      g_autofree char *expected = g_strconcat (cells[i].cell, ",x\r\n", NULL);

      g_ptr_array_add (row, (gpointer) cells[i].text);
      g_ptr_array_add (row, (gpointer) "x");
      ik_csv_append_row (csv, row);
      g_assert_cmpstr (csv->str, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("A table holds what was said, and nothing that a spreadsheet calculates");

  g_test_add_func ("/core/csv/cells", test_cells);

  return g_test_run ();
}
