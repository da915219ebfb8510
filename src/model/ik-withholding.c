#include "ik-withholding.h"

#include "ik-text.h"

static void
withhold_item (IkInterviewItem *item)
{
  item->outcome = IK_OUTCOME_NOT_ASKED;
  item->elapsed_ms = 0;
  item->quiet_ms = 0;
  item->rating = IK_RATING_NONE;
  item->not_assessed = FALSE;
  item->n_skipped = 0;
  item->omitted = FALSE;
  ik_text_set (&item->evidence, "");
  ik_text_set (&item->asked_as, "");
  g_ptr_array_set_size (item->notes, 0);

  for (guint i = item->indicators->len; i > 0; i--)
    {
      IkIndicator *indicator = item->indicators->pdata[i - 1];

      indicator->ticked_at_us = 0;
      if (indicator->side == IK_INDICATOR_OWN)
        g_ptr_array_remove_index (item->indicators, i - 1);
    }
}

/**
 * ik_interview_withhold:
 * @self: somebody else's interview
 *
 * Takes out all that its interviewer thinks of the candidate, for whoever has not
 * handed in their own yet: who is first to read the others' ratings follows them.
 * What was planned stays, and that and when it was handed in.
 */
void
ik_interview_withhold (IkInterview *self)
{
  self->is_withheld = TRUE;

  for (guint i = self->items->len; i > 0; i--)
    {
      IkInterviewItem *item = self->items->pdata[i - 1];

      if (item->off_script)
        g_ptr_array_remove_index (self->items, i - 1);
      else
        withhold_item (item);
    }

  for (guint i = 0; i < self->competencies->len; i++)
    {
      IkCompetencyRating *rating = self->competencies->pdata[i];

      rating->rating = IK_RATING_NONE;
      rating->not_assessed = FALSE;
    }

  self->recommendation = IK_RATING_NONE;
  ik_text_set (&self->summary, "");
  g_ptr_array_set_size (self->notes, 0);
  g_ptr_array_set_size (self->strengths, 0);
  g_ptr_array_set_size (self->concerns, 0);
  g_ptr_array_set_size (self->reopened, 0);

  /* Copies share the log, so it is replaced, not emptied. */
  g_ptr_array_unref (self->events);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);
}
