#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IK_TYPE_POSITION_LIST (ik_position_list_get_type ())
G_DECLARE_FINAL_TYPE (IkPositionList, ik_position_list, IK, POSITION_LIST, GObject)

IkPositionList *ik_position_list_new    (void);
void            ik_position_list_resize (IkPositionList *self,
                                         guint           n_items);

G_END_DECLS
