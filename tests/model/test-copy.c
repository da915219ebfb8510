#include "ik-interview.h"
#include "ik-pack.h"
#include "ik-text.h"

/* A copy is the same, and stays what it is when the original changes. */

static IkQuestion *
make_question (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  IkQuestion *question = ik_question_new ("What?");

  question->competency_id = g_strdup ("c");
  question->rubric_id = g_strdup ("r");
  g_ptr_array_add (question->tags, g_strdup ("tag"));
  g_ptr_array_add (question->candidate.attachments,
                   ik_attachment_new ("a.png", "image/png", IK_SIDE_CANDIDATE, bytes));
  g_ptr_array_add (question->interviewer.positive_indicators, g_strdup ("Asks back"));
  g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Shrugs"));
  g_ptr_array_add (question->interviewer.level_answers, ik_level_answer_new ("junior", "Less"));
  ik_question_add_lines (question, "prompt", 1, 2);

  return question;
}

static void
test_question (void)
{
  IkQuestion *question = make_question ();
  g_autoptr(IkQuestion) copy = ik_question_copy (question);

  g_assert_cmpstr (copy->id, ==, question->id);
  ik_text_set (&question->candidate.prompt, "Changed?");
  g_ptr_array_set_size (question->tags, 0);
  ik_question_free (question);

  g_assert_cmpstr (copy->candidate.prompt, ==, "What?");
  g_assert_cmpstr (copy->competency_id, ==, "c");
  g_assert_cmpstr (copy->rubric_id, ==, "r");
  g_assert_cmpuint (copy->tags->len, ==, 1);
  g_assert_cmpuint (copy->candidate.attachments->len, ==, 1);
  g_assert_cmpuint (copy->interviewer.level_answers->len, ==, 1);
  g_assert_cmpuint (copy->lines->len, ==, 1);
}

static void
test_pack (void)
{
  IkPack *pack = ik_pack_new ("Pack");
  IkSection *section = ik_section_new ("Section");
  g_autoptr(IkPack) copy = NULL;

  ik_text_set (&section->introduction, "Hello");
  g_ptr_array_add (section->questions, make_question ());
  g_ptr_array_add (pack->sections, section);
  g_ptr_array_add (pack->rubrics, ik_rubric_new_built_in ());
  g_ptr_array_add (pack->competencies, ik_competency_new ("c", "Care", NULL));
  g_ptr_array_add (pack->left_over, ik_left_over_new (3, 4, "advert", "not a question"));

  copy = ik_pack_copy (pack);
  g_assert_cmpstr (copy->id, ==, pack->id);
  g_assert_true (ik_rubric_equal (copy->rubrics->pdata[0], pack->rubrics->pdata[0]));
  g_assert_true (ik_competency_equal (copy->competencies->pdata[0], pack->competencies->pdata[0]));
  ik_pack_free (pack);

  section = copy->sections->pdata[0];
  g_assert_cmpstr (section->introduction, ==, "Hello");
  g_assert_cmpuint (ik_pack_count_questions (copy), ==, 1);
  g_assert_cmpuint (((IkLeftOver *) copy->left_over->pdata[0])->last, ==, 4);
}

static void
test_rubrics_differ (void)
{
  g_autoptr(IkRubric) one = ik_rubric_new_built_in ();
  g_autoptr(IkRubric) other = ik_rubric_copy (one);

  g_assert_true (ik_rubric_equal (one, other));
  ik_text_set (&((IkRubricLevel *) other->levels->pdata[4])->anchor, "Other");
  g_assert_false (ik_rubric_equal (one, other));
  g_ptr_array_set_size (other->levels, 4);
  g_assert_false (ik_rubric_equal (one, other));
}

