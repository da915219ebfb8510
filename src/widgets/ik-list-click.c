#include "ik-list-click.h"

static GtkWidget *
find_row (GtkWidget *view,
          double     x,
          double     y)
{
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && gtk_widget_get_parent (widget) != view)
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *row = find_row (view, x, y);

  /* The second press activates by itself. */
  if (row != NULL && n_press == 1)
    gtk_widget_activate (row);
}

/**
 * ik_list_click_init:
 * @view: a list
 *
 * Makes one click on a row of @view choose and activate it. That is what
 * #GtkListView:single-click-activate does too, but there the pointer alone
 * already chooses what it comes over. Call it once, from the thread of GTK.
 */
void
ik_list_click_init (GtkListView *view)
{
  GtkGesture *gesture;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
}

static gboolean
space_cb (GtkWidget *view,
          GVariant  *arguments,
          gpointer   user_data)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* A button in a row has a Space of its own. */
  return focus != NULL && gtk_widget_get_parent (focus) == view && gtk_widget_activate (focus);
}

/**
 * ik_list_click_add_space:
 * @view: a list to tick rows in, where nothing is selected
 *
 * Makes Space activate a row as Return does; by itself it would select the row.
 * Call it once, from the thread of GTK.
 */
void
ik_list_click_add_space (GtkListView *view)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  controller = gtk_shortcut_controller_new ();
  /* Before the row gets it. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut
    (GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                      gtk_callback_action_new (space_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), controller);
}
