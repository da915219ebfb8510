#include "ik-comparison.h"

#include "ik-recommendation.h"
#include "ik-text.h"

#define DESIGN "11111111-0000-4000-8000-000000000001"
#define CODE "11111111-0000-4000-8000-000000000002"
#define UNRATED IK_RATING_NONE

static IkComparisonEntry *
add_entry (GPtrArray  *entries,
           const char *name)
{
  IkComparisonEntry *entry = ik_comparison_entry_new (name, name);

  g_ptr_array_add (entries, entry);
  return entry;
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_comparison_entry_free);
}

/* An hour that took half an hour. */
static IkInterview *
add_interview (IkComparisonEntry *entry,
               const char        *interviewer,
               int                recommendation)
{
  IkInterview *interview = ik_interview_new ();

  interview->state = IK_INTERVIEW_STATE_HANDED_IN;
  interview->recommendation = recommendation;
  interview->slot_minutes = 60;
  interview->started_at_us = G_USEC_PER_SEC;
  interview->ended_at_us = interview->started_at_us + 30 * G_TIME_SPAN_MINUTE;
  ik_text_set (&interview->interviewer_id, interviewer);
  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  g_ptr_array_add (entry->interviews, interview);

  return interview;
}

static IkCompetencyRating *
add_competency (IkInterview *interview,
                const char  *id,
                int          rating)
{
  g_autoptr(IkCompetency) competency = ik_competency_new (id, id, "");
  IkCompetencyRating *own = ik_competency_rating_new (competency);

  own->rating = rating;
  g_ptr_array_add (interview->competencies, own);
  return own;
}

static IkInterviewItem *
add_answer (IkInterview *interview,
            const char  *competency_id,
            IkOutcome    outcome,
            int          rating)
{
  g_autoptr(IkQuestion) question = ik_question_new ("Why?");
  IkInterviewItem *item = ik_interview_item_new (question);

  ik_text_set (&item->competency_id, competency_id);
  item->outcome = outcome;
  item->rating = rating;
  g_ptr_array_add (interview->items, item);

  return item;
}

static const IkComparisonRow *
get_row (const IkComparison *comparison,
         guint               index)
{
  return comparison->rows->pdata[index];
}

/* Ratings of the competency, the mean of answers in the place of one that is missing,
 * and the reasons of those that say nothing. */
