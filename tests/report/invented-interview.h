#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/* 3 March 2026, 09:00 UTC */
#define INVENTED_START_US (G_GINT64_CONSTANT (1772528400) * G_USEC_PER_SEC)

IkInterview     *invented_interview_new      (guint            n_questions);
IkInterviewItem *invented_interview_get_item (IkInterview     *interview,
                                              guint            index);
void             invented_interview_add_note (IkInterviewItem *item,
                                              guint            minute,
                                              const char      *text);

G_END_DECLS
