#include "ik-live-interview-private.h"

#include "ik-pace.h"

/* An interview that was held on paper and is entered afterwards, question by
 * question. It is saved as one that is held, but no clock runs: the times are
 * those that were written down, and a note says nothing of when it was typed. */

static gboolean
is_being_entered (IkLiveInterview *self)
{
  return self->interview->from_paper && self->interview->state == IK_INTERVIEW_STATE_LIVE;
}

/* The moments of a clock belong to interviews that one ran in. */
static void
set_started_at (IkLiveInterview *self,
                gint64           started_at_us)
{
  static const IkInstant none = { 0, 0, "" };

  self->interview->started = none;
  self->interview->started.wall_us = started_at_us;
  self->interview->started_at_us = started_at_us;
}

/**
 * ik_live_interview_start_from_paper:
 * @self: a live interview
 *
 * Begins to enter a planned interview that was held on paper, at the planned
 * time if that is over and otherwise now; ik_live_interview_set_started_at()
 * corrects it. In any other state it does nothing.
 */
void
ik_live_interview_start_from_paper (IkLiveInterview *self)
{
  gint64 now_us;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (self->interview->state != IK_INTERVIEW_STATE_PLANNED)
    return;

  now_us = ik_clock_wall_us (self->clock);
  self->interview->from_paper = TRUE;
  set_started_at (self, self->interview->planned_at_us != 0
                  ? MIN (self->interview->planned_at_us, now_us) : now_us);
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_LIVE, "entry_started", NULL);
}

/**
 * ik_live_interview_set_started_at:
 * @self: a live interview that is entered from paper
 * @started_at_us: when it really started, microseconds since 1970 UTC
 *
 * Returns: whether it was taken: no interview that was held starts in the future
 */
gboolean
ik_live_interview_set_started_at (IkLiveInterview *self,
                                  gint64           started_at_us)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), FALSE);

  if (!is_being_entered (self) || started_at_us > ik_clock_wall_us (self->clock))
    return FALSE;

  if (started_at_us != self->interview->started_at_us)
    {
      set_started_at (self, started_at_us);
      ik_live_saver_save (self->saver);
    }

  return TRUE;
}

/**
 * ik_live_interview_set_item_ms:
 * @self: a live interview that is entered from paper
 * @elapsed_ms: how long the item in focus took, 0 where nobody wrote it down
 *
 * Sets the time of the item in focus.
 */
void
ik_live_interview_set_item_ms (IkLiveInterview *self,
                               gint64           elapsed_ms)
{
  IkInterviewItem *item;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));
  g_return_if_fail (elapsed_ms >= 0);

  item = ik_live_interview_get_item (self);
  if (item == NULL || !is_being_entered (self) || item->elapsed_ms == elapsed_ms)
    return;

  item->elapsed_ms = elapsed_ms;
  ik_live_interview_changed_item (self, self->interview->current_item);
}

/**
 * ik_live_interview_count_open:
 * @self: a live interview
 *
 * Returns: how many items are open, see ik_interview_item_is_open()
 */
guint
ik_live_interview_count_open (IkLiveInterview *self)
{
  guint n_open = 0;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);

  for (guint i = 0; i < self->interview->items->len; i++)
    n_open += ik_interview_item_is_open (self->interview->items->pdata[i]) ? 1 : 0;

  return n_open;
}

/**
 * ik_live_interview_is_blank:
 * @self: a live interview
 *
 * Returns: whether nothing was entered yet
 */
gboolean
ik_live_interview_is_blank (IkLiveInterview *self)
{
  const IkInterview *interview = self->interview;

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      if (item->off_script || item->omitted || item->elapsed_ms > 0 || item->n_skipped > 0 ||
          !ik_live_interview_is_blank_item (item))
        return FALSE;
    }

  return ik_notes_are_blank (interview->notes);
}

/**
 * ik_live_interview_leave_paper:
 * @self: a live interview that is entered from paper
 *
 * Leaves it to be gone on with later; planned as before, where nothing was
 * entered yet.
 */
void
ik_live_interview_leave_paper (IkLiveInterview *self)
{
  if (!ik_live_interview_is_blank (self))
    {
      ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_BROKEN_OFF, "entry_left", NULL);
      return;
    }

  self->interview->from_paper = FALSE;
  set_started_at (self, 0);
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_PLANNED, "entry_left", NULL);
}

/**
 * ik_live_interview_end_paper:
 * @self: a live interview that is entered from paper
 *
 * Puts it into review. It ended after the time of its items, where that was
 * written down.
 */
void
ik_live_interview_end_paper (IkLiveInterview *self)
{
  IkInterview *interview = self->interview;
  gint64 elapsed_ms = 0;

  for (guint i = 0; i < interview->items->len; i++)
    elapsed_ms += ((IkInterviewItem *) interview->items->pdata[i])->elapsed_ms;

  interview->ended_at_us = elapsed_ms > 0 ? interview->started_at_us + elapsed_ms * 1000 : 0;
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_REVIEW, "entry_ended", NULL);
}
