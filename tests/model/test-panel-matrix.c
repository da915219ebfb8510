#include "ik-panel-matrix.h"
#include "ik-recommendation.h"
#include "ik-text.h"

#define NONE IK_RATING_NONE

static IkRubric *
make_scale (const char *name,
            const int  *values,
            guint       n_values)
{
  IkRubric *scale = ik_rubric_new (NULL, name);

  for (guint i = 0; i < n_values; i++)
    g_ptr_array_add (scale->levels, ik_rubric_level_new (values[i], "", ""));

  return scale;
}

static IkRubric *
make_range (int lowest,
            int highest)
{
  IkRubric *scale = ik_rubric_new (NULL, "Range");

  for (int value = lowest; value <= highest; value++)
    g_ptr_array_add (scale->levels, ik_rubric_level_new (value, "", ""));

  return scale;
}

/* Takes the scale. */
static IkInterview *
make_interview (const char *interviewer,
                IkRubric   *scale)
{
  IkInterview *interview = ik_interview_new ();

  ik_text_set (&interview->interviewer_id, interviewer);
  interview->state = IK_INTERVIEW_STATE_HANDED_IN;
  g_ptr_array_add (interview->rubrics, scale);

  return interview;
}

static IkCompetencyRating *
add_competency (IkInterview *interview,
                const char  *id,
                const char  *name,
                int          rating)
{
  g_autoptr(IkCompetency) competency = ik_competency_new (id, name, NULL);
  IkCompetencyRating *added = ik_competency_rating_new (competency);

  added->rating = rating;
  g_ptr_array_add (interview->competencies, added);
  return added;
}

static IkInterviewItem *
add_item (IkInterview *interview,
          const char  *competency_id,
          IkOutcome    outcome,
          int          rating)
{
  g_autoptr(IkQuestion) question = ik_question_new ("What?");
  IkInterviewItem *item = ik_interview_item_new (question);

  item->competency_id = g_strdup (competency_id);
  item->outcome = outcome;
  item->rating = rating;
  g_ptr_array_add (interview->items, item);
  return item;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
}

/* The built-in scale, one competency "a" with one rating for each person. */
static IkPanelMatrix *
make_simple (const int *ratings,
             guint      n_ratings,
             int        highest)
{
  static const char *const people[] = { "ada", "ben", "cem", "dua" };
  g_autoptr(GPtrArray) interviews = new_list ();

  for (guint i = 0; i < n_ratings; i++)
    {
      IkInterview *interview = make_interview (people[i], make_range (1, highest));

      add_competency (interview, "a", "Design", ratings[i]);
      g_ptr_array_add (interviews, interview);
    }

  return ik_panel_matrix_new (interviews);
}

static const IkPanelRow *
get_row (const IkPanelMatrix *matrix,
         guint                row)
{
  g_assert_cmpuint (row, <, matrix->rows->len);
  return matrix->rows->pdata[row];
}

static IkPanelCellKind
get_kind (const IkPanelMatrix *matrix,
          guint                row,
          guint                column)
{
  return ik_panel_row_get_cell (get_row (matrix, row), column)->kind;
}

/* A level is counted, whatever its value; between two the way is straight. */
static void
test_level (void)
{
  static const int values[] = { 0, 5, 20 };
  static const struct
  {
    double value;
    double level;
  } cases[] = {
    { 0, 0 },
    { 5, 1 },
    { 20, 2 },
    { 2.5, 0.5 },
    { 12.5, 1.5 },
    { -3, 0 },
    { 21, 2 },
  };
  g_autoptr(IkRubric) scale = make_scale ("Points", values, G_N_ELEMENTS (values));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ik_rubric_compute_level (scale, cases[i].value),
                                    cases[i].level, 1e-12);
}

