#include "ik-interview-json.h"
#include "invented-interview.h"
#include "report-file.h"

#include "ik-text.h"

#include <string.h>

static void
assert_members (JsonObject        *object,
                const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!json_object_has_member (object, names[i]))
        g_error ("“%s” is missing", names[i]);
    }
}

static JsonObject *
get_element (JsonObject *object,
             const char *list,
             guint       index)
{
  return json_array_get_object_element (json_object_get_array_member (object, list), index);
}

/* The names that the command line promises */
static void
test_members (void)
{
  static const char *const interview_names[] = {
    "id", "state", "candidate", "candidate_name", "set", "set_title", "interviewer", "round",
    "planned_at", "started_at", "ended_at", "slot_minutes", "extra_time_percent", "rubrics",
    "items", "competencies", "mean", "rated", "of", "notes", "recommendation", "summary",
    "strengths", "concerns", "handed_in_at", "reopened", "timeline", NULL,
  };
  static const char *const item_names[] = {
    "id", "question", "section", "position", "required", "minutes", "scored", "off_script",
    "prompt", "asked_as", "details", "follow_ups", "answer", "competency", "rubric", "indicators",
    "outcome", "seconds", "quiet_seconds", "skipped", "omitted", "rating", "not_assessed", "evidence",
    "notes", NULL,
  };
  static const char *const indicator_names[] = { "id", "side", "text", "ticked_at", NULL };
  static const char *const rubric_names[] = { "id", "name", "levels", NULL };
  static const char *const level_names[] = { "value", "label", "anchor", NULL };
  static const char *const competency_names[] = { "id", "name", "rating", "mean", "rated", "of",
                                                  NULL };
  static const char *const note_names[] = { "at", "text", NULL };
  static const char *const finding_names[] = { "text", "shareable", NULL };
  static const char *const reopening_names[] = { "at", "reason", NULL };
  g_autoptr(IkInterview) interview = invented_interview_new (3);
  g_autoptr(JsonNode) node = ik_interview_to_json (interview);
  JsonObject *object = json_node_get_object (node);
  JsonObject *item = get_element (object, "items", 1);

  assert_members (object, interview_names);
  assert_members (item, item_names);
  assert_members (get_element (item, "indicators", 0), indicator_names);
  assert_members (get_element (item, "notes", 0), note_names);
  assert_members (get_element (object, "rubrics", 0), rubric_names);
  assert_members (get_element (get_element (object, "rubrics", 0), "levels", 0), level_names);
  assert_members (get_element (object, "competencies", 0), competency_names);
  assert_members (get_element (object, "notes", 0), note_names);
  assert_members (get_element (object, "strengths", 0), finding_names);
  assert_members (get_element (object, "concerns", 0), finding_names);
  assert_members (get_element (object, "reopened", 0), reopening_names);
}

static void
test_values (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (3);
  g_autoptr(JsonNode) node = ik_interview_to_json (interview);
  JsonObject *object = json_node_get_object (node);
  JsonObject *item = get_element (object, "items", 1);
  JsonObject *level = get_element (get_element (object, "rubrics", 0), "levels", 4);

  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "handed_in");
  g_assert_cmpstr (json_object_get_string_member (object, "planned_at"), ==,
                   "2026-03-03T09:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (object, "recommendation"), ==, "strong_yes");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, "mean"), 4.5, 1e-9);
  g_assert_cmpint (json_object_get_int_member (object, "rated"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (object, "of"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (level, "value"), ==, 5);

  g_assert_cmpint (json_object_get_int_member (item, "position"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (item, "rating"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (item, "seconds"), ==, 217);
  g_assert_cmpstr (json_object_get_string_member (item, "outcome"), ==, "answered");
  g_assert_cmpstr (json_object_get_string_member (item, "answer"), ==, "SECRET-ANSWER");
  g_assert_cmpstr (json_object_get_string_member (item, "rubric"), ==, IK_RUBRIC_BUILT_IN_ID);
  g_assert_cmpstr (json_object_get_string_member (get_element (item, "indicators", 2), "side"),
                   ==, "red_flag");
}

static void
test_nothing_yet (void)
{
  static const char *const nulls[] = {
    "set", "planned_at", "started_at", "ended_at", "mean", "recommendation", "handed_in_at", NULL,
  };
  g_autoptr(IkInterview) interview = ik_interview_new ();
  g_autoptr(IkQuestion) question = ik_question_new ("Why?");
  IkInterviewItem *item = ik_interview_item_new (question);
  g_autoptr(JsonNode) node = NULL;
  JsonObject *object;
  JsonObject *first;

  ik_text_set (&interview->summary, "");
  g_ptr_array_add (interview->items, item);
  g_ptr_array_add (item->notes, ik_note_new ("  ", 0));
  g_ptr_array_add (item->notes, ik_note_new ("written", 0));
  node = ik_interview_to_json (interview);
  object = json_node_get_object (node);
  first = get_element (object, "items", 0);

  for (guint i = 0; nulls[i] != NULL; i++)
    g_assert_true (json_object_get_null_member (object, nulls[i]));
  g_assert_cmpstr (json_object_get_string_member (object, "round"), ==, "");
  g_assert_cmpstr (json_object_get_string_member (object, "summary"), ==, "");
  g_assert_cmpint (json_object_get_int_member (object, "of"), ==, 1);
  g_assert_true (json_object_get_null_member (first, "rating"));
  g_assert_true (json_object_get_null_member (first, "competency"));
  g_assert_true (json_object_get_null_member (first, "rubric"));
  g_assert_cmpstr (json_object_get_string_member (first, "outcome"), ==, "not_asked");

  /* Blank paragraphs are left out. */
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "notes")), ==, 1);
}

static void
test_report_is_the_document (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (5);
  g_autoptr(JsonNode) node = ik_interview_to_json (interview);
  g_autoptr(GBytes) report = report_render (interview, IK_REPORT_FORMAT_JSON, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));
  g_autoptr(JsonNode) read = NULL;
  g_autoptr(GError) error = NULL;

  read = json_from_string (text, &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (read, node));
  g_assert_true (g_str_has_suffix (text, "}\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("The interview document keeps its promises");

  g_test_add_func ("/report/interview-json/members", test_members);
  g_test_add_func ("/report/interview-json/values", test_values);
  g_test_add_func ("/report/interview-json/nothing-yet", test_nothing_yet);
  g_test_add_func ("/report/interview-json/report-is-the-document", test_report_is_the_document);

  return g_test_run ();
}
