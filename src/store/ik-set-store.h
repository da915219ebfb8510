#pragma once

#include "ik-database.h"
#include "ik-question-set.h"

G_BEGIN_DECLS

GPtrArray     *ik_set_store_list         (IkDatabase            *database,
                                          GError               **error);
IkQuestionSet *ik_set_store_load         (IkDatabase            *database,
                                          const char            *id,
                                          GError               **error);
gboolean       ik_set_store_save         (IkDatabase            *database,
                                          const IkQuestionSet   *set,
                                          GError               **error);
gboolean       ik_set_store_remove       (IkDatabase            *database,
                                          const char            *id,
                                          GError               **error);
gboolean       ik_set_store_add_question (IkDatabase            *database,
                                          IkQuestionSet         *set,
                                          const char            *question_id,
                                          GError               **error);
gboolean       ik_set_store_add_matching (IkDatabase            *database,
                                          IkQuestionSet         *set,
                                          const char            *pack_id,
                                          const char *const     *tags,
                                          const char *const     *levels,
                                          GError               **error);
GPtrArray     *ik_set_store_list_competencies (IkDatabase      *database,
                                               const char      *id,
                                               GError         **error);
gboolean       ik_set_store_has_rubric   (IkDatabase            *database,
                                          const char            *rubric_id,
                                          GError               **error);

G_END_DECLS
