#pragma once

#include <adwaita.h>

#include "ik-library.h"
#include "ik-question-set.h"

G_BEGIN_DECLS

#define IK_TYPE_SET_FILL_DIALOG (ik_set_fill_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkSetFillDialog, ik_set_fill_dialog, IK, SET_FILL_DIALOG, AdwWindow)

IkSetFillDialog *ik_set_fill_dialog_new (IkLibrary           *library,
                                         GtkWindow           *parent,
                                         const IkQuestionSet *set,
                                         const char          *competency_id);

G_END_DECLS
