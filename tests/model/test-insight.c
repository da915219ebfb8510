#include "ik-adherence.h"
#include "ik-fair-time.h"
#include "ik-question-insight.h"
#include "ik-rater-agreement.h"
#include "ik-rating-groups.h"

#define MINUTE_MS 60000

#define assert_near(value, expected) \
  g_assert_cmpfloat_with_epsilon ((value), (expected), 1e-12)

/* 1 to @n_levels. */
static IkInsightScale *
get_scale (IkInsightData *data,
           guint          n_levels)
{
  IkInsightScale scale = { .n_levels = n_levels, .name = "Scale" };

  for (guint i = 0; i < n_levels; i++)
    {
      scale.values[i] = (int) i + 1;
      scale.labels[i] = "";
    }

  return ik_insight_data_get_scale (data, &scale);
}

/* Names are ids; @start is RFC 3339 without zone, or NULL. */
static IkInsightInterview *
add_interview (IkInsightData *data,
               const char    *interviewer,
               const char    *candidate,
               const char    *start)
{
  g_autofree char *id = g_strdup_printf ("interview-%u", data->interviews->len);
  IkInsightInterview *interview = ik_insight_data_add (data, id);

  interview->candidate_id = interview->candidate_name = ik_insight_data_keep (data, candidate);
  interview->interviewer_id = interview->interviewer_name = ik_insight_data_keep (data,
                                                                                  interviewer);
  interview->set_key = interview->set_title = "Backend";
  if (start != NULL)
    {
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (start, utc);
      IkInsightStart held = { interview->interviewer_id };

      interview->started_at_us = g_date_time_to_unix (at) * G_USEC_PER_SEC;
      held.started_at_us = interview->started_at_us;
      g_array_append_val (data->starts, held);
    }

  return interview;
}

static IkInsightAnswer *
add_answer (IkInsightInterview *interview,
            const char         *question_id,
            IkInsightScale     *scale,
            int                 rating)
{
  IkInsightAnswer answer = {
    .question_id = question_id,
    .prompt = question_id,
    .is_planned = TRUE,
    .is_required = TRUE,
    .is_scored = TRUE,
    .is_asked = TRUE,
    .minutes = 5,
    .elapsed_ms = 4 * MINUTE_MS,
    .rating = rating,
    .knock_out = IK_RATING_NONE,
    .scale = scale,
  };

  g_array_append_val (interview->answers, answer);
  scale->n_ratings += rating != IK_RATING_NONE ? 1 : 0;

  return &g_array_index (interview->answers, IkInsightAnswer, interview->answers->len - 1);
}

static GPtrArray *
finish (IkInsightData *data)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (2 * 3600);
  IkInsightFilter all = { 0 };

  ik_insight_data_finish (data, zone);
  return ik_insight_data_filter (data, &all);
}

/* Data */

static void
test_day (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightInterview *late = add_interview (data, "Ada", "Tom", "2026-03-02T22:30:00");
  IkInsightInterview *noon = add_interview (data, "Ada", "Ann", "2026-03-02T10:15:00");
  IkInsightInterview *other = add_interview (data, "Bea", "Ann", "2026-03-02T09:00:00");
  IkInsightInterview *paper = add_interview (data, "Ada", "Eve", NULL);
  IkInsightStart early = { "Ada" };
  g_autoptr(GPtrArray) all = NULL;

  /* One that was broken off: it has no ratings, but it was work. */
  early.started_at_us = noon->started_at_us - (gint64) 3600 * G_USEC_PER_SEC;
  g_array_append_val (data->starts, early);
  all = finish (data);

  g_assert_cmpint (noon->hour, ==, 12);
  g_assert_cmpuint (noon->day_position, ==, 2);
  /* Half past midnight of the next day, two hours east. */
  g_assert_cmpint (late->hour, ==, 0);
  g_assert_cmpuint (late->day_position, ==, 1);
  g_assert_cmpint (other->hour, ==, 11);
  g_assert_cmpuint (other->day_position, ==, 1);
  g_assert_cmpint (paper->hour, ==, -1);
  g_assert_cmpuint (paper->day_position, ==, 0);
}

