#pragma once

#include <adwaita.h>

#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_HISTORY_DIALOG (ik_question_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionHistoryDialog, ik_question_history_dialog, IK,
                      QUESTION_HISTORY_DIALOG, AdwWindow)

IkQuestionHistoryDialog *ik_question_history_dialog_new (IkLibrary  *library,
                                                         GtkWindow  *parent,
                                                         const char *question_id);

G_END_DECLS
