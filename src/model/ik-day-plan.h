#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/**
 * IkDaySlot:
 * @interview: (unowned): who asks, where and from which set
 * @from_us: when it shall start, microseconds since 1970 UTC
 * @to_us: when it shall end, extra time included; @from_us where its length is
 *   not said
 * @n_questions: questions it asks
 * @budget_ms: their planned time, extra time included
 * @n_per_competency: (element-type guint): of these, how many measure each
 *   competency of the plan
 * @is_overlapping: whether another slot begins before it ends, or ends after it
 *   begins
 *
 * One interview of a panel day.
 */
typedef struct
{
  const IkInterview *interview;
  gint64             from_us;
  gint64             to_us;
  guint              n_questions;
  gint64             budget_ms;
  GArray            *n_per_competency;
  gboolean           is_overlapping;
} IkDaySlot;

/**
 * IkDayPlan:
 * @slots: (element-type IkDaySlot): from the earliest one
 * @competencies: (element-type utf8): what the day measures, each once, in the
 *   order in which the slots bring them
 *
 * What one candidate meets on one day. It points into the interviews it was made
 * from.
 */
typedef struct
{
  GPtrArray *slots;
  GPtrArray *competencies;
} IkDayPlan;

IkDayPlan *ik_day_plan_new   (GPtrArray        *interviews);
void       ik_day_plan_free  (IkDayPlan        *self);
gboolean   ik_day_plan_takes (IkInterviewState  state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDayPlan, ik_day_plan_free)

G_END_DECLS
