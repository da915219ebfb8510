#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/**
 * IkInterviewChange:
 * @item_id: (nullable): the item it is about
 * @at_us: when, microseconds since 1970 UTC
 * @field: "outcome", "rating", "not_assessed", "evidence", "notes", "ticked",
 *   "seconds", "competency" and its name, "recommendation", "summary",
 *   "strengths", "concerns" or "shareable", the lines of both for the candidate
 * @old_value: what stood there, "" for nothing
 * @new_value: what stands there now, "" for nothing
 * @reason: why, the reason of the reopening
 *
 * One change of an interview that had been handed in.
 */
typedef struct
{
  char   *item_id;
  gint64  at_us;
  char   *field;
  char   *old_value;
  char   *new_value;
  char   *reason;
} IkInterviewChange;

void       ik_interview_change_free (IkInterviewChange *self);
GPtrArray *ik_interview_diff        (const IkInterview *before,
                                     const IkInterview *after,
                                     gint64             at_us,
                                     const char        *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInterviewChange, ik_interview_change_free)

G_END_DECLS
