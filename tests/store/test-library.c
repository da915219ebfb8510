#include "ik-statement.h"
#include "ik-test-library.h"
#include "ik-test-roles.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opening */

static void
test_modes (IkTestLibrary *test,
            gconstpointer  data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *directory = g_build_filename (test->directory, "deep", "down", NULL);
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr(IkLibrary) library = NULL;
  mode_t old_mask = umask (0);

  library = ik_library_open (path, NULL, NULL);
  g_assert_true (ik_test_roles_insert (library, "Cook", NULL));
  umask (old_mask);

  g_assert_cmphex (ik_test_library_get_mode (directory), ==, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_assert_cmphex (ik_test_library_get_mode (file), ==, 0600);
    }
}

typedef struct
{
  const char *pragma;
  gint64      value;
} Setting;

static gboolean
check_settings_cb (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  static const Setting settings[] = {
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA application_id", 0x494b6974 },
    { "PRAGMA user_version", 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr(IkStatement) get = ik_database_prepare (database, settings[i].pragma);

      g_test_message ("%s", settings[i].pragma);
      g_assert_true (ik_statement_next (get));
      g_assert_cmpint (ik_statement_get_int64 (get, 0), ==, settings[i].value);
    }

  return TRUE;
}

static gboolean
check_journal_cb (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(IkStatement) get = ik_database_prepare (database, "PRAGMA journal_mode");

  g_assert_true (ik_statement_next (get));
  g_assert_cmpstr (ik_statement_get_text (get, 0), ==, "wal");
  return TRUE;
}

/* Defensive mode: nobody writes to the index behind FTS5's back. */
static gboolean
write_shadow_cb (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_database_run (database, "DELETE FROM question_fts_data", error);
}

static void
test_settings (IkTestLibrary *test,
               gconstpointer  data)
{
  g_assert_true (ik_library_read (test->library, check_settings_cb, NULL, NULL, NULL));
  g_assert_true (ik_library_write (test->library, NULL, 0, check_settings_cb, NULL, NULL, NULL));
  g_assert_true (ik_library_read (test->library, check_journal_cb, NULL, NULL, NULL));
  g_assert_false (ik_library_write (test->library, NULL, 0, write_shadow_cb, NULL, NULL, NULL));
}

/* The reader can't write, whatever it is asked. */
static void
test_reader_reads (IkTestLibrary *test,
                   gconstpointer  data)
{
  char title[] = "Cook";

  g_assert_false (ik_library_read (test->library, ik_test_roles_insert_cb, title, NULL, NULL));
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 0);
}

static void
assert_does_not_open (const char   *path,
                      IkStoreError  code,
                      const char   *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, &error);

  g_assert_null (library);
  g_test_message ("%s", error->message);
  g_assert_error (error, IK_STORE_ERROR, (int) code);
  g_assert_true (g_pattern_match_simple (message, error->message));
}

static void
test_not_ours (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autofree char *text = g_build_filename (test->directory, "notes.txt", NULL);
  g_autofree char *foreign = g_build_filename (test->directory, "foreign.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;
  sqlite3 *handle = NULL;

  g_file_set_contents (text, "These are my notes, and they are long enough to be taken for a "
                       "header of a database by somebody who doesn't look.", -1, NULL);
  assert_does_not_open (text, IK_STORE_ERROR_NOT_OURS,
                        "*notes.txt” is not a library of Interview Kit*");

  g_assert_cmpint (sqlite3_open (foreign, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE a (b)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  g_file_get_contents (foreign, &before, &length_before, NULL);
  assert_does_not_open (foreign, IK_STORE_ERROR_NOT_OURS, "*foreign.db” is not a library*");
  g_file_get_contents (foreign, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);

  assert_does_not_open (test->directory, IK_STORE_ERROR_FAILED, "*can't be opened*");
}

static void
test_newer (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autofree char *path = ik_test_roles_make_library (test->directory, "newer.db");

  ik_test_library_run_sql_on_file (path, "PRAGMA user_version = 99");
  assert_does_not_open (path, IK_STORE_ERROR_NEWER, "*made by a newer version*");
}

static void
test_empty_file_becomes_a_library (IkTestLibrary *test,
                                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (test->directory, "empty.db", NULL);
  g_autoptr(IkLibrary) library = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "", 0, NULL);
  library = ik_library_open (path, NULL, &error);
  g_assert_no_error (error);
}

/* Cut off or overwritten: an error at the latest when the damage is met, never
 * a crash. The check finds it, but where it hit what is not in use. */
static void
test_damaged (IkTestLibrary *test,
              gconstpointer  data)
{
  const guint n_rounds = 30;
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  guint n_found = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *name = g_strdup_printf ("damaged-%u.db", i);
      g_autofree char *path = ik_test_roles_make_library (test->directory, name);
      g_autofree char *content = NULL;
      g_autoptr(IkLibrary) library = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) problems = NULL;
      gsize length;

      g_file_get_contents (path, &content, &length, NULL);
      if (i % 2 == 0)
        length = (gsize) g_rand_int_range (rand, 100, (int) length - 1);
      else
        memset (content + g_rand_int_range (rand, 100, (int) length - 5000), 0x5a, 5000);
      g_file_set_contents (path, content, (gssize) length, NULL);

      library = ik_library_open (path, NULL, &error);
      if (library == NULL)
        {
          g_assert_true (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_DAMAGED) ||
                         g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED));
          n_found++;
          continue;
        }

      if (!ik_library_check (library, &problems, NULL, &error) || problems->len > 0)
        n_found++;
    }

  g_test_message ("%u of %u", n_found, n_rounds);
  g_assert_cmpuint (n_found, >, n_rounds * 3 / 4);
}

