#pragma once

#include "ik-question-set.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_SET_SCALES_DIALOG (ik_set_scales_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkSetScalesDialog, ik_set_scales_dialog, IK, SET_SCALES_DIALOG, AdwWindow)

IkSetScalesDialog *ik_set_scales_dialog_new (GtkWindow           *parent,
                                             const IkQuestionSet *set,
                                             GPtrArray           *rubrics);

G_END_DECLS
