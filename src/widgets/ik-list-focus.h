#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_list_focus_selected (GtkListView *list);

G_END_DECLS
