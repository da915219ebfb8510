#include "ik-interview.h"

#include "ik-list.h"

/**
 * ik_indicator_new:
 * @side: positive or red flag
 * @text: what to listen for
 *
 * Returns: (transfer full): an indicator with a new id, not ticked
 */
IkIndicator *
ik_indicator_new (IkIndicatorSide  side,
                  const char      *text)
{
  IkIndicator *self = g_new0 (IkIndicator, 1);

  self->id = g_uuid_string_random ();
  self->side = side;
  self->text = g_strdup (text);

  return self;
}

/**
 * ik_indicator_copy:
 * @self: an indicator
 *
 * Returns: (transfer full): a copy with the same id
 */
IkIndicator *
ik_indicator_copy (const IkIndicator *self)
{
  IkIndicator *copy = g_new0 (IkIndicator, 1);

  copy->id = g_strdup (self->id);
  copy->side = self->side;
  copy->text = g_strdup (self->text);
  copy->ticked_at_us = self->ticked_at_us;

  return copy;
}

/**
 * ik_indicator_free:
 * @self: (transfer full): an indicator
 */
void
ik_indicator_free (IkIndicator *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

static void
add_indicators (GPtrArray       *indicators,
                IkIndicatorSide  side,
                GPtrArray       *texts)
{
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (indicators, ik_indicator_new (side, texts->pdata[i]));
}

/**
 * ik_interview_item_new:
 * @question: a question of the bank
 *
 * Freezes a question. Section, required and off-script are for the caller to
 * set.
 *
 * Returns: (transfer full): an item with a new id and the wording of @question
 */
IkInterviewItem *
ik_interview_item_new (const IkQuestion *question)
{
  IkInterviewItem *self = g_new0 (IkInterviewItem, 1);

  self->id = g_uuid_string_random ();
  self->question_id = g_strdup (question->id);
  self->section = g_strdup ("");
  self->section_introduction = g_strdup ("");
  self->required = TRUE;
  self->minutes = ik_question_get_planned_minutes (question);
  self->scored = ik_question_kind_is_scored (question->kind);
  self->kind = question->kind;
  ik_candidate_text_copy (&self->candidate, &question->candidate);
  ik_interviewer_text_copy (&self->interviewer, &question->interviewer);
  self->competency_id = g_strdup (question->competency_id);
  self->rubric_id = g_strdup (question->rubric_id);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_indicator_free);
  add_indicators (self->indicators, IK_INDICATOR_POSITIVE,
                  question->interviewer.positive_indicators);
  add_indicators (self->indicators, IK_INDICATOR_RED_FLAG, question->interviewer.red_flags);
  self->rating = IK_RATING_NONE;
  self->evidence = g_strdup ("");
  self->notes = ik_notes_new ();
  self->asked_as = g_strdup ("");
  self->weight = IK_WEIGHT_EQUAL;
  self->weight_reason = g_strdup ("");
  self->knock_out = IK_RATING_NONE;

  return self;
}

/**
 * ik_interview_item_new_off_script:
 * @prompt: its wording
 *
 * Returns: (transfer full): an optional item that stood in no plan and takes no
 *   time of it
 */
IkInterviewItem *
ik_interview_item_new_off_script (const char *prompt)
{
  g_autoptr(IkQuestion) question = ik_question_new (prompt);
  IkInterviewItem *self = ik_interview_item_new (question);

  g_clear_pointer (&self->question_id, g_free);
  self->off_script = TRUE;
  self->required = FALSE;
  self->minutes = 0;

  return self;
}

/**
 * ik_interview_item_copy:
 * @self: an item
 *
 * Returns: (transfer full): a copy with the same ids
 */
IkInterviewItem *
ik_interview_item_copy (const IkInterviewItem *self)
{
  IkInterviewItem *copy = g_new0 (IkInterviewItem, 1);

  copy->id = g_strdup (self->id);
  copy->question_id = g_strdup (self->question_id);
  copy->section = g_strdup (self->section);
  copy->section_introduction = g_strdup (self->section_introduction);
  copy->required = self->required;
  copy->minutes = self->minutes;
  copy->scored = self->scored;
  copy->off_script = self->off_script;
  copy->kind = self->kind;
  ik_candidate_text_copy (&copy->candidate, &self->candidate);
  ik_interviewer_text_copy (&copy->interviewer, &self->interviewer);
  copy->competency_id = g_strdup (self->competency_id);
  copy->rubric_id = g_strdup (self->rubric_id);
  copy->indicators = ik_list_copy (self->indicators, ik_indicator_copy, ik_indicator_free);
  copy->outcome = self->outcome;
  copy->elapsed_ms = self->elapsed_ms;
  copy->rating = self->rating;
  copy->not_assessed = self->not_assessed;
  copy->evidence = g_strdup (self->evidence);
  copy->notes = ik_list_copy (self->notes, ik_note_copy, ik_note_free);
  copy->n_skipped = self->n_skipped;
  copy->omitted = self->omitted;
  copy->asked_as = g_strdup (self->asked_as);
  copy->quiet_ms = self->quiet_ms;
  copy->weight = self->weight;
  copy->weight_reason = g_strdup (self->weight_reason);
  copy->knock_out = self->knock_out;

  return copy;
}

