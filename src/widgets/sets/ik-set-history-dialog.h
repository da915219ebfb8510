#pragma once

#include "ik-history-dialog.h"

G_BEGIN_DECLS

#define IK_TYPE_SET_HISTORY_DIALOG (ik_set_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkSetHistoryDialog, ik_set_history_dialog, IK, SET_HISTORY_DIALOG,
                      IkHistoryDialog)

IkHistoryDialog *ik_set_history_dialog_new (IkLibrary  *library,
                                            GtkWindow  *parent,
                                            const char *set_id);

G_END_DECLS
