#pragma once

#include "ik-score.h"

#include "ik-candidate.h"

G_BEGIN_DECLS

/* What the widgets call things, for people. */

const char *ik_words_for_outcome         (IkOutcome         outcome);
const char *ik_words_for_interview_state (IkInterviewState  state);
const char *ik_words_for_candidate_state (IkCandidateState  state);

char       *ik_words_format_asked_as     (const IkInterviewItem *item);
char       *ik_words_format_clock        (gint64            ms);
char       *ik_words_format_time         (gint64            at_us,
                                          gint64            now_us);
char       *ik_words_format_until        (gint64            at_us,
                                          gint64            now_us);
char       *ik_words_format_means        (GArray           *means);
char       *ik_words_format_fit          (guint             planned_minutes,
                                          guint             slot_minutes,
                                          guint             extra_percent);

G_END_DECLS
