#include "ik-interview-change.h"
#include "ik-interview-record.h"
#include "ik-list.h"
#include "ik-recommendation.h"
#include "ik-review.h"
#include "ik-score.h"
#include "ik-text.h"

#define NOW_US G_GINT64_CONSTANT (1770000000000000)

static void
add_question (IkInterview    *interview,
              const char     *prompt,
              IkQuestionKind  kind,
              const char     *competency_id)
{
  g_autoptr(IkQuestion) question = ik_question_new (prompt);

  question->kind = kind;
  question->competency_id = g_strdup (competency_id);
  g_ptr_array_add (question->interviewer.positive_indicators, g_strdup ("Names numbers"));
  g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Blames others"));
  g_ptr_array_add (interview->items, ik_interview_item_new (question));
}

/* An opening and two scored questions of one competency, rated from 1 to 5. */
static IkInterview *
new_interview (void)
{
  IkInterview *interview = ik_interview_new ();
  g_autoptr(IkCompetency) competency = ik_competency_new ("c0ffee00-0000-4000-8000-000000000001",
                                                          "Design", NULL);

  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  g_ptr_array_add (interview->competencies, ik_competency_rating_new (competency));
  add_question (interview, "How was the journey?", IK_QUESTION_KIND_OPENING, NULL);
  add_question (interview, "How do you size a cache?", IK_QUESTION_KIND_OPEN, competency->id);
  add_question (interview, "When did you disagree?", IK_QUESTION_KIND_BEHAVIOURAL,
                competency->id);

  return interview;
}

static IkInterviewItem *
get_item (IkInterview *interview,
          guint        index)
{
  g_assert_cmpuint (index, <, interview->items->len);
  return interview->items->pdata[index];
}

static IkItemRecord *
add_record (IkInterviewRecord *record,
            const char        *item_id,
            IkOutcome          outcome,
            int                rating)
{
  IkItemRecord *item = ik_item_record_new ();

  item->item_id = g_strdup (item_id);
  item->outcome = outcome;
  item->rating = rating;
  g_ptr_array_add (record->items, item);

  return item;
}

static void
assert_refused (IkInterview             *interview,
                const IkInterviewRecord *record,
                const char              *pattern)
{
  g_autofree char *reason = NULL;
  IkInterviewState state = interview->state;

  g_assert_false (ik_interview_apply_record (interview, record, NOW_US, &reason));
  g_assert_nonnull (reason);
  if (!g_pattern_match_simple (pattern, reason))
    g_error ("“%s” does not match “%s”", reason, pattern);

  /* All or nothing */
  g_assert_cmpint (interview->state, ==, state);
  for (guint i = 0; i < interview->items->len; i++)
    {
      g_assert_cmpint (get_item (interview, i)->outcome, ==, IK_OUTCOME_NOT_ASKED);
      g_assert_cmpint (get_item (interview, i)->rating, ==, IK_RATING_NONE);
    }
}

