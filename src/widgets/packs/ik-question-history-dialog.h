#pragma once

#include "ik-history-dialog.h"

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_HISTORY_DIALOG (ik_question_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionHistoryDialog, ik_question_history_dialog, IK, QUESTION_HISTORY_DIALOG,
                      IkHistoryDialog)

IkHistoryDialog *ik_question_history_dialog_new (IkLibrary  *library,
                                                 GtkWindow  *parent,
                                                 const char *question_id);

G_END_DECLS
