#include "ik-worker.h"

/**
 * IkWorker:
 *
 * A thread that does one piece of work after the other, the most urgent first
 * and those of equal priority in the order in which they came. What it works
 * on needs no lock: only this thread ever touches it.
 *
 * Any thread may call it. It ends with ik_worker_stop(), at the latest when
 * the last reference goes.
 */
struct _IkWorker
{
  GObject parent_instance;

  GMutex       mutex;    /* of the two below */
  GThreadPool *pool;     /* one thread of its own; NULL once stopped */
  guint        n_pushed;
};

G_DEFINE_FINAL_TYPE (IkWorker, ik_worker, G_TYPE_OBJECT)

typedef struct
{
  int           priority; /* lower is sooner, as everywhere in GLib */
  guint         sequence;
  IkWorkerFunc  func;
  gpointer      data;
  GCancellable *cancellable; /* (nullable) (unowned): the caller's or the task's */

  /* Somebody waits for it… */
  GMutex        mutex;
  GCond         cond;
  gboolean      done;

  /* …or is called back. */
  GTask        *task;        /* (nullable) (owned) */

  gboolean      succeeded;
  GError       *error;
} Work;

static void
finish_task (Work *work)
{
  if (work->succeeded)
    g_task_return_boolean (work->task, TRUE);
  else
    g_task_return_error (work->task, g_steal_pointer (&work->error));

  g_object_unref (work->task);
  g_free (work);
}

static gboolean
finish_task_cb (gpointer data)
{
  finish_task (data);
  return G_SOURCE_REMOVE;
}

/* The last reference to the task is dropped in its own context, so that the
 * caller's data is freed there and not here. */
static void
return_to_context (Work *work)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (work->task));
  g_source_set_callback (source, finish_task_cb, work, NULL);
  g_source_set_static_name (source, "IkWorker");
  g_source_attach (source, g_task_get_context (work->task));
}

static void
wake_caller (Work *work)
{
  g_mutex_lock (&work->mutex);
  work->done = TRUE;
  g_cond_signal (&work->cond);
  g_mutex_unlock (&work->mutex);
}

static void
do_work_cb (gpointer data,
            gpointer user_data)
{
  Work *work = data;

  work->succeeded = !g_cancellable_set_error_if_cancelled (work->cancellable, &work->error) &&
                    work->func (work->data, work->cancellable, &work->error);

  if (work->task != NULL)
    return_to_context (work);
  else
    wake_caller (work);
}

static int
compare_work_cb (gconstpointer one,
                 gconstpointer other,
                 gpointer      user_data)
{
  const Work *a = one;
  const Work *b = other;

  if (a->priority != b->priority)
    return a->priority < b->priority ? -1 : 1;

  return (int) (a->sequence - b->sequence);
}

/* FALSE where it is stopped: another thread may do that at any moment. */
static gboolean
push (IkWorker *self,
      Work     *work)
{
  gboolean runs;

  g_mutex_lock (&self->mutex);
  runs = self->pool != NULL;
  work->sequence = self->n_pushed++;

  /* The only error is a thread that cannot be started; an exclusive pool has
   * started its own before. */
  if (runs)
    g_thread_pool_push (self->pool, work, NULL);
  g_mutex_unlock (&self->mutex);

  if (!runs)
    g_set_error_literal (&work->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The worker was stopped");

  return runs;
}

static void
ik_worker_finalize (GObject *object)
{
  IkWorker *self = IK_WORKER (object);

  ik_worker_stop (self);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ik_worker_parent_class)->finalize (object);
}

static void
ik_worker_class_init (IkWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_worker_finalize;
}

static void
ik_worker_init (IkWorker *self)
{
  g_autoptr(GError) error = NULL;

  g_mutex_init (&self->mutex);
  self->pool = g_thread_pool_new (do_work_cb, self, 1, TRUE, &error);
  if (error != NULL)
    g_error ("No thread could be started: %s", error->message);

  g_thread_pool_set_sort_function (self->pool, compare_work_cb, self);
}

