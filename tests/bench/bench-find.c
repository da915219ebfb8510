/* Finding questions in banks of growing size: a fixed set of 100 queries, among
 * them the commonest words, one and two letters, accents, Chinese and Japanese,
 * several words; each with and without filters; all rows, other orders, counts;
 * the first look after a change; how long one that is cancelled goes on. Prints
 * how time and memory grow, and fails
 * where the worst query takes longer to its first 50 rows than it may.
 *
 * usage: bench-find [QUESTIONS…] */

#include "ik-bank.h"
#include "ik-test-bank.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define N_QUERIES 100
#define N_ROUNDS 20
#define N_SHOWN 50

/* How long a query runs until the next key. */
#define CANCELLED_AFTER_US 2000

/* What the worst of the queries may take in p95 up to so many questions, in ms. */
static const struct
{
  guint  n_questions;
  double most_ms;
} bounds[] = {
  { 100000, 16.7 },
  { 1000000, 100 },
};

/* Queries */

static const char *const special_queries[] = {
  "Prüfung", "prufung", "naïve", "naive", "RÉSUMÉ", "resume", "Ångström", "angstrom",
  "設計", "質問", "の", "障害", "設計 障害", "ひとつ",
  "c++", "don't", "\"the AND (", "*", "NOT the",
};

static char *
make_query (guint i)
{
  guint n_special = G_N_ELEMENTS (special_queries);
  guint n;

  if (i < n_special)
    return g_strdup (special_queries[i]);

  n = i - n_special;
  if (n < 26)
    return g_strdup_printf ("%c", 'a' + n);
  if (n < 46)
    return g_strdup (ik_test_bank_get_word (n - 26));
  if (n < 61)
    return g_strndup (ik_test_bank_get_word (n - 46), 2);
  if (n < 71)
    return g_strdup_printf ("%s %s", ik_test_bank_get_word (n - 61),
                            ik_test_bank_get_word (n * 7 % 200));
  if (n < 76)
    return g_strdup_printf ("%s %c %s", ik_test_bank_get_word (n - 71), 'a' + n % 26,
                            ik_test_bank_get_word (n * 3));

  return g_strndup (ik_test_bank_get_word (n * 97), 4);
}

/* Measuring */

/* In ms; a busy machine shows in the one and hardly in the other. */
typedef struct
{
  double wall_ms;
  double cpu_ms;
} Cost;

static Cost
get_now (void)
{
  return (Cost) { (double) g_get_monotonic_time () / 1000,
                  (double) clock () * 1000 / CLOCKS_PER_SEC };
}

static int
compare_cb (gconstpointer one,
            gconstpointer other)
{
  double a = *(const double *) one;
  double b = *(const double *) other;

  return a < b ? -1 : a > b;
}

typedef void (*Work) (IkLibrary              *library,
                      const IkQuestionFilter *filter);

static void
show_first (IkLibrary              *library,
            const IkQuestionFilter *filter)
{
  IkQuestionFilter first = *filter;
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GPtrArray) questions = NULL;

  first.limit = N_SHOWN;
  rows = ik_bank_find_questions (library, &first, NULL, NULL);
  g_assert_nonnull (rows);
  questions = ik_bank_load_rows (library, filter->query, (const gint64 *) (const void *) rows->data,
                                 rows->len, NULL, NULL);
  g_assert_nonnull (questions);
}

static void
find_all (IkLibrary              *library,
          const IkQuestionFilter *filter)
{
  g_autoptr(GArray) rows = ik_bank_find_questions (library, filter, NULL, NULL);

  g_assert_nonnull (rows);
}

static void
count (IkLibrary              *library,
       const IkQuestionFilter *filter)
{
  g_autoptr(IkQuestionCounts) counts = ik_bank_count_questions (library, filter, NULL, NULL);

  g_assert_nonnull (counts);
}

/* What 95 of 100 calls take at most. */
static Cost
measure_work (IkLibrary              *library,
              Work                    work,
              const IkQuestionFilter *filter,
              guint                   n_rounds)
{
  double wall_ms[N_ROUNDS];
  double cpu_ms[N_ROUNDS];

  for (guint i = 0; i < n_rounds; i++)
    {
      Cost start = get_now ();
      Cost end;

      work (library, filter);
      end = get_now ();
      wall_ms[i] = end.wall_ms - start.wall_ms;
      cpu_ms[i] = end.cpu_ms - start.cpu_ms;
    }

  qsort (wall_ms, n_rounds, sizeof *wall_ms, compare_cb);
  qsort (cpu_ms, n_rounds, sizeof *cpu_ms, compare_cb);
  return (Cost) { wall_ms[(n_rounds * 95 + 99) / 100 - 1], cpu_ms[(n_rounds * 95 + 99) / 100 - 1] };
}

