#pragma once

#include "ik-interview.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *ik_interview_to_json (const IkInterview *self);

G_END_DECLS