/* root may write anywhere, so somebody else has to try. */
static gboolean
become_nobody (void)
{
  if (geteuid () == 0)
    return seteuid (65534) == 0;

  return TRUE;
}

static void
test_read_only (IkTestLibrary *test,
                gconstpointer  data)
{
  g_autofree char *path = ik_test_roles_make_library (test->directory, "mine.db");
  g_autofree char *missing = g_build_filename (test->directory, "missing.db", NULL);
  uid_t user = geteuid ();

  g_chmod (path, 0444);
  g_chmod (test->directory, 0555);
  if (!become_nobody ())
    {
      g_test_skip ("Can't become another user");
      return;
    }

  assert_does_not_open (path, IK_STORE_ERROR_READ_ONLY, "*mine.db” can't be written*");
  assert_does_not_open (missing, IK_STORE_ERROR_READ_ONLY, "*missing.db” can't be written*");

  g_assert_cmpint (seteuid (user), ==, 0);
  g_chmod (test->directory, 0755);
  g_chmod (path, 0666);
  g_assert_true (become_nobody ());
  assert_does_not_open (path, IK_STORE_ERROR_READ_ONLY, "*mine.db” can't be written*");
  g_assert_cmpint (seteuid (user), ==, 0);
  g_chmod (test->directory, 0700);
}

static void
fill_disk (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "ballast", NULL);
  char block[4096] = { 0 };
  FILE *file = g_fopen (path, "w");

  setbuf (file, NULL);
  while (fwrite (block, 1, sizeof block, file) == sizeof block)
    ;
  fclose (file);
}

