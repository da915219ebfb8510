#include "ik-test-widgets.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <gdk/x11/gdkx.h>
#include <string.h>
#include <time.h>

/* Longer than the frame clock waits for the next frame. */
#define QUIET_US (60 * 1000)

#define POLL_US 500

/* The state of one thread, a letter; 'S' for one that is gone. */
static char
get_thread_state (const char *id)
{
  g_autofree char *path = g_build_filename ("/proc/self/task", id, "stat", NULL);
  g_autofree char *stat = NULL;
  const char *name_end;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return 'S';

  name_end = strrchr (stat, ')');
  return name_end != NULL && name_end[1] == ' ' ? name_end[2] : 'S';
}

/* Whether another thread runs, waits for its turn to run, or for the disk. What
 * a busy machine lets wait is not done yet, however long nothing happens. */
static gboolean
others_work (void)
{
  g_autoptr(GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  g_autofree char *own_path = g_file_read_link ("/proc/thread-self", NULL);
  g_autofree char *own = own_path != NULL ? g_path_get_basename (own_path) : NULL;
  const char *id;

  while (threads != NULL && (id = g_dir_read_name (threads)) != NULL)
    {
      if (g_strcmp0 (id, own) != 0 && strchr ("RD", get_thread_state (id)) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Time that this thread was busy: what else the machine does is not counted. */
gint64
ik_test_widgets_get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Lets the main loop run until nothing happens for a while, here or on another
 * thread. Returns the longest that this thread was busy without a break. */
static gint64
run_until_quiet (void)
{
  gint64 longest_us = 0;
  gint64 last_busy_us = g_get_monotonic_time ();
  gint64 now_us;

  do
    {
      gint64 start_us = ik_test_widgets_get_cpu_us ();

      /* Read before it is looked at what is due: this thread as well may have
       * to wait for its turn in between. */
      now_us = g_get_monotonic_time ();
      if (g_main_context_iteration (NULL, FALSE))
        {
          longest_us = MAX (longest_us, ik_test_widgets_get_cpu_us () - start_us);
          last_busy_us = g_get_monotonic_time ();
        }
      else if (others_work ())
        last_busy_us = g_get_monotonic_time ();
      else
        g_usleep (POLL_US);
    }
  while (now_us - last_busy_us < QUIET_US);

  return longest_us;
}

/* Asks the window manager for something and waits for the answer: it has dealt
 * then with all that came before, windows that were opened and focus that was
 * asked for. It takes one thing after the other. */
static void
wait_for_window_manager (GdkDisplay *display)
{
  Display *server = gdk_x11_display_get_xdisplay (display);
  Atom extents = XInternAtom (server, "_NET_FRAME_EXTENTS", False);
  Window probe = XCreateSimpleWindow (server, DefaultRootWindow (server), 0, 0, 1, 1, 0, 0, 0);
  XEvent event = { 0 };
  gint64 end_us = g_get_monotonic_time () + IK_TEST_WIDGETS_TIMEOUT_US;
  gboolean answered = FALSE;

  event.xclient.type = ClientMessage;
  event.xclient.window = probe;
  event.xclient.message_type = XInternAtom (server, "_NET_REQUEST_FRAME_EXTENTS", False);
  event.xclient.format = 32;
  XSendEvent (server, DefaultRootWindow (server), False,
              SubstructureRedirectMask | SubstructureNotifyMask, &event);

  while (!answered)
    {
      Atom type;
      int format;
      unsigned long n_items;
      unsigned long n_left;
      unsigned char *value = NULL;

      XGetWindowProperty (server, probe, extents, 0, 4, False, XA_CARDINAL, &type, &format,
                          &n_items, &n_left, &value);
      answered = value != NULL;
      g_clear_pointer (&value, XFree);
      if (!answered)
        g_usleep (POLL_US);
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
    }

  XDestroyWindow (server, probe);
  XSync (server, False);

  /* The toolkit looks at the root window and hears of all this. */
  while (XCheckWindowEvent (server, DefaultRootWindow (server), SubstructureNotifyMask, &event) ||
         XCheckTypedWindowEvent (server, probe, ClientMessage, &event))
    ;
}

/* Lets the main loop run until there is nothing left to do: not here, not on
 * another thread, not for the window manager. Returns the longest that the main
 * loop was busy without a break, in microseconds of its own. */
gint64
ik_test_widgets_settle (void)
{
  gint64 longest_us = 0;

  do
    {
      longest_us = MAX (longest_us, run_until_quiet ());
      wait_for_window_manager (gdk_display_get_default ());
    }
  while (g_main_context_pending (NULL));

  return longest_us;
}
