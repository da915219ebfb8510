#pragma once

#include "ik-question-columns.h"
#include "ik-question-counts.h"

G_BEGIN_DECLS

/* A filter, made ready for the columns. Private to the layer. */
typedef struct _IkQuestionChoice IkQuestionChoice;

/* What a question fails by: bits 1 << IkQuestionFacet, and this one for the
 * minutes, which have no counts. */
#define IK_QUESTION_FAILS_MINUTES (1u << IK_N_QUESTION_FACETS)

IkQuestionChoice *ik_question_choice_new        (const IkQuestionColumns *columns,
                                                 const IkQuestionFilter  *filter);
void              ik_question_choice_free       (IkQuestionChoice        *self);
guint             ik_question_choice_get_fails  (const IkQuestionChoice  *self,
                                                 guint                    place);
gboolean          ik_question_choice_names      (const IkQuestionChoice  *self,
                                                 IkQuestionFacet          facet,
                                                 guint                    index);
gboolean          ik_question_choice_takes_untagged
                                                (const IkQuestionChoice  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionChoice, ik_question_choice_free)

G_END_DECLS
