#include "ik-question-store.h"
#include "ik-test-library.h"
#include "ik-test-roles.h"

#include <sqlite3.h>
#include <string.h>

static void
test_backup_and_restore (IkTestLibrary *test,
                         gconstpointer  data)
{
  g_autofree char *path = ik_test_roles_make_library (test->directory, "mine.db");
  g_autofree char *backup = g_build_filename (test->directory, "copy.db", NULL);
  g_autofree char *journal = g_strconcat (backup, "-wal", NULL);
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, NULL);
  g_autoptr(GDir) directory = NULL;
  g_autoptr(GError) error = NULL;
  const char *name;
  guint n_kept = 0;

  g_assert_true (ik_library_backup (library, backup, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmphex (ik_test_library_get_mode (backup), ==, 0600);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_false (ik_library_backup (library, path, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (ik_test_roles_insert (library, "Baker", NULL));

  g_clear_object (&library);
  g_assert_true (ik_library_restore (path, backup, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmphex (ik_test_library_get_mode (path), ==, 0600);

  library = ik_library_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_test_roles_count (library), ==, 1);

  directory = g_dir_open (test->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_assert_false (g_str_has_suffix (name, ".restoring"));
      if (g_str_has_prefix (name, "mine.db.replaced-"))
        {
          g_autofree char *kept = g_build_filename (test->directory, name, NULL);
          g_autoptr(IkLibrary) replaced = ik_library_open (kept, NULL, NULL);

          g_assert_cmpuint (ik_test_roles_count (replaced), ==, 2);
          n_kept++;
          break;
        }
    }
  g_assert_cmpuint (n_kept, ==, 1);
}

static void
test_restore_refuses (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autofree char *path = ik_test_roles_make_library (test->directory, "mine.db");
  g_autofree char *newer = ik_test_roles_make_library (test->directory, "newer.db");
  g_autofree char *damaged = ik_test_roles_make_library (test->directory, "damaged.db");
  g_autofree char *text = g_build_filename (test->directory, "notes.txt", NULL);
  g_autofree char *missing = g_build_filename (test->directory, "missing.db", NULL);
  g_autofree char *content = NULL;
  g_autoptr(IkLibrary) library = NULL;
  const struct
  {
    const char   *backup;
    IkStoreError  code;
  } cases[] = {
    { newer, IK_STORE_ERROR_NEWER },
    { damaged, IK_STORE_ERROR_DAMAGED },
    { text, IK_STORE_ERROR_NOT_OURS },
    { missing, IK_STORE_ERROR_NOT_FOUND },
  };
  gsize length;

  ik_test_library_run_sql_on_file (newer, "PRAGMA user_version = 99");
  g_file_get_contents (damaged, &content, &length, NULL);
  memset (content + 5000, 0x5a, 20000);
  g_file_set_contents (damaged, content, (gssize) length, NULL);
  g_file_set_contents (text, "not a database at all, whatever it says it is", -1, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ik_library_restore (path, cases[i].backup, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, IK_STORE_ERROR, (int) cases[i].code);
    }

  library = ik_library_open (path, NULL, NULL);
  g_assert_cmpuint (ik_test_roles_count (library), ==, 1);
}

/* A library that is beyond repair is what a restore is for. */
static void
test_restore_over_damage (IkTestLibrary *test,
                          gconstpointer  data)
{
  g_autofree char *path = ik_test_roles_make_library (test->directory, "mine.db");
  g_autofree char *backup = ik_test_roles_make_library (test->directory, "backup.db");
  g_autoptr(IkLibrary) library = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "scrambled beyond recognition", -1, NULL);
  ik_library_restore (path, backup, NULL, &error);
  g_assert_no_error (error);
  library = ik_library_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_test_roles_count (library), ==, 1);
}

static void
test_restore_under_another_program (IkTestLibrary *test,
                                    gconstpointer  data)
{
  g_autofree char *path = ik_test_roles_make_library (test->directory, "mine.db");
  g_autofree char *backup = ik_test_roles_make_library (test->directory, "backup.db");
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_library_restore (path, backup, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY);
  g_assert_true (ik_test_roles_insert (library, "Baker", NULL));
}

static void
test_check_sound (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  g_assert_true (ik_library_check (test->library, &problems, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* A row that lost what it refers to, and an index that lost a word. */
static void
test_check_finds (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  ik_test_library_run_sql_on_file (test->path,
                                   "PRAGMA foreign_keys = OFF;"
                                   "DELETE FROM section WHERE id = 's3';"
                                   "UPDATE question SET prompt = 'Unseen' "
                                   "WHERE id = '" TEST_CACHE_ID "'");
  g_assert_true (ik_library_check (test->library, &problems, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 2);
}

static gboolean
remove_question_cb (IkDatabase    *database,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return ik_question_store_remove (database, TEST_CACHE_ID, error);
}

/* Leaves a word in the index and in the journal that is in no record. */
static void
leave_traces (IkTestLibrary *test)
{
  ik_test_library_fill (test);
  ik_test_library_run_sql (test, "UPDATE question SET prompt = 'Xylophone?' WHERE id = '"
                           TEST_CACHE_ID "';"
                           "INSERT INTO question_fts (question_fts) VALUES ('rebuild');"
                           "INSERT INTO prompt_fts (prompt_fts) VALUES ('rebuild');");
  g_assert_true (ik_library_write (test->library, NULL, 0, remove_question_cb, NULL, NULL, NULL));
  g_assert_true (ik_test_library_holds_bytes (test, "ylophone"));
}

static void
test_scrub (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  leave_traces (test);
  g_assert_true (ik_library_scrub (test->library, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ik_test_library_holds_bytes (test, "ylophone"));
}

/* A second copy of the program is open, and idle. */
static void
test_scrub_beside_another_program (IkTestLibrary *test,
                                   gconstpointer  data)
{
  g_autoptr(IkLibrary) other = NULL;
  g_autoptr(GError) error = NULL;

  leave_traces (test);
  other = ik_library_open (test->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_test_roles_count (other), ==, 0);

  g_assert_true (ik_library_scrub (test->library, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ik_test_library_holds_bytes (test, "ylophone"));
}

/* While somebody reads the journal it can't be emptied, and that is said. */
static void
test_scrub_under_a_reader (IkTestLibrary *test,
                           gconstpointer  data)
{
  sqlite3 *other = NULL;
  g_autoptr(GError) error = NULL;

  leave_traces (test);
  g_assert_cmpint (sqlite3_open (test->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN; SELECT * FROM role", NULL, NULL, NULL), ==,
                   SQLITE_OK);

  g_assert_false (ik_library_scrub (test->library, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, test->path));
  g_clear_error (&error);

  sqlite3_close (other);
  g_assert_true (ik_library_scrub (test->library, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ik_test_library_holds_bytes (test, "ylophone"));
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/library-care/backup-and-restore", test_backup_and_restore);
  ADD ("/store/library-care/restore-refuses", test_restore_refuses);
  ADD ("/store/library-care/restore-over-damage", test_restore_over_damage);
  ADD ("/store/library-care/restore-under-another-program", test_restore_under_another_program);
  ADD ("/store/library-care/check/sound", test_check_sound);
  ADD ("/store/library-care/check/finds", test_check_finds);
  ADD ("/store/library-care/scrub", test_scrub);
  ADD ("/store/library-care/scrub-beside-another-program", test_scrub_beside_another_program);
  ADD ("/store/library-care/scrub-under-a-reader", test_scrub_under_a_reader);

  return g_test_run ();
}
