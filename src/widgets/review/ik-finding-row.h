#pragma once

#include "ik-finding.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_FINDING_ROW (ik_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (IkFindingRow, ik_finding_row, IK, FINDING_ROW, AdwBin)

GtkWidget *ik_finding_row_new          (const char   *title);
void       ik_finding_row_set_finding  (IkFindingRow *self,
                                        IkFinding    *finding);
IkFinding *ik_finding_row_get_finding  (IkFindingRow *self);
void       ik_finding_row_set_locked   (IkFindingRow *self,
                                        gboolean      locked);
void       ik_finding_row_focus        (IkFindingRow *self);
void       ik_finding_row_toggle_share (IkFindingRow *self);

G_END_DECLS