static void
test_verdicts (void)
{
  static const struct
  {
    int            highest; /* of a scale from 1 */
    int            ratings[3];
    IkPanelVerdict verdict;
    gboolean       is_apart;
    gboolean       is_across;
    double         lowest;
    double         upper;
    double         distance;
  } cases[] = {
    /* Gaps */
    { 5, { NONE, NONE, NONE }, IK_PANEL_NOBODY, FALSE, FALSE, 0, 0, 0 },
    { 5, { NONE, 4, NONE }, IK_PANEL_ONE, FALSE, FALSE, 4, 4, 0 },
    /* One to five: 3 is the middle and takes no side. */
    { 5, { 4, 4, 4 }, IK_PANEL_AGREE, FALSE, FALSE, 4, 4, 0 },
    { 5, { 3, 4, NONE }, IK_PANEL_AGREE, FALSE, FALSE, 3, 4, 1 },
    { 5, { 2, 3, NONE }, IK_PANEL_AGREE, FALSE, FALSE, 2, 3, 1 },
    { 5, { 3, 5, NONE }, IK_PANEL_DISAGREE, TRUE, FALSE, 3, 5, 2 },
    { 5, { 2, 4, NONE }, IK_PANEL_DISAGREE, TRUE, TRUE, 2, 4, 2 },
    /* Nobody is two from a neighbour, but the ends are. */
    { 5, { 3, 4, 5 }, IK_PANEL_DISAGREE, TRUE, FALSE, 3, 5, 2 },
    /* Four words: the middle lies between 2 and 3. */
    { 4, { 2, 3, NONE }, IK_PANEL_DISAGREE, FALSE, TRUE, 2, 3, 1 },
    { 4, { 3, 4, NONE }, IK_PANEL_AGREE, FALSE, FALSE, 3, 4, 1 },
    { 4, { 1, 2, NONE }, IK_PANEL_AGREE, FALSE, FALSE, 1, 2, 1 },
    /* No and yes */
    { 2, { 1, 2, NONE }, IK_PANEL_DISAGREE, FALSE, TRUE, 1, 2, 1 },
    { 2, { 2, 2, NONE }, IK_PANEL_AGREE, FALSE, FALSE, 2, 2, 0 },
    /* Seven levels: two apart on one side of the middle disagree as well. */
    { 7, { 5, 7, NONE }, IK_PANEL_DISAGREE, TRUE, FALSE, 5, 7, 2 },
    { 7, { 4, 5, NONE }, IK_PANEL_AGREE, FALSE, FALSE, 4, 5, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkPanelMatrix) matrix = make_simple (cases[i].ratings, 3, cases[i].highest);
      const IkPanelSpread *spread = &get_row (matrix, 0)->spread;

      g_test_message ("case %u", i);
      g_assert_cmpint (spread->verdict, ==, cases[i].verdict);
      g_assert_cmpint (spread->is_apart, ==, cases[i].is_apart);
      g_assert_cmpint (spread->is_across, ==, cases[i].is_across);
      g_assert_false (spread->is_mixed);
      g_assert_cmpfloat_with_epsilon (spread->lowest, cases[i].lowest, 1e-9);
      g_assert_cmpfloat_with_epsilon (spread->highest, cases[i].upper, 1e-9);
      g_assert_cmpfloat_with_epsilon (spread->distance, cases[i].distance, 1e-9);
    }
}

/* 2.9 and 3.1 are on either side of the middle by less than anybody can mean. */
static void
test_means_near_the_middle (void)
{
  g_autoptr(IkRubric) scale = make_range (1, 5);
  static const struct
  {
    double   one;
    double   other;
    gboolean is_apart;
    gboolean is_across;
  } cases[] = {
    { 2.9, 3.1, FALSE, FALSE },
    { 2.5, 3.5, FALSE, TRUE },
    { 2.6, 3.5, FALSE, FALSE },
    { 1.0 + 1.0 / 3, 3.0 + 1.0 / 3, TRUE, FALSE },
    { 3.1, 5, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) ratings = g_array_new (FALSE, FALSE, sizeof (IkPanelRating));
      IkPanelRating one = { "ada", scale, cases[i].one, cases[i].one - 1, 5 };
      IkPanelRating other = { "ben", scale, cases[i].other, cases[i].other - 1, 5 };
      IkPanelSpread spread;

      g_array_append_val (ratings, one);
      g_array_append_val (ratings, other);
      spread = ik_panel_spread_compute (ratings);

      g_test_message ("case %u", i);
      g_assert_cmpint (spread.is_apart, ==, cases[i].is_apart);
      g_assert_cmpint (spread.is_across, ==, cases[i].is_across);
    }
}

