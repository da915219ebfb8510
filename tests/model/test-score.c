#include "ik-recommendation.h"
#include "ik-review.h"
#include "ik-rubric-template.h"
#include "ik-score.h"
#include "ik-text.h"

typedef struct
{
  gboolean    scored;
  IkOutcome   outcome;
  int         rating;
  gboolean    not_assessed;
  const char *competency_id;
} Item;

#define NONE IK_RATING_NONE

static IkInterview *
make_interview (const Item *items,
                guint       n_items)
{
  IkInterview *interview = ik_interview_new ();

  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new ("What?");
      IkInterviewItem *item = ik_interview_item_new (question);

      item->scored = items[i].scored;
      item->outcome = items[i].outcome;
      item->rating = items[i].rating;
      item->not_assessed = items[i].not_assessed;
      item->competency_id = g_strdup (items[i].competency_id);
      g_ptr_array_add (interview->items, item);
    }

  return interview;
}

/* "4.0 from 2 of 6": only what was rated counts, nothing counts as zero. */
static const Item items[] = {
  { TRUE, IK_OUTCOME_ANSWERED, 5, FALSE, "a" },
  { TRUE, IK_OUTCOME_PARTLY, 3, FALSE, "b" },
  { TRUE, IK_OUTCOME_ANSWERED, NONE, TRUE, "a" },
  { TRUE, IK_OUTCOME_NO_EVIDENCE, NONE, FALSE, "a" },
  { TRUE, IK_OUTCOME_NOT_ASKED, NONE, FALSE, "a" },
  { FALSE, IK_OUTCOME_ANSWERED, NONE, FALSE, NULL },
  /* A rating of what was not answered after all does not count. */
  { TRUE, IK_OUTCOME_NOT_ASKED, 1, FALSE, "b" },
};

static void
test_means (void)
{
  static const struct
  {
    const char *competency_id; /* NULL: all */
    double      mean;
    guint       n_rated;
    guint       n_of;
  } cases[] = {
    { NULL, 4.0, 2, 6 },
    { "a", 5.0, 1, 4 },
    { "b", 3.0, 1, 2 },
    { "c", 0.0, 0, 0 },
  };
  g_autoptr(IkInterview) interview = make_interview (items, G_N_ELEMENTS (items));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkMean mean = cases[i].competency_id == NULL
                    ? ik_interview_compute_mean (interview)
                    : ik_interview_compute_competency_mean (interview, cases[i].competency_id);

      g_assert_cmpfloat_with_epsilon (mean.mean, cases[i].mean, 1e-9);
      g_assert_cmpuint (mean.n_rated, ==, cases[i].n_rated);
      g_assert_cmpuint (mean.n_of, ==, cases[i].n_of);
    }
}

static void
test_weights (void)
{
  static const Item rated[] = {
    { TRUE, IK_OUTCOME_ANSWERED, 5, FALSE, "a" },
    { TRUE, IK_OUTCOME_ANSWERED, 2, FALSE, "a" },
    { TRUE, IK_OUTCOME_ANSWERED, 3, FALSE, "b" },
    { TRUE, IK_OUTCOME_NOT_ASKED, NONE, FALSE, "a" },
  };
  g_autoptr(IkInterview) interview = make_interview (rated, G_N_ELEMENTS (rated));
  IkMean mean = ik_interview_compute_mean (interview);

  /* (5 + 2 + 3) ∕ 3 */
  g_assert_cmpfloat_with_epsilon (mean.mean, 10.0 / 3, 1e-12);
  g_assert_false (mean.is_weighted);

  /* A weight of what is not rated changes nothing. */
  ((IkInterviewItem *) interview->items->pdata[3])->weight = 9;
  mean = ik_interview_compute_mean (interview);
  g_assert_cmpfloat_with_epsilon (mean.mean, 10.0 / 3, 1e-12);
  g_assert_false (mean.is_weighted);

  /* (2·5 + 2 + 3) ∕ 4, as if the first one had been asked twice */
  ((IkInterviewItem *) interview->items->pdata[0])->weight = 2;
  mean = ik_interview_compute_mean (interview);
  g_assert_cmpfloat_with_epsilon (mean.mean, 3.75, 1e-12);
  g_assert_true (mean.is_weighted);
  g_assert_cmpuint (mean.n_rated, ==, 3);
  g_assert_cmpuint (mean.n_of, ==, 4);

  /* (2·5 + 2) ∕ 3, and no weight in the other one */
  mean = ik_interview_compute_competency_mean (interview, "a");
  g_assert_cmpfloat_with_epsilon (mean.mean, 4.0, 1e-12);
  g_assert_true (mean.is_weighted);
  mean = ik_interview_compute_competency_mean (interview, "b");
  g_assert_cmpfloat_with_epsilon (mean.mean, 3.0, 1e-12);
  g_assert_false (mean.is_weighted);
}

