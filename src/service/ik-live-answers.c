#include "ik-live-interview-private.h"

#include "ik-list.h"
#include "ik-text.h"

/* Changes of the answers of a live interview: outcome, rating, ticks, notes, and
 * how it was asked. */

#define NO_INDICATOR G_MAXUINT

/* What stood there before a command. */
typedef struct
{
  guint       index;
  IkOutcome   outcome;
  int         rating;
  gboolean    not_assessed;
  gboolean    omitted;
  guint       n_skipped;
  const char *asked_as;     /* interned, as few are asked in other words */
  guint       indicator;    /* index of one of the question, or NO_INDICATOR */
  const char *chip;         /* (nullable): text of one's own, interned: they are few */
  gint64      ticked_at_us; /* of either, 0 for not ticked */
  gboolean    goes_on;      /* with the step before it: one command made both */
  gboolean    trims;        /* leaves the item out because it no longer fits */
  gboolean    adds;         /* the item was not there; nothing else counts */
} IkLiveStep;

/**
 * ik_live_steps_new:
 *
 * Returns: (transfer full): an empty list of steps that can be undone
 */
GArray *
ik_live_steps_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (IkLiveStep));
}

/**
 * ik_live_steps_add_addition:
 * @steps: steps that can be undone
 * @index: where an item was added
 *
 * Makes the addition the last step, and lets those before it find their items.
 */
void
ik_live_steps_add_addition (GArray *steps,
                            guint   index)
{
  IkLiveStep step = { .index = index, .indicator = NO_INDICATOR, .adds = TRUE };

  for (guint i = 0; i < steps->len; i++)
    {
      IkLiveStep *other = &g_array_index (steps, IkLiveStep, i);

      if (other->index >= index)
        other->index++;
    }
  g_array_append_val (steps, step);
}

static void
undo_addition (IkLiveInterview *self,
               guint            index)
{
  if (!ik_live_interview_remove_question (self, index))
    return;

  for (guint i = 0; i < self->steps->len; i++)
    {
      IkLiveStep *other = &g_array_index (self->steps, IkLiveStep, i);

      if (other->index > index)
        other->index--;
    }
}

static IkInterviewItem *
get_item_to_change (IkLiveInterview *self)
{
  return self->interview->state == IK_INTERVIEW_STATE_LIVE ? ik_live_interview_get_item (self)
                                                           : NULL;
}

static IkLiveStep
read_step (IkLiveInterview *self,
           guint            index,
           guint            indicator)
{
  const IkInterviewItem *item = self->interview->items->pdata[index];
  IkLiveStep step = {
    .index = index,
    .outcome = item->outcome,
    .rating = item->rating,
    .not_assessed = item->not_assessed,
    .omitted = item->omitted,
    .n_skipped = item->n_skipped,
    .asked_as = g_intern_string (item->asked_as),
    .indicator = indicator,
  };

  if (indicator != NO_INDICATOR)
    step.ticked_at_us = ((IkIndicator *) item->indicators->pdata[indicator])->ticked_at_us;

  return step;
}

static void
log_rating (IkLiveInterview *self,
            IkInterviewItem *item,
            int              rating)
{
  g_autofree char *text = NULL;

  if (rating != IK_RATING_NONE)
    text = g_strdup_printf ("%d", rating);
  ik_live_interview_log (self, item, "rated", text);
}

static void
set_tick (IkLiveInterview *self,
          IkInterviewItem *item,
          IkIndicator     *indicator,
          gint64           ticked_at_us)
{
  if (indicator->ticked_at_us == ticked_at_us)
    return;

  indicator->ticked_at_us = ticked_at_us;
  ik_live_interview_log (self, item, ticked_at_us != 0 ? "ticked" : "unticked", indicator->id);
}

/* Those of one's own come and go with their tick, so that no place in the list
 * stands for one for long. */
static guint
find_own (const IkInterviewItem *item,
          const char            *text)
{
  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      if (indicator->side == IK_INDICATOR_OWN && g_str_equal (indicator->text, text))
        return i;
    }

  return NO_INDICATOR;
}

