#pragma once

#include "ik-live-interview.h"
#include "ik-live-wording-bar.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_QUESTION_VIEW (ik_live_question_view_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveQuestionView, ik_live_question_view, IK, LIVE_QUESTION_VIEW, AdwBin)

void ik_live_question_view_set_live     (IkLiveQuestionView *self,
                                         IkLiveInterview    *live);
void ik_live_question_view_update_clock (IkLiveQuestionView *self);
void ik_live_question_view_set_narrow   (IkLiveQuestionView *self,
                                         gboolean            narrow);
void ik_live_question_view_scroll       (IkLiveQuestionView *self,
                                         int                 n_pages);
void ik_live_question_view_focus_filter (IkLiveQuestionView *self);
void ik_live_question_view_focus_minutes (IkLiveQuestionView *self);
void ik_live_question_view_open_wording (IkLiveQuestionView *self,
                                         IkLiveWording       wording);

void ik_live_question_view_toggle_opening   (IkLiveQuestionView *self);
void ik_live_question_view_set_hidden       (IkLiveQuestionView *self,
                                             gboolean            hidden);
void ik_live_question_view_reveal_indicator (IkLiveQuestionView *self,
                                             guint               index);

G_END_DECLS
