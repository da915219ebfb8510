#include "ik-test-library.h"

#include "ik-statement.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Far longer than anything takes. */
#define TIMEOUT_US (60 * G_USEC_PER_SEC)

#define POLL_US 500

static void
recorded_cb (IkLibrary  *library,
             const char *label,
             GBytes     *changeset,
             gpointer    data)
{
  IkTestLibrary *self = data;

  g_ptr_array_add (self->changesets, g_bytes_ref (changeset));
}

static void
open_library (IkTestLibrary *self)
{
  g_autoptr(GError) error = NULL;

  self->library = ik_library_open (self->path, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->library, "recorded", G_CALLBACK (recorded_cb), self);
  ik_library_set_recording (self->library, TRUE);
}

/* Work that is reported as done may still be let go of on the thread that did it,
 * and signals may be on their way to the main context. */
static void
wait_for_last_reference (gpointer object)
{
  gint64 end_us = g_get_monotonic_time () + TIMEOUT_US;

  while (g_atomic_int_get (&G_OBJECT (object)->ref_count) > 1 &&
         g_get_monotonic_time () < end_us)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (POLL_US);
    }
}

static void
close_library (IkTestLibrary *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;

  ik_library_close (self->library);
  g_signal_handlers_disconnect_by_data (self->library, self);
  wait_for_last_reference (self->library);
  g_assert_finalize_object (g_steal_pointer (&self->library));
}

void
ik_test_library_set_up_in (IkTestLibrary *self,
                           const char    *directory)
{
  self->directory = g_strdup (directory);
  self->path = g_build_filename (directory, "library.db", NULL);
  self->changesets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  open_library (self);
}

void
ik_test_library_set_up (IkTestLibrary *self,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("ik-test-XXXXXX", &error);

  g_assert_no_error (error);
  ik_test_library_set_up_in (self, directory);
}

static void
remove_directory (const char *path)
{
  g_autoptr(GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_directory (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

void
ik_test_library_tear_down (IkTestLibrary *self,
                           gconstpointer  data)
{
  close_library (self);
  remove_directory (self->directory);
  g_free (self->directory);
  g_free (self->path);
  g_ptr_array_unref (self->changesets);
}

void
ik_test_library_reopen (IkTestLibrary *self)
{
  close_library (self);
  open_library (self);
}

static gboolean
run_sql_cb (IkDatabase    *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return ik_database_run (database, data, error);
}

void
ik_test_library_run_sql (IkTestLibrary *self,
                         const char    *sql)
{
  g_autoptr(GError) error = NULL;

  ik_library_write (self->library, NULL, IK_PRIORITY_USER, run_sql_cb, (gpointer) sql, NULL,
                    &error);
  g_assert_no_error (error);
}

/* From now on no row of @table can be changed. */
void
ik_test_library_break (IkTestLibrary *self,
                       const char    *table)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TRIGGER broken BEFORE UPDATE ON %s "
                                          "BEGIN SELECT RAISE (ABORT, 'broken'); END", table);

  ik_test_library_run_sql (self, sql);
}

/* What ik_test_library_break() broke can be changed again. */
void
ik_test_library_mend (IkTestLibrary *self)
{
  ik_test_library_run_sql (self, "DROP TRIGGER broken");
}

/* A pack with two sections, a rubric and a competency, and a flat one. */
void
ik_test_library_fill (IkTestLibrary *self)
{
  ik_test_library_run_sql (self,
                           "INSERT INTO pack (id, title, created_at, changed_at) VALUES "
                           "  ('" TEST_PACK_ID "', 'Backend', 1, 1), ('" TEST_FLAT_PACK_ID "', 'A flat list', 1, 1);"
                           "INSERT INTO competency (id, pack_id, name, description) VALUES "
                           "  ('" TEST_COMPETENCY_ID "', '" TEST_PACK_ID "', 'Design', 'Weighs one against another');"
                           "INSERT INTO rubric (id, pack_id, name) VALUES "
                           "  ('" TEST_RUBRIC_ID "', '" TEST_PACK_ID "', 'Three steps');"
                           "INSERT INTO anchor (rubric_id, value, label, text) VALUES "
                           "  ('" TEST_RUBRIC_ID "', 3, 'Good', 'Sees the cost'), "
                           "  ('" TEST_RUBRIC_ID "', 1, 'Weak', 'Guesses'), "
                           "  ('" TEST_RUBRIC_ID "', 2, 'Fair', '');"
                           "INSERT INTO section (id, pack_id, position, title, introduction) VALUES "
                           "  ('s1', '" TEST_PACK_ID "', 0, 'Warming up', 'Welcome.'), "
                           "  ('s2', '" TEST_PACK_ID "', 1, 'Systems', ''), "
                           "  ('s3', '" TEST_FLAT_PACK_ID "', 0, '', '');"
                           "INSERT INTO question (id, section_id, position, state, kind, level, minutes, competency_id, "
                           "  rubric_id, prompt, details, reference_answer, why_it_matters, created_at, changed_at) VALUES "
                           "  ('" TEST_CACHE_ID "', 's2', 0, 'ready', 'design', 'senior', 12, '" TEST_COMPETENCY_ID "', "
                           "   '" TEST_RUBRIC_ID "', 'How do you size a cache?', 'It is read a lot.', 'By its hit rate.', "
                           "   'It tells what they measure.', 1, 1), "
                           "  ('" TEST_DISPUTE_ID "', 's2', 1, 'draft', 'behavioural', '', 0, '" TEST_COMPETENCY_ID "', "
                           "   NULL, 'When did you disagree?', '', '', '', 1, 1), "
                           "  ('" TEST_ARCHIVED_ID "', 's2', 2, 'archived', 'open', '', 0, NULL, NULL, 'Old one?', "
                           "   '', '', '', 1, 1), "
                           "  ('" TEST_OPENING_ID "', 's1', 0, 'ready', 'opening', '', 0, NULL, NULL, "
                           "   'How was the journey?', '', '', '', 1, 1), "
                           "  ('" TEST_FLAT_ID "', 's3', 0, 'ready', 'open', 'junior', 0, NULL, NULL, 'What is a pointer?', "
                           "   '', '', '', 1, 1);"
                           "INSERT INTO guidance_item (question_id, field, position, level, text) VALUES "
                           "  ('" TEST_CACHE_ID "', 'sub_question', 0, '', 'And two of them?'), "
                           "  ('" TEST_CACHE_ID "', 'follow_up', 0, '', 'What evicts?'), "
                           "  ('" TEST_CACHE_ID "', 'answer', 0, 'junior', 'It is big enough.'), "
                           "  ('" TEST_CACHE_ID "', 'clarifying_question', 0, '', 'How many reads?'), "
                           "  ('" TEST_CACHE_ID "', 'solution_step', 0, '', 'Measure'), "
                           "  ('" TEST_CACHE_ID "', 'positive_indicator', 0, '', 'Asks for numbers'), "
                           "  ('" TEST_CACHE_ID "', 'positive_indicator', 1, '', 'Names the cost'), "
                           "  ('" TEST_CACHE_ID "', 'red_flag', 0, '', 'Guesses'), "
                           "  ('" TEST_CACHE_ID "', 'reference', 0, '', 'https://example.com/caches');"
                           "INSERT INTO tag (question_id, name, position) VALUES "
                           "  ('" TEST_CACHE_ID "', 'performance', 0), ('" TEST_FLAT_ID "', 'language', 0);"
                           "INSERT INTO attachment (id, question_id, position, name, media_type, side, data) VALUES "
                           "  ('f1', '" TEST_CACHE_ID "', 0, 'plan.png', 'image/png', 'candidate', x'01'), "
                           "  ('f2', '" TEST_CACHE_ID "', 1, 'hints.txt', 'text/plain', 'interviewer', x'0203');"
                           "INSERT INTO question_fts (question_fts) VALUES ('rebuild');"
                           "INSERT INTO prompt_fts (prompt_fts) VALUES ('rebuild');");
}

static int
compare_rows (gconstpointer one,
              gconstpointer other)
{
  return strcmp (*(char *const *) one, *(char *const *) other);
}

static void
dump_table (GString    *dump,
            sqlite3    *handle,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *rows = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      GString *line = g_string_new (table);

      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          const char *text = (const char *) sqlite3_column_text (rows, i);

          g_string_append_printf (line, "|%s=%s", sqlite3_column_name (rows, i),
                                  text != NULL ? text : "NULL");
        }
      g_string_append_c (line, '\n');
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  sqlite3_finalize (rows);

  g_ptr_array_sort (lines, compare_rows);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (dump, lines->pdata[i]);
}

