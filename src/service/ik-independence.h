#pragma once

#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

gboolean ik_independence_find_own (IkLibrary          *library,
                                   const char         *interview_id,
                                   char              **out_id,
                                   GCancellable       *cancellable,
                                   GError            **error);
gboolean ik_independence_check    (IkLibrary          *library,
                                   const IkInterview  *interview,
                                   GCancellable       *cancellable,
                                   GError            **error);

G_END_DECLS
