#include "ik-question-merge.h"

#include "ik-attachment.h"
#include "ik-id.h"
#include "ik-list.h"
#include "ik-text.h"
#include "ik-wording.h"

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

static gboolean
has_words (GPtrArray  *texts,
           const char *text)
{
  g_autoptr(GString) wanted = g_string_new (NULL);

  ik_wording_append (wanted, text);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr(GString) words = g_string_new (NULL);

      ik_wording_append (words, texts->pdata[i]);
      if (g_string_equal (words, wanted))
        return TRUE;
    }

  return FALSE;
}

static void
unite_list (GPtrArray *texts,
            GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      if (!has_words (texts, more->pdata[i]))
        g_ptr_array_add (texts, g_strdup (more->pdata[i]));
    }
}

/* One paragraph after the other, where they are not the same. */
static void
unite_text (char       **text,
            const char  *more)
{
  g_autoptr(GPtrArray) known = ik_text_list_new ();
  g_autofree char *both = NULL;

  g_ptr_array_add (known, g_strdup (*text));
  if (*more == '\0' || has_words (known, more))
    return;

  both = **text == '\0' ? g_strdup (more) : g_strconcat (*text, "\n\n", more, NULL);
  ik_text_set (text, both);
}

static void
unite_attachments (GPtrArray *attachments,
                   GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const IkAttachment *attachment = more->pdata[i];
      gboolean is_known = FALSE;

      for (guint j = 0; j < attachments->len && !is_known; j++)
        {
          const IkAttachment *known = attachments->pdata[j];

          is_known = g_bytes_equal (known->data, attachment->data);
        }
      if (!is_known)
        {
          IkAttachment *copy = ik_attachment_copy (attachment);

          g_free (copy->id);
          copy->id = ik_id_new ();
          g_ptr_array_add (attachments, copy);
        }
    }
}

static void
unite_level_answers (GPtrArray *answers,
                     GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const IkLevelAnswer *answer = more->pdata[i];
      IkLevelAnswer *known = NULL;

      for (guint j = 0; j < answers->len && known == NULL; j++)
        {
          IkLevelAnswer *candidate = answers->pdata[j];

          if (g_ascii_strcasecmp (candidate->level, answer->level) == 0)
            known = candidate;
        }

      if (known != NULL)
        unite_text (&known->text, answer->text);
      else
        g_ptr_array_add (answers, ik_level_answer_copy (answer));
    }
}

static void
unite_guidance (IkInterviewerText       *self,
                const IkInterviewerText *other)
{
  unite_list (self->follow_ups, other->follow_ups);
  unite_text (&self->reference_answer, other->reference_answer);
  unite_level_answers (self->level_answers, other->level_answers);
  unite_text (&self->why_it_matters, other->why_it_matters);
  unite_list (self->clarifying_questions, other->clarifying_questions);
  unite_list (self->positive_indicators, other->positive_indicators);
  unite_list (self->red_flags, other->red_flags);
  unite_list (self->references, other->references);
  unite_attachments (self->attachments, other->attachments);
  /* Two ways to a solution are not one with twice the steps. */
  if (self->solution_steps->len == 0)
    unite_list (self->solution_steps, other->solution_steps);
}

/**
 * ik_question_unite:
 * @self: a question of the bank that stays
 * @other: one that asks the same and goes
 * @with_guidance: whether what the interviewer sees is united as well
 *
 * Gives a question what another one has and it lacks. Its wording stays; tags
 * are united, and of level, kind, minutes, competency and rubric those are taken
 * that it doesn't have. Of the guidance each entry is kept once.
 */
void
ik_question_unite (IkQuestion       *self,
                   const IkQuestion *other,
                   gboolean          with_guidance)
{
  g_return_if_fail (self != NULL && other != NULL && self != other);

  unite_list (self->tags, other->tags);
  if (*self->level == '\0')
    ik_text_set (&self->level, other->level);
  if (self->minutes == 0)
    self->minutes = other->minutes;
  if (self->kind == IK_QUESTION_KIND_OPEN)
    self->kind = other->kind;
  if (self->competency_id == NULL)
    self->competency_id = g_strdup (other->competency_id);
  if (self->rubric_id == NULL)
    self->rubric_id = g_strdup (other->rubric_id);

  if (*self->candidate.details == '\0')
    ik_text_set (&self->candidate.details, other->candidate.details);
  if (self->candidate.sub_questions->len == 0)
    unite_list (self->candidate.sub_questions, other->candidate.sub_questions);
  unite_attachments (self->candidate.attachments, other->candidate.attachments);
  if (with_guidance)
    unite_guidance (&self->interviewer, &other->interviewer);
}
