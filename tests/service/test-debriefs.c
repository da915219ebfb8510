#include "ik-candidates.h"
#include "ik-debriefs.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-text.h"

#include <string.h>

#define ROUND "Second round"

static char *
add_candidate (IkTestLibrary *test)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autoptr(GError) error = NULL;

  ik_candidates_save (test->library, candidate, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (candidate->id);
}

/* The owner is called Olga; NULL asks for her. */
static char *
plan_on (IkTestLibrary *test,
         const char    *candidate_id,
         const char    *interviewer,
         const char    *round,
         const char    *recommendation_rubric_id)
{
  static const char *const packs[] = { TEST_PACK_ID, NULL };
  IkSetRequest set_request = {
    .title = "Screening", .pack_ids = packs, .recommendation_rubric_id = recommendation_rubric_id,
  };
  IkPlanRequest request = { .candidate_id = candidate_id, .interviewer = interviewer, .round = round };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;

  set = ik_sets_create (test->library, &set_request, NULL, &error);
  g_assert_no_error (error);
  request.set_id = set->id;
  interview = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (interview->id);
}

static char *
plan (IkTestLibrary *test,
      const char    *candidate_id,
      const char    *interviewer,
      const char    *round)
{
  return plan_on (test, candidate_id, interviewer, round, NULL);
}

/* Rates "Design", on the scale from 1 to 5; all questions are not asked. */
static void
record_with (IkTestLibrary *test,
             const char    *id,
             int            rating,
             int            recommendation,
             gboolean       draft)
{
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;

  g_hash_table_insert (record->competency_ratings, g_strdup (TEST_COMPETENCY_ID),
                       GINT_TO_POINTER (rating));
  record->recommendation = recommendation;
  ik_text_set (&record->summary, "A summary of her own");
  interview = ik_interviews_record (test->library, id, record, draft, NULL, &error);
  g_assert_no_error (error);
}

static void
record (IkTestLibrary *test,
        const char    *id,
        int            rating,
        gboolean       draft)
{
  record_with (test, id, rating, IK_RECOMMENDATION_YES, draft);
}

static void
set_up (IkTestLibrary *test,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ik_test_library_set_up (test, data);
  ik_test_library_fill (test);
  g_assert_true (ik_interviews_set_owner (test->library, "Olga", NULL, &error));
  g_assert_no_error (error);
}

static IkDebrief *
load (IkTestLibrary *test,
      const char    *candidate_id,
      const char    *round)
{
  g_autoptr(GError) error = NULL;
  IkDebrief *debrief = ik_debriefs_load (test->library, candidate_id, round, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (debrief);
  return debrief;
}

static gboolean
agree (IkTestLibrary  *test,
       const char     *candidate_id,
       const char     *round,
       int             rating,
       const char     *reason,
       GError        **error)
{
  g_autoptr(IkAgreedScore) score = ik_agreed_score_new ("Design", rating);

  ik_text_set (&score->reason, reason);
  return ik_debriefs_agree (test->library, candidate_id, round, score, NULL, error);
}

static void
assert_change (const IkDebrief *debrief,
               guint            i,
               const char      *field,
               const char      *old_value,
               const char      *new_value)
{
  const IkAgreementChange *change;

  g_assert_cmpuint (i, <, debrief->agreement->changes->len);
  change = debrief->agreement->changes->pdata[i];
  g_assert_cmpstr (change->field, ==, field);
  g_assert_cmpstr (change->old_value, ==, old_value);
  g_assert_cmpstr (change->new_value, ==, new_value);
  g_assert_cmpstr (change->changed_by, ==, "Olga");
}

/* Whether the owner's own interview, in each state there is, keeps the ratings closed. */
static void
test_independent_first (IkTestLibrary *test,
                        gconstpointer  data)
{
  static const struct
  {
    IkInterviewState state;
    gboolean         is_sealed;
  } cases[] = {
    { IK_INTERVIEW_STATE_PLANNED, TRUE },
    { IK_INTERVIEW_STATE_LIVE, TRUE },
    { IK_INTERVIEW_STATE_BROKEN_OFF, TRUE },
    { IK_INTERVIEW_STATE_REVIEW, TRUE },
    { IK_INTERVIEW_STATE_HANDED_IN, FALSE },
    { IK_INTERVIEW_STATE_CANCELLED, FALSE },
    { IK_INTERVIEW_STATE_NO_SHOW, FALSE },
  };
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *own = plan (test, candidate_id, NULL, ROUND);
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);

  record (test, other, 2, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE interview SET state = '%s' WHERE id = '%s'",
                                              ik_interview_state_to_nick (cases[i].state), own);
      g_autoptr(IkDebrief) debrief = NULL;
      g_autoptr(GError) error = NULL;

      ik_test_library_run_sql (test, sql);
      debrief = load (test, candidate_id, ROUND);
      g_assert_cmpint (debrief->is_sealed, ==, cases[i].is_sealed);
      g_assert_cmpint (debrief->matrix == NULL, ==, cases[i].is_sealed);
      g_assert_cmpint (debrief->agreement == NULL, ==, cases[i].is_sealed);
      g_assert_cmpuint (debrief->members->len, ==, 2);
      g_assert_true (ik_panel_member_is_done (debrief->members->pdata[1]));

      g_assert_cmpint (agree (test, candidate_id, ROUND, 3, "", &error), ==, !cases[i].is_sealed);
      if (!cases[i].is_sealed)
        continue;
      g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
      g_clear_error (&error);
      g_assert_false (ik_debriefs_conclude (test->library, candidate_id, ROUND,
                                            IK_RECOMMENDATION_YES, "", "", NULL, &error));
      g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
    }
}

