#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/* What stands in the place of each text that was taken out, whatever its
 * length: that would tell something as well. */
#define IK_REDACTION_BAR "█████"

IkInterview *ik_redaction_apply (const IkInterview  *interview,
                                 gboolean            names,
                                 const char *const  *texts);

G_END_DECLS
