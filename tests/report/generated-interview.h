#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/* Stands in each text that is for the candidate. */
#define CANDIDATE_WORD "OPENWORD"

IkInterview *generated_interview_new (guint       seed,
                                      const char *secret);

G_END_DECLS