/* Scales from 1 to 5 and from 1 to 4: no distance, but each has a middle. */
static void
test_scales_apart (void)
{
  static const struct
  {
    int            of_five;
    int            of_four;
    IkPanelVerdict verdict;
  } cases[] = {
    { 4, 2, IK_PANEL_DISAGREE },
    { 2, 3, IK_PANEL_DISAGREE },
    { 4, 3, IK_PANEL_NOT_COMPARED },
    { 3, 1, IK_PANEL_NOT_COMPARED },
    { 5, 4, IK_PANEL_NOT_COMPARED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) interviews = new_list ();
      g_autoptr(IkPanelMatrix) matrix = NULL;
      const IkPanelRow *row;

      g_ptr_array_add (interviews, make_interview ("ada", make_range (1, 5)));
      g_ptr_array_add (interviews, make_interview ("ben", make_range (1, 4)));
      add_competency (interviews->pdata[0], "a", "Design", cases[i].of_five);
      add_competency (interviews->pdata[1], "a", "Design", cases[i].of_four);
      matrix = ik_panel_matrix_new (interviews);
      row = get_row (matrix, 0);

      g_test_message ("case %u", i);
      g_assert_cmpint (row->spread.verdict, ==, cases[i].verdict);
      g_assert_true (row->spread.is_mixed);
      g_assert_false (row->spread.is_apart);
      g_assert_cmpfloat_with_epsilon (row->spread.lowest, 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (row->spread.highest, 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (row->spread.distance, 0, 1e-9);
      g_assert_null (row->scale);
    }
}

/* Each reason why there is no number, apart from the others. */
static void
test_cells (void)
{
  static const struct
  {
    const char     *id;
    int             rating;       /* of the competency */
    gboolean        not_assessed; /* the competency */
    IkOutcome       outcome;      /* of its one question */
    int             item_rating;
    gboolean        item_not_assessed;
    IkPanelCellKind kind;
    double          value;
  } cases[] = {
    { "a", 4, FALSE, IK_OUTCOME_ANSWERED, 2, FALSE, IK_PANEL_CELL_RATED, 4 },
    { "b", NONE, FALSE, IK_OUTCOME_ANSWERED, 2, FALSE, IK_PANEL_CELL_MEAN, 2 },
    { "c", NONE, TRUE, IK_OUTCOME_ANSWERED, 2, FALSE, IK_PANEL_CELL_NOT_ASSESSED, 0 },
    { "d", NONE, FALSE, IK_OUTCOME_ANSWERED, NONE, TRUE, IK_PANEL_CELL_NOT_ASSESSED, 0 },
    { "e", NONE, FALSE, IK_OUTCOME_ANSWERED, NONE, FALSE, IK_PANEL_CELL_NOT_RATED, 0 },
    { "f", NONE, FALSE, IK_OUTCOME_NO_EVIDENCE, NONE, FALSE, IK_PANEL_CELL_NO_EVIDENCE, 0 },
    { "g", NONE, FALSE, IK_OUTCOME_NOT_ASKED, NONE, FALSE, IK_PANEL_CELL_NOT_ASKED, 0 },
  };
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  IkInterview *one = make_interview ("ada", make_range (1, 5));
  IkInterview *other = make_interview ("ben", make_range (1, 5));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add_competency (one, cases[i].id, cases[i].id, cases[i].rating)->not_assessed =
        cases[i].not_assessed;
      add_item (one, cases[i].id, cases[i].outcome, cases[i].item_rating)->not_assessed =
        cases[i].item_not_assessed;
    }
  add_competency (other, "h", "h", NONE);
  g_ptr_array_add (interviews, one);
  g_ptr_array_add (interviews, other);
  matrix = ik_panel_matrix_new (interviews);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const IkPanelCell *cell = ik_panel_row_get_cell (get_row (matrix, i), 0);

      g_assert_cmpint (cell->kind, ==, cases[i].kind);
      g_assert_cmpfloat_with_epsilon (cell->value, cases[i].value, 1e-9);
      g_assert_cmpint (get_kind (matrix, i, 1), ==, IK_PANEL_CELL_NOT_IN_SET);
    }

  g_assert_cmpint (get_kind (matrix, 7, 0), ==, IK_PANEL_CELL_NOT_IN_SET);
  g_assert_cmpint (get_kind (matrix, 7, 1), ==, IK_PANEL_CELL_NOT_RATED);
}

