#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *ik_fences_balance    (const char   *text,
                             GArray      **inserts);
gsize  ik_fences_get_offset (const GArray *inserts,
                             gsize         offset);

G_END_DECLS
