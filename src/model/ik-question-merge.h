#pragma once

#include "ik-question.h"

G_BEGIN_DECLS

void ik_question_fill_gaps (IkQuestion *self,
                            IkQuestion *known);

G_END_DECLS
