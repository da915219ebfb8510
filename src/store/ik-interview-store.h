#pragma once

#include "ik-database.h"
#include "ik-interview.h"

G_BEGIN_DECLS

GPtrArray   *ik_interview_store_list         (IkDatabase         *database,
                                              const char         *candidate_id,
                                              GError            **error);
GStrv        ik_interview_store_list_rounds  (IkDatabase         *database,
                                              GError            **error);
IkInterview *ik_interview_store_load         (IkDatabase         *database,
                                              const char         *id,
                                              GError            **error);
gboolean     ik_interview_store_insert       (IkDatabase         *database,
                                              const IkInterview  *interview,
                                              GError            **error);
gboolean     ik_interview_store_save_answers (IkDatabase         *database,
                                              const IkInterview  *interview,
                                              GError            **error);
gboolean     ik_interview_store_save_state   (IkDatabase         *database,
                                              const IkInterview  *interview,
                                              GError            **error);

G_END_DECLS
