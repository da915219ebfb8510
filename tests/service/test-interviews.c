#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-rubric.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-text.h"

static char *
add_candidate (IkTestLibrary *test)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autoptr(GError) error = NULL;

  ik_candidates_save (test->library, candidate, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (candidate->id);
}

static char *
add_set (IkTestLibrary *test,
         const char    *rubric_id)
{
  static const char *const packs[] = { TEST_PACK_ID, TEST_FLAT_PACK_ID, NULL };
  static const char *const optional[] = { TEST_FLAT_ID, NULL };
  IkSetRequest request = {
    .title = "Screening", .role = "Engineer", .pack_ids = packs, .optional_ids = optional,
    .rubric_id = rubric_id, .slot_minutes = 45,
  };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(GError) error = NULL;

  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (set->id);
}

static IkInterview *
plan (IkTestLibrary *test)
{
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autoptr(GError) error = NULL;
  IkPlanRequest request = { 0 };
  IkInterview *interview;

  ik_test_library_fill (test);
  candidate_id = add_candidate (test);
  set_id = add_set (test, NULL);
  request.set_id = set_id;
  request.candidate_id = candidate_id;
  request.interviewer = "Grace Example";
  request.round = "second round";
  request.planned_at_us = 1000000;
  request.extra_time_percent = 25;
  interview = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  return interview;
}

static IkInterviewItem *
get_item (IkInterview *interview,
          guint        index)
{
  return interview->items->pdata[index];
}

static IkInterview *
reload (IkTestLibrary     *test,
        const IkInterview *interview)
{
  g_autoptr(GError) error = NULL;
  IkInterview *loaded = ik_interviews_load (test->library, interview->id, NULL, &error);

  g_assert_no_error (error);
  return loaded;
}

static void
test_plan (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan (test);
  const IkInterviewItem *item = get_item (interview, 1);
  const IkRubric *rubric;

  g_assert_cmpint (interview->state, ==, IK_INTERVIEW_STATE_PLANNED);
  g_assert_cmpstr (interview->candidate_name, ==, "Ada Example");
  g_assert_cmpstr (interview->interviewer_name, ==, "Grace Example");
  g_assert_cmpstr (interview->set_title, ==, "Screening");
  g_assert_cmpstr (interview->role, ==, "Engineer");
  g_assert_cmpstr (interview->round, ==, "second round");
  g_assert_cmpint (interview->planned_at_us, ==, 1000000);
  g_assert_cmpuint (interview->extra_time_percent, ==, 25);
  g_assert_cmpuint (interview->items->len, ==, 4);

  /* The built-in rubric holds, the one of a question follows. */
  g_assert_cmpuint (interview->rubrics->len, ==, 2);
  rubric = interview->rubrics->pdata[0];
  g_assert_cmpstr (rubric->id, ==, IK_RUBRIC_BUILT_IN_ID);
  g_assert_cmpuint (rubric->levels->len, ==, 5);
  rubric = ik_interview_get_rubric (interview, item);
  g_assert_cmpstr (rubric->name, ==, "Three steps");
  g_assert_cmpuint (rubric->levels->len, ==, 3);
  g_assert_cmpint (((IkRubricLevel *) rubric->levels->pdata[2])->value, ==, 3);
  g_assert_cmpstr (((IkRubricLevel *) rubric->levels->pdata[2])->anchor, ==, "Sees the cost");

  g_assert_cmpuint (interview->competencies->len, ==, 1);
  g_assert_cmpstr (((IkCompetencyRating *) interview->competencies->pdata[0])->competency->name,
                   ==, "Design");

  g_assert_cmpstr (item->section, ==, "Systems");
  g_assert_cmpstr (get_item (interview, 0)->section_introduction, ==, "Welcome.");
  g_assert_false (get_item (interview, 0)->scored);
  g_assert_false (get_item (interview, 3)->required);
}