static Cost
print_cost (const char *name,
            const char *query,
            Cost        cost)
{
  g_print ("  %-36s %9.2f ms CPU %9.2f ms%s%s\n", name, cost.cpu_ms, cost.wall_ms,
           query != NULL ? "  " : "", query != NULL ? query : "");
  return cost;
}

/* The worst of the queries. */
static Cost
measure_queries (IkLibrary              *library,
                 const char             *name,
                 Work                    work,
                 const IkQuestionFilter *filter,
                 guint                   n_rounds)
{
  g_autofree char *worst_query = NULL;
  Cost worst = { 0, 0 };

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *query = make_query (i);
      IkQuestionFilter with_query = *filter;
      Cost cost;

      with_query.query = query;
      cost = measure_work (library, work, &with_query, n_rounds);
      if (cost.cpu_ms <= worst.cpu_ms)
        continue;

      worst = cost;
      g_free (worst_query);
      worst_query = g_steal_pointer (&query);
    }

  return print_cost (name, worst_query, worst);
}

/* What the next key interrupts. */
typedef struct
{
  IkLibrary        *library;
  IkQuestionFilter  filter;
  GCancellable     *cancellable;
  gboolean          is_cancelled;
  gint64            ended_us;
} Search;

static gpointer
search_thread (gpointer data)
{
  Search *search = data;
  g_autoptr(GArray) rows = ik_bank_find_questions (search->library, &search->filter,
                                                   search->cancellable, NULL);

  search->is_cancelled = rows == NULL;
  search->ended_us = g_get_monotonic_time ();

  return NULL;
}

/* From the key that cancels to the end of what it cancels. */
static void
measure_cancel (IkLibrary *library)
{
  double worst_ms = 0;
  guint n_cancelled = 0;

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *query = make_query (i);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      Search search = { .library = library, .filter = { .query = query },
                        .cancellable = cancellable };
      GThread *thread = g_thread_new ("search", search_thread, &search);
      gint64 cancelled_us;

      g_usleep (CANCELLED_AFTER_US);
      cancelled_us = g_get_monotonic_time ();
      g_cancellable_cancel (cancellable);
      g_thread_join (thread);
      if (!search.is_cancelled)
        continue;

      n_cancelled++;
      worst_ms = MAX (worst_ms, (double) (search.ended_us - cancelled_us) / 1000);
    }

  g_print ("  %u of %u queries cancelled while they ran, the last to end %.2f ms after that\n",
           n_cancelled, N_QUERIES, worst_ms);
}

/* Pages of its own, in kB. */
static guint64
get_memory_kb (void)
{
  g_autofree char *text = NULL;
  guint64 pages[3] = { 0 };
  char *end;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  end = text;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pages[i] = g_ascii_strtoull (end, &end, 10);

  return (pages[1] - pages[2]) * (guint64) sysconf (_SC_PAGESIZE) / 1024;
}

/* What is reported of one size. */
typedef struct
{
  guint   n_questions;
  double  first_look_ms;
  double  first_rows_ms;
  double  counts_ms;
  guint64 memory_kb;
} Figures;

static void
measure_orders (IkLibrary *library)
{
  for (guint sort = IK_QUESTION_SORT_PACK; sort < IK_N_QUESTION_SORTS; sort++)
    {
      const IkQuestionFilter filter = { .sort = (IkQuestionSort) sort, .is_descending = TRUE };
      g_autofree char *name = g_strdup_printf ("all by %s",
                                               ik_question_sort_to_nick ((IkQuestionSort) sort));
      g_autofree char *first_name = g_strdup_printf ("%s, the first time", name);

      print_cost (first_name, NULL, measure_work (library, find_all, &filter, 1));
      print_cost (name, NULL, measure_work (library, find_all, &filter, N_ROUNDS));
    }
}

