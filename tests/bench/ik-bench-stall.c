#include "ik-bench-stall.h"

#include <time.h>

static gint64 idle_since_us;
static gint64 longest_us;

/* Time of the main thread alone: what else the machine does is no matter. */
static gint64
get_busy_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Between two polls the main loop is busy and the window stands still. */
static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout_ms)
{
  gint64 now_us = get_busy_us ();
  int result;

  longest_us = MAX (longest_us, now_us - idle_since_us);
  result = g_poll (fds, n_fds, timeout_ms);
  idle_since_us = get_busy_us ();

  return result;
}

/* From now on the main loop of this thread is watched. */
void
ik_bench_stall_watch (void)
{
  idle_since_us = get_busy_us ();
  g_main_context_set_poll_func (NULL, watch_poll);
}

/* The longest time that the window stood still since it was asked for last. */
gint64
ik_bench_stall_take (void)
{
  gint64 taken_us = longest_us;

  longest_us = 0;
  return taken_us;
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Waits as a person does. */
void
ik_bench_stall_settle (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* The first widget of a type that is in view, or NULL. */
GtkWidget *
ik_bench_find_mapped (GtkWidget *widget,
                      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ik_bench_find_mapped (child, type);

  return found;
}
