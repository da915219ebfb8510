#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_BLOCK_BAR (ik_block_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkBlockBar, ik_block_bar, IK, BLOCK_BAR, GtkWidget)

G_END_DECLS