static void
test_scales (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale words = { .n_levels = 2, .values = { 0, 1 }, .labels = { "No", "Yes" } };
  IkInsightScale others = { .n_levels = 2, .values = { 0, 1 }, .labels = { "No", "Aye" } };
  IkInsightScale *two = ik_insight_data_get_scale (data, &words);
  IkInsightScale *five = get_scale (data, 5);
  IkInsightInterview *interview = add_interview (data, "Ada", "Tom", NULL);
  g_autoptr(GPtrArray) all = NULL;

  g_assert_true (ik_insight_data_get_scale (data, &others) == two);
  g_assert_cmpstr (two->labels[0], ==, "No");
  g_assert_cmpstr (two->labels[1], ==, "");

  add_answer (interview, "a", five, 3);
  all = finish (data);
  g_assert_cmpuint (data->scales->len, ==, 2);
  g_assert_true (data->scales->pdata[0] == five);

  g_assert_cmpuint (ik_insight_scale_get_place (five, 1), ==, 0);
  g_assert_cmpuint (ik_insight_scale_get_place (five, 5), ==, 4);
}

static void
test_filter (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightInterview *first = add_interview (data, "Ada", "Tom", "2026-03-02T10:00:00");
  IkInsightInterview *second = add_interview (data, "Bea", "Tom", "2026-03-03T10:00:00");
  IkInsightInterview *paper = add_interview (data, "Ada", "Eve", NULL);
  const IkInsightFilter filters[] = {
    { .interviewer_id = "Ada" },
    { .role = "Engineer" },
    { .set_key = "Backend", .from_us = second->started_at_us },
    { .to_us = second->started_at_us },
    { .role = "Cook" },
  };
  static const guint lengths[] = { 2, 1, 1, 1, 0 };

  first->role = "Engineer";
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(GPtrArray) list = ik_insight_data_filter (data, &filters[i]);

      g_assert_cmpuint (list->len, ==, lengths[i]);
      g_assert_true (i == 0 || !g_ptr_array_find (list, paper, NULL));
    }
}

/* Ratings */

static void
test_by_interviewer (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  IkInsightScale *four = get_scale (data, 4);
  IkInsightInterview *ada = add_interview (data, "Ada", "Tom", NULL);
  IkInsightInterview *bea = add_interview (data, "Bea", "Tom", NULL);
  g_autoptr(GArray) groups = NULL;
  g_autoptr(GPtrArray) all = NULL;
  const IkRatingGroup *group;

  add_answer (bea, "a", five, 5);
  add_answer (bea, "b", four, 1);
  add_answer (bea, "c", five, IK_RATING_NONE);
  add_answer (ada, "a", five, 1);
  add_answer (ada, "b", five, 2);
  add_answer (ada, "c", five, 2);
  all = finish (data);
  groups = ik_rating_groups_new (all, five, IK_RATINGS_BY_INTERVIEWER);

  g_assert_cmpuint (groups->len, ==, 3);
  group = &g_array_index (groups, IkRatingGroup, 0);
  g_assert_cmpstr (group->name, ==, "Ada");
  g_assert_cmpuint (group->n, ==, 3);
  g_assert_cmpuint (group->n_interviews, ==, 1);
  g_assert_cmpuint (group->counts[1], ==, 2);
  assert_near (group->mean, 5.0 / 3);
  assert_near (group->difference, 5.0 / 3 - 2.5);

  group = &g_array_index (groups, IkRatingGroup, 2);
  g_assert_null (group->name);
  g_assert_cmpuint (group->n, ==, 4);
  assert_near (group->mean, 2.5);
  assert_near (group->difference, 0);
}

/* Ada is strict and interviews in the morning, Bea is lenient and doesn't: the
 * means differ by hour, the differences from their own means don't. */
