#include "ik-statement.h"
#include "ik-test-library.h"
#include "ik-test-roles.h"

#include <glib/gstdio.h>

static gboolean
insert_and_fail_cb (IkDatabase    *database,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  if (!ik_test_roles_insert_cb (database, data, cancellable, error))
    return FALSE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED, "not this one");
  return FALSE;
}

static gboolean
get_synchronous_cb (IkDatabase    *database,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(IkStatement) get = ik_database_prepare (database, "PRAGMA synchronous");
  int *synchronous = data;

  *synchronous = ik_statement_next (get) ? ik_statement_get_int (get, 0) : -1;
  return ik_statement_finish (get, error);
}

static void
count_signal_cb (IkLibrary *library,
                 guint     *n_signals)
{
  (*n_signals)++;
}

/* Steps are whole or nothing, leave the writer as safe as it was and are no
 * change that anybody is told of. */
static void
test_steps (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  int in_step = -1;
  int after = -1;
  guint n_roles = 0;
  guint n_signals = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (test->library, "changed", G_CALLBACK (count_signal_cb), &n_signals);

  g_assert_true (ik_library_write_step (test->library, ik_test_roles_insert_cb, (char *) "One",
                                        NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ik_library_write_step (test->library, insert_and_fail_cb, (char *) "Two", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  ik_library_read (test->library, ik_test_roles_count_cb, &n_roles, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_roles, ==, 1);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_signals, ==, 0);
  g_signal_handlers_disconnect_by_data (test->library, &n_signals);

  ik_library_write_step (test->library, get_synchronous_cb, &in_step, NULL, &error);
  g_assert_no_error (error);
  ik_library_write (test->library, NULL, IK_PRIORITY_USER, get_synchronous_cb, &after, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_cmpint (in_step, ==, 1);
  g_assert_cmpint (after, ==, 2);
}

/* Long work doesn't let the journal grow without end. */
static void
test_steps_empty_the_journal (IkTestLibrary *test,
                              gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *title = g_strnfill (1000 * 1000, 'x');
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  for (guint i = 0; i < 26; i++)
    {
      title[0] = (char) ('a' + i); /* no two roles have the same */
      ik_library_write_step (test->library, ik_test_roles_insert_cb, title, NULL, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpint (g_stat (journal, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 48 * 1000 * 1000);
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/library-step/steps", test_steps);
  ADD ("/store/library-step/empties-the-journal", test_steps_empty_the_journal);

  return g_test_run ();
}