static void
test_whole (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  g_autofree char *prefix = g_strndup (get_item (interview, 1)->id, 8);
  g_autofree char *reason = NULL;
  IkInterviewItem *item = get_item (interview, 1);
  IkItemRecord *item_record;
  IkItemRecord *extra = ik_item_record_new ();

  item_record = add_record (record, prefix, IK_OUTCOME_ANSWERED, 4);
  item_record->elapsed_ms = 300000;
  ik_text_set (&item_record->evidence, "Named hit rates");
  g_ptr_array_add (item_record->notes, ik_note_new ("First\nSecond", 0));
  g_ptr_array_add (item_record->notes, ik_note_new ("Third", NOW_US - 5));
  g_ptr_array_add (item_record->indicator_ids,
                   g_strdup (((IkIndicator *) item->indicators->pdata[0])->id));

  extra->prompt = g_strdup (" And with two caches? ");
  extra->outcome = IK_OUTCOME_ANSWERED;
  extra->elapsed_ms = 60000;
  g_ptr_array_add (record->extra, extra);
  record->started_at_us = NOW_US - G_TIME_SPAN_HOUR;
  record->recommendation = IK_RECOMMENDATION_YES;
  ik_text_set (&record->summary, "Solid");
  g_ptr_array_add (record->strengths, ik_finding_new (" Measures\nfirst ", TRUE));
  g_ptr_array_add (record->strengths, ik_finding_new (" ", TRUE));
  g_ptr_array_add (record->concerns, ik_finding_new ("Long answers", FALSE));
  g_hash_table_insert (record->competency_ratings,
                       g_strdup ("c0ffee00-0000-4000-8000-000000000001"), GINT_TO_POINTER (5));

  g_assert_true (ik_interview_apply_record (interview, record, NOW_US, &reason));
  g_assert_null (reason);

  item = get_item (interview, 1);
  g_assert_cmpint (interview->state, ==, IK_INTERVIEW_STATE_REVIEW);
  g_assert_cmpint (item->outcome, ==, IK_OUTCOME_ANSWERED);
  g_assert_cmpint (item->rating, ==, 4);
  g_assert_cmpint (item->elapsed_ms, ==, 300000);
  g_assert_cmpstr (item->evidence, ==, "Named hit rates");
  g_assert_cmpuint (item->notes->len, ==, 3);
  g_assert_cmpstr (((IkNote *) item->notes->pdata[1])->text, ==, "Second");
  g_assert_cmpint (((IkNote *) item->notes->pdata[1])->at_us, ==, NOW_US);
  g_assert_cmpint (((IkNote *) item->notes->pdata[2])->at_us, ==, NOW_US - 5);
  g_assert_cmpint (((IkIndicator *) item->indicators->pdata[0])->ticked_at_us, ==, NOW_US);
  g_assert_cmpint (((IkIndicator *) item->indicators->pdata[1])->ticked_at_us, ==, 0);
  g_assert_cmpint (get_item (interview, 2)->outcome, ==, IK_OUTCOME_NOT_ASKED);

  item = get_item (interview, 3);
  g_assert_true (item->off_script);
  g_assert_false (item->scored);
  g_assert_cmpstr (item->candidate.prompt, ==, "And with two caches?");
  g_assert_null (item->question_id);

  g_assert_cmpint (((IkCompetencyRating *) interview->competencies->pdata[0])->rating, ==, 5);
  g_assert_cmpint (interview->started_at_us, ==, NOW_US - G_TIME_SPAN_HOUR);
  g_assert_cmpint (interview->ended_at_us, ==, interview->started_at_us + 360 * G_USEC_PER_SEC);
  g_assert_cmpstr (interview->summary, ==, "Solid");
  g_assert_cmpuint (interview->strengths->len, ==, 1);
  g_assert_cmpstr (((IkFinding *) interview->strengths->pdata[0])->text, ==, "Measures first");
  g_assert_true (((IkFinding *) interview->strengths->pdata[0])->is_shareable);
  g_assert_cmpuint (interview->concerns->len, ==, 1);
  g_assert_false (((IkFinding *) interview->concerns->pdata[0])->is_shareable);
  g_assert_true (ik_interview_check_hand_in (interview, NULL));
}

static void
test_again (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) other = ik_interview_record_new ();
  g_autofree char *reason = NULL;
  g_autofree char *extra_id = NULL;
  IkItemRecord *extra = ik_item_record_new ();
  IkItemRecord *extra_again = ik_item_record_new ();

  add_record (record, get_item (interview, 1)->id, IK_OUTCOME_ANSWERED, 4);
  extra->prompt = g_strdup ("Why?");
  extra->outcome = IK_OUTCOME_PARTLY;
  extra->rating = 2;
  g_ptr_array_add (record->extra, extra);
  g_assert_true (ik_interview_apply_record (interview, record, NOW_US, &reason));
  g_assert_true (get_item (interview, 3)->scored);
  extra_id = g_strdup (get_item (interview, 3)->id);

  extra_again->prompt = g_strdup ("Why?");
  extra_again->outcome = IK_OUTCOME_NO_EVIDENCE;
  g_ptr_array_add (other->extra, extra_again);
  g_assert_true (ik_interview_apply_record (interview, other, NOW_US, &reason));

  g_assert_cmpuint (interview->items->len, ==, 4);
  g_assert_cmpstr (get_item (interview, 3)->id, ==, extra_id);
  g_assert_cmpint (get_item (interview, 3)->outcome, ==, IK_OUTCOME_NO_EVIDENCE);
  g_assert_cmpint (get_item (interview, 1)->outcome, ==, IK_OUTCOME_NOT_ASKED);
  g_assert_cmpint (get_item (interview, 1)->rating, ==, IK_RATING_NONE);
}

