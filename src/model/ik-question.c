#include "ik-question.h"

#include "ik-id.h"
#include "ik-list.h"
#include "ik-text.h"

static GPtrArray *
attachment_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);
}

static GPtrArray *
attachment_list_copy (GPtrArray *attachments)
{
  return ik_list_copy (attachments, ik_attachment_copy, ik_attachment_free);
}

static void
candidate_text_init (IkCandidateText *self)
{
  self->prompt = g_strdup ("");
  self->details = g_strdup ("");
  self->sub_questions = ik_text_list_new ();
  self->attachments = attachment_list_new ();
}

/**
 * ik_candidate_text_copy:
 * @self: (out caller-allocates): an uninitialised text
 * @source: what to copy
 *
 * Makes @self a copy of @source.
 */
void
ik_candidate_text_copy (IkCandidateText       *self,
                        const IkCandidateText *source)
{
  self->prompt = g_strdup (source->prompt);
  self->details = g_strdup (source->details);
  self->sub_questions = ik_text_list_copy (source->sub_questions);
  self->attachments = attachment_list_copy (source->attachments);
}

/**
 * ik_candidate_text_clear:
 * @self: a text
 *
 * Frees what @self holds.
 */
void
ik_candidate_text_clear (IkCandidateText *self)
{
  g_clear_pointer (&self->prompt, g_free);
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->sub_questions, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
}

static void
interviewer_text_init (IkInterviewerText *self)
{
  self->follow_ups = ik_text_list_new ();
  self->reference_answer = g_strdup ("");
  self->level_answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_level_answer_free);
  self->why_it_matters = g_strdup ("");
  self->clarifying_questions = ik_text_list_new ();
  self->solution_steps = ik_text_list_new ();
  self->positive_indicators = ik_text_list_new ();
  self->red_flags = ik_text_list_new ();
  self->references = ik_text_list_new ();
  self->attachments = attachment_list_new ();
}

/**
 * ik_interviewer_text_copy:
 * @self: (out caller-allocates): an uninitialised text
 * @source: what to copy
 *
 * Makes @self a copy of @source.
 */
void
ik_interviewer_text_copy (IkInterviewerText       *self,
                          const IkInterviewerText *source)
{
  self->follow_ups = ik_text_list_copy (source->follow_ups);
  self->reference_answer = g_strdup (source->reference_answer);
  self->level_answers = ik_list_copy (source->level_answers,
                                      ik_level_answer_copy, ik_level_answer_free);
  self->why_it_matters = g_strdup (source->why_it_matters);
  self->clarifying_questions = ik_text_list_copy (source->clarifying_questions);
  self->solution_steps = ik_text_list_copy (source->solution_steps);
  self->positive_indicators = ik_text_list_copy (source->positive_indicators);
  self->red_flags = ik_text_list_copy (source->red_flags);
  self->references = ik_text_list_copy (source->references);
  self->attachments = attachment_list_copy (source->attachments);
}

/**
 * ik_interviewer_text_clear:
 * @self: a text
 *
 * Frees what @self holds.
 */
