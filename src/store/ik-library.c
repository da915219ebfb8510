#include "ik-library-private.h"

#include "ik-migration.h"
#include "ik-question-store.h"
#include "ik-recording.h"
#include "ik-task.h"
#include "ik-undo-trail.h"

/**
 * IkLibrary:
 *
 * One library file: a connection that writes and one that reads, each on a
 * worker thread of its own, so that a long search holds up no note. Any thread
 * may call it; signals come on the main context.
 *
 * Two programs can have the same library open: writes take turns, and
 * ik_library_poll() tells what the other one did.
 */

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_RECORDED,
} IkLibrarySignal;

static guint signals[SIGNAL_RECORDED + 1];

G_DEFINE_FINAL_TYPE (IkLibrary, ik_library, G_TYPE_OBJECT)

static void
ik_library_finalize (GObject *object)
{
  IkLibrary *self = IK_LIBRARY (object);

  ik_library_close (self);
  g_clear_object (&self->reader_worker);
  g_clear_object (&self->writer_worker);

  g_mutex_clear (&self->mutex);
  g_clear_object (&self->clock);
  g_free (self->path);

  G_OBJECT_CLASS (ik_library_parent_class)->finalize (object);
}

static void
ik_library_class_init (IkLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_library_finalize;

  /**
   * IkLibrary::changed:
   *
   * What the library holds changed, here or by another program. Several
   * changes in a row may come as one signal.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IkLibrary::recorded:
   * @label: what was done, for people
   * @changeset: what ik_library_apply() takes back
   *
   * A change was stored that can be undone.
   */
  signals[SIGNAL_RECORDED] =
    g_signal_new ("recorded", IK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BYTES);
}

static void
ik_library_init (IkLibrary *self)
{
  g_mutex_init (&self->mutex);
  self->clock = ik_clock_new_system ();
}

/* Signals. A library that is waiting for its idle source must be able to go:
 * sources hold no reference, ik_library_close() takes them away. */

static gboolean
emit_changed_cb (gpointer data)
{
  IkLibrary *self = data;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->changed_source, g_source_unref);
  g_mutex_unlock (&self->mutex);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/**
 * ik_library_queue_changed:
 * @self: a library
 *
 * Has #IkLibrary::changed emitted on the main context, and indexed what the
 * change put off. Any thread.
 */
void
ik_library_queue_changed (IkLibrary *self)
{
  g_mutex_lock (&self->mutex);
  if (self->changed_source == NULL)
    {
      self->changed_source = g_idle_source_new ();
      g_source_set_priority (self->changed_source, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->changed_source, emit_changed_cb, self, NULL);
      g_source_attach (self->changed_source, NULL);
    }
  g_mutex_unlock (&self->mutex);

  if (g_atomic_int_get (&self->writer->has_unindexed))
    ik_library_queue_cleaning (self);
}

typedef struct
{
  IkLibrary *library;   /* (owned) */
  char      *label;
  GBytes    *changeset;
} Recorded;

static gboolean
emit_recorded_cb (gpointer data)
{
  Recorded *recorded = data;

  g_signal_emit (recorded->library, signals[SIGNAL_RECORDED], 0,
                 recorded->label, recorded->changeset);
  return G_SOURCE_REMOVE;
}

static void
recorded_free (gpointer data)
{
  Recorded *recorded = data;

  g_object_unref (recorded->library);
  g_free (recorded->label);
  g_bytes_unref (recorded->changeset);
  g_free (recorded);
}

/**
 * ik_library_queue_recorded:
 * @self: a library
 * @label: what was done, for people
 * @changeset: what changed
 *
 * Has #IkLibrary::recorded emitted on the main context, unless nothing changed.
 * Any thread.
 */
void
ik_library_queue_recorded (IkLibrary  *self,
                           const char *label,
                           GBytes     *changeset)
{
  Recorded *recorded;

  if (g_bytes_get_size (changeset) == 0)
    return;

  recorded = g_new0 (Recorded, 1);
  recorded->library = g_object_ref (self);
  recorded->label = g_strdup (label);
  recorded->changeset = g_bytes_ref (changeset);
  g_idle_add_full (G_PRIORITY_DEFAULT, emit_recorded_cb, recorded, recorded_free);

  /* cppcheck-suppress memleak; the source frees it */
}

