#include "ik-score.h"

#include <glib/gi18n.h>
#include <string.h>

/* The sums behind a mean, whole numbers, so that the division is the only step
 * that rounds. */
typedef struct
{
  const IkRubric *scale; /* (nullable) (unowned) */
  gint64          sum;
  gint64          weights;
  guint           n_rated;
  guint           n_of;
  gboolean        is_weighted;
} Sums;

/* The first rubric with the values of the item's own stands for the scale. */
static const IkRubric *
find_scale (const IkInterview     *self,
            const IkInterviewItem *item)
{
  const IkRubric *rubric = ik_interview_get_rubric (self, item);

  for (guint i = 0; rubric != NULL && i < self->rubrics->len; i++)
    {
      if (ik_rubric_has_values_of (self->rubrics->pdata[i], rubric))
        return self->rubrics->pdata[i];
    }

  return rubric;
}

static Sums *
find_sums (GArray         *list,
           const IkRubric *scale)
{
  Sums sums = { .scale = scale };

  for (guint i = 0; i < list->len; i++)
    {
      if (g_array_index (list, Sums, i).scale == scale)
        return &g_array_index (list, Sums, i);
    }

  g_array_append_val (list, sums);
  return &g_array_index (list, Sums, list->len - 1);
}

static void
add_item (Sums                  *sums,
          const IkInterviewItem *item)
{
  sums->n_of++;
  if (!ik_interview_item_is_rated (item))
    return;

  sums->n_rated++;
  sums->sum += (gint64) item->weight * item->rating;
  sums->weights += item->weight;
  if (item->weight != IK_WEIGHT_EQUAL)
    sums->is_weighted = TRUE;
}

static int
compare_scales (gconstpointer one,
                gconstpointer other,
                gpointer      data)
{
  const IkInterview *self = data;
  guint first = G_MAXUINT;
  guint second = G_MAXUINT;

  g_ptr_array_find (self->rubrics, ((const Sums *) one)->scale, &first);
  g_ptr_array_find (self->rubrics, ((const Sums *) other)->scale, &second);

  return first < second ? -1 : first > second;
}

static GArray *
add_up (const IkInterview *self,
        const char        *competency_id)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Sums));

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkInterviewItem *item = self->items->pdata[i];

      if (item->scored &&
          (competency_id == NULL || g_strcmp0 (item->competency_id, competency_id) == 0))
        add_item (find_sums (list, find_scale (self, item)), item);
    }

  g_array_sort_with_data (list, compare_scales, (gpointer) self);
  return list;
}

static IkMean
divide (const Sums *sums)
{
  return (IkMean) {
           .scale = sums->scale,
           .mean = sums->weights > 0 ? (double) sums->sum / (double) sums->weights : 0,
           .n_rated = sums->n_rated,
           .n_of = sums->n_of,
           .is_weighted = sums->is_weighted,
  };
}

/**
 * ik_interview_compute_means:
 * @self: an interview
 * @competency_id: (nullable): one of its competencies, %NULL for all items
 *
 * The weighted mean x̄ = Σ w·x ∕ Σ w of the ratings x of the rated items, with
 * whole weights w, so that it can be done by hand: a weight of 2 counts as two
 * items with that rating. Weights are 1 unless somebody wrote down why not:
 * unit weights predict about as well as fitted ones and are easier to defend
 * (Dawes 1979, The robust beauty of improper linear models, American
 * Psychologist 34(7), 571–582; U.S. Office of Personnel Management, Structured
 * Interviews: equal weights unless the job analysis says otherwise). Items not
 * asked, without evidence, not assessed or not yet rated are left out, never
 * taken as zero.
 *
 * Scales are kept apart: a "yes" and a 4 of 5 have no common unit, and bringing
 * them to one (such as the percentage of the range, Cohen et al. 1999,
 * Multivariate Behavioral Research 34(3), 315–346) would claim that a plain yes
 * is as much as the best answer there is. Rubrics with the same values are one
 * scale, whatever their anchors say.
 *
 * Returns: (transfer full) (element-type IkMean): one for each scale that a
 *   scored item is on, in the order of the interview's rubrics; empty where
 *   nothing is scored. They point to rubrics of @self
 */
