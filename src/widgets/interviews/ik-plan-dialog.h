#pragma once

#include "ik-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_PLAN_DIALOG (ik_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkPlanDialog, ik_plan_dialog, IK, PLAN_DIALOG, AdwWindow)

/* Signal "planned" (const char *id): an interview was planned. */

GtkWidget *ik_plan_dialog_new (GtkWindow  *parent,
                               IkLibrary  *library,
                               const char *candidate_id);

G_END_DECLS