/* One piece of work, as it goes to a worker. */

typedef struct
{
  IkLibrary      *library;
  char           *label;     /* nullable */
  IkLibraryFunc   func;
  gpointer        data;
  GDestroyNotify  data_free; /* nullable */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->data_free != NULL)
    work->data_free (work->data);
  g_free (work->label);
  g_free (work);
}

static gboolean
do_read_cb (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Work *work = data;
  IkDatabase *database = work->library->reader;
  gboolean succeeded;

  if (!ik_database_begin (database, IK_DATABASE_READER, cancellable, error))
    return FALSE;

  succeeded = work->func (database, work->data, cancellable, error);
  ik_database_roll_back (database);

  return succeeded;
}

/* Calls the function between the begin and the end of its transaction. */
static gboolean
run_recorded (Work          *work,
              GCancellable  *cancellable,
              GBytes       **out_changeset,
              GError       **error)
{
  IkDatabase *database = work->library->writer;
  g_autoptr(IkRecording) recording = NULL;

  if (work->label == NULL || !g_atomic_int_get (&work->library->recording))
    return work->func (database, work->data, cancellable, error);

  recording = ik_recording_new (database, error);
  if (recording == NULL || !work->func (database, work->data, cancellable, error))
    return FALSE;

  *out_changeset = ik_recording_end (recording, error);
  return *out_changeset != NULL;
}

static gboolean
do_write_cb (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Work *work = data;
  IkDatabase *database = work->library->writer;
  g_autoptr(GBytes) changeset = NULL;

  if (!ik_database_begin (database, IK_DATABASE_WRITER, cancellable, error))
    return FALSE;

  if (!run_recorded (work, cancellable, &changeset, error))
    {
      ik_database_roll_back (database);
      return FALSE;
    }

  if (!ik_database_commit (database, error))
    return FALSE;

  if (changeset != NULL)
    ik_library_queue_recorded (work->library, work->label, changeset);
  ik_library_queue_changed (work->library);

  return TRUE;
}

/* Opening */

static gboolean
open_connections (IkLibrary  *self,
                  GError    **error)
{
  self->writer = ik_database_open (self->path, IK_DATABASE_WRITER, self->clock, error);
  if (self->writer == NULL || !ik_migration_run (self->writer, error) ||
      !ik_question_store_watch_keys (self->writer, error) ||
      !ik_database_get_number (self->writer, "PRAGMA data_version", &self->data_version, error))
    return FALSE;

  ik_bank_stamp_watch (self->writer);
  self->reader = ik_database_open (self->path, IK_DATABASE_READER, self->clock, error);
  return self->reader != NULL;
}

/**
 * ik_library_open:
 * @path: the file, made on first use with mode 0600 in a folder of mode 0700
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Opens a library and brings it to the newest version. Blocks: never on the
 * main loop of a window.
 *
 * Returns: (transfer full): the library, %NULL with an #IkStoreError otherwise
 */
