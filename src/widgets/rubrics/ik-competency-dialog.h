#pragma once

#include <adwaita.h>

#include "ik-rubric.h"

G_BEGIN_DECLS

#define IK_TYPE_COMPETENCY_DIALOG (ik_competency_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkCompetencyDialog, ik_competency_dialog, IK, COMPETENCY_DIALOG, AdwWindow)

IkCompetencyDialog *ik_competency_dialog_new (GtkWindow          *parent,
                                              const IkCompetency *competency,
                                              GPtrArray          *uses);

G_END_DECLS
