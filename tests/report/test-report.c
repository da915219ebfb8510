#include "invented-interview.h"
#include "report-file.h"

#include "ik-report.h"
#include "ik-text.h"

#include <string.h>

static void
test_format_from_path (void)
{
  static const struct
  {
    const char     *path;
    gboolean        is_known;
    IkReportFormat  format;
  } cases[] = {
    { "report.pdf", TRUE, IK_REPORT_FORMAT_PDF },
    { "/a.b/Report.PDF", TRUE, IK_REPORT_FORMAT_PDF },
    { "report.md", TRUE, IK_REPORT_FORMAT_MARKDOWN },
    { "report.json", TRUE, IK_REPORT_FORMAT_JSON },
    { "report.csv", TRUE, IK_REPORT_FORMAT_CSV },
    { "report.doc", FALSE, IK_REPORT_FORMAT_PDF },
    { "pdf", FALSE, IK_REPORT_FORMAT_PDF },
    { "", FALSE, IK_REPORT_FORMAT_PDF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkReportFormat format = IK_REPORT_FORMAT_PDF;

      g_assert_cmpint (ik_report_format_from_path (cases[i].path, &format), ==, cases[i].is_known);
      g_assert_cmpint (format, ==, cases[i].format);
    }
}

static void
test_words_of_options (void)
{
  IkReportAudience audience;
  IkPageSize page_size;

  g_assert_true (ik_report_audience_from_nick ("panel", &audience));
  g_assert_cmpint (audience, ==, IK_REPORT_AUDIENCE_PANEL);
  g_assert_false (ik_report_audience_from_nick ("everybody", &audience));

  g_assert_true (ik_page_size_from_nick ("letter", &page_size));
  g_assert_cmpint (page_size, ==, IK_PAGE_SIZE_LETTER);
  g_assert_true (ik_page_size_from_nick ("A4", &page_size));
  g_assert_cmpint (page_size, ==, IK_PAGE_SIZE_A4);
  g_assert_false (ik_page_size_from_nick ("A5", &page_size));
}

static void
assert_not_supported (guint            n_interviews,
                      IkReportAudience audience,
                      IkReportFormat   format)
{
  const IkReportOptions options = { .audience = audience };
  g_autoptr(IkInterview) interview = invented_interview_new (1);
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_interviews; i++)
    g_ptr_array_add (interviews, interview);

  g_assert_null (ik_report_render (interviews, &options, format, NULL, &error));
  g_assert_error (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED);
}

static void
test_not_in_this_version (void)
{
  assert_not_supported (2, IK_REPORT_AUDIENCE_INTERNAL, IK_REPORT_FORMAT_PDF);
  assert_not_supported (1, IK_REPORT_AUDIENCE_PANEL, IK_REPORT_FORMAT_JSON);
  /* Scores are not for the candidate. */
  assert_not_supported (1, IK_REPORT_AUDIENCE_CANDIDATE, IK_REPORT_FORMAT_CSV);
}

/* One row for each question below the names; an empty rating is an empty cell. */
static void
test_csv (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (3);
  g_autoptr(GBytes) report = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) rows = NULL;

  ik_text_set (&interview->set_title, "=HYPERLINK(\"x\")");
  report = report_render (interview, IK_REPORT_FORMAT_CSV, NULL);
  text = g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));
  rows = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (rows), ==, 5);
  g_assert_true (g_str_has_prefix (rows[0], "\xef\xbb\xbfinterview,candidate_name,set_title,"));
  g_assert_true (g_str_has_suffix (rows[0], ",positive_indicators,red_flags,evidence"));
  g_assert_nonnull (strstr (rows[1], ",\"'=HYPERLINK(\"\"x\"\")\","));
  g_assert_nonnull (strstr (rows[1], ",answered,3,180,,,false,0,0,"));
  g_assert_nonnull (strstr (rows[2], ",answered,4,217,5,Outstanding,false,1,1,"));
  g_assert_cmpstr (rows[4], ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What can be asked of a report");

  g_test_add_func ("/report/report/format-from-path", test_format_from_path);
  g_test_add_func ("/report/report/words-of-options", test_words_of_options);
  g_test_add_func ("/report/report/csv", test_csv);
  g_test_add_func ("/report/report/not-in-this-version", test_not_in_this_version);

  return g_test_run ();
}