static void
test_drift_is_by_person (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GArray) hours = NULL;
  g_autoptr(GArray) positions = NULL;

  add_answer (add_interview (data, "Ada", "A", "2026-03-02T06:00:00"), "a", five, 2);
  add_answer (add_interview (data, "Ada", "B", "2026-03-02T06:50:00"), "a", five, 2);
  add_answer (add_interview (data, "Bea", "C", "2026-03-02T12:00:00"), "a", five, 5);
  add_answer (add_interview (data, "Bea", "D", "2026-03-02T12:30:00"), "a", five, 3);
  add_answer (add_interview (data, "Bea", "E", NULL), "a", five, 4);
  all = finish (data);
  hours = ik_rating_groups_new (all, five, IK_RATINGS_BY_HOUR);
  positions = ik_rating_groups_new (all, five, IK_RATINGS_BY_POSITION);

  g_assert_cmpuint (hours->len, ==, 2);
  g_assert_cmpuint (g_array_index (hours, IkRatingGroup, 0).place, ==, 8);
  assert_near (g_array_index (hours, IkRatingGroup, 0).mean, 2);
  assert_near (g_array_index (hours, IkRatingGroup, 0).difference, 0);
  g_assert_cmpuint (g_array_index (hours, IkRatingGroup, 1).place, ==, 14);
  assert_near (g_array_index (hours, IkRatingGroup, 1).mean, 4);
  assert_near (g_array_index (hours, IkRatingGroup, 1).difference, 0);

  g_assert_cmpuint (positions->len, ==, 2);
  g_assert_cmpuint (g_array_index (positions, IkRatingGroup, 1).place, ==, 2);
  g_assert_cmpuint (g_array_index (positions, IkRatingGroup, 1).n_interviews, ==, 2);
  assert_near (g_array_index (positions, IkRatingGroup, 1).difference, -0.5);
}

/* Questions */

static const IkQuestionRatings *
find_ratings (GArray     *list,
              const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      const IkQuestionRatings *ratings = &g_array_index (list, IkQuestionRatings, i);

      if (g_str_equal (ratings->question_id, id))
        return ratings;
    }

  g_assert_not_reached ();
}

static void
test_question_ratings (void)
{
  static const char *const candidates[] = { "A", "B", "C", "D", "E" };
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GArray) list = NULL;

  for (guint i = 0; i < 5; i++)
    {
      IkInsightInterview *interview = add_interview (data, "Ada", candidates[i], NULL);

      add_answer (interview, "easy", five, 3 + (int) (i % 3));
      add_answer (interview, "hard", five, 2);
      add_answer (interview, "asked-high", five, 3)->knock_out = 4;
      add_answer (interview, "good", five, 1 + (int) i);
      if (i < 4)
        add_answer (interview, "rare", five, 5);
      add_answer (interview, NULL, five, 5);
    }
  /* Two raters of one candidate are one candidate. */
  add_answer (add_interview (data, "Bea", "A", NULL), "rare", five, 5);

  all = finish (data);
  list = ik_question_ratings_new (all, five);
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_cmpint (find_ratings (list, "easy")->verdict, ==, IK_QUESTION_EVERYBODY_PASSES);
  g_assert_cmpint (find_ratings (list, "hard")->verdict, ==, IK_QUESTION_NOBODY_PASSES);
  g_assert_cmpint (find_ratings (list, "asked-high")->verdict, ==, IK_QUESTION_NOBODY_PASSES);
  g_assert_cmpint (find_ratings (list, "good")->verdict, ==, IK_QUESTION_TELLS);
  g_assert_cmpuint (find_ratings (list, "good")->n_passed, ==, 3);
  assert_near (find_ratings (list, "good")->mean, 3);
  g_assert_cmpint (find_ratings (list, "good")->lowest, ==, 1);
  g_assert_cmpint (find_ratings (list, "good")->highest, ==, 5);
  g_assert_cmpint (find_ratings (list, "rare")->verdict, ==, IK_QUESTION_TOO_FEW);
  g_assert_cmpuint (find_ratings (list, "rare")->n, ==, 5);
  g_assert_cmpuint (find_ratings (list, "rare")->n_candidates, ==, 4);
  /* What nothing is said of stands last. */
  g_assert_cmpstr (g_array_index (list, IkQuestionRatings, 4).question_id, ==, "rare");
}

/* On a scale of four the third is the first to pass, of two the second. */
static void
test_middle_of_scales (void)
{
  static const guint n_levels[] = { 2, 3, 4, 5, 6, 7 };
  static const int lowest_pass[] = { 2, 2, 3, 3, 4, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (n_levels); i++)
    {
      g_autoptr(IkInsightData) data = ik_insight_data_new ();
      IkInsightScale *scale = get_scale (data, n_levels[i]);
      g_autoptr(GPtrArray) all = NULL;
      g_autoptr(GArray) list = NULL;

      for (int value = 1; value <= (int) n_levels[i]; value++)
        add_answer (add_interview (data, "Ada", "A", NULL), "a", scale, value);
      all = finish (data);
      list = ik_question_ratings_new (all, scale);
      g_assert_cmpuint (g_array_index (list, IkQuestionRatings, 0).n_passed, ==,
                        n_levels[i] - (guint) lowest_pass[i] + 1);
    }
}

