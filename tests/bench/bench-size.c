/* A library as large as they come: how fast a pack file goes into it, against
 * bare SQLite that fills a table and its full-text index before it and after it
 * in the same run, and what a search costs then, for the worst of 100 queries:
 * the commonest words, one and two letters, rare words, two words at once.
 *
 * usage: bench-size [QUESTIONS [MOST_MS]] */

#include "ik-bank.h"
#include "ik-import.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_QUESTIONS 100000
#define LEAST_RATIO 1.3
#define MOST_MS 16.7
#define N_QUERIES 100
#define N_ROUNDS 20

#define N_WORDS 30000
#define BYTES_PER_ANSWER 850
#define QUESTIONS_PER_SECTION 100

/* Words */

static char *
make_word (GRand *rand)
{
  static const char letters[] = "eeeeeeetttttaaaaooooiiiinnnnsssshhhrrrddlluucmfwypvbgkjqxz";
  guint length = (guint) g_rand_int_range (rand, 2, 12);
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_c (word, letters[g_rand_int_range (rand, 0, sizeof letters - 1)]);

  return g_string_free (word, FALSE);
}

static GPtrArray *
make_words (GRand *rand)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_WORDS; i++)
    g_ptr_array_add (words, make_word (rand));

  return words;
}

/* The n-th word is n times as rare as the first, as in every language. */
static const char *
choose_word (GRand     *rand,
             GPtrArray *words)
{
  return words->pdata[(guint) (pow (N_WORDS, g_rand_double (rand)) - 1)];
}

static char *
make_text (GRand     *rand,
           GPtrArray *words,
           guint      n_bytes)
{
  GString *text = g_string_new (NULL);

  while (text->len < n_bytes)
    g_string_append_printf (text, "%s ", choose_word (rand, words));

  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* The pack file */

typedef struct
{
  char *prompt;
  char *answer;
} Texts;

static void
texts_clear (gpointer data)
{
  Texts *texts = data;

  g_free (texts->prompt);
  g_free (texts->answer);
}

static GArray *
make_texts (guint      n_questions,
            GRand     *rand,
            GPtrArray *words)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (Texts), n_questions);

  g_array_set_clear_func (all, texts_clear);
  for (guint i = 0; i < n_questions; i++)
    {
      const Texts texts = { make_text (rand, words, 60),
                            make_text (rand, words, BYTES_PER_ANSWER) };

      g_array_append_val (all, texts);
    }

  return all;
}

static void
write_pack (GArray     *texts,
            const char *path)
{
  FILE *file = g_fopen (path, "w");

  fputs ("{\"format\":\"interview-kit-pack\",\"version\":1,\"title\":\"Large\",\"sections\":[", file);
  for (guint i = 0; i < texts->len; i++)
    {
      const Texts *one = &g_array_index (texts, Texts, i);
      g_autofree char *id = g_uuid_string_random ();

      if (i % QUESTIONS_PER_SECTION == 0)
        fprintf (file, "%s{\"title\":\"Part %u\",\"questions\":[", i > 0 ? "]}," : "",
                 i / QUESTIONS_PER_SECTION);
      fprintf (file, "%s{\"id\":\"%s\",\"prompt\":\"%s?\",\"answer\":\"%s\"}",
               i % QUESTIONS_PER_SECTION > 0 ? "," : "", id, one->prompt, one->answer);
    }
  fputs ("]}]}", file);
  fclose (file);
}

/* Clocks. A busy machine shows in the one and hardly in the other. */

typedef struct
{
  gint64 wall_us;
  double cpu_s;
} Instant;

static Instant
get_now (void)
{
  return (Instant) { g_get_monotonic_time (), (double) clock () / CLOCKS_PER_SEC };
}

static double
print_rate (const char    *name,
            const Instant *start,
            guint          n_questions)
{
  Instant now = get_now ();
  double cpu_s = now.cpu_s - start->cpu_s;

  g_print ("%-28s %6.2f s, %6.2f s CPU, %6.0f questions per CPU second\n", name,
           (double) (now.wall_us - start->wall_us) / G_USEC_PER_SEC, cpu_s, n_questions / cpu_s);
  return cpu_s;
}

/* The floor */

