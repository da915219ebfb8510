#include "ik-question-merge.h"

static void
swap_pointers (gpointer *one,
               gpointer *other)
{
  gpointer kept = *one;

  *one = *other;
  *other = kept;
}

static void
fill_text (char **text,
           char **known)
{
  if (**text == '\0')
    swap_pointers ((gpointer *) text, (gpointer *) known);
}

static void
fill_list (GPtrArray **list,
           GPtrArray **known)
{
  if ((*list)->len == 0)
    swap_pointers ((gpointer *) list, (gpointer *) known);
}

static void
fill_candidate_text (IkCandidateText *self,
                     IkCandidateText *known)
{
  fill_text (&self->details, &known->details);
  fill_list (&self->sub_questions, &known->sub_questions);
  fill_list (&self->attachments, &known->attachments);
}

static void
fill_interviewer_text (IkInterviewerText *self,
                       IkInterviewerText *known)
{
  fill_list (&self->follow_ups, &known->follow_ups);
  fill_text (&self->reference_answer, &known->reference_answer);
  fill_list (&self->level_answers, &known->level_answers);
  fill_text (&self->why_it_matters, &known->why_it_matters);
  fill_list (&self->clarifying_questions, &known->clarifying_questions);
  fill_list (&self->solution_steps, &known->solution_steps);
  fill_list (&self->positive_indicators, &known->positive_indicators);
  fill_list (&self->red_flags, &known->red_flags);
  fill_list (&self->references, &known->references);
  fill_list (&self->attachments, &known->attachments);
}

/**
 * ik_question_fill_gaps:
 * @self: a question as a document has it
 * @known: the same question as the bank has it; what @self lacks is taken out
 *   of it, so it is good for nothing afterwards
 *
 * Has @self hold all that @known holds and a document does not say: empty
 * texts and lists, a kind that is merely open, minutes that were not planned.
 * State, competency and rubric are those of @known in any case.
 */
void
ik_question_fill_gaps (IkQuestion *self,
                       IkQuestion *known)
{
  g_return_if_fail (self != NULL && known != NULL && self != known);

  self->state = known->state;
  swap_pointers ((gpointer *) &self->competency_id, (gpointer *) &known->competency_id);
  swap_pointers ((gpointer *) &self->rubric_id, (gpointer *) &known->rubric_id);

  if (self->kind == IK_QUESTION_KIND_OPEN)
    self->kind = known->kind;
  if (self->minutes == 0)
    self->minutes = known->minutes;

  fill_text (&self->level, &known->level);
  fill_list (&self->tags, &known->tags);
  fill_candidate_text (&self->candidate, &known->candidate);
  fill_interviewer_text (&self->interviewer, &known->interviewer);
}
