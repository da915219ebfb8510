#include "ik-focus.h"

/**
 * ik_focus_is_within:
 * @widget: (type GtkWidget): a widget
 *
 * Returns: whether it has the focus of its window, or something in it has
 */
gboolean
ik_focus_is_within (gpointer widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}
