#include "ik-report-print.h"

#include "ik-file-dialog.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              IkReportPages     *pages)
{
  ik_report_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* GTK proposes the documents; where there are none it would be the folder that the
 * program was started in. */
static GtkPrintSettings *
make_settings (const char *title)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *basename = ik_file_dialog_make_name (title, NULL);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, basename);
  if (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS) == NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, g_get_home_dir ());

  return settings;
}

/**
 * ik_report_print_new:
 * @pages: complete pages
 * @page_size: their paper
 * @title: name of the job, and of the file where it is printed to one
 *
 * The pages have margins of their own, so they take the whole paper, at their
 * own size. They are drawn one by one, between other things the program does. Its
 * status ends with that of the job, so that a file is told once it is whole.
 *
 * Returns: (transfer full): what prints them
 */
GtkPrintOperation *
ik_report_print_new (IkReportPages *pages,
                     IkPageSize     page_size,
                     const char    *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPrintSettings) settings = make_settings (title);
  GtkPaperSize *paper = gtk_paper_size_new (page_size == IK_PAGE_SIZE_LETTER
                                            ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) ik_report_pages_get_n_pages (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (pages),
                         (GClosureNotify) (GCallback) g_object_unref, 0);

  return operation;
}
