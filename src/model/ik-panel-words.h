#pragma once

#include "ik-panel-matrix.h"

G_BEGIN_DECLS

/* What a matrix says, for people and for programs: the same on screen, on paper
 * and on the command line. */

const char *ik_panel_cell_kind_to_nick (IkPanelCellKind      kind);
const char *ik_panel_verdict_to_nick   (IkPanelVerdict       verdict);
const char *ik_panel_verdict_get_sign  (IkPanelVerdict       verdict);

char       *ik_panel_cell_dup_text     (const IkPanelCell   *self);
char       *ik_panel_cell_dup_beside   (const IkPanelCell   *self);
char       *ik_panel_spread_dup_text   (const IkPanelSpread *self,
                                        guint                n_open);
char       *ik_panel_row_dup_range     (const IkPanelRow    *self);

G_END_DECLS
