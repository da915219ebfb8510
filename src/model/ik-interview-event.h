#pragma once

#include "ik-clock.h"

G_BEGIN_DECLS

/**
 * IkInterviewEvent:
 * @at: when; its boot time is not known where it came from the review
 * @item_id: (nullable): the item it is about
 * @kind: what happened: "started", "shown", "paused", "resumed", "quiet",
 *   "skipped", "omitted", "added", "removed", "reworded", "outcome", "rated",
 *   "not_assessed", "ticked", "unticked", "broken_off", "restarted", "ended",
 *   "resumed_from_review", "recorded", "handed_in" or "reopened"; of one that
 *   was held on paper "entry_started", "entry_left" and "entry_ended" in place
 *   of what a clock says, and the others when they were entered
 * @value: what it became: the word of an outcome, a rating, the id of an
 *   indicator or the text of one's own, "true" or "false"; of a pause its
 *   reason, "interruption" or ""; the wording of a question that was added,
 *   removed with its own events, or asked in other words; of "restarted" how
 *   many milliseconds before were nobody's, as the program was away for too
 *   long; "" for none or where it was taken back, which of "skipped" is "false"
 *
 * One line of the log of an interview, which is only ever appended to.
 */
typedef struct
{
  IkInstant  at;
  char      *item_id;
  char      *kind;
  char      *value;
} IkInterviewEvent;

IkInterviewEvent *ik_interview_event_new  (gint64                  at_us,
                                           const char             *item_id,
                                           const char             *kind,
                                           const char             *value);
void              ik_interview_event_free (IkInterviewEvent       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInterviewEvent, ik_interview_event_free)

G_END_DECLS
