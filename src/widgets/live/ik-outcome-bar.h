#pragma once

#include "ik-enums.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_OUTCOME_BAR (ik_outcome_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkOutcomeBar, ik_outcome_bar, IK, OUTCOME_BAR, AdwBin)

/* Signal "chosen" (uint IkOutcome). */

void ik_outcome_bar_set_outcome (IkOutcomeBar *self,
                                 IkOutcome     outcome);

void ik_outcome_bar_set_undecided (IkOutcomeBar *self,
                                   gboolean      undecided);

G_END_DECLS
