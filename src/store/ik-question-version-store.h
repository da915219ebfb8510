#pragma once

#include "ik-database.h"
#include "ik-question-version.h"

G_BEGIN_DECLS

gboolean   ik_question_version_store_update    (IkDatabase        *database,
                                                const IkQuestion  *question,
                                                IkQuestionChange   change,
                                                GError           **error);
gboolean   ik_question_version_store_take_over (IkDatabase        *database,
                                                const char        *from_id,
                                                const char        *to_id,
                                                GError           **error);
GPtrArray *ik_question_version_store_list      (IkDatabase        *database,
                                                const char        *question_id,
                                                GError           **error);

G_END_DECLS
