#include "invented-interview.h"
#include "report-file.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define N_QUESTIONS 40

static const IkReportOptions options = {
  .created_at_us = INVENTED_START_US,
  .header = "Acme & Sons",
};

typedef struct
{
  GPtrArray     *interviews;
  IkReportPages *pages;
  guint          n_changes;
} Fixture;

static void
changed_cb (IkReportPages *pages,
            Fixture       *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  g_ptr_array_add (fixture->interviews, invented_interview_new (N_QUESTIONS));
  fixture->pages = ik_report_pages_new ();
  g_signal_connect (fixture->pages, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->pages);
  g_ptr_array_unref (fixture->interviews);
}

static gpointer
lay_out_cb (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(GError) error = NULL;

  ik_report_lay_out (fixture->interviews, &options, fixture->pages, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

/* As the program does it: laid out on a thread that is gone when they are drawn. */
static void
lay_out (Fixture *fixture)
{
  g_thread_join (g_thread_new ("lay-out", lay_out_cb, fixture));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Lines that begin with a page or a word, cairo's rounding apart. */
static void
assert_same_places (const char *one,
                    const char *other)
{
  g_auto(GStrv) lines = g_strsplit (strstr (one, "<page"), "\n", -1);
  g_auto(GStrv) others = g_strsplit (strstr (other, "<page"), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x;
      double y;
      double other_x;
      double other_y;

      g_assert_cmpstr (strchr (lines[i], '>'), ==, strchr (others[i], '>'));
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\"", &x, &y) != 2)
        continue;
      g_assert_cmpint (sscanf (others[i], " <word xMin=\"%lf\" yMin=\"%lf\"", &other_x, &other_y),
                       ==, 2);
      g_assert_cmpfloat_with_epsilon (x, other_x, 0.1);
      g_assert_cmpfloat_with_epsilon (y, other_y, 0.1);
    }
}

/* What is drawn is what is in the file: each word at its place. */
static void
test_same_as_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(ReportFile) file = report_file_new (fixture->interviews->pdata[0], &options);
  g_autofree char *written = report_file_read_by (file, "pdftotext -bbox @ -");
  g_autofree char *drawn = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;

  lay_out (fixture);
  ik_report_pages_get_size (fixture->pages, &width, &height);
  surface = cairo_pdf_surface_create (file->path, width, height);
  cr = cairo_create (surface);
  for (guint i = 0; i < ik_report_pages_get_n_pages (fixture->pages); i++)
    {
      ik_report_pages_draw (fixture->pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  drawn = report_file_read_by (file, "pdftotext -bbox @ -");
  if (written == NULL || drawn == NULL)
    return;
  assert_same_places (drawn, written);
}

/* Nobody waits for the last page to see the first one. */
static void
test_first_page (Fixture       *fixture,
                 gconstpointer  data)
{
  lay_out (fixture);

  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_cmpuint (ik_report_pages_get_n_pages (fixture->pages), >, 5);
  g_assert_true (ik_report_pages_is_complete (fixture->pages));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ik_report_lay_out (fixture->interviews, &options, fixture->pages, cancellable,
                                     &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (ik_report_pages_is_complete (fixture->pages));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("The pages that are shown are those of the file");

#define ADD(path, function) \
  g_test_add ("/report/report-pages/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("same-as-file", test_same_as_file);
  ADD ("first-page", test_first_page);
  ADD ("cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
