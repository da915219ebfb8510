#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_PANEL_PAGE (ik_panel_page_get_type ())
G_DECLARE_FINAL_TYPE (IkPanelPage, ik_panel_page, IK, PANEL_PAGE, IkPage)

GtkWidget *ik_panel_page_new (const char *candidate_id,
                              const char *round);

G_END_DECLS