/**
 * ik_interview_item_free:
 * @self: (transfer full): an item
 */
void
ik_interview_item_free (IkInterviewItem *self)
{
  g_free (self->id);
  g_free (self->question_id);
  g_free (self->section);
  g_free (self->section_introduction);
  ik_candidate_text_clear (&self->candidate);
  ik_interviewer_text_clear (&self->interviewer);
  g_free (self->competency_id);
  g_free (self->rubric_id);
  g_ptr_array_unref (self->indicators);
  g_free (self->evidence);
  g_ptr_array_unref (self->notes);
  g_free (self->asked_as);
  g_free (self->weight_reason);
  g_free (self);
}

/**
 * ik_interview_item_is_rated:
 * @self: an item
 *
 * Returns: whether its rating counts in a mean
 */
gboolean
ik_interview_item_is_rated (const IkInterviewItem *self)
{
  return self->scored && self->rating != IK_RATING_NONE && ik_outcome_takes_rating (self->outcome);
}

/**
 * ik_interview_item_wants_rating:
 * @self: an item
 *
 * Returns: whether it could be rated, was not, and was not left out on purpose
 */
gboolean
ik_interview_item_wants_rating (const IkInterviewItem *self)
{
  return self->scored && ik_outcome_takes_rating (self->outcome) &&
         self->rating == IK_RATING_NONE && !self->not_assessed;
}

/**
 * ik_interview_item_has_evidence:
 * @self: an item
 *
 * Returns: whether anything stands behind its rating: a line of evidence, a
 *   ticked indicator or a note
 */
gboolean
ik_interview_item_has_evidence (const IkInterviewItem *self)
{
  g_autofree char *evidence = g_strstrip (g_strdup (self->evidence));

  if (*evidence != '\0' || !ik_notes_are_blank (self->notes))
    return TRUE;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      if (((IkIndicator *) self->indicators->pdata[i])->ticked_at_us != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_interview_item_was_asked:
 * @self: an item
 *
 * Returns: whether its outcome says so, or what was written or ticked, or the
 *   time that it had
 */
gboolean
ik_interview_item_was_asked (const IkInterviewItem *self)
{
  return self->outcome != IK_OUTCOME_NOT_ASKED || self->elapsed_ms >= IK_INTERVIEW_ITEM_ASKED_MS ||
         ik_interview_item_has_evidence (self);
}

/**
 * ik_interview_item_wants_review:
 * @self: an item
 *
 * What the review asks for beyond ik_interview_item_wants_rating(): an item that
 * was asked by all signs, though nobody said what became of it.
 *
 * Returns: whether it waits for a rating, or to be left out on purpose
 */
gboolean
ik_interview_item_wants_review (const IkInterviewItem *self)
{
  return ik_interview_item_wants_rating (self) ||
         (self->scored && !self->not_assessed && self->outcome == IK_OUTCOME_NOT_ASKED &&
          ik_interview_item_was_asked (self));
}

/**
 * ik_competency_rating_new:
 * @competency: what is measured
 *
 * Returns: (transfer full): a rating not yet given
 */
IkCompetencyRating *
ik_competency_rating_new (const IkCompetency *competency)
{
  IkCompetencyRating *self = g_new0 (IkCompetencyRating, 1);

  self->competency = ik_competency_copy (competency);
  self->rating = IK_RATING_NONE;

  return self;
}

/**
 * ik_competency_rating_copy:
 * @self: a rating
 *
 * Returns: (transfer full): a copy
 */
IkCompetencyRating *
ik_competency_rating_copy (const IkCompetencyRating *self)
{
  IkCompetencyRating *copy = ik_competency_rating_new (self->competency);

  copy->rating = self->rating;
  copy->not_assessed = self->not_assessed;

  return copy;
}

/**
 * ik_competency_rating_free:
 * @self: (transfer full): a rating
 */
void
ik_competency_rating_free (IkCompetencyRating *self)
{
  ik_competency_free (self->competency);
  g_free (self);
}

/**
 * ik_reopening_new:
 * @at_us: when
 * @reason: why
 *
 * Returns: (transfer full): a trace of a reopening
 */
IkReopening *
ik_reopening_new (gint64      at_us,
                  const char *reason)
{
  IkReopening *self = g_new0 (IkReopening, 1);

  self->at_us = at_us;
  self->reason = g_strdup (reason);

  return self;
}

/**
 * ik_reopening_free:
 * @self: (transfer full): a reopening
 */
void
ik_reopening_free (IkReopening *self)
{
  g_free (self->reason);
  g_free (self);
}

static IkReopening *
reopening_copy (const IkReopening *self)
{
  return ik_reopening_new (self->at_us, self->reason);
}

/**
 * ik_interview_new:
 *
 * Returns: (transfer full): an empty planned interview with a new id
 */
IkInterview *
ik_interview_new (void)
{
  IkInterview *self = g_new0 (IkInterview, 1);

  self->id = g_uuid_string_random ();
  self->candidate_id = g_strdup ("");
  self->candidate_name = g_strdup ("");
  self->set_title = g_strdup ("");
  self->role = g_strdup ("");
  self->interviewer_id = g_strdup ("");
  self->interviewer_name = g_strdup ("");
  self->round = g_strdup ("");
  self->opening = g_strdup ("");
  self->room = g_strdup ("");
  self->rubrics = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rubric_free);
  self->competencies = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_competency_rating_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_item_free);
  self->notes = ik_notes_new ();
  self->recommendation = IK_RATING_NONE;
  self->summary = g_strdup ("");
  self->strengths = ik_findings_new ();
  self->concerns = ik_findings_new ();
  self->reopened = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_reopening_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);

  return self;
}

