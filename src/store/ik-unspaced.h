#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ik_unspaced_is     (gunichar    character);
char    *ik_unspaced_spread (const char *text);

G_END_DECLS
