#include "ik-id.h"

#include <string.h>

/* Made together, they stand together: in order, but for the one place where the
 * first digits begin again. */
static void
test_order (void)
{
  g_autofree char *last = ik_id_new ();
  guint n_behind = 0;

  for (guint i = 0; i < 1000; i++)
    {
      char *id = ik_id_new ();

      n_behind += strcmp (id, last) < 0;
      g_free (last);
      last = id;
    }

  g_assert_cmpuint (n_behind, <=, 1);
}

/* What the command line takes in place of an id tells those of a pack apart. */
static void
test_prefix (void)
{
  g_autoptr(GHashTable) prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = ik_id_new ();

      g_assert_true (g_hash_table_add (prefixes, g_strndup (id, 4)));
    }
}

static void
test_form (void)
{
  g_autofree char *id = ik_id_new ();
  g_autofree char *lower = g_ascii_strdown (id, -1);

  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpstr (id, ==, lower);
  g_assert_cmpint (id[14], ==, '4');
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
  g_test_add_func ("/core/id/prefix", test_prefix);
  g_test_add_func ("/core/id/form", test_form);
  g_test_add_func ("/core/id/unique", test_unique);

  return g_test_run ();
}
