#pragma once

#include "ik-database.h"
#include "ik-rubric.h"
#include "ik-scale-use.h"

G_BEGIN_DECLS

GPtrArray *ik_scale_store_list_rubric_uses     (IkDatabase  *database,
                                                const char  *rubric_id,
                                                GError     **error);
GPtrArray *ik_scale_store_list_competency_uses (IkDatabase  *database,
                                                const char  *competency_id,
                                                GError     **error);
IkRubric  *ik_scale_store_load_version         (IkDatabase  *database,
                                                const char  *rubric_id,
                                                guint        version,
                                                GError     **error);
gboolean   ik_scale_store_remove_rubric        (IkDatabase  *database,
                                                const char  *rubric_id,
                                                GError     **error);
gboolean   ik_scale_store_remove_competency    (IkDatabase  *database,
                                                const char  *competency_id,
                                                GError     **error);

G_END_DECLS