static void
test_question_times (void)
{
  static const char *const candidates[] = { "A", "B", "C", "D", "E" };
  static const gint64 minutes[] = { 6, 9, 7, 8, 6 };
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GArray) list = NULL;
  const IkQuestionTimes *times;

  for (guint i = 0; i < 5; i++)
    {
      IkInsightInterview *interview = add_interview (data, "Ada", candidates[i], NULL);

      add_answer (interview, "in-time", five, 3);
      add_answer (interview, "long", five, 3)->elapsed_ms = minutes[i] * MINUTE_MS;
      add_answer (interview, "from-paper", five, 3)->elapsed_ms = 0;
      /* Nine minutes with half as much again are six. */
      interview->extra_time_percent = i == 1 ? 50 : 0;
    }

  all = finish (data);
  list = ik_question_times_new (all);
  g_assert_cmpuint (list->len, ==, 2);
  times = &g_array_index (list, IkQuestionTimes, 0);
  g_assert_cmpstr (times->question_id, ==, "long");
  g_assert_cmpint (times->verdict, ==, IK_QUESTION_ALWAYS_OVER);
  g_assert_cmpuint (times->n_over, ==, 5);
  assert_near (times->planned_ms, 5 * MINUTE_MS);
  assert_near (times->least_ms, 6 * MINUTE_MS);
  assert_near (times->median_ms, 6 * MINUTE_MS);
  assert_near (times->most_ms, 8 * MINUTE_MS);
  g_assert_cmpstr (times->most->candidate_id, ==, "D");

  times = &g_array_index (list, IkQuestionTimes, 1);
  g_assert_cmpint (times->verdict, ==, IK_QUESTION_TELLS);
  g_assert_cmpuint (times->n_over, ==, 0);
}

static void
test_median (void)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  static const double given[] = { 9, 1, 4, 2 };

  assert_near (ik_insight_get_median (numbers), 0);
  g_array_append_vals (numbers, given, 3);
  assert_near (ik_insight_get_median (numbers), 4);
  g_array_append_vals (numbers, given + 3, 1);
  assert_near (ik_insight_get_median (numbers), 3);
}

/* Adherence */

static void
test_adherence (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  IkInsightInterview *ada = add_interview (data, "Ada", "A", NULL);
  IkInsightInterview *bea = add_interview (data, "Bea", "A", NULL);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GArray) sets = NULL;
  g_autoptr(GArray) people = NULL;
  const IkAdherence *set;
  IkInsightAnswer *answer;

  add_answer (ada, "a", five, 3);
  add_answer (ada, "b", five, IK_RATING_NONE)->is_reworded = TRUE;
  add_answer (ada, NULL, five, 4)->is_planned = FALSE;
  answer = add_answer (bea, "a", five, IK_RATING_NONE);
  answer->is_asked = FALSE;
  answer = add_answer (bea, "b", five, IK_RATING_NONE);
  answer->is_required = FALSE;
  answer->is_scored = FALSE;

  all = finish (data);
  sets = ik_adherence_new (all, FALSE);
  people = ik_adherence_new (all, TRUE);

  g_assert_cmpuint (sets->len, ==, 1);
  set = &g_array_index (sets, IkAdherence, 0);
  g_assert_cmpstr (set->name, ==, "Backend");
  g_assert_cmpuint (set->n_interviews, ==, 2);
  g_assert_cmpuint (set->n_planned, ==, 4);
  g_assert_cmpuint (set->n_asked, ==, 3);
  g_assert_cmpuint (set->n_required, ==, 3);
  g_assert_cmpuint (set->n_required_asked, ==, 2);
  g_assert_cmpuint (set->n_scored, ==, 2);
  g_assert_cmpuint (set->n_rated, ==, 1);
  g_assert_cmpuint (set->n_reworded, ==, 1);
  g_assert_cmpuint (set->n_added, ==, 1);

  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (g_array_index (people, IkAdherence, 1).name, ==, "Bea");
  g_assert_cmpuint (g_array_index (people, IkAdherence, 1).n_asked, ==, 1);
}

/* Agreement */

static const char *const questions[] = { "a", "b", "c", "d", "e", "f" };

/* Interviews of @candidate with the ratings of the six questions, 0 for none. */
static void
add_rater (IkInsightData  *data,
           IkInsightScale *scale,
           const char     *rater,
           const char     *candidate,
           const int      *ratings)
{
  IkInsightInterview *interview = add_interview (data, rater, candidate, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      if (ratings[i] != 0)
        add_answer (interview, questions[i], scale, ratings[i]);
    }
}

