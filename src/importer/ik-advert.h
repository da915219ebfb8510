#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ik_advert_is_title (const char *text);

G_END_DECLS
