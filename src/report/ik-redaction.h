#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/* What stands in the place of each text that was taken out, whatever its
 * length: that would tell something as well. */
#define IK_REDACTION_BAR "█████"

typedef struct _IkRedaction IkRedaction;

IkRedaction *ik_redaction_new     (const char *const *names,
                                   const char *const *texts);
void         ik_redaction_free    (IkRedaction       *self);
IkInterview *ik_redaction_apply   (const IkRedaction *self,
                                   const IkInterview *interview);
char        *ik_redaction_replace (const IkRedaction *self,
                                   const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRedaction, ik_redaction_free)

G_END_DECLS
