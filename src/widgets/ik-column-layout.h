#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_COLUMN_LAYOUT (ik_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (IkColumnLayout, ik_column_layout, IK, COLUMN_LAYOUT, GtkLayoutManager)

G_END_DECLS