static void
add_rubric (IkInterview      *interview,
            IkRubricTemplate  template,
            const char       *id)
{
  IkRubric *rubric = ik_rubric_new_from_template (template);

  ik_text_set (&rubric->id, id);
  g_ptr_array_add (interview->rubrics, rubric);
}

static void
assert_mean (const IkMean *mean,
             const char   *scale_id,
             double        value,
             guint         n_rated,
             guint         n_of)
{
  g_assert_cmpstr (mean->scale->id, ==, scale_id);
  g_assert_cmpfloat_with_epsilon (mean->mean, value, 1e-12);
  g_assert_cmpuint (mean->n_rated, ==, n_rated);
  g_assert_cmpuint (mean->n_of, ==, n_of);
}

/* A yes is no 4 of 5: each scale has a mean of its own, in the interview's
 * order, and together there are only the counts. */
static void
test_scales (void)
{
  static const Item rated[] = {
    { TRUE, IK_OUTCOME_ANSWERED, 1, FALSE, "a" },
    { TRUE, IK_OUTCOME_ANSWERED, 4, FALSE, "a" },
    { TRUE, IK_OUTCOME_ANSWERED, 5, FALSE, "b" },
    { TRUE, IK_OUTCOME_ANSWERED, 0, FALSE, "b" },
    { TRUE, IK_OUTCOME_NOT_ASKED, NONE, FALSE, "b" },
  };
  static const char *const rubric_ids[] = { "yes", NULL, "five", "yes", "four" };
  g_autoptr(IkInterview) interview = make_interview (rated, G_N_ELEMENTS (rated));
  g_autoptr(GArray) means = NULL;
  g_autoptr(GArray) none = NULL;
  IkMean mean;

  add_rubric (interview, IK_RUBRIC_TEMPLATE_YES_NO, "yes");
  add_rubric (interview, IK_RUBRIC_TEMPLATE_FIVE, "five");
  add_rubric (interview, IK_RUBRIC_TEMPLATE_FOUR_WORDS, "four");
  for (guint i = 0; i < G_N_ELEMENTS (rubric_ids); i++)
    ((IkInterviewItem *) interview->items->pdata[i])->rubric_id = g_strdup (rubric_ids[i]);

  means = ik_interview_compute_means (interview, NULL);
  g_assert_cmpuint (means->len, ==, 3);
  assert_mean (&g_array_index (means, IkMean, 0), IK_RUBRIC_BUILT_IN_ID, 4.5, 2, 2);
  assert_mean (&g_array_index (means, IkMean, 1), "yes", 0.5, 2, 2);
  assert_mean (&g_array_index (means, IkMean, 2), "four", 0, 0, 1);

  mean = ik_interview_compute_mean (interview);
  g_assert_true (mean.is_mixed);
  g_assert_null (mean.scale);
  g_assert_cmpuint (mean.n_rated, ==, 4);
  g_assert_cmpuint (mean.n_of, ==, 5);

  none = ik_interview_compute_means (interview, "c");
  g_assert_cmpuint (none->len, ==, 0);

  /* With one scale left that is rated, there is one mean again. */
  ((IkInterviewItem *) interview->items->pdata[0])->rating = NONE;
  ((IkInterviewItem *) interview->items->pdata[3])->rating = NONE;
  mean = ik_interview_compute_mean (interview);
  assert_mean (&mean, IK_RUBRIC_BUILT_IN_ID, 4.5, 2, 5);
  g_assert_false (mean.is_mixed);
}

/* What was not asked, gave no evidence, was left out on purpose or is rated
 * poor are four different things. */
