#pragma once

#include "ik-debriefs.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_PANEL_DETAIL (ik_panel_detail_get_type ())
G_DECLARE_FINAL_TYPE (IkPanelDetail, ik_panel_detail, IK, PANEL_DETAIL, AdwBin)

void ik_panel_detail_show_row   (IkPanelDetail    *self,
                                 const IkDebrief  *debrief,
                                 const IkPanelRow *row);
void ik_panel_detail_show_whole (IkPanelDetail    *self,
                                 const IkDebrief  *debrief);

G_END_DECLS
