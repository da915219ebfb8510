#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     ik_list_scroll_to          (GtkListView     *view,
                                     guint            position,
                                     gboolean         focus);
gboolean ik_list_scroll_is_under_way (GtkListView    *view);
gboolean ik_list_scroll_focus       (GtkListView     *view,
                                     guint            position);
gboolean ik_list_scroll_get_bounds  (GtkListView     *view,
                                     guint            position,
                                     GtkWidget       *widget,
                                     graphene_rect_t *out_bounds);
guint    ik_list_scroll_get_first   (GtkListView     *view);
guint    ik_list_scroll_find_at     (GtkListView     *view,
                                     GtkWidget       *widget,
                                     double           x,
                                     double           y);
void     ik_list_scroll_setup       (GtkListItem     *list_item);

G_END_DECLS
