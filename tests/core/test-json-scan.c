#include "ik-json-scan.h"

#include <string.h>

static const struct
{
  const char *text;
  guint       depth;
} cases[] = {
  { "", 0 },
  { "1", 0 },
  { "{}", 1 },
  { "[[],[]]", 2 },
  { "{\"a\":{\"b\":[1]}}", 3 },
  { "[\"[[[\"]", 1 },
  { "[\"\\\"[[[\"]", 1 },
  { "[\"\\\\\",[]]", 2 },
  { "]]][", 1 },
  { "[\"", 1 },
  { "[\"\\", 1 },
};

static void
test_depth (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (ik_json_scan_depth (cases[i].text, strlen (cases[i].text)), ==,
                        cases[i].depth);
    }
}

/* The text need not end in a NUL. */
static void
test_length (void)
{
  g_assert_cmpuint (ik_json_scan_depth ("[[[", 2), ==, 2);
  g_assert_cmpuint (ik_json_scan_depth (NULL, 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/json-scan/depth", test_depth);
  g_test_add_func ("/core/json-scan/length", test_length);

  return g_test_run ();
}
