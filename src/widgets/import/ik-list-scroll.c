#include "ik-list-scroll.h"

/* What stays in view above the item that is scrolled to, in pixels. */
#define MARGIN 36

/* Frames after which a list that is in view knows where its rows stand. */
#define MAX_TRIES 12

/* Frames that the item has to stand still for: rows become higher with the
 * first layout after what they show was changed. */
#define N_STILL_FRAMES 2

#define ITEM_KEY "ik-list-item"
#define SCROLL_KEY "ik-list-scroll"
#define JUMP_KEY "ik-list-jump"

typedef struct
{
  GListModel *model;       /* owned: whose items may change on the way */
  gulong      changed_id;
  gboolean    has_changed; /* since the last layout */
  guint       position;
  gboolean    focus;
  guint       n_tries;
  guint       n_still;
} Scroll;

static void
items_changed_cb (Scroll *scroll)
{
  scroll->has_changed = TRUE;
}

static void
scroll_free (gpointer data)
{
  Scroll *scroll = data;

  g_clear_signal_handler (&scroll->changed_id, scroll->model);
  g_clear_object (&scroll->model);
  g_free (scroll);
}

static guint
get_position (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);
  GtkListItem *list_item = child != NULL ? g_object_get_data (G_OBJECT (child), ITEM_KEY) : NULL;

  return list_item != NULL ? gtk_list_item_get_position (list_item) : GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
find_row (GtkListView *view,
          guint        position)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (row != NULL && get_position (row) != position)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static gboolean
get_extent (GtkListView *view,
            GtkWidget   *row,
            double      *out_top,
            double      *out_bottom)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_child_visible (row) ||
      !gtk_widget_compute_bounds (row, GTK_WIDGET (view), &bounds) || bounds.size.height < 1)
    return FALSE;

  *out_top = bounds.origin.y;
  *out_bottom = bounds.origin.y + bounds.size.height;
  return TRUE;
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Returns whether the list had to move. */
static gboolean
align (GtkListView *view,
       double       top)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double before = gtk_adjustment_get_value (adjustment);

  /* Where it can be read already, nothing moves; but the list has to hear that
   * it stands where it stands, or it makes no rows above the item. */
  if (top < 0 || top + 3 * MARGIN > gtk_widget_get_height (GTK_WIDGET (view)))
    gtk_adjustment_set_value (adjustment, before + top - MARGIN);
  else
    g_signal_emit_by_name (adjustment, "value-changed");

  return ABS (gtk_adjustment_get_value (adjustment) - before) >= 1;
}

/* Whether a list may jump in this frame: that lays out some hundred rows anew,
 * so a second one waits for the next frame. */
static gboolean
take_turn (GdkFrameClock *clock)
{
  gpointer frame = GSIZE_TO_POINTER ((gsize) gdk_frame_clock_get_frame_counter (clock) + 1);

  if (g_object_get_data (G_OBJECT (clock), JUMP_KEY) == frame)
    return FALSE;

  g_object_set_data (G_OBJECT (clock), JUMP_KEY, frame);
  return TRUE;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  GtkListView *view = GTK_LIST_VIEW (widget);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  Scroll *scroll = data;
  GtkWidget *row = find_row (view, scroll->position);
  double top;
  double bottom;

  /* Rows of items that came since the last layout have no height yet, and GTK
   * warns where it is told to stand below all that do. */
  if (scroll->has_changed)
    {
      scroll->has_changed = FALSE;
      return G_SOURCE_CONTINUE;
    }

  /* This comes before the layout of a frame. Rows that it makes above the item
   * may be higher than was guessed, so that its place is looked at once more. */
  if (row == NULL || !get_extent (view, row, &top, &bottom))
    {
      gboolean is_there = model != NULL && scroll->position < g_list_model_get_n_items (model) &&
                          gtk_widget_get_height (widget) > 0;

      if (is_there && !take_turn (clock))
        return G_SOURCE_CONTINUE;
      if (is_there)
        gtk_widget_activate_action (widget, "list.scroll-to-item", "u", scroll->position);
      if (++scroll->n_tries < MAX_TRIES)
        return G_SOURCE_CONTINUE;
    }
  else if (align (view, top) && ++scroll->n_tries < MAX_TRIES)
    {
      scroll->n_still = 0;
      return G_SOURCE_CONTINUE;
    }
  else if (++scroll->n_still < N_STILL_FRAMES)
    return G_SOURCE_CONTINUE;
  else if (scroll->focus || has_focus (widget))
    gtk_widget_grab_focus (row);
  g_object_set_data (G_OBJECT (view), SCROLL_KEY, NULL);

  return G_SOURCE_REMOVE;
}

