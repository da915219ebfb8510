#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

GPtrArray *ik_chip_store_list (IkDatabase  *database,
                               gboolean    *out_is_chosen,
                               GError     **error);
gboolean   ik_chip_store_save (IkDatabase  *database,
                               GPtrArray   *texts,
                               GError     **error);

G_END_DECLS
