#pragma once

#include "ik-database.h"
#include "ik-interview.h"

G_BEGIN_DECLS

/* For those in this layer that plan an interview. */

gboolean ik_interview_plan_freeze    (IkDatabase   *database,
                                      IkInterview  *interview,
                                      const char   *set_id,
                                      GError      **error);
gboolean ik_interview_plan_get_owner (IkDatabase   *database,
                                      char        **out_id,
                                      GError      **error);

G_END_DECLS