/* Another candidate, another round: nobody has to hand in there. */
static void
test_only_this_round (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *own = plan (test, candidate_id, NULL, "First round");
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);
  g_autoptr(IkDebrief) first = load (test, candidate_id, "First round");
  g_autoptr(IkDebrief) second = load (test, candidate_id, ROUND);
  g_autoptr(IkDebrief) none = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (first->is_sealed);
  g_assert_false (second->is_sealed);

  none = ik_debriefs_load (test->library, candidate_id, "Third round", NULL, &error);
  g_assert_null (none);
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  none = ik_debriefs_load (test->library, candidate_id, "", NULL, &error);
  g_assert_null (none);
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

/* Of somebody else's open interview nothing leaves the service. */
static void
test_open_interview_is_bare (IkTestLibrary *test,
                             gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *own = plan (test, candidate_id, NULL, ROUND);
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);
  g_autoptr(IkDebrief) debrief = NULL;
  const IkInterview *bare;
  const IkCompetencyRating *rating;

  record (test, own, 4, FALSE);
  record (test, other, 1, TRUE);
  debrief = load (test, candidate_id, ROUND);
  bare = ik_panel_matrix_get_column (debrief->matrix, 1)->interview;
  rating = bare->competencies->pdata[0];

  g_assert_cmpstr (bare->id, ==, other);
  g_assert_cmpstr (bare->interviewer_name, ==, "Grace");
  g_assert_cmpuint (bare->items->len, ==, 0);
  g_assert_cmpint (rating->rating, ==, IK_RATING_NONE);
  g_assert_cmpint (bare->recommendation, ==, IK_RATING_NONE);
  g_assert_cmpstr (bare->summary, ==, "");
}

