#pragma once

#include "ik-comment.h"
#include "ik-library.h"

G_BEGIN_DECLS

GPtrArray *ik_comments_list (IkLibrary     *library,
                             GCancellable  *cancellable,
                             GError       **error);
gboolean   ik_comments_save (IkLibrary     *library,
                             GPtrArray     *comments,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
