#pragma once

#include "ik-panel-agreement.h"
#include "ik-panel-matrix.h"
#include "ik-panel-member.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonArray  *ik_panel_members_to_json   (GPtrArray              *members);
JsonArray  *ik_panel_rows_to_json      (const IkPanelMatrix    *matrix,
                                        const IkPanelAgreement *agreement);
JsonObject *ik_panel_outcome_to_json   (const IkPanelMatrix    *matrix,
                                        const IkPanelAgreement *agreement);
JsonArray  *ik_panel_changes_to_json   (const IkPanelAgreement *agreement);
JsonObject *ik_panel_agreement_to_json (const IkPanelAgreement *agreement);

G_END_DECLS
