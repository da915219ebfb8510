#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_COMPETENCY_ROW (ik_competency_row_get_type ())
G_DECLARE_FINAL_TYPE (IkCompetencyRow, ik_competency_row, IK, COMPETENCY_ROW, AdwBin)

/* Signal "changed": it was rated, or left out on purpose. */

GtkWidget *ik_competency_row_new        (void);
void       ik_competency_row_set_rating (IkCompetencyRow    *self,
                                         const IkInterview  *interview,
                                         IkCompetencyRating *rating);
void       ik_competency_row_update     (IkCompetencyRow    *self);
void       ik_competency_row_set_narrow (IkCompetencyRow    *self,
                                         gboolean            narrow);
void       ik_competency_row_set_active (IkCompetencyRow    *self,
                                         gboolean            active);
void       ik_competency_row_set_locked (IkCompetencyRow    *self,
                                         gboolean            locked);
void       ik_competency_row_rate       (IkCompetencyRow    *self,
                                         guint               number);
void       ik_competency_row_toggle_not_assessed (IkCompetencyRow *self);
void       ik_competency_row_focus      (IkCompetencyRow    *self);

G_END_DECLS