static void
measure_filtered (IkLibrary *library)
{
  static const char *const levels[] = { "senior", "junior", NULL };
  static const char *const tags[] = { "tag 3", NULL };
  const IkQuestionFilter several = { .levels = levels, .tags = tags, .minutes_to = 10 };
  const IkQuestionFilter sorted = { .levels = levels, .sort = IK_QUESTION_SORT_MINUTES };

  measure_queries (library, "three filters, first 50", show_first, &several, 5);
  measure_queries (library, "by minutes, first 50", show_first, &sorted, 5);
  measure_queries (library, "three filters, counts", count, &several, 1);
}

static Figures
measure_library (IkLibrary *library,
                 guint      n_questions)
{
  const IkQuestionFilter all = { NULL };
  Figures figures = { .n_questions = n_questions, .memory_kb = get_memory_kb () };

  g_print ("%u questions\n", n_questions);
  figures.first_look_ms = print_cost ("first 50 after a change", NULL,
                                      measure_work (library, show_first, &all, 1)).cpu_ms;
  print_cost ("first 50 of all", NULL, measure_work (library, show_first, &all, N_ROUNDS));
  print_cost ("all rows", NULL, measure_work (library, find_all, &all, N_ROUNDS));
  print_cost ("counts of all", NULL, measure_work (library, count, &all, N_ROUNDS));
  figures.first_rows_ms = measure_queries (library, "a query, first 50", show_first, &all,
                                           N_ROUNDS).cpu_ms;
  measure_queries (library, "a query, all rows", find_all, &all, 1);
  figures.counts_ms = measure_queries (library, "a query, counts", count, &all, 1).cpu_ms;
  figures.memory_kb = get_memory_kb () - figures.memory_kb;
  measure_filtered (library);
  measure_orders (library);
  measure_cancel (library);

  return figures;
}

static Figures
measure (guint n_questions)
{
  g_autofree char *directory = g_dir_make_tmp ("ik-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = NULL;
  Figures figures;

  ik_test_bank_make (path, n_questions);
  library = ik_library_open (path, NULL, &error);
  g_assert_no_error (error);
  figures = measure_library (library, n_questions);
  ik_library_close (library);

  g_unlink (path);
  g_rmdir (directory);
  return figures;
}

/* Reporting */

/* The e of "grows as n to the e". */
static double
get_exponent (double smaller,
              double larger,
              double factor)
{
  return smaller > 0 && larger > 0 ? log (larger / smaller) / log (factor) : 0;
}

static void
print_growth (const Figures *smaller,
              const Figures *larger)
{
  double factor = (double) larger->n_questions / smaller->n_questions;

  g_print ("%u to %u questions, exponents: first look %.2f, first 50 of a query %.2f,"
           " counts %.2f, memory %.2f\n", smaller->n_questions, larger->n_questions,
           get_exponent (smaller->first_look_ms, larger->first_look_ms, factor),
           get_exponent (smaller->first_rows_ms, larger->first_rows_ms, factor),
           get_exponent (smaller->counts_ms, larger->counts_ms, factor),
           get_exponent ((double) smaller->memory_kb, (double) larger->memory_kb, factor));
}

static gboolean
check (const Figures *figures)
{
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      if (figures->n_questions > bounds[i].n_questions)
        continue;

      g_print ("%u questions, %.1f MB: worst query to its first %u rows %.2f ms CPU, bound %.1f%s\n",
               figures->n_questions, (double) figures->memory_kb / 1024, N_SHOWN,
               figures->first_rows_ms, bounds[i].most_ms,
               figures->first_rows_ms <= bounds[i].most_ms ? "" : "  <- bound broken");
      return figures->first_rows_ms <= bounds[i].most_ms;
    }

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  static const char *const usual[] = { "", "1000", "10000", "100000" };
  const char *const *sizes = argc > 1 ? (const char *const *) argv : usual;
  guint n_sizes = argc > 1 ? (guint) argc : G_N_ELEMENTS (usual);
  Figures before = { 0 };
  gboolean holds = TRUE;

  for (guint i = 1; i < n_sizes; i++)
    {
      Figures figures = measure ((guint) atoi (sizes[i]));

      holds = check (&figures) && holds;
      if (before.n_questions > 0)
        print_growth (&before, &figures);
      before = figures;
    }

  return holds ? EXIT_SUCCESS : EXIT_FAILURE;
}
