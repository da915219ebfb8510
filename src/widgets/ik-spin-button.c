#include "ik-spin-button.h"

/* Who scrolls a page with the pointer above a number means the page. */
static void
leave_wheel (GtkWidget *button)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (button);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

/**
 * ik_spin_button_init:
 * @button: a field of a number
 *
 * Keeps the wheel from changing the number, which would go unnoticed, and lets
 * Return do what the dialog around it is for: before GTK 4.14 a spin button
 * can't be told to. Call it once, from the thread of GTK.
 */
void
ik_spin_button_init (GtkSpinButton *button)
{
  g_return_if_fail (GTK_IS_SPIN_BUTTON (button));

  leave_wheel (GTK_WIDGET (button));
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (button))),
                                  TRUE);
}
