#pragma once

#include "ik-database.h"
#include "ik-interview-change.h"
#include "ik-interview-event.h"

G_BEGIN_DECLS

gboolean   ik_interview_log_store_add_event      (IkDatabase               *database,
                                                  const char               *interview_id,
                                                  const IkInterviewEvent   *event,
                                                  GError                  **error);
GPtrArray *ik_interview_log_store_list_events    (IkDatabase               *database,
                                                  const char               *interview_id,
                                                  GError                  **error);
gboolean   ik_interview_log_store_add_change     (IkDatabase               *database,
                                                  const char               *interview_id,
                                                  const IkInterviewChange  *change,
                                                  GError                  **error);
GPtrArray *ik_interview_log_store_list_changes   (IkDatabase               *database,
                                                  const char               *interview_id,
                                                  GError                  **error);
gboolean   ik_interview_log_store_add_reopening  (IkDatabase               *database,
                                                  const char               *interview_id,
                                                  gint64                    at_us,
                                                  const char               *reason,
                                                  GError                  **error);
gboolean   ik_interview_log_store_load_reopenings (IkDatabase              *database,
                                                   const char              *interview_id,
                                                   GPtrArray               *reopenings,
                                                   GError                 **error);

G_END_DECLS
