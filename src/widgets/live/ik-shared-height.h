#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_SHARED_HEIGHT (ik_shared_height_get_type ())
G_DECLARE_FINAL_TYPE (IkSharedHeight, ik_shared_height, IK, SHARED_HEIGHT, GtkLayoutManager)

void ik_shared_height_set_lower_share (IkSharedHeight *self,
                                       double          lower_share);

G_END_DECLS
