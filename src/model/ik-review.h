#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

gboolean ik_interview_check_review (const IkInterview  *self,
                                    char              **out_reason);

gboolean ik_competency_rating_wants_review (const IkCompetencyRating *self,
                                            const IkInterview        *interview);
gboolean ik_interview_check_parts          (const IkInterview        *self,
                                            char                    **out_reason);

gboolean ik_interview_find_end             (const IkInterview        *self,
                                             IkInstant                *out_ended);

G_END_DECLS
