#pragma once

#include "ik-exchange-error.h"
#include "ik-pack.h"

G_BEGIN_DECLS

GBytes   *ik_pack_to_csv          (const IkPack  *pack);
IkPack   *ik_pack_from_csv        (GBytes        *bytes,
                                   const char    *title,
                                   GError       **error);
gboolean  ik_pack_is_csv_in_bytes (GBytes        *bytes);

G_END_DECLS
