#include "ik-live-saver.h"

#include "ik-interview-event.h"
#include "ik-list.h"
#include "ik-live-store.h"
#include "ik-rescue-copy.h"
#include "ik-task.h"

/* A change is on disk 250 ms after it at the latest; a commit takes 1 to 6 ms,
 * the rest is for a main loop that is busy with a frame and for a disk that is
 * busy for others. */
#define SAVE_DELAY_MS 150

#define RETRY_DELAY_MS 1000

/**
 * IkLiveSaver:
 *
 * Owns the interview that is being held and saves what changes in it, a few
 * rows at a time. Main loop only; it never blocks.
 *
 * The owner changes the interview and says so by ik_live_saver_touch_item()
 * and its sisters. Never more than one save is under way; what changes in the
 * meantime goes with the next. A save that fails leaves everything unsaved,
 * sets "error" and is tried again each second; the saver keeps itself alive
 * until it has worked, or the library is closed. Meanwhile a copy for people is kept away from the
 * library, see ik_rescue_copy_write(), which goes when the save has worked. The
 * program doesn't end before the first attempt after the last change is over,
 * nor before that copy is written where it failed.
 */
struct _IkLiveSaver
{
  GObject parent_instance;

  IkLibrary   *library;
  IkInterview *interview;
  char        *error;      /* nullable: a sentence */
  IkInterviewLock *lock;   /* nullable */

  /* Unsaved */
  gboolean     is_touched;
  gboolean     notes_touched;
  GHashTable  *items;      /* element-type IkInterviewItem, borrowed from interview */
  GHashTable  *added;      /* element-type IkInterviewItem, borrowed from interview */
  GPtrArray   *removed;    /* element-type utf8: ids */
  GPtrArray   *events;     /* element-type IkInterviewEvent */

  /* Under way */
  guint         timeout_id; /* holds a reference */
  IkLiveChange *saving;     /* nullable; its write holds a reference */
  gboolean      is_due;     /* saving again as soon as that is done */
  GPtrArray    *flushes;    /* element-type GTask */

  /* The rescue copy */
  char         *rescue_path;      /* nullable: where it is */
  gboolean      is_rescuing;      /* one is being written or removed */
  gboolean      rescue_is_behind; /* what is unsaved changed since */
};

typedef enum
{
  PROP_ERROR = 1,
  PROP_RESCUE_PATH,
} IkLiveSaverProperty;

static GParamSpec *props[PROP_RESCUE_PATH + 1];

G_DEFINE_FINAL_TYPE (IkLiveSaver, ik_live_saver, G_TYPE_OBJECT)

/* The program doesn't end while the last words are on their way. */
static void
hold_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_hold (application);
}

static void
release_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_release (application);
}

static void
set_error (IkLiveSaver *self,
           const char  *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static gboolean
timeout_cb (gpointer data)
{
  IkLiveSaver *self = data;

  self->timeout_id = 0;
  ik_live_saver_save (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (IkLiveSaver *self,
          guint        delay_ms)
{
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add_full (G_PRIORITY_HIGH, delay_ms, timeout_cb,
                                           g_object_ref (self), g_object_unref);
}

static void
take_items (GHashTable *items,
            GPtrArray  *copies)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (copies, ik_interview_item_copy (item));
  g_hash_table_remove_all (items);
}

/* Which items there are, where some came or went. */
static void
take_order (IkLiveSaver  *self,
            IkLiveChange *change)
{
  if (g_hash_table_size (self->added) == 0 && self->removed->len == 0)
    return;

  take_items (self->added, change->added);
  g_ptr_array_extend_and_steal (change->removed, self->removed);
  self->removed = g_ptr_array_new_with_free_func (g_free);

  change->order = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->interview->items->len; i++)
    {
      const IkInterviewItem *item = self->interview->items->pdata[i];

      g_ptr_array_add (change->order, g_strdup (item->id));
    }
}

static IkLiveChange *
take_change (IkLiveSaver *self)
{
  IkLiveChange *change = ik_live_change_new (self->interview);

  take_items (self->items, change->items);
  take_order (self, change);

  if (self->notes_touched)
    change->notes = ik_list_copy (self->interview->notes, ik_note_copy, ik_note_free);

  g_ptr_array_extend_and_steal (change->events, self->events);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);
  self->notes_touched = FALSE;
  self->is_touched = FALSE;

  return change;
}

