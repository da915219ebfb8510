#include "ik-database-private.h"
#include "ik-test-library.h"

/* When the columns of the bank are read again: @reader is the connection of
 * another program than the library's. */
typedef struct
{
  IkTestLibrary base;
  IkDatabase   *reader;
} Test;

static void
set_up (Test          *test,
        gconstpointer  data)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(GError) error = NULL;

  ik_test_library_set_up (&test->base, data);
  ik_test_library_fill (&test->base);
  ik_test_library_run_sql (&test->base,
                           "INSERT INTO interviewer (id, name) VALUES ('me', 'Ada');"
                           "INSERT INTO candidate (id, name, created_at) VALUES ('c', 'Bo', 1);"
                           "INSERT INTO interview (id, candidate_id, interviewer_id, set_title,"
                           " created_at) VALUES ('i', 'c', 'me', '', 1);"
                           "INSERT INTO interview_item (id, interview_id, question_id, position,"
                           " minutes, prompt) VALUES ('x', 'i', '" TEST_CACHE_ID "', 0, 1, '')");
  test->reader = ik_database_open (test->base.path, IK_DATABASE_READER, clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (Test          *test,
           gconstpointer  data)
{
  ik_database_close (test->reader);
  ik_test_library_tear_down (&test->base, data);
}

/* Returns how many questions are used, and whether they were read again. */
static guint
count_used (Test     *test,
            gboolean *out_read_again)
{
  g_autoptr(GError) error = NULL;
  gint64 before = test->reader->columns_stamp.questions;
  IkQuestionColumns *columns;
  guint n_used = 0;

  g_assert_true (ik_database_begin (test->reader, IK_DATABASE_READER, NULL, &error));
  columns = ik_question_columns_get (test->reader, &error);
  g_assert_no_error (error);
  g_assert_true (ik_database_commit (test->reader, &error));

  for (guint i = 0; i < columns->facts->len; i++)
    n_used += ik_question_columns_get_fact (columns, i)->is_used;

  *out_read_again = test->reader->columns_stamp.questions != before;
  return n_used;
}

static void
test_what_is_read (Test          *test,
                   gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    gboolean    reads_again;
    guint       n_used;
  } writes[] = {
    { "SELECT 1", TRUE, 0 }, /* for the first time */
    { "SELECT 1", FALSE, 0 },
    { "INSERT INTO note (id, interview_id, item_id, position, at, text)"
      " VALUES ('n', 'i', 'x', 0, 1, 'Knows it')", FALSE, 0 },
    { "UPDATE interview SET current_item = 1", FALSE, 0 },
    { "UPDATE interview_item SET outcome = 'answered'", FALSE, 1 },
    { "UPDATE interview_item SET outcome = 'not_asked'", FALSE, 0 },
    { "INSERT INTO question_set (id, title, created_at, changed_at) VALUES ('s', '', 1, 1);"
      "INSERT INTO set_item (id, set_id, question_id, position, minutes)"
      " VALUES ('y', 's', '" TEST_OPENING_ID "', 0, 1)", FALSE, 1 },
    { "UPDATE question SET minutes = 7 WHERE id = '" TEST_CACHE_ID "'", TRUE, 1 },
    { "UPDATE pack SET title = 'Other'", TRUE, 1 },
    { "INSERT INTO tag (question_id, name, position) VALUES ('" TEST_CACHE_ID "', 'new', 9)",
      TRUE, 1 },
    { "DELETE FROM candidate", FALSE, 1 }, /* its interview goes along */
    { "UPDATE setting SET value = value", FALSE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      gboolean read_again;

      g_test_message ("%s", writes[i].sql);
      ik_test_library_run_sql (&test->base, writes[i].sql);
      g_assert_cmpuint (count_used (test, &read_again), ==, writes[i].n_used);
      g_assert_cmpint (read_again, ==, writes[i].reads_again);
    }
}

/* The writer may look at what it has not committed. */
static gboolean
look_and_fail_cb (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(IkStatement) update = ik_database_prepare (database, "UPDATE question SET minutes = ?1");
  IkQuestionColumns *columns;

  for (guint minutes = 41; minutes <= 42; minutes++)
    {
      ik_statement_bind_int (update, 1, minutes);
      g_assert_true (ik_statement_run (update, error));
      columns = ik_question_columns_get (database, error);
      g_assert_cmpuint (ik_question_columns_get_fact (columns, 0)->minutes, ==, minutes);
    }

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED, "Taken back");
  return FALSE;
}

static gboolean
look_again_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  IkQuestionColumns *columns = ik_question_columns_get (database, error);

  g_assert_cmpuint (ik_question_columns_get_fact (columns, 0)->minutes, !=, 42);
  return TRUE;
}

static void
test_taken_back (Test          *test,
                 gconstpointer  data)
{
  IkLibrary *library = test->base.library;
  g_autoptr(GError) error = NULL;
  gboolean read_again;

  count_used (test, &read_again);
  g_assert_false (ik_library_write (library, NULL, IK_PRIORITY_USER, look_and_fail_cb, NULL, NULL,
                                    &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED);
  g_assert_true (ik_library_write (library, NULL, IK_PRIORITY_USER, look_again_cb, NULL, NULL,
                                   NULL));
  count_used (test, &read_again);
  g_assert_false (read_again);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add ("/store/bank-stamp/" path, Test, NULL, set_up, func, tear_down)
  ADD ("what-is-read", test_what_is_read);
  ADD ("taken-back", test_taken_back);
#undef ADD

  return g_test_run ();
}
