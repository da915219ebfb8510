#pragma once

#include "ik-insight-data.h"

G_BEGIN_DECLS

/**
 * IkQuestionVerdict:
 * @IK_QUESTION_TOO_FEW: fewer candidates than %IK_INSIGHT_MIN_N
 * @IK_QUESTION_TELLS: nothing stands out
 * @IK_QUESTION_EVERYBODY_PASSES: all ratings reach the level to pass
 * @IK_QUESTION_NOBODY_PASSES: none does
 * @IK_QUESTION_ALWAYS_OVER: it took longer than planned each time
 *
 * What stands out about a question.
 */
typedef enum
{
  IK_QUESTION_TOO_FEW,
  IK_QUESTION_TELLS,
  IK_QUESTION_EVERYBODY_PASSES,
  IK_QUESTION_NOBODY_PASSES,
  IK_QUESTION_ALWAYS_OVER,
} IkQuestionVerdict;

/**
 * IkQuestionRatings:
 * @question_id: of the bank
 * @prompt: its latest wording
 * @n_candidates: who were rated
 * @n: ratings
 * @n_passed: those that reach the level to pass
 * @lowest: rating
 * @highest: rating
 * @mean: of the ratings, each counted once
 * @verdict: what stands out
 *
 * How candidates did in one question, on one scale.
 */
typedef struct
{
  const char        *question_id;
  const char        *prompt;
  guint              n_candidates;
  guint              n;
  guint              n_passed;
  int                lowest;
  int                highest;
  double             mean;
  IkQuestionVerdict  verdict;
} IkQuestionRatings;

/**
 * IkQuestionTimes:
 * @question_id: of the bank
 * @prompt: its latest wording
 * @n_candidates: who were asked
 * @n: times asked with a planned time and a measured one
 * @n_over: those that took longer than planned with extra time
 * @planned_ms: planned last, without extra time
 * @least_ms: shortest, brought to no extra time
 * @median_ms: in the middle
 * @most_ms: longest
 * @least: (unowned): the interview with the shortest
 * @most: (unowned): the one with the longest
 * @verdict: what stands out
 *
 * How long one question took.
 */
typedef struct
{
  const char               *question_id;
  const char               *prompt;
  guint                     n_candidates;
  guint                     n;
  guint                     n_over;
  double                    planned_ms;
  double                    least_ms;
  double                    median_ms;
  double                    most_ms;
  const IkInsightInterview *least;
  const IkInsightInterview *most;
  IkQuestionVerdict         verdict;
} IkQuestionTimes;

GArray *ik_question_ratings_new (GPtrArray            *interviews,
                                 const IkInsightScale *scale);
GArray *ik_question_times_new   (GPtrArray            *interviews);

double  ik_insight_get_median   (GArray               *numbers);

G_END_DECLS
