#pragma once

#include "ik-live-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_ANSWER_BAR (ik_live_answer_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveAnswerBar, ik_live_answer_bar, IK, LIVE_ANSWER_BAR, AdwBin)

void ik_live_answer_bar_set_live       (IkLiveAnswerBar *self,
                                        IkLiveInterview *live);
void ik_live_answer_bar_set_narrow     (IkLiveAnswerBar *self,
                                        gboolean         narrow);
void ik_live_answer_bar_rate           (IkLiveAnswerBar *self,
                                        int              value);
void ik_live_answer_bar_focus_evidence (IkLiveAnswerBar *self);

G_END_DECLS
