#include "ik-question-index.h"
#include "ik-question-list.h"
#include "ik-question-matches.h"
#include "ik-question-store.h"
#include "ik-statement.h"
#include "ik-test-library.h"
#include "ik-unspaced.h"

/* Questions whose words the full-text indexes follow later: a search finds the
 * same before that as after. */

#define N_QUESTIONS 300
#define N_CHANGES 60
#define N_QUERIES 150

static const char *const vocabulary[] = {
  "cache", "caché", "CACHES", "c++", "C", "re-entrant", "Straße", "naïve", "team", "teams",
  "teamwork", "a", "an", "and", "TCP/IP", "記憶", "記憶の階層", "ひらがな", "x86_64", "don't",
};

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s",
                            vocabulary[g_rand_int_range (rand, 0, G_N_ELEMENTS (vocabulary))],
                            g_rand_boolean (rand) ? " " : ", ");

  return g_string_free (text, FALSE);
}

static char *
make_prompt (GRand *rand)
{
  g_autofree char *text = make_text (rand);

  return g_strdup_printf ("%s?", text);
}

/* The beginnings of one or two words. */
static char *
make_query (GRand *rand)
{
  GString *query = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 1, 3);

  for (int i = 0; i < n_words; i++)
    {
      const char *word = vocabulary[g_rand_int_range (rand, 0, G_N_ELEMENTS (vocabulary))];
      int n_letters = g_rand_int_range (rand, 1, (int) g_utf8_strlen (word, -1) + 1);
      g_autofree char *beginning = g_utf8_substring (word, 0, n_letters);

      g_string_append_printf (query, "%s ", beginning);
    }

  return g_string_free (query, FALSE);
}

static void
insert_question (IkDatabase *database,
                 GRand      *rand,
                 guint       position)
{
  g_autofree char *prompt = make_prompt (rand);
  g_autofree char *answer = make_text (rand);
  g_autoptr(IkQuestion) question = ik_question_new (prompt);
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT id FROM section WHERE pack_id = '" TEST_FLAT_PACK_ID "'");
  g_autoptr(GError) error = NULL;

  g_free (question->interviewer.reference_answer);
  question->interviewer.reference_answer = g_steal_pointer (&answer);
  g_assert_true (ik_statement_next (find));
  ik_question_store_insert (database, question, ik_statement_get_text (find, 0), position, &error);
  g_assert_no_error (error);
}

/* Which there is, at random. */
static gint64
choose_row (IkDatabase *database,
            GRand      *rand)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT seq FROM question ORDER BY seq LIMIT 1 OFFSET ?1");

  ik_statement_bind_int (find, 1, g_rand_int_range (rand, 0, N_QUESTIONS / 2));
  g_assert_true (ik_statement_next (find));
  return ik_statement_get_int64 (find, 0);
}

static void
rewrite (IkDatabase *database,
         GRand      *rand,
         gint64      row)
{
  g_autofree char *prompt = make_prompt (rand);
  g_autofree char *search_text = make_text (rand);
  g_autofree char *together = g_strdup_printf ("%s\n%s", prompt, search_text);
  g_autofree char *spread = ik_unspaced_spread (together);
  g_autofree char *whole = g_strdup_printf ("%s\n%s", search_text, spread != NULL ? spread : "");
  g_autoptr(GError) error = NULL;
  g_autoptr(IkStatement) update =
    ik_database_prepare (database, g_rand_boolean (rand)
                         ? "UPDATE question SET prompt = ?2, search_text = ?3 WHERE seq = ?1"
                         : "UPDATE question SET details = ?2, search_text = ?3 WHERE seq = ?1");

  ik_question_index_postpone (database, row, &error);
  g_assert_no_error (error);
  ik_statement_bind_int (update, 1, row);
  ik_statement_bind_text (update, 2, prompt);
  ik_statement_bind_text (update, 3, whole);
  g_assert_true (ik_statement_run (update, &error));
}

