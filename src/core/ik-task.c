#include "ik-task.h"

/* A task and what it does on its way to a thread. */
typedef struct
{
  GTask           *task; /* (unowned): kept until it is completed */
  GTaskThreadFunc  func;
} Run;

static void
run_cb (GTask        *carrier,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  const Run *run = data;

  run->func (run->task, g_task_get_source_object (run->task), g_task_get_task_data (run->task),
             cancellable);
  g_task_return_boolean (carrier, TRUE);
}

/**
 * ik_task_run_in_thread:
 * @task: a task of this thread's context
 * @func: the work; returns from the task as its last step
 *
 * As g_task_run_in_thread(), but the last reference to @task is dropped in its own
 * context. GLib's own drops one on the thread after the callback may have run, in
 * one of a hundred times as the last one: with it go the source and the data of the
 * task. Where the source is a widget whose window was closed meanwhile, GTK was
 * taken apart on that thread. Not for tasks that return as soon as they are
 * cancelled.
 */
void
ik_task_run_in_thread (GTask           *task,
                       GTaskThreadFunc  func)
{
  g_autoptr(GTask) carrier = NULL;
  Run *run;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  run = g_new (Run, 1);
  run->task = g_object_ref (task);
  run->func = func;
  g_signal_connect (task, "notify::completed", G_CALLBACK (g_object_unref), NULL);

  /* With the cancellable, which has what is cancelled looked at first. */
  carrier = g_task_new (NULL, g_task_get_cancellable (task), NULL, NULL);
  g_task_set_task_data (carrier, run, g_free);
  g_task_run_in_thread (carrier, run_cb);
}
