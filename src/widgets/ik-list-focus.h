#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ik_list_focus_selected    (GtkListView *list);
void ik_list_focus_select_with (GtkListItem *list_item);
void ik_list_focus_from_search (GtkWidget    *entry,
                                GtkListView  *list);

G_END_DECLS