static void
test_plan_freezes_wording (IkTestLibrary *test,
                           gconstpointer  data)
{
  g_autoptr(IkInterview) planned = plan (test);
  g_autoptr(IkInterview) interview = NULL;
  const IkInterviewItem *item;

  ik_test_library_run_sql (test,
                           "UPDATE question SET prompt = 'Changed', details = 'Changed';"
                           "UPDATE rubric SET name = 'Changed'; UPDATE anchor SET text = 'Changed';"
                           "UPDATE competency SET name = 'Changed';"
                           "UPDATE question_set SET title = 'Changed';"
                           "DELETE FROM guidance_item; DELETE FROM attachment WHERE question_id "
                           "  IS NOT NULL; DELETE FROM pack;");
  interview = reload (test, planned);
  item = get_item (interview, 1);

  g_assert_cmpstr (interview->set_title, ==, "Screening");
  g_assert_cmpstr (item->candidate.prompt, ==, "How do you size a cache?");
  g_assert_cmpstr (item->candidate.details, ==, "It is read a lot.");
  g_assert_cmpstr (item->candidate.sub_questions->pdata[0], ==, "And two of them?");
  g_assert_cmpuint (item->candidate.attachments->len, ==, 1);
  g_assert_cmpstr (item->interviewer.reference_answer, ==, "By its hit rate.");
  g_assert_cmpstr (item->interviewer.why_it_matters, ==, "It tells what they measure.");
  g_assert_cmpstr (item->interviewer.follow_ups->pdata[0], ==, "What evicts?");
  g_assert_cmpstr (item->interviewer.clarifying_questions->pdata[0], ==, "How many reads?");
  g_assert_cmpstr (item->interviewer.solution_steps->pdata[0], ==, "Measure");
  g_assert_cmpstr (item->interviewer.references->pdata[0], ==, "https://example.com/caches");
  g_assert_cmpstr (((IkLevelAnswer *) item->interviewer.level_answers->pdata[0])->level, ==,
                   "junior");
  g_assert_cmpuint (item->interviewer.attachments->len, ==, 1);
  g_assert_cmpuint (item->indicators->len, ==, 3);
  g_assert_cmpstr (((IkIndicator *) item->indicators->pdata[1])->text, ==, "Names the cost");
  g_assert_cmpint (((IkIndicator *) item->indicators->pdata[2])->side, ==, IK_INDICATOR_RED_FLAG);
  g_assert_cmpuint (item->interviewer.positive_indicators->len, ==, 2);
  g_assert_cmpstr (((IkRubric *) interview->rubrics->pdata[1])->name, ==, "Three steps");
}

static void
test_plan_undo (IkTestLibrary *test,
                gconstpointer  data)
{
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autofree char *before = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;
  IkPlanRequest request = { 0 };

  ik_test_library_fill (test);
  candidate_id = add_candidate (test);
  set_id = add_set (test, TEST_RUBRIC_ID);
  request.set_id = set_id;
  request.candidate_id = candidate_id;
  request.round = "first";

  before = ik_test_library_dump (test);
  interview = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  g_assert_cmpuint (interview->rubrics->len, ==, 1);
  g_assert_cmpstr (((IkRubric *) interview->rubrics->pdata[0])->id, ==, TEST_RUBRIC_ID);
}

static void
test_plan_refused (IkTestLibrary *test,
                   gconstpointer  data)
{
  IkSetRequest set_request = { .title = "Empty" };
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autoptr(IkQuestionSet) empty = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ik_test_library_fill (test);
  candidate_id = add_candidate (test);
  set_id = add_set (test, NULL);
  empty = ik_sets_create (test->library, &set_request, NULL, NULL);
  before = ik_test_library_dump (test);

  {
    const struct
    {
      IkPlanRequest request;
      IkStoreError  code;
    } cases[] = {
      { { .set_id = "nothing", .candidate_id = candidate_id }, IK_STORE_ERROR_NOT_FOUND },
      { { .set_id = set_id, .candidate_id = "nobody" }, IK_STORE_ERROR_NOT_FOUND },
      { { .set_id = empty->id, .candidate_id = candidate_id }, IK_STORE_ERROR_REFUSED },
      { { .set_id = set_id, .candidate_name = " " }, IK_STORE_ERROR_REFUSED },
      { { .set_id = set_id, .candidate_id = candidate_id, .extra_time_percent = 301 },
        IK_STORE_ERROR_REFUSED },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr(GError) error = NULL;

        g_assert_null (ik_interviews_plan (test->library, &cases[i].request, NULL, &error));
        g_assert_error (error, IK_STORE_ERROR, (int) cases[i].code);
      }
  }

  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);
}

static void
test_rounds (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan (test);
  IkPlanRequest request = {
    .set_id = interview->set_id, .candidate_name = "Alan Example", .round = "final round",
  };
  g_autoptr(IkInterview) second = NULL;
  g_autoptr(IkInterview) third = NULL;
  g_auto(GStrv) rounds = NULL;
  g_autoptr(GError) error = NULL;
  const char *const wanted[] = { "final round", "second round", NULL };

  second = ik_interviews_plan (test->library, &request, NULL, &error);
  request.candidate_name = "Edsger Example";
  third = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  rounds = ik_interviews_list_rounds (test->library, NULL, &error);
  g_assert_cmpstrv (rounds, wanted);
}