static void
test_interview (void)
{
  g_autoptr(IkQuestion) question = make_question ();
  g_autoptr(IkCompetency) competency = ik_competency_new ("c", "Care", NULL);
  IkInterview *interview = ik_interview_new ();
  IkInterviewItem *item = ik_interview_item_new (question);
  g_autoptr(IkInterview) copy = NULL;

  item->outcome = IK_OUTCOME_ANSWERED;
  item->rating = 4;
  item->elapsed_ms = 1234;
  ik_notes_update (item->notes, "A note", 5);
  item->omitted = TRUE;
  ik_text_set (&item->asked_as, "In short: what?");
  g_ptr_array_add (interview->items, item);
  g_ptr_array_add (interview->competencies, ik_competency_rating_new (competency));
  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  g_ptr_array_add (interview->reopened, ik_reopening_new (6, "A mistake"));
  ik_text_set (&interview->summary, "Good");
  g_ptr_array_add (interview->strengths, ik_finding_new ("Measures first", TRUE));
  g_ptr_array_add (interview->concerns, ik_finding_new ("Long answers", FALSE));
  ik_text_set (&interview->opening, "Welcome");
  ik_text_set (&interview->room, "Room 3");
  interview->current_item = 0;
  interview->paused_ms = 77;
  interview->broken_off_ms = 78;
  g_strlcpy (interview->started.boot_id, "boot", sizeof interview->started.boot_id);

  copy = ik_interview_copy (interview);
  ik_notes_update (item->notes, "Another note", 7);
  ik_interview_free (interview);

  item = copy->items->pdata[0];
  g_assert_cmpstr (((IkNote *) item->notes->pdata[0])->text, ==, "A note");
  g_assert_cmpint (item->rating, ==, 4);
  g_assert_cmpint (item->elapsed_ms, ==, 1234);
  g_assert_cmpuint (item->indicators->len, ==, 2);
  g_assert_cmpint (((IkIndicator *) item->indicators->pdata[0])->side, ==, IK_INDICATOR_POSITIVE);
  g_assert_true (item->omitted);
  g_assert_cmpstr (item->asked_as, ==, "In short: what?");
  g_assert_cmpstr (copy->summary, ==, "Good");
  g_assert_cmpuint (copy->strengths->len, ==, 1);
  g_assert_cmpstr (((IkFinding *) copy->strengths->pdata[0])->text, ==, "Measures first");
  g_assert_true (((IkFinding *) copy->strengths->pdata[0])->is_shareable);
  g_assert_cmpuint (copy->concerns->len, ==, 1);
  g_assert_false (((IkFinding *) copy->concerns->pdata[0])->is_shareable);
  g_assert_cmpstr (copy->opening, ==, "Welcome");
  g_assert_cmpstr (copy->room, ==, "Room 3");
  g_assert_cmpint (copy->paused_ms, ==, 77);
  g_assert_cmpint (copy->broken_off_ms, ==, 78);
  g_assert_cmpstr (copy->started.boot_id, ==, "boot");
  g_assert_cmpuint (copy->reopened->len, ==, 1);
  g_assert_cmpuint (copy->competencies->len, ==, 1);
  g_assert_cmpuint (copy->rubrics->len, ==, 1);
}

/* Spans of one field that touch or overlap become one. */
static void
test_lines (void)
{
  g_autoptr(IkQuestion) question = ik_question_new ("What?");
  const IkLineSpan *span;

  ik_question_add_lines (question, "answer", 3, 4);
  ik_question_add_lines (question, "prompt", 1, 1);
  ik_question_add_lines (question, "answer", 5, 5);
  ik_question_add_lines (question, "answer", 8, 9);
  ik_question_add_lines (question, "answer", 8, 8);

  g_assert_cmpuint (question->lines->len, ==, 3);
  span = &g_array_index (question->lines, IkLineSpan, 0);
  g_assert_cmpuint (span->first, ==, 3);
  g_assert_cmpuint (span->last, ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/copy/question", test_question);
  g_test_add_func ("/model/copy/pack", test_pack);
  g_test_add_func ("/model/copy/interview", test_interview);
  g_test_add_func ("/model/copy/rubrics-differ", test_rubrics_differ);
  g_test_add_func ("/model/question/lines", test_lines);

  return g_test_run ();
}
