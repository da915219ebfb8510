#pragma once

#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkAnswer:
 * @interview_id: where it was given; leads to the name, which is not shown
 * @candidate_id: whose it is; as above
 * @number: in place of the name, from 1: answers that one candidate gave to
 *   several interviewers share it
 * @item: the question with what was noted, as frozen there
 * @rubric: (nullable): what it is rated by
 * @can_rate: whether it is one of the owner's own that is not handed in
 *
 * One candidate's answer to a question, without the candidate.
 */
typedef struct
{
  char            *interview_id;
  char            *candidate_id;
  guint            number;
  IkInterviewItem *item;
  IkRubric        *rubric;
  gboolean         can_rate;
} IkAnswer;

GPtrArray *ik_answers_list (IkLibrary     *library,
                            const char    *question_id,
                            const char    *seed,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean   ik_answers_rate (IkLibrary     *library,
                            const char    *interview_id,
                            const char    *item_id,
                            int            rating,
                            gboolean       not_assessed,
                            GCancellable  *cancellable,
                            GError       **error);
void       ik_answer_free  (IkAnswer      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkAnswer, ik_answer_free)

G_END_DECLS
