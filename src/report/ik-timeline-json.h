#pragma once

#include "ik-interview.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *ik_timeline_to_object (const IkInterview *interview);

G_END_DECLS
