#include "ik-pace.h"

/* An item in focus for longer than this was asked, not looked at in passing: a
 * choice of ours, about what it takes to read a question out. */
#define GLANCE_MS (20 * 1000)

static gboolean
was_begun (const IkInterviewItem *self)
{
  if (self->elapsed_ms > GLANCE_MS || !ik_notes_are_blank (self->notes))
    return TRUE;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      if (((IkIndicator *) self->indicators->pdata[i])->ticked_at_us != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_interview_item_is_open:
 * @self: an item
 *
 * Whether an item is still to be asked. Its outcome is the interviewer's to
 * say and never set behind their back, so one without an outcome counts as
 * done once it was begun (a note, a tick, or more than 20 s in focus); skipping
 * opens it again until it gets an outcome.
 *
 * Returns: whether it is
 */
gboolean
ik_interview_item_is_open (const IkInterviewItem *self)
{
  return self->outcome == IK_OUTCOME_NOT_ASKED && !self->not_assessed &&
         (self->n_skipped > 0 || !was_begun (self));
}

/**
 * ik_interview_find_open:
 * @self: an interview
 * @after: index of an item
 *
 * Returns: index of the next open item after @after, from the start again past
 *   the end; @after itself if no other one is open
 */
guint
ik_interview_find_open (const IkInterview *self,
                        guint              after)
{
  guint n_items = self->items->len;

  for (guint n = 1; n < n_items; n++)
    {
      guint i = (after + n) % n_items;

      if (ik_interview_item_is_open (self->items->pdata[i]))
        return i;
    }

  return after;
}

/**
 * ik_interview_compute_behind_ms:
 * @self: an interview
 * @slot_elapsed_ms: time since the start
 * @item_elapsed_ms: time of the item in focus so far
 *
 * The pace: projected end minus end of the slot, where the projected end is
 * now, plus what is left of the budget of the item in focus, plus the budgets
 * of all other open items. Extra time scales slot and budgets alike.
 *
 * Returns: milliseconds behind, negative ahead; 0 where no slot was planned
 */
gint64
ik_interview_compute_behind_ms (const IkInterview *self,
                                gint64             slot_elapsed_ms,
                                gint64             item_elapsed_ms)
{
  gint64 slot_ms = ik_interview_get_slot_ms (self);
  gint64 end_ms = slot_elapsed_ms;

  if (slot_ms == 0)
    return 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkInterviewItem *item = self->items->pdata[i];
      gint64 budget_ms = ik_interview_get_budget_ms (self, item);

      if (i == self->current_item)
        end_ms += MAX (0, budget_ms - item_elapsed_ms);
      else if (ik_interview_item_is_open (item))
        end_ms += budget_ms;
    }

  return end_ms - slot_ms;
}