static gint64
get_own_tick (const IkInterviewItem *item,
              const char            *text)
{
  guint index = find_own (item, text);

  return index != NO_INDICATOR ? ((IkIndicator *) item->indicators->pdata[index])->ticked_at_us : 0;
}

static void
set_own_tick (IkLiveInterview *self,
              IkInterviewItem *item,
              const char      *text,
              gint64           ticked_at_us)
{
  guint index = find_own (item, text);

  if (get_own_tick (item, text) == ticked_at_us)
    return;

  if (ticked_at_us == 0)
    g_ptr_array_remove_index (item->indicators, index);
  else if (index == NO_INDICATOR)
    {
      g_ptr_array_add (item->indicators, ik_indicator_new (IK_INDICATOR_OWN, text));
      index = item->indicators->len - 1;
    }
  if (ticked_at_us != 0)
    ((IkIndicator *) item->indicators->pdata[index])->ticked_at_us = ticked_at_us;
  ik_live_interview_log (self, item, ticked_at_us != 0 ? "ticked" : "unticked", text);
}

/* How the question was asked, or that it was left for later. */
static void
apply_asking (IkLiveInterview  *self,
              IkInterviewItem  *item,
              const IkLiveStep *step)
{
  if (item->omitted != step->omitted)
    {
      item->omitted = step->omitted;
      ik_live_interview_log (self, item, "omitted", step->omitted ? "true" : "false");
    }
  if (item->n_skipped != step->n_skipped)
    {
      ik_live_interview_log (self, item, "skipped",
                             step->n_skipped < item->n_skipped ? "false" : NULL);
      item->n_skipped = step->n_skipped;
    }
  if (!g_str_equal (item->asked_as, step->asked_as))
    {
      ik_text_set (&item->asked_as, step->asked_as);
      ik_live_interview_log (self, item, "reworded", step->asked_as);
    }
}

/* Makes an item say what @step says, with an event for each difference. */
static void
apply_step (IkLiveInterview  *self,
            const IkLiveStep *step)
{
  IkInterviewItem *item = self->interview->items->pdata[step->index];

  if (item->outcome != step->outcome)
    {
      item->outcome = step->outcome;
      ik_live_interview_log (self, item, "outcome", ik_outcome_to_nick (step->outcome));
    }
  if (item->rating != step->rating)
    {
      item->rating = step->rating;
      log_rating (self, item, step->rating);
    }
  if (item->not_assessed != step->not_assessed)
    {
      item->not_assessed = step->not_assessed;
      ik_live_interview_log (self, item, "not_assessed", step->not_assessed ? "true" : "false");
    }
  apply_asking (self, item, step);
  if (step->indicator != NO_INDICATOR)
    set_tick (self, item, item->indicators->pdata[step->indicator], step->ticked_at_us);
  if (step->chip != NULL)
    set_own_tick (self, item, step->chip, step->ticked_at_us);

  ik_live_interview_changed_item (self, step->index);
}

static void
do_step (IkLiveInterview *self,
         IkLiveStep       step)
{
  IkLiveStep before = read_step (self, step.index, step.indicator);

  if (step.chip != NULL)
    {
      before.chip = step.chip;
      before.ticked_at_us = get_own_tick (self->interview->items->pdata[step.index], step.chip);
    }
  before.goes_on = step.goes_on;
  before.trims = step.trims;
  g_array_append_val (self->steps, before);
  apply_step (self, &step);
}

/**
 * ik_live_interview_set_outcome:
 * @self: a live interview
 * @outcome: what became of the item in focus
 *
 * An outcome that takes no rating clears one. What was left out and has an
 * outcome after all is not left out any more.
 */
void
ik_live_interview_set_outcome (IkLiveInterview *self,
                               IkOutcome        outcome)
{
  IkInterviewItem *item;
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  item = get_item_to_change (self);
  if (item == NULL || item->outcome == outcome)
    return;

  step = read_step (self, self->interview->current_item, NO_INDICATOR);
  step.outcome = outcome;
  step.omitted = step.omitted && outcome == IK_OUTCOME_NOT_ASKED;
  if (!ik_outcome_takes_rating (outcome))
    {
      step.rating = IK_RATING_NONE;
      step.not_assessed = FALSE;
    }
  do_step (self, step);
}

