#pragma once

#include "ik-bank.h"

G_BEGIN_DECLS

/* What the widgets call the bank's things, for people. */

const char *ik_question_words_for_kind   (IkQuestionKind           kind);
const char *ik_question_words_for_state  (IkQuestionState          state);
char       *ik_question_words_for_level  (const char              *level);
GPtrArray  *ik_question_words_list_levels
                                         (GPtrArray               *levels);
gboolean    ik_question_words_is_level   (const char              *words,
                                          const char              *level);
char       *ik_question_words_find_level (const char              *words,
                                          GPtrArray               *levels);
char       *ik_question_words_describe   (const IkQuestionSummary *summary);
char       *ik_question_words_count      (guint                    n_questions,
                                          guint                    n_sections);

G_END_DECLS
