#pragma once

#include "ik-debriefs.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_PANEL_DETAIL (ik_panel_detail_get_type ())
G_DECLARE_FINAL_TYPE (IkPanelDetail, ik_panel_detail, IK, PANEL_DETAIL, AdwBin)

void ik_panel_detail_show_row     (IkPanelDetail    *self,
                                   const IkDebrief  *debrief,
                                   const IkPanelRow *row);
void ik_panel_detail_show_whole   (IkPanelDetail    *self,
                                   const IkDebrief  *debrief);
char *ik_panel_detail_dup_who     (const char       *agreed_by,
                                   gint64            agreed_at_us);

G_END_DECLS
