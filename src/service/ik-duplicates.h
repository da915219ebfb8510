#pragma once

#include "ik-duplicate-index.h"
#include "ik-duplicate.h"
#include "ik-library.h"

G_BEGIN_DECLS

GPtrArray *ik_duplicates_find      (IkLibrary            *library,
                                    IkDuplicateProgress   progress,
                                    gpointer              data,
                                    GCancellable         *cancellable,
                                    GError              **error);
gboolean   ik_duplicates_merge     (IkLibrary            *library,
                                    const char           *kept_id,
                                    const char           *other_id,
                                    gboolean              with_guidance,
                                    GCancellable         *cancellable,
                                    GError              **error);
gboolean   ik_duplicates_keep_both (IkLibrary            *library,
                                    const char           *one_id,
                                    const char           *other_id,
                                    GCancellable         *cancellable,
                                    GError              **error);

G_END_DECLS
