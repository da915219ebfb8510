#include "ik-database-private.h"
#include "ik-migration.h"
#include "ik-question-index.h"
#include "ik-test-library.h"

#include <glib/gstdio.h>

static const char *const scripts[] = {
  "CREATE TABLE one (a TEXT NOT NULL) STRICT; INSERT INTO one VALUES ('first');",
  "CREATE TABLE two (b TEXT NOT NULL) STRICT; INSERT INTO two SELECT a FROM one;",
  "CREATE TABLE three (c TEXT) STRICT; INSERT INTO three VALUES (json('{'));",
  NULL,
};

/* The first @n scripts. */
static char **
take_scripts (guint n)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, scripts[i]);

  return g_strv_builder_end (builder);
}

static IkDatabase *
open_file (IkTestLibrary *test,
           const char    *name)
{
  g_autofree char *path = g_build_filename (test->directory, name, NULL);
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(GError) error = NULL;
  IkDatabase *database = ik_database_open (path, IK_DATABASE_WRITER, clock, &error);

  g_assert_no_error (error);
  return database;
}

static gint64
get_number (IkDatabase *database,
            const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number;

  ik_database_get_number (database, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

static gboolean
migrate (IkDatabase  *database,
         guint        n_scripts,
         GError     **error)
{
  g_auto(GStrv) taken = take_scripts (n_scripts);

  return ik_migration_run_scripts (database, (const char *const *) taken, error);
}

static char *
get_backup_path (IkTestLibrary *test)
{
  return g_build_filename (test->directory, "old.db.version-1", NULL);
}

static void
test_steps (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(IkDatabase) database = open_file (test, "old.db");
  g_autoptr(IkDatabase) backup = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *backup_path = get_backup_path (test);

  g_assert_true (migrate (database, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_number (database, "PRAGMA user_version"), ==, 1);
  g_assert_false (g_file_test (backup_path, G_FILE_TEST_EXISTS));

  /* What is there is backed up before it is changed. */
  g_assert_true (migrate (database, 2, &error));
  g_assert_cmpint (get_number (database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (get_number (database, "SELECT count(*) FROM two"), ==, 1);

  backup = open_file (test, "old.db.version-1");
  g_assert_cmpint (get_number (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get_number (backup, "SELECT count(*) FROM one"), ==, 1);

  /* There is nothing left to do. */
  g_unlink (backup_path);
  g_assert_true (migrate (database, 2, &error));
  g_assert_false (g_file_test (backup_path, G_FILE_TEST_EXISTS));
}

static void
test_failing_step (IkTestLibrary *test,
                   gconstpointer  data)
{
  g_autoptr(IkDatabase) database = open_file (test, "old.db");
  g_autoptr(GError) error = NULL;

  g_assert_true (migrate (database, 1, NULL));
  g_assert_false (migrate (database, 3, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED);

  /* The step before it stands; of the failing one there is nothing. */
  g_assert_cmpint (get_number (database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (get_number (database, "SELECT count(*) FROM sqlite_schema WHERE name = 'three'"),
                   ==, 0);
  g_assert_true (sqlite3_get_autocommit (database->handle));
}

static void
test_newer (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(IkDatabase) database = open_file (test, "old.db");
  g_autoptr(GError) error = NULL;

  g_assert_true (migrate (database, 2, NULL));
  g_assert_false (migrate (database, 1, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NEWER);
}

/* Every table of the library is STRICT, but for those of FTS5. */
static void
test_first_version (IkTestLibrary *test,
                    gconstpointer  data)
{
  g_autoptr(IkDatabase) database = open_file (test, "library.db");

  g_assert_cmpint (get_number (database, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                               " AND NOT strict AND name NOT LIKE 'sqlite%'"
                               " AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"), ==, 0);
  g_assert_cmpint (get_number (database, "SELECT count(*) FROM sqlite_schema"
                               " WHERE type IN ('trigger', 'view')"), ==, 0);
}

/* A library of the first version, as the program made it then. */
static IkDatabase *
open_first_version (IkTestLibrary *test)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "migrations",
                                                 "0001.sql", NULL);
  g_autofree char *script = NULL;
  const char *first[] = { NULL, NULL };
  g_autoptr(IkDatabase) database = open_file (test, "old.db");
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &script, NULL, &error);
  g_assert_no_error (error);
  first[0] = script;
  ik_migration_run_scripts (database, first, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&database);
}

/* Ticks made by the first version stay; a chip of one's own stands beside them. */
static void
test_keeps_ticks (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autoptr(IkDatabase) database = open_first_version (test);
  g_autoptr(GError) error = NULL;

  ik_database_run (database,
                   "INSERT INTO interviewer (id, name) VALUES ('i', 'Ira');"
                   "INSERT INTO candidate (id, name, created_at) VALUES ('c', 'Ada', 1);"
                   "INSERT INTO interview (id, candidate_id, interviewer_id, set_title, created_at) "
                   "  VALUES ('v', 'c', 'i', 'Set', 1);"
                   "INSERT INTO interview_item (id, interview_id, position, minutes, prompt) "
                   "  VALUES ('t', 'v', 0, 5, 'What?');"
                   "INSERT INTO indicator VALUES ('d', 't', 'red_flag', 0, 'Guesses', 77);", &error);
  g_assert_no_error (error);

  ik_migration_run (database, &error);
  g_assert_no_error (error);
  ik_database_run (database,
                   "INSERT INTO indicator VALUES ('e', 't', 'own', 1, 'Needed a hint', 78)", &error);
  g_assert_no_error (error);

  g_assert_cmpint (get_number (database, "SELECT count(*) FROM indicator "
                               "WHERE item_id = 't' AND ticked_at IN (77, 78)"), ==, 2);
  ik_database_run (database, "DELETE FROM candidate", &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_number (database, "SELECT count(*) FROM indicator"), ==, 0);
}

/* What the first version has is found in the indexes of the third. */
static void
test_keeps_index (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autoptr(IkDatabase) database = open_first_version (test);
  g_autoptr(IkDatabase) backup = NULL;
  g_autoptr(GError) error = NULL;

  ik_database_run (database,
                   "INSERT INTO pack (id, title, created_at, changed_at) VALUES ('p', 'P', 1, 1);"
                   "INSERT INTO section (id, pack_id, position, title) VALUES ('s', 'p', 0, '');"
                   "INSERT INTO question (seq, id, section_id, position, prompt, reference_answer,"
                   " created_at, changed_at)"
                   " VALUES (7, 'q', 's', 0, 'What is a pointer?', 'Ein Zeiger', 1, 1),"
                   " (8, 'r', 's', 1, '什么是Redis缓存？', '', 1, 1);"
                   "INSERT INTO question_fts (question_fts) VALUES ('rebuild');", &error);
  g_assert_no_error (error);

  ik_migration_run (database, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_number (database, "SELECT rowid FROM prompt_fts"
                               " WHERE prompt_fts MATCH 'p*'"), ==, 7);
  g_assert_cmpint (get_number (database, "SELECT rowid FROM question_fts"
                               " WHERE question_fts MATCH 'zeiger'"), ==, 7);
  g_assert_cmpint (get_number (database, "SELECT rowid FROM question_fts"
                               " WHERE question_fts MATCH '\"缓 存\"'"), ==, 8);
  g_assert_true (ik_question_index_check (database, &error));
  g_assert_no_error (error);

  /* The copy is as it was. */
  backup = open_file (test, "old.db.version-1");
  g_assert_cmpint (get_number (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get_number (backup, "SELECT count(*) FROM question"), ==, 2);
}

/* A recommendation is kept as the word that it was. */
static void
test_keeps_recommendation (IkTestLibrary *test,
                           gconstpointer  data)
{
  g_autoptr(IkDatabase) database = open_first_version (test);
  g_autoptr(GError) error = NULL;

  ik_database_run (database,
                   "INSERT INTO interviewer (id, name) VALUES ('i', 'Ira');"
                   "INSERT INTO candidate (id, name, created_at) VALUES ('c', 'Ada', 1);"
                   "INSERT INTO interview (id, candidate_id, interviewer_id, set_title, created_at,"
                   "                       recommendation) "
                   "  VALUES ('v', 'c', 'i', 'Set', 1, 'strong_yes'), ('w', 'c', 'i', 'Set', 1, '')",
                   &error);
  g_assert_no_error (error);

  ik_migration_run (database, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_number (database, "SELECT recommendation = 'strong_yes' FROM interview "
                               "WHERE id = 'v' AND recommendation_rubric_id = ''"), ==, 1);
  g_assert_cmpint (get_number (database, "SELECT recommendation = '' FROM interview "
                               "WHERE id = 'w'"), ==, 1);

  /* Nor can anything else be written later. */
  g_assert_false (ik_database_run (database, "UPDATE interview SET recommendation = 'perhaps'",
                                   &error));
  g_clear_error (&error);
  g_assert_false (ik_database_run (database, "UPDATE interview SET recommendation = '1001'",
                                   &error));
  g_clear_error (&error);
  ik_database_run (database, "UPDATE interview SET recommendation = '-3'", &error);
  g_assert_no_error (error);
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/migration/steps", test_steps);
  ADD ("/store/migration/failing-step", test_failing_step);
  ADD ("/store/migration/newer", test_newer);
  ADD ("/store/migration/first-version", test_first_version);
  ADD ("/store/migration/keeps-ticks", test_keeps_ticks);
  ADD ("/store/migration/keeps-index", test_keeps_index);
  ADD ("/store/migration/keeps-recommendation", test_keeps_recommendation);

  return g_test_run ();
}
