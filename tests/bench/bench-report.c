#include "ik-report.h"
#include "invented-interview.h"

#include <stdlib.h>

/* The time of one report, each size in the same run: the first includes what
 * Pango and fontconfig take to wake up. With a folder, keeps the reports. */

static void
run (guint       n_questions,
     const char *folder)
{
  g_autoptr(IkInterview) interview = invented_interview_new (n_questions);
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GBytes) report = NULL;
  g_autoptr(GError) error = NULL;
  const IkReportOptions options = { IK_REPORT_AUDIENCE_INTERNAL, IK_PAGE_SIZE_A4, 0 };
  gint64 start_us = g_get_monotonic_time ();

  g_ptr_array_add (interviews, interview);
  report = ik_report_render (interviews, &options, IK_REPORT_FORMAT_PDF, NULL, &error);
  g_assert_no_error (error);
  g_print ("%4u questions: %7.1f ms, %" G_GSIZE_FORMAT " bytes\n", n_questions,
           (double) (g_get_monotonic_time () - start_us) / 1000, g_bytes_get_size (report));

  if (folder != NULL)
    {
      g_autofree char *name = g_strdup_printf ("report-%u.pdf", n_questions);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_file_set_contents (path, g_bytes_get_data (report, NULL),
                           (gssize) g_bytes_get_size (report), &error);
      g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 20, 20, 200, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    run (sizes[i], argc > 1 ? argv[1] : NULL);

  return EXIT_SUCCESS;
}
