#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

gboolean ik_setting_store_find (IkDatabase  *database,
                                const char  *key,
                                char       **out_value,
                                GError     **error);
gboolean ik_setting_store_save (IkDatabase  *database,
                                const char  *key,
                                const char  *value,
                                GError     **error);

G_END_DECLS
