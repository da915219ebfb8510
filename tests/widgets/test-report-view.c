#include "ik-report-print.h"
#include "ik-report-view.h"
#include "ik-test-widgets.h"
#include "invented-interview.h"

#include <glib/gstdio.h>

/* The pages of a report in a window, and on the way to a printer. */

#define N_QUESTIONS 60

typedef struct
{
  GPtrArray     *interviews;
  IkReportPages *pages;
  IkReportView  *view;
  GtkWidget     *window;
  char          *folder;
  char          *path;
} Fixture;

static gpointer
lay_out_cb (gpointer data)
{
  Fixture *fixture = data;
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(GError) error = NULL;

  ik_report_lay_out (fixture->interviews, &options, fixture->pages, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  g_ptr_array_add (fixture->interviews, invented_interview_new (N_QUESTIONS));
  fixture->pages = ik_report_pages_new ();
  g_thread_join (g_thread_new ("lay-out", lay_out_cb, fixture));

  fixture->view = g_object_new (IK_TYPE_REPORT_VIEW, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  fixture->window = ik_test_widgets_show_sized (scroller, 700, 600);
  ik_report_view_set_pages (fixture->view, fixture->pages);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  ik_test_widgets_settle ();

  fixture->folder = g_dir_make_tmp ("ik-report-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "printed.pdf", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_settle ();
  g_assert_finalize_object (fixture->pages);
  g_ptr_array_unref (fixture->interviews);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* A view with the page it should be at. */
typedef struct
{
  IkReportView *view;
  guint         page;
} Place;

static gboolean
is_at_page (gpointer data)
{
  const Place *place = data;

  return ik_report_view_get_page (place->view) == place->page;
}

static void
press (Fixture    *fixture,
       const char *key,
       guint       page)
{
  Place place = { fixture->view, page };

  g_autofree char *input = g_strdup_printf ("key %s", key);

  ik_test_widgets_press (fixture->window, input);
  ik_test_widgets_wait (is_at_page, &place);
}

static void
test_turns (Fixture       *fixture,
            gconstpointer  data)
{
  guint last = ik_report_pages_get_n_pages (fixture->pages) - 1;
  g_autofree char *label = NULL;

  g_test_summary ("Each page can be reached by keys, and says which one it is");

  g_assert_cmpuint (last, >, 10);
  for (guint paged = 0; paged < 2; paged++)
    {
      ik_report_view_set_continuous (fixture->view, !paged);
      press (fixture, "Home", 0);
      press (fixture, "Page_Down", 1);
      press (fixture, "Page_Down", 2);
      press (fixture, "Page_Up", 1);
      press (fixture, "End", last);
      press (fixture, "Page_Down", last);
    }
  ik_report_view_go_to (fixture->view, 6);
  label = g_strdup_printf ("Preview, page 7 of %u", last + 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

/* Scrolling to the place of another page turns to it. */
static void
test_scrolls (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GtkAdjustment) adjustment = NULL;
  Place place = { fixture->view, 0 };

  g_object_get (fixture->view, "vadjustment", &adjustment, NULL);
  place.page = ik_report_pages_get_n_pages (fixture->pages) / 2;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) *
                            (place.page + 0.1) / ik_report_pages_get_n_pages (fixture->pages));
  ik_test_widgets_wait (is_at_page, &place);
}

static void
test_zooms (Fixture       *fixture,
            gconstpointer  data)
{
  double fit = ik_report_view_get_scale (fixture->view);
  double width;
  double height;

  g_test_summary ("Larger, smaller, and as wide as the view; the page in view stays");

  ik_report_pages_get_size (fixture->pages, &width, &height);
  g_assert_true (ik_report_view_is_fit (fixture->view));
  g_assert_cmpfloat (fit * width, <=, gtk_widget_get_width (GTK_WIDGET (fixture->view)));

  ik_report_view_go_to (fixture->view, 5);
  ik_report_view_zoom (fixture->view, 2);
  ik_test_widgets_settle ();
  g_assert_cmpfloat (ik_report_view_get_scale (fixture->view), >, fit * 1.5);
  g_assert_cmpuint (ik_report_view_get_page (fixture->view), ==, 5);
  ik_report_view_zoom (fixture->view, -1);
  g_assert_cmpfloat (ik_report_view_get_scale (fixture->view), <, fit * 1.3);
  ik_report_view_zoom (fixture->view, 100);
  ik_report_view_zoom (fixture->view, -100);
  ik_report_view_fit (fixture->view);
  ik_test_widgets_settle ();
  g_assert_cmpfloat_with_epsilon (ik_report_view_get_scale (fixture->view), fit, 0.05);
  g_assert_true (ik_report_view_is_fit (fixture->view));

  /* One page at a time is seen as a whole. */
  ik_report_view_set_continuous (fixture->view, FALSE);
  g_assert_cmpfloat (ik_report_view_get_scale (fixture->view) * height, <=,
                     gtk_widget_get_height (GTK_WIDGET (fixture->view)));
}

/* A change keeps what is read in view as far as there is as much. */
static void
test_other_pages (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(IkReportPages) none = ik_report_pages_new ();

  ik_report_view_go_to (fixture->view, 8);
  ik_report_view_set_pages (fixture->view, fixture->pages);
  ik_test_widgets_settle ();
  g_assert_cmpuint (ik_report_view_get_page (fixture->view), ==, 8);

  ik_report_view_set_pages (fixture->view, none);
  ik_test_widgets_settle ();
  g_assert_cmpuint (ik_report_view_get_page (fixture->view), ==, 0);
  g_assert_cmpuint (ik_report_view_get_n_pages (fixture->view), ==, 0);
  ik_report_view_zoom (fixture->view, 1);
  ik_report_view_go_to (fixture->view, 3);
  g_assert_cmpuint (ik_report_view_get_page (fixture->view), ==, 0);
}

static char *
read_text (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *words[] = { "pdftotext", path, "-", NULL };
  char *text = NULL;

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");
  else
    g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                  NULL);
  return text;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gboolean                *is_done)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return *(gboolean *) data;
}

/* On paper is what the file says, on as many pages. */
static void
test_prints (Fixture       *fixture,
             gconstpointer  data)
{
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(GtkPrintOperation) operation = ik_report_print_new (fixture->pages, IK_PAGE_SIZE_A4,
                                                                "Report");
  g_autoptr(GBytes) file = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *written = NULL;
  gboolean done = FALSE;

  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_set_export_filename (operation, fixture->path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (fixture->window), NULL);
  ik_test_widgets_wait (is_done, &done);
  printed = read_text (fixture->path);

  file = ik_report_render (fixture->interviews, &options, IK_REPORT_FORMAT_PDF, NULL, NULL);
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (file, NULL),
                                      (gssize) g_bytes_get_size (file), NULL));
  written = read_text (fixture->path);
  if (printed != NULL && written != NULL)
    g_assert_true (g_str_equal (printed, written));
}

#define ADD(name, func) \
  g_test_add ("/widgets/report-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("turns", test_turns);
  ADD ("scrolls", test_scrolls);
  ADD ("zooms", test_zooms);
  ADD ("other-pages", test_other_pages);
  ADD ("prints", test_prints);

  return g_test_run ();
}
