#include "ik-deadline.h"

/* Ends blocking work that takes too long. The work itself can't look at the
 * clock: libsoup reads the head of an answer in one call, for as long as some
 * bytes come in. */
struct _IkDeadline
{
  GCancellable *outer;       /* owned, nullable; of who wants the work */
  gulong        handler;     /* on @outer */
  GCancellable *cancellable; /* owned; of the work */
  gint64        end_us;      /* monotonic */

  GThread      *thread;      /* owned; waits for the end */
  GMutex        mutex;       /* of what follows */
  GCond         is_free;     /* tells that @is_freed */
  gboolean      is_freed;
  gboolean      has_passed;
};

static gpointer
wait_in_thread (gpointer data)
{
  IkDeadline *self = data;
  gboolean has_passed;

  g_mutex_lock (&self->mutex);
  while (!self->is_freed && !self->has_passed)
    self->has_passed = !g_cond_wait_until (&self->is_free, &self->mutex, self->end_us);
  has_passed = self->has_passed;
  g_mutex_unlock (&self->mutex);

  if (has_passed)
    g_cancellable_cancel (self->cancellable);
  return NULL;
}

static void
cancelled_cb (GCancellable *outer,
              gpointer      cancellable)
{
  g_cancellable_cancel (cancellable);
}

/**
 * ik_deadline_new:
 * @cancellable: (nullable): cancels the work before
 * @seconds: how long the work may take
 *
 * Returns: (transfer full): a deadline for work that takes
 *   ik_deadline_get_cancellable(); the time runs
 */
IkDeadline *
ik_deadline_new (GCancellable *cancellable,
                 guint         seconds)
{
  IkDeadline *self = g_new0 (IkDeadline, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_free);
  self->end_us = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  self->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                             self->cancellable, NULL);
    }
  self->thread = g_thread_new ("ik-deadline", wait_in_thread, self);

  return self;
}

/**
 * ik_deadline_free:
 * @self: (transfer full): a deadline whose work is done
 */
void
ik_deadline_free (IkDeadline *self)
{
  g_mutex_lock (&self->mutex);
  self->is_freed = TRUE;
  g_cond_signal (&self->is_free);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  g_cancellable_disconnect (self->outer, self->handler);
  g_clear_object (&self->outer);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->is_free);
  g_free (self);
}

/**
 * ik_deadline_get_cancellable:
 * @self: a deadline
 *
 * Returns: (transfer none): what the work has to take; cancelled when the time
 *   is over, or before, when nobody wants it any longer
 */
GCancellable *
ik_deadline_get_cancellable (IkDeadline *self)
{
  return self->cancellable;
}

/**
 * ik_deadline_has_passed:
 * @self: a deadline
 *
 * Returns: whether the time is over
 */
gboolean
ik_deadline_has_passed (IkDeadline *self)
{
  gboolean has_passed;

  g_mutex_lock (&self->mutex);
  has_passed = self->has_passed;
  g_mutex_unlock (&self->mutex);

  return has_passed;
}
