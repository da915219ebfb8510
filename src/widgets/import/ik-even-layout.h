#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_EVEN_LAYOUT (ik_even_layout_get_type ())
G_DECLARE_FINAL_TYPE (IkEvenLayout, ik_even_layout, IK, EVEN_LAYOUT, GtkLayoutManager)

G_END_DECLS
