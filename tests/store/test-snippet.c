#include "ik-snippet.h"

#include "ik-unspaced.h"

/* Matches stand between [ and ] here. */
static const struct
{
  const char *query;
  const char *prompt;
  const char *answer;
  const char *snippet;
  guint       text; /* 0 for the prompt, 1 for the answer */
} cases[] = {
  { "point", "What is a pointer?", "An address", "What is a [pointer]?" },
  { "POINTER what", "What is a pointer?", "", "[What] is a [pointer]?" },
  { "address", "What is a pointer?", "An address.", "An [address].", 1 },
  { "pointer address", "What is a pointer?", "A pointer is an address",
    "A [pointer] is an [address]", 1 },
  { "zeiger", "Was ist ein Zéiger?", "", "Was ist ein [Zéiger]?" },
  { "groß", "Wie GROß ist es?", "", "Wie [GROß] ist es?" },
  { "c/d", "Tell a/b from c/d", "", "Tell a/b from [c/d]" },
  { "fifteen", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen!",
    "", "…thirteen fourteen [fifteen]!" },
  { "two", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "", "one [two] three four five six seven eight nine ten eleven twelve thirteen fourteen…" },
  { "缓存", "什么是Redis缓存？", "", "什么是Redis[缓存]？" },
  { "가", "각자 가자", "", "각자 [가자]" },
  { "escalate", "What then?", "Asks first\nDoes not escalate\ntelephone", "Does not [escalate]", 1 },
  { "nowhere", "What is a pointer?", "", "What is a pointer?" },
  { "", "What is a pointer?", "", "" },
  { "x", "", "", "" },
};

static char *
mark (const char *snippet)
{
  GString *marked = g_string_new (snippet);

  g_string_replace (marked, "\002", "[", 0);
  g_string_replace (marked, "\003", "]", 0);
  return g_string_free (marked, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *texts[] = { cases[i].prompt, cases[i].answer, NULL };
      g_autoptr(IkSnippet) snippet = ik_snippet_new (cases[i].query);
      guint text;
      g_autofree char *made = ik_snippet_make (snippet, texts, &text);
      g_autofree char *marked = mark (made);

      g_test_message ("case %u", i);
      g_assert_cmpstr (marked, ==, cases[i].snippet);
      g_assert_cmpuint (text, ==, cases[i].text);
    }
}

static void
test_spread (void)
{
  g_autofree char *spread = ik_unspaced_spread ("Redis缓存です");

  g_assert_null (ik_unspaced_spread ("Größe, 가자 \360\237\230\200"));
  g_assert_cmpstr (spread, ==, "Redis 缓  存  で  す ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/snippet/cases", test_cases);
  g_test_add_func ("/store/unspaced/spread", test_spread);

  return g_test_run ();
}