/* "3.0 from 2 of 4": (2 + 4) ∕ 2; what waits and what was not asked don't count. */
static void
test_mean_cell (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  IkInterview *interview = make_interview ("ada", make_range (1, 5));
  const IkPanelCell *cell;

  add_competency (interview, "a", "Design", NONE);
  add_item (interview, "a", IK_OUTCOME_ANSWERED, 2);
  add_item (interview, "a", IK_OUTCOME_PARTLY, 4);
  add_item (interview, "a", IK_OUTCOME_NOT_ASKED, NONE);
  add_item (interview, "a", IK_OUTCOME_ANSWERED, NONE);
  add_item (interview, "b", IK_OUTCOME_ANSWERED, 1);
  g_ptr_array_add (interviews, interview);
  matrix = ik_panel_matrix_new (interviews);
  cell = ik_panel_row_get_cell (get_row (matrix, 0), 0);

  g_assert_cmpint (cell->kind, ==, IK_PANEL_CELL_MEAN);
  g_assert_cmpfloat_with_epsilon (cell->value, 3.0, 1e-9);
  g_assert_cmpuint (cell->mean.n_rated, ==, 2);
  g_assert_cmpuint (cell->mean.n_of, ==, 4);
  g_assert_true (cell->scale == interview->rubrics->pdata[0]);
  /* (2 + 4 + 1) ∕ 3 over all */
  g_assert_cmpfloat_with_epsilon (ik_panel_matrix_get_column (matrix, 0)->mean.mean, 7.0 / 3, 1e-12);
}

/* Questions of one competency on two scales have no mean, so no number. */
static void
test_mixed_cell (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  IkInterview *interview = make_interview ("ada", make_range (1, 5));
  IkRubric *words = make_range (1, 4);

  g_ptr_array_add (interview->rubrics, words);
  add_competency (interview, "a", "Design", NONE);
  add_item (interview, "a", IK_OUTCOME_ANSWERED, 2);
  ik_text_set (&add_item (interview, "a", IK_OUTCOME_ANSWERED, 4)->rubric_id, words->id);
  g_ptr_array_add (interviews, interview);
  matrix = ik_panel_matrix_new (interviews);

  g_assert_cmpint (get_kind (matrix, 0, 0), ==, IK_PANEL_CELL_MIXED);
  g_assert_cmpint (get_row (matrix, 0)->spread.verdict, ==, IK_PANEL_NOBODY);
}

/* Of what is not handed in nothing is taken but who and about what. */
static void
test_not_handed_in (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  IkInterview *open = make_interview ("ben", make_range (1, 5));
  const IkPanelCell *cell;

  g_ptr_array_add (interviews, make_interview ("ada", make_range (1, 5)));
  add_competency (interviews->pdata[0], "a", "Design", 1);
  ((IkInterview *) interviews->pdata[0])->recommendation = IK_RECOMMENDATION_NO;

  open->state = IK_INTERVIEW_STATE_REVIEW;
  open->recommendation = IK_RECOMMENDATION_STRONG_YES;
  add_competency (open, "a", "Design", 5);
  add_item (open, "a", IK_OUTCOME_ANSWERED, 5);
  g_ptr_array_add (interviews, open);
  matrix = ik_panel_matrix_new (interviews);
  cell = ik_panel_row_get_cell (get_row (matrix, 0), 1);

  g_assert_false (ik_panel_matrix_get_column (matrix, 1)->is_handed_in);
  g_assert_cmpuint (ik_panel_matrix_get_column (matrix, 1)->mean.n_of, ==, 0);
  g_assert_cmpint (cell->kind, ==, IK_PANEL_CELL_NOT_HANDED_IN);
  g_assert_cmpfloat_with_epsilon (cell->value, 0, 1e-9);
  g_assert_cmpuint (cell->mean.n_of, ==, 0);
  g_assert_cmpint (get_row (matrix, 0)->spread.verdict, ==, IK_PANEL_ONE);
  g_assert_cmpuint (get_row (matrix, 0)->n_open, ==, 1);
  g_assert_cmpint (matrix->recommendations.verdict, ==, IK_PANEL_ONE);
}