static void
delete (IkDatabase *database,
        gint64      row)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkStatement) delete = ik_database_prepare (database,
                                                       "DELETE FROM question WHERE seq = ?1");

  ik_question_index_postpone (database, row, &error);
  g_assert_no_error (error);
  ik_statement_bind_int (delete, 1, row);
  g_assert_true (ik_statement_run (delete, &error));
}

/* As a copy does: the row comes without its words. */
static void
insert_unindexed (IkDatabase *database,
                  GRand      *rand,
                  guint       position)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(IkStatement) find = ik_database_prepare (database, "SELECT max (seq) FROM question");
  gint64 row;

  insert_question (database, rand, position);
  g_assert_true (ik_statement_next (find));
  row = ik_statement_get_int64 (find, 0);
  g_array_append_val (rows, row);
  ik_question_index_remove_rows (database, rows, &error);
  g_assert_no_error (error);
  ik_question_index_postpone_inserted (database, row, &error);
  g_assert_no_error (error);
}

static gboolean
add_row_cb (gint64   row,
            gpointer data)
{
  g_hash_table_add (data, g_memdup2 (&row, sizeof row));
  return TRUE;
}

/* Returns what a query finds, in its order, and how many go through it. */
static char *
search (IkDatabase *database,
        const char *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GPtrArray) hits = ik_question_list_search (database, query, 0, &error);
  GString *found = g_string_new (query);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (found, " %s", ((const IkSearchHit *) hits->pdata[i])->id);

  if (ik_question_matches_has_words (query))
    ik_question_matches_visit (database, query, add_row_cb, rows, &error);
  g_assert_no_error (error);
  g_string_append_printf (found, " %u", g_hash_table_size (rows));

  return g_string_free (found, FALSE);
}

static void
assert_index_is_sound (IkDatabase *database)
{
  g_autoptr(GError) error = NULL;

  ik_question_index_check (database, &error);
  g_assert_no_error (error);
}

static gboolean
search_twice_cb (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GRand *rand = data;
  g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  guint n_indexed = 0;
  guint n_found = 0;

  for (guint i = 0; i < N_QUESTIONS; i++)
    insert_question (database, rand, i);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      rewrite (database, rand, choose_row (database, rand));
      delete (database, choose_row (database, rand));
      insert_unindexed (database, rand, N_QUESTIONS + i);
    }

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_ptr_array_add (queries, make_query (rand));
      g_ptr_array_add (before, search (database, queries->pdata[i]));
    }

  g_assert_true (ik_question_index_catch_up (database, G_MAXINT, &n_indexed, error));
  g_assert_cmpuint (n_indexed, >, N_CHANGES);
  assert_index_is_sound (database);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *after = search (database, queries->pdata[i]);

      n_found += g_str_has_suffix (after, " 0") ? 0 : 1;
      g_assert_cmpstr (before->pdata[i], ==, after);
    }
  g_assert_cmpuint (n_found, >, N_QUERIES / 2);

  return TRUE;
}

static void
test_finds_the_same (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  ik_library_write (test->library, NULL, IK_PRIORITY_USER, search_twice_cb, rand, NULL, &error);
  g_assert_no_error (error);
}

/* One that is edited or removed by itself before its turn comes. */
static gboolean
change_twice_cb (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(IkQuestion) question = ik_question_store_load (database, TEST_CACHE_ID, error);
  g_autoptr(IkStatement) list = ik_database_prepare (database, "SELECT seq FROM question");
  g_autoptr(IkStatement) left = ik_database_prepare (database,
                                                     "SELECT count(*) FROM unindexed_question");

  while (ik_statement_next (list))
    rewrite (database, rand, ik_statement_get_int64 (list, 0));

  g_assert_true (ik_question_store_update (database, question, error));
  g_assert_true (ik_question_store_remove (database, TEST_FLAT_ID, error));
  g_assert_true (ik_statement_next (left));
  g_assert_cmpint (ik_statement_get_int (left, 0), ==, 3);
  g_assert_true (ik_statement_finish (left, error));

  g_assert_true (ik_question_index_catch_up (database, G_MAXINT, NULL, error));
  assert_index_is_sound (database);
  return TRUE;
}

