#include "ik-undo-stack.h"

#include "ik-task.h"

#include <glib/gi18n.h>

/* Older commands are forgotten: nobody goes back that far, and each may hold
 * the files of a pack. */
#define MAX_ENTRIES 100

/**
 * IkUndoStack:
 *
 * What was done to the library while the window lives, so that it can be taken
 * back and done again. It listens to #IkLibrary::recorded from its birth on.
 *
 * Main loop only. One undo or redo at a time, the others wait their turn.
 */
struct _IkUndoStack
{
  GObject parent_instance;

  IkLibrary *library; /* (owned) */
  GPtrArray *done;    /* (element-type Entry): the last one at the end */
  GPtrArray *undone;  /* (element-type Entry): what redo does next at the end */
  GQueue     waiting; /* element-type GTask, owned: asked for while one is under way */
  gboolean   is_busy;
};

typedef struct
{
  char   *label;
  GBytes *changeset;
} Entry;

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} IkUndoStackProperty;

static GParamSpec *props[PROP_REDO_LABEL + 1];

G_DEFINE_FINAL_TYPE (IkUndoStack, ik_undo_stack, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->label);
  g_bytes_unref (entry->changeset);
  g_free (entry);
}

static const char *
get_last_label (GPtrArray *entries)
{
  return entries->len > 0 ? ((Entry *) entries->pdata[entries->len - 1])->label : NULL;
}

static void
notify_labels (IkUndoStack *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
}

static void
recorded_cb (IkUndoStack *self,
             const char  *label,
             GBytes      *changeset)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->label = g_strdup (label);
  entry->changeset = g_bytes_ref (changeset);
  g_ptr_array_add (self->done, entry);
  g_ptr_array_set_size (self->undone, 0);

  if (self->done->len > MAX_ENTRIES)
    g_ptr_array_remove_index (self->done, 0);

  notify_labels (self);
}

static void
ik_undo_stack_constructed (GObject *object)
{
  IkUndoStack *self = IK_UNDO_STACK (object);

  G_OBJECT_CLASS (ik_undo_stack_parent_class)->constructed (object);

  g_signal_connect_object (self->library, "recorded", G_CALLBACK (recorded_cb), self,
                           G_CONNECT_SWAPPED);
  ik_library_set_recording (self->library, TRUE);
}

static void
ik_undo_stack_dispose (GObject *object)
{
  IkUndoStack *self = IK_UNDO_STACK (object);

  if (self->library != NULL)
    ik_library_set_recording (self->library, FALSE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_undo_stack_parent_class)->dispose (object);
}

static void
ik_undo_stack_finalize (GObject *object)
{
  IkUndoStack *self = IK_UNDO_STACK (object);

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);

  G_OBJECT_CLASS (ik_undo_stack_parent_class)->finalize (object);
}

