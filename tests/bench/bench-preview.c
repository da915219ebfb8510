#include "ik-report-view.h"
#include "ik-report.h"
#include "invented-interview.h"

#include <adwaita.h>
#include <stdlib.h>

/* How long somebody waits for the first page of a long packet and for another
 * page of it, with the window as it is: laid out on a thread of its own, drawn
 * by GTK. Ends with an error where it takes longer than it may. */

/* A packet of about 200 pages */
#define N_INTERVIEWS 10
#define N_QUESTIONS 60
#define MIN_PAGES 200

#define N_TURNS 60
#define MAX_FIRST_MS 100.0
#define MAX_TURN_MS 33.0

typedef struct
{
  GPtrArray     *interviews;
  IkReportPages *pages;
  IkReportView  *view;
  gboolean       is_painted;
} Bench;

static gpointer
lay_out_cb (gpointer data)
{
  Bench *bench = data;
  const IkReportOptions options = { 0 };
  g_autoptr(GError) error = NULL;

  ik_report_lay_out (bench->interviews, &options, bench->pages, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
changed_cb (IkReportPages *pages,
            Bench         *bench)
{
  ik_report_view_set_pages (bench->view, pages);
}

static void
painted_cb (GdkFrameClock *clock,
            Bench         *bench)
{
  bench->is_painted = TRUE;
}

/* Until the change that was made is on the screen. */
static void
wait_for_frame (Bench *bench)
{
  bench->is_painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (bench->view));
  while (!bench->is_painted)
    g_main_context_iteration (NULL, TRUE);
}

static double
get_ms_since (gint64 start_us)
{
  return (double) (g_get_monotonic_time () - start_us) / 1000;
}

static void
show (Bench *bench)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  bench->view = g_object_new (IK_TYPE_REPORT_VIEW, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (bench->view));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 860);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (bench->view)))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    bench);
  wait_for_frame (bench);
}

static double
measure_first (Bench  *bench,
               double *out_all_ms)
{
  gint64 start_us = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("lay-out", lay_out_cb, bench);
  double first_ms;

  while (ik_report_view_get_n_pages (bench->view) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (bench);
  first_ms = get_ms_since (start_us);

  g_thread_join (thread);
  while (!ik_report_pages_is_complete (bench->pages) || ik_report_view_get_n_pages (bench->view) == 1)
    g_main_context_iteration (NULL, TRUE);
  *out_all_ms = get_ms_since (start_us);
  g_assert_cmpuint (ik_report_view_get_n_pages (bench->view), >=, MIN_PAGES);

  return first_ms;
}

/* The median: now and then the machine does something else. */
static double
measure_turns (Bench *bench)
{
  double times[N_TURNS];

  for (guint i = 0; i < N_TURNS; i++)
    {
      gint64 start_us = g_get_monotonic_time ();

      ik_report_view_go_to (bench->view, 3 * (i + 1));
      wait_for_frame (bench);
      times[i] = get_ms_since (start_us);
    }

  for (guint i = 1; i < N_TURNS; i++)
    {
      for (guint j = i; j > 0 && times[j] < times[j - 1]; j--)
        {
          double time = times[j];

          times[j] = times[j - 1];
          times[j - 1] = time;
        }
    }

  return times[N_TURNS / 2];
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { 0 };
  double first_ms;
  double all_ms;
  double turn_ms;
  double paged_ms;

  adw_init ();
  bench.interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  for (guint i = 0; i < N_INTERVIEWS; i++)
    g_ptr_array_add (bench.interviews, invented_interview_new (N_QUESTIONS));
  bench.pages = ik_report_pages_new ();
  g_signal_connect (bench.pages, "changed", G_CALLBACK (changed_cb), &bench);
  show (&bench);

  first_ms = measure_first (&bench, &all_ms);
  turn_ms = measure_turns (&bench);
  ik_report_view_set_continuous (bench.view, FALSE);
  paged_ms = measure_turns (&bench);
  g_print ("first of %u pages: %.1f ms (at most %.0f); all of them known: %.1f ms\n"
           "another page: %.1f ms, one at a time: %.1f ms (at most %.0f)\n",
           ik_report_view_get_n_pages (bench.view), first_ms, MAX_FIRST_MS, all_ms, turn_ms,
           paged_ms, MAX_TURN_MS);
  g_ptr_array_unref (bench.interviews);
  g_object_unref (bench.pages);

  return first_ms <= MAX_FIRST_MS && MAX (turn_ms, paged_ms) <= MAX_TURN_MS ? EXIT_SUCCESS
                                                                            : EXIT_FAILURE;
}
