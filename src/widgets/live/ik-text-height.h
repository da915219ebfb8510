#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_TEXT_HEIGHT (ik_text_height_get_type ())
G_DECLARE_FINAL_TYPE (IkTextHeight, ik_text_height, IK, TEXT_HEIGHT, GtkLayoutManager)

G_END_DECLS
