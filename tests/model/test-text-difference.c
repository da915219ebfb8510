#include "ik-text-difference.h"

/* What two texts share, as a line: removed words in [], added ones in {}. */
static char *
describe (const char *before,
          const char *after)
{
  static const char *const signs[][2] = { { "", "" }, { "[", "]" }, { "{", "}" } };
  g_autoptr(GPtrArray) runs = ik_text_difference_find (before, after);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const IkTextRun *run = g_ptr_array_index (runs, i);

      g_string_append_printf (line, "%s%s%s", signs[run->kind][0], run->text, signs[run->kind][1]);
    }

  return g_string_free (line, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
  } cases[] = {
    { "", "", "" },
    { "same words", "same words", "same words" },
    { "", "new", "{new}" },
    { "old", "", "[old]" },
    { "What is a cache?", "What is a queue?", "What is a [cache?]{queue?}" },
    { "one two three", "one three", "one [two ]three" },
    { "one three", "one two three", "one {two }three" },
    { "one", "one two", "one {two}" },
    { "one two", "one", "one[two]" },
    { "a b c d", "a x c y", "a [b ]{x }c [d]{y}" },
    { "Größe\nzählt", "Größe\nzahlt", "Größe\n[zählt]{zahlt}" },
    { " two", "one two", "[ ]{one }two" },
  };

  g_test_summary ("Of two texts the words are found that went and that came");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].before, cases[i].after);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_long (void)
{
  g_autoptr(GString) before = g_string_new ("first ");
  g_autoptr(GString) after = g_string_new ("first ");
  g_autoptr(GPtrArray) runs = NULL;

  g_test_summary ("Two long texts that share nothing in between take no time");

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_printf (before, "a%u ", i);
      g_string_append_printf (after, "b%u ", i);
    }
  g_string_append (before, "last");
  g_string_append (after, "last");

  runs = ik_text_difference_find (before->str, after->str);
  g_assert_cmpuint (runs->len, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/text-difference/words", test_words);
  g_test_add_func ("/model/text-difference/long", test_long);

  return g_test_run ();
}
