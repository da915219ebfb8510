#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_PANEL_LIST (ik_panel_list_get_type ())
G_DECLARE_FINAL_TYPE (IkPanelList, ik_panel_list, IK, PANEL_LIST, GtkBox)

void ik_panel_list_set_panels (IkPanelList *self,
                               GPtrArray   *panels);

G_END_DECLS