static void
test_full_disk (IkTestLibrary *test,
                gconstpointer  data)
{
  g_autofree char *directory = g_build_filename (test->directory, "disk", NULL);
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autofree char *ballast = g_build_filename (directory, "ballast", NULL);
  g_autofree char *long_title = g_strnfill (200000, 'x');
  g_autoptr(IkLibrary) library = NULL;
  g_autoptr(GError) error = NULL;

  g_mkdir (directory, 0700);
  if (mount ("none", directory, "tmpfs", 0, "size=4m") != 0)
    {
      g_test_skip ("Only root can mount a small disk");
      return;
    }

  library = ik_library_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ik_test_roles_insert (library, "Cook", NULL));

  fill_disk (directory);
  g_assert_false (ik_test_roles_insert (library, long_title, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpuint (ik_test_roles_count (library), ==, 1);

  /* With room again, all goes on. */
  g_unlink (ballast);
  g_assert_true (ik_test_roles_insert (library, long_title, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ik_test_roles_count (library), ==, 2);

  g_clear_object (&library);
  g_unlink (path);
  fill_disk (directory);
  assert_does_not_open (path, IK_STORE_ERROR_FULL, "*full*");
  umount (directory);
}

/* Reading and writing */

static gboolean
insert_then_fail_cb (IkDatabase    *database,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  if (!ik_test_roles_insert_cb (database, data, cancellable, error))
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Changed my mind");
  return FALSE;
}

static void
test_rolls_back (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  char title[] = "Cook";

  g_assert_false (ik_library_write (test->library, NULL, IK_PRIORITY_USER, insert_then_fail_cb,
                                    title, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 0);

  /* What was taken back is not in the way of what comes next. */
  g_assert_true (ik_test_roles_insert (test->library, title, NULL));
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 1);
}

/* @data: (nullable): set as soon as it counts */
static gboolean
count_long_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(IkStatement) count =
    ik_database_prepare (database, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                         " SELECT i + 1 FROM n LIMIT 100000000000)"
                         " SELECT count(*) FROM n");

  if (data != NULL)
    g_atomic_int_set ((int *) data, TRUE);
  return ik_statement_run (count, error);
}

typedef struct
{
  GCancellable *cancellable;
  int           is_counting;
} Cancelling;

static gpointer
cancel_soon (gpointer data)
{
  Cancelling *cancelling = data;

  while (!g_atomic_int_get (&cancelling->is_counting))
    g_usleep (500);
  g_cancellable_cancel (cancelling->cancellable);
  return NULL;
}

static void
test_cancel_interrupts (IkTestLibrary *test,
                        gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Cancelling cancelling = { cancellable, FALSE };
  GThread *thread = g_thread_new ("cancel", cancel_soon, &cancelling);

  g_assert_false (ik_library_read (test->library, count_long_cb, &cancelling.is_counting,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 0);
}

static void
count_changed_cb (IkLibrary *library,
                  guint     *n)
{
  (*n)++;
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
test_write_async (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_changed = 0;

  g_signal_connect (test->library, "changed", G_CALLBACK (count_changed_cb), &n_changed);
  ik_library_write_async (test->library, "Add Role", IK_PRIORITY_LIVE, ik_test_roles_insert_cb,
                          g_strdup ("Cook"), g_free, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (ik_library_write_finish (test->library, result, &error));
  g_assert_no_error (error);
  drain ();
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (test->changesets->len, ==, 1);
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 1);
}

static void
test_records_only_labelled (IkTestLibrary *test,
                            gconstpointer  data)
{
  char title[] = "Cook";

  g_assert_true (ik_test_roles_insert (test->library, title, NULL));
  drain ();
  g_assert_cmpuint (test->changesets->len, ==, 0);

  ik_library_set_recording (test->library, FALSE);
  g_assert_true (ik_library_write (test->library, "Again", IK_PRIORITY_USER,
                                   ik_test_roles_insert_cb, (gpointer) "Baker", NULL, NULL));
  drain ();
  g_assert_cmpuint (test->changesets->len, ==, 0);
}

static void
test_close_waits (IkTestLibrary *test,
                  gconstpointer  data)
{
  for (guint i = 0; i < 50; i++)
    ik_library_write_async (test->library, NULL, IK_PRIORITY_USER, ik_test_roles_insert_cb,
                            g_strdup_printf ("Role %u", i), g_free, NULL, NULL, NULL);

  ik_library_close (test->library);
  drain ();
  ik_test_library_reopen (test);
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 50);
}

/* What another thread asks for while the library is closed. */
static void
test_closed (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ik_library_close (test->library);
  g_assert_false (ik_test_roles_insert (test->library, "Late", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (ik_library_read (test->library, count_long_cb, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Two programs */

#define N_WRITES 100

static void
write_as_other_program (void)
{
  g_autoptr(IkLibrary) library = ik_library_open (g_getenv ("IK_TEST_LIBRARY"), NULL, NULL);

  for (guint i = 0; i < N_WRITES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Theirs %u", i);
      g_autoptr(GError) error = NULL;

      ik_test_roles_insert (library, title, &error);
      g_assert_no_error (error);
    }

  ik_library_close (library);
}

/* Both write without a pause and get all of it in. */
static void
test_two_programs (IkTestLibrary *test,
                   gconstpointer  data)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GSubprocess) other = NULL;
  g_autoptr(GError) error = NULL;
  guint n_changed = 0;

  g_subprocess_launcher_setenv (launcher, "IK_TEST_LIBRARY", test->path, TRUE);
  g_signal_connect (test->library, "changed", G_CALLBACK (count_changed_cb), &n_changed);
  other = g_subprocess_launcher_spawn (launcher, &error, g_get_prgname (), "--other-program", NULL);
  g_assert_no_error (error);

  for (guint i = 0; i < N_WRITES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ours %u", i);

      ik_test_roles_insert (test->library, title, &error);
      g_assert_no_error (error);
    }

  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 2 * N_WRITES);

  /* It tells what the other one did, once. */
  drain ();
  n_changed = 0;
  for (guint i = 0; i < 2; i++)
    {
      ik_library_poll_async (test->library, NULL, NULL, NULL);
      g_assert_true (ik_library_write (test->library, NULL, IK_PRIORITY_BACKGROUND + 1,
                                       check_settings_cb, NULL, NULL, NULL));
      drain ();
    }
  g_assert_cmpuint (n_changed, >=, 1);
}

static void
keep_poll_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (ik_library_poll_finish (IK_LIBRARY (source), result, error));
}

/* What goes wrong while looking is told. */
static void
test_poll_fails (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ik_library_poll_async (test->library, cancellable, keep_poll_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Both make the library new at the same moment. */
static gpointer
open_in_thread (gpointer data)
{
  g_autoptr(GError) error = NULL;
  IkLibrary *library = ik_library_open (data, NULL, &error);

  g_assert_no_error (error);
  return library;
}

static void
test_made_twice_at_once (IkTestLibrary *test,
                         gconstpointer  data)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("new-%u.db", i);
      g_autofree char *path = g_build_filename (test->directory, name, NULL);
      GThread *thread = g_thread_new ("open", open_in_thread, path);
      g_autoptr(IkLibrary) one = open_in_thread (path);
      g_autoptr(IkLibrary) two = g_thread_join (thread);

      g_assert_true (ik_test_roles_insert (one, "Cook", NULL));
      g_assert_cmpuint (ik_test_roles_count (two), ==, 1);
    }
}

/* Undo */

static gboolean
rename_role_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(IkStatement) rename = ik_database_prepare (database, "UPDATE role SET title = ?1");

  ik_statement_bind_text (rename, 1, data);
  return ik_statement_run (rename, error);
}

static void
test_conflict (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (ik_test_roles_insert (test->library, "Cook", NULL));
  g_assert_true (ik_library_write (test->library, "Rename", IK_PRIORITY_USER, rename_role_cb,
                                   (gpointer) "Chef", NULL, NULL));
  drain ();
  g_assert_cmpuint (test->changesets->len, ==, 1);

  /* Somebody else changes it since. */
  ik_test_library_run_sql (test, "UPDATE role SET title = 'Sous-chef'");
  before = ik_test_library_dump (test);
  g_assert_false (ik_library_apply (test->library, test->changesets->pdata[0], TRUE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT);
  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);

  /* Foreign keys hold again. */
  g_assert_true (ik_library_write (test->library, NULL, 0, check_settings_cb, NULL, NULL, NULL));
}

/* Undoing what others have built upon since would leave them without ground. */
static void
test_conflict_of_references (IkTestLibrary *test,
                             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ik_library_write (test->library, "Add", IK_PRIORITY_USER, ik_test_roles_insert_cb,
                                   (gpointer) "Cook", NULL, NULL));
  drain ();
  ik_test_library_run_sql (test, "INSERT INTO candidate (id, name, role_id, created_at)"
                           " SELECT 'c', 'Ann', id, 1 FROM role");
  g_assert_false (ik_library_apply (test->library, test->changesets->pdata[0], TRUE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (ik_test_roles_count (test->library), ==, 1);
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 2 && g_str_equal (argv[1], "--other-program"))
    {
      write_as_other_program ();
      return 0;
    }

  g_set_prgname (argv[0]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/library/modes", test_modes);
  ADD ("/store/library/settings", test_settings);
  ADD ("/store/library/reader-reads", test_reader_reads);
  ADD ("/store/library/not-ours", test_not_ours);
  ADD ("/store/library/newer", test_newer);
  ADD ("/store/library/empty-file-becomes-a-library", test_empty_file_becomes_a_library);
  ADD ("/store/library/damaged", test_damaged);
  ADD ("/store/library/read-only", test_read_only);
  ADD ("/store/library/full-disk", test_full_disk);
  ADD ("/store/library/rolls-back", test_rolls_back);
  ADD ("/store/library/cancel-interrupts", test_cancel_interrupts);
  ADD ("/store/library/write-async", test_write_async);
  ADD ("/store/library/records-only-labelled", test_records_only_labelled);
  ADD ("/store/library/close-waits", test_close_waits);
  ADD ("/store/library/closed", test_closed);
  ADD ("/store/library/two-programs", test_two_programs);
  ADD ("/store/library/poll-fails", test_poll_fails);
  ADD ("/store/library/made-twice-at-once", test_made_twice_at_once);
  ADD ("/store/library/undo/conflict", test_conflict);
  ADD ("/store/library/undo/conflict-of-references", test_conflict_of_references);

  return g_test_run ();
}
