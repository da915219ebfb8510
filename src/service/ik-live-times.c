#include "ik-live-interview-private.h"

#include "ik-pace.h"

#include <string.h>

/* The clocks of a live interview: of the slot, of the item in focus, and the
 * pace. A moment is set where its wall time is. */

/**
 * ik_live_interview_get_ms_since:
 * @self: a live interview
 * @from: a moment that is set
 * @out_estimated: (out) (optional): whether the result is a guess
 *
 * Returns: milliseconds from then to now, 0 or more
 */
gint64
ik_live_interview_get_ms_since (IkLiveInterview *self,
                                const IkInstant *from,
                                gboolean        *out_estimated)
{
  IkInstant now;

  ik_clock_now (self->clock, &now);
  return ik_instant_elapsed_us (from, &now, out_estimated) / 1000;
}

/**
 * ik_live_interview_item_clock_runs:
 * @self: a live interview
 *
 * Returns: whether the time goes to the item in focus
 */
gboolean
ik_live_interview_item_clock_runs (IkLiveInterview *self)
{
  return self->interview->state == IK_INTERVIEW_STATE_LIVE &&
         !self->interview->from_paper && self->interview->paused.wall_us == 0 &&
         ik_live_interview_get_item (self) != NULL;
}

static void
add_to_visit (IkLiveInterview *self,
              IkInterviewItem *item,
              gint64           elapsed_ms)
{
  IkLiveVisit *last = NULL;

  if (self->visits->len > 0)
    last = &g_array_index (self->visits, IkLiveVisit, self->visits->len - 1);

  if (last != NULL && last->item == item)
    {
      last->elapsed_ms += elapsed_ms;
    }
  else
    {
      IkLiveVisit visit = { item, elapsed_ms };

      g_array_append_val (self->visits, visit);
    }
}

/**
 * ik_live_interview_give_time_back:
 * @self: a live interview
 * @item: an item that goes, which came while @self was there
 *
 * Gives the time of each visit of @item to the one that had the focus before.
 * Without the events of @item the log tells the same.
 */
void
ik_live_interview_give_time_back (IkLiveInterview       *self,
                                  const IkInterviewItem *item)
{
  for (guint i = self->visits->len; i > 0; i--)
    {
      const IkLiveVisit *visit = &g_array_index (self->visits, IkLiveVisit, i - 1);

      if (visit->item != item)
        continue;

      if (i > 1)
        {
          IkLiveVisit *before = &g_array_index (self->visits, IkLiveVisit, i - 2);

          before->elapsed_ms += visit->elapsed_ms;
          before->item->elapsed_ms += visit->elapsed_ms;
          ik_live_saver_touch_item (self->saver, before->item);
        }
      g_array_remove_index (self->visits, i - 1);
    }
}

/**
 * ik_live_interview_fold_item_clock:
 * @self: a live interview
 *
 * Moves the time since the focus, in whole milliseconds, to the item in focus,
 * and has it saved. Nothing where its clock stands still.
 */
void
ik_live_interview_fold_item_clock (IkLiveInterview *self)
{
  IkInstant *focused = &self->interview->focused;
  IkInterviewItem *item = ik_live_interview_get_item (self);
  IkInstant now;
  gint64 elapsed_us;

  if (!ik_live_interview_item_clock_runs (self))
    return;

  ik_clock_now (self->clock, &now);
  elapsed_us = ik_instant_elapsed_us (focused, &now, NULL);
  item->elapsed_ms += elapsed_us / 1000;
  add_to_visit (self, item, elapsed_us / 1000);
  *focused = now;
  focused->wall_us -= elapsed_us % 1000;
  focused->boot_us -= elapsed_us % 1000;
  ik_live_saver_touch_item (self->saver, item);
}

/**
 * ik_live_interview_anchor:
 * @self: a live interview that goes on
 * @away_us: how long the item in focus was left, microseconds
 *
 * After a restart of the computer: the interview had what its clock counted until
 * then, and @away_us. From here on the clock of this boot tells how long it lasts,
 * whoever sets the one on the wall.
 */
void
ik_live_interview_anchor (IkLiveInterview *self,
                          gint64           away_us)
{
  IkInterview *interview = self->interview;
  IkInstant now;

  ik_clock_now (self->clock, &now);
  if (g_str_equal (interview->started.boot_id, now.boot_id))
    return;

  interview->started.boot_us = now.boot_us - away_us -
                               ik_instant_break_us (&interview->started, &interview->focused);
  memcpy (interview->started.boot_id, now.boot_id, sizeof now.boot_id);
}

/* Apart from the time that it was broken off, and is now. */
static gint64
get_elapsed_ms (IkLiveInterview *self,
                gboolean        *out_estimated)
{
  const IkInterview *interview = self->interview;
  gint64 apart_us = interview->broken_off_ms * 1000;
  IkInstant now;

  ik_clock_now (self->clock, &now);
  if (interview->state == IK_INTERVIEW_STATE_BROKEN_OFF)
    apart_us += ik_instant_break_us (&interview->focused, &now);

  return ik_instant_elapsed_apart_us (&interview->started, &now, apart_us, out_estimated) / 1000;
}