static void
test_agree (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *own = plan (test, candidate_id, NULL, ROUND);
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);
  g_autofree char *before = NULL;
  g_autoptr(IkDebrief) debrief = NULL;
  g_autoptr(GError) error = NULL;
  const IkAgreedScore *score;
  const IkPanelRow *row;

  record (test, own, 4, FALSE);
  record (test, other, 2, FALSE);
  before = ik_test_library_dump (test);
  g_assert_true (agree (test, candidate_id, ROUND, 3, "Met in the middle", &error));
  g_assert_no_error (error);

  debrief = load (test, candidate_id, ROUND);
  score = ik_panel_agreement_find_score (debrief->agreement, "Design");
  g_assert_cmpint (score->rating, ==, 3);
  g_assert_cmpstr (score->reason, ==, "Met in the middle");
  g_assert_cmpstr (score->agreed_by, ==, "Olga, Grace");
  g_assert_cmpstr (score->rubric_id, ==, IK_RUBRIC_BUILT_IN_ID);
  g_assert_cmpint (score->agreed_at_us, >, 0);

  /* Beside the others, never over them */
  row = ik_debrief_find_row (debrief, "Design");
  g_assert_cmpfloat_with_epsilon (ik_panel_row_get_cell (row, 0)->value, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (ik_panel_row_get_cell (row, 1)->value, 2, 1e-9);
  g_assert_cmpint (row->spread.verdict, ==, IK_PANEL_DISAGREE);

  /* What is undone and done again stays in the trace. */
  ik_test_library_assert_undoes_to (test, before);
  g_clear_pointer (&debrief, ik_debrief_free);
  debrief = load (test, candidate_id, ROUND);
  g_assert_cmpuint (debrief->agreement->changes->len, ==, 6);
  assert_change (debrief, 0, "rating", "", "3");
  assert_change (debrief, 1, "reason", "", "Met in the middle");
  assert_change (debrief, 2, "rating", "3", "");
  assert_change (debrief, 3, "reason", "Met in the middle", "");
  assert_change (debrief, 4, "rating", "", "3");

  /* Another one takes its place, and can be taken back. */
  g_assert_true (agree (test, candidate_id, ROUND, 2, "Met in the middle", &error));
  g_assert_true (agree (test, candidate_id, ROUND, IK_RATING_NONE, "", &error));
  g_assert_no_error (error);
  g_clear_pointer (&debrief, ik_debrief_free);
  debrief = load (test, candidate_id, ROUND);
  g_assert_null (ik_panel_agreement_find_score (debrief->agreement, "Design"));
  g_assert_cmpuint (debrief->agreement->changes->len, ==, 9);
  assert_change (debrief, 6, "rating", "3", "2");
  assert_change (debrief, 7, "rating", "2", "");
}

/* Saved again and again while it is typed, told once; what is erased is told. */
static void
test_typed_reason (IkTestLibrary *test,
                   gconstpointer  data)
{
  static const char *const typed[] = { "", "Ask", "Asked fo", "Asked for numbers", "" };
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);
  g_autoptr(IkDebrief) debrief = NULL;
  g_autoptr(GError) error = NULL;

  record (test, other, 2, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_true (agree (test, candidate_id, ROUND, 2, typed[i], &error));
  g_assert_no_error (error);

  debrief = load (test, candidate_id, ROUND);
  g_assert_cmpuint (debrief->agreement->changes->len, ==, 3);
  assert_change (debrief, 0, "rating", "", "2");
  assert_change (debrief, 1, "reason", "", "Asked for numbers");
  assert_change (debrief, 2, "reason", "Asked for numbers", "");
}

static void
assert_agreed (IkTestLibrary *test,
               const char    *candidate_id,
               const char    *label)
{
  g_autoptr(IkDebrief) debrief = load (test, candidate_id, ROUND);
  g_autofree char *agreed =
    ik_panel_matrix_dup_agreed_recommendation (debrief->matrix, debrief->agreement);

  g_assert_cmpstr (agreed, ==, label);
}

