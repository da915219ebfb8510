#include "ik-add-button.h"

#include <glib/gi18n.h>

/**
 * ik_add_button_set_list:
 * @button: a button that shows a picture only
 * @list: the row with the list that it adds to
 *
 * Names the button after the title of its list, for screen readers and as
 * tooltip.
 */
void
ik_add_button_set_list (GtkWidget         *button,
                        AdwPreferencesRow *list)
{
  /* Translators: the placeholder is the name of a list, such as "Red flags" */
  g_autofree char *label = g_strdup_printf (_("Add to %s"), adw_preferences_row_get_title (list));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_tooltip_text (button, label);
}
