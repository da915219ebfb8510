#include "ik-question-insight.h"

#include "ik-agreement.h"

/* One question while it is added up. */
typedef struct
{
  const char *prompt;     /* (unowned) */
  GHashTable *candidates; /* (owned) (element-type utf8) */
  GArray     *uses;       /* (owned) (element-type Use) */
} Question;

typedef struct
{
  const IkInsightInterview *interview; /* (unowned) */
  const IkInsightAnswer    *answer;    /* (unowned) */
} Use;

typedef gboolean (*UseFilter) (const IkInsightAnswer *answer,
                               const IkInsightScale  *scale);

static void
question_free (Question *self)
{
  g_hash_table_unref (self->candidates);
  g_array_unref (self->uses);
  g_free (self);
}

static Question *
find_question (GHashTable            *questions,
               GPtrArray             *order,
               const IkInsightAnswer *answer)
{
  Question *question = g_hash_table_lookup (questions, answer->question_id);

  if (question != NULL)
    return question;

  /* The latest interview comes first, and so does the latest wording. */
  question = g_new0 (Question, 1);
  question->prompt = answer->prompt;
  question->candidates = g_hash_table_new (g_str_hash, g_str_equal);
  question->uses = g_array_new (FALSE, FALSE, sizeof (Use));
  g_hash_table_insert (questions, (gpointer) answer->question_id, question);
  g_ptr_array_add (order, (gpointer) answer->question_id);

  return question;
}

/* Collects what was asked, by question; ids in @order as they are met. */
static GHashTable *
collect (GPtrArray            *interviews,
         UseFilter             filter,
         const IkInsightScale *scale,
         GPtrArray            *order)
{
  GHashTable *questions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                 (GDestroyNotify) question_free);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInsightInterview *interview = interviews->pdata[i];

      for (guint k = 0; k < interview->answers->len; k++)
        {
          Use use = { interview, &g_array_index (interview->answers, IkInsightAnswer, k) };
          Question *question;

          if (use.answer->question_id == NULL || !filter (use.answer, scale))
            continue;

          question = find_question (questions, order, use.answer);
          g_hash_table_add (question->candidates, (gpointer) interview->candidate_id);
          g_array_append_val (question->uses, use);
        }
    }

  return questions;
}

/* Ratings */

/* The level asked for, else the middle one of the scale or the one above the
 * middle. */
static gboolean
passes (const IkInsightAnswer *answer)
{
  const IkInsightScale *scale = answer->scale;

  if (answer->knock_out != IK_RATING_NONE)
    return answer->rating >= answer->knock_out;

  return 2 * ik_insight_scale_get_place (scale, answer->rating) >= scale->n_levels - 1;
}

static IkQuestionVerdict
judge_ratings (const IkQuestionRatings *ratings)
{
  if (ratings->n_candidates < IK_INSIGHT_MIN_N)
    return IK_QUESTION_TOO_FEW;
  if (ratings->n_passed == ratings->n)
    return IK_QUESTION_EVERYBODY_PASSES;

  return ratings->n_passed == 0 ? IK_QUESTION_NOBODY_PASSES : IK_QUESTION_TELLS;
}

static IkQuestionRatings
add_up_ratings (const char     *id,
                const Question *question)
{
  IkQuestionRatings ratings = {
    .question_id = id,
    .prompt = question->prompt,
    .n_candidates = g_hash_table_size (question->candidates),
    .n = question->uses->len,
    .lowest = G_MAXINT,
    .highest = G_MININT,
  };
  gint64 sum = 0;

  for (guint i = 0; i < question->uses->len; i++)
    {
      const IkInsightAnswer *answer = g_array_index (question->uses, Use, i).answer;

      sum += answer->rating;
      ratings.n_passed += passes (answer) ? 1 : 0;
      ratings.lowest = MIN (ratings.lowest, answer->rating);
      ratings.highest = MAX (ratings.highest, answer->rating);
    }

  ratings.mean = (double) sum / ratings.n;
  ratings.verdict = judge_ratings (&ratings);

  return ratings;
}

/* What stands out first, then what nothing is said of last. */
static int
compare_verdicts (IkQuestionVerdict one,
                  IkQuestionVerdict other)
{
  static const int ranks[] = {
    [IK_QUESTION_EVERYBODY_PASSES] = 0,
    [IK_QUESTION_NOBODY_PASSES] = 0,
    [IK_QUESTION_ALWAYS_OVER] = 0,
    [IK_QUESTION_TELLS] = 1,
    [IK_QUESTION_TOO_FEW] = 2,
  };

  return ranks[one] - ranks[other];
}

static int
compare_ratings (gconstpointer one,
                 gconstpointer other)
{
  const IkQuestionRatings *first = one;
  const IkQuestionRatings *second = other;
  int order = compare_verdicts (first->verdict, second->verdict);

  if (order == 0 && first->mean < second->mean)
    order = -1;
  else if (order == 0 && first->mean > second->mean)
    order = 1;

  return order != 0 ? order : g_strcmp0 (first->question_id, second->question_id);
}

