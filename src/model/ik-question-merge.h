#pragma once

#include "ik-question.h"

G_BEGIN_DECLS

void ik_question_fill_gaps (IkQuestion *self,
                            IkQuestion *known);
void ik_question_unite     (IkQuestion       *self,
                            const IkQuestion *other,
                            gboolean          with_guidance);

G_END_DECLS
