/* Whether reading a document takes time in proportion to its size: each hostile
 * document is read at one size and at four times that, and so is a plain one.
 * The time is the processor's, so that what else runs doesn't count. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ik-hostile.h"
#include "ik-importer.h"

/* In less than that a step that looks at all of the text again and again is
 * lost behind the others. */
#define SIZE 160000
#define FACTOR 4
#define N_RUNS 3

/* Four times as much may take so many times as long; the square would be 16.
 * What is over in less is noise. */
#define MOST_RATIO 8.0
#define LEAST_MS 5.0

static double
get_processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static double
measure_ms (const char *part,
            gsize       size)
{
  g_autofree char *text = ik_hostile_document (part, size);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  double best_ms = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start_ms = get_processor_ms ();
      g_autoptr(IkPack) pack =
        ik_importer_read (bytes, "a", IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL);

      best_ms = MIN (best_ms, get_processor_ms () - start_ms);
    }

  return best_ms;
}

static gboolean
is_linear (const char *part)
{
  g_autofree char *name = g_strescape (part, NULL);
  double small_ms = measure_ms (part, SIZE);
  double large_ms = measure_ms (part, SIZE * FACTOR);
  double ratio = large_ms / MAX (small_ms, LEAST_MS / FACTOR);

  printf ("%-60.60s %7.2f ms %8.2f ms, %.1f times\n", name, small_ms, large_ms, ratio);
  return ratio <= MOST_RATIO;
}

int
main (void)
{
  static const char plain[] = "### Why tea?\n\nWater is hot, and leaves give what they have.\n\n";
  gboolean linear = is_linear (plain);

  for (guint i = 0; ik_hostile_parts[i] != NULL; i++)
    linear = is_linear (ik_hostile_parts[i]) && linear;

  printf ("bound: %d times the size takes at most %.0f times as long\n", FACTOR, MOST_RATIO);
  return linear ? EXIT_SUCCESS : EXIT_FAILURE;
}
