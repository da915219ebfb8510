#include "ik-step-time.h"

#include <time.h>

/* How long one transaction goes on: a note that is typed in another program
 * waits for it, and for the commit of what it took. One of this program ends
 * it, but for the least that makes a transaction worth its commit. It is time
 * of the thread, or a busy machine would take the smaller parts. */
#define STEP_US (25 * G_TIME_SPAN_MILLISECOND)
#define MIN_PIECES 20

static gint64
get_thread_us (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

/**
 * ik_step_time_begin:
 * @self: (out caller-allocates): the time of a step
 * @library: the library that is written to
 *
 * Begins a step, on the thread that does it.
 */
void
ik_step_time_begin (IkStepTime *self,
                    IkLibrary  *library)
{
  *self = (IkStepTime) {
    .library = library,
    .first_end_us = g_get_monotonic_time () + STEP_US,
    .end_us = get_thread_us () + STEP_US,
  };
}

/**
 * ik_step_time_is_left:
 * @self: the time of a step
 *
 * The time of the thread is asked of the system, which takes a microsecond: not
 * before it may be over.
 *
 * Returns: whether the step may do another piece
 */
gboolean
ik_step_time_is_left (const IkStepTime *self)
{
  return (g_get_monotonic_time () < self->first_end_us || get_thread_us () < self->end_us) &&
         (self->n_done < MIN_PIECES || !ik_library_is_awaited (self->library));
}
