#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

gboolean ik_role_store_get_id (IkDatabase  *database,
                               const char  *title,
                               char       **out_id,
                               GError     **error);

G_END_DECLS
