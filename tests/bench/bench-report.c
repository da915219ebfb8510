#include "ik-pdf-typesetter.h"
#include "ik-report.h"
#include "invented-interview.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How time and memory of a report grow with its length, in one run: a report
 * before the first wakes Pango and fontconfig. Fails where a page of a long
 * report costs more than one of a short report, where memory grows faster than
 * the report, or where the same report does not give the same bytes. With a
 * folder, keeps the reports. */

/* A third of a page each. */
static const guint sizes[] = { 30, 300, 3000 };

/* Of the time per page; the fonts' part is smaller in a long report. */
#define MAX_GROWTH 1.25

/* Of the time per letter of a word ten times as long; with its square it would
 * be ten. */
#define MAX_WORD_GROWTH 4.0

/* In kB above what the process had before its first report, fonts and all. */
#define MAX_PEAK (15 * 1024)

typedef struct
{
  double ms;
  gint64 peak_kb;
} Figures;

static gint64
read_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  at = strstr (status, name);
  return at != NULL ? g_ascii_strtoll (at + strlen (name), NULL, 10) : 0;
}

/* The peak counts from here. */
static void
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

/* As the program does, into a file. */
static void
write_report (IkInterview *interview,
              const char  *path,
              Figures     *figures)
{
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileOutputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  gint64 before_kb;
  gint64 start_us;

  g_ptr_array_add (interviews, interview);
  reset_peak ();
  before_kb = read_status ("VmRSS:");
  start_us = g_get_monotonic_time ();
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  ik_report_write (interviews, &options, IK_REPORT_FORMAT_PDF, G_OUTPUT_STREAM (stream), NULL,
                   &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
  figures->ms = (double) (g_get_monotonic_time () - start_us) / 1000;
  figures->peak_kb = read_status ("VmHWM:") - before_kb;
}

static GBytes *
read_report (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GBytes *report = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* Removes the files unless they are wanted. */
static gboolean
compare (const char *path,
         const char *other_path,
         gboolean    is_kept,
         gsize      *out_size)
{
  g_autoptr(GBytes) report = read_report (path);
  g_autoptr(GBytes) other = read_report (other_path);

  *out_size = g_bytes_get_size (report);
  g_remove (other_path);
  if (!is_kept)
    g_remove (path);

  return g_bytes_equal (report, other);
}

/* Returns whether both times gave the same bytes. */
static gboolean
measure (guint       n_questions,
         const char *folder,
         Figures    *figures)
{
  g_autoptr(IkInterview) interview = invented_interview_new (n_questions);
  g_autofree char *path = g_strdup_printf ("%s/report-%u.pdf",
                                           folder != NULL ? folder : g_get_tmp_dir (), n_questions);
  g_autofree char *other_path = g_strconcat (path, "~", NULL);
  Figures again;
  gboolean is_same;
  gsize size;

  write_report (interview, path, figures);
  write_report (interview, other_path, &again);
  is_same = compare (path, other_path, folder != NULL, &size);

  /* The machine does other things as well. */
  figures->ms = MIN (figures->ms, again.ms);
  g_print ("%4u questions: %7.1f ms, %6" G_GINT64_FORMAT " kB at most, a file of %"
           G_GSIZE_FORMAT " kB\n", n_questions, figures->ms, figures->peak_kb,
           size / 1024);

  return is_same;
}

static double
measure_word (IkPdfCanvas *canvas,
              gsize        length)
{
  g_autofree char *word = g_strnfill (length, 'x');
  gint64 best_us = G_MAXINT64;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(IkPdfTypesetter) type = ik_pdf_typesetter_new (ik_pdf_canvas_get_fonts (canvas));
      gint64 start_us = g_get_monotonic_time ();

      ik_pdf_typesetter_set (type, IK_PDF_STYLE_BODY, 400, word);
      best_us = MIN (best_us, g_get_monotonic_time () - start_us);
    }

  return (double) best_us / 1000;
}

/* Returns whether a word that fills pages takes no longer than it has to. */
static gboolean
compare_words (void)
{
  g_autoptr(IkPdfCanvas) canvas = ik_pdf_canvas_new (500, 300);
  double short_ms = measure_word (canvas, 20 * 1000);
  double long_ms = measure_word (canvas, 200 * 1000);
  double growth = long_ms / short_ms / 10;

  g_print ("A letter of a word of 200,000, %.1f ms, takes %.2f of the time of one of 20,000, "
           "at most %.1f\n", long_ms, growth, MAX_WORD_GROWTH);
  return growth <= MAX_WORD_GROWTH;
}

int
main (int   argc,
      char *argv[])
{
  Figures figures[G_N_ELEMENTS (sizes)];
  Figures first;
  double growth;
  gint64 peak_kb;
  gboolean is_same = measure (20, NULL, &first);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    is_same &= measure (sizes[i], argc > 1 ? argv[1] : NULL, &figures[i]);

  growth = figures[2].ms / figures[1].ms * sizes[1] / sizes[2];
  g_print ("A page of 1,000 takes %.2f of the time of a page of 100, at most %.2f\n", growth,
           MAX_GROWTH);
  peak_kb = first.peak_kb + figures[2].peak_kb;
  g_print ("%" G_GINT64_FORMAT " kB for 1,000 pages, at most %d\n", peak_kb, MAX_PEAK);
  g_print ("The same report gives %s bytes\n", is_same ? "the same" : "other");

  return compare_words () && growth <= MAX_GROWTH && peak_kb <= MAX_PEAK && is_same
         ? EXIT_SUCCESS : EXIT_FAILURE;
}