/**
 * ik_live_interview_rate:
 * @self: a live interview
 * @value: value of a level of the scale of the item in focus
 *
 * Rates the item in focus. The value it has clears the rating. An item whose
 * outcome takes no rating becomes answered. A value that is not on the scale,
 * or an item that is not scored, changes nothing.
 */
void
ik_live_interview_rate (IkLiveInterview *self,
                        int              value)
{
  IkInterviewItem *item;
  const IkRubric *rubric;
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  item = get_item_to_change (self);
  if (item == NULL || !item->scored)
    return;

  rubric = ik_interview_get_rubric (self->interview, item);
  if (rubric == NULL || ik_rubric_find_level (rubric, value) == NULL)
    return;

  step = read_step (self, self->interview->current_item, NO_INDICATOR);
  step.rating = item->rating != value ? value : IK_RATING_NONE;
  if (step.rating != IK_RATING_NONE)
    {
      step.not_assessed = FALSE;
      step.omitted = FALSE;
      if (!ik_outcome_takes_rating (step.outcome))
        step.outcome = IK_OUTCOME_ANSWERED;
    }
  do_step (self, step);
}

/**
 * ik_live_interview_set_not_assessed:
 * @self: a live interview
 * @not_assessed: whether the item in focus is left out on purpose
 *
 * Leaving an item out clears its rating.
 */
void
ik_live_interview_set_not_assessed (IkLiveInterview *self,
                                    gboolean         not_assessed)
{
  IkInterviewItem *item;
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  item = get_item_to_change (self);
  if (item == NULL || !item->scored || item->not_assessed == !!not_assessed)
    return;

  step = read_step (self, self->interview->current_item, NO_INDICATOR);
  step.not_assessed = !!not_assessed;
  if (not_assessed)
    step.rating = IK_RATING_NONE;
  do_step (self, step);
}

/**
 * ik_live_interview_take_chips:
 * @self: a live interview
 * @chips: (transfer full): quick chips of the interviewer's own
 *
 * Offers with each question those of @chips that belong to it. Before that
 * there are none.
 */
void
ik_live_interview_take_chips (IkLiveInterview *self,
                              IkChips         *chips)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));
  g_return_if_fail (chips != NULL);

  g_clear_pointer (&self->chips, ik_chips_free);
  self->chips = chips;
}

static void
add_own (GPtrArray             *indicators,
         const IkInterviewItem *item,
         const char            *text)
{
  IkIndicator *indicator = ik_indicator_new (IK_INDICATOR_OWN, text);

  indicator->ticked_at_us = get_own_tick (item, text);
  g_ptr_array_add (indicators, indicator);
}

/* What is not rated is rated by nothing. */
static GPtrArray *
list_chips (IkLiveInterview       *self,
            const IkInterviewItem *item)
{
  const IkRubric *rubric = item->scored ? ik_interview_get_rubric (self->interview, item) : NULL;

  return self->chips != NULL ? ik_chips_for_rubric (self->chips, rubric != NULL ? rubric->id : NULL)
                             : ik_text_list_new ();
}

/**
 * ik_live_interview_fill_indicators:
 * @self: a live interview
 * @indicators: (element-type IkIndicator): a list that owns its elements
 *
 * Replaces what is in @indicators by what can be ticked with the item in focus:
 * the indicators of the question, the quick chips of each question and of its
 * rubric, and what was ticked with a chip that is none any more.
 */
void
ik_live_interview_fill_indicators (IkLiveInterview *self,
                                   GPtrArray       *indicators)
{
  g_autoptr(GPtrArray) chips = NULL;
  const IkInterviewItem *item;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  g_ptr_array_set_size (indicators, 0);
  item = ik_live_interview_get_item (self);
  if (item == NULL)
    return;

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      if (indicator->side != IK_INDICATOR_OWN)
        g_ptr_array_add (indicators, ik_indicator_copy (indicator));
    }
  chips = list_chips (self, item);
  for (guint i = 0; i < chips->len; i++)
    add_own (indicators, item, chips->pdata[i]);
  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      if (indicator->side == IK_INDICATOR_OWN &&
          !g_ptr_array_find_with_equal_func (chips, indicator->text, g_str_equal, NULL))
        g_ptr_array_add (indicators, ik_indicator_copy (indicator));
    }
}

