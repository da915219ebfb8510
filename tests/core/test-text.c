#include "ik-text.h"

static void
test_set (void)
{
  g_autofree char *text = g_strdup ("before");

  ik_text_set (&text, "after");
  g_assert_cmpstr (text, ==, "after");
  ik_text_set (&text, text);
  g_assert_cmpstr (text, ==, "after");
  ik_text_set (&text, NULL);
  g_assert_cmpstr (text, ==, "");
}

static void
test_lower (void)
{
  const char *const rows[][2] = {
    { "", "" },
    { "Which POT?", "which pot?" },
    { "ÜBUNG für Ärzte", "übung für ärzte" },
    { "ЧТО такое Чай", "что такое чай" },
    { "壶 A", "壶 a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *lower = ik_text_dup_lower (rows[i][0]);

      g_assert_cmpstr (lower, ==, rows[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/set", test_set);
  g_test_add_func ("/core/text/lower", test_lower);

  return g_test_run ();
}
