#include "ik-time.h"

/* The tests run in UTC. */
static const struct
{
  const char *text;
  const char *utc; /* NULL: not a time */
} cases[] = {
  { "2026-03-01T09:30:15Z", "2026-03-01T09:30:15Z" },
  { "2026-03-01T09:30:15+02:00", "2026-03-01T07:30:15Z" },
  { "2026-03-01 09:30:15", "2026-03-01T09:30:15Z" },
  { "2026-03-01T09:30", "2026-03-01T09:30:00Z" },
  { "2026-03-01 09:30", "2026-03-01T09:30:00Z" },
  { "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z" },
  { "2026-03-01T09:30:15.5Z", "2026-03-01T09:30:15Z" },
  { "", NULL },
  { "tomorrow", NULL },
  { "2026-02-30T09:30:15Z", NULL },
  { "2026-03-01T25:00:00Z", NULL },
  { "2026-03-01", NULL },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 at_us = 0;
      g_autofree char *text = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ik_time_parse (cases[i].text, &at_us), ==, cases[i].utc != NULL);
      if (cases[i].utc == NULL)
        continue;

      text = ik_time_format_utc (at_us);
      g_assert_cmpstr (text, ==, cases[i].utc);
    }
}

static void
test_format (void)
{
  g_autofree char *epoch = ik_time_format_utc (0);
  g_autofree char *too_far = ik_time_format_utc (G_MAXINT64);

  g_assert_cmpstr (epoch, ==, "1970-01-01T00:00:00Z");
  g_assert_cmpstr (too_far, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/time/parse", test_parse);
  g_test_add_func ("/core/time/format", test_format);

  return g_test_run ();
}