static void
watch_items (Scroll     *scroll,
             GListModel *model)
{
  if (scroll->model == model)
    return;

  g_clear_signal_handler (&scroll->changed_id, scroll->model);
  g_set_object (&scroll->model, model);
  if (model != NULL)
    scroll->changed_id = g_signal_connect_swapped (model, "items-changed",
                                                   G_CALLBACK (items_changed_cb), scroll);
}

/**
 * ik_list_scroll_to:
 * @view: a list
 * @position: an item
 * @focus: whether it gets the focus; it does anyway where the list has it
 *
 * Brings an item to the top of a list, unless it is well in view, with the next
 * frames. GTK has this from 4.12 on, and an action until then that brings it to
 * the nearest edge.
 */
void
ik_list_scroll_to (GtkListView *view,
                   guint        position,
                   gboolean     focus)
{
  Scroll *scroll;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  scroll = g_object_get_data (G_OBJECT (view), SCROLL_KEY);
  if (scroll == NULL)
    {
      scroll = g_new0 (Scroll, 1);
      scroll->has_changed = TRUE;
      g_object_set_data (G_OBJECT (view), SCROLL_KEY, scroll);
      gtk_widget_add_tick_callback (GTK_WIDGET (view), scroll_cb, scroll, scroll_free);
    }
  watch_items (scroll, G_LIST_MODEL (gtk_list_view_get_model (view)));

  /* One that was under way goes elsewhere; the focus that it was to bring
   * comes there. */
  scroll->position = position;
  scroll->focus = scroll->focus || focus;
  scroll->n_tries = 0;
  scroll->n_still = 0;
}

/**
 * ik_list_scroll_is_under_way:
 * @view: a list
 *
 * Returns: whether the list goes where ik_list_scroll_to() told it to
 */
gboolean
ik_list_scroll_is_under_way (GtkListView *view)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);

  return g_object_get_data (G_OBJECT (view), SCROLL_KEY) != NULL;
}

/**
 * ik_list_scroll_focus:
 * @view: a list
 * @position: an item
 *
 * Gives the focus to an item, if it has a row.
 *
 * Returns: whether it has
 */
gboolean
ik_list_scroll_focus (GtkListView *view,
                      guint        position)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);

  row = find_row (view, position);
  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * ik_list_scroll_get_bounds:
 * @view: a list
 * @position: an item
 * @widget: a widget around the list
 * @out_bounds: (out): where its row is, in @widget
 *
 * Returns: whether the item has a row
 */
gboolean
ik_list_scroll_get_bounds (GtkListView     *view,
                           guint            position,
                           GtkWidget       *widget,
                           graphene_rect_t *out_bounds)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  row = find_row (view, position);
  return row != NULL && gtk_widget_compute_bounds (row, widget, out_bounds);
}

/**
 * ik_list_scroll_get_first:
 * @view: a list
 *
 * Returns: the position of the first item in view, %GTK_INVALID_LIST_POSITION
 *   where there is none
 */
guint
ik_list_scroll_get_first (GtkListView *view)
{
  double first_top = G_MAXDOUBLE;
  guint first = GTK_INVALID_LIST_POSITION;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), first);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      double top;
      double bottom;

      if (get_extent (view, row, &top, &bottom) && bottom > MARGIN / 2 && top < first_top)
        {
          first_top = top;
          first = get_position (row);
        }
    }

  return first;
}

/**
 * ik_list_scroll_find_at:
 * @view: a list
 * @widget: a widget around it
 * @x: where, in @widget
 * @y: where, in @widget
 *
 * Returns: the position of the item there, %GTK_INVALID_LIST_POSITION where
 *   there is none
 */
guint
ik_list_scroll_find_at (GtkListView *view,
                        GtkWidget   *widget,
                        double       x,
                        double       y)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), GTK_INVALID_LIST_POSITION);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), GTK_INVALID_LIST_POSITION);

  row = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  while (row != NULL && gtk_widget_get_parent (row) != GTK_WIDGET (view))
    row = gtk_widget_get_parent (row);

  return row != NULL ? get_position (row) : GTK_INVALID_LIST_POSITION;
}

/**
 * ik_list_scroll_setup:
 * @list_item: an item that has its child
 *
 * Lets the rows of a list be found; call it when the factory sets an item up.
 */
void
ik_list_scroll_setup (GtkListItem *list_item)
{
  g_return_if_fail (GTK_IS_LIST_ITEM (list_item));

  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), ITEM_KEY, list_item);
}
