#pragma once

#include "ik-database.h"
#include "ik-question-counts.h"
#include "ik-question-filter.h"

G_BEGIN_DECLS

GArray           *ik_question_find_rows  (IkDatabase              *database,
                                          const IkQuestionFilter  *filter,
                                          GError                 **error);
IkQuestionCounts *ik_question_find_count (IkDatabase              *database,
                                          const IkQuestionFilter  *filter,
                                          GError                 **error);

G_END_DECLS