static void
test_cells (void)
{
  g_autoptr(GPtrArray) entries = new_entries ();
  g_autoptr(IkComparison) comparison = NULL;
  IkComparisonEntry *ada = add_entry (entries, "Ada");
  IkInterview *interview;
  const IkComparisonCell *cell;

  interview = add_interview (ada, "one", IK_RECOMMENDATION_YES);
  add_competency (interview, DESIGN, 5);
  add_answer (interview, DESIGN, IK_OUTCOME_ANSWERED, 1);
  interview = add_interview (ada, "two", IK_RECOMMENDATION_YES);
  add_competency (interview, DESIGN, UNRATED);
  add_answer (interview, DESIGN, IK_OUTCOME_ANSWERED, 2);
  add_answer (interview, DESIGN, IK_OUTCOME_PARTLY, 3);
  interview = add_interview (ada, "three", IK_RECOMMENDATION_NO);
  add_competency (interview, DESIGN, UNRATED)->not_assessed = TRUE;
  interview = add_interview (ada, "four", IK_RECOMMENDATION_NO);
  add_competency (interview, DESIGN, UNRATED);
  add_answer (interview, DESIGN, IK_OUTCOME_NOT_ASKED, UNRATED);
  interview = add_interview (ada, "five", IK_RECOMMENDATION_STRONG_NO);
  add_competency (interview, CODE, UNRATED);
  add_answer (interview, CODE, IK_OUTCOME_NO_EVIDENCE, UNRATED);

  comparison = ik_comparison_new ("Gardener", entries);
  g_assert_cmpuint (ik_comparison_get_n_competencies (comparison), ==, 2);
  cell = ik_comparison_row_get_cell (get_row (comparison, 0), 0);
  g_assert_cmpuint (cell->n_rated, ==, 2);
  g_assert_cmpuint (cell->n_of, ==, 4);
  g_assert_cmpfloat_with_epsilon (cell->mean, 3.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (cell->spread.lowest, 2.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (cell->spread.highest, 5, 1e-9);
  g_assert_cmpint (cell->spread.verdict, ==, IK_PANEL_DISAGREE);
  g_assert_cmpuint (cell->n_kinds[IK_PANEL_CELL_NOT_ASSESSED], ==, 1);
  g_assert_cmpuint (cell->n_kinds[IK_PANEL_CELL_NOT_ASKED], ==, 1);
  g_assert_cmpuint (cell->n_kinds[IK_PANEL_CELL_NOT_IN_SET], ==, 1);
  cell = ik_comparison_row_get_cell (get_row (comparison, 0), 1);
  g_assert_null (cell->scale);
  g_assert_cmpuint (cell->n_kinds[IK_PANEL_CELL_NO_EVIDENCE], ==, 1);
}

/* The mean is over answers, not over interviews, with their weights. */
static void
test_mean (void)
{
  g_autoptr(GPtrArray) entries = new_entries ();
  g_autoptr(IkComparison) comparison = NULL;
  IkComparisonEntry *ada = add_entry (entries, "Ada");
  IkInterview *interview = add_interview (ada, "one", IK_RECOMMENDATION_YES);
  const IkComparisonRow *row;

  add_answer (interview, DESIGN, IK_OUTCOME_ANSWERED, 5)->weight = 2;
  add_answer (interview, DESIGN, IK_OUTCOME_ANSWERED, 4);
  add_answer (interview, DESIGN, IK_OUTCOME_NOT_ASKED, UNRATED);
  interview = add_interview (ada, "two", IK_RECOMMENDATION_STRONG_YES);
  add_answer (interview, CODE, IK_OUTCOME_ANSWERED, 1)->knock_out = 3;
  interview->slot_minutes = 0;

  comparison = ik_comparison_new ("Gardener", entries);
  row = get_row (comparison, 0);
  g_assert_cmpuint (row->mean.n_rated, ==, 3);
  g_assert_cmpuint (row->mean.n_of, ==, 4);
  g_assert_cmpfloat_with_epsilon (row->mean.mean, 3.75, 1e-9); /* (2·5 + 4 + 1) ∕ 4 */
  g_assert_true (row->mean.is_weighted);
  g_assert_cmpuint (row->recommendations->len, ==, 2);
  g_assert_cmpint (ik_comparison_row_get_recommendation (row, 0)->value, ==,
                   IK_RECOMMENDATION_STRONG_YES);
  g_assert_cmpuint (ik_comparison_row_get_recommendation (row, 0)->n, ==, 1);
  g_assert_cmpint (ik_comparison_row_get_recommendation (row, 1)->value, ==, IK_RECOMMENDATION_YES);
  g_assert_cmpuint (ik_comparison_row_get_recommendation (row, 1)->n, ==, 1);
  g_assert_cmpuint (row->knock_outs[IK_KNOCK_OUT_FAILED], ==, 1);
  /* What has no slot can't be late. */
  g_assert_cmpint (row->planned_ms, ==, 60 * 60 * 1000);
  g_assert_cmpint (row->used_ms, ==, 30 * 60 * 1000);
}

static void
test_scales (void)
{
  g_autoptr(GPtrArray) entries = new_entries ();
  g_autoptr(IkComparison) comparison = NULL;
  IkComparisonEntry *ada = add_entry (entries, "Ada");
  IkInterview *interview = add_interview (ada, "one", IK_RECOMMENDATION_YES);
  IkRubric *words = ik_rubric_new (NULL, "Yes or no");

  add_competency (interview, DESIGN, 4);
  add_answer (interview, DESIGN, IK_OUTCOME_ANSWERED, 4);
  interview = add_interview (ada, "two", IK_RECOMMENDATION_YES);
  g_ptr_array_add (words->levels, ik_rubric_level_new (0, "No", ""));
  g_ptr_array_add (words->levels, ik_rubric_level_new (1, "Yes", ""));
  g_ptr_array_insert (interview->rubrics, 0, words);
  add_competency (interview, DESIGN, 1);
  add_answer (interview, DESIGN, IK_OUTCOME_ANSWERED, 1);

  comparison = ik_comparison_new ("Gardener", entries);
  g_assert_true (get_row (comparison, 0)->mean.is_mixed);
  g_assert_cmpfloat_with_epsilon (get_row (comparison, 0)->mean.mean, 0, 1e-9);
  g_assert_null (ik_comparison_row_get_cell (get_row (comparison, 0), 0)->scale);
  g_assert_cmpuint (ik_comparison_row_get_cell (get_row (comparison, 0), 0)->n_rated, ==, 2);
}

static void
fill_for_order (GPtrArray *entries)
{
  IkComparisonEntry *entry = add_entry (entries, "Cleo");
  IkInterview *interview = add_interview (entry, "one", IK_RECOMMENDATION_STRONG_YES);

  add_competency (interview, DESIGN, 2);
  add_answer (interview, DESIGN, IK_OUTCOME_ANSWERED, 3);
  add_interview (entry, "two", IK_RECOMMENDATION_NO);
  add_entry (entries, "Ada");
  entry = add_entry (entries, "Ben");
  interview = add_interview (entry, "one", IK_RECOMMENDATION_YES);
  add_competency (interview, DESIGN, 5);
  interview->ended_at_us += 60 * G_TIME_SPAN_MINUTE;
}

static void
test_order (void)
{
  static const struct
  {
    guint       column;
    const char *names; /* their first letters, from the least */
  } cases[] = {
    { IK_COMPARISON_NAME, "ABC" },
    { IK_COMPARISON_RECOMMENDATION, "ABC" }, /* none, 3, median of 4 and 2: by name */
    { IK_COMPARISON_MEAN, "ABC" },           /* none, none, 3 */
    { IK_COMPARISON_INTERVIEWS, "ABC" },
    { IK_COMPARISON_TIME, "ACB" },           /* none, 60 of 120, 90 of 60 minutes */
    { IK_COMPARISON_COMPETENCY, "ACB" },     /* none, 2, 5 */
  };
  g_autoptr(GPtrArray) entries = new_entries ();
  g_autoptr(IkComparison) comparison = NULL;

  fill_for_order (entries);
  comparison = ik_comparison_new ("Gardener", entries);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < 3; k++)
      for (guint m = 0; m < 3; m++)
        {
          const IkComparisonRow *one = get_row (comparison, (guint) cases[i].names[k] - 'A');
          const IkComparisonRow *other = get_row (comparison, (guint) cases[i].names[m] - 'A');
          int order = ik_comparison_compare (one, other, cases[i].column);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (k > m) - (k < m));
        }
}