static const int by_ada[] = { 1, 2, 3, 4, 5, 3 };
static const int by_bea[] = { 1, 2, 3, 5, 5, 4 };
static const int by_cem[] = { 2, 2, 4, 4, 5, 3 };

static void
test_two_raters (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) results = NULL;
  const IkRaterAgreement *linear;

  add_rater (data, five, "Bea", "Tom", by_bea);
  add_rater (data, five, "Ada", "Tom", by_ada);
  /* Another candidate, and an earlier word on the same: neither is compared. */
  add_rater (data, five, "Cem", "Eve", by_cem);
  add_rater (data, five, "Ada", "Tom", by_cem);
  all = finish (data);

  results = ik_rater_agreement_new (all, five, IK_RATED_ANSWERS, NULL);
  g_assert_cmpuint (results->len, ==, 2);
  linear = results->pdata[0];
  g_assert_cmpint (linear->measure, ==, IK_MEASURE_KAPPA_LINEAR);
  g_assert_cmpuint (linear->names->len, ==, 2);
  g_assert_cmpstr (linear->names->pdata[0], ==, "Ada");
  g_assert_cmpstr (linear->names->pdata[1], ==, "Bea");
  g_assert_cmpuint (linear->agreement.n, ==, 6);
  g_assert_cmpuint (linear->n_same, ==, 4);
  g_assert_cmpuint (linear->n_near, ==, 6);
  g_assert_cmpint (linear->agreement.state, ==, IK_AGREEMENT_TOLD);
  g_assert_cmpint (((IkRaterAgreement *) results->pdata[1])->measure, ==,
                   IK_MEASURE_KAPPA_QUADRATIC);
}

static void
test_more_raters (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  static const int table[] = { 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 4, 5, 5, 5, 3, 4, 3 };
  IkAgreement expected = ik_intraclass_compute_two_way (table, 6, 3);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) results = NULL;
  g_autoptr(GPtrArray) of_cem = NULL;
  const IkRaterAgreement *result;

  add_rater (data, five, "Ada", "Tom", by_ada);
  add_rater (data, five, "Bea", "Tom", by_bea);
  add_rater (data, five, "Cem", "Tom", by_cem);
  all = finish (data);
  results = ik_rater_agreement_new (all, five, IK_RATED_ANSWERS, NULL);

  /* All, the panel, three pairs with two measures each. */
  g_assert_cmpuint (results->len, ==, 8);
  result = results->pdata[0];
  g_assert_cmpint (result->measure, ==, IK_MEASURE_ICC_ONE_WAY);
  g_assert_cmpuint (result->names->len, ==, 0);
  g_assert_cmpuint (result->agreement.n, ==, 6);
  g_assert_cmpuint (result->n_pairs, ==, 18);

  result = results->pdata[1];
  g_assert_cmpint (result->measure, ==, IK_MEASURE_ICC_TWO_WAY);
  g_assert_cmpuint (result->names->len, ==, 3);
  assert_near (result->agreement.value, expected.value);
  assert_near (result->agreement.low, expected.low);
  assert_near (result->agreement.high, expected.high);

  of_cem = ik_rater_agreement_new (all, five, IK_RATED_ANSWERS, "Cem");
  g_assert_cmpuint (of_cem->len, ==, 5);
}

static void
test_rounds_are_apart (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  IkInsightInterview *first = add_interview (data, "Ada", "Tom", NULL);
  IkInsightInterview *second = add_interview (data, "Bea", "Tom", NULL);
  IkInsightCompetency judged = { "Judgement", 3, five };
  IkInsightCompetency same = { "judgement", 4, five }; /* as in the matrix of a panel */
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) answers = NULL;
  g_autoptr(GPtrArray) competencies = NULL;

  add_answer (first, "a", five, 3);
  add_answer (second, "a", five, 3);
  second->round = "second round";
  all = finish (data);
  answers = ik_rater_agreement_new (all, five, IK_RATED_ANSWERS, NULL);
  g_assert_cmpuint (answers->len, ==, 0);

  second->round = "";
  g_array_append_val (first->competencies, judged);
  g_array_append_val (second->competencies, same);
  competencies = ik_rater_agreement_new (all, five, IK_RATED_COMPETENCIES, NULL);
  g_assert_cmpuint (competencies->len, ==, 2);
  g_assert_cmpint (((IkRaterAgreement *) competencies->pdata[0])->agreement.state, ==,
                   IK_AGREEMENT_TOO_FEW);
  g_assert_cmpuint (((IkRaterAgreement *) competencies->pdata[0])->n_near, ==, 1);
}