static void
test_owner (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autofree char *candidate_id = NULL;
  g_autofree char *set_id = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *owner = NULL;
  g_autoptr(IkInterview) by_system = NULL;
  g_autoptr(IkInterview) renamed = NULL;
  g_autoptr(GError) error = NULL;
  IkPlanRequest request = { 0 };

  nobody = ik_interviews_dup_owner (test->library, NULL, &error);
  g_assert_null (nobody);

  /* Planned before anybody was asked: the account's name, until renamed. */
  ik_test_library_fill (test);
  candidate_id = add_candidate (test);
  set_id = add_set (test, NULL);
  request.set_id = set_id;
  request.candidate_id = candidate_id;
  by_system = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (by_system->interviewer_name, !=, "");

  g_assert_true (ik_interviews_set_owner (test->library, " Grace Example ", NULL, &error));
  owner = ik_interviews_dup_owner (test->library, NULL, &error);
  g_assert_cmpstr (owner, ==, "Grace Example");
  renamed = reload (test, by_system);
  g_assert_cmpstr (renamed->interviewer_name, ==, "Grace Example");

  g_assert_false (ik_interviews_set_owner (test->library, " ", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

static void
test_set_state (IkTestLibrary *test,
                gconstpointer  data)
{
  static const struct
  {
    IkInterviewState from;
    IkInterviewState to;
    gboolean         allowed;
  } cases[] = {
    { IK_INTERVIEW_STATE_PLANNED, IK_INTERVIEW_STATE_CANCELLED, TRUE },
    { IK_INTERVIEW_STATE_CANCELLED, IK_INTERVIEW_STATE_NO_SHOW, FALSE },
    { IK_INTERVIEW_STATE_CANCELLED, IK_INTERVIEW_STATE_PLANNED, TRUE },
    { IK_INTERVIEW_STATE_PLANNED, IK_INTERVIEW_STATE_NO_SHOW, TRUE },
    { IK_INTERVIEW_STATE_NO_SHOW, IK_INTERVIEW_STATE_PLANNED, TRUE },
    { IK_INTERVIEW_STATE_PLANNED, IK_INTERVIEW_STATE_HANDED_IN, FALSE },
    { IK_INTERVIEW_STATE_PLANNED, IK_INTERVIEW_STATE_LIVE, FALSE },
  };
  g_autoptr(IkInterview) interview = plan (test);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = ik_test_library_dump (test);
      g_autoptr(IkInterview) now = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (ik_interviews_set_state (test->library, interview->id, cases[i].to, NULL,
                                                &error), ==, cases[i].allowed);
      now = reload (test, interview);
      g_assert_cmpint (now->state, ==, cases[i].allowed ? cases[i].to : cases[i].from);
      if (cases[i].allowed)
        ik_test_library_assert_undoes_to (test, before);
      else
        g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
    }
}

static IkInterviewRecord *
new_record (IkInterview *interview)
{
  IkInterviewRecord *record = ik_interview_record_new ();
  IkItemRecord *item = ik_item_record_new ();

  item->item_id = g_strdup (get_item (interview, 1)->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  item->rating = 3;
  ik_text_set (&item->evidence, "Said 40 %");
  g_ptr_array_add (item->notes, ik_note_new ("Asked back first", 0));
  g_ptr_array_add (record->items, item);
  record->recommendation = IK_RECOMMENDATION_YES;

  return record;
}

static void
test_record (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan (test);
  g_autoptr(IkInterviewRecord) record = new_record (interview);
  g_autoptr(IkInterview) recorded = NULL;
  g_autoptr(IkInterview) loaded = NULL;
  g_autoptr(IkInterview) again = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;

  recorded = ik_interviews_record (test->library, interview->id, record, FALSE, NULL, &error);
  g_assert_no_error (error);
  loaded = reload (test, interview);
  g_assert_cmpint (loaded->state, ==, IK_INTERVIEW_STATE_HANDED_IN);
  g_assert_cmpint (loaded->handed_in_at_us, >, 0);
  g_assert_cmpint (loaded->started_at_us, ==, 1000000);
  g_assert_cmpint (get_item (loaded, 1)->rating, ==, 3);
  g_assert_cmpstr (get_item (loaded, 1)->evidence, ==, "Said 40 %");
  g_assert_cmpstr (((IkNote *) get_item (loaded, 1)->notes->pdata[0])->text, ==,
                   "Asked back first");

  again = ik_interviews_record (test->library, interview->id, record, FALSE, NULL, &error);
  g_assert_null (again);
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (ik_interviews_reopen (test->library, interview->id, "A slip", NULL, &error));
  again = ik_interviews_record (test->library, interview->id, record, FALSE, NULL, &error);
  g_assert_no_error (error);

  list = ik_interviews_list (test->library, NULL, NULL, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (((IkInterviewSummary *) list->pdata[0])->n_items, ==, 4);
  g_assert_cmpuint (((IkInterviewSummary *) list->pdata[0])->n_unrated, ==, 0);
}

static void
test_record_all_or_nothing (IkTestLibrary *test,
                            gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan (test);
  g_autoptr(IkInterviewRecord) record = new_record (interview);
  g_autofree char *before = ik_test_library_dump (test);
  g_autofree char *after = NULL;
  g_autoptr(IkInterview) draft = NULL;
  g_autoptr(GError) error = NULL;

  record->recommendation = IK_RATING_NONE;
  g_assert_null (ik_interviews_record (test->library, interview->id, record, FALSE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "recommendation"));
  g_clear_error (&error);
  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);

  draft = ik_interviews_record (test->library, interview->id, record, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (draft->state, ==, IK_INTERVIEW_STATE_REVIEW);
}

static IkInterview *
plan_and_draft (IkTestLibrary *test)
{
  g_autoptr(IkInterview) interview = plan (test);
  g_autoptr(IkInterviewRecord) record = new_record (interview);
  g_autoptr(GError) error = NULL;
  IkInterview *draft;

  record->recommendation = IK_RATING_NONE;
  draft = ik_interviews_record (test->library, interview->id, record, TRUE, NULL, &error);
  g_assert_no_error (error);
  return draft;
}

static void
assert_findings (GPtrArray  *findings,
                 const char *all,
                 const char *shareable)
{
  g_autofree char *all_text = ik_findings_to_text (findings, FALSE);
  g_autofree char *shareable_text = ik_findings_to_text (findings, TRUE);

  g_assert_cmpstr (all_text, ==, all);
  g_assert_cmpstr (shareable_text, ==, shareable);
}

static void
test_review (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan_and_draft (test);
  g_autoptr(IkInterview) loaded = NULL;
  g_autofree char *before = ik_test_library_dump (test);
  g_autoptr(GError) error = NULL;
  IkCompetencyRating *competency = interview->competencies->pdata[0];

  get_item (interview, 1)->rating = 1;
  get_item (interview, 2)->outcome = IK_OUTCOME_PARTLY;
  get_item (interview, 2)->not_assessed = TRUE;
  ((IkIndicator *) get_item (interview, 1)->indicators->pdata[0])->ticked_at_us = 5;
  ik_notes_update (get_item (interview, 1)->notes, "Asked back first\nThen guessed", 9);
  ik_notes_update (interview->notes, "In general", 9);
  competency->rating = 2;
  interview->recommendation = IK_RECOMMENDATION_STRONG_NO;
  ik_text_set (&interview->summary, "No");
  g_ptr_array_add (interview->strengths, ik_finding_new ("Calm", TRUE));
  g_ptr_array_add (interview->concerns, ik_finding_new ("Guesses", FALSE));
  g_ptr_array_add (interview->concerns, ik_finding_new ("Asks late", TRUE));
  g_assert_true (ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error));
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  loaded = reload (test, interview);
  g_assert_cmpint (get_item (loaded, 1)->rating, ==, 1);
  g_assert_true (get_item (loaded, 2)->not_assessed);
  g_assert_cmpint (((IkIndicator *) get_item (loaded, 1)->indicators->pdata[0])->ticked_at_us, ==,
                   5);
  g_assert_cmpuint (get_item (loaded, 1)->notes->len, ==, 2);
  g_assert_cmpuint (loaded->notes->len, ==, 1);
  g_assert_cmpint (((IkCompetencyRating *) loaded->competencies->pdata[0])->rating, ==, 2);
  g_assert_cmpint (loaded->recommendation, ==, IK_RECOMMENDATION_STRONG_NO);
  g_assert_cmpstr (loaded->summary, ==, "No");
  assert_findings (loaded->strengths, "Calm", "Calm");
  assert_findings (loaded->concerns, "Guesses\nAsks late", "Asks late");
}

/* Lines of the review change places, sides and their mark, come and go, and
 * undo knows each of them. */
static void
test_findings (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan_and_draft (test);
  g_autoptr(IkInterview) loaded = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  IkFinding *moved;

  g_ptr_array_add (interview->strengths, ik_finding_new ("Calm", FALSE));
  g_ptr_array_add (interview->strengths, ik_finding_new ("Careful", TRUE));
  g_ptr_array_add (interview->strengths, ik_finding_new ("Quick", TRUE));
  ik_interviews_save_review (test->library, interview, NULL, "Find", NULL, &error);
  g_assert_no_error (error);
  before = ik_test_library_dump (test);

  moved = g_ptr_array_steal_index (interview->strengths, 1);
  moved->is_shareable = FALSE;
  g_ptr_array_add (interview->concerns, moved);
  g_ptr_array_remove_index (interview->strengths, 1);
  ik_interviews_save_review (test->library, interview, NULL, "Find", NULL, &error);
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  loaded = reload (test, interview);
  assert_findings (loaded->strengths, "Calm", "");
  assert_findings (loaded->concerns, "Careful", "");
}

static void
test_review_refused (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan_and_draft (test);
  g_autoptr(GError) error = NULL;

  get_item (interview, 1)->rating = IK_RATING_NONE;
  interview->recommendation = IK_RECOMMENDATION_YES;
  g_assert_false (ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  get_item (interview, 1)->rating = 7;
  g_assert_false (ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

/* Two copies of the program review the same interview: the second one is told
 * and writes over nothing. */
static void
test_review_conflict (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autoptr(IkInterview) theirs = plan_and_draft (test);
  g_autoptr(IkInterview) base = reload (test, theirs);
  g_autoptr(IkInterview) ours = reload (test, theirs);
  g_autoptr(IkInterview) stored = NULL;
  g_autoptr(GError) error = NULL;

  ik_text_set (&theirs->summary, "Theirs");
  ik_text_set (&ours->summary, "Ours");
  g_assert_true (ik_interviews_save_review (test->library, theirs, base, "Sum Up", NULL, &error));
  g_assert_false (ik_interviews_save_review (test->library, ours, base, "Sum Up", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  stored = reload (test, theirs);
  g_assert_cmpstr (stored->summary, ==, "Theirs");

  /* Who has seen it may. */
  g_assert_true (ik_interviews_save_review (test->library, ours, theirs, "Sum Up", NULL, &error));
  g_assert_no_error (error);
}

static void
test_hand_in_and_reopen (IkTestLibrary *test,
                         gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan_and_draft (test);
  g_autoptr(IkInterview) reopened = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;
  const IkInterviewChange *change;

  g_assert_false (ik_interviews_hand_in (test->library, interview->id, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  interview->recommendation = IK_RECOMMENDATION_NO;
  g_assert_true (ik_interviews_save_review (test->library, interview, NULL, "Recommend", NULL,
                                            &error));
  g_assert_true (ik_interviews_hand_in (test->library, interview->id, NULL, &error));
  g_assert_false (ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  none = ik_interviews_list_changes (test->library, interview->id, NULL, &error);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_false (ik_interviews_reopen (test->library, interview->id, "  ", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (ik_interviews_reopen (test->library, interview->id, "A slip", NULL, &error));
  reopened = reload (test, interview);
  g_assert_cmpint (reopened->state, ==, IK_INTERVIEW_STATE_REVIEW);
  g_assert_cmpint (reopened->handed_in_at_us, ==, 0);
  g_assert_cmpstr (((IkReopening *) reopened->reopened->pdata[0])->reason, ==, "A slip");

  get_item (reopened, 1)->rating = 2;
  g_assert_true (ik_interviews_save_review (test->library, reopened, NULL, "Rate", NULL, &error));
  changes = ik_interviews_list_changes (test->library, interview->id, NULL, &error);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpstr (change->item_id, ==, get_item (reopened, 1)->id);
  g_assert_cmpstr (change->field, ==, "rating");
  g_assert_cmpstr (change->old_value, ==, "3");
  g_assert_cmpstr (change->new_value, ==, "2");
  g_assert_cmpstr (change->reason, ==, "A slip");
}

static void
test_events (IkTestLibrary *test,
             gconstpointer  data)
{
  static const char *const expected[] = { "outcome", "rated", "recorded", "rated" };
  g_autoptr(IkInterview) interview = plan_and_draft (test);
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GError) error = NULL;

  get_item (interview, 1)->rating = 1;
  g_assert_true (ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error));
  events = ik_interviews_list_events (test->library, interview->id, NULL, &error);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < events->len; i++)
    g_assert_cmpstr (((IkInterviewEvent *) events->pdata[i])->kind, ==, expected[i]);
}

/* The newest change that can be taken back. */
static GBytes *
get_last_changeset (IkTestLibrary *test)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (test->changesets->len, >, 0);

  return test->changesets->pdata[test->changesets->len - 1];
}

/* The log is only ever appended to: an undo adds what stands then. */
static void
test_undo_appends_events (IkTestLibrary *test,
                          gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *value;
  } expected[] = {
    { "outcome", "answered" }, { "rated", "3" }, { "recorded", "" },
    { "outcome", "no_evidence" }, { "rated", "" },
    { "outcome", "answered" }, { "rated", "3" },
    { "outcome", "no_evidence" }, { "rated", "" },
  };
  g_autoptr(IkInterview) interview = plan_and_draft (test);
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *changeset;

  get_item (interview, 1)->outcome = IK_OUTCOME_NO_EVIDENCE;
  get_item (interview, 1)->rating = IK_RATING_NONE;
  g_assert_true (ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error));
  changeset = get_last_changeset (test);
  g_assert_true (ik_library_apply (test->library, changeset, TRUE, NULL, &error));
  g_assert_true (ik_library_apply (test->library, changeset, FALSE, NULL, &error));
  g_assert_no_error (error);

  events = ik_interviews_list_events (test->library, interview->id, NULL, &error);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < events->len; i++)
    {
      const IkInterviewEvent *event = events->pdata[i];

      g_assert_cmpstr (event->kind, ==, expected[i].kind);
      g_assert_cmpstr (event->value, ==, expected[i].value);
    }
}

static void
assert_undo_refused (IkTestLibrary *test,
                     GBytes        *changeset)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_library_apply (test->library, changeset, TRUE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "handed in"));
}

/* Handing in locks; what comes after a reopening goes to the change log, which
 * an undo would pass by. */
static void
test_undo_stops_at_hand_in (IkTestLibrary *test,
                            gconstpointer  data)
{
  g_autoptr(IkInterview) interview = plan_and_draft (test);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GBytes) rated = NULL;
  g_autoptr(GBytes) removed_note = NULL;
  g_autoptr(GError) error = NULL;

  get_item (interview, 1)->rating = 2;
  g_assert_true (ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error));
  rated = g_bytes_ref (get_last_changeset (test));

  g_ptr_array_set_size (get_item (interview, 1)->notes, 0);
  g_assert_true (ik_interviews_save_review (test->library, interview, NULL, "Note", NULL, &error));
  removed_note = g_bytes_ref (get_last_changeset (test));

  interview->recommendation = IK_RECOMMENDATION_NO;
  g_assert_true (ik_interviews_save_review (test->library, interview, NULL, "Recommend", NULL,
                                            &error));
  g_assert_true (ik_interviews_hand_in (test->library, interview->id, NULL, &error));
  before = ik_test_library_dump (test);
  assert_undo_refused (test, rated);
  assert_undo_refused (test, removed_note);
  assert_undo_refused (test, get_last_changeset (test));
  after = ik_test_library_dump (test);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (ik_interviews_reopen (test->library, interview->id, "A slip", NULL, &error));
  assert_undo_refused (test, rated);
  assert_undo_refused (test, removed_note);
}

#define ADD(name, func) \
  g_test_add ("/service/interviews/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("plan", test_plan);
  ADD ("plan/freezes-wording", test_plan_freezes_wording);
  ADD ("plan/undo", test_plan_undo);
  ADD ("plan/refused", test_plan_refused);
  ADD ("rounds", test_rounds);
  ADD ("owner", test_owner);
  ADD ("set-state", test_set_state);
  ADD ("record", test_record);
  ADD ("record/all-or-nothing", test_record_all_or_nothing);
  ADD ("findings", test_findings);
  ADD ("review", test_review);
  ADD ("review/refused", test_review_refused);
  ADD ("review/conflict", test_review_conflict);
  ADD ("review/undo-appends-events", test_undo_appends_events);
  ADD ("review/undo-stops-at-hand-in", test_undo_stops_at_hand_in);
  ADD ("hand-in-and-reopen", test_hand_in_and_reopen);
  ADD ("events", test_events);

  return g_test_run ();
}
