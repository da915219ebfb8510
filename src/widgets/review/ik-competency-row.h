#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_COMPETENCY_ROW (ik_competency_row_get_type ())
G_DECLARE_FINAL_TYPE (IkCompetencyRow, ik_competency_row, IK, COMPETENCY_ROW, AdwBin)

/* Signal "changed": its rating was changed. */

GtkWidget *ik_competency_row_new    (const IkInterview  *interview,
                                     IkCompetencyRating *rating);
void       ik_competency_row_update (IkCompetencyRow    *self);
void       ik_competency_row_set_narrow (IkCompetencyRow *self,
                                         gboolean         narrow);

G_END_DECLS
