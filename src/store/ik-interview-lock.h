#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

typedef struct _IkInterviewLock IkInterviewLock;

IkInterviewLock *ik_interview_lock_new  (IkLibrary        *library,
                                         const char       *interview_id,
                                         const char       *candidate_name,
                                         GError          **error);
void             ik_interview_lock_free (IkInterviewLock  *self);
gboolean         ik_interview_lock_is_any_held (IkLibrary *library);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInterviewLock, ik_interview_lock_free)

G_END_DECLS
