#include "ik-review.h"
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
  g_test_add_func ("/model/score/no-items", test_no_items);
  g_test_add_func ("/model/score/hand-in", test_hand_in);
  g_test_add_func ("/model/score/evidence", test_evidence);
  g_test_add_func ("/model/score/asked", test_asked);
  g_test_add_func ("/model/score/competency-is-part", test_competency_is_part);

  return g_test_run ();
}
