#include "ik-review.h"

#include "ik-score.h"

#include <glib/gi18n.h>

static char *
check_item (const IkInterview     *self,
            const IkInterviewItem *item)
{
  const IkRubric *rubric = ik_interview_get_rubric (self, item);
  const char *prompt = item->candidate.prompt;

  if (item->elapsed_ms < 0)
    return g_strdup_printf (_("The time of “%s” is negative."), prompt);

  if (item->rating == IK_RATING_NONE)
    return NULL;

  if (!item->scored)
    return g_strdup_printf (_("“%s” is not scored, so it takes no rating."), prompt);
  if (item->not_assessed)
    return g_strdup_printf (_("“%s” has a rating and is marked as not assessed: "
                              "leave one of them out."), prompt);
  if (!ik_outcome_takes_rating (item->outcome))
    return g_strdup_printf (_("“%s” has a rating, but was not answered: set its outcome to "
                              "“answered” or “partly”, or leave the rating out."), prompt);
  if (rubric == NULL || ik_rubric_find_level (rubric, item->rating) == NULL)
    return g_strdup_printf (_("The rating %d of “%s” is not on its scale “%s”."),
                            item->rating, prompt, rubric != NULL ? rubric->name : "");

  return NULL;
}

static char *
check_competency (const IkInterview        *self,
                  const IkCompetencyRating *competency)
{
  const IkRubric *rubric = ik_interview_get_rubric (self, NULL);

  if (competency->rating == IK_RATING_NONE ||
      (rubric != NULL && ik_rubric_find_level (rubric, competency->rating) != NULL))
    return NULL;

  return g_strdup_printf (_("The rating %d of the competency “%s” is not on the scale “%s”."),
                          competency->rating, competency->competency->name,
                          rubric != NULL ? rubric->name : "");
}

/**
 * ik_interview_check_review:
 * @self: an interview
 * @out_reason: (out) (transfer full) (optional): what is wrong, a sentence;
 *   set where the result is %FALSE
 *
 * Checks what the review page keeps to, wherever the answers come from: a
 * rating stands on the scale of its item and only at an answered one, never
 * beside "not assessed"; a recommendation comes after its parts.
 *
 * Returns: whether the answers may be stored; an unfinished review may
 */
gboolean
ik_interview_check_review (const IkInterview  *self,
                           char              **out_reason)
{
  g_autofree char *reason = NULL;

  for (guint i = 0; reason == NULL && i < self->items->len; i++)
    reason = check_item (self, self->items->pdata[i]);
  for (guint i = 0; reason == NULL && i < self->competencies->len; i++)
    reason = check_competency (self, self->competencies->pdata[i]);

  if (reason == NULL && self->recommendation != IK_RECOMMENDATION_NONE &&
      !ik_interview_parts_are_rated (self))
    reason = g_strdup (_("A recommendation comes last: rate every answer first, or mark it as "
                         "not assessed."));

  if (reason == NULL)
    return TRUE;

  if (out_reason != NULL)
    *out_reason = g_steal_pointer (&reason);
  return FALSE;
}