/* What was removed since is not saved any more. */
static void
put_items_back (IkLiveSaver *self,
                GPtrArray   *copies,
                GHashTable  *items)
{
  for (guint i = 0; i < copies->len; i++)
    {
      const IkInterviewItem *copy = copies->pdata[i];
      IkInterviewItem *item = ik_interview_find_item (self->interview, copy->id);

      if (item != NULL)
        g_hash_table_add (items, item);
    }
}

/* An event about an item is stored after the item, or not at all. */
static void
drop_lost_events (IkLiveSaver *self)
{
  for (guint i = self->events->len; i-- > 0;)
    {
      const IkInterviewEvent *event = self->events->pdata[i];

      if (event->item_id != NULL &&
          ik_interview_find_item (self->interview, event->item_id) == NULL)
        g_ptr_array_remove_index (self->events, i);
    }
}

static void
put_back (IkLiveSaver  *self,
          IkLiveChange *change)
{
  put_items_back (self, change->items, self->items);
  put_items_back (self, change->added, self->added);
  g_ptr_array_extend_and_steal (self->removed, g_steal_pointer (&change->removed));

  g_ptr_array_extend_and_steal (change->events, g_steal_pointer (&self->events));
  self->events = g_steal_pointer (&change->events);
  drop_lost_events (self);
  self->notes_touched = self->notes_touched || change->notes != NULL;
  self->is_touched = TRUE;
}

static void
finish_flushes (IkLiveSaver  *self,
                const GError *error)
{
  g_autoptr(GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < flushes->len; i++)
    {
      if (error != NULL)
        g_task_return_error (flushes->pdata[i], g_error_copy (error));
      else
        g_task_return_boolean (flushes->pdata[i], TRUE);
    }
}

static void
set_rescue_path (IkLiveSaver *self,
                 char        *path)
{
  g_autofree char *before = g_steal_pointer (&self->rescue_path);

  self->rescue_path = path;
  if (g_strcmp0 (before, path) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RESCUE_PATH]);
}

static void
write_rescue_cb (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = ik_rescue_copy_write (data, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void write_rescue (IkLiveSaver *self);

static void
remove_rescue_cb (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  ik_rescue_copy_remove (data);
  g_task_return_boolean (task, TRUE);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkLiveSaver *self = IK_LIVE_SAVER (source);

  self->is_rescuing = FALSE;
  if (self->error != NULL)
    write_rescue (self);
}

static void
remove_rescue (IkLiveSaver *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->rescue_path == NULL || self->is_rescuing)
    return;

  self->is_rescuing = TRUE;
  self->rescue_is_behind = TRUE;
  task = g_task_new (self, NULL, removed_cb, NULL);
  g_task_set_source_tag (task, remove_rescue);
  g_task_set_task_data (task, g_strdup (self->interview->id), g_free);
  set_rescue_path (self, NULL);
  ik_task_run_in_thread (task, remove_rescue_cb);
}

/* Where none can be written, the one that stands there already is still worth
 * something; the next attempt to save comes with the next attempt here. */
static void
rescued_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkLiveSaver *self = IK_LIVE_SAVER (source);
  g_autoptr(GError) error = NULL;
  char *path = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_rescuing = FALSE;
  if (path != NULL)
    set_rescue_path (self, path);
  else
    {
      g_info ("No rescue copy: %s", error->message);
      self->rescue_is_behind = TRUE;
    }
  if (self->error == NULL)
    remove_rescue (self);
  release_program ();
}

static void
write_rescue (IkLiveSaver *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->is_rescuing || !self->rescue_is_behind)
    return;

  hold_program ();
  self->is_rescuing = TRUE;
  self->rescue_is_behind = FALSE;
  task = g_task_new (self, NULL, rescued_cb, NULL);
  g_task_set_source_tag (task, write_rescue);
  g_task_set_task_data (task, ik_interview_copy (self->interview),
                        (GDestroyNotify) ik_interview_free);
  ik_task_run_in_thread (task, write_rescue_cb);
}

static gboolean
save_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_live_store_save (database, data, error);
}

/* A library that is closed never works again: the copy is all that stays, and the
 * interview is let go of. */
