#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_BESIDE_LAYOUT (ik_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (IkBesideLayout, ik_beside_layout, IK, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
