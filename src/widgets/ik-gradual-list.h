#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_GRADUAL_LIST (ik_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (IkGradualList, ik_gradual_list, IK, GRADUAL_LIST, GObject)

IkGradualList *ik_gradual_list_new       (GListModel    *items);
GListModel    *ik_gradual_list_get_model (IkGradualList *self);
void           ik_gradual_list_prepare   (IkGradualList *self);
void           ik_gradual_list_restart   (IkGradualList *self);
void           ik_gradual_list_show_all  (IkGradualList *self);

G_END_DECLS