IkLibrary *
ik_library_open (const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(IkLibrary) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  self = g_object_new (IK_TYPE_LIBRARY, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  if (!open_connections (self, error))
    return NULL;

  self->writer_worker = ik_worker_new ();
  self->reader_worker = ik_worker_new ();
  g_atomic_int_set (&self->writer->has_unindexed, TRUE); /* as far as is known */
  ik_library_queue_cleaning (self);

  return g_steal_pointer (&self);
}

static void
open_in_thread_cb (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  IkLibrary *library = ik_library_open (data, cancellable, &error);

  if (library != NULL)
    g_task_return_pointer (task, library, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * ik_library_open_async:
 * @path: the file
 * @cancellable: (nullable): cancels
 * @callback: called on the caller's context
 * @user_data: data for @callback
 *
 * Does what ik_library_open() does on a thread of its own.
 */
void
ik_library_open_async (const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, ik_library_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  ik_task_run_in_thread (task, open_in_thread_cb);
}

/**
 * ik_library_open_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the library
 */
IkLibrary *
ik_library_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ik_library_close:
 * @self: a library
 *
 * Waits until all that was asked for is done, and closes the file. What other
 * threads ask for afterwards is cancelled. Signals that were not delivered yet
 * are dropped.
 */
void
ik_library_close (IkLibrary *self)
{
  g_return_if_fail (IK_IS_LIBRARY (self));

  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_mutex_unlock (&self->mutex);

  if (self->reader_worker != NULL)
    ik_worker_stop (self->reader_worker);
  if (self->writer_worker != NULL)
    ik_worker_stop (self->writer_worker);

  /* The writer last: who closes last empties the journal, and the reader may
   * not write. */
  g_clear_pointer (&self->reader, ik_database_close);
  g_clear_pointer (&self->writer, ik_database_close);

  if (self->changed_source != NULL)
    g_source_destroy (self->changed_source);
  g_clear_pointer (&self->changed_source, g_source_unref);
}

/**
 * ik_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its absolute path
 */
const char *
ik_library_get_path (IkLibrary *self)
{
  g_return_val_if_fail (IK_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * ik_library_get_clock:
 * @self: a library
 *
 * Returns: (transfer none): the clock that times what is written
 */
IkClock *
ik_library_get_clock (IkLibrary *self)
{
  g_return_val_if_fail (IK_IS_LIBRARY (self), NULL);

  return self->clock;
}

/**
 * ik_library_set_clock:
 * @self: a library that nothing was asked of yet
 * @clock: what tells the time from now on
 *
 * For tests; a library starts with the clock of the computer.
 */
void
ik_library_set_clock (IkLibrary *self,
                      IkClock   *clock)
{
  g_return_if_fail (IK_IS_LIBRARY (self));
  g_return_if_fail (IK_IS_CLOCK (clock));

  g_set_object (&self->clock, clock);
  g_set_object (&self->writer->clock, clock);
  g_set_object (&self->reader->clock, clock);
}

/**
 * ik_library_dup_default_path:
 *
 * Returns: (transfer full): where the library is if nobody says otherwise
 */
char *
ik_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "interview-kit", "library.db", NULL);
}

/* Reading and writing */

/**
 * ik_library_read:
 * @self: a library
 * @func: what reads
 * @data: data for @func
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Calls @func on the reader's thread and waits for it. All it reads is of one
 * moment. Any thread but the main loop's and the library's own.
 *
 * Returns: what @func returned
 */
gboolean
ik_library_read (IkLibrary      *self,
                 IkLibraryFunc   func,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  Work work = { .library = self, .func = func, .data = data };

  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->reader_worker != NULL, FALSE);

  return ik_worker_call (self->reader_worker, IK_PRIORITY_USER, do_read_cb, &work,
                         cancellable, error);
}

/**
 * ik_library_write:
 * @self: a library
 * @label: (nullable): names the change in the undo list, such as "Delete
 *   Pack"; %NULL if it can't be undone
 * @priority: who waits for it
 * @func: what writes
 * @data: data for @func
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Calls @func in a transaction on the writer's thread and waits for it. Once
 * this returns %TRUE the change is on the disk; otherwise nothing changed. Keep
 * a transaction under 50 ms: a note may be waiting. Any thread but the main
 * loop's and the library's own.
 *
 * Returns: whether @func and the commit succeeded
 */
gboolean
ik_library_write (IkLibrary      *self,
                  const char     *label,
                  IkPriority      priority,
                  IkLibraryFunc   func,
                  gpointer        data,
                  GCancellable   *cancellable,
                  GError        **error)
{
  Work work = { .library = self, .label = (char *) label, .func = func, .data = data };

  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->writer_worker != NULL, FALSE);

  return ik_worker_call (self->writer_worker, priority, do_write_cb, &work, cancellable, error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (ik_worker_call_finish (IK_WORKER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ik_library_write_async:
 * @self: a library
 * @label: (nullable): as with ik_library_write()
 * @priority: who waits for it
 * @func: what writes
 * @data: data for @func
 * @data_free: (nullable): frees @data on the caller's context
 * @cancellable: (nullable): cancels
 * @callback: (nullable): called on the caller's context
 * @user_data: data for @callback
 *
 * Calls @func in a transaction on the writer's thread. For the main loop.
 */
void
ik_library_write_async (IkLibrary           *self,
                        const char          *label,
                        IkPriority           priority,
                        IkLibraryFunc        func,
                        gpointer             data,
                        GDestroyNotify       data_free,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (IK_IS_LIBRARY (self));
  g_return_if_fail (self->writer_worker != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ik_library_write_async);
  g_task_set_check_cancellable (task, FALSE);

  work = g_new0 (Work, 1);
  work->library = self;
  work->label = g_strdup (label);
  work->func = func;
  work->data = data;
  work->data_free = data_free;

  ik_worker_call_async (self->writer_worker, priority, do_write_cb, work, work_free,
                        cancellable, done_cb, task);
}

/**
 * ik_library_write_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the change is on the disk
 */
gboolean
ik_library_write_finish (IkLibrary     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Undo */

/**
 * ik_library_set_recording:
 * @self: a library
 * @recording: whether labelled writes emit #IkLibrary::recorded
 *
 * Off until somebody keeps the changesets.
 */
void
ik_library_set_recording (IkLibrary *self,
                          gboolean   recording)
{
  g_return_if_fail (IK_IS_LIBRARY (self));

  g_atomic_int_set (&self->recording, recording);
}

typedef struct
{
  IkLibrary *library;
  GBytes    *changeset;
  gboolean   inverted;
} ApplyData;

static gboolean
do_apply_cb (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  ApplyData *apply = data;

  if (!ik_recording_apply (apply->library->writer, apply->changeset, apply->inverted, error))
    return FALSE;

  ik_library_queue_changed (apply->library);
  return TRUE;
}

/**
 * ik_library_apply:
 * @self: a library
 * @changeset: from #IkLibrary::recorded
 * @inverted: %TRUE undoes, %FALSE does it again
 * @cancellable: (nullable): cancels what did not start yet
 * @error: return location
 *
 * Undoes or repeats a change, wholly or not at all. Any thread but the main
 * loop's and the library's own.
 *
 * Returns: whether it is on the disk; #IK_STORE_ERROR_CONFLICT if what it
 *   touches was changed since
 */
gboolean
ik_library_apply (IkLibrary     *self,
                  GBytes        *changeset,
                  gboolean       inverted,
                  GCancellable  *cancellable,
                  GError       **error)
{
  ApplyData apply = { self, changeset, inverted };

  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->writer_worker != NULL, FALSE);

  return ik_worker_call (self->writer_worker, IK_PRIORITY_USER, do_apply_cb, &apply,
                         cancellable, error);
}

static gboolean
check_apply_in_library (IkDatabase    *database,
                        gpointer       data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  return ik_undo_trail_check (database, data, error);
}

/**
 * ik_library_check_apply:
 * @self: a library
 * @changeset: from #IkLibrary::recorded
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Looks whether a change may still be undone or repeated. Any thread but the
 * main loop's and the library's own. Linear in the rows of the change.
 *
 * Returns: %FALSE with #IK_STORE_ERROR_CONFLICT where it touches an interview
 *   that was handed in, or held since it was planned, or another code on failure; %TRUE doesn't promise that
 *   ik_library_apply() succeeds
 */
gboolean
ik_library_check_apply (IkLibrary     *self,
                        GBytes        *changeset,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (changeset != NULL, FALSE);

  return ik_library_read (self, check_apply_in_library, changeset, cancellable, error);
}

static gboolean
do_poll_cb (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  IkLibrary *self = data;
  gint64 data_version;

  if (!ik_database_get_number (self->writer, "PRAGMA data_version", &data_version, error))
    return FALSE;

  if (data_version != self->data_version)
    ik_library_queue_changed (self);
  self->data_version = data_version;

  return TRUE;
}

/**
 * ik_library_poll_async:
 * @self: a library
 * @cancellable: (nullable): cancels what did not start yet
 * @callback: (nullable): called on the main context
 * @user_data: data for @callback
 *
 * Looks whether another program changed the library, and emits
 * #IkLibrary::changed if so. For a window that gets the focus.
 */
void
ik_library_poll_async (IkLibrary           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (IK_IS_LIBRARY (self));
  g_return_if_fail (self->writer_worker != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ik_library_poll_async);
  g_task_set_check_cancellable (task, FALSE);
  ik_worker_call_async (self->writer_worker, IK_PRIORITY_BACKGROUND, do_poll_cb, self, NULL,
                        cancellable, done_cb, task);
}

/**
 * ik_library_poll_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it was looked
 */
gboolean
ik_library_poll_finish (IkLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ik_library_poll_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
