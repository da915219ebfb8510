#include "ik-phrases.h"

#include <string.h>

static const char *const words[] = { "tea", "teapot", "the lid", "cup", "壶" };

static void
test_begin (void)
{
  static IkPhrases phrases = IK_PHRASES (words);

  g_assert_true (ik_phrases_begin (&phrases, "tea"));
  g_assert_true (ik_phrases_begin (&phrases, "the lid fits"));
  g_assert_true (ik_phrases_begin (&phrases, "壶是蓝的"));
  g_assert_false (ik_phrases_begin (&phrases, ""));
  g_assert_false (ik_phrases_begin (&phrases, "te"));
  g_assert_false (ik_phrases_begin (&phrases, "a cup"));
  g_assert_false (ik_phrases_begin (&phrases, "Cup"));
}

static void
test_occur (void)
{
  static IkPhrases phrases = IK_PHRASES (words);
  const struct
  {
    const char *text;
    gboolean    occurs;
  } rows[] = {
    { "", FALSE },
    { "cup", TRUE },
    { "my cup", TRUE },
    { "a warm cu", FALSE },
    { "tththe lid", TRUE },
    { "哪个壶？", TRUE },
    { "哪个杯？", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (ik_phrases_occur (&phrases, rows[i].text, strlen (rows[i].text)) ==
                   rows[i].occurs);
}

/* One that reaches beyond what is looked at doesn't count. */
static void
test_length (void)
{
  static IkPhrases phrases = IK_PHRASES (words);

  g_assert_false (ik_phrases_occur (&phrases, "my cup", strlen ("my cu")));
  g_assert_true (ik_phrases_occur (&phrases, "my cup", strlen ("my cup")));
  g_assert_true (ik_phrases_occur (&phrases, "a teapot", strlen ("a teapo")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/phrases/begin", test_begin);
  g_test_add_func ("/importer/phrases/occur", test_occur);
  g_test_add_func ("/importer/phrases/length", test_length);

  return g_test_run ();
}
