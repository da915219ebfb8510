#include "ik-id.h"

/* The time is ahead of chance: later ones stand behind, whatever the chance. */
static void
test_order (void)
{
  g_autofree char *before = ik_id_new ();
  gint64 made_us = g_get_real_time ();
  g_autofree char *after = NULL;

  while (g_get_real_time () <= made_us)
    ;
  after = ik_id_new ();

  g_assert_cmpstr (before, <, after);
}

static void
test_form (void)
{
  g_autofree char *id = ik_id_new ();
  g_autofree char *lower = g_ascii_strdown (id, -1);

  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpstr (id, ==, lower);
  g_assert_cmpint (id[14], ==, '7');
}

static void
test_unique (void)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 100000; i++)
    g_assert_true (g_hash_table_add (ids, ik_id_new ()));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/id/order", test_order);
  g_test_add_func ("/core/id/form", test_form);
  g_test_add_func ("/core/id/unique", test_unique);

  return g_test_run ();
}
