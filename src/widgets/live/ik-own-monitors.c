#include "ik-own-monitors.h"

/* What is known of the screens that a window is on, kept with its surface. A
 * Wayland compositor says it once, when the window comes to a screen or leaves
 * it, and never where on that screen the window is. */

#define DATA_KEY "ik-own-monitors"

static void
entered_cb (GdkSurface *surface,
            GdkMonitor *monitor,
            GPtrArray  *entered)
{
  if (!g_ptr_array_find (entered, monitor, NULL))
    g_ptr_array_add (entered, g_object_ref (monitor));
}

static void
left_cb (GdkSurface *surface,
         GdkMonitor *monitor,
         GPtrArray  *entered)
{
  g_ptr_array_remove (entered, monitor);
}

/**
 * ik_own_monitors_watch:
 * @surface: the surface of a window, not shown yet
 *
 * Remembers the screens that the window is on from now on.
 */
void
ik_own_monitors_watch (GdkSurface *surface)
{
  GPtrArray *entered;

  g_return_if_fail (GDK_IS_SURFACE (surface));
  g_return_if_fail (g_object_get_data (G_OBJECT (surface), DATA_KEY) == NULL);

  entered = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (surface), DATA_KEY, entered,
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (surface, "enter-monitor", G_CALLBACK (entered_cb), entered);
  g_signal_connect (surface, "leave-monitor", G_CALLBACK (left_cb), entered);
}

/* The one of @monitors that the window came to first and is still on. */
static GdkMonitor *
find_home (GPtrArray  *entered,
           GListModel *monitors)
{
  for (guint i = 0; i < entered->len; i++)
    {
      for (guint k = 0; k < g_list_model_get_n_items (monitors); k++)
        {
          g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, k);

          if (monitor == entered->pdata[i])
            return entered->pdata[i];
        }
    }

  return NULL;
}

static GdkMonitor *
find_but (GListModel *monitors,
          GdkMonitor *own,
          GPtrArray  *entered) /* nullable */
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own && (entered == NULL || !g_ptr_array_find (entered, monitor, NULL)))
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

/**
 * ik_own_monitors_find_other:
 * @surface: the surface of a window
 * @monitors: (element-type GdkMonitor): the screens that there are
 *
 * Finds a screen that the window doesn't stand on. A window that reaches over
 * all of them stands on the one that the desktop names, as long as it is the one
 * it came to first: X11 names the one with most of the window, Wayland the one
 * it came to last, where a shadow is enough.
 *
 * Returns: (transfer full) (nullable): the screen; %NULL where there is none, or
 *   where it is not clear which
 */
GdkMonitor *
ik_own_monitors_find_other (GdkSurface *surface,
                            GListModel *monitors)
{
  GPtrArray *entered;
  GdkMonitor *own;
  GdkMonitor *free_one;

  g_return_val_if_fail (GDK_IS_SURFACE (surface), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (monitors), NULL);

  entered = g_object_get_data (G_OBJECT (surface), DATA_KEY);
  own = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  free_one = find_but (monitors, own, entered);
  if (free_one != NULL || entered == NULL || find_home (entered, monitors) != own)
    return free_one;

  return find_but (monitors, own, NULL);
}
