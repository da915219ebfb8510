#include "ik-table.h"

static void
test_alignment (void)
{
  g_autoptr(IkTable) table = ik_table_new ("#>-", "ID", "Count", "Title", NULL);
  g_autofree char *text = NULL;

  ik_table_add (table, "5b0f6a34-7c1e-4c52-9d0a-3e8f2a41c701", "7", "One", NULL);
  ik_table_add (table, "abc", "1200", "", NULL);
  text = ik_table_to_text (table);

  g_assert_cmpstr (text, ==,
                   "ID        Count  Title\n"
                   "5b0f6a34      7  One\n"
                   "abc        1200\n");
}

/* A wide character takes two columns, a combining one none. */
static void
test_width (void)
{
  g_autoptr(IkTable) table = ik_table_new ("--", "", "", NULL);
  g_autofree char *text = NULL;

  ik_table_add (table, "面接", "a", NULL);
  ik_table_add (table, "abcd", "b", NULL);
  ik_table_add (table, "abce\xcc\x81", "c", NULL);
  text = ik_table_to_text (table);

  g_assert_cmpstr (text, ==, "面接  a\nabcd  b\nabce\xcc\x81  c\n");
}

static void
test_cut (void)
{
  g_autofree char *words = g_strnfill (100, 'x');
  g_autofree char *cut = g_strnfill (59, 'x');
  g_autofree char *expected = g_strdup_printf ("%s…  %s\n", cut, words);
  g_autoptr(IkTable) table = ik_table_new ("-*", "", "", NULL);
  g_autofree char *text = NULL;

  ik_table_add (table, words, words, NULL);
  text = ik_table_to_text (table);

  g_assert_cmpstr (text, ==, expected);
}

/* What a document brings must not steer the terminal. */
static void
test_control (void)
{
  g_autoptr(IkTable) table = ik_table_new ("-", "", NULL);
  g_autofree char *text = NULL;

  ik_table_add (table, "a\nb\x1b[2Jc\xff", NULL);
  text = ik_table_to_text (table);

  g_assert_cmpstr (text, ==, "a b\xef\xbf\xbd[2Jc\xef\xbf\xbd\n");
}

static void
test_empty (void)
{
  g_autoptr(IkTable) table = ik_table_new ("-", "Title", NULL);
  g_autofree char *text = ik_table_to_text (table);

  g_assert_cmpstr (text, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/table/alignment", test_alignment);
  g_test_add_func ("/app/table/width", test_width);
  g_test_add_func ("/app/table/cut", test_cut);
  g_test_add_func ("/app/table/control", test_control);
  g_test_add_func ("/app/table/empty", test_empty);

  return g_test_run ();
}