static void
test_roles (void)
{
  static const struct
  {
    const char *candidate_role;
    const char *set_role;
    gboolean    is_for;
  } cases[] = {
    { "Gärtnerin", "", TRUE },
    { " GÄRTNERIN ", "Cook", TRUE },
    { "", "gärtnerin", TRUE },
    { "Cook", "Gärtnerin", FALSE },
    { "", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ik_comparison_is_for ("Gärtnerin", cases[i].candidate_role,
                                           cases[i].set_role), ==, cases[i].is_for);
}

/* Scales of different lengths are put in order by where on them a level stands. */
static void
test_own_scales (void)
{
  g_autoptr(GPtrArray) entries = new_entries ();
  IkComparisonEntry *entry = ik_comparison_entry_new ("ada", "Ada");
  g_autoptr(IkComparison) comparison = NULL;
  const int values[] = { 3, IK_RECOMMENDATION_NO, 5, 5 };
  const IkComparisonRow *row;

  g_ptr_array_add (entries, entry);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      IkInterview *interview = add_interview (entry, "one", values[i]);

      if (values[i] <= IK_RUBRIC_MAX_VALUE)
        interview->recommendation_rubric_id = g_strdup (IK_RUBRIC_BUILT_IN_ID);
    }
  comparison = ik_comparison_new ("Engineer", entries);
  row = comparison->rows->pdata[0];

  g_assert_cmpuint (row->recommendations->len, ==, 3);
  g_assert_cmpint (ik_comparison_row_get_recommendation (row, 0)->value, ==, 5);
  g_assert_cmpuint (ik_comparison_row_get_recommendation (row, 0)->n, ==, 2);
  g_assert_cmpint (ik_comparison_row_get_recommendation (row, 1)->value, ==, 3);
  g_assert_cmpint (ik_comparison_row_get_recommendation (row, 2)->value, ==, IK_RECOMMENDATION_NO);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/comparison/cells", test_cells);
  g_test_add_func ("/model/comparison/mean", test_mean);
  g_test_add_func ("/model/comparison/scales", test_scales);
  g_test_add_func ("/model/comparison/order", test_order);
  g_test_add_func ("/model/comparison/roles", test_roles);
  g_test_add_func ("/model/comparison/own-scales", test_own_scales);

  return g_test_run ();
}