static void
test_refused_items (void)
{
  static const struct
  {
    guint       index;
    IkOutcome   outcome;
    int         rating;
    gboolean    not_assessed;
    gint64      elapsed_ms;
    const char *pattern;
  } cases[] = {
    { 1, IK_OUTCOME_NOT_ASKED, 3, FALSE, 0, "*cache*was not answered*" },
    { 1, IK_OUTCOME_NO_EVIDENCE, 3, FALSE, 0, "*cache*was not answered*" },
    { 1, IK_OUTCOME_ANSWERED, 6, FALSE, 0, "The rating 6 of*is not on its scale*" },
    { 1, IK_OUTCOME_ANSWERED, 0, FALSE, 0, "The rating 0 of*is not on its scale*" },
    { 1, IK_OUTCOME_ANSWERED, 3, TRUE, 0, "*cache*not assessed*" },
    { 1, IK_OUTCOME_ANSWERED, 3, FALSE, -1, "*cache*not between 0 seconds and a day*" },
    { 1, IK_OUTCOME_ANSWERED, 3, FALSE, G_MAXINT64, "*not between 0 seconds and a day*" },
    { 0, IK_OUTCOME_ANSWERED, 3, FALSE, 0, "*journey*is not scored*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkInterview) interview = new_interview ();
      g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
      IkItemRecord *item = add_record (record, get_item (interview, cases[i].index)->id,
                                       cases[i].outcome, cases[i].rating);

      item->not_assessed = cases[i].not_assessed;
      item->elapsed_ms = cases[i].elapsed_ms;
      assert_refused (interview, record, cases[i].pattern);
    }
}

static void
test_refused_ids (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  g_autoptr(IkInterviewRecord) unknown = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) brief = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) twice = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) tick = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) ambiguous = ik_interview_record_new ();
  const char *id = get_item (interview, 1)->id;
  g_autofree char *prefix = g_strndup (id, 3);

  add_record (unknown, "00000000-dead", IK_OUTCOME_ANSWERED, 3);
  assert_refused (interview, unknown, "*no item “00000000-dead”*");

  add_record (brief, prefix, IK_OUTCOME_ANSWERED, 3);
  assert_refused (interview, brief, "*no item*");

  add_record (twice, id, IK_OUTCOME_ANSWERED, 3);
  add_record (twice, id, IK_OUTCOME_ANSWERED, 3);
  assert_refused (interview, twice, "*cache*twice*");

  g_ptr_array_add (add_record (tick, id, IK_OUTCOME_ANSWERED, 3)->indicator_ids,
                   g_strdup ("00000000-beef"));
  assert_refused (interview, tick, "*cache*no indicator “00000000-beef”*");

  ik_text_set (&get_item (interview, 1)->id, "abcd0000-1");
  ik_text_set (&get_item (interview, 2)->id, "abcd0000-2");
  add_record (ambiguous, "abcd", IK_OUTCOME_ANSWERED, 3);
  assert_refused (interview, ambiguous, "*“abcd” fits several items*");
}

/* Rather than to rate the first one that fits. */
static void
test_refused_ambiguous_competency (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  g_autoptr(IkCompetency) other = ik_competency_new ("c0ffee00-0000-4000-8000-000000000002",
                                                     "Judgement", NULL);
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();

  g_ptr_array_add (interview->competencies, ik_competency_rating_new (other));
  g_hash_table_insert (record->competency_ratings, g_strdup ("c0ffee00"), GINT_TO_POINTER (2));
  assert_refused (interview, record, "*“c0ffee00” fits several competencies*");
}

