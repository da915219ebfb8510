#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean ik_focus_is_within (gpointer widget);

G_END_DECLS
