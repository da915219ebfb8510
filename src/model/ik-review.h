#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

gboolean ik_interview_check_review (const IkInterview  *self,
                                    char              **out_reason);

G_END_DECLS