/* On the built-in scale, from 1 to 5. */
static void
test_conclude_on_own_scale (IkTestLibrary *test,
                            gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *own = plan_on (test, candidate_id, NULL, ROUND, IK_RUBRIC_BUILT_IN_ID);
  g_autofree char *other = plan_on (test, candidate_id, "Grace", ROUND, IK_RUBRIC_BUILT_IN_ID);
  g_autofree char *agreed = NULL;
  g_autoptr(IkDebrief) debrief = NULL;
  g_autoptr(GError) error = NULL;

  record_with (test, own, 4, 5, FALSE);
  record_with (test, other, 2, 3, FALSE);
  g_assert_false (ik_debriefs_conclude (test->library, candidate_id, ROUND, IK_RECOMMENDATION_NO,
                                        "", "", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (ik_debriefs_conclude (test->library, candidate_id, ROUND, 4, "Good", "", NULL,
                                       &error));
  g_assert_no_error (error);
  debrief = load (test, candidate_id, ROUND);
  g_assert_true (debrief->matrix->recommendations.is_apart);
  g_assert_cmpfloat_with_epsilon (debrief->matrix->recommendations.distance, 2, 1e-9);
  g_assert_cmpint (debrief->agreement->recommendation, ==, 4);
  g_assert_cmpstr (debrief->agreement->rubric_id, ==, IK_RUBRIC_BUILT_IN_ID);
  agreed = ik_panel_matrix_dup_agreed_recommendation (debrief->matrix, debrief->agreement);
  g_assert_cmpstr (agreed, ==, "Strong");
  assert_change (debrief, 0, "recommendation", "", "4");

  /* Whoever opens an interview again takes no scale away from what was agreed. */
  ik_interviews_reopen (test->library, other, "Misread", NULL, &error);
  g_assert_no_error (error);
  assert_agreed (test, candidate_id, "Strong");
  g_assert_true (ik_debriefs_conclude (test->library, candidate_id, ROUND, 4, "Very good", "", NULL,
                                       &error));
  g_assert_no_error (error);
  assert_agreed (test, candidate_id, "Strong");
}

/* What was agreed stays on its scale when somebody hands in on another one. */
static void
test_conclude_on_two_scales (IkTestLibrary *test,
                             gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *on_words = plan (test, candidate_id, NULL, ROUND);
  g_autofree char *on_own = plan_on (test, candidate_id, "Grace", ROUND, IK_RUBRIC_BUILT_IN_ID);
  g_autoptr(GError) error = NULL;

  record_with (test, on_words, 4, IK_RECOMMENDATION_YES, FALSE);
  record_with (test, on_own, 2, 3, FALSE);
  ik_interviews_reopen (test->library, on_words, "Misread", NULL, &error);
  g_assert_no_error (error);
  /* The owner sits in no panel, so that nothing is sealed. */
  ik_test_library_run_sql (test, "UPDATE interview SET interviewer_id = "
                           "(SELECT id FROM interviewer WHERE NOT is_owner LIMIT 1)");
  g_assert_true (ik_debriefs_conclude (test->library, candidate_id, ROUND, 4, "Good", "", NULL,
                                       &error));
  g_assert_no_error (error);
  ik_interviews_hand_in (test->library, on_words, NULL, &error);
  g_assert_no_error (error);

  g_assert_true (ik_debriefs_conclude (test->library, candidate_id, ROUND, 4, "Very good", "", NULL,
                                       &error));
  g_assert_no_error (error);
  assert_agreed (test, candidate_id, "Strong");
}

static void
test_conclude (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *own = plan (test, candidate_id, NULL, ROUND);
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);
  g_autofree char *before = NULL;
  g_autoptr(IkDebrief) debrief = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_debriefs_conclude (test->library, candidate_id, ROUND, IK_RECOMMENDATION_NO,
                                        "", "", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  record (test, own, 4, FALSE);
  record (test, other, 2, FALSE);
  before = ik_test_library_dump (test);
  g_assert_true (ik_debriefs_conclude (test->library, candidate_id, ROUND, IK_RECOMMENDATION_NO,
                                       "Not for this role", "", NULL, &error));
  g_assert_no_error (error);
  debrief = load (test, candidate_id, ROUND);
  g_assert_cmpint (debrief->agreement->recommendation, ==, IK_RECOMMENDATION_NO);
  g_assert_cmpstr (debrief->agreement->summary, ==, "Not for this role");
  g_assert_cmpstr (debrief->agreement->agreed_by, ==, "Olga, Grace");
  assert_change (debrief, 0, "recommendation", "", "no");
  assert_change (debrief, 1, "summary", "", "Not for this role");
  ik_test_library_assert_undoes_to (test, before);
}

/* Interviews without a round are a panel as well, and make no round of no name. */
static void
test_without_a_round (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *other = plan (test, candidate_id, "Grace", NULL);
  g_autofree char *before = NULL;
  g_autoptr(IkDebrief) debrief = NULL;
  g_auto(GStrv) rounds = NULL;
  g_autoptr(GError) error = NULL;

  record (test, other, 2, FALSE);
  g_assert_true (agree (test, candidate_id, "", 2, "Only one of us", &error));
  g_assert_true (agree (test, candidate_id, "", IK_RATING_NONE, "", &error));
  before = ik_test_library_dump (test);
  g_assert_true (agree (test, candidate_id, "", 5, "", &error));
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  debrief = load (test, candidate_id, "");
  g_assert_cmpint (ik_panel_agreement_find_score (debrief->agreement, "Design")->rating, ==, 5);
  rounds = ik_interviews_list_rounds (test->library, NULL, &error);
  g_assert_cmpuint (g_strv_length (rounds), ==, 0);
}

static void
test_refused (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);
  g_autoptr(IkAgreedScore) unknown = ik_agreed_score_new ("Cooking", 3);
  g_autoptr(IkAgreedScore) off_scale = ik_agreed_score_new ("Design", 3);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  record (test, other, 2, FALSE);
  before = ik_test_library_dump (test);

  g_assert_false (agree (test, candidate_id, ROUND, 6, "", &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ik_debriefs_agree (test->library, candidate_id, ROUND, unknown, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  ik_text_set (&off_scale->rubric_id, "no such rubric");
  g_assert_false (ik_debriefs_agree (test->library, candidate_id, ROUND, off_scale, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);

  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);
}

/* Everything that is held about a person holds this as well. */
static void
test_export (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *own = plan (test, candidate_id, NULL, ROUND);
  g_autofree char *other = plan (test, candidate_id, "Grace", "First round");
  g_autofree char *directory = g_build_filename (test->directory, "export", NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;
  g_autoptr(GError) error = NULL;

  record (test, own, 2, FALSE);
  record (test, other, 2, FALSE);
  g_assert_true (agree (test, candidate_id, ROUND, 2, "Marker one", &error));
  g_assert_true (ik_debriefs_conclude (test->library, candidate_id, ROUND, IK_RECOMMENDATION_NO,
                                       "Marker two", "", NULL, &error));
  g_assert_true (ik_candidates_export (test->library, candidate_id, directory, NULL, &error));
  g_assert_no_error (error);

  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("panel-%u.json", i);

      g_free (path);
      path = g_build_filename (directory, name, NULL);
      g_file_get_contents (path, text == NULL ? &text : &nothing, NULL, NULL);
    }

  g_assert_nonnull (text);
  g_assert_null (nothing);
  g_assert_nonnull (strstr (text, "\"" ROUND "\""));
  g_assert_nonnull (strstr (text, "Marker one"));
  g_assert_nonnull (strstr (text, "Marker two"));
}

/* Scores may stay of a person who is erased; words may not. */
static void
test_erase (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autofree char *candidate_id = add_candidate (test);
  g_autofree char *other = plan (test, candidate_id, "Grace", ROUND);
  g_autoptr(GError) error = NULL;

  record (test, other, 2, FALSE);
  g_assert_true (agree (test, candidate_id, ROUND, 2, "Marker one", &error));
  g_assert_true (ik_debriefs_conclude (test->library, candidate_id, ROUND, IK_RECOMMENDATION_NO,
                                       "Marker two", "", NULL, &error));
  g_assert_true (ik_test_library_holds_bytes (test, "Marker one"));

  g_assert_true (ik_candidates_erase (test->library, candidate_id, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ik_test_library_holds_bytes (test, "Marker one"));
  g_assert_false (ik_test_library_holds_bytes (test, "Marker two"));
}

#define add(path, func) \
  g_test_add ("/service/debriefs/" path, IkTestLibrary, NULL, set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("independent-first", test_independent_first);
  add ("only-this-round", test_only_this_round);
  add ("open-interview-is-bare", test_open_interview_is_bare);
  add ("agree", test_agree);
  add ("typed-reason", test_typed_reason);
  add ("conclude", test_conclude);
  add ("conclude-on-own-scale", test_conclude_on_own_scale);
  add ("conclude-on-two-scales", test_conclude_on_two_scales);
  add ("without-a-round", test_without_a_round);
  add ("refused", test_refused);
  add ("export", test_export);
  add ("erase", test_erase);

  return g_test_run ();
}