void
ik_interviewer_text_clear (IkInterviewerText *self)
{
  g_clear_pointer (&self->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&self->reference_answer, g_free);
  g_clear_pointer (&self->level_answers, g_ptr_array_unref);
  g_clear_pointer (&self->why_it_matters, g_free);
  g_clear_pointer (&self->clarifying_questions, g_ptr_array_unref);
  g_clear_pointer (&self->solution_steps, g_ptr_array_unref);
  g_clear_pointer (&self->positive_indicators, g_ptr_array_unref);
  g_clear_pointer (&self->red_flags, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
}

/**
 * ik_level_answer_new:
 * @level: such as "junior"
 * @text: the answer
 *
 * Returns: (transfer full): an answer for one level
 */
IkLevelAnswer *
ik_level_answer_new (const char *level,
                     const char *text)
{
  IkLevelAnswer *self = g_new0 (IkLevelAnswer, 1);

  self->level = g_strdup (level);
  self->text = g_strdup (text);

  return self;
}

/**
 * ik_level_answer_copy:
 * @self: an answer
 *
 * Returns: (transfer full): a copy
 */
IkLevelAnswer *
ik_level_answer_copy (const IkLevelAnswer *self)
{
  return ik_level_answer_new (self->level, self->text);
}

/**
 * ik_level_answer_free:
 * @self: (transfer full): an answer
 */
void
ik_level_answer_free (IkLevelAnswer *self)
{
  g_free (self->level);
  g_free (self->text);
  g_free (self);
}

static IkQuestion *
question_alloc (void)
{
  IkQuestion *self = g_new0 (IkQuestion, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (IkLineSpan));
  return self;
}

/**
 * ik_question_new:
 * @prompt: what is asked
 *
 * Returns: (transfer full): a question with a new id, ready, open and
 *   otherwise empty
 */
IkQuestion *
ik_question_new (const char *prompt)
{
  IkQuestion *self = question_alloc ();

  self->id = ik_id_new ();
  self->state = IK_QUESTION_STATE_READY;
  self->level = g_strdup ("");
  self->tags = ik_text_list_new ();
  candidate_text_init (&self->candidate);
  interviewer_text_init (&self->interviewer);
  ik_text_set (&self->candidate.prompt, prompt);

  return self;
}

/**
 * ik_question_copy:
 * @self: a question
 *
 * Returns: (transfer full): a copy with the same id
 */
IkQuestion *
ik_question_copy (const IkQuestion *self)
{
  IkQuestion *copy = question_alloc ();

  copy->id = g_strdup (self->id);
  copy->state = self->state;
  copy->kind = self->kind;
  copy->level = g_strdup (self->level);
  copy->minutes = self->minutes;
  copy->tags = ik_text_list_copy (self->tags);
  copy->competency_id = g_strdup (self->competency_id);
  copy->rubric_id = g_strdup (self->rubric_id);
  ik_candidate_text_copy (&copy->candidate, &self->candidate);
  ik_interviewer_text_copy (&copy->interviewer, &self->interviewer);
  g_array_append_vals (copy->lines, self->lines->data, self->lines->len);

  return copy;
}

/**
 * ik_question_free:
 * @self: (transfer full): a question
 */
void
ik_question_free (IkQuestion *self)
{
  g_free (self->id);
  g_free (self->level);
  g_ptr_array_unref (self->tags);
  g_free (self->competency_id);
  g_free (self->rubric_id);
  ik_candidate_text_clear (&self->candidate);
  ik_interviewer_text_clear (&self->interviewer);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * ik_question_add_lines:
 * @self: a question
 * @field: name of a field of the pack document
 * @first: first line of the source, from 1
 * @last: last line
 *
 * Notes where a field comes from. A span that goes on where the last one of
 * the same field ended makes that one longer.
 */
void
ik_question_add_lines (IkQuestion *self,
                       const char *field,
                       guint       first,
                       guint       last)
{
  IkLineSpan span = { .first = first, .last = last };

  g_return_if_fail (first >= 1 && first <= last);

  for (guint i = self->lines->len; i-- > 0;)
    {
      IkLineSpan *known = &g_array_index (self->lines, IkLineSpan, i);

      if (!g_str_equal (known->field, field))
        continue;
      if (first < known->first || first > known->last + 1)
        break;

      known->last = MAX (known->last, last);
      return;
    }

  span.field = g_intern_string (field);
  g_array_append_val (self->lines, span);
}

/**
 * ik_question_get_first_line:
 * @self: a question of a draft
 *
 * Returns: the line of the source where its prompt begins, 0 where it has none
 */
guint
ik_question_get_first_line (const IkQuestion *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const IkLineSpan *span = &g_array_index (self->lines, IkLineSpan, i);

      if (g_str_equal (span->field, "prompt"))
        return span->first;
    }

  return 0;
}

/**
 * ik_question_get_planned_minutes:
 * @self: a question
 *
 * Returns: the minutes to plan: its own, or those of its kind
 */
guint
ik_question_get_planned_minutes (const IkQuestion *self)
{
  return self->minutes > 0 ? self->minutes : ik_question_kind_minutes (self->kind);
}
