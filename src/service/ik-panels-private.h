#pragma once

#include "ik-panels.h"

#include "ik-key-pair.h"

G_BEGIN_DECLS

/* For the files of this layer that make up ik-panels.h. */

IkKeyPair *ik_panels_get_keys  (IkLibrary     *library,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean   ik_panels_refuse    (GError       **error,
                                const char    *format,
                                ...) G_GNUC_PRINTF (2, 3);
gboolean   ik_panels_take_key  (IkDatabase    *database,
                                const char    *interviewer_id,
                                const char    *name,
                                const char    *public_key,
                                gboolean      *out_is_new,
                                GError       **error);

G_END_DECLS
