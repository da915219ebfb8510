#include "duplicate-bank.h"
#include "ik-duplicate-index.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The duplicate finder on banks of several sizes, in each of which one question
 * in a hundred was planted again in other words and one in a hundred differs from
 * another in a word that matters (duplicate-bank.c says how both are made).
 * Arguments: sizes; 10000 and 100000 where there are none. */

static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;
  long n_pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &n_pages);

  return (double) n_pages * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

typedef struct
{
  guint n_found;
  guint n_all;
} Tally;

/* The leader of each question; itself where it is none's duplicate. */
static guint *
list_leaders (GArray *pairs,
              guint   n_questions)
{
  guint *leaders = g_new (guint, n_questions);

  for (guint i = 0; i < n_questions; i++)
    leaders[i] = i;
  for (guint i = 0; i < pairs->len; i++)
    {
      const IkDuplicatePair *pair = &g_array_index (pairs, IkDuplicatePair, i);

      leaders[pair->second] = pair->first;
    }

  return leaders;
}

static void
print_misses (const DuplicateBank *bank,
              GArray              *pairs,
              const guint         *leaders)
{
  const char *wish = g_getenv ("BENCH_SHOW");
  guint n = wish != NULL ? (guint) atoi (wish) : 0;

  for (guint i = 0, shown = 0; i < bank->planted->len && shown < n; i++)
    {
      const Planted *planted = &g_array_index (bank->planted, Planted, i);

      if (planted->is_same != (leaders[planted->question] == leaders[planted->origin]))
        g_print ("  %s %s:\n    %s | %s\n    %s | %s\n", planted->is_same ? "missed" : "taken",
                 duplicate_kind_name (planted->kind), bank_prompt (bank, planted->origin),
                 bank_details (bank, planted->origin), bank_prompt (bank, planted->question),
                 bank_details (bank, planted->question)), shown++;
    }
}

static void
print_recall (const DuplicateBank *bank,
              GArray              *pairs,
              const guint         *leaders)
{
  Tally tallies[N_DUPLICATE_KINDS] = { { 0, 0 } };
  guint n_right = 0;
  guint n_planted = 0;
  guint n_taken = 0;

  for (guint i = 0; i < bank->planted->len; i++)
    {
      const Planted *planted = &g_array_index (bank->planted, Planted, i);
      gboolean is_found = leaders[planted->question] == leaders[planted->origin];

      tallies[planted->kind].n_found += is_found;
      tallies[planted->kind].n_all++;
      n_planted += planted->is_same;
      n_right += planted->is_same && is_found;
      n_taken += !planted->is_same && is_found;
    }

  g_print ("  recall %.4f (%u of %u), precision %.4f (%u of %u pairs; %u of the hard ones, "
           "%u others)\n", (double) n_right / n_planted, n_right, n_planted,
           pairs->len > 0 ? (double) n_right / pairs->len : 1, n_right, pairs->len, n_taken,
           pairs->len - n_right - n_taken);
  for (guint i = 0; i < N_DUPLICATE_KINDS; i++)
    g_print ("    %-9s %-44s %4u of %4u\n", duplicate_kind_is_same (i) ? "same" : "different",
             duplicate_kind_name (i), tallies[i].n_found, tallies[i].n_all);
}

static void
measure (guint   n_questions,
         double *out_seconds)
{
  g_autoptr(DuplicateBank) bank = duplicate_bank_new (n_questions, n_questions / 100);
  double memory_mb = get_memory_mb ();
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr(IkDuplicateIndex) index = ik_duplicate_index_new ();
  g_autoptr(GArray) pairs = NULL;
  g_autofree guint *leaders = NULL;
  gint64 read_us;

  for (guint i = 0; i < bank->prompts->len; i++)
    ik_duplicate_index_add (index, bank_prompt (bank, i), bank_details (bank, i));
  read_us = g_get_monotonic_time () - start_us;
  pairs = ik_duplicate_index_find (index, NULL, NULL);
  *out_seconds = (double) (g_get_monotonic_time () - start_us) / 1e6;

  g_print ("%u questions: %.2f s (%.2f s of it reading the words), %.0f MB\n", bank->prompts->len,
           *out_seconds, (double) read_us / 1e6, get_memory_mb () - memory_mb);
  leaders = list_leaders (pairs, bank->prompts->len);
  print_recall (bank, pairs, leaders);
  print_misses (bank, pairs, leaders);
}

int
main (int   argc,
      char *argv[])
{
  guint sizes[8] = { 10000, 100000 };
  guint n_sizes = 2;
  double last = 0;

  for (int i = 1; i < argc && i <= 8; i++)
    {
      sizes[i - 1] = (guint) atoi (argv[i]);
      n_sizes = (guint) i;
    }

  for (guint i = 0; i < n_sizes; i++)
    {
      double seconds;

      measure (sizes[i], &seconds);
      if (i > 0)
        g_print ("  time grows with the size to the power of %.2f\n",
                 log (seconds / last) / log ((double) sizes[i] / sizes[i - 1]));
      last = seconds;
    }

  return EXIT_SUCCESS;
}
