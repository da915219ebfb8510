#pragma once

#include <adwaita.h>

#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_PANEL_DIALOG (ik_panel_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkPanelDialog, ik_panel_dialog, IK, PANEL_DIALOG, AdwWindow)

GtkWidget *ik_panel_dialog_new (GtkWindow  *parent,
                                IkLibrary  *library,
                                const char *candidate_id);

G_END_DECLS
