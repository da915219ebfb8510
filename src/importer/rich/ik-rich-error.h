#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ik_rich_error_set_damaged   (const char  *name,
                                      GError     **error);
gboolean ik_rich_error_set_encrypted (const char  *name,
                                      GError     **error);
gboolean ik_rich_error_set_too_long  (const char  *name,
                                      GError     **error);

G_END_DECLS
