/* Prints how many milliseconds pass from the start of a program to the first
 * pixel of its window that is not blank, as any client of the X server sees it.
 *
 * usage: first-frame COMMAND [ARGUMENT]...
 *
 * Wants a server without a window manager: what is not black is the program's. */

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#define SAMPLE_PIXELS 128
#define POLL_MS 1
#define GIVE_UP_MS 20000

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
has_colour (Display *display,
            int      x,
            int      y)
{
  XImage *image = XGetImage (display, DefaultRootWindow (display),
                             x, y, SAMPLE_PIXELS, SAMPLE_PIXELS, AllPlanes, ZPixmap);
  int found = 0;

  for (int row = 0; !found && row < SAMPLE_PIXELS; row++)
    {
      for (int column = 0; !found && column < SAMPLE_PIXELS; column++)
        found = (XGetPixel (image, column, row) & 0xffffff) != 0;
    }

  XDestroyImage (image);
  return found;
}

/* Looks at the middle of the screen, over which a window without a manager
 * stands when it is more than half as large, and at its upper left corner. */
static int
wait_for_frame (Display *display,
                double   start_ms)
{
  int screen = DefaultScreen (display);
  int x = DisplayWidth (display, screen) / 4;
  int y = DisplayHeight (display, screen) / 4;

  while (now_ms () - start_ms < GIVE_UP_MS)
    {
      if (has_colour (display, x, y) || has_colour (display, 0, 0))
        return 1;
      poll (NULL, 0, POLL_MS);
    }
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  double start_ms, end_ms;
  pid_t child;
  int seen;

  if (argc < 2 || display == NULL)
    {
      fputs ("usage: first-frame COMMAND [ARGUMENT]..., with an X server\n", stderr);
      return 2;
    }

  start_ms = now_ms ();
  if (posix_spawnp (&child, argv[1], NULL, NULL, argv + 1, environ) != 0)
    {
      fprintf (stderr, "first-frame: %s: %s\n", argv[1], strerror (errno));
      return 1;
    }
  seen = wait_for_frame (display, start_ms);
  end_ms = now_ms ();

  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  XCloseDisplay (display);
  if (!seen)
    {
      fputs ("first-frame: nothing was drawn\n", stderr);
      return 1;
    }
  printf ("%.1f\n", end_ms - start_ms);
  return 0;
}
