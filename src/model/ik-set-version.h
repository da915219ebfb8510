#pragma once

#include "ik-question-set.h"

G_BEGIN_DECLS

/**
 * IkSetVersion:
 * @id: UUID
 * @changed_at_us: when the change came that ended it, µs since 1970 UTC
 * @set: what it was, with the id of the set; without questions and rubrics that are
 *   in the library no more
 * @gone: (element-type utf8): prompts of the questions that are in the library no more
 *
 * What a question set was before it was changed.
 */
typedef struct
{
  char          *id;
  gint64         changed_at_us;
  IkQuestionSet *set;
  GPtrArray     *gone;
} IkSetVersion;

IkSetVersion *ik_set_version_new             (const char          *set_id);
void          ik_set_version_free            (IkSetVersion        *self);
char         *ik_question_set_dup_head       (const IkQuestionSet *self);
char         *ik_question_set_dup_outline    (const IkQuestionSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetVersion, ik_set_version_free)

G_END_DECLS
