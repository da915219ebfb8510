#include "ik-own-monitors.h"
#include "ik-test-widgets.h"

#define N_MONITORS 3

/* The surface of a window, and screens of which it hears. The first is the one
 * that the desktop names. */
typedef struct
{
  GdkSurface *surface;
  GListStore *monitors;
  GdkMonitor *monitor[N_MONITORS]; /* borrowed from @monitors */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GdkDisplay *display = gdk_display_get_default ();

  fixture->surface = gdk_surface_new_toplevel (display);
  fixture->monitors = g_list_store_new (GDK_TYPE_MONITOR);
  for (guint i = 0; i < N_MONITORS; i++)
    {
      g_autoptr(GdkMonitor) monitor =
        i == 0 ? g_object_ref (gdk_display_get_monitor_at_surface (display, fixture->surface))
               : g_object_new (GDK_TYPE_MONITOR, "display", display, NULL);

      fixture->monitor[i] = monitor;
      g_list_store_append (fixture->monitors, monitor);
    }
  ik_own_monitors_watch (fixture->surface);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gdk_surface_destroy (fixture->surface);
  g_assert_finalize_object (fixture->surface);
  g_assert_finalize_object (g_steal_pointer (&fixture->monitors));
}

static void
enter (Fixture *fixture,
       guint    index)
{
  g_signal_emit_by_name (fixture->surface, "enter-monitor", fixture->monitor[index]);
}

static void
leave (Fixture *fixture,
       guint    index)
{
  g_signal_emit_by_name (fixture->surface, "leave-monitor", fixture->monitor[index]);
}

static void
assert_other (Fixture *fixture,
              int      expected) /* -1 for none */
{
  g_autoptr(GdkMonitor) other = ik_own_monitors_find_other (fixture->surface,
                                                            G_LIST_MODEL (fixture->monitors));

  g_assert_true (other == (expected >= 0 ? fixture->monitor[expected] : NULL));
}

static void
test_free (Fixture       *fixture,
           gconstpointer  data)
{
  g_test_summary ("A screen that no part of the window is on comes before all others");

  assert_other (fixture, 1);
  enter (fixture, 1);
  assert_other (fixture, 2);
  leave (fixture, 1);
  assert_other (fixture, 1);
  g_list_store_remove (fixture->monitors, 1);
  g_list_store_remove (fixture->monitors, 1);
  assert_other (fixture, -1);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_test_summary ("A window on all screens stands where it came first, or it is not clear");

  enter (fixture, 0);
  enter (fixture, 1);
  enter (fixture, 2);
  assert_other (fixture, 1);

  /* It went away and back, and the desktop names where it came last. */
  leave (fixture, 0);
  enter (fixture, 0);
  assert_other (fixture, -1);
  leave (fixture, 2);
  assert_other (fixture, 2);

  /* Where it came first was unplugged, and is no screen any more. */
  enter (fixture, 2);
  assert_other (fixture, -1);
  g_list_store_remove (fixture->monitors, 1);
  assert_other (fixture, 2);
}

#define ADD(name, func) \
  g_test_add ("/widgets/own-monitors/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("free", test_free);
  ADD ("all", test_all);

  return g_test_run ();
}
