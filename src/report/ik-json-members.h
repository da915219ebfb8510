#pragma once

#include "ik-rubric.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode   *ik_json_take_object       (JsonObject     *object);
void        ik_json_set_text_or_null  (JsonObject     *object,
                                       const char     *name,
                                       const char     *text);
void        ik_json_set_time          (JsonObject     *object,
                                       const char     *name,
                                       gint64          at_us);
void        ik_json_set_recommendation (JsonObject    *object,
                                       int             value,
                                       const char     *rubric_id);
JsonObject *ik_json_rubric_to_object  (const IkRubric *rubric);

G_END_DECLS