/**
 * ik_live_interview_toggle_indicator:
 * @self: a live interview
 * @index: index in what ik_live_interview_fill_indicators() lists
 *
 * Ticks an indicator of the item in focus as heard now, or takes the tick back.
 * One of the interviewer's own is part of the item as long as it is ticked.
 */
void
ik_live_interview_toggle_indicator (IkLiveInterview *self,
                                    guint            index)
{
  g_autoptr(GPtrArray) indicators = NULL;
  const IkIndicator *indicator;
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_indicator_free);
  ik_live_interview_fill_indicators (self, indicators);
  if (get_item_to_change (self) == NULL || index >= indicators->len)
    return;

  indicator = indicators->pdata[index];
  step = read_step (self, self->interview->current_item, NO_INDICATOR);
  if (indicator->side == IK_INDICATOR_OWN)
    step.chip = g_intern_string (indicator->text);
  else
    step.indicator = index;
  step.ticked_at_us = indicator->ticked_at_us == 0 ? ik_clock_wall_us (self->clock) : 0;
  do_step (self, step);
}

/**
 * ik_live_interview_set_omitted:
 * @self: a live interview
 * @omitted: whether the item in focus is left out
 *
 * Leaves an item out that was not asked and goes to the next open one, or takes
 * it in again. One with an outcome stays as it is.
 */
void
ik_live_interview_set_omitted (IkLiveInterview *self,
                               gboolean         omitted)
{
  IkInterviewItem *item;
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  item = get_item_to_change (self);
  if (item == NULL || item->omitted == !!omitted || item->outcome != IK_OUTCOME_NOT_ASKED)
    return;

  step = read_step (self, self->interview->current_item, NO_INDICATOR);
  step.omitted = !!omitted;
  do_step (self, step);
  if (omitted)
    ik_live_interview_next_open (self);
}

/**
 * ik_live_interview_skip:
 * @self: a live interview
 *
 * Leaves the item for later and goes to the next open one, from the start again
 * past the end; where no other is open, the focus stays.
 */
void
ik_live_interview_skip (IkLiveInterview *self)
{
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (get_item_to_change (self) == NULL)
    return;

  if (!self->interview->from_paper)
    {
      step = read_step (self, self->interview->current_item, NO_INDICATOR);
      step.n_skipped++;
      do_step (self, step);
    }
  ik_live_interview_next_open (self);
}

/**
 * ik_live_interview_set_asked_as:
 * @self: a live interview
 * @wording: how the item in focus was asked, "" for in the planned words
 *
 * Notes that an item was asked in other words; the planned ones stay.
 */
void
ik_live_interview_set_asked_as (IkLiveInterview *self,
                                const char      *wording)
{
  g_autofree char *text = NULL;
  const IkInterviewItem *item;
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));
  g_return_if_fail (wording != NULL);

  item = get_item_to_change (self);
  text = g_strstrip (g_strdup (wording));
  if (item == NULL || g_str_equal (item->asked_as, text))
    return;

  step = read_step (self, self->interview->current_item, NO_INDICATOR);
  step.asked_as = g_intern_string (text);
  do_step (self, step);
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/**
 * ik_live_interview_trim:
 * @self: a live interview
 *
 * Leaves out what ik_live_interview_propose_trim() says, as one step of undo.
 */
void
ik_live_interview_trim (IkLiveInterview *self)
{
  g_autoptr(GArray) indexes = NULL;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (self->interview->state != IK_INTERVIEW_STATE_LIVE)
    return;

  indexes = ik_live_interview_propose_trim (self);
  for (guint i = 0; i < indexes->len; i++)
    {
      IkLiveStep step = read_step (self, g_array_index (indexes, guint, i), NO_INDICATOR);

      step.omitted = TRUE;
      step.goes_on = i > 0;
      step.trims = TRUE;
      do_step (self, step);
    }
}

