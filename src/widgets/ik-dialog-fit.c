#include "ik-dialog-fit.h"

/**
 * ik_dialog_fit:
 * @dialog: not presented yet, transient for another window
 *
 * Keeps a dialog from being larger than the window it belongs to, as far as its
 * contents let themselves be squeezed. Main loop only.
 */
void
ik_dialog_fit (GtkWindow *dialog)
{
  GtkWindow *parent;
  int width = 0;
  int height = 0;
  int parent_width;
  int parent_height;

  g_return_if_fail (GTK_IS_WINDOW (dialog));

  parent = gtk_window_get_transient_for (dialog);
  if (parent == NULL || !gtk_widget_get_mapped (GTK_WIDGET (parent)))
    return;

  parent_width = gtk_widget_get_width (GTK_WIDGET (parent));
  parent_height = gtk_widget_get_height (GTK_WIDGET (parent));
  gtk_window_get_default_size (dialog, &width, &height);
  gtk_window_set_default_size (dialog,
                               width > 0 ? MIN (width, parent_width) : width,
                               height > 0 ? MIN (height, parent_height) : height);
}
