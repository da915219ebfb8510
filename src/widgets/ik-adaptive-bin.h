#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_ADAPTIVE_BIN (ik_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (IkAdaptiveBin, ik_adaptive_bin, IK, ADAPTIVE_BIN, GtkWidget)

gboolean ik_adaptive_bin_is_narrow (IkAdaptiveBin *self);

G_END_DECLS