static void
test_standings (void)
{
  static const struct
  {
    Item           item;
    IkItemStanding standing;
  } cases[] = {
    { { FALSE, IK_OUTCOME_ANSWERED, NONE, FALSE, NULL }, IK_ITEM_UNSCORED },
    { { TRUE, IK_OUTCOME_NOT_ASKED, NONE, FALSE, NULL }, IK_ITEM_NOT_ASKED },
    { { TRUE, IK_OUTCOME_NO_EVIDENCE, NONE, FALSE, NULL }, IK_ITEM_NO_EVIDENCE },
    { { TRUE, IK_OUTCOME_ANSWERED, NONE, TRUE, NULL }, IK_ITEM_NOT_ASSESSED },
    { { TRUE, IK_OUTCOME_NOT_ASKED, NONE, TRUE, NULL }, IK_ITEM_NOT_ASSESSED },
    { { TRUE, IK_OUTCOME_PARTLY, NONE, FALSE, NULL }, IK_ITEM_UNRATED },
    { { TRUE, IK_OUTCOME_PARTLY, 1, FALSE, NULL }, IK_ITEM_RATED },
    { { TRUE, IK_OUTCOME_NO_EVIDENCE, 1, FALSE, NULL }, IK_ITEM_NO_EVIDENCE },
  };
  guint counts[IK_N_ITEM_STANDINGS];
  g_autoptr(IkInterview) interview = make_interview (NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkInterview) one = make_interview (&cases[i].item, 1);

      g_assert_cmpuint (ik_interview_item_get_standing (one->items->pdata[0]), ==,
                        cases[i].standing);
      ik_interview_count_standings (one, counts);
      for (guint k = 0; k < IK_N_ITEM_STANDINGS; k++)
        g_assert_cmpuint (counts[k], ==, k == cases[i].standing);
    }

  ik_interview_count_standings (interview, counts);
  g_assert_cmpuint (counts[IK_ITEM_RATED], ==, 0);
}

/* Beside the mean, which counts the rating as any other. */
static void
test_knock_outs (void)
{
  static const Item rated[] = {
    { TRUE, IK_OUTCOME_ANSWERED, 2, FALSE, NULL },
    { TRUE, IK_OUTCOME_ANSWERED, 3, FALSE, NULL },
    { TRUE, IK_OUTCOME_ANSWERED, NONE, TRUE, NULL },
    { TRUE, IK_OUTCOME_ANSWERED, 1, FALSE, NULL },
    { FALSE, IK_OUTCOME_ANSWERED, NONE, FALSE, NULL },
  };
  static const IkKnockOut expected[] = {
    IK_KNOCK_OUT_FAILED, IK_KNOCK_OUT_PASSED, IK_KNOCK_OUT_OPEN, IK_KNOCK_OUT_NONE,
    IK_KNOCK_OUT_NONE,
  };
  g_autoptr(IkInterview) interview = make_interview (rated, G_N_ELEMENTS (rated));
  guint counts[IK_N_KNOCK_OUTS];

  for (guint i = 0; i < G_N_ELEMENTS (rated); i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      item->knock_out = i == 3 ? NONE : 3;
      g_assert_cmpuint (ik_interview_item_get_knock_out (item), ==, expected[i]);
    }

  ik_interview_count_knock_outs (interview, counts);
  g_assert_cmpuint (counts[IK_KNOCK_OUT_FAILED], ==, 1);
  g_assert_cmpuint (counts[IK_KNOCK_OUT_PASSED], ==, 1);
  g_assert_cmpuint (counts[IK_KNOCK_OUT_OPEN], ==, 1);
  g_assert_cmpuint (counts[IK_KNOCK_OUT_NONE], ==, 2);
  g_assert_cmpfloat_with_epsilon (ik_interview_compute_mean (interview).mean, 2.0, 1e-12);
}

static void
test_no_items (void)
{
  g_autoptr(IkInterview) interview = make_interview (NULL, 0);
  IkMean mean = ik_interview_compute_mean (interview);

  g_assert_cmpuint (mean.n_rated, ==, 0);
  g_assert_cmpuint (mean.n_of, ==, 0);
  g_assert_true (ik_interview_parts_are_rated (interview));
}

static void
assert_missing (const IkInterview *interview,
                const char        *pattern)
{
  g_autofree char *reason = NULL;

  g_assert_false (ik_interview_check_hand_in (interview, &reason));
  g_test_message ("%s", reason);
  g_assert_true (g_pattern_match_simple (pattern, reason));
}

/* One thing after the other is put right. */
static void
test_hand_in (void)
{
  static const Item unrated[] = {
    { TRUE, IK_OUTCOME_ANSWERED, NONE, FALSE, NULL },
    { TRUE, IK_OUTCOME_PARTLY, NONE, FALSE, NULL },
    { TRUE, IK_OUTCOME_NOT_ASKED, NONE, FALSE, NULL },
  };
  g_autoptr(IkInterview) interview = make_interview (unrated, G_N_ELEMENTS (unrated));
  IkInterviewItem *first = interview->items->pdata[0];
  IkInterviewItem *second = interview->items->pdata[1];

  g_assert_false (ik_interview_parts_are_rated (interview));
  assert_missing (interview, "2 answers are not rated yet.");

  second->not_assessed = TRUE;
  assert_missing (interview, "1 answer is not rated yet.");

  first->rating = 5;
  g_assert_true (ik_interview_parts_are_rated (interview));
  assert_missing (interview, "The rating 5 of “What?” has no evidence yet*");

  /* A blank line is none. */
  ik_text_set (&first->evidence, "  ");
  assert_missing (interview, "*no evidence*");

  first->rating = 4;
  assert_missing (interview, "The recommendation is missing.");

  first->rating = 1;
  ik_text_set (&first->evidence, "Would drop the table");
  assert_missing (interview, "The recommendation is missing.");

  interview->recommendation = IK_RECOMMENDATION_STRONG_NO;
  g_assert_true (ik_interview_check_hand_in (interview, NULL));
}