/**
 * ik_live_interview_get_trimmed:
 * @self: a live interview
 *
 * Returns: (transfer full) (element-type guint): ascending indexes of what
 *   ik_live_interview_trim() left out, as long as ik_live_interview_undo() takes
 *   just that back; empty otherwise
 */
GArray *
ik_live_interview_get_trimmed (IkLiveInterview *self)
{
  g_autoptr(GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), NULL);

  for (guint i = self->steps->len; i-- > 0 && ik_live_interview_can_undo (self);)
    {
      const IkLiveStep *step = &g_array_index (self->steps, IkLiveStep, i);

      if (!step->trims)
        break;
      g_array_append_val (indexes, step->index);
      if (!step->goes_on)
        break;
    }
  g_array_sort (indexes, compare_indexes);

  return g_steal_pointer (&indexes);
}

/**
 * ik_live_interview_can_undo:
 * @self: a live interview
 *
 * Returns: whether an outcome, a rating, a tick, other words, a question that was
 *   added, or leaving one out or for later can be taken back
 */
gboolean
ik_live_interview_can_undo (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), FALSE);

  return self->interview->state == IK_INTERVIEW_STATE_LIVE && self->steps->len > 0;
}

/**
 * ik_live_interview_undo:
 * @self: a live interview
 *
 * Takes the last command of those back, wherever the focus is now. The log keeps
 * both: undoing appends events as any change does. A question that was added
 * stays once anything was written down for it.
 */
void
ik_live_interview_undo (IkLiveInterview *self)
{
  IkLiveStep step;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (!ik_live_interview_can_undo (self))
    return;

  do
    {
      step = g_array_index (self->steps, IkLiveStep, self->steps->len - 1);
      g_array_set_size (self->steps, self->steps->len - 1);
      if (step.adds)
        undo_addition (self, step.index);
      else
        apply_step (self, &step);
    }
  while (step.goes_on && self->steps->len > 0);
}

/* When a paragraph was begun; not known of one that was on paper. */
static gint64
get_note_time (IkLiveInterview *self)
{
  return self->interview->from_paper ? 0 : ik_clock_wall_us (self->clock);
}

/* A key that was typed while the page was already closing still counts. */
static gboolean
takes_text (IkLiveInterview *self)
{
  return self->interview->state == IK_INTERVIEW_STATE_LIVE ||
         self->interview->state == IK_INTERVIEW_STATE_REVIEW;
}

/**
 * ik_live_interview_set_evidence:
 * @self: a live interview
 * @evidence: the line of evidence of the item in focus, as it is now
 */
void
ik_live_interview_set_evidence (IkLiveInterview *self,
                                const char      *evidence)
{
  IkInterviewItem *item;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));
  g_return_if_fail (evidence != NULL);

  item = ik_live_interview_get_item (self);
  if (item == NULL || !takes_text (self) || g_str_equal (item->evidence, evidence))
    return;

  ik_text_set (&item->evidence, evidence);
  ik_live_interview_changed_item (self, self->interview->current_item);
}

/**
 * ik_live_interview_set_note:
 * @self: a live interview
 * @text: the note of the item in focus, as it is now
 *
 * For each key: paragraphs keep the time they were begun at.
 */
void
ik_live_interview_set_note (IkLiveInterview *self,
                            const char      *text)
{
  IkInterviewItem *item;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));
  g_return_if_fail (text != NULL);

  item = ik_live_interview_get_item (self);
  if (item != NULL && takes_text (self) &&
      ik_notes_update (item->notes, text, get_note_time (self)))
    ik_live_interview_changed_item (self, self->interview->current_item);
}

/**
 * ik_live_interview_set_general_note:
 * @self: a live interview
 * @text: the note on the whole interview, as it is now
 */
void
ik_live_interview_set_general_note (IkLiveInterview *self,
                                    const char      *text)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));
  g_return_if_fail (text != NULL);

  if (takes_text (self) &&
      ik_notes_update (self->interview->notes, text, get_note_time (self)))
    ik_live_saver_touch_notes (self->saver);
}
