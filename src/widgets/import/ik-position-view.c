#include "ik-position-view.h"

#include "ik-gradual-list.h"
#include "ik-list-scroll.h"
#include "ik-position-list.h"

/* Frames after which a list has brought into view what was selected. */
#define N_STILL_FRAMES 3

/* Rows out of view that are brought up to date at once: some milliseconds. */
#define N_ROWS_AT_ONCE 16

/**
 * IkPositionView:
 *
 * A list whose rows are asked for by their position, so that it costs nothing
 * before it comes into view. Emits "selected" when the person goes to another
 * row, "scrolled" when they bring other rows into view without that, and
 * "activated" when a row is pressed twice. What the program selects or shows
 * is not told.
 */
typedef struct
{
  /* Template */
  GtkListView        *list;
  GtkPopoverMenu     *menu;

  IkPositionList     *positions; /* owned; one for each row */
  IkGradualList      *shown;     /* owned; of @positions */
  GtkSingleSelection *selection; /* owned */
  GPtrArray          *bound;     /* owned; element-type GtkListItem, unowned */
  GPtrArray          *stale;     /* owned; those of @bound that show what was there before */
  guint               stale_id;  /* idle source that brings them up to date, 0 if none */
  gboolean            is_moving; /* the program goes to another row */
  guint               still_id;  /* tick callback, 0 if none; the list follows what is selected */
  guint               n_still;   /* frames for which it goes on */
} IkPositionViewPrivate;

typedef enum
{
  PROP_LABEL = 1,
} IkPositionViewProperty;

static GParamSpec *properties[PROP_LABEL + 1];

enum
{
  SIGNAL_SELECTED,
  SIGNAL_SCROLLED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IkPositionView, ik_position_view, GTK_TYPE_WIDGET)

static IkPositionViewPrivate *
get_private (IkPositionView *self)
{
  return ik_position_view_get_instance_private (self);
}

/* Rows */

static void
setup_cb (IkPositionView *self,
          GtkListItem    *list_item)
{
  gtk_list_item_set_child (list_item,
                           IK_POSITION_VIEW_GET_CLASS (self)->create_row (self, list_item));
  ik_list_scroll_setup (list_item);
}

static void
bind_cb (IkPositionView *self,
         GtkListItem    *list_item)
{
  g_ptr_array_add (get_private (self)->bound, list_item);
  IK_POSITION_VIEW_GET_CLASS (self)->fill_row (self, list_item);
}

static void
unbind_cb (IkPositionView *self,
           GtkListItem    *list_item)
{
  g_ptr_array_remove_fast (get_private (self)->bound, list_item);
  g_ptr_array_remove_fast (get_private (self)->stale, list_item);
}

/* What a person does */

static gboolean
still_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  IkPositionViewPrivate *priv = get_private (IK_POSITION_VIEW (widget));

  if (priv->n_still-- > 0)
    return G_SOURCE_CONTINUE;

  priv->still_id = 0;
  return G_SOURCE_REMOVE;
}

/* The list brings into view what is selected, which is no wish to scroll. */
static void
expect_scroll (IkPositionView *self)
{
  IkPositionViewPrivate *priv = get_private (self);

  priv->n_still = N_STILL_FRAMES;
  if (priv->still_id == 0)
    priv->still_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), still_cb, NULL, NULL);
}

