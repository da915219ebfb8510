#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_DUPLICATES_BAR (ik_duplicates_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkDuplicatesBar, ik_duplicates_bar, IK, DUPLICATES_BAR, GtkWidget)

G_END_DECLS