/**
 * ik_live_interview_get_slot_remaining_ms:
 * @self: a live interview
 * @out_estimated: (out) (optional): whether the wall clock was changed across a
 *   restart of the computer, so that the result is a guess from then on
 *
 * Returns: what is left of the slot, extra time included, in milliseconds;
 *   negative in overtime, 0 where no slot was planned
 */
gint64
ik_live_interview_get_slot_remaining_ms (IkLiveInterview *self,
                                         gboolean        *out_estimated)
{
  gint64 slot_ms;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);

  slot_ms = ik_interview_get_slot_ms (self->interview);
  if (out_estimated != NULL)
    {
      *out_estimated = FALSE;
      if (self->interview->started_at_us != 0)
        get_elapsed_ms (self, out_estimated);
      *out_estimated |= self->is_estimated;
    }

  return slot_ms != 0 ? slot_ms - ik_live_interview_get_elapsed_ms (self) : 0;
}

/**
 * ik_live_interview_get_elapsed_ms:
 * @self: a live interview
 *
 * Returns: milliseconds since the start, pauses included, without the time that
 *   it was broken off; until the end, once it ended
 */
gint64
ik_live_interview_get_elapsed_ms (IkLiveInterview *self)
{
  const IkInterview *interview;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);

  interview = self->interview;
  if (interview->started_at_us == 0)
    return 0;
  if (interview->ended_at_us == 0)
    return get_elapsed_ms (self, NULL);

  return MAX (0, (interview->ended_at_us - interview->started_at_us) / 1000 -
              interview->broken_off_ms);
}

/**
 * ik_live_interview_get_item_elapsed_ms:
 * @self: a live interview
 * @index: index of an item
 *
 * Returns: milliseconds in focus up to now, pauses left out
 */
gint64
ik_live_interview_get_item_elapsed_ms (IkLiveInterview *self,
                                       guint            index)
{
  const IkInterviewItem *item;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);
  g_return_val_if_fail (index < self->interview->items->len, 0);

  item = self->interview->items->pdata[index];
  if (index != self->interview->current_item || !ik_live_interview_item_clock_runs (self))
    return item->elapsed_ms;

  return item->elapsed_ms + ik_live_interview_get_ms_since (self, &self->interview->focused, NULL);
}

/**
 * ik_live_interview_get_quiet_ms:
 * @self: a live interview
 *
 * Returns: milliseconds of the quiet time that runs, 0 where none does
 */
gint64
ik_live_interview_get_quiet_ms (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);

  return ik_live_interview_is_quiet (self)
    ? ik_live_interview_get_ms_since (self, &self->interview->quiet, NULL) : 0;
}

/**
 * ik_live_interview_get_section_elapsed_ms:
 * @self: a live interview
 * @out_budget_ms: (out): what its items may take that were not left out,
 *   extra time included
 *
 * Returns: milliseconds that the items of the section in focus had, pauses left
 *   out; 0 where the item in focus has no section
 */
gint64
ik_live_interview_get_section_elapsed_ms (IkLiveInterview *self,
                                          gint64          *out_budget_ms)
{
  const IkInterviewItem *current;
  gint64 elapsed_ms = 0;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);

  *out_budget_ms = 0;
  current = ik_live_interview_get_item (self);
  if (current == NULL || *current->section == '\0')
    return 0;

  for (guint i = 0; i < self->interview->items->len; i++)
    {
      const IkInterviewItem *item = self->interview->items->pdata[i];

      if (!g_str_equal (item->section, current->section))
        continue;
      elapsed_ms += ik_live_interview_get_item_elapsed_ms (self, i);
      if (!item->omitted)
        *out_budget_ms += ik_interview_get_budget_ms (self->interview, item);
    }

  return elapsed_ms;
}

/**
 * ik_live_interview_get_behind_ms:
 * @self: a live interview
 *
 * Returns: the pace in milliseconds, positive is behind; see
 *   ik_interview_compute_behind_ms()
 */
gint64
ik_live_interview_get_behind_ms (IkLiveInterview *self)
{
  const IkInterview *interview;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);

  interview = self->interview;
  if (interview->items->len == 0)
    return 0;

  return ik_interview_compute_behind_ms (interview, ik_live_interview_get_elapsed_ms (self),
                                         ik_live_interview_get_item_elapsed_ms (
                                           self, interview->current_item));
}

/**
 * ik_live_interview_propose_trim:
 * @self: a live interview
 *
 * Returns: (transfer full) (element-type guint): what to leave out so that it
 *   fits again, see ik_interview_propose_trim()
 */
GArray *
ik_live_interview_propose_trim (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), NULL);

  return ik_interview_propose_trim (self->interview, ik_live_interview_get_behind_ms (self));
}
