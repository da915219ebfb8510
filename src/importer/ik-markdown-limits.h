#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ik_markdown_limits_hold (const char *text);

G_END_DECLS
