#include "generated-interview.h"
#include "invented-interview.h"
#include "report-file.h"

#include "ik-redaction.h"
#include "ik-text.h"

#include <locale.h>
#include <string.h>

/* All of them take minutes: see the benchmarks. */
#define N_INTERVIEWS (g_test_slow () ? 500u : 40u)
#define SECRET "HIDDENWORD"

static const char *const redacted[] = { SECRET, NULL };

/* Either the text itself is taken out, or it is a name. */
static IkInterview *
make_interview (guint            seed,
                IkReportOptions *options)
{
  IkInterview *interview = generated_interview_new (seed, SECRET);

  options->created_at_us = INVENTED_START_US;
  options->redacts_names = seed % 2 == 1;
  options->redacted = options->redacts_names ? NULL : redacted;
  options->header = "For " SECRET;
  options->footer = SECRET;
  options->has_signature = TRUE;
  if (options->redacts_names)
    ik_text_set (&interview->candidate_name, "Ada " SECRET);

  return interview;
}

static void
test_no_marker (void)
{
  static const IkReportFormat formats[] = {
    IK_REPORT_FORMAT_MARKDOWN, IK_REPORT_FORMAT_JSON, IK_REPORT_FORMAT_CSV,
  };

  for (guint seed = 0; seed < N_INTERVIEWS; seed++)
    {
      IkReportOptions options = { 0 };
      g_autoptr(IkInterview) interview = make_interview (seed, &options);

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autoptr(GBytes) report = report_render (interview, formats[i], &options);

          report_assert_lacks (report, SECRET);
          g_assert_nonnull (g_strstr_len (g_bytes_get_data (report, NULL),
                                          (gssize) g_bytes_get_size (report), IK_REDACTION_BAR));
        }
    }
}

static void
test_no_marker_in_pdf (void)
{
  for (guint seed = 0; seed < N_INTERVIEWS; seed++)
    {
      IkReportOptions options = { 0 };
      g_autoptr(IkInterview) interview = make_interview (seed, &options);
      g_autoptr(ReportFile) file = report_file_new (interview, &options);
      g_autofree char *text = report_file_read_by (file, "pdftotext @ -");
      g_autoptr(GBytes) inflated = report_file_inflate (file);

      report_assert_lacks (inflated, SECRET);
      if (text == NULL)
        return;
      g_assert_null (strstr (text, SECRET));
      g_assert_nonnull (strstr (text, IK_REDACTION_BAR));
    }
}

static const struct
{
  const char *text;
  const char *redacted;
} names[] = {
  { "Zoë Lovelace asked back.", "█████ asked back." },
  { "ZOË and lovelace", "█████ and █████" },
  { "Zoe\xcc\x88 said so", "█████ said so" },
  { "zoë.lovelace@example.com", "█████.█████@example.com" },
  { "ZoëLovelace", "█████" },
  { "Lovelaces Antwort, Zoë's way", "█████s Antwort, █████ way" },
  { "L**ove**lace", "█████" },
  { "Love\xc2\xadlace", "█████" },
  { "Lovelac&#101; hid", "█████" },
  { "田中さんは", "█████さんは" },
  { "Zoëさん、Lovelaceさん", "█████さん、█████さん" },
  { "Zoëtrope, Azoën", "Zoëtrope, Azoën" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *const people[] = { "Zoë Lovelace", "田中", NULL };
      g_autoptr(IkRedaction) redaction = ik_redaction_new (people, NULL);
      g_autoptr(IkInterview) interview = invented_interview_new (1);
      g_autoptr(IkInterview) copy = NULL;

      ik_text_set (&interview->candidate_name, people[0]);
      ik_text_set (&interview->interviewer_name, people[1]);
      ik_text_set (&interview->summary, names[i].text);
      copy = ik_redaction_apply (redaction, interview);
      g_assert_cmpstr (copy->summary, ==, names[i].redacted);
      g_assert_cmpstr (copy->candidate_name, ==, IK_REDACTION_BAR);
      g_assert_cmpstr (copy->interviewer_name, ==, IK_REDACTION_BAR);
      g_assert_cmpstr (interview->candidate_name, ==, "Zoë Lovelace");
    }
}

static void
test_texts (void)
{
  const char *const texts[] = { "Acme (UK)", " ", NULL };
  g_autoptr(IkRedaction) redaction = ik_redaction_new (NULL, texts);
  g_autoptr(IkInterview) interview = invented_interview_new (1);
  g_autoptr(IkInterview) copy = NULL;

  ik_text_set (&interview->summary, "At acme  (UK)Ltd, with Mara Lindqvist");
  copy = ik_redaction_apply (redaction, interview);
  g_assert_cmpstr (copy->summary, ==, "At █████Ltd, with Mara Lindqvist");
  g_assert_cmpstr (copy->candidate_name, ==, "Mara Lindqvist");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What is taken out of a report is in no form of it");

  g_test_add_func ("/report/redaction/names", test_names);
  g_test_add_func ("/report/redaction/texts", test_texts);
  g_test_add_func ("/report/redaction/no-marker", test_no_marker);
  g_test_add_func ("/report/redaction/no-marker-in-pdf", test_no_marker_in_pdf);

  return g_test_run ();
}
