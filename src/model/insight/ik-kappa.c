#include "ik-agreement.h"

#include "ik-rubric.h"

#include <math.h>

/* The standard normal distribution stays within ± this with 95 %. */
#define NORMAL_95 1.959963984540054

/* How often the raters gave which pair of levels. */
typedef struct
{
  guint  n_levels;
  gint64 n;
  gint64 cells[IK_RUBRIC_MAX_LEVELS][IK_RUBRIC_MAX_LEVELS];
  gint64 rows[IK_RUBRIC_MAX_LEVELS];
  gint64 columns[IK_RUBRIC_MAX_LEVELS];
} Counts;

static void
count (Counts      *counts,
       const guint *first,
       const guint *second,
       guint        n)
{
  counts->n = n;
  for (guint i = 0; i < n; i++)
    {
      counts->cells[first[i]][second[i]]++;
      counts->rows[first[i]]++;
      counts->columns[second[i]]++;
    }
}

static guint
count_used (const gint64 *levels,
            guint         n_levels)
{
  guint n_used = 0;

  for (guint i = 0; i < n_levels; i++)
    n_used += levels[i] > 0 ? 1 : 0;

  return n_used;
}

/* The weight of agreement times that of full agreement, a whole number. */
static gint64
get_weight (const Counts   *counts,
            IkKappaWeights  weights,
            guint           row,
            guint           column)
{
  gint64 widest = (gint64) counts->n_levels - 1;
  gint64 distance = ABS ((gint64) row - (gint64) column);

  return weights == IK_KAPPA_LINEAR ? widest - distance : widest * widest - distance * distance;
}

static gint64
get_full_weight (const Counts   *counts,
                 IkKappaWeights  weights)
{
  return get_weight (counts, weights, 0, 0);
}

/* Each sum in whole numbers, so that the division is the only step that
 * rounds. */
static double
get_kappa (const Counts   *counts,
           IkKappaWeights  weights)
{
  gint64 observed = 0;
  gint64 expected = 0;
  gint64 possible = counts->n * counts->n * get_full_weight (counts, weights);

  for (guint i = 0; i < counts->n_levels; i++)
    {
      for (guint k = 0; k < counts->n_levels; k++)
        {
          gint64 weight = get_weight (counts, weights, i, k);

          observed += counts->n * counts->cells[i][k] * weight;
          expected += counts->rows[i] * counts->columns[k] * weight;
        }
    }

  return (double) (observed - expected) / (double) (possible - expected);
}

/* The mean weight of a level against what the other rater gives, from 0 to 1. */
static double
get_mean_weight (const Counts   *counts,
                 IkKappaWeights  weights,
                 const gint64   *others,
                 guint           level)
{
  double sum = 0;

  for (guint k = 0; k < counts->n_levels; k++)
    sum += (double) (others[k] * get_weight (counts, weights, level, k));

  return sum / (double) counts->n / (double) get_full_weight (counts, weights);
}

static double
get_standard_error (const Counts   *counts,
                    IkKappaWeights  weights,
                    double          kappa)
{
  double n = (double) counts->n;
  double full = (double) get_full_weight (counts, weights);
  double expected = 0;
  double sum = 0;
  double rest;

  for (guint i = 0; i < counts->n_levels; i++)
    {
      double row_weight = get_mean_weight (counts, weights, counts->columns, i);

      expected += (double) counts->rows[i] / n * row_weight;
      for (guint k = 0; k < counts->n_levels; k++)
        {
          double column_weight = get_mean_weight (counts, weights, counts->rows, k);
          double weight = (double) get_weight (counts, weights, i, k) / full;
          double term = weight - (row_weight + column_weight) * (1 - kappa);

          sum += (double) counts->cells[i][k] / n * term * term;
        }
    }

  rest = kappa - expected * (1 - kappa);
  return sqrt (MAX (sum - rest * rest, 0) / n) / (1 - expected);
}

static IkAgreementState
get_state (const Counts *counts)
{
  guint n_first = count_used (counts->rows, counts->n_levels);
  guint n_second = count_used (counts->columns, counts->n_levels);
  gint64 n_equal = 0;

  for (guint i = 0; i < counts->n_levels; i++)
    n_equal += counts->cells[i][i];

  if (n_first == 1 && n_second == 1)
    return n_equal > 0 ? IK_AGREEMENT_ONE_LEVEL : IK_AGREEMENT_NO_DIFFERENCE;
  if (n_first == 1 || n_second == 1)
    return IK_AGREEMENT_ONE_SIDED;

  return n_equal == counts->n ? IK_AGREEMENT_COMPLETE : IK_AGREEMENT_TOLD;
}

/**
 * ik_kappa_compute:
 * @first: (array length=n): levels that one rater gave, by their place on the
 *   scale, from 0
 * @second: (array length=n): levels that the other one gave to the same
 * @n: what both rated
 * @n_levels: levels of the scale, 2 to %IK_RUBRIC_MAX_LEVELS
 * @weights: how much a disagreement counts
 *
 * Cohen's weighted kappa, κ = (pₒ − pₑ) ∕ (1 − pₑ), with pₒ the weighted share of
 * agreement and pₑ that which two raters with these habits would reach by chance
 * (Cohen 1968, Psychological Bulletin 70(4), 213–220). Weights are taken by the
 * place on the scale, not by the value of a level: linear 1 − |i − j| ∕ (k − 1)
 * (Cicchetti and Allison 1971, American Journal of EEG Technology 11(3),
 * 101–110), or quadratic 1 − (i − j)² ∕ (k − 1)² (Fleiss and Cohen 1973,
 * Educational and Psychological Measurement 33(3), 613–619). On a scale of two
 * levels both are Cohen's kappa of 1960.
 *
 * The interval is κ ± 1.96 standard errors, those of Fleiss, Cohen and Everitt
 * (1969, Psychological Bulletin 72(5), 323–327, formula 13), cut to −1…1. They
 * are for large samples; with few ratings it is rather too narrow.
 *
 * Returns: kappa with its interval
 */
IkAgreement
ik_kappa_compute (const guint    *first,
                  const guint    *second,
                  guint           n,
                  guint           n_levels,
                  IkKappaWeights  weights)
{
  Counts counts = { .n_levels = n_levels };
  IkAgreement agreement = { .state = IK_AGREEMENT_TOO_FEW, .n = n };
  double error;

  g_return_val_if_fail (n_levels >= IK_RUBRIC_MIN_LEVELS && n_levels <= IK_RUBRIC_MAX_LEVELS,
                        agreement);

  if (n < IK_INSIGHT_MIN_N)
    return agreement;

  count (&counts, first, second, n);
  agreement.state = get_state (&counts);
  if (agreement.state == IK_AGREEMENT_ONE_LEVEL)
    return agreement;

  agreement.value = get_kappa (&counts, weights);
  if (agreement.state != IK_AGREEMENT_TOLD)
    return agreement;

  error = get_standard_error (&counts, weights, agreement.value);
  agreement.low = MAX (agreement.value - NORMAL_95 * error, -1);
  agreement.high = MIN (agreement.value + NORMAL_95 * error, 1);

  return agreement;
}
