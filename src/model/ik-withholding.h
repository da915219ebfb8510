#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

void ik_interview_withhold (IkInterview *self);

G_END_DECLS
