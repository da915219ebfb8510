#include "ik-entry-problem.h"

/**
 * ik_entry_set_problem:
 * @entry: an entry
 * @words: (nullable): what would be right, %NULL where nothing is wrong
 *
 * Says that what stands in @entry is not taken: by its colour, by a sign with
 * @words, and to assistive tools.
 */
void
ik_entry_set_problem (GtkEntry   *entry,
                      const char *words)
{
  g_return_if_fail (GTK_IS_ENTRY (entry));

  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY,
                                     words != NULL ? "dialog-error-symbolic" : NULL);
  if (words != NULL)
    gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, words);

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
