#include "ik-library-private.h"

#include "ik-recording.h"

/* A change in parts. */
typedef struct
{
  IkLibrary     *library;
  const char    *label;
  IkLibraryFunc  func;
  gpointer       data;

  GPtrArray     *changesets; /* (owned) (element-type GBytes): of the parts so far */
} Parts;

static gboolean
record_part (Parts         *parts,
             GCancellable  *cancellable,
             GBytes       **out_changeset,
             GError       **error)
{
  IkDatabase *database = parts->library->writer;
  g_autoptr(IkRecording) recording = ik_recording_new (database, error);

  if (recording == NULL || !parts->func (database, parts->data, cancellable, error))
    return FALSE;

  *out_changeset = ik_recording_end (recording, error);
  return *out_changeset != NULL;
}

static gboolean
do_part_cb (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Parts *parts = data;
  IkDatabase *database = parts->library->writer;
  g_autoptr(GBytes) changeset = NULL;

  if (!ik_database_set_bulk (database, TRUE, error) ||
      !ik_database_begin (database, IK_DATABASE_WRITER, cancellable, error))
    return FALSE;

  if (!record_part (parts, cancellable, &changeset, error))
    {
      ik_database_roll_back (database);
      return FALSE;
    }

  if (!ik_database_commit (database, error))
    return FALSE;

  g_ptr_array_add (parts->changesets, g_steal_pointer (&changeset));
  return TRUE;
}

/* What somebody changed once more meanwhile stays as they left it. */
static gboolean
do_take_back_cb (gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Parts *parts = data;

  for (guint i = parts->changesets->len; i-- > 0;)
    {
      if (!ik_recording_apply (parts->library->writer, parts->changesets->pdata[i], TRUE, error))
        return FALSE;
    }

  ik_library_queue_cleaning (parts->library);
  return ik_database_set_bulk (parts->library->writer, FALSE, error);
}

static gboolean
do_tell_cb (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Parts *parts = data;
  g_autoptr(GBytes) whole = NULL;

  if (g_atomic_int_get (&parts->library->recording))
    {
      whole = ik_recording_join (parts->library->writer, parts->changesets, error);
      if (whole == NULL)
        return FALSE;

      ik_library_queue_recorded (parts->library, parts->label, whole);
    }

  ik_library_queue_changed (parts->library);
  return ik_database_set_bulk (parts->library->writer, FALSE, error);
}

static gboolean
run_parts (Parts           *parts,
           const gboolean  *is_done,
           GCancellable    *cancellable,
           GError         **error)
{
  IkWorker *worker = parts->library->writer_worker;

  while (!*is_done)
    {
      if (!ik_worker_call (worker, IK_PRIORITY_BACKGROUND, do_part_cb, parts, cancellable, error))
        return FALSE;

      g_usleep (IK_LIBRARY_PAUSE_US);
    }

  return ik_worker_call (worker, IK_PRIORITY_BACKGROUND, do_tell_cb, parts, NULL, error);
}

/**
 * ik_library_write_parts:
 * @self: a library
 * @label: what is done, for people, as the name of what undo takes back
 * @func: writes a part and sets *@is_done once nothing is left
 * @data: data for @func
 * @is_done: set by @func
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Like ik_library_write() in the background, for what would hold up notes for
 * long: each part is a transaction of its own, and what else is to be written
 * goes between. Told of and undone as one change. Where a part fails, those
 * before it are taken back; a crash leaves them, so each part has to be whole
 * by itself, and all of them done again have to end the same.
 *
 * Returns: whether all parts are on the disk
 */
gboolean
ik_library_write_parts (IkLibrary       *self,
                        const char      *label,
                        IkLibraryFunc    func,
                        gpointer         data,
                        const gboolean  *is_done,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr(GPtrArray) changesets =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Parts parts = { self, label, func, data, changesets };
  g_autoptr(GError) taking_error = NULL;

  g_return_val_if_fail (IK_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (label != NULL && is_done != NULL, FALSE);
  g_return_val_if_fail (self->writer_worker != NULL, FALSE);

  if (run_parts (&parts, is_done, cancellable, error))
    return TRUE;

  if (!ik_worker_call (self->writer_worker, IK_PRIORITY_USER, do_take_back_cb, &parts, NULL,
                       &taking_error))
    g_message ("A part of what failed stays: %s", taking_error->message);

  return FALSE;
}
