#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_POINT_LIST (ik_point_list_get_type ())
G_DECLARE_FINAL_TYPE (IkPointList, ik_point_list, IK, POINT_LIST, GtkWidget)

void ik_point_list_set_points (IkPointList *self,
                               GPtrArray   *points);

G_END_DECLS
