#pragma once

#include <adwaita.h>

#include "ik-question-set.h"

G_BEGIN_DECLS

#define IK_TYPE_SCORING_DIALOG (ik_scoring_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkScoringDialog, ik_scoring_dialog, IK, SCORING_DIALOG, AdwWindow)

IkScoringDialog *ik_scoring_dialog_new (GtkWindow       *parent,
                                        const IkSetItem *item,
                                        const IkRubric  *rubric);

G_END_DECLS
