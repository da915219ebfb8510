#pragma once

#include "ik-library.h"
#include "ik-question-asking.h"
#include "ik-question-version.h"

G_BEGIN_DECLS

/**
 * IkQuestionHistory:
 * @now: the question as it is
 * @versions: (element-type IkQuestionVersion): what it said before, the latest first
 * @askings: (element-type IkQuestionAsking): when it was asked, the latest first
 *
 * What became of a question.
 */
typedef struct
{
  IkQuestion *now;
  GPtrArray  *versions;
  GPtrArray  *askings;
} IkQuestionHistory;

IkQuestionHistory *ik_question_history_load    (IkLibrary          *library,
                                                const char         *question_id,
                                                GCancellable       *cancellable,
                                                GError            **error);
void               ik_question_history_free    (IkQuestionHistory  *self);
gboolean           ik_question_history_restore (IkLibrary          *library,
                                                const char         *question_id,
                                                const char         *version_id,
                                                GCancellable       *cancellable,
                                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionHistory, ik_question_history_free)

G_END_DECLS
