#pragma once

#include "ik-database.h"
#include "ik-rubric.h"

G_BEGIN_DECLS

IkRubric  *ik_rubric_store_load       (IkDatabase          *database,
                                       const char          *id,
                                       GError             **error);
GPtrArray *ik_rubric_store_list       (IkDatabase          *database,
                                       GError             **error);
GPtrArray *ik_rubric_store_list_pack  (IkDatabase          *database,
                                       const char          *pack_id,
                                       GError             **error);
gboolean   ik_rubric_store_save       (IkDatabase          *database,
                                       const IkRubric      *rubric,
                                       const char          *pack_id,
                                       guint                position,
                                       GError             **error);

IkCompetency *ik_competency_store_load   (IkDatabase          *database,
                                          const char          *id,
                                          GError             **error);
GPtrArray *ik_competency_store_list      (IkDatabase          *database,
                                          GError             **error);
GPtrArray *ik_competency_store_list_pack (IkDatabase          *database,
                                          const char          *pack_id,
                                          GError             **error);
gboolean   ik_competency_store_save      (IkDatabase          *database,
                                          const IkCompetency  *competency,
                                          const char          *pack_id,
                                          guint                position,
                                          GError             **error);

G_END_DECLS
