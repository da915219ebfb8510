#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkStepTime:
 * @library: the library that is written to
 * @first_end_us: monotonic; the end where the thread had all of the time
 * @end_us: the end, in time of the thread
 * @n_done: pieces done so far, for the caller to count
 *
 * When the transaction of a step ends that could go on.
 */
typedef struct
{
  IkLibrary *library;
  gint64     first_end_us;
  gint64     end_us;
  guint      n_done;
} IkStepTime;

void     ik_step_time_begin   (IkStepTime       *self,
                               IkLibrary        *library);
gboolean ik_step_time_is_left (const IkStepTime *self);

G_END_DECLS
