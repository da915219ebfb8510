#include "ik-score.h"

#include <glib/gi18n.h>

static IkMean
compute_mean (const IkInterview *self,
              const char        *competency_id)
{
  IkMean mean = { 0, 0, 0 };
  gint64 sum = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkInterviewItem *item = self->items->pdata[i];

      if (!item->scored ||
          (competency_id != NULL && g_strcmp0 (item->competency_id, competency_id) != 0))
        continue;

      mean.n_of++;
      if (!ik_interview_item_is_rated (item))
        continue;

      mean.n_rated++;
      sum += item->rating;
    }

  if (mean.n_rated > 0)
    mean.mean = (double) sum / mean.n_rated;

  return mean;
}

/**
 * ik_interview_compute_mean:
 * @self: an interview
 *
 * Returns: the plain mean of the rated items, each of equal weight; items not
 *   asked, not assessed or not yet rated are left out, never taken as zero
 */
IkMean
ik_interview_compute_mean (const IkInterview *self)
{
  return compute_mean (self, NULL);
}

/**
 * ik_interview_compute_competency_mean:
 * @self: an interview
 * @competency_id: one of its competencies
 *
 * Returns: the same over the items that measure one competency
 */
IkMean
ik_interview_compute_competency_mean (const IkInterview *self,
                                      const char        *competency_id)
{
  return compute_mean (self, competency_id);
}

/**
 * ik_interview_parts_are_rated:
 * @self: an interview
 *
 * Returns: whether no item waits for a rating, so that the recommendation may
 *   be given (Kahneman 2011, ch. 21: the whole after its parts)
 */
gboolean
ik_interview_parts_are_rated (const IkInterview *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (ik_interview_item_wants_rating (self->items->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static guint
count_unrated (const IkInterview *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ik_interview_item_wants_rating (self->items->pdata[i]) ? 1 : 0;

  return n;
}

/**
 * ik_interview_check_hand_in:
 * @self: an interview
 * @out_reason: (out) (transfer full) (optional): what is missing, a sentence;
 *   set where the result is %FALSE
 *
 * The one rule of what may be handed in, wherever the answers come from. A
 * rating of a competency is asked for in the review, but not demanded here: on
 * paper there is often none, and its mean stands in the report.
 *
 * Returns: whether the interview may be handed in: every answered item rated
 *   or left out on purpose, an outcome for what was asked by all signs, evidence
 *   behind each top and bottom rating, a recommendation
 */
gboolean
ik_interview_check_hand_in (const IkInterview  *self,
                            char              **out_reason)
{
  g_autofree char *reason = NULL;
  guint n_unrated = count_unrated (self);

  if (n_unrated > 0)
    reason = g_strdup_printf (ngettext ("%u answer is not rated yet.",
                                        "%u answers are not rated yet.", n_unrated), n_unrated);

  for (guint i = 0; reason == NULL && i < self->items->len; i++)
    {
      const IkInterviewItem *item = self->items->pdata[i];
      const IkRubric *rubric = ik_interview_get_rubric (self, item);

      if (ik_interview_item_wants_review (item))
        reason = g_strdup_printf (_("“%s” has notes, ticks or time, but no outcome: say what "
                                    "became of it, or mark it as not assessed."),
                                  item->candidate.prompt);
      else if (ik_interview_item_is_rated (item) && rubric != NULL &&
               ik_rubric_is_extreme (rubric, item->rating) &&
               !ik_interview_item_has_evidence (item))
        reason = g_strdup_printf (_("The rating %d of “%s” has no evidence yet: "
                                    "write a line or tick what you heard."),
                                  item->rating, item->candidate.prompt);
    }

  if (reason == NULL && self->recommendation == IK_RECOMMENDATION_NONE)
    reason = g_strdup (_("The recommendation is missing."));

  if (reason == NULL)
    return TRUE;

  if (out_reason != NULL)
    *out_reason = g_steal_pointer (&reason);
  return FALSE;
}
