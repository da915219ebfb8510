#include "ik-list-focus.h"

static gboolean
focus_cb (gpointer data)
{
  GtkWidget *list = data;

  /* Not where the person has gone to another page by now. */
  for (GtkWidget *row = gtk_widget_get_first_child (list);
       row != NULL && gtk_widget_get_mapped (list);
       row = gtk_widget_get_next_sibling (row))
    {
      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        gtk_widget_grab_focus (row);
    }

  return G_SOURCE_REMOVE;
}

/**
 * ik_list_focus_selected:
 * @list: a list
 *
 * Moves the focus to the row that is selected, soon: a list makes its rows when
 * it is laid out, and gives the focus to the place that had it before then.
 */
void
ik_list_focus_selected (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (list), g_object_unref);
}

static void
select_row (GtkListItem *list_item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (list_item), "list.select-item", "(ubb)",
                              gtk_list_item_get_position (list_item), FALSE, FALSE);
}

static gboolean
select_focused_cb (gpointer data)
{
  GtkListItem *list_item = data;
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkRoot *root = child != NULL ? gtk_widget_get_root (child) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* What is in a menu of the row is about the row by itself. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, child) &&
      gtk_widget_get_native (focus) == gtk_widget_get_native (child))
    select_row (list_item);

  return G_SOURCE_REMOVE;
}

/* Not before the focus is there: a list moves its rows when one is selected. */
static void
enter_cb (GtkListItem *list_item)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, select_focused_cb, g_object_ref (list_item),
                   g_object_unref);
}

/**
 * ik_list_focus_select_with:
 * @list_item: a row that is being set up, with its child
 *
 * Makes the row the one that is selected as soon as a control in it is pressed or
 * gets the focus: the keys of the list are about the row that the person is at.
 * GTK does so for a click beside the controls only.
 */
void
ik_list_focus_select_with (GtkListItem *list_item)
{
  GtkEventController *focus;
  GtkGesture *press;

  g_return_if_fail (GTK_IS_LIST_ITEM (list_item));
  g_return_if_fail (gtk_list_item_get_child (list_item) != NULL);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), list_item);
  gtk_widget_add_controller (gtk_list_item_get_child (list_item), focus);

  /* The menu that it opens would take the focus first. */
  press = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (select_row), list_item);
  gtk_widget_add_controller (gtk_list_item_get_child (list_item), GTK_EVENT_CONTROLLER (press));
}

/* By itself the focus goes to what stands below the end of the entry, whatever that
 * is until the rows have their places; and the list gives it to the row that had
 * it, wherever that came to be among what is found now. */
static gboolean
leave_search_cb (GtkWidget *entry,
                 GVariant  *arguments,
                 gpointer   list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (list);
  GtkWidget *first = gtk_widget_get_first_child (list);

  if (first != NULL && gtk_adjustment_get_value (adjustment) < 1)
    return gtk_widget_grab_focus (first);

  return gtk_widget_grab_focus (list);
}

/**
 * ik_list_focus_from_search:
 * @entry: where people type what the list shows
 * @list: a list
 *
 * Has Down lead from the entry to the first row, or to where the person was in a
 * list that is scrolled. Call it once.
 */
void
ik_list_focus_from_search (GtkWidget   *entry,
                           GtkListView *list)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WIDGET (entry));
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut
    (GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                      gtk_callback_action_new (leave_search_cb, list, NULL)));
  gtk_widget_add_controller (entry, controller);
}
