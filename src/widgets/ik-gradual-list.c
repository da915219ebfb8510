#include "ik-gradual-list.h"

/* A list view makes rows for 200 items at once, whatever is in view, at up to
 * half a millisecond each. So it gets a screenful, and the others between
 * frames, until it has as many as it makes rows for. */
#define STEP_ITEMS 12
#define MAX_ROWS 240

/* What stays in view of the old items while the new ones are read. */
#define MAX_KEPT 24

/* A list that waits for items that never come is whole again after that. */
#define MAX_WAIT_MS 2000

/**
 * IkGradualList:
 *
 * Lets a list view have the items of a list bit by bit, where all of them have
 * changed, so that the window doesn't stand still.
 */
struct _IkGradualList
{
  GObject            parent_instance;

  GtkSliceListModel *slice;   /* owned */
  guint              step_id; /* source that lets more or less through, or 0 */
};

G_DEFINE_FINAL_TYPE (IkGradualList, ik_gradual_list, G_TYPE_OBJECT)

static gboolean
grow_cb (gpointer data)
{
  IkGradualList *self = data;
  guint size = gtk_slice_list_model_get_size (self->slice) + STEP_ITEMS;

  if (size < MAX_ROWS)
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }

  self->step_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/* After frames and input. */
static void
start (IkGradualList *self,
       GSourceFunc    step)
{
  g_clear_handle_id (&self->step_id, g_source_remove);
  self->step_id = g_idle_add_full (G_PRIORITY_LOW, step, self, NULL);
}

static gboolean
wait_cb (gpointer data)
{
  IkGradualList *self = data;

  self->step_id = 0;
  start (self, grow_cb);

  return G_SOURCE_REMOVE;
}

static void
ik_gradual_list_dispose (GObject *object)
{
  IkGradualList *self = IK_GRADUAL_LIST (object);

  g_clear_handle_id (&self->step_id, g_source_remove);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (ik_gradual_list_parent_class)->dispose (object);
}

static void
ik_gradual_list_class_init (IkGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ik_gradual_list_dispose;
}

static void
ik_gradual_list_init (IkGradualList *self)
{
}

/**
 * ik_gradual_list_new:
 * @items: a list
 *
 * Returns: (transfer full): shows all items until it is restarted
 */
IkGradualList *
ik_gradual_list_new (GListModel *items)
{
  IkGradualList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  self = g_object_new (IK_TYPE_GRADUAL_LIST, NULL);
  self->slice = gtk_slice_list_model_new (g_object_ref (items), 0, G_MAXUINT);

  return self;
}

/**
 * ik_gradual_list_get_model:
 *
 * Returns: (transfer none): the items at the beginning of the list, as many as
 *   are let through now
 */
GListModel *
ik_gradual_list_get_model (IkGradualList *self)
{
  g_return_val_if_fail (IK_IS_GRADUAL_LIST (self), NULL);

  return G_LIST_MODEL (self->slice);
}

/**
 * ik_gradual_list_prepare:
 *
 * Call it when all items are going to be exchanged, as soon as that is known.
 * Two hundred rows take 20 ms to go: most of them do so now, rather than
 * together with the exchange when ik_gradual_list_restart() comes.
 */
void
ik_gradual_list_prepare (IkGradualList *self)
{
  g_return_if_fail (IK_IS_GRADUAL_LIST (self));

  if (gtk_slice_list_model_get_size (self->slice) > MAX_KEPT)
    gtk_slice_list_model_set_size (self->slice, MAX_KEPT);
  g_clear_handle_id (&self->step_id, g_source_remove);
  self->step_id = g_timeout_add (MAX_WAIT_MS, wait_cb, self);
}

/**
 * ik_gradual_list_restart:
 *
 * Call it before all items are exchanged: lets a screenful through at first,
 * and the others while the window has nothing else to do.
 */
void
ik_gradual_list_restart (IkGradualList *self)
{
  g_return_if_fail (IK_IS_GRADUAL_LIST (self));

  gtk_slice_list_model_set_size (self->slice, STEP_ITEMS);
  start (self, grow_cb);
}

/**
 * ik_gradual_list_show_all:
 *
 * Lets all items through now, where one has to be reached that stands far down.
 */
void
ik_gradual_list_show_all (IkGradualList *self)
{
  g_return_if_fail (IK_IS_GRADUAL_LIST (self));

  g_clear_handle_id (&self->step_id, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}
