#pragma once

#include "ik-database.h"
#include "ik-interview.h"

G_BEGIN_DECLS

gboolean   ik_plan_store_join_round   (IkDatabase         *database,
                                       const IkInterview  *interview,
                                       char              **out_id,
                                       GError            **error);
gboolean   ik_plan_store_save         (IkDatabase         *database,
                                       const IkInterview  *interview,
                                       GError            **error);
gboolean   ik_plan_store_keep_extra_time (IkDatabase      *database,
                                          const char      *candidate_id,
                                          guint            extra_time_percent,
                                          GError         **error);
GPtrArray *ik_plan_store_list_earlier (IkDatabase         *database,
                                       const char         *candidate_id,
                                       const char         *except_id,
                                       GError            **error);

G_END_DECLS
