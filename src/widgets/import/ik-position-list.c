#include "ik-position-list.h"

/**
 * IkPositionList:
 *
 * A list whose items say nothing: what stands at a position is asked of
 * somebody else. So a list of any length costs nothing until it comes into
 * view.
 */
struct _IkPositionList
{
  GObject parent_instance;

  guint   n_items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IkPositionList, ik_position_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  return IK_POSITION_LIST (list)->n_items;
}

/* One of its own each time: a list view tells its rows apart by their items. */
static gpointer
get_item (GListModel *list,
          guint       position)
{
  return position < IK_POSITION_LIST (list)->n_items ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ik_position_list_class_init (IkPositionListClass *klass)
{
}

static void
ik_position_list_init (IkPositionList *self)
{
}

/**
 * ik_position_list_new:
 *
 * Returns: (transfer full): an empty list
 */
IkPositionList *
ik_position_list_new (void)
{
  return g_object_new (IK_TYPE_POSITION_LIST, NULL);
}

/**
 * ik_position_list_resize:
 * @n_items: how many items there are from now on
 *
 * Adds items at the end, or removes them there. Who shows other things at the
 * same positions then shows them by themselves: a list view that is told of new
 * items makes new rows for them, which takes much longer.
 */
void
ik_position_list_resize (IkPositionList *self,
                         guint           n_items)
{
  guint n_before;

  g_return_if_fail (IK_IS_POSITION_LIST (self));

  n_before = self->n_items;
  self->n_items = n_items;
  if (n_items > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_items - n_before);
  else if (n_items < n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, n_before - n_items, 0);
}
