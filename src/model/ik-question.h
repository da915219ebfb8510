#pragma once

#include "ik-candidate-text.h"

G_BEGIN_DECLS

/* Texts of the model are never NULL, "" means none; a reference to another
 * record is NULL where there is none. Prompts, titles and list entries are one
 * line of CommonMark inline text, all else is CommonMark. */

/**
 * IkLevelAnswer:
 * @level: such as "junior"
 * @text: what a good answer holds at that level
 */
typedef struct
{
  char *level;
  char *text;
} IkLevelAnswer;

/**
 * IkInterviewerText:
 * @follow_ups: (element-type utf8): probes
 * @reference_answer: what a good answer holds
 * @level_answers: (element-type IkLevelAnswer): the same by level
 * @why_it_matters: what the question is good for
 * @clarifying_questions: (element-type utf8): what a good candidate asks back
 * @solution_steps: (element-type utf8): the way to a solution, in order
 * @positive_indicators: (element-type utf8): what to listen for
 * @red_flags: (element-type utf8): what speaks against
 * @references: (element-type utf8): addresses
 * @attachments: (element-type IkAttachment): files for the interviewer
 *
 * All of a question that the candidate never sees.
 */
typedef struct
{
  GPtrArray *follow_ups;
  char      *reference_answer;
  GPtrArray *level_answers;
  char      *why_it_matters;
  GPtrArray *clarifying_questions;
  GPtrArray *solution_steps;
  GPtrArray *positive_indicators;
  GPtrArray *red_flags;
  GPtrArray *references;
  GPtrArray *attachments;
} IkInterviewerText;

/**
 * IkLineSpan:
 * @field: name of a field of the pack document, such as "prompt"
 * @first: first line of the source, from 1
 * @last: last line, not before @first
 *
 * Where in its source a field comes from.
 */
typedef struct
{
  const char *field; /* interned */
  guint       first;
  guint       last;
} IkLineSpan;

/**
 * IkQuestion:
 * @id: UUID
 * @state: draft, ready or archived
 * @kind: what kind of question
 * @level: such as "senior"
 * @minutes: planned minutes, 0 where not said
 * @tags: (element-type utf8): tags
 * @competency_id: (nullable): what it measures
 * @rubric_id: (nullable): what it is rated by
 * @candidate: what the candidate may see
 * @interviewer: what the candidate never sees
 * @lines: (element-type IkLineSpan): sources of the fields; import only,
 *   never stored
 *
 * A question of the bank. A plain value: copy it to keep it, hand it to
 * another thread whole.
 */
typedef struct
{
  char              *id;
  IkQuestionState    state;
  IkQuestionKind     kind;
  char              *level;
  guint              minutes;
  GPtrArray         *tags;
  char              *competency_id;
  char              *rubric_id;
  IkCandidateText    candidate;
  IkInterviewerText  interviewer;
  GArray            *lines;
} IkQuestion;

void           ik_candidate_text_copy    (IkCandidateText         *self,
                                          const IkCandidateText   *source);
void           ik_candidate_text_clear   (IkCandidateText         *self);

void           ik_interviewer_text_copy  (IkInterviewerText       *self,
                                          const IkInterviewerText *source);
void           ik_interviewer_text_clear (IkInterviewerText       *self);

IkLevelAnswer *ik_level_answer_new       (const char              *level,
                                          const char              *text);
IkLevelAnswer *ik_level_answer_copy      (const IkLevelAnswer     *self);
void           ik_level_answer_free      (IkLevelAnswer           *self);

IkQuestion    *ik_question_new           (const char              *prompt);
IkQuestion    *ik_question_copy          (const IkQuestion        *self);
void           ik_question_free          (IkQuestion              *self);
void           ik_question_add_lines     (IkQuestion              *self,
                                          const char              *field,
                                          guint                    first,
                                          guint                    last);
guint          ik_question_get_first_line (const IkQuestion       *self);
guint          ik_question_get_planned_minutes (const IkQuestion  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkLevelAnswer, ik_level_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestion, ik_question_free)

G_END_DECLS
