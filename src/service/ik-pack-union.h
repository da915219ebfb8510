#pragma once

#include "ik-pack.h"

G_BEGIN_DECLS

IkPack *ik_pack_union_new (GPtrArray  *packs,
                           GPtrArray  *decisions,
                           const char *title);

G_END_DECLS