static void
ik_undo_stack_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IkUndoStack *self = IK_UNDO_STACK (object);

  switch ((IkUndoStackProperty) prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, ik_undo_stack_get_undo_label (self));
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, ik_undo_stack_get_redo_label (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_undo_stack_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IkUndoStack *self = IK_UNDO_STACK (object);

  switch ((IkUndoStackProperty) prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;

    case PROP_UNDO_LABEL:
    case PROP_REDO_LABEL:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_undo_stack_class_init (IkUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ik_undo_stack_constructed;
  object_class->dispose = ik_undo_stack_dispose;
  object_class->finalize = ik_undo_stack_finalize;
  object_class->get_property = ik_undo_stack_get_property;
  object_class->set_property = ik_undo_stack_set_property;

  /**
   * IkUndoStack:library:
   *
   * The library whose changes are undone.
   */
  props[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, IK_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * IkUndoStack:undo-label:
   *
   * What would be undone, for people; %NULL where there is nothing.
   */
  props[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * IkUndoStack:redo-label:
   *
   * What would be done again, for people; %NULL where there is nothing.
   */
  props[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ik_undo_stack_init (IkUndoStack *self)
{
  self->done = g_ptr_array_new_with_free_func (entry_free);
  self->undone = g_ptr_array_new_with_free_func (entry_free);
}

/**
 * ik_undo_stack_new:
 * @library: a library
 *
 * Makes the library record its changes, as long as the stack lives.
 *
 * Returns: (transfer full): an empty stack
 */
IkUndoStack *
ik_undo_stack_new (IkLibrary *library)
{
  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);

  return g_object_new (IK_TYPE_UNDO_STACK, "library", library, NULL);
}

/**
 * ik_undo_stack_get_undo_label:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): what would be undone
 */
const char *
ik_undo_stack_get_undo_label (IkUndoStack *self)
{
  g_return_val_if_fail (IK_IS_UNDO_STACK (self), NULL);

  return get_last_label (self->done);
}

/**
 * ik_undo_stack_get_redo_label:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): what would be done again
 */
const char *
ik_undo_stack_get_redo_label (IkUndoStack *self)
{
  g_return_val_if_fail (IK_IS_UNDO_STACK (self), NULL);

  return get_last_label (self->undone);
}

/* One step, on its way through the library. */
typedef struct
{
  GBytes   *changeset;
  gboolean  is_undo;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_bytes_unref (step->changeset);
  g_free (step);
}

/* Moves the entry to the other side, unless the stack was cleared meanwhile.
 * One that can't be applied never can be again: what it would undo is no more
 * as it was. */
static char *
settle (IkUndoStack *self,
        const Step  *step,
        gboolean     applied)
{
  GPtrArray *from = step->is_undo ? self->done : self->undone;
  GPtrArray *to = step->is_undo ? self->undone : self->done;

  for (guint i = from->len; i-- > 0;)
    {
      Entry *entry = from->pdata[i];
      g_autofree char *label = NULL;

      if (entry->changeset != step->changeset)
        continue;

      label = g_strdup (entry->label);
      if (applied)
        g_ptr_array_add (to, g_ptr_array_steal_index (from, i));
      else
        g_ptr_array_remove_index (from, i);

      notify_labels (self);
      return g_steal_pointer (&label);
    }

  return NULL;
}

static void
apply_in_thread_cb (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  IkUndoStack *self = source;
  Step *step = data;
  GError *error = NULL;

  if (ik_library_apply (self->library, step->changeset, step->is_undo, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_step (IkUndoStack *self,
            GTask       *task)
{
  gboolean is_undo = g_task_get_source_tag (task) == ik_undo_stack_undo_async;
  GPtrArray *entries = is_undo ? self->done : self->undone;
  Step *step;

  if (self->is_busy)
    {
      g_queue_push_tail (&self->waiting, task);
      return;
    }
  if (entries->len == 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               is_undo ? _("Nothing to undo") : _("Nothing to redo"));
      g_object_unref (task);
      return;
    }

  step = g_new0 (Step, 1);
  step->is_undo = is_undo;
  step->changeset = g_bytes_ref (((Entry *) entries->pdata[entries->len - 1])->changeset);
  self->is_busy = TRUE;

  g_task_set_task_data (task, step, step_free);
  g_task_set_check_cancellable (task, FALSE);
  ik_task_run_in_thread (task, apply_in_thread_cb);
  g_object_unref (task);
}

/* Those that find nothing to do are told at once, and the next is tried. */
static void
start_waiting (IkUndoStack *self)
{
  while (!self->is_busy && !g_queue_is_empty (&self->waiting))
    start_step (self, g_queue_pop_head (&self->waiting));
}

/**
 * ik_undo_stack_undo_async:
 * @self: a stack
 * @cancellable: (nullable): cancels what did not start yet
 * @callback: called on the main context; it calls ik_undo_stack_finish()
 * @user_data: data for @callback
 *
 * Takes the last command back.
 */
void
ik_undo_stack_undo_async (IkUndoStack         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (IK_IS_UNDO_STACK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ik_undo_stack_undo_async);
  start_step (self, task);
}

/**
 * ik_undo_stack_redo_async:
 * @self: a stack
 * @cancellable: (nullable): cancels what did not start yet
 * @callback: called on the main context; it calls ik_undo_stack_finish()
 * @user_data: data for @callback
 *
 * Does the command that was undone last again.
 */
void
ik_undo_stack_redo_async (IkUndoStack         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (IK_IS_UNDO_STACK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ik_undo_stack_redo_async);
  start_step (self, task);
}

/**
 * ik_undo_stack_finish:
 * @self: a stack
 * @result: what the callback got
 * @error: return location
 *
 * A command that was changed elsewhere since is refused and forgotten; any
 * other failure (a full disk) leaves it where it was.
 *
 * Returns: (transfer full): label of what was undone or redone; %NULL with
 *   @error set, #IK_STORE_ERROR_CONFLICT for one that was refused
 */
char *
ik_undo_stack_finish (IkUndoStack   *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *label = NULL;
  Step *step;

  g_return_val_if_fail (IK_IS_UNDO_STACK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  step = g_task_get_task_data (G_TASK (result));
  if (step != NULL)
    self->is_busy = FALSE;

  if (g_task_propagate_boolean (G_TASK (result), &local_error))
    {
      label = settle (self, step, TRUE);
      start_waiting (self);
      return label != NULL ? g_steal_pointer (&label) : g_strdup ("");
    }

  if (g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT))
    label = settle (self, step, FALSE);
  start_waiting (self);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * ik_undo_stack_clear:
 * @self: a stack
 *
 * Forgets all commands. After an erasure: what was erased stands in them.
 */
void
ik_undo_stack_clear (IkUndoStack *self)
{
  g_return_if_fail (IK_IS_UNDO_STACK (self));

  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  notify_labels (self);
}

static void
add_changesets (GPtrArray *changesets,
                GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (changesets, g_bytes_ref (((Entry *) entries->pdata[i])->changeset));
}

/* Returns those that are refused. What can't be looked at stays: the step
 * itself says then what is wrong. */
static void
find_locked_in_thread_cb (GTask        *task,
                          gpointer      source,
                          gpointer      data,
                          GCancellable *cancellable)
{
  IkUndoStack *self = source;
  GPtrArray *changesets = data;
  GPtrArray *locked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < changesets->len; i++)
    {
      g_autoptr(GError) error = NULL;

      if (!ik_library_check_apply (self->library, changesets->pdata[i], NULL, &error) &&
          g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT))
        g_ptr_array_add (locked, g_bytes_ref (changesets->pdata[i]));
    }

  g_task_return_pointer (task, locked, (GDestroyNotify) g_ptr_array_unref);
}

static void
forget (GPtrArray *entries,
        GPtrArray *changesets)
{
  for (guint i = entries->len; i-- > 0;)
    {
      if (g_ptr_array_find (changesets, ((Entry *) entries->pdata[i])->changeset, NULL))
        g_ptr_array_remove_index (entries, i);
    }
}

static void
locked_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  IkUndoStack *self = IK_UNDO_STACK (source);
  g_autoptr(GPtrArray) locked = g_task_propagate_pointer (G_TASK (result), NULL);

  forget (self->done, locked);
  forget (self->undone, locked);
  if (locked->len > 0)
    notify_labels (self);
}

/**
 * ik_undo_stack_forget_locked:
 * @self: a stack
 *
 * Forgets, soon, what would be refused because it touches an interview that was
 * handed in, or held since it was planned. After either, so that nothing is
 * offered in vain.
 */
void
ik_undo_stack_forget_locked (IkUndoStack *self)
{
  g_autoptr(GTask) task = NULL;
  GPtrArray *changesets;

  g_return_if_fail (IK_IS_UNDO_STACK (self));

  changesets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  add_changesets (changesets, self->done);
  add_changesets (changesets, self->undone);

  task = g_task_new (self, NULL, locked_found_cb, NULL);
  g_task_set_source_tag (task, ik_undo_stack_forget_locked);
  g_task_set_task_data (task, changesets, (GDestroyNotify) g_ptr_array_unref);
  ik_task_run_in_thread (task, find_locked_in_thread_cb);
}
