#include "ik-interview-json.h"
#include "ik-report.h"
#include "invented-interview.h"
#include "report-file.h"

static void
log_event (IkInterview *interview,
           gint64       at_s,
           const char  *kind,
           int          item,
           const char  *value)
{
  const char *id = item >= 0 ? invented_interview_get_item (interview, (guint) item)->id : NULL;

  g_ptr_array_add (interview->events,
                   ik_interview_event_new (INVENTED_START_US + at_s * G_USEC_PER_SEC, id, kind,
                                           value));
}

/* Three questions: one with a pause, one with quiet time that took too long, one
 * left out. */
static IkInterview *
make_interview (void)
{
  IkInterview *interview = invented_interview_new (3);
  IkInterviewItem *second = invented_interview_get_item (interview, 1);
  IkInterviewItem *third = invented_interview_get_item (interview, 2);

  interview->slot_minutes = 10;
  interview->extra_time_percent = 0;
  log_event (interview, 0, "started", -1, NULL);
  log_event (interview, 0, "shown", 0, NULL);
  log_event (interview, 60, "paused", -1, "interruption");
  log_event (interview, 90, "resumed", -1, NULL);
  log_event (interview, 120, "shown", 1, NULL);
  log_event (interview, 180, "quiet", 1, "true");
  log_event (interview, 300, "quiet", 1, "false");
  log_event (interview, 720, "ended", -1, NULL);

  invented_interview_get_item (interview, 0)->elapsed_ms = 90 * 1000;
  second->minutes = 5;
  second->elapsed_ms = 600 * 1000;
  second->quiet_ms = 120 * 1000;
  third->outcome = IK_OUTCOME_NOT_ASKED;
  third->elapsed_ms = 0;
  third->omitted = TRUE;

  return interview;
}

static char *
render_markdown (IkInterview *interview,
                 gboolean     without_timeline)
{
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  IkReportOptions options = { .without = without_timeline ? IK_REPORT_PART_TIMELINE : 0 };

  g_ptr_array_add (interviews, interview);
  bytes = ik_report_render (interviews, &options, IK_REPORT_FORMAT_MARKDOWN, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_has (const char *text,
            const char *part)
{
  if (g_strstr_len (text, -1, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

static void
test_words (void)
{
  g_autoptr(IkInterview) interview = make_interview ();
  g_autofree char *text = render_markdown (interview, FALSE);

  assert_has (text, "## How it went");
  assert_has (text, "It took 12:00 of 10:00 planned, 2:00 too long. 1 pause took 0:30 of it.");
  assert_has (text, "| 0:30 paused |");
  assert_has (text, "| 10:00 of 5:00 | 5:00 over · 2:00 quiet time |");
  assert_has (text, "left out |");
}

static void
test_left_out (void)
{
  g_autoptr(IkInterview) interview = make_interview ();
  g_autoptr(IkInterview) from_paper = invented_interview_new (3);
  g_autofree char *text = render_markdown (interview, TRUE);
  g_autofree char *paper_text = render_markdown (from_paper, FALSE);

  g_assert_null (g_strstr_len (text, -1, "How it went"));
  g_assert_null (g_strstr_len (paper_text, -1, "How it went"));
}

static void
assert_span (JsonArray  *spans,
             guint       index,
             const char *kind,
             gint64      from,
             gint64      to)
{
  JsonObject *span = json_array_get_object_element (spans, index);

  g_assert_cmpstr (json_object_get_string_member (span, "kind"), ==, kind);
  g_assert_cmpint (json_object_get_int_member (span, "from"), ==, from);
  g_assert_cmpint (json_object_get_int_member (span, "to"), ==, to);
}

static void
test_json (void)
{
  g_autoptr(IkInterview) interview = make_interview ();
  g_autoptr(JsonNode) node = ik_interview_to_json (interview);
  JsonObject *timeline = json_object_get_object_member (json_node_get_object (node), "timeline");
  JsonArray *spans = json_object_get_array_member (timeline, "spans");

  g_assert_cmpint (json_object_get_int_member (timeline, "seconds"), ==, 720);
  g_assert_cmpint (json_object_get_int_member (timeline, "slot_seconds"), ==, 600);
  g_assert_cmpint (json_object_get_int_member (timeline, "over_seconds"), ==, 120);
  g_assert_cmpuint (json_array_get_length (spans), ==, 6);
  assert_span (spans, 0, "question", 0, 60);
  assert_span (spans, 1, "interruption", 60, 90);
  assert_span (spans, 2, "question", 90, 120);
  assert_span (spans, 3, "question", 120, 180);
  assert_span (spans, 4, "quiet", 180, 300);
  assert_span (spans, 5, "question", 300, 720);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (timeline, "breaks")), ==,
                    0);
}

/* More questions than a page has room for: the figure goes on, whole row by
 * whole row. */
static void
test_pdf (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (70);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;

  interview->extra_time_percent = 0;
  log_event (interview, 0, "started", -1, NULL);
  for (int i = 0; i < 70; i++)
    {
      log_event (interview, i * 60, "shown", i, NULL);
      invented_interview_get_item (interview, (guint) i)->elapsed_ms = 60 * 1000;
    }
  log_event (interview, 70 * 60, "ended", -1, NULL);

  file = report_file_new (interview, NULL);
  text = report_file_read_by (file, "pdftotext -layout @ -");
  if (text == NULL)
    return;

  assert_has (text, "How it went");
  assert_has (text, "It took 70:00 of 60:00 planned, 10:00 too long.");
}

/* As UTF-16 in hexadecimal digits, which is how PDF has it. */
static char *
dup_alternative (const char *text)
{
  GString *digits = g_string_new ("/Alt <FEFF");

  for (; *text != '\0'; text++)
    g_string_append_printf (digits, "00%02X", (guint) *text);
  g_string_append_c (digits, '>');

  return g_string_free (digits, FALSE);
}

static void
test_pdf_alternatives (void)
{
  g_autoptr(IkInterview) interview = make_interview ();
  g_autofree char *first = dup_alternative ("Where its time was: 0:00 to 1:00, "
                                            "1:00 to 1:30 paused, 1:30 to 2:00");
  g_autofree char *none = dup_alternative ("It had no time");
  g_autofree char *check = NULL;
  g_autofree char *tree = NULL;
  g_autoptr(GBytes) report = NULL;
  g_autoptr(ReportFile) file = NULL;
  const char *at;
  guint n_figures = 0;

  g_test_summary ("Each lane of the figure says in words where its time was");

  file = report_file_new (interview, NULL);
  report = report_file_inflate (file);
  g_assert_true (report_holds (report, first));
  g_assert_true (report_holds (report, none));
  check = report_file_read_by (file, "qpdf --check @");
  if (check != NULL)
    assert_has (check, "No syntax or stream encoding errors found");

  tree = report_file_read_by (file, "pdfinfo -struct @");
  if (tree == NULL)
    return;
  for (at = strstr (tree, "Figure"); at != NULL; at = strstr (at + 1, "Figure"))
    n_figures++;
  g_assert_cmpuint (n_figures, ==, interview->items->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/timeline/words", test_words);
  g_test_add_func ("/report/timeline/left-out", test_left_out);
  g_test_add_func ("/report/timeline/json", test_json);
  g_test_add_func ("/report/timeline/pdf", test_pdf);
  g_test_add_func ("/report/timeline/pdf-alternatives", test_pdf_alternatives);

  return g_test_run ();
}
