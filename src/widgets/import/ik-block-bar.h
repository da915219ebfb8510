#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_BLOCK_BAR (ik_block_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkBlockBar, ik_block_bar, IK, BLOCK_BAR, GtkWidget)

void     ik_block_bar_show       (IkBlockBar *self,
                                  const char *title,
                                  const char *hint,
                                  gboolean    has_blocks);
gboolean ik_block_bar_take_alike (IkBlockBar *self);

G_END_DECLS