/**
 * ik_interview_copy:
 * @self: an interview
 *
 * Returns: (transfer full): a copy with the same ids
 */
IkInterview *
ik_interview_copy (const IkInterview *self)
{
  IkInterview *copy = g_new0 (IkInterview, 1);

  copy->id = g_strdup (self->id);
  copy->state = self->state;
  copy->candidate_id = g_strdup (self->candidate_id);
  copy->candidate_name = g_strdup (self->candidate_name);
  copy->set_id = g_strdup (self->set_id);
  copy->set_title = g_strdup (self->set_title);
  copy->role = g_strdup (self->role);
  copy->interviewer_id = g_strdup (self->interviewer_id);
  copy->interviewer_name = g_strdup (self->interviewer_name);
  copy->round = g_strdup (self->round);
  copy->opening = g_strdup (self->opening);
  copy->room = g_strdup (self->room);
  copy->large_print = self->large_print;
  copy->from_paper = self->from_paper;
  copy->planned_at_us = self->planned_at_us;
  copy->started_at_us = self->started_at_us;
  copy->ended_at_us = self->ended_at_us;
  copy->slot_minutes = self->slot_minutes;
  copy->extra_time_percent = self->extra_time_percent;
  copy->rubrics = ik_list_copy (self->rubrics, ik_rubric_copy, ik_rubric_free);
  copy->competencies = ik_list_copy (self->competencies, ik_competency_rating_copy,
                                     ik_competency_rating_free);
  copy->items = ik_list_copy (self->items, ik_interview_item_copy, ik_interview_item_free);
  copy->notes = ik_list_copy (self->notes, ik_note_copy, ik_note_free);
  copy->recommendation_rubric_id = g_strdup (self->recommendation_rubric_id);
  copy->recommendation = self->recommendation;
  copy->summary = g_strdup (self->summary);
  copy->strengths = ik_findings_copy (self->strengths);
  copy->concerns = ik_findings_copy (self->concerns);
  copy->handed_in_at_us = self->handed_in_at_us;
  copy->reopened = ik_list_copy (self->reopened, reopening_copy, ik_reopening_free);
  copy->events = g_ptr_array_ref (self->events);
  copy->started = self->started;
  copy->paused = self->paused;
  copy->paused_ms = self->paused_ms;
  copy->broken_off_ms = self->broken_off_ms;
  copy->quiet = self->quiet;
  copy->current_item = self->current_item;
  copy->focused = self->focused;
  copy->is_withheld = self->is_withheld;

  return copy;
}

