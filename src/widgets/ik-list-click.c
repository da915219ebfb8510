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
