#pragma once

#include "ik-exchange-error.h"
#include "ik-pack.h"

G_BEGIN_DECLS

GBytes   *ik_pack_to_markdown          (const IkPack  *pack);
IkPack   *ik_pack_from_markdown        (GBytes        *bytes,
                                        GError       **error);
gboolean  ik_pack_is_markdown_in_bytes (GBytes        *bytes);

G_END_DECLS
