#include "ik-wheel.h"

/* Who turns the wheel above a field of a page means the page, unless the field
 * itself has more to show. Main loop only. */

/* Those that catch the wheel on its way in only stop what still moves. */
static void
set_phase (GtkWidget           *widget,
           GtkPropagationPhase  phase)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        gtk_event_controller_set_propagation_phase (controller, phase);
    }
}

/**
 * ik_wheel_leave:
 * @widget: a field
 *
 * Leaves the wheel to what is around the field.
 */
void
ik_wheel_leave (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  set_phase (widget, GTK_PHASE_NONE);
}

static void
size_changed_cb (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  gboolean has_more = gtk_adjustment_get_upper (adjustment) >
                      gtk_adjustment_get_page_size (adjustment);

  set_phase (GTK_WIDGET (scroller), has_more ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

/**
 * ik_wheel_leave_idle:
 * @scroller: scrolls a field within a page that scrolls as well
 *
 * Leaves the wheel to the page as long as all of the field is in view. Call it
 * once.
 */
void
ik_wheel_leave_idle (GtkScrolledWindow *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "changed",
                           G_CALLBACK (size_changed_cb), scroller, G_CONNECT_SWAPPED);
  size_changed_cb (scroller);
}