/* Fair time */

static void
test_fair_time (void)
{
  static const gint64 minutes[] = { 20, 21, 19, 10, 30 };
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(IkFairTime) ledger = NULL;
  const IkFairTimeRow *row;

  for (guint i = 0; i < 5; i++)
    {
      IkInsightInterview *interview = add_interview (data, "Ada", "Tom", NULL);

      add_answer (interview, i == 1 ? "b" : "a", five, 3)->elapsed_ms = minutes[i] * MINUTE_MS;
      interview->extra_time_percent = i == 4 ? 50 : 0;
    }
  add_answer (add_interview (data, "Ada", "Tom", NULL), "a", five, 3)->elapsed_ms = 0;
  add_interview (data, "Ada", "Tom", NULL)->set_key = "Another";

  all = finish (data);
  ledger = ik_fair_time_new (all, "Backend");
  g_assert_cmpuint (ledger->questions->len, ==, 2);
  g_assert_cmpuint (ledger->rows->len, ==, 6);
  assert_near (ledger->median_ms, 20 * MINUTE_MS);

  row = ledger->rows->pdata[1];
  g_assert_cmpuint (row->times_ms->len, ==, 2);
  g_assert_cmpint (g_array_index (row->times_ms, gint64, 0), ==, 0);
  g_assert_cmpint (g_array_index (row->times_ms, gint64, 1), ==, 21 * MINUTE_MS);
  g_assert_false (row->is_short);

  row = ledger->rows->pdata[3];
  g_assert_true (row->is_short);
  assert_near (row->share, 0.5);
  row = ledger->rows->pdata[4];
  assert_near (row->share, 1);
  assert_near (row->budget_ms, 7.5 * MINUTE_MS);
  /* Paper has no clock, which is not the same as no time. */
  row = ledger->rows->pdata[5];
  g_assert_false (row->is_short);
}

static void
test_empty (void)
{
  g_autoptr(IkInsightData) data = ik_insight_data_new ();
  IkInsightScale *five = get_scale (data, 5);
  g_autoptr(GPtrArray) all = finish (data);
  g_autoptr(GArray) groups = ik_rating_groups_new (all, five, IK_RATINGS_BY_INTERVIEWER);
  g_autoptr(GArray) hours = ik_rating_groups_new (all, five, IK_RATINGS_BY_HOUR);
  g_autoptr(GArray) ratings = ik_question_ratings_new (all, five);
  g_autoptr(GArray) times = ik_question_times_new (all);
  g_autoptr(GArray) adherence = ik_adherence_new (all, TRUE);
  g_autoptr(GPtrArray) agreement = ik_rater_agreement_new (all, five, IK_RATED_ANSWERS, NULL);
  g_autoptr(IkFairTime) ledger = ik_fair_time_new (all, "Backend");

  g_assert_cmpuint (groups->len + hours->len + ratings->len + times->len + adherence->len +
                    agreement->len + ledger->rows->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/insight/day", test_day);
  g_test_add_func ("/model/insight/scales", test_scales);
  g_test_add_func ("/model/insight/filter", test_filter);
  g_test_add_func ("/model/insight/by-interviewer", test_by_interviewer);
  g_test_add_func ("/model/insight/drift-is-by-person", test_drift_is_by_person);
  g_test_add_func ("/model/insight/question-ratings", test_question_ratings);
  g_test_add_func ("/model/insight/middle-of-scales", test_middle_of_scales);
  g_test_add_func ("/model/insight/question-times", test_question_times);
  g_test_add_func ("/model/insight/median", test_median);
  g_test_add_func ("/model/insight/adherence", test_adherence);
  g_test_add_func ("/model/insight/two-raters", test_two_raters);
  g_test_add_func ("/model/insight/more-raters", test_more_raters);
  g_test_add_func ("/model/insight/rounds-are-apart", test_rounds_are_apart);
  g_test_add_func ("/model/insight/fair-time", test_fair_time);
  g_test_add_func ("/model/insight/empty", test_empty);

  return g_test_run ();
}
