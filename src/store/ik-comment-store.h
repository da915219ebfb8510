#pragma once

#include "ik-comment.h"
#include "ik-database.h"

G_BEGIN_DECLS

GPtrArray *ik_comment_store_list (IkDatabase  *database,
                                  GError     **error);
gboolean   ik_comment_store_save (IkDatabase  *database,
                                  GPtrArray   *comments,
                                  GError     **error);

G_END_DECLS
