#include "ik-live-interview-private.h"

#include "ik-pace.h"
#include "ik-text.h"

/* The way from question to question of a live interview, and those that it was
 * not planned with. */

/* A choice of ours: as long as a short question of a pack. */
#define EXTRA_MINUTES 3

/**
 * ik_live_interview_next:
 * @self: a live interview
 *
 * Returns: whether there was a next item to go to
 */
gboolean
ik_live_interview_next (IkLiveInterview *self)
{
  guint before;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), FALSE);

  before = self->interview->current_item;
  ik_live_interview_go_to (self, before + 1);

  return self->interview->current_item != before;
}

/**
 * ik_live_interview_previous:
 * @self: a live interview
 *
 * Returns: whether there was an item before to go to
 */
gboolean
ik_live_interview_previous (IkLiveInterview *self)
{
  guint before;

  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), FALSE);

  before = self->interview->current_item;
  if (before > 0)
    ik_live_interview_go_to (self, before - 1);

  return self->interview->current_item != before;
}

/**
 * ik_live_interview_next_open:
 * @self: a live interview
 *
 * Goes to the next item that is still to be asked, from the start again past
 * the end; where no other is, the focus stays.
 */
void
ik_live_interview_next_open (IkLiveInterview *self)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  ik_live_interview_go_to (self, ik_interview_find_open (self->interview,
                                                         self->interview->current_item));
}

static IkInterviewItem *
new_question (IkLiveInterview *self,
              const char      *prompt)
{
  IkInterviewItem *item = ik_interview_item_new_off_script (prompt);
  const IkInterviewItem *before = ik_live_interview_get_item (self);

  item->minutes = EXTRA_MINUTES;
  if (before != NULL)
    {
      ik_text_set (&item->section, before->section);
      ik_text_set (&item->section_introduction, before->section_introduction);
    }

  return item;
}

/**
 * ik_live_interview_add_question:
 * @self: a live interview
 * @prompt: what is asked, in a line
 *
 * Adds a question that stood in no plan after the one in focus, in the same
 * section, and gives it the focus. It is optional and is rated by the first
 * rubric of the interview. Blank wording adds nothing.
 */
void
ik_live_interview_add_question (IkLiveInterview *self,
                                const char      *prompt)
{
  g_autofree char *wording = NULL;
  IkInterview *interview;
  guint index;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));
  g_return_if_fail (prompt != NULL);

  interview = self->interview;
  wording = g_strstrip (g_strdup (prompt));
  if (interview->state != IK_INTERVIEW_STATE_LIVE || *wording == '\0')
    return;

  ik_live_interview_set_quiet (self, FALSE);
  ik_live_interview_fold_item_clock (self);
  index = MIN (interview->current_item + 1, interview->items->len);
  if (interview->items->len == 0)
    ik_clock_now (self->clock, &interview->focused);

  ik_live_saver_insert_item (self->saver, new_question (self, wording), index);
  ik_live_steps_add_addition (self->steps, index);
  interview->current_item = index;
  ik_live_interview_log (self, ik_live_interview_get_item (self), "added", wording);
  ik_live_interview_log_shown (self);
  ik_live_interview_changed_items (self, index, 0, 1);
}

/**
 * ik_live_interview_is_blank_item:
 * @item: an item
 *
 * Returns: whether nothing was said about its answer
 */
gboolean
ik_live_interview_is_blank_item (const IkInterviewItem *item)
{
  return item->outcome == IK_OUTCOME_NOT_ASKED && !item->not_assessed &&
         *item->asked_as == '\0' && !ik_interview_item_has_evidence (item);
}

/**
 * ik_live_interview_remove_question:
 * @self: a live interview
 * @index: index of an item that was added
 *
 * Takes a question that was added out again, with its events, where nothing was
 * written down for it; its time goes to those that had the focus before, and the
 * focus, if it had it, to the one above.
 *
 * Returns: whether it went
 */
gboolean
ik_live_interview_remove_question (IkLiveInterview *self,
                                   guint            index)
{
  IkInterview *interview = self->interview;
  const IkInterviewItem *item = interview->items->pdata[index];
  gboolean has_focus = index == interview->current_item;
  g_autofree char *wording = NULL;

  if (!ik_live_interview_is_blank_item (item))
    return FALSE;

  if (has_focus)
    ik_live_interview_set_quiet (self, FALSE);
  ik_live_interview_fold_item_clock (self);
  ik_live_interview_give_time_back (self, item);
  wording = g_strdup (item->candidate.prompt);
  ik_live_saver_remove_item (self->saver, index);
  if (interview->current_item >= index && interview->current_item > 0)
    interview->current_item--;

  ik_live_interview_log (self, NULL, "removed", wording);
  if (has_focus && ik_live_interview_get_item (self) != NULL)
    ik_live_interview_log_shown (self);
  ik_live_interview_changed_items (self, index, 1, 0);

  return TRUE;
}
