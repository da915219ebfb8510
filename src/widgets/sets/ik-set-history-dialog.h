#pragma once

#include "ik-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_SET_HISTORY_DIALOG (ik_set_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkSetHistoryDialog, ik_set_history_dialog, IK, SET_HISTORY_DIALOG, AdwWindow)

IkSetHistoryDialog *ik_set_history_dialog_new (IkLibrary  *library,
                                               GtkWindow  *parent,
                                               const char *set_id);

G_END_DECLS