/**
 * ik_question_ratings_new:
 * @interviews: (element-type IkInsightInterview): interviews, the latest first
 * @scale: a scale
 *
 * How candidates did in each question. A rating passes where it reaches the
 * level that the set asks for; without one, the middle level of the scale or, on
 * a scale without a middle, the upper half. That is a choice of ours: it is the
 * line that makes two raters disagree in a panel. A question that everybody
 * passes, or nobody, tells nobody apart (difficulty of an item, p = passed ∕ n:
 * Crocker and Algina 1986, Introduction to Classical and Modern Test Theory,
 * ch. 14).
 *
 * Returns: (transfer full) (element-type IkQuestionRatings): questions of the
 *   bank with ratings on @scale: those that stand out first, then by mean
 */
GArray *
ik_question_ratings_new (GPtrArray            *interviews,
                         const IkInsightScale *scale)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  g_autoptr(GHashTable) questions = collect (interviews, ik_insight_answer_is_rated, scale, order);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (IkQuestionRatings));

  for (guint i = 0; i < order->len; i++)
    {
      const char *id = order->pdata[i];
      IkQuestionRatings ratings = add_up_ratings (id, g_hash_table_lookup (questions, id));

      g_array_append_val (list, ratings);
    }

  g_array_sort (list, compare_ratings);
  return list;
}

/* Times */

static int
compare_numbers (gconstpointer one,
                 gconstpointer other)
{
  double first = *(const double *) one;
  double second = *(const double *) other;

  return first < second ? -1 : first > second;
}

/**
 * ik_insight_get_median:
 * @numbers: (element-type gdouble): numbers, which are sorted
 *
 * Returns: the one in the middle, the mean of both where there are two; 0 of none
 */
double
ik_insight_get_median (GArray *numbers)
{
  guint middle = numbers->len / 2;

  if (numbers->len == 0)
    return 0;

  g_array_sort (numbers, compare_numbers);
  if (numbers->len % 2 == 1)
    return g_array_index (numbers, double, middle);

  return (g_array_index (numbers, double, middle - 1) + g_array_index (numbers, double, middle)) / 2;
}

static gboolean
has_time (const IkInsightAnswer *answer,
          const IkInsightScale  *scale)
{
  return answer->is_planned && answer->is_asked && answer->minutes > 0 && answer->elapsed_ms > 0;
}

static void
add_use (IkQuestionTimes *times,
         GArray          *numbers,
         const Use       *use)
{
  double elapsed_ms = (double) use->answer->elapsed_ms;
  double plain_ms = elapsed_ms * 100 / (100 + use->interview->extra_time_percent);

  times->n_over += elapsed_ms > ik_insight_get_budget_ms (use->interview, use->answer) ? 1 : 0;
  g_array_append_val (numbers, plain_ms);

  if (times->least == NULL || plain_ms < times->least_ms)
    {
      times->least = use->interview;
      times->least_ms = plain_ms;
    }
  if (times->most == NULL || plain_ms > times->most_ms)
    {
      times->most = use->interview;
      times->most_ms = plain_ms;
    }
}

static IkQuestionTimes
add_up_times (const char     *id,
              const Question *question)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  IkQuestionTimes times = {
    .question_id = id,
    .prompt = question->prompt,
    .n_candidates = g_hash_table_size (question->candidates),
    .n = question->uses->len,
    .planned_ms = g_array_index (question->uses, Use, 0).answer->minutes * 60000.0,
  };

  for (guint i = 0; i < question->uses->len; i++)
    add_use (&times, numbers, &g_array_index (question->uses, Use, i));

  times.median_ms = ik_insight_get_median (numbers);
  times.verdict = times.n_candidates < IK_INSIGHT_MIN_N ? IK_QUESTION_TOO_FEW
                  : times.n_over == times.n ? IK_QUESTION_ALWAYS_OVER : IK_QUESTION_TELLS;

  return times;
}

static int
compare_times (gconstpointer one,
               gconstpointer other)
{
  const IkQuestionTimes *first = one;
  const IkQuestionTimes *second = other;
  int order = compare_verdicts (first->verdict, second->verdict);
  /* Shares by crossing over: whole numbers. */
  guint64 first_share = (guint64) first->n_over * second->n;
  guint64 second_share = (guint64) second->n_over * first->n;

  if (order == 0)
    order = first_share > second_share ? -1 : first_share < second_share;

  return order != 0 ? order : g_strcmp0 (first->question_id, second->question_id);
}

/**
 * ik_question_times_new:
 * @interviews: (element-type IkInsightInterview): interviews, the latest first
 *
 * How long each question took, and how often longer than planned. A budget is
 * scaled by the candidate's extra time; times that are compared with each other
 * are brought back to none, t · 100 ∕ (100 + extra percent).
 *
 * Returns: (transfer full) (element-type IkQuestionTimes): questions of the bank
 *   with a planned and a measured time: those that stand out first, then by the
 *   share that ran over
 */
GArray *
ik_question_times_new (GPtrArray *interviews)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  g_autoptr(GHashTable) questions = collect (interviews, has_time, NULL, order);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (IkQuestionTimes));

  for (guint i = 0; i < order->len; i++)
    {
      const char *id = order->pdata[i];
      IkQuestionTimes times = add_up_times (id, g_hash_table_lookup (questions, id));

      g_array_append_val (list, times);
    }

  g_array_sort (list, compare_times);
  return list;
}