/* Left out on purpose is a mark of its own, and no rating beside it. */
static void
test_competency_left_out (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  g_autoptr(IkInterview) before = ik_interview_copy (interview);
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) nothing = ik_interview_record_new ();
  g_autoptr(GPtrArray) changes = NULL;
  g_autofree char *reason = NULL;
  const IkCompetencyRating *competency;

  add_record (record, get_item (interview, 1)->id, IK_OUTCOME_ANSWERED, 4);
  ik_text_list_add (record->left_out_competencies, "c0ffee00");
  g_assert_true (ik_interview_apply_record (interview, record, NOW_US, &reason));
  competency = interview->competencies->pdata[0];
  g_assert_true (competency->not_assessed);
  g_assert_false (ik_competency_rating_wants_review (competency, interview));
  g_assert_true (ik_interview_check_parts (interview, NULL));

  changes = ik_interview_diff (before, interview, NOW_US, "");
  for (guint i = 0; i < changes->len; i++)
    {
      const IkInterviewChange *change = changes->pdata[i];

      if (g_str_equal (change->field, "competency Design"))
        g_assert_cmpstr (change->new_value, ==, "not_assessed");
    }

  g_assert_true (ik_interview_apply_record (interview, nothing, NOW_US, &reason));
  competency = interview->competencies->pdata[0];
  g_assert_false (competency->not_assessed);

  g_hash_table_insert (record->competency_ratings, g_strdup ("c0ffee00"), GINT_TO_POINTER (2));
  assert_refused (interview, record, "*“Design” has a rating and is marked as not assessed*");
}

static void
test_refused_whole (void)
{
  g_autoptr(IkInterview) interview = new_interview ();
  g_autoptr(IkInterviewRecord) competency = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) scale = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) early = ik_interview_record_new ();
  g_autoptr(IkInterviewRecord) wordless = ik_interview_record_new ();

  g_hash_table_insert (competency->competency_ratings, g_strdup ("00000000-dead"),
                       GINT_TO_POINTER (3));
  assert_refused (interview, competency, "*no competency “00000000-dead”*");

  g_hash_table_insert (scale->competency_ratings, g_strdup ("c0ffee00"), GINT_TO_POINTER (9));
  assert_refused (interview, scale, "*rating 9 of the competency “Design”*");

  add_record (early, get_item (interview, 1)->id, IK_OUTCOME_ANSWERED, IK_RATING_NONE);
  early->recommendation = IK_RECOMMENDATION_YES;
  assert_refused (interview, early, "*recommendation comes last*");

  g_ptr_array_add (wordless->extra, ik_item_record_new ());
  assert_refused (interview, wordless, "*extra question has no wording*");
}

static void
test_refused_states (void)
{
  static const IkInterviewState states[] = {
    IK_INTERVIEW_STATE_LIVE,
    IK_INTERVIEW_STATE_HANDED_IN,
    IK_INTERVIEW_STATE_CANCELLED,
    IK_INTERVIEW_STATE_NO_SHOW,
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr(IkInterview) interview = new_interview ();
      g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();

      interview->state = states[i];
      assert_refused (interview, record, "*first*");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/interview-record/whole", test_whole);
  g_test_add_func ("/model/interview-record/again", test_again);
  g_test_add_func ("/model/interview-record/refused-items", test_refused_items);
  g_test_add_func ("/model/interview-record/refused-ids", test_refused_ids);
  g_test_add_func ("/model/interview-record/competency-left-out", test_competency_left_out);
  g_test_add_func ("/model/interview-record/refused-ambiguous-competency",
                   test_refused_ambiguous_competency);
  g_test_add_func ("/model/interview-record/refused-whole", test_refused_whole);
  g_test_add_func ("/model/interview-record/refused-states", test_refused_states);

  return g_test_run ();
}
