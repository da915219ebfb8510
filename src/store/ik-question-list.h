#pragma once

#include "ik-database.h"
#include "ik-question-summary.h"

G_BEGIN_DECLS

GPtrArray *ik_question_list_load      (IkDatabase              *database,
                                       const IkQuestionFilter  *filter,
                                       GError                 **error);
GPtrArray *ik_question_list_search    (IkDatabase              *database,
                                       const char              *query,
                                       guint                    limit,
                                       GError                 **error);
GPtrArray *ik_question_list_load_tags (IkDatabase              *database,
                                       GError                 **error);

G_END_DECLS
