#pragma once

#include "ik-pack-store.h"

G_BEGIN_DECLS

gboolean ik_pack_store_save_scales (IkDatabase    *database,
                                    const IkPack  *pack,
                                    GError       **error);
gboolean ik_pack_store_mark        (IkDatabase    *database,
                                    const char    *sql,
                                    const char    *id,
                                    GError       **error);

G_END_DECLS
