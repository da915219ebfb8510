#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

GPtrArray *ik_chips_list (IkLibrary     *library,
                          GCancellable  *cancellable,
                          GError       **error);
gboolean   ik_chips_save (IkLibrary     *library,
                          GPtrArray     *texts,
                          GCancellable  *cancellable,
                          GError       **error);

G_END_DECLS
