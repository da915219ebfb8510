#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

typedef struct _IkQuestionMatches IkQuestionMatches;

gboolean           ik_question_matches_has_words (const char         *query);
IkQuestionMatches *ik_question_matches_new       (IkDatabase         *database,
                                                  const char         *query);
void               ik_question_matches_free      (IkQuestionMatches  *self);
gboolean           ik_question_matches_next      (IkQuestionMatches  *self,
                                                  gint64             *out_row);
gboolean           ik_question_matches_finish    (IkQuestionMatches  *self,
                                                  GError            **error);
int                ik_question_matches_set_up    (gpointer            handle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionMatches, ik_question_matches_free)

G_END_DECLS