/**
 * ik_worker_new:
 *
 * Returns: (transfer full): a worker with its thread running
 */
IkWorker *
ik_worker_new (void)
{
  return g_object_new (IK_TYPE_WORKER, NULL);
}

/**
 * ik_worker_call:
 * @self: a worker
 * @priority: lower is sooner
 * @func: the work
 * @data: data for @func
 * @cancellable: (nullable): cancels what did not start yet; @func looks at it
 *   from then on
 * @error: return location
 *
 * Has @func called on the worker's thread and waits for it. A round trip
 * costs about 40 µs. Never call it from the worker's own thread.
 *
 * Returns: what @func returned, %FALSE with @error set if it was cancelled, or
 *   the worker stopped, before
 */
gboolean
ik_worker_call (IkWorker      *self,
                int            priority,
                IkWorkerFunc   func,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Work work = { .priority = priority, .func = func, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (IK_IS_WORKER (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  g_mutex_init (&work.mutex);
  g_cond_init (&work.cond);
  if (!push (self, &work))
    work.done = TRUE;

  g_mutex_lock (&work.mutex);
  while (!work.done)
    g_cond_wait (&work.cond, &work.mutex);
  g_mutex_unlock (&work.mutex);

  g_cond_clear (&work.cond);
  g_mutex_clear (&work.mutex);

  if (work.error != NULL)
    g_propagate_error (error, work.error);

  return work.succeeded;
}

/**
 * ik_worker_call_async:
 * @self: a worker
 * @priority: lower is sooner
 * @func: the work
 * @data: data for @func
 * @data_free: (nullable): frees @data, in the caller's context and after
 *   @callback
 * @cancellable: (nullable): as with ik_worker_call()
 * @callback: (nullable): called in the thread-default context of the caller
 * @user_data: data for @callback
 *
 * Has @func called on the worker's thread.
 */
void
ik_worker_call_async (IkWorker            *self,
                      int                  priority,
                      IkWorkerFunc         func,
                      gpointer             data,
                      GDestroyNotify       data_free,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Work *work;

  g_return_if_fail (IK_IS_WORKER (self));
  g_return_if_fail (func != NULL);

  work = g_new0 (Work, 1);
  work->priority = priority;
  work->func = func;
  work->data = data;
  work->cancellable = cancellable;
  work->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (work->task, ik_worker_call_async);
  g_task_set_task_data (work->task, data, data_free);

  /* What was done is reported as done, even if it was cancelled meanwhile. */
  g_task_set_check_cancellable (work->task, FALSE);

  if (!push (self, work))
    return_to_context (work);
}

/**
 * ik_worker_call_finish:
 * @self: a worker
 * @result: what the callback got
 * @error: return location
 *
 * Returns: what the work returned
 */
gboolean
ik_worker_call_finish (IkWorker      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ik_worker_is_awaited:
 * @self: a worker
 *
 * For work that can be done in parts: tells it when to end a part. Any thread,
 * the worker's own included.
 *
 * Returns: whether other work waits for what is done now
 */
gboolean
ik_worker_is_awaited (IkWorker *self)
{
  gboolean is_awaited;

  g_return_val_if_fail (IK_IS_WORKER (self), FALSE);

  g_mutex_lock (&self->mutex);
  is_awaited = self->pool != NULL && g_thread_pool_unprocessed (self->pool) > 0;
  g_mutex_unlock (&self->mutex);

  return is_awaited;
}

/**
 * ik_worker_stop:
 * @self: a worker
 *
 * Waits until everything that was asked for is done, and ends the thread. What
 * is asked for afterwards is cancelled. Callbacks of asynchronous calls still
 * come.
 */
void
ik_worker_stop (IkWorker *self)
{
  GThreadPool *pool;

  g_return_if_fail (IK_IS_WORKER (self));

  g_mutex_lock (&self->mutex);
  pool = g_steal_pointer (&self->pool);
  g_mutex_unlock (&self->mutex);

  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}