GArray *
ik_interview_compute_means (const IkInterview *self,
                            const char        *competency_id)
{
  g_autoptr(GArray) list = add_up (self, competency_id);
  GArray *means = g_array_sized_new (FALSE, FALSE, sizeof (IkMean), list->len);

  for (guint i = 0; i < list->len; i++)
    {
      IkMean mean = divide (&g_array_index (list, Sums, i));

      g_array_append_val (means, mean);
    }

  return means;
}

static IkMean
compute_one (const IkInterview *self,
             const char        *competency_id)
{
  g_autoptr(GArray) means = ik_interview_compute_means (self, competency_id);
  IkMean one = { 0 };

  for (guint i = 0; i < means->len; i++)
    {
      const IkMean *mean = &g_array_index (means, IkMean, i);

      one.n_of += mean->n_of;
      if (mean->n_rated == 0)
        continue;

      one.is_mixed = one.n_rated > 0;
      one.n_rated += mean->n_rated;
      one.scale = one.is_mixed ? NULL : mean->scale;
      one.mean = one.is_mixed ? 0 : mean->mean;
      one.is_weighted = one.is_weighted || mean->is_weighted;
    }

  return one;
}

/**
 * ik_interview_compute_mean:
 * @self: an interview
 *
 * Returns: the one mean of ik_interview_compute_means() over all items, with
 *   the counts of all scales together; where items on more than one are rated,
 *   there is no such mean, only the counts
 */
IkMean
ik_interview_compute_mean (const IkInterview *self)
{
  return compute_one (self, NULL);
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
  return compute_one (self, competency_id);
}

/**
 * ik_interview_item_get_standing:
 * @self: an item
 *
 * Returns: which of the states it is in, told apart in this order: a kind that
 *   is not scored, a rating, the mark "not assessed", what waits for one of
 *   these, no evidence, not asked
 */
IkItemStanding
ik_interview_item_get_standing (const IkInterviewItem *self)
{
  if (!self->scored)
    return IK_ITEM_UNSCORED;
  if (ik_interview_item_is_rated (self))
    return IK_ITEM_RATED;
  if (self->not_assessed)
    return IK_ITEM_NOT_ASSESSED;
  if (ik_interview_item_wants_review (self))
    return IK_ITEM_UNRATED;

  return self->outcome == IK_OUTCOME_NO_EVIDENCE ? IK_ITEM_NO_EVIDENCE : IK_ITEM_NOT_ASKED;
}

/**
 * ik_interview_count_standings:
 * @self: an interview
 * @counts: (out caller-allocates): items in each state; their sum is that of
 *   all items
 */
void
ik_interview_count_standings (const IkInterview *self,
                              guint              counts[IK_N_ITEM_STANDINGS])
{
  memset (counts, 0, IK_N_ITEM_STANDINGS * sizeof *counts);
  for (guint i = 0; i < self->items->len; i++)
    counts[ik_interview_item_get_standing (self->items->pdata[i])]++;
}

/**
 * ik_interview_item_get_knock_out:
 * @self: an item
 *
 * A mark beside the mean, which it doesn't touch: what was rated too low counts
 * in the mean as everything else, so that neither hides the other.
 *
 * Returns: whether the rating reaches the level that was asked for
 */
IkKnockOut
ik_interview_item_get_knock_out (const IkInterviewItem *self)
{
  if (!self->scored || self->knock_out == IK_RATING_NONE)
    return IK_KNOCK_OUT_NONE;
  if (!ik_interview_item_is_rated (self))
    return IK_KNOCK_OUT_OPEN;

  return self->rating >= self->knock_out ? IK_KNOCK_OUT_PASSED : IK_KNOCK_OUT_FAILED;
}

/**
 * ik_interview_count_knock_outs:
 * @self: an interview
 * @counts: (out caller-allocates): items of each kind; their sum is that of
 *   all items
 */
void
ik_interview_count_knock_outs (const IkInterview *self,
                               guint              counts[IK_N_KNOCK_OUTS])
{
  memset (counts, 0, IK_N_KNOCK_OUTS * sizeof *counts);
  for (guint i = 0; i < self->items->len; i++)
    counts[ik_interview_item_get_knock_out (self->items->pdata[i])]++;
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

  if (reason == NULL && self->recommendation == IK_RATING_NONE)
    reason = g_strdup (_("The recommendation is missing."));

  if (reason == NULL)
    return TRUE;

  if (out_reason != NULL)
    *out_reason = g_steal_pointer (&reason);
  return FALSE;
}
