#include "ik-live-interview-private.h"

/* What a live interview tells of being saved, which its saver does. */

/**
 * ik_live_interview_get_save_error:
 * @self: a live interview
 *
 * Returns: (nullable) (transfer none): see #IkLiveInterview:save-error
 */
const char *
ik_live_interview_get_save_error (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), NULL);

  return ik_live_saver_get_error (self->saver);
}

/**
 * ik_live_interview_get_rescue_path:
 * @self: a live interview
 *
 * Returns: (nullable) (transfer none): where a copy is kept while saving fails
 */
const char *
ik_live_interview_get_rescue_path (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), NULL);

  return ik_live_saver_get_rescue_path (self->saver);
}

/**
 * ik_live_interview_take_lock:
 * @self: a live interview
 * @lock: (transfer full): that of the interview
 *
 * Keeps the interview from others as long as it is held here, until everything
 * is saved.
 */
void
ik_live_interview_take_lock (IkLiveInterview *self,
                             IkInterviewLock *lock)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  ik_live_saver_take_lock (self->saver, lock);
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (ik_live_saver_flush_finish (IK_LIVE_SAVER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ik_live_interview_flush_async:
 * @self: a live interview
 * @callback: called when everything is saved, or the next attempt failed
 * @user_data: data of @callback
 *
 * Saves what is unsaved and waits for it.
 */
void
ik_live_interview_flush_async (IkLiveInterview     *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ik_live_interview_flush_async);
  ik_live_saver_flush_async (self->saver, flushed_cb, task);
}

/**
 * ik_live_interview_flush_finish:
 * @self: a live interview
 * @result: result of ik_live_interview_flush_async()
 * @error: return location for an error
 *
 * Returns: whether everything is saved; if not, it is kept and tried again
 */
gboolean
ik_live_interview_flush_finish (IkLiveInterview  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ik_live_interview_stay:
 * @self: a live interview
 *
 * Takes back that it was ended or broken off, where that could not be saved: it
 * goes on as what it was. One that is live stays as it is.
 */
void
ik_live_interview_stay (IkLiveInterview *self)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  switch (self->interview->state)
    {
    case IK_INTERVIEW_STATE_REVIEW:
      ik_live_interview_resume (self);
      break;

    case IK_INTERVIEW_STATE_BROKEN_OFF:
      ik_live_interview_start (self);
      break;

    /* Nothing was entered from paper. */
    case IK_INTERVIEW_STATE_PLANNED:
      ik_live_interview_start_from_paper (self);
      break;

    case IK_INTERVIEW_STATE_LIVE:
    case IK_INTERVIEW_STATE_HANDED_IN:
    case IK_INTERVIEW_STATE_CANCELLED:
    case IK_INTERVIEW_STATE_NO_SHOW:
    default:
      break;
    }
}
