#pragma once

#include "ik-page.h"
#include "ik-question-set.h"

G_BEGIN_DECLS

#define IK_TYPE_SET_BANK (ik_set_bank_get_type ())
G_DECLARE_FINAL_TYPE (IkSetBank, ik_set_bank, IK, SET_BANK, IkPage)

void ik_set_bank_show_set     (IkSetBank           *self,
                               const IkQuestionSet *set);
void ik_set_bank_set_alone    (IkSetBank           *self,
                               gboolean             is_alone);
void ik_set_bank_focus_search (IkSetBank           *self);
void ik_set_bank_show_kinds   (IkSetBank           *self,
                               guint                kinds);

G_END_DECLS
