#pragma once

#include "ik-panels.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *ik_panel_status_to_json      (const IkInvitationStatus *self);
JsonNode *ik_scorecard_receipt_to_json (const IkScorecardReceipt *self);

G_END_DECLS
