#include "ik-scroll-start.h"

/* A wide table opens where lines begin. GTK opens it at the left, which is the
 * end where lines run from right to left. Main loop only. */

/* Pixels; positions are fractions of them. */
#define SLACK 1

#define IS_MOVED_KEY "ik-scroll-start-is-moved"

static double
get_right_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static void
moved_cb (GtkAdjustment *adjustment,
          GObject       *scroller)
{
  gboolean is_moved = gtk_adjustment_get_value (adjustment) < get_right_end (adjustment) - SLACK;

  g_object_set_data (scroller, IS_MOVED_KEY, GINT_TO_POINTER (is_moved));
}

static gboolean
is_kept (GtkWidget *scroller)
{
  return gtk_widget_get_direction (scroller) == GTK_TEXT_DIR_RTL &&
         g_object_get_data (G_OBJECT (scroller), IS_MOVED_KEY) == NULL;
}

static gboolean
keep_cb (GtkWidget     *scroller,
         GdkFrameClock *clock,
         gpointer       adjustment)
{
  if (is_kept (scroller))
    gtk_adjustment_set_value (adjustment, get_right_end (adjustment));

  return G_SOURCE_REMOVE;
}

/* The size changes while columns are given their places: what is scrolled then is
 * scrolled for the next time only, which may never come. */
static void
size_changed_cb (GtkAdjustment *adjustment,
                 GtkWidget     *scroller)
{
  if (is_kept (scroller))
    gtk_widget_add_tick_callback (scroller, keep_cb, g_object_ref (adjustment), g_object_unref);
}

/**
 * ik_scroll_start_keep:
 * @scroller: scrolls sideways
 *
 * Shows the start of each line until somebody scrolls on. Call it once.
 */
void
ik_scroll_start_keep (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (size_changed_cb), scroller, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), scroller, 0);
}
