#include "ik-panel-spread.h"

#include <math.h>

/* Means are fractions that a double can only come near to. */
#define NEARLY 1e-9

/* Two levels, for a rating of one person has an error of about one: a 3 beside a
 * 4 is no quarrel. Half a level from the middle is the least that a rating can
 * be away from it without being on it; a mean that is closer takes no side. */
#define APART_LEVELS 2.0
#define SIDE_LEVELS  0.5

/**
 * ik_rubric_compute_level:
 * @self: a rubric with at least one level
 * @value: a rating, or a mean of ratings
 *
 * Where on the scale a value stands, in levels: 0 for the lowest, 1 for the
 * next, whatever their values are. Between the values v of two neighbouring
 * levels i and i + 1 it is i + (x − vᵢ) ∕ (vᵢ₊₁ − vᵢ).
 *
 * Returns: 0 to the number of levels less 1; what is off the scale is taken to
 *   its end
 */
double
ik_rubric_compute_level (const IkRubric *self,
                         double          value)
{
  guint last = self->levels->len - 1;

  g_return_val_if_fail (self->levels->len > 0, 0);

  for (guint i = 0; i < last; i++)
    {
      const IkRubricLevel *level = self->levels->pdata[i];
      const IkRubricLevel *next = self->levels->pdata[i + 1];

      if (value <= level->value)
        return i;
      if (value < next->value)
        return i + (value - level->value) / (next->value - level->value);
    }

  return last;
}

static gboolean
is_same_scale (const IkPanelRating *one,
               const IkPanelRating *other)
{
  return ik_rubric_has_values_of (one->scale, other->scale);
}

/* -1 below the middle of the scale, 1 above, 0 on it or as good as. */
static int
get_side (const IkPanelRating *rating)
{
  double above = rating->level - (rating->n_levels - 1) / 2.0;

  if (fabs (above) < SIDE_LEVELS - NEARLY)
    return 0;

  return above < 0 ? -1 : 1;
}

static double
get_share (const IkPanelRating *rating)
{
  return rating->n_levels > 1 ? rating->level / (rating->n_levels - 1) : 0;
}

static void
compare_pair (IkPanelSpread       *spread,
              const IkPanelRating *one,
              const IkPanelRating *other)
{
  double distance = fabs (one->level - other->level);

  if (!is_same_scale (one, other))
    spread->is_mixed = TRUE;
  else if (g_strcmp0 (one->rater, other->rater) != 0)
    {
      spread->distance = MAX (spread->distance, distance);
      spread->is_apart = spread->is_apart || distance >= APART_LEVELS - NEARLY;
    }

  if (g_strcmp0 (one->rater, other->rater) == 0)
    return;

  spread->share = MAX (spread->share, fabs (get_share (one) - get_share (other)));
  spread->is_across = spread->is_across || get_side (one) * get_side (other) < 0;
}

static gboolean
is_first_of_rater (GArray *ratings,
                   guint   index)
{
  const IkPanelRating *rating = &g_array_index (ratings, IkPanelRating, index);

  for (guint i = 0; i < index; i++)
    {
      if (g_strcmp0 (g_array_index (ratings, IkPanelRating, i).rater, rating->rater) == 0)
        return FALSE;
    }

  return TRUE;
}

static IkPanelVerdict
judge (const IkPanelSpread *spread)
{
  if (spread->n_raters == 0)
    return IK_PANEL_NOBODY;
  if (spread->n_raters == 1)
    return IK_PANEL_ONE;
  if (spread->is_apart || spread->is_across)
    return IK_PANEL_DISAGREE;

  return spread->is_mixed ? IK_PANEL_NOT_COMPARED : IK_PANEL_AGREE;
}

/**
 * ik_panel_spread_compute:
 * @ratings: (element-type IkPanelRating): what was given, in any order; a
 *   person may be in it more than once
 *
 * Compares each pair of ratings by different people. With the level l of a
 * rating by ik_rubric_compute_level() on a scale of n levels:
 *
 * - the distance of two on the same scale is |l₁ − l₂|; two levels or more
 *   are "apart";
 * - a rating is on a side where |l − (n − 1) ∕ 2| is half a level at least, which
 *   any single rating is that doesn't stand on the middle level; two on
 *   different sides are "across the middle": a "no" and a "yes" of four words
 *   disagree although they are neighbours.
 *
 * Scales are the same where their levels have the same values. Ratings on
 * different scales have no distance, as a 4 of 5 and a plain "yes" have no common
 * unit; but each scale has a middle, so sides are compared.
 *
 * Both limits are a choice of this program: a panel talks about what differs by
 * more than one step, and about what differs in whether it is good enough. They
 * only say what to talk about; nothing is averaged away and no score changes.
 *
 * Returns: how they compare; quadratic in the number of ratings
 */
IkPanelSpread
ik_panel_spread_compute (GArray *ratings)
{
  IkPanelSpread spread = { 0 };

  for (guint i = 0; i < ratings->len; i++)
    {
      const IkPanelRating *rating = &g_array_index (ratings, IkPanelRating, i);

      spread.n_raters += is_first_of_rater (ratings, i) ? 1 : 0;
      spread.lowest = i == 0 ? rating->value : MIN (spread.lowest, rating->value);
      spread.highest = i == 0 ? rating->value : MAX (spread.highest, rating->value);

      for (guint k = 0; k < i; k++)
        compare_pair (&spread, &g_array_index (ratings, IkPanelRating, k), rating);
    }

  if (spread.is_mixed)
    {
      spread.lowest = spread.highest = 0;
      spread.distance = 0;
    }

  spread.verdict = judge (&spread);
  return spread;
}
