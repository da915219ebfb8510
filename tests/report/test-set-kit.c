/* A question set on paper: the interviewer's kit, and the hand-out, which has
 * nothing of the interviewer's. */

#include "generated-interview.h"
#include "ik-handout.h"
#include "ik-set-kit.h"
#include "invented-interview.h"
#include "report-file.h"

#include <string.h>

#define N_INTERVIEWS 20u
#define SECRET "HIDDENWORD"

/* As long, and no word of it a part of anything else. */
#define OTHER_SECRET "ANOTHERONE"

static const IkReportOptions options = { .created_at_us = 1772528400000000 };

static const IkReportFormat formats[] = {
  IK_REPORT_FORMAT_PDF, IK_REPORT_FORMAT_MARKDOWN, IK_REPORT_FORMAT_CSV,
};

static GBytes *
render_handout (const IkInterview *interview,
                IkReportFormat     format)
{
  g_autoptr(IkHandout) handout = ik_handout_new (interview);
  g_autoptr(GError) error = NULL;
  GBytes *content = ik_handout_render (handout, &options, format, NULL, &error);

  g_assert_no_error (error);
  return content;
}

static GBytes *
render_kit (const IkInterview *interview,
            IkReportFormat     format)
{
  g_autoptr(GError) error = NULL;
  GBytes *content = ik_set_kit_render (interview, &options, format, NULL, &error);

  g_assert_no_error (error);
  return content;
}

static void
test_handout_is_safe (void)
{
  g_test_summary ("Whatever the interviewer wrote, the hand-out is the same to the byte");

  for (guint seed = 0; seed < N_INTERVIEWS; seed++)
    {
      g_autoptr(IkInterview) one = generated_interview_new (seed, SECRET);
      g_autoptr(IkInterview) other = generated_interview_new (seed, OTHER_SECRET);

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autoptr(GBytes) handout = render_handout (one, formats[i]);
          g_autoptr(GBytes) same = render_handout (other, formats[i]);

          report_assert_lacks (handout, SECRET);
          if (!g_bytes_equal (handout, same))
            g_error ("The hand-out of interview %u differs in format %u", seed, formats[i]);
        }
    }
}

static void
test_handout_is_whole (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (3);
  g_autoptr(GBytes) markdown = NULL;
  g_autoptr(GBytes) csv = NULL;
  IkInterviewItem *item = invented_interview_get_item (interview, 1);

  g_test_summary ("Prompt, details and sub-questions of each question are in the hand-out");

  g_free (item->candidate.prompt);
  item->candidate.prompt = g_strdup ("PROMPTWORD?");
  g_free (item->candidate.details);
  item->candidate.details = g_strdup ("DETAILWORD");
  g_ptr_array_add (item->candidate.sub_questions, g_strdup ("SUBWORD?"));
  markdown = render_handout (interview, IK_REPORT_FORMAT_MARKDOWN);
  csv = render_handout (interview, IK_REPORT_FORMAT_CSV);

  for (const char *const *word = (const char *const []) { "PROMPTWORD", "DETAILWORD", "SUBWORD",
                                                          NULL }; *word != NULL; word++)
    {
      g_assert_true (report_holds (markdown, *word));
      g_assert_true (report_holds (csv, *word));
    }
}

static void
test_kit_is_whole (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  IkInterviewItem *item = invented_interview_get_item (interview, 0);
  const IkRubric *rubric = ik_interview_get_rubric (interview, item);
  IkRubricLevel *level = rubric->levels->pdata[0];

  g_test_summary ("The kit says what to listen for and what the levels mean");

  g_free (level->anchor);
  level->anchor = g_strdup ("ANCHORWORD");
  g_ptr_array_add (item->interviewer.follow_ups, g_strdup ("FOLLOWWORD"));
  g_ptr_array_add (item->interviewer.positive_indicators, g_strdup ("LISTENWORD"));
  g_ptr_array_add (item->interviewer.red_flags, g_strdup ("FLAGWORD"));
  g_free (item->interviewer.reference_answer);
  item->interviewer.reference_answer = g_strdup ("ANSWERWORD");

  for (guint i = 1; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GBytes) kit = render_kit (interview, formats[i]);

      g_assert_true (report_holds (kit, item->candidate.prompt));
      g_assert_true (report_holds (kit, "FOLLOWWORD"));
      g_assert_true (report_holds (kit, "LISTENWORD"));
      g_assert_true (report_holds (kit, "FLAGWORD"));
      g_assert_true (report_holds (kit, "ANSWERWORD"));
      g_assert_true (report_holds (kit, "ANCHORWORD") == (formats[i] == IK_REPORT_FORMAT_MARKDOWN));
      g_assert_true (report_holds (kit, "Strong yes") == (formats[i] == IK_REPORT_FORMAT_MARKDOWN));
    }
}

static void
test_pages (void)
{
  g_test_summary ("Any interview fits on pages, to be shown or written, and can be stopped");

  for (guint seed = 0; seed < N_INTERVIEWS; seed++)
    {
      g_autoptr(IkInterview) interview = generated_interview_new (seed, SECRET);
      g_autoptr(IkReportPages) pages = ik_report_pages_new ();
      g_autoptr(GCancellable) cancelled = g_cancellable_new ();
      g_autoptr(GBytes) pdf = render_kit (interview, IK_REPORT_FORMAT_PDF);
      g_autoptr(GBytes) nothing = NULL;
      g_autoptr(GError) error = NULL;
      IkReportOptions shown = options;

      g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
      shown.shown = pages;
      nothing = ik_set_kit_render (interview, &shown, IK_REPORT_FORMAT_PDF, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (ik_report_pages_is_complete (pages));
      g_assert_cmpuint (ik_report_pages_get_n_pages (pages), >, 0);

      g_cancellable_cancel (cancelled);
      if (interview->items->len > 0)
        {
          g_assert_null (ik_set_kit_render (interview, &options, IK_REPORT_FORMAT_PDF, cancelled,
                                            &error));
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        }
    }
}

static void
test_no_json (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (1);
  g_autoptr(IkHandout) handout = ik_handout_new (interview);
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_set_kit_render (interview, &options, IK_REPORT_FORMAT_JSON, NULL, &error));
  g_assert_error (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_null (ik_handout_render (handout, &options, IK_REPORT_FORMAT_JSON, NULL, &error));
  g_assert_error (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/handout/safe", test_handout_is_safe);
  g_test_add_func ("/report/handout/whole", test_handout_is_whole);
  g_test_add_func ("/report/set-kit/whole", test_kit_is_whole);
  g_test_add_func ("/report/set-kit/pages", test_pages);
  g_test_add_func ("/report/set-kit/no-json", test_no_json);

  return g_test_run ();
}