static void
selected_cb (IkPositionView *self)
{
  IkPositionViewPrivate *priv = get_private (self);

  expect_scroll (self);
  if (!priv->is_moving && ik_position_view_get_selected (self) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
scrolled_cb (IkPositionView *self)
{
  IkPositionViewPrivate *priv = get_private (self);

  if (priv->still_id == 0 && !ik_list_scroll_is_under_way (priv->list))
    g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
}

static void
activated_cb (IkPositionView *self,
              guint           position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
open_menu (IkPositionView *self,
           double          x,
           double          y)
{
  GtkPopover *menu = GTK_POPOVER (get_private (self)->menu);

  gtk_popover_set_pointing_to (menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (menu);
}

/* GTK would go on to what comes behind the list. */
static void
menu_closed_cb (IkPositionView *self)
{
  IkPositionViewPrivate *priv = get_private (self);

  ik_list_scroll_focus (priv->list, gtk_single_selection_get_selected (priv->selection));
}

/* On the row that the keys are about. */
static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  IkPositionViewPrivate *priv = get_private (IK_POSITION_VIEW (widget));
  guint selected = gtk_single_selection_get_selected (priv->selection);
  graphene_rect_t bounds;

  if (!ik_list_scroll_get_bounds (priv->list, selected, widget, &bounds))
    return FALSE;

  open_menu (IK_POSITION_VIEW (widget),
             bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

static void
secondary_pressed_cb (IkPositionView *self,
                      int             n_press,
                      double          x,
                      double          y)
{
  IkPositionViewPrivate *priv = get_private (self);
  guint position = ik_list_scroll_find_at (priv->list, GTK_WIDGET (self), x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (priv->selection, position);
  open_menu (self, x, y);
}

/* Tab comes to what is selected, not to where the focus was last. */
static gboolean
ik_position_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  IkPositionViewPrivate *priv = get_private (IK_POSITION_VIEW (widget));
  guint selected = gtk_single_selection_get_selected (priv->selection);

  if (gtk_widget_get_focus_child (widget) == NULL &&
      ik_list_scroll_focus (priv->list, selected))
    return TRUE;

  return GTK_WIDGET_CLASS (ik_position_view_parent_class)->focus (widget, direction);
}

/* The class */

static void
ik_position_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((IkPositionViewProperty) prop_id)
    {
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (get_private (IK_POSITION_VIEW (object))->list),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_position_view_dispose (GObject *object)
{
  IkPositionViewPrivate *priv = get_private (IK_POSITION_VIEW (object));
  GtkWidget *child;

  if (priv->still_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (object), priv->still_id);
  priv->still_id = 0;
  g_clear_handle_id (&priv->stale_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->selection);
  g_clear_object (&priv->shown);
  g_clear_object (&priv->positions);

  G_OBJECT_CLASS (ik_position_view_parent_class)->dispose (object);
}

static void
ik_position_view_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (IK_POSITION_VIEW (object))->bound);
  g_ptr_array_unref (get_private (IK_POSITION_VIEW (object))->stale);

  G_OBJECT_CLASS (ik_position_view_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, IK_TYPE_POSITION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
ik_position_view_class_init (IkPositionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ik_position_view_set_property;
  object_class->dispose = ik_position_view_dispose;
  object_class->finalize = ik_position_view_finalize;
  widget_class->focus = ik_position_view_focus;

  /**
   * IkPositionView:label:
   *
   * What assistive tools call the list.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_SELECTED] = add_signal ("selected");
  signals[SIGNAL_SCROLLED] = add_signal ("scrolled");
  signals[SIGNAL_ACTIVATED] = add_signal ("activated");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-position-view.ui");
  gtk_widget_class_bind_template_child_private (widget_class, IkPositionView, list);
  gtk_widget_class_bind_template_child_private (widget_class, IkPositionView, menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
ik_position_view_init (IkPositionView *self)
{
  IkPositionViewPrivate *priv = get_private (self);

  priv->bound = g_ptr_array_new ();
  priv->stale = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (priv->menu), GTK_WIDGET (self));

  priv->positions = ik_position_list_new ();
  priv->shown = ik_gradual_list_new (G_LIST_MODEL (priv->positions));
  priv->selection =
    gtk_single_selection_new (g_object_ref (ik_gradual_list_get_model (priv->shown)));
  gtk_single_selection_set_autoselect (priv->selection, FALSE);
  gtk_list_view_set_model (priv->list, GTK_SELECTION_MODEL (priv->selection));
  g_signal_connect_swapped (priv->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (priv->list)),
                            "value-changed", G_CALLBACK (scrolled_cb), self);
}

/**
 * ik_position_view_set_menu:
 * @menu: what can be done with a row
 *
 * Sets the menu of the second button of the mouse.
 */
void
ik_position_view_set_menu (IkPositionView *self,
                           GMenuModel     *menu)
{
  g_return_if_fail (IK_IS_POSITION_VIEW (self));

  gtk_popover_menu_set_menu_model (get_private (self)->menu, menu);
}

/**
 * ik_position_view_resize:
 * @n_items: how many rows there are from now on
 *
 * Adds rows at the end, or removes them there. Those that stay still show what
 * they did: ik_position_view_update_rows() changes that. The same position stays
 * selected, or the last one.
 */
void
ik_position_view_resize (IkPositionView *self,
                         guint           n_items)
{
  IkPositionViewPrivate *priv;
  guint selected;

  g_return_if_fail (IK_IS_POSITION_VIEW (self));

  priv = get_private (self);
  selected = gtk_single_selection_get_selected (priv->selection);
  priv->is_moving = TRUE;
  if (n_items > 0 && g_list_model_get_n_items (G_LIST_MODEL (priv->positions)) == 0)
    ik_gradual_list_restart (priv->shown);
  ik_position_list_resize (priv->positions, n_items);
  if (selected != GTK_INVALID_LIST_POSITION && n_items > 0)
    gtk_single_selection_set_selected (priv->selection, MIN (selected, n_items - 1));
  priv->is_moving = FALSE;
}

static gboolean
update_stale_cb (gpointer data)
{
  IkPositionView *self = data;
  IkPositionViewPrivate *priv = get_private (self);

  for (guint i = 0; i < N_ROWS_AT_ONCE && priv->stale->len > 0; i++)
    {
      GtkListItem *list_item = g_ptr_array_steal_index_fast (priv->stale, 0);

      IK_POSITION_VIEW_GET_CLASS (self)->update_row (self, list_item);
    }
  if (priv->stale->len > 0)
    return G_SOURCE_CONTINUE;

  priv->stale_id = 0;
  return G_SOURCE_REMOVE;
}

/* A list has some hundred rows; few of them are in view. */
static gboolean
can_wait (IkPositionView *self,
          GtkListItem    *list_item)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         !gtk_widget_get_mapped (gtk_list_item_get_child (list_item));
}

/**
 * ik_position_view_update_rows:
 *
 * Shows in the rows that there are what stands at their positions now; those
 * out of view follow when there is time.
 */
void
ik_position_view_update_rows (IkPositionView *self)
{
  IkPositionViewPrivate *priv;

  g_return_if_fail (IK_IS_POSITION_VIEW (self));

  priv = get_private (self);
  g_ptr_array_set_size (priv->stale, 0);
  for (guint i = 0; i < priv->bound->len; i++)
    {
      if (can_wait (self, priv->bound->pdata[i]))
        g_ptr_array_add (priv->stale, priv->bound->pdata[i]);
      else
        IK_POSITION_VIEW_GET_CLASS (self)->update_row (self, priv->bound->pdata[i]);
    }
  if (priv->stale->len > 0 && priv->stale_id == 0)
    priv->stale_id = g_idle_add (update_stale_cb, self);
}

/**
 * ik_position_view_get_selected:
 *
 * Returns: the position of the row that is selected,
 *   %GTK_INVALID_LIST_POSITION where none is
 */
guint
ik_position_view_get_selected (IkPositionView *self)
{
  g_return_val_if_fail (IK_IS_POSITION_VIEW (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (get_private (self)->selection);
}

/**
 * ik_position_view_get_first:
 *
 * Returns: the position of the first row in view, %GTK_INVALID_LIST_POSITION
 *   where there is none
 */
guint
ik_position_view_get_first (IkPositionView *self)
{
  g_return_val_if_fail (IK_IS_POSITION_VIEW (self), GTK_INVALID_LIST_POSITION);

  return ik_list_scroll_get_first (get_private (self)->list);
}

/**
 * ik_position_view_select:
 * @position: position of a row
 *
 * Selects a row and brings it into view.
 */
void
ik_position_view_select (IkPositionView *self,
                         guint           position)
{
  IkPositionViewPrivate *priv;

  g_return_if_fail (IK_IS_POSITION_VIEW (self));

  priv = get_private (self);
  ik_position_view_show (self, position);
  priv->is_moving = TRUE;
  gtk_single_selection_set_selected (priv->selection, position);
  priv->is_moving = FALSE;
}

/**
 * ik_position_view_go_to:
 * @position: position of a row
 *
 * Selects a row because the person does something in it, which is told.
 */
void
ik_position_view_go_to (IkPositionView *self,
                        guint           position)
{
  g_return_if_fail (IK_IS_POSITION_VIEW (self));

  gtk_single_selection_set_selected (get_private (self)->selection, position);
}

/**
 * ik_position_view_show:
 * @position: position of a row
 *
 * Brings a row into view.
 */
void
ik_position_view_show (IkPositionView *self,
                       guint           position)
{
  IkPositionViewPrivate *priv;

  g_return_if_fail (IK_IS_POSITION_VIEW (self));

  priv = get_private (self);
  if (position >= g_list_model_get_n_items (ik_gradual_list_get_model (priv->shown)))
    ik_gradual_list_show_all (priv->shown);
  ik_list_scroll_to (priv->list, position, FALSE);
}

/**
 * ik_position_view_take_focus:
 *
 * Puts the focus on the selected row.
 */
void
ik_position_view_take_focus (IkPositionView *self)
{
  guint selected = ik_position_view_get_selected (self);

  g_return_if_fail (IK_IS_POSITION_VIEW (self));

  if (selected != GTK_INVALID_LIST_POSITION)
    ik_list_scroll_to (get_private (self)->list, selected, TRUE);
}