static void
save_failed (IkLiveSaver  *self,
             IkLiveChange *change,
             const GError *error)
{
  g_autofree char *sentence = g_strconcat (error->message, ".", NULL);

  put_back (self, change);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    schedule (self, RETRY_DELAY_MS);
  set_error (self, sentence);
  write_rescue (self);
  finish_flushes (self, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(IkLiveSaver) self = user_data;
  g_autoptr(IkLiveChange) change = g_steal_pointer (&self->saving);
  g_autoptr(GError) error = NULL;
  gboolean is_due = self->is_due;

  self->is_due = FALSE;

  if (!ik_library_write_finish (IK_LIBRARY (source), result, &error))
    save_failed (self, change, error);
  else
    {
      set_error (self, NULL);
      remove_rescue (self);
      if (is_due)
        ik_live_saver_save (self);
      else if (!self->is_touched)
        finish_flushes (self, NULL);
    }

  release_program ();
}

static void
ik_live_saver_finalize (GObject *object)
{
  IkLiveSaver *self = IK_LIVE_SAVER (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->flushes, g_ptr_array_unref);
  g_clear_pointer (&self->interview, ik_interview_free);
  g_clear_object (&self->library);
  g_clear_pointer (&self->lock, ik_interview_lock_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->rescue_path, g_free);

  G_OBJECT_CLASS (ik_live_saver_parent_class)->finalize (object);
}

static void
ik_live_saver_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IkLiveSaver *self = IK_LIVE_SAVER (object);

  switch ((IkLiveSaverProperty) prop_id)
    {
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;

    case PROP_RESCUE_PATH:
      g_value_set_string (value, self->rescue_path);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_live_saver_class_init (IkLiveSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ik_live_saver_finalize;
  object_class->get_property = ik_live_saver_get_property;

  /**
   * IkLiveSaver:error:
   *
   * Why the last save failed, a sentence; %NULL while all is well.
   */
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * IkLiveSaver:rescue-path:
   *
   * Where a copy is kept while saving fails; %NULL where there is none.
   */
  props[PROP_RESCUE_PATH] = g_param_spec_string ("rescue-path", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ik_live_saver_init (IkLiveSaver *self)
{
  self->rescue_is_behind = TRUE;
  self->items = g_hash_table_new (NULL, NULL);
  self->added = g_hash_table_new (NULL, NULL);
  self->removed = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ik_live_saver_new:
 * @library: where to save
 * @interview: (transfer full): as it is saved
 *
 * Returns: (transfer full): a saver with nothing to do
 */
IkLiveSaver *
ik_live_saver_new (IkLibrary   *library,
                   IkInterview *interview)
{
  IkLiveSaver *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (interview != NULL, NULL);

  self = g_object_new (IK_TYPE_LIVE_SAVER, NULL);
  self->library = g_object_ref (library);
  self->interview = interview;

  return self;
}

/**
 * ik_live_saver_get_library:
 * @self: a saver
 *
 * Returns: (transfer none): where it saves
 */
IkLibrary *
ik_live_saver_get_library (IkLiveSaver *self)
{
  g_return_val_if_fail (IK_IS_LIVE_SAVER (self), NULL);

  return self->library;
}

/**
 * ik_live_saver_take_lock:
 * @self: a saver
 * @lock: (transfer full): that of the interview
 *
 * Keeps the interview from others until the saver goes.
 */
void
ik_live_saver_take_lock (IkLiveSaver     *self,
                         IkInterviewLock *lock)
{
  g_return_if_fail (IK_IS_LIVE_SAVER (self));
  g_return_if_fail (self->lock == NULL);

  self->lock = lock;
}

/**
 * ik_live_saver_get_error:
 * @self: a saver
 *
 * Returns: (nullable) (transfer none): see #IkLiveSaver:error
 */
const char *
ik_live_saver_get_error (IkLiveSaver *self)
{
  g_return_val_if_fail (IK_IS_LIVE_SAVER (self), NULL);

  return self->error;
}

/**
 * ik_live_saver_get_rescue_path:
 * @self: a saver
 *
 * Returns: (nullable) (transfer none): see #IkLiveSaver:rescue-path
 */
const char *
ik_live_saver_get_rescue_path (IkLiveSaver *self)
{
  g_return_val_if_fail (IK_IS_LIVE_SAVER (self), NULL);

  return self->rescue_path;
}

/* State or clock of the interview changed: it is saved soon. */
static void
touch (IkLiveSaver *self)
{
  self->is_touched = TRUE;
  self->rescue_is_behind = TRUE;
  schedule (self, SAVE_DELAY_MS);
}

/**
 * ik_live_saver_touch_item:
 * @self: a saver
 * @item: one of the interview's items
 *
 * Says that an item changed. It is saved soon.
 */
void
ik_live_saver_touch_item (IkLiveSaver     *self,
                          IkInterviewItem *item)
{
  g_return_if_fail (IK_IS_LIVE_SAVER (self));

  g_hash_table_add (self->items, item);
  touch (self);
}

/**
 * ik_live_saver_insert_item:
 * @self: a saver
 * @item: (transfer full): a new item
 * @index: where it goes
 *
 * Puts an item into the interview. It is saved soon.
 */
void
ik_live_saver_insert_item (IkLiveSaver     *self,
                           IkInterviewItem *item,
                           guint            index)
{
  g_return_if_fail (IK_IS_LIVE_SAVER (self));
  g_return_if_fail (index <= self->interview->items->len);

  g_ptr_array_insert (self->interview->items, (int) index, item);
  g_hash_table_add (self->added, item);
  ik_live_saver_touch_item (self, item);
}

/**
 * ik_live_saver_remove_item:
 * @self: a saver
 * @index: index of an item that was added off script
 *
 * Takes an item out of the interview, with its events, and frees it. Saved soon.
 */
void
ik_live_saver_remove_item (IkLiveSaver *self,
                           guint        index)
{
  IkInterviewItem *item;

  g_return_if_fail (IK_IS_LIVE_SAVER (self));
  g_return_if_fail (index < self->interview->items->len);

  item = self->interview->items->pdata[index];
  g_ptr_array_add (self->removed, g_strdup (item->id));
  g_hash_table_remove (self->added, item);
  g_hash_table_remove (self->items, item);
  g_ptr_array_remove_index (self->interview->items, index);
  drop_lost_events (self);
  touch (self);
}

/**
 * ik_live_saver_touch_notes:
 * @self: a saver
 *
 * Says that the general notes changed. They are saved soon.
 */
void
ik_live_saver_touch_notes (IkLiveSaver *self)
{
  g_return_if_fail (IK_IS_LIVE_SAVER (self));

  self->notes_touched = TRUE;
  touch (self);
}

/**
 * ik_live_saver_log:
 * @self: a saver
 * @event: (transfer full): what happened
 *
 * Appends to the log. It is saved soon.
 */
void
ik_live_saver_log (IkLiveSaver      *self,
                   IkInterviewEvent *event)
{
  g_return_if_fail (IK_IS_LIVE_SAVER (self));

  g_ptr_array_add (self->events, event);
  touch (self);
}

/**
 * ik_live_saver_save:
 * @self: a saver
 *
 * Saves what is unsaved now; where a save is under way, right after it.
 */
void
ik_live_saver_save (IkLiveSaver *self)
{
  g_return_if_fail (IK_IS_LIVE_SAVER (self));

  if (self->saving != NULL)
    {
      self->is_due = TRUE;
      return;
    }

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (!self->is_touched)
    {
      finish_flushes (self, NULL);
      return;
    }

  hold_program ();
  self->saving = take_change (self);
  ik_library_write_async (self->library, NULL, IK_PRIORITY_LIVE, save_in_library, self->saving,
                          NULL, NULL, saved_cb, g_object_ref (self));
}

/**
 * ik_live_saver_flush_async:
 * @self: a saver
 * @callback: called when everything is saved, or the next attempt failed
 * @user_data: data of @callback
 *
 * Saves what is unsaved and waits for it.
 */
void
ik_live_saver_flush_async (IkLiveSaver         *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (IK_IS_LIVE_SAVER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ik_live_saver_flush_async);
  g_ptr_array_add (self->flushes, task);
  ik_live_saver_save (self);
}

/**
 * ik_live_saver_flush_finish:
 * @self: a saver
 * @result: result of ik_live_saver_flush_async()
 * @error: return location for an error
 *
 * Returns: whether everything is saved; if not, it is kept and tried again
 */
gboolean
ik_live_saver_flush_finish (IkLiveSaver   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
