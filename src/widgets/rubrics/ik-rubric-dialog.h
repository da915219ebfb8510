#pragma once

#include <adwaita.h>

#include "ik-rubric.h"

G_BEGIN_DECLS

#define IK_TYPE_RUBRIC_DIALOG (ik_rubric_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkRubricDialog, ik_rubric_dialog, IK, RUBRIC_DIALOG, AdwWindow)

IkRubricDialog *ik_rubric_dialog_new         (GtkWindow      *parent,
                                              const IkRubric *rubric,
                                              GPtrArray      *uses);
void            ik_rubric_dialog_show_chips  (IkRubricDialog *self,
                                              GPtrArray      *chips);
void            ik_rubric_dialog_show_levels (IkRubricDialog *self,
                                              const IkRubric *rubric);

G_END_DECLS
