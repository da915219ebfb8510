#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkEarlierInterview:
 * @id: UUID
 * @set_title: title of the set it was held with
 * @round: such as "first round", "" where not said
 * @interviewer_name: who asked
 * @started_at_us: when, microseconds since 1970 UTC, 0 where not known
 * @asked: (element-type utf8): prompts of the questions that were asked, in
 *   order
 *
 * An interview that a candidate had before, as who holds the next one may know
 * it: no rating, no recommendation and no note that could bias.
 */
typedef struct
{
  char      *id;
  char      *set_title;
  char      *round;
  char      *interviewer_name;
  gint64     started_at_us;
  GPtrArray *asked;
} IkEarlierInterview;

IkEarlierInterview *ik_earlier_interview_new  (void);
void                ik_earlier_interview_free (IkEarlierInterview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkEarlierInterview, ik_earlier_interview_free)

G_END_DECLS