/* All rows of all tables as text, without the logs that an undo leaves alone. */
/* As another program would. */
void
ik_test_library_run_sql_on_file (const char *path,
                                 const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

guint
ik_test_library_get_mode (const char *path)
{
  GStatBuf buffer;

  g_assert_cmpint (g_stat (path, &buffer), ==, 0);
  return buffer.st_mode & 0777;
}

char *
ik_test_library_dump (IkTestLibrary *self)
{
  g_autoptr(GString) dump = g_string_new (NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *tables = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &handle, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "AND name NOT LIKE '%\\_fts%' ESCAPE '\\' "
                                       "AND name NOT LIKE 'sqlite%' "
                                       "AND name NOT IN ('event', 'change_log', 'reopening', 'agreement_log', "
                                       "'bank_stamp', 'unindexed_question') "
                                       "ORDER BY name", -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    dump_table (dump, handle, (const char *) sqlite3_column_text (tables, 0));

  sqlite3_finalize (tables);
  sqlite3_close (handle);

  return g_string_free (g_steal_pointer (&dump), FALSE);
}

static void
apply (IkTestLibrary *self,
       GBytes        *changeset,
       gboolean       inverted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  ik_library_apply (self->library, changeset, inverted, NULL, &error);
  g_assert_no_error (error);

  /* The full-text index follows, though the changeset knows nothing of it. */
  g_assert_true (ik_library_check (self->library, &problems, NULL, &error));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Do, undo, equal to before; redo, equal to after. The last command that was
 * recorded is taken. */
void
ik_test_library_assert_undoes_to (IkTestLibrary *self,
                                  const char    *before)
{
  g_autofree char *after = ik_test_library_dump (self);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  GBytes *changeset;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (self->changesets->len, >, 0);
  changeset = self->changesets->pdata[self->changesets->len - 1];

  g_assert_cmpstr (before, !=, after);
  apply (self, changeset, TRUE);
  undone = ik_test_library_dump (self);
  g_assert_cmpstr (undone, ==, before);

  apply (self, changeset, FALSE);
  redone = ik_test_library_dump (self);
  g_assert_cmpstr (redone, ==, after);
}

static gboolean
file_holds_bytes (const char *path,
                  const char *text)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) &&
         memmem (contents, length, text, strlen (text)) != NULL;
}

/* Whether @text stands anywhere in the library's file or in its journal. */
gboolean
ik_test_library_holds_bytes (IkTestLibrary *self,
                             const char    *text)
{
  g_autofree char *journal = g_strconcat (self->path, "-wal", NULL);

  return file_holds_bytes (self->path, text) || file_holds_bytes (journal, text);
}
