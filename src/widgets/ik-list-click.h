#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_list_click_init (GtkListView *view);

G_END_DECLS
