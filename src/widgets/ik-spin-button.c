#include "ik-spin-button.h"

#include "ik-wheel.h"

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

  ik_wheel_leave (GTK_WIDGET (button));
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (button))),
                                  TRUE);
}
