#include "generated-interview.h"
#include "invented-interview.h"
#include "report-file.h"

#include <locale.h>
#include <string.h>

/* All of them take minutes: see the benchmarks. */
#define N_INTERVIEWS (g_test_slow () ? 500u : 40u)
#define N_COMPARED (g_test_slow () ? 100u : 20u)
#define SECRET "HIDDENWORD"

/* No word of it may be a part of anything else. */
#define OTHER_SECRET "ANOTHERONE"

static const IkReportOptions for_candidate = {
  .audience = IK_REPORT_AUDIENCE_CANDIDATE,
  .created_at_us = INVENTED_START_US,
};

static const IkReportFormat formats[] = {
  IK_REPORT_FORMAT_PDF, IK_REPORT_FORMAT_MARKDOWN, IK_REPORT_FORMAT_JSON,
};

/* Whatever the interviewer wrote, the candidate gets the same bytes. */
static void
test_same_bytes (void)
{
  for (guint seed = 0; seed < N_COMPARED; seed++)
    {
      g_autoptr(IkInterview) one = generated_interview_new (seed, SECRET);
      g_autoptr(IkInterview) other = generated_interview_new (seed, OTHER_SECRET);

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autoptr(GBytes) report = report_render (one, formats[i], &for_candidate);
          g_autoptr(GBytes) same = report_render (other, formats[i], &for_candidate);

          if (!g_bytes_equal (report, same))
            g_error ("The report of interview %u differs in format %u", seed, formats[i]);
        }
    }
}

/* Not one word of the interviewer's in the text, the metadata or the bytes of
 * what is compressed. */
static void
test_no_marker (void)
{
  for (guint seed = 0; seed < N_INTERVIEWS; seed++)
    {
      g_autoptr(IkInterview) interview = generated_interview_new (seed, SECRET);

      for (guint i = 1; i < G_N_ELEMENTS (formats); i++)
        {
          g_autoptr(GBytes) report = report_render (interview, formats[i], &for_candidate);

          report_assert_lacks (report, SECRET);
          g_assert_true (report_holds (report, CANDIDATE_WORD));
        }
    }
}

static void
test_no_marker_in_pdf (void)
{
  for (guint seed = 0; seed < N_INTERVIEWS; seed++)
    {
      g_autoptr(IkInterview) interview = generated_interview_new (seed, SECRET);
      g_autoptr(ReportFile) file = report_file_new (interview, &for_candidate);
      g_autofree char *text = report_file_read_by (file, "pdftotext @ -");
      g_autoptr(GBytes) inflated = report_file_inflate (file);

      report_assert_lacks (inflated, SECRET);
      if (text == NULL)
        return;
      g_assert_nonnull (strstr (text, CANDIDATE_WORD));
      g_assert_null (strstr (text, SECRET));
    }
}

/* The test would find a marker if there were one. */
static void
test_finds_markers (void)
{
  const IkReportOptions internal = { .created_at_us = INVENTED_START_US };
  g_autoptr(IkInterview) interview = generated_interview_new (1, SECRET);
  g_autoptr(ReportFile) file = report_file_new (interview, &internal);
  g_autofree char *text = report_file_read_by (file, "pdftotext @ -");
  g_autoptr(GBytes) inflated = report_file_inflate (file);

  g_assert_true (report_holds (inflated, SECRET));
  if (text != NULL)
    g_assert_nonnull (strstr (text, SECRET));
}

static void
forget (IkInterviewItem *item)
{
  item->outcome = IK_OUTCOME_NOT_ASKED;
  item->elapsed_ms = 0;
  item->rating = IK_RATING_NONE;
  g_ptr_array_set_size (item->notes, 0);
  g_ptr_array_set_size (item->indicators, 0);
}

static void
test_words (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (9);
  g_autoptr(GBytes) report = NULL;

  forget (invented_interview_get_item (interview, 4));
  report = report_render (interview, IK_REPORT_FORMAT_MARKDOWN, &for_candidate);

  g_assert_true (report_holds (report, "# Interview feedback: Mara Lindqvist\n"));
  g_assert_true (report_holds (report, "\n3 March 2026\n"));
  g_assert_true (report_holds (report, "## What went well\n\n- Measures before she names a cause.\n"));
  g_assert_true (report_holds (report, "## What to work on\n\n- Could say earlier"));
  g_assert_true (report_holds (report, "### 1. Tell me in two minutes"));
  report_assert_lacks (report, "Would lift the team");
  report_assert_lacks (report, "Draft");
  /* What nobody asked is for somebody else. */
  report_assert_lacks (report, "When did you last change your mind");
}

static void
test_draft (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autoptr(GBytes) report = NULL;

  interview->state = IK_INTERVIEW_STATE_REVIEW;
  report = report_render (interview, IK_REPORT_FORMAT_MARKDOWN, &for_candidate);
  g_assert_true (report_holds (report, "**Draft – not handed in**"));
}

/* Each page has them, the first one as well. */
static void
test_header_and_footer (void)
{
  const IkReportOptions options = {
    .audience = IK_REPORT_AUDIENCE_CANDIDATE,
    .header = "Acme & Sons",
    .footer = "To be kept 6 months",
  };
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, &options);
  g_autofree char *first = report_file_read_by (file, "pdftotext -l 1 @ -");
  g_autofree char *second = report_file_read_by (file, "pdftotext -f 2 -l 2 @ -");

  if (first == NULL || second == NULL)
    return;
  g_assert_nonnull (strstr (first, "Acme & Sons"));
  g_assert_nonnull (strstr (first, "To be kept 6 months"));
  g_assert_nonnull (strstr (second, "Mara Lindqvist · Acme & Sons"));
  g_assert_nonnull (strstr (second, "To be kept 6 months"));
}

static void
test_sound (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, &for_candidate);
  g_autofree char *checked = report_file_read_by (file, "qpdf --check @");
  g_autofree char *structure = report_file_read_by (file, "pdfinfo -struct @");

  if (checked != NULL)
    g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
  if (structure == NULL)
    return;
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_nonnull (strstr (structure, "H2"));
  g_assert_nonnull (strstr (structure, "H3"));
  g_assert_nonnull (strstr (structure, "LI"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("The report for the candidate holds nothing of the interviewer's");

  g_test_add_func ("/report/candidate-report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/candidate-report/no-marker", test_no_marker);
  g_test_add_func ("/report/candidate-report/no-marker-in-pdf", test_no_marker_in_pdf);
  g_test_add_func ("/report/candidate-report/finds-markers", test_finds_markers);
  g_test_add_func ("/report/candidate-report/words", test_words);
  g_test_add_func ("/report/candidate-report/draft", test_draft);
  g_test_add_func ("/report/candidate-report/header-and-footer", test_header_and_footer);
  g_test_add_func ("/report/candidate-report/sound", test_sound);

  return g_test_run ();
}
