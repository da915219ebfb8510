#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *ik_time_format_utc (gint64      at_us);
gboolean  ik_time_parse      (const char *text,
                              gint64     *out_us);

G_END_DECLS
