#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _IkSnippet IkSnippet;

IkSnippet *ik_snippet_new  (const char        *query);
void       ik_snippet_free (IkSnippet         *self);
char      *ik_snippet_make (const IkSnippet   *self,
                            const char *const *texts,
                            guint             *out_text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSnippet, ik_snippet_free)

G_END_DECLS
