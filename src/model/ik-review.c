#include "ik-review.h"

#include "ik-recommendation.h"
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

  if (competency->rating == IK_RATING_NONE)
    return NULL;
  if (competency->not_assessed)
    return g_strdup_printf (_("“%s” has a rating and is marked as not assessed: "
                              "leave one of them out."), competency->competency->name);
  if (rubric != NULL && ik_rubric_find_level (rubric, competency->rating) != NULL)
    return NULL;

  return g_strdup_printf (_("The rating %d of the competency “%s” is not on the scale “%s”."),
                          competency->rating, competency->competency->name,
                          rubric != NULL ? rubric->name : "");
}

static char *
check_recommendation (const IkInterview *self)
{
  const IkRubric *scale = ik_interview_get_recommendation_scale (self);
  g_autofree char *text = ik_interview_dup_recommendation (self);

  if (self->recommendation == IK_RATING_NONE ||
      ik_rubric_find_level (scale, self->recommendation) != NULL)
    return NULL;

  /* Translators: what was given, name of a rubric */
  return g_strdup_printf (_("The recommendation “%s” is not on the scale “%s”."), text,
                          scale->name);
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

  if (reason == NULL)
    reason = check_recommendation (self);
  if (reason == NULL && self->recommendation != IK_RATING_NONE &&
      !ik_interview_parts_are_rated (self))
    reason = g_strdup (_("A recommendation comes last: rate every answer first, or mark it as "
                         "not assessed."));

  if (reason == NULL)
    return TRUE;

  if (out_reason != NULL)
    *out_reason = g_steal_pointer (&reason);
  return FALSE;
}

/**
 * ik_competency_rating_wants_review:
 * @self: a competency of @interview
 * @interview: an interview
 *
 * Returns: whether it is neither rated nor left out on purpose, although answers
 *   to its questions are rated; where there are none, there is nothing to rate it by
 */
gboolean
ik_competency_rating_wants_review (const IkCompetencyRating *self,
                                   const IkInterview        *interview)
{
  return self->rating == IK_RATING_NONE && !self->not_assessed &&
         ik_interview_compute_competency_mean (interview, self->competency->id).n_rated > 0;
}

static guint
count_open_items (const IkInterview *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ik_interview_item_wants_review (self->items->pdata[i]) ? 1 : 0;

  return n;
}

static guint
count_open_competencies (const IkInterview *self)
{
  guint n = 0;

  for (guint i = 0; i < self->competencies->len; i++)
    n += ik_competency_rating_wants_review (self->competencies->pdata[i], self) ? 1 : 0;

  return n;
}

/**
 * ik_interview_check_parts:
 * @self: an interview
 * @out_reason: (out) (transfer full) (optional): what is missing, a sentence;
 *   set where the result is %FALSE
 *
 * What the review page wants before the recommendation opens; what may be
 * handed in is for ik_interview_check_hand_in() to say.
 *
 * Returns: whether each answer is rated or left out on purpose, and each
 *   competency rated that has a rated answer
 */
gboolean
ik_interview_check_parts (const IkInterview  *self,
                          char              **out_reason)
{
  guint n_items = count_open_items (self);
  guint n_competencies = count_open_competencies (self);

  if (n_items == 0 && n_competencies == 0)
    return TRUE;

  if (out_reason != NULL && n_items > 0)
    *out_reason = g_strdup_printf (ngettext ("%u answer is not rated yet.",
                                             "%u answers are not rated yet.", n_items), n_items);
  else if (out_reason != NULL)
    *out_reason = g_strdup_printf (ngettext ("%u competency is not rated yet.",
                                             "%u competencies are not rated yet.",
                                             n_competencies), n_competencies);
  return FALSE;
}

/**
 * ik_interview_find_end:
 * @self: an interview with its events
 * @out_ended: (out caller-allocates): when it ended
 *
 * Looks for the end of an interview that was held with the program and is in
 * review since then.
 *
 * Returns: whether there is one
 */
gboolean
ik_interview_find_end (const IkInterview *self,
                       IkInstant         *out_ended)
{
  if (self->state != IK_INTERVIEW_STATE_REVIEW)
    return FALSE;

  for (guint i = self->events->len; i > 0; i--)
    {
      const IkInterviewEvent *event = self->events->pdata[i - 1];

      if (g_str_equal (event->kind, "recorded") || g_str_equal (event->kind, "reopened"))
        return FALSE;
      if (g_str_equal (event->kind, "ended"))
        {
          *out_ended = event->at;
          return TRUE;
        }
    }

  return FALSE;
}