static void
test_changed_twice (IkTestLibrary *test,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  ik_library_write (test->library, NULL, IK_PRIORITY_USER, change_twice_cb, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
count_unindexed_cb (IkDatabase    *database,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(IkStatement) count = ik_database_prepare (database,
                                                      "SELECT count(*) FROM unindexed_question");

  g_assert_true (ik_statement_next (count));
  *(guint *) data = ik_statement_get_uint (count, 0);
  return ik_statement_finish (count, error);
}

static void
wait_for_index (IkTestLibrary *test)
{
  guint n_unindexed = 1;

  for (guint i = 0; n_unindexed > 0; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (i, <, 10000);
      g_usleep (1000);
      ik_library_read (test->library, count_unindexed_cb, &n_unindexed, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
assert_is_sound (IkTestLibrary *test)
{
  g_autoptr(GPtrArray) problems = NULL;

  g_assert_true (ik_library_check (test->library, &problems, NULL, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
}

static gboolean
rewrite_all_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  g_autoptr(IkStatement) list = ik_database_prepare (database, "SELECT seq FROM question");

  while (ik_statement_next (list))
    rewrite (database, rand, ik_statement_get_int64 (list, 0));

  return ik_statement_finish (list, error);
}

static void
test_follows_by_itself (IkTestLibrary *test,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  ik_library_write (test->library, NULL, IK_PRIORITY_USER, rewrite_all_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  wait_for_index (test);
  assert_is_sound (test);
}

/* What a program left that ended too early. */
static void
test_follows_at_start (IkTestLibrary *test,
                       gconstpointer  data)
{
  ik_test_library_fill (test);
  ik_library_close (test->library);
  ik_test_library_run_sql_on_file (test->path,
                                   "INSERT INTO unindexed_question"
                                   " SELECT seq, prompt, details, reference_answer, search_text"
                                   " FROM question;"
                                   "UPDATE question SET prompt = 'What is a zeppelin?';");
  ik_test_library_reopen (test);
  wait_for_index (test);
  assert_is_sound (test);
}

static gboolean
insert_after_deleting_cb (IkDatabase    *database,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autoptr(IkStatement) find = ik_database_prepare (database, "SELECT max (seq) FROM question");
  gint64 last_row;

  g_assert_true (ik_statement_next (find));
  last_row = ik_statement_get_int64 (find, 0);
  g_assert_true (ik_statement_finish (find, error));

  /* As another program did it, which this one does not know of. */
  delete (database, last_row);
  g_assert_true (ik_database_run (database, "UPDATE temp.question_key SET seq = 0", error));
  insert_question (database, rand, 0);

  g_assert_true (ik_statement_next (find));
  g_assert_cmpint (ik_statement_get_int64 (find, 0), >, last_row);
  return ik_statement_finish (find, error);
}

/* The row of a question that is gone is not given to another one while its words
 * are still in the index. */
static void
test_rows_stay_apart (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  ik_library_write (test->library, NULL, IK_PRIORITY_USER, insert_after_deleting_cb, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  assert_is_sound (test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) \
  g_test_add (path, IkTestLibrary, data, ik_test_library_set_up, func, ik_test_library_tear_down)

  ADD ("/store/question-index/finds-the-same/1", GUINT_TO_POINTER (1), test_finds_the_same);
  ADD ("/store/question-index/finds-the-same/2", GUINT_TO_POINTER (2), test_finds_the_same);
  ADD ("/store/question-index/finds-the-same/3", GUINT_TO_POINTER (3), test_finds_the_same);
  ADD ("/store/question-index/changed-twice", NULL, test_changed_twice);
  ADD ("/store/question-index/follows-by-itself", NULL, test_follows_by_itself);
  ADD ("/store/question-index/follows-at-start", NULL, test_follows_at_start);
  ADD ("/store/question-index/rows-stay-apart", NULL, test_rows_stay_apart);

  return g_test_run ();
}
