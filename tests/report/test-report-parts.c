#include "invented-interview.h"
#include "report-file.h"

#include <cairo.h>
#include <locale.h>
#include <string.h>

/* A line of each part that stands nowhere else, on paper and in Markdown. */
static const struct
{
  const char *nick;
  const char *text;
  const char *markdown; /* (nullable): where Markdown has no such part */
} parts[] = {
  { "recommendation", "Mean rating", "**Mean rating:**" },
  { "summary", "Strengths", "## Strengths" },
  { "competencies", "Mean of answers", "## Competencies" },
  { "overview", "Outcome", NULL },
  { "timeline", "How it went", "## How it went" },
  { "notes", "General notes", "## General notes" },
  { "questions", "Heard", "### 1. " },
};

static void
log_event (IkInterview *interview,
           gint64       at_us,
           const char  *kind,
           const char  *item_id)
{
  g_ptr_array_add (interview->events, ik_interview_event_new (at_us, item_id, kind, NULL));
}

/* One with something in each part. */
static IkInterview *
make_interview (void)
{
  IkInterview *interview = invented_interview_new (9);

  log_event (interview, INVENTED_START_US, "started", NULL);
  log_event (interview, INVENTED_START_US, "shown", invented_interview_get_item (interview, 0)->id);
  log_event (interview, interview->ended_at_us, "ended", NULL);

  return interview;
}

static void
test_parts (void)
{
  g_autoptr(IkInterview) interview = make_interview ();

  G_STATIC_ASSERT (G_N_ELEMENTS (parts) == IK_REPORT_N_PARTS);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      IkReportOptions options = { 0 };
      g_autoptr(GBytes) markdown = NULL;
      g_autoptr(ReportFile) file = NULL;
      g_autofree char *text = NULL;

      g_assert_true (ik_report_part_from_nick (parts[i].nick, &options.without));
      g_assert_cmpuint (options.without, ==, 1 << i);
      g_assert_cmpstr (ik_report_part_to_nick (options.without), ==, parts[i].nick);

      markdown = report_render (interview, IK_REPORT_FORMAT_MARKDOWN, &options);
      file = report_file_new (interview, &options);
      text = report_file_read_by (file, "pdftotext @ -");
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          if (parts[j].markdown != NULL)
            g_assert_cmpint (report_holds (markdown, parts[j].markdown), ==, i != j);
          if (text != NULL)
            g_assert_cmpint (strstr (text, parts[j].text) != NULL, ==, i != j);
        }
    }
}

/* Links need what they lead to. */
static void
test_sound_without_questions (void)
{
  const IkReportOptions options = { .without = IK_REPORT_PART_QUESTIONS };
  g_autoptr(IkInterview) interview = invented_interview_new (9);
  g_autoptr(ReportFile) file = report_file_new (interview, &options);
  g_autofree char *checked = report_file_read_by (file, "qpdf --check @");

  if (checked != NULL)
    g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
}

/* What was left out must not be in a file that knows no parts. */
static void
test_whole_record (void)
{
  const IkReportOptions options = { .without = IK_REPORT_PART_NOTES };
  const IkReportFormat formats[] = { IK_REPORT_FORMAT_JSON, IK_REPORT_FORMAT_CSV };
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();

  g_ptr_array_add (interviews, interview);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ik_report_render (interviews, &options, formats[i], NULL, &error));
      g_assert_error (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED);
    }
}

/* The candidate's one is made of parts in each form. */
static void
test_parts_for_candidate (void)
{
  static const IkReportFormat formats[] = {
    IK_REPORT_FORMAT_PDF, IK_REPORT_FORMAT_MARKDOWN, IK_REPORT_FORMAT_JSON,
  };
  const IkReportOptions options = {
    .audience = IK_REPORT_AUDIENCE_CANDIDATE,
    .without = IK_REPORT_PART_SUMMARY,
  };
  g_autoptr(IkInterview) interview = invented_interview_new (2);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GBytes) report = report_render (interview, formats[i], &options);

      report_assert_lacks (report, "Measures before she names a cause");
    }
}

static void
test_signature (void)
{
  static const IkReportAudience audiences[] = {
    IK_REPORT_AUDIENCE_INTERNAL, IK_REPORT_AUDIENCE_CANDIDATE,
  };
  g_autoptr(IkInterview) interview = invented_interview_new (9);

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      IkReportOptions options = { .audience = audiences[i] };
      g_autoptr(GBytes) unsigned_one = report_render (interview, IK_REPORT_FORMAT_MARKDOWN,
                                                      &options);
      g_autoptr(GBytes) markdown = NULL;
      g_autoptr(ReportFile) file = NULL;
      g_autofree char *text = NULL;

      options.has_signature = TRUE;
      markdown = report_render (interview, IK_REPORT_FORMAT_MARKDOWN, &options);
      file = report_file_new (interview, &options);
      text = report_file_read_by (file, "pdftotext @ -");

      report_assert_lacks (unsigned_one, "Signature");
      g_assert_true (report_holds (markdown, "Signature"));
      if (text != NULL)
        g_assert_nonnull (strstr (text, "Signature"));
    }
}

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_logo (void)
{
  g_autoptr(GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 100);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, 1, 0, 0, 0.5);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

/* A figure with words for those who don't see it, and in no other way. */
static void
test_logo (void)
{
  g_autoptr(GBytes) logo = make_logo ();
  const IkReportOptions options = { .audience = IK_REPORT_AUDIENCE_CANDIDATE, .logo = logo };
  g_autoptr(IkInterview) interview = invented_interview_new (9);
  g_autoptr(ReportFile) file = report_file_new (interview, &options);
  g_autofree char *checked = report_file_read_by (file, "qpdf --check @");
  g_autofree char *images = report_file_read_by (file, "pdfimages -list @");
  g_autofree char *structure = report_file_read_by (file, "pdfinfo -struct @");
  g_autofree char *bytes = report_file_read (file);

  g_assert_nonnull (strstr (bytes, "/Alt"));
  if (checked == NULL || images == NULL || structure == NULL)
    return;
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (images, " 300   100 "));
  g_assert_nonnull (strstr (structure, "Figure"));
}

/* The library may be somebody else's. */
static void
test_broken_logo (void)
{
  g_autoptr(GBytes) logo = g_bytes_new_static ("\x89PNG nonsense", 12);
  const IkReportOptions options = { .logo = logo };
  g_autoptr(IkInterview) interview = invented_interview_new (1);
  g_autoptr(GBytes) report = report_render (interview, IK_REPORT_FORMAT_PDF, &options);

  report_assert_lacks (report, "Figure");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What can be left out of a report and put into it");

  g_test_add_func ("/report/report-parts/parts", test_parts);
  g_test_add_func ("/report/report-parts/sound-without-questions", test_sound_without_questions);
  g_test_add_func ("/report/report-parts/whole-record", test_whole_record);
  g_test_add_func ("/report/report-parts/parts-for-candidate", test_parts_for_candidate);
  g_test_add_func ("/report/report-parts/signature", test_signature);
  g_test_add_func ("/report/report-parts/logo", test_logo);
  g_test_add_func ("/report/report-parts/broken-logo", test_broken_logo);

  return g_test_run ();
}
