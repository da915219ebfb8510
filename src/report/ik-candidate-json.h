#pragma once

#include "ik-candidate.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *ik_candidate_to_json (const IkCandidate *self);

G_END_DECLS
