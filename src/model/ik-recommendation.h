#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

const IkRubric *ik_recommendation_get_words           (void);
char           *ik_recommendation_to_text             (int                value);
gboolean        ik_recommendation_from_text           (const char        *text,
                                                       int               *out_value);
char           *ik_recommendation_dup_label           (const IkRubric    *scale,
                                                       int                value);
const IkRubric *ik_interview_get_recommendation_scale (const IkInterview *self);
char           *ik_interview_dup_recommendation       (const IkInterview *self);

G_END_DECLS