/**
 * ik_interview_free:
 * @self: (transfer full): an interview
 */
void
ik_interview_free (IkInterview *self)
{
  g_free (self->id);
  g_free (self->candidate_id);
  g_free (self->candidate_name);
  g_free (self->set_id);
  g_free (self->set_title);
  g_free (self->role);
  g_free (self->interviewer_id);
  g_free (self->interviewer_name);
  g_free (self->round);
  g_free (self->opening);
  g_free (self->room);
  g_ptr_array_unref (self->rubrics);
  g_ptr_array_unref (self->competencies);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->notes);
  g_free (self->recommendation_rubric_id);
  g_free (self->summary);
  g_ptr_array_unref (self->strengths);
  g_ptr_array_unref (self->concerns);
  g_ptr_array_unref (self->reopened);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * ik_interview_find_item:
 * @self: an interview
 * @id: id of an item
 *
 * Returns: (nullable) (transfer none): the item; linear
 */
IkInterviewItem *
ik_interview_find_item (const IkInterview *self,
                        const char        *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      IkInterviewItem *item = self->items->pdata[i];

      if (g_str_equal (item->id, id))
        return item;
    }

  return NULL;
}

/**
 * ik_interview_find_rubric:
 * @self: an interview
 * @id: (nullable): id of a rubric
 *
 * Returns: (nullable) (transfer none): its frozen copy of it
 */
const IkRubric *
ik_interview_find_rubric (const IkInterview *self,
                          const char        *id)
{
  for (guint i = 0; id != NULL && i < self->rubrics->len; i++)
    {
      const IkRubric *rubric = self->rubrics->pdata[i];

      if (g_str_equal (rubric->id, id))
        return rubric;
    }

  return NULL;
}

/**
 * ik_interview_get_rubric:
 * @self: a planned interview
 * @item: (nullable): one of its items, %NULL for competencies
 *
 * Returns: (nullable) (transfer none): what @item is rated by: its own rubric
 *   or the interview's first; %NULL only where the interview has none at all
 */
const IkRubric *
ik_interview_get_rubric (const IkInterview     *self,
                         const IkInterviewItem *item)
{
  const IkRubric *own = item != NULL ? ik_interview_find_rubric (self, item->rubric_id) : NULL;

  if (own != NULL)
    return own;

  return self->rubrics->len > 0 ? self->rubrics->pdata[0] : NULL;
}

static gint64
adjust_ms (const IkInterview *self,
           guint              minutes)
{
  return (gint64) minutes * 60 * 1000 * (100 + self->extra_time_percent) / 100;
}

/**
 * ik_interview_get_slot_ms:
 * @self: an interview
 *
 * Returns: length of the slot in milliseconds, extra time included; 0 where
 *   none was planned
 */
gint64
ik_interview_get_slot_ms (const IkInterview *self)
{
  return adjust_ms (self, self->slot_minutes);
}

/**
 * ik_interview_get_used_ms:
 * @self: an interview
 *
 * Returns: time from start to end in milliseconds, pauses and breaks taken off;
 *   where one of the two is not known, the sum of what the questions took
 */
gint64
ik_interview_get_used_ms (const IkInterview *self)
{
  gint64 sum_ms = 0;

  if (self->ended_at_us > self->started_at_us && self->started_at_us != 0)
    return MAX (0, (self->ended_at_us - self->started_at_us) / 1000 - self->paused_ms
                - self->broken_off_ms);

  for (guint i = 0; i < self->items->len; i++)
    sum_ms += ((IkInterviewItem *) self->items->pdata[i])->elapsed_ms;

  return sum_ms;
}

/**
 * ik_interview_get_budget_ms:
 * @self: an interview
 * @item: one of its items
 *
 * Returns: planned time of @item in milliseconds, extra time included
 */
gint64
ik_interview_get_budget_ms (const IkInterview     *self,
                            const IkInterviewItem *item)
{
  return adjust_ms (self, item->minutes);
}

/**
 * ik_interview_summary_free:
 * @self: (transfer full): a summary
 */
void
ik_interview_summary_free (IkInterviewSummary *self)
{
  g_free (self->id);
  g_free (self->candidate_id);
  g_free (self->candidate_name);
  g_free (self->set_id);
  g_free (self->set_title);
  g_free (self->role);
  g_free (self->interviewer_name);
  g_free (self->round);
  g_free (self->room);
  g_free (self->recommendation_rubric_id);
  g_free (self);
}