/* A tick or a note is evidence enough. */
static void
test_evidence (void)
{
  static const Item rated[] = { { TRUE, IK_OUTCOME_ANSWERED, 1, FALSE, NULL } };
  g_autoptr(IkInterview) interview = make_interview (rated, 1);
  IkInterviewItem *item = interview->items->pdata[0];
  IkIndicator *indicator = ik_indicator_new (IK_INDICATOR_POSITIVE, "Asks back");

  interview->recommendation = IK_RECOMMENDATION_NO;
  g_ptr_array_add (item->indicators, indicator);
  g_assert_false (ik_interview_check_hand_in (interview, NULL));
  indicator->ticked_at_us = 1;
  g_assert_true (ik_interview_check_hand_in (interview, NULL));
  indicator->ticked_at_us = 0;
  g_assert_false (ik_interview_check_hand_in (interview, NULL));
  ik_notes_update (item->notes, "Asked back twice", 1);
  g_assert_true (ik_interview_check_hand_in (interview, NULL));
}

/* Asked follows from outcome, time, notes and ticks, never from a click alone. */
static void
test_asked (void)
{
  static const Item open_items[] = { { TRUE, IK_OUTCOME_NOT_ASKED, NONE, FALSE, "a" } };
  g_autoptr(IkInterview) interview = make_interview (open_items, G_N_ELEMENTS (open_items));
  IkInterviewItem *item = interview->items->pdata[0];

  g_assert_false (ik_interview_item_was_asked (item));
  g_assert_true (ik_interview_check_parts (interview, NULL));

  item->elapsed_ms = 120 * 1000;
  g_assert_true (ik_interview_item_was_asked (item));
  g_assert_true (ik_interview_item_wants_review (item));
  g_assert_false (ik_interview_check_parts (interview, NULL));

  item->elapsed_ms = 0;
  ik_text_set (&item->evidence, "Named the lost update.");
  g_assert_true (ik_interview_item_wants_review (item));
  interview->recommendation = IK_RECOMMENDATION_YES;
  assert_missing (interview, "*no outcome*");

  item->not_assessed = TRUE;
  g_assert_false (ik_interview_item_wants_review (item));
  g_assert_true (ik_interview_check_hand_in (interview, NULL));
  g_assert_true (ik_interview_check_parts (interview, NULL));
}

/* A competency is a part once there is an answer to rate it by. */
static void
test_competency_is_part (void)
{
  static const Item rated[] = { { TRUE, IK_OUTCOME_ANSWERED, NONE, FALSE, "a" } };
  g_autoptr(IkInterview) interview = make_interview (rated, G_N_ELEMENTS (rated));
  g_autoptr(IkCompetency) competency = ik_competency_new ("a", "Databases", "");
  g_autofree char *reason = NULL;
  IkCompetencyRating *rating;
  IkInterviewItem *item = interview->items->pdata[0];

  rating = ik_competency_rating_new (competency);
  g_ptr_array_add (interview->competencies, rating);
  g_assert_false (ik_competency_rating_wants_review (rating, interview));

  item->rating = 4;
  g_assert_true (ik_competency_rating_wants_review (rating, interview));
  g_assert_false (ik_interview_check_parts (interview, &reason));
  g_assert_cmpstr (reason, ==, "1 competency is not rated yet.");

  /* As a record from paper says it, which may be handed in. */
  interview->recommendation = IK_RECOMMENDATION_YES;
  g_assert_true (ik_interview_check_hand_in (interview, NULL));

  rating->rating = 4;
  g_assert_true (ik_interview_check_parts (interview, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/score/means", test_means);
  g_test_add_func ("/model/score/weights", test_weights);
  g_test_add_func ("/model/score/scales", test_scales);
  g_test_add_func ("/model/score/standings", test_standings);
  g_test_add_func ("/model/score/knock-outs", test_knock_outs);
  g_test_add_func ("/model/score/no-items", test_no_items);
  g_test_add_func ("/model/score/hand-in", test_hand_in);
  g_test_add_func ("/model/score/evidence", test_evidence);
  g_test_add_func ("/model/score/asked", test_asked);
  g_test_add_func ("/model/score/competency-is-part", test_competency_is_part);

  return g_test_run ();
}
