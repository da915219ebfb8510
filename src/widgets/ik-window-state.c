#include "ik-window-state.h"

#include "ik-settings.h"

/**
 * ik_window_state_restore:
 * @window: a window that was not shown yet
 *
 * Gives a window the size that ik_window_state_save() kept, if any.
 */
void
ik_window_state_restore (GtkWindow *window)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;

  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
}

/**
 * ik_window_state_save:
 * @window: a window that is still shown
 *
 * Keeps the size of a window, and of a maximized one the size it would go back
 * to.
 */
void
ik_window_state_save (GtkWindow *window)
{
  g_autoptr(GSettings) settings = ik_settings_new ();
  int width;
  int height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
}
