#pragma once

#include "ik-library.h"
#include "ik-saved-search.h"

G_BEGIN_DECLS

/* Searches of the bank that are kept under a name. All functions block: call
 * them off the main loop. What changes them can be undone. */

GPtrArray *ik_searches_list   (IkLibrary               *library,
                               GCancellable            *cancellable,
                               GError                 **error);
char      *ik_searches_add    (IkLibrary               *library,
                               const char              *name,
                               const IkQuestionFilter  *filter,
                               GCancellable            *cancellable,
                               GError                 **error);
char      *ik_searches_replace (IkLibrary              *library,
                                const char             *name,
                                const IkQuestionFilter *filter,
                                GCancellable           *cancellable,
                                GError                **error);
gboolean   ik_searches_rename (IkLibrary               *library,
                               const char              *id,
                               const char              *name,
                               GCancellable            *cancellable,
                               GError                 **error);
gboolean   ik_searches_remove (IkLibrary               *library,
                               const char              *id,
                               GCancellable            *cancellable,
                               GError                 **error);

G_END_DECLS