static void
test_columns (void)
{
  static const IkInterviewState states[] = {
    IK_INTERVIEW_STATE_CANCELLED, IK_INTERVIEW_STATE_HANDED_IN, IK_INTERVIEW_STATE_NO_SHOW,
    IK_INTERVIEW_STATE_PLANNED,
  };
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      IkInterview *interview = make_interview ("ada", make_range (1, 5));

      interview->state = states[i];
      g_ptr_array_add (interviews, interview);
    }
  matrix = ik_panel_matrix_new (interviews);

  g_assert_cmpuint (matrix->columns->len, ==, 2);
  g_assert_true (ik_panel_matrix_get_column (matrix, 0)->interview == interviews->pdata[1]);
  g_assert_true (ik_panel_matrix_get_column (matrix, 1)->interview == interviews->pdata[3]);
  g_assert_cmpuint (matrix->rows->len, ==, 0);
}

/* Two interviews by one person are one opinion, and no quarrel. */
static void
test_one_person_twice (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  const IkPanelSpread *spread;

  g_ptr_array_add (interviews, make_interview ("ada", make_range (1, 5)));
  g_ptr_array_add (interviews, make_interview ("ada", make_range (1, 5)));
  add_competency (interviews->pdata[0], "a", "Design", 1);
  add_competency (interviews->pdata[1], "a", "Design", 5);
  matrix = ik_panel_matrix_new (interviews);
  spread = &get_row (matrix, 0)->spread;

  g_assert_cmpint (spread->verdict, ==, IK_PANEL_ONE);
  g_assert_cmpuint (spread->n_raters, ==, 1);
  g_assert_false (spread->is_apart || spread->is_across);
  g_assert_cmpfloat_with_epsilon (spread->lowest, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (spread->highest, 5, 1e-9);
}

/* The same id, or else the same name; the order is that of the sets. */
static void
test_rows (void)
{
  static const char *const names[] = { "Design", "Teamwork", "design (2)", "Writing" };
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  IkInterview *one = make_interview ("ada", make_range (1, 5));
  IkInterview *other = make_interview ("ben", make_range (1, 5));

  add_competency (one, "a", "Design", 3);
  add_competency (one, "b", "Teamwork", 4);
  /* Of another pack, in the same set */
  add_competency (one, "c", "design", 5);
  add_competency (other, "d", "Writing", 1);
  add_competency (other, "b", "Working together", 2);
  add_competency (other, "e", " DESIGN ", 3);
  g_ptr_array_add (interviews, one);
  g_ptr_array_add (interviews, other);
  matrix = ik_panel_matrix_new (interviews);

  g_assert_cmpuint (matrix->rows->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (get_row (matrix, i)->name, ==, names[i]);

  g_assert_cmpfloat_with_epsilon (ik_panel_row_get_cell (get_row (matrix, 0), 1)->value, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (ik_panel_row_get_cell (get_row (matrix, 1), 1)->value, 2, 1e-9);
  g_assert_cmpint (get_kind (matrix, 2, 1), ==, IK_PANEL_CELL_NOT_IN_SET);
  g_assert_cmpint (get_kind (matrix, 3, 0), ==, IK_PANEL_CELL_NOT_IN_SET);
}

static void
test_recommendations (void)
{
  static const struct
  {
    IkRecommendation one;
    IkRecommendation other;
    IkPanelVerdict   verdict;
    gboolean         is_apart;
    gboolean         is_across;
  } cases[] = {
    { IK_RECOMMENDATION_YES, IK_RECOMMENDATION_STRONG_YES, IK_PANEL_AGREE, FALSE, FALSE },
    { IK_RECOMMENDATION_NO, IK_RECOMMENDATION_YES, IK_PANEL_DISAGREE, FALSE, TRUE },
    { IK_RECOMMENDATION_NO, IK_RECOMMENDATION_STRONG_YES, IK_PANEL_DISAGREE, TRUE, TRUE },
    { IK_RECOMMENDATION_STRONG_NO, IK_RECOMMENDATION_NO, IK_PANEL_AGREE, FALSE, FALSE },
    { IK_RECOMMENDATION_NO, IK_RATING_NONE, IK_PANEL_ONE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) interviews = new_list ();
      g_autoptr(IkPanelMatrix) matrix = NULL;

      g_ptr_array_add (interviews, make_interview ("ada", make_range (1, 5)));
      g_ptr_array_add (interviews, make_interview ("ben", make_range (1, 4)));
      ((IkInterview *) interviews->pdata[0])->recommendation = cases[i].one;
      ((IkInterview *) interviews->pdata[1])->recommendation = cases[i].other;
      matrix = ik_panel_matrix_new (interviews);

      g_test_message ("case %u", i);
      g_assert_cmpint (matrix->recommendations.verdict, ==, cases[i].verdict);
      g_assert_cmpint (matrix->recommendations.is_apart, ==, cases[i].is_apart);
      g_assert_cmpint (matrix->recommendations.is_across, ==, cases[i].is_across);
    }
}

/* On a scale from 1 to 5: shares of 1∕4, 1, 0, 2∕4 and a gap. */
static void
test_debrief_order (void)
{
  static const int ratings[][2] = { { 3, 4 }, { 1, 5 }, { 4, 4 }, { 3, 5 }, { 2, NONE } };
  static const guint expected[] = { 1, 3, 0, 2, 4 };
  guint counts[IK_N_PANEL_VERDICTS];
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  g_autoptr(GArray) order = NULL;

  g_ptr_array_add (interviews, make_interview ("ada", make_range (1, 5)));
  g_ptr_array_add (interviews, make_interview ("ben", make_range (1, 5)));
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      g_autofree char *id = g_strdup_printf ("competency-%u", i);

      add_competency (interviews->pdata[0], id, id, ratings[i][0]);
      add_competency (interviews->pdata[1], id, id, ratings[i][1]);
    }
  matrix = ik_panel_matrix_new (interviews);
  order = ik_panel_matrix_order_debrief (matrix);

  g_assert_cmpuint (order->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < order->len; i++)
    g_assert_cmpuint (g_array_index (order, guint, i), ==, expected[i]);

  ik_panel_matrix_count_verdicts (matrix, counts);
  g_assert_cmpuint (counts[IK_PANEL_DISAGREE], ==, 2);
  g_assert_cmpuint (counts[IK_PANEL_AGREE], ==, 2);
  g_assert_cmpuint (counts[IK_PANEL_ONE], ==, 1);
  g_assert_cmpuint (counts[IK_PANEL_NOBODY], ==, 0);
}

/* A "no" beside a "yes" is all there can be: before a 3 beside a 5. */
static void
test_debrief_order_across_scales (void)
{
  g_autoptr(GPtrArray) interviews = new_list ();
  g_autoptr(IkPanelMatrix) matrix = NULL;
  g_autoptr(GArray) order = NULL;

  for (guint i = 0; i < 2; i++)
    {
      IkInterview *interview = make_interview (i == 0 ? "ada" : "ben", make_range (1, 5));
      IkRubric *words = make_range (0, 1);

      g_ptr_array_add (interview->rubrics, words);
      add_competency (interview, "a", "Design", i == 0 ? 3 : 5);
      add_competency (interview, "b", "Driving licence", NONE);
      ik_text_set (&add_item (interview, "b", IK_OUTCOME_ANSWERED, (int) i)->rubric_id, words->id);
      g_ptr_array_add (interviews, interview);
    }
  matrix = ik_panel_matrix_new (interviews);
  order = ik_panel_matrix_order_debrief (matrix);

  g_assert_cmpuint (g_array_index (order, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (order, guint, 1), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/panel-matrix/level", test_level);
  g_test_add_func ("/model/panel-matrix/verdicts", test_verdicts);
  g_test_add_func ("/model/panel-matrix/means-near-the-middle", test_means_near_the_middle);
  g_test_add_func ("/model/panel-matrix/scales-apart", test_scales_apart);
  g_test_add_func ("/model/panel-matrix/cells", test_cells);
  g_test_add_func ("/model/panel-matrix/mean-cell", test_mean_cell);
  g_test_add_func ("/model/panel-matrix/mixed-cell", test_mixed_cell);
  g_test_add_func ("/model/panel-matrix/not-handed-in", test_not_handed_in);
  g_test_add_func ("/model/panel-matrix/columns", test_columns);
  g_test_add_func ("/model/panel-matrix/one-person-twice", test_one_person_twice);
  g_test_add_func ("/model/panel-matrix/rows", test_rows);
  g_test_add_func ("/model/panel-matrix/recommendations", test_recommendations);
  g_test_add_func ("/model/panel-matrix/debrief-order", test_debrief_order);
  g_test_add_func ("/model/panel-matrix/debrief-order-across-scales",
                   test_debrief_order_across_scales);

  return g_test_run ();
}
