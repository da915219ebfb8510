#pragma once

#include "ik-insight-data.h"

G_BEGIN_DECLS

/**
 * IkFairTimeQuestion:
 * @question_id: of the bank
 * @prompt: its latest wording
 *
 * A column of the ledger.
 */
typedef struct
{
  const char *question_id;
  const char *prompt;
} IkFairTimeQuestion;

/**
 * IkFairTimeRow:
 * @interview: (unowned): the interview
 * @times_ms: (element-type gint64): for each question of the ledger, 0 where it
 *   was not asked
 * @total_ms: of all questions, those that were added on the way as well
 * @budget_ms: planned for all questions of the set, with extra time
 * @share: @total_ms brought to no extra time, by the median of all rows; 0 where
 *   that is 0
 * @is_short: whether that is half or less
 *
 * What one candidate got.
 */
typedef struct
{
  const IkInsightInterview *interview;
  GArray                   *times_ms;
  gint64                    total_ms;
  double                    budget_ms;
  double                    share;
  gboolean                  is_short;
} IkFairTimeRow;

/**
 * IkFairTime:
 * @questions: (element-type IkFairTimeQuestion): in the order of the latest
 *   interview
 * @rows: (element-type IkFairTimeRow): the latest first
 * @median_ms: of the totals, brought to no extra time
 *
 * Minutes per question per candidate for one set. Its texts and interviews are
 * those it was made from.
 */
typedef struct
{
  GArray    *questions;
  GPtrArray *rows;
  double     median_ms;
} IkFairTime;

IkFairTime *ik_fair_time_new  (GPtrArray  *interviews,
                               const char *set_key);
void        ik_fair_time_free (IkFairTime *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkFairTime, ik_fair_time_free)

G_END_DECLS
