#include "invented-interview.h"
#include "report-file.h"

#include "ik-recommendation.h"
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
test_refused (void)
{
  /* Nobody else's interview is for the candidate. */
  assert_not_supported (2, IK_REPORT_AUDIENCE_CANDIDATE, IK_REPORT_FORMAT_PDF);
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
  g_assert_true (g_str_has_suffix (rows[0], ",evidence,weight,weight_reason,knock_out,knock_out_result"));
  g_assert_nonnull (strstr (rows[1], ",\"'=HYPERLINK(\"\"x\"\")\","));
  g_assert_nonnull (strstr (rows[1], ",answered,3,180,,,false,0,0,"));
  g_assert_nonnull (strstr (rows[2], ",answered,4,217,5,Outstanding,false,1,1,"));
  g_assert_cmpstr (rows[4], ==, "");
}

/* Two people and what they agreed about. */
static char *
render_packet (IkReportOptions *options,
               const char      *own_rubric_id) /* nullable */
{
  g_autoptr(GPtrArray) interviews =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  g_autoptr(IkPanelAgreement) agreement = ik_panel_agreement_new ();
  g_autoptr(GBytes) report = NULL;
  g_autoptr(GError) error = NULL;
  IkInterview *first = invented_interview_new (4);
  IkInterview *second = invented_interview_new (4);
  IkAgreedScore *score;

  ik_text_set (&second->interviewer_name, "Mira Okafor");
  ik_text_set (&second->interviewer_id, "second");
  g_ptr_array_add (interviews, first);
  g_ptr_array_add (interviews, second);
  score = ik_agreed_score_new (((IkCompetencyRating *) first->competencies->pdata[0])->competency->name,
                               4);
  score->rubric_id = g_strdup (((IkRubric *) first->rubrics->pdata[0])->id);
  ik_text_set (&score->reason, "Mira Okafor had heard the better example.");
  g_ptr_array_add (agreement->scores, score);
  agreement->recommendation = own_rubric_id != NULL ? 4 : IK_RECOMMENDATION_STRONG_YES;
  agreement->rubric_id = g_strdup (own_rubric_id);
  ik_text_set (&agreement->summary, "The panel would work with her.");
  options->agreement = agreement;
  report = ik_report_render (interviews, options, IK_REPORT_FORMAT_MARKDOWN, NULL, &error);
  g_assert_no_error (error);
  options->agreement = NULL;

  return g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));
}

static void
test_packet (void)
{
  IkReportOptions options = { 0 };
  g_autofree char *whole = render_packet (&options, NULL);
  g_autofree char *own = render_packet (&options, IK_RUBRIC_BUILT_IN_ID);
  g_autofree char *redacted = NULL;
  g_autofree char *bare = NULL;

  g_assert_nonnull (strstr (whole, "# Panel packet: Mara Lindqvist"));
  g_assert_nonnull (strstr (whole, "## What the panel agreed"));
  g_assert_nonnull (strstr (whole, "- Strong yes: The panel would work with her."));
  g_assert_nonnull (strstr (own, "- Strong: The panel would work with her."));
  g_assert_nonnull (strstr (whole, "Agreed: 4 Strong: Mira Okafor had heard the better example."));

  /* Nothing of a name stays in what others wrote about it. */
  options.redacts_names = TRUE;
  redacted = render_packet (&options, NULL);
  g_assert_nonnull (strstr (redacted, "had heard the better example."));
  g_assert_null (strstr (redacted, "Mira"));
  g_assert_null (strstr (redacted, "Lindqvist"));

  options.without = IK_REPORT_PART_RECOMMENDATION;
  bare = render_packet (&options, NULL);
  g_assert_null (strstr (bare, "Agreed"));
  g_assert_null (strstr (bare, "Strong yes"));
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
  g_test_add_func ("/report/report/packet", test_packet);
  g_test_add_func ("/report/report/refused", test_refused);

  return g_test_run ();
}
