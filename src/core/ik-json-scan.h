#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint ik_json_scan_depth (const char *text,
                          gsize       length);

G_END_DECLS
