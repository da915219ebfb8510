#include "ik-job.h"

#include "ik-task.h"

typedef struct
{
  IkLibrary      *library;     /* (owned) */
  IkJobFunc       func;
  gpointer        data;
  GDestroyNotify  data_free;   /* nullable */
  GDestroyNotify  result_free; /* nullable */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_object_unref (job->library);
  g_free (job);
}

static void
run_job_cb (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gpointer result = job->func (job->library, job->data, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->result_free);
}

static GTask *
create_task (gpointer             source,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, ik_job_run_async);

  return task;
}

/* Takes @task. */
static void
run (GTask          *task,
     IkLibrary      *library,
     IkJobFunc       func,
     gpointer        data,
     GDestroyNotify  data_free,
     GDestroyNotify  result_free)
{
  Job *job = g_new0 (Job, 1);

  job->library = g_object_ref (library);
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  g_task_set_task_data (task, job, job_free);
  ik_task_run_in_thread (task, run_job_cb);
  g_object_unref (task);
}

/**
 * ik_job_run_async:
 * @source: (type GObject.Object): who wants the result
 * @library: the library
 * @func: the work; may block
 * @data: data for @func; must not be touched until it is done
 * @data_free: (nullable): frees @data, on any thread
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): cancels; the result is dropped then
 * @callback: called on the caller's context
 * @user_data: data for @callback
 *
 * Runs work on a thread of its own, so that the main loop goes on.
 */
void
ik_job_run_async (gpointer             source,
                  IkLibrary           *library,
                  IkJobFunc            func,
                  gpointer             data,
                  GDestroyNotify       data_free,
                  GDestroyNotify       result_free,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_return_if_fail (G_IS_OBJECT (source));
  g_return_if_fail (IK_IS_LIBRARY (library));
  g_return_if_fail (func != NULL);

  run (create_task (source, cancellable, callback, user_data), library, func, data, data_free,
       result_free);
}

/**
 * ik_job_change_async:
 * @source: (type GObject.Object): who wants the result
 * @library: the library
 * @func: the work; may block; says itself whether it was cancelled
 * @data: data for @func; must not be touched until it is done
 * @data_free: (nullable): frees @data, on any thread
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): cancels, unless @func is done by then
 * @callback: called on the caller's context
 * @user_data: data for @callback
 *
 * As ik_job_run_async(), for work that changes the library: what is stored by
 * the time it is cancelled is not reported as cancelled.
 */
void
ik_job_change_async (gpointer             source,
                     IkLibrary           *library,
                     IkJobFunc            func,
                     gpointer             data,
                     GDestroyNotify       data_free,
                     GDestroyNotify       result_free,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (G_IS_OBJECT (source));
  g_return_if_fail (IK_IS_LIBRARY (library));
  g_return_if_fail (func != NULL);

  task = create_task (source, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  run (task, library, func, data, data_free, result_free);
}

/**
 * ik_job_run_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): what the work returned; %NULL with @error set if it
 *   failed or was cancelled
 */
gpointer
ik_job_run_finish (GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ik_job_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
