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

/* A change in three parts. */
typedef struct
{
  guint    n_done;
  guint    failing; /* the part that fails, 0 for none */
  gboolean is_done;
  guint    n_recorded;
  GBytes  *changeset;
} Parts;

static gboolean
insert_part_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Parts *parts = data;
  g_autofree char *title = g_strdup_printf ("Part %u", ++parts->n_done);

  parts->is_done = parts->n_done == 3;
  return parts->n_done == parts->failing
         ? insert_and_fail_cb (database, title, cancellable, error)
         : ik_test_roles_insert_cb (database, title, cancellable, error);
}

static void
note_recorded_cb (IkLibrary  *library,
                  const char *label,
                  GBytes     *changeset,
                  Parts      *parts)
{
  g_assert_cmpstr (label, ==, "Insert");
  parts->n_recorded++;
  g_clear_pointer (&parts->changeset, g_bytes_unref);
  parts->changeset = g_bytes_ref (changeset);
}

static guint
count_roles (IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  guint n_roles = 0;

  ik_library_read (test->library, ik_test_roles_count_cb, &n_roles, NULL, &error);
  g_assert_no_error (error);

  return n_roles;
}

/* Parts are told of, undone and done again as one. */
static void
test_parts (IkTestLibrary *test,
            gconstpointer  data)
{
  Parts parts = { 0 };
  g_autoptr(GError) error = NULL;

  ik_library_set_recording (test->library, TRUE);
  g_signal_connect (test->library, "recorded", G_CALLBACK (note_recorded_cb), &parts);

  g_assert_true (ik_library_write_parts (test->library, "Insert", insert_part_cb, &parts,
                                         &parts.is_done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_roles (test), ==, 3);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (parts.n_recorded, ==, 1);

  ik_library_apply (test->library, parts.changeset, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_roles (test), ==, 0);
  ik_library_apply (test->library, parts.changeset, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_roles (test), ==, 3);

  g_signal_handlers_disconnect_by_data (test->library, &parts);
  g_bytes_unref (parts.changeset);
}

/* Where one fails, those before it are taken back. */
static void
test_parts_fail (IkTestLibrary *test,
                 gconstpointer  data)
{
  Parts parts = { .failing = 3 };
  g_autoptr(GError) error = NULL;

  ik_library_set_recording (test->library, TRUE);
  g_signal_connect (test->library, "recorded", G_CALLBACK (note_recorded_cb), &parts);

  g_assert_false (ik_library_write_parts (test->library, "Insert", insert_part_cb, &parts,
                                          &parts.is_done, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_cmpuint (count_roles (test), ==, 0);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (parts.n_recorded, ==, 0);
  g_signal_handlers_disconnect_by_data (test->library, &parts);
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
  ADD ("/store/library-step/parts", test_parts);
  ADD ("/store/library-step/parts-fail", test_parts_fail);

  return g_test_run ();
}