static sqlite3_stmt *
prepare (sqlite3    *handle,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

static void
insert (sqlite3_stmt *statement,
        gint64        row,
        const Texts  *texts)
{
  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_text (statement, 2, texts->prompt, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, texts->answer, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
run (sqlite3    *handle,
     const char *sql)
{
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static double
measure_floor (GArray     *texts,
               const char *path)
{
  Instant start;
  sqlite3 *handle = NULL;
  sqlite3_stmt *table;
  sqlite3_stmt *index;

  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  run (handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
       "CREATE TABLE question (seq INTEGER PRIMARY KEY, prompt TEXT, answer TEXT);"
       "CREATE VIRTUAL TABLE question_fts USING fts5 (prompt, answer, content = 'question',"
       " content_rowid = 'seq', tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')");
  table = prepare (handle, "INSERT INTO question VALUES (?1, ?2, ?3)");
  index = prepare (handle, "INSERT INTO question_fts (rowid, prompt, answer) VALUES (?1, ?2, ?3)");

  start = get_now ();
  run (handle, "BEGIN");
  for (guint i = 0; i < texts->len; i++)
    {
      insert (table, i + 1, &g_array_index (texts, Texts, i));
      insert (index, i + 1, &g_array_index (texts, Texts, i));
    }
  run (handle, "COMMIT");

  sqlite3_finalize (table);
  sqlite3_finalize (index);
  sqlite3_close (handle);
  return print_rate ("bare SQLite", &start, texts->len);
}

/* The import */

static double
measure_import (IkLibrary  *library,
                const char *path,
                guint       n_questions)
{
  Instant start = get_now ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, n_questions);
  id = ik_import_store (library, pack, NULL, NULL, &error);
  g_assert_no_error (error);

  return print_rate ("import of the pack file", &start, n_questions);
}

/* Searching */

static char *
make_query (guint      i,
            GRand     *rand,
            GPtrArray *words)
{
  const char *common = words->pdata[i % 20];

  switch (i % 5)
    {
    case 0:
      return g_strdup (common);
    case 1:
      return g_strdup_printf ("%c", 'a' + (i / 5) % 26);
    case 2:
      return g_strndup (words->pdata[i], 2);
    case 3:
      return g_strdup_printf ("%s %s", common, (char *) words->pdata[(i * 7) % 200]);
    default:
      return g_strndup (choose_word (rand, words), 4);
    }
}

static int
compare_cb (gconstpointer one,
            gconstpointer other)
{
  double a = *(const double *) one;
  double b = *(const double *) other;

  return a < b ? -1 : a > b;
}

/* What 95 of 100 calls take at most, in ms. */
typedef struct
{
  double wall_ms;
  double cpu_ms;
} Cost;

static double
get_most (double times_ms[N_ROUNDS])
{
  qsort (times_ms, N_ROUNDS, sizeof *times_ms, compare_cb);
  return times_ms[N_ROUNDS * 95 / 100 - 1];
}

static Cost
measure_query (IkLibrary  *library,
               const char *query,
               guint      *out_n_hits)
{
  double wall_ms[N_ROUNDS];
  double cpu_ms[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Instant start = get_now ();
      g_autoptr(GPtrArray) hits = ik_bank_search (library, query, 50, NULL, NULL);
      Instant end = get_now ();

      g_assert_nonnull (hits);
      wall_ms[i] = (double) (end.wall_us - start.wall_us) / 1000;
      cpu_ms[i] = (end.cpu_s - start.cpu_s) * 1000;
      *out_n_hits = hits->len;
    }

  return (Cost) { get_most (wall_ms), get_most (cpu_ms) };
}

static double
measure_search (IkLibrary *library,
                GRand     *rand,
                GPtrArray *words)
{
  double worst_ms = 0;

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *query = make_query (i, rand, words);
      guint n_hits;
      Cost cost = measure_query (library, query, &n_hits);

      if (cost.cpu_ms > worst_ms)
        g_print ("search “%s”, %u hits: p95 %.2f ms CPU, %.2f ms\n", query, n_hits,
                 cost.cpu_ms, cost.wall_ms);
      worst_ms = MAX (worst_ms, cost.cpu_ms);
    }

  return worst_ms;
}

static gboolean
report (const char *name,
        double      value,
        double      bound,
        gboolean    holds)
{
  g_print ("%s: %.2f, bound %.2f%s\n", name, value, bound, holds ? "" : "  <- bound broken");
  return holds;
}

static gboolean
measure (const char *directory,
         guint       n_questions,
         double      most_ms)
{
  g_autofree char *floor_path = g_build_filename (directory, "floor.db", NULL);
  g_autofree char *pack_path = g_build_filename (directory, "large.ikpack", NULL);
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GPtrArray) words = make_words (rand);
  g_autoptr(GArray) texts = make_texts (n_questions, rand, words);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, &error);
  double floor_s;
  double import_s;
  double search_ms;

  g_assert_no_error (error);
  write_pack (texts, pack_path);
  floor_s = measure_floor (texts, floor_path);
  import_s = measure_import (library, pack_path, n_questions);
  floor_s = (floor_s + measure_floor (texts, floor_path)) / 2;
  search_ms = measure_search (library, rand, words);
  ik_library_close (library);

  return report ("import, times the rate of bare SQLite", floor_s / import_s, LEAST_RATIO,
                 floor_s / import_s >= LEAST_RATIO) &
         report ("search, worst of the queries, p95 in ms of CPU", search_ms, most_ms,
                 search_ms <= most_ms);
}

static void
remove_directory (const char *path)
{
  g_autoptr(GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  guint n_questions = argc > 1 ? (guint) atoi (argv[1]) : N_QUESTIONS;
  double most_ms = argc > 2 ? g_ascii_strtod (argv[2], NULL) : MOST_MS;
  g_autofree char *directory = g_dir_make_tmp ("ik-bench-XXXXXX", NULL);
  gboolean holds = measure (directory, n_questions, most_ms);

  remove_directory (directory);
  return holds ? EXIT_SUCCESS : EXIT_FAILURE;
}
