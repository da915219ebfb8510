#include "ik-question-asking.h"

/**
 * ik_question_asking_free:
 * @self: (transfer full): an asking
 */
void
ik_question_asking_free (IkQuestionAsking *self)
{
  g_free (self->interview_id);
  g_free (self->candidate);
  g_free (self->interviewer);
  g_free (self);
}
