#include "ik-agreement.h"

#include "ik-f-distribution.h"

#include <float.h>

/* Half of what lies outside of a 95 % interval lies above it. */
#define UPPER 0.975

/* One-way */

/* What the ratings of groups add up to. */
typedef struct
{
  double   n;           /* groups */
  double   n_ratings;
  double   per_group;   /* k₀ */
  double   between;     /* mean square */
  double   within;      /* mean square */
  gboolean is_one_level;
  gboolean is_complete; /* no difference within a group */
} OneWay;

static OneWay
add_up_groups (const int   *ratings,
               const guint *sizes,
               guint        n)
{
  OneWay sums = { .n = n, .is_one_level = TRUE, .is_complete = TRUE };
  const int *rating = ratings;
  gint64 total = 0;
  gint64 squares = 0;
  double sizes_squared = 0;
  double group_squares = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 sum = 0;

      for (guint k = 0; k < sizes[i]; k++)
        {
          sum += rating[k];
          squares += (gint64) rating[k] * rating[k];
          sums.is_one_level = sums.is_one_level && rating[k] == ratings[0];
          sums.is_complete = sums.is_complete && rating[k] == rating[0];
        }
      rating += sizes[i];
      total += sum;
      sums.n_ratings += sizes[i];
      sizes_squared += (double) sizes[i] * sizes[i];
      group_squares += (double) (sum * sum) / sizes[i];
    }

  sums.per_group = (sums.n_ratings - sizes_squared / sums.n_ratings) / (sums.n - 1);
  sums.between = (group_squares - (double) total * (double) total / sums.n_ratings) / (sums.n - 1);
  sums.within = ((double) squares - group_squares) / (sums.n_ratings - sums.n);

  return sums;
}

static double
get_one_way (double f,
             double per_group)
{
  return (f - 1) / (f + per_group - 1);
}

/**
 * ik_intraclass_compute_one_way:
 * @ratings: the ratings of all that was rated, one after the other
 * @sizes: (array length=n): how many raters each had, 2 at least
 * @n: what was rated
 *
 * The intraclass correlation ICC(1,1) for raters who are not the same for all
 * that was rated, (MSB − MSW) ∕ (MSB + (k₀ − 1) MSW), with its 95 % interval by
 * the F distribution (Shrout and Fleiss 1979, Psychological Bulletin 86(2),
 * 420–428; ICC(1) of McGraw and Wong 1996, Psychological Methods 1(1), 30–46).
 * Where the numbers of raters differ, k₀ = (N − Σk² ∕ N) ∕ (n − 1) stands for
 * them, and the interval is near, not exact (Donner 1986, International
 * Statistical Review 54(1), 67–82).
 *
 * Ratings are taken by their values, as a mean takes them.
 *
 * Returns: how far the raters agree
 */
IkAgreement
ik_intraclass_compute_one_way (const int   *ratings,
                               const guint *sizes,
                               guint        n)
{
  IkAgreement agreement = { .state = IK_AGREEMENT_TOO_FEW, .n = n };
  OneWay sums;
  double f;
  double freedom;

  if (n < IK_INSIGHT_MIN_N)
    return agreement;

  sums = add_up_groups (ratings, sizes, n);
  agreement.state = sums.is_one_level ? IK_AGREEMENT_ONE_LEVEL
                    : sums.is_complete ? IK_AGREEMENT_COMPLETE : IK_AGREEMENT_TOLD;
  agreement.value = sums.is_complete && !sums.is_one_level ? 1 : 0;
  if (agreement.state != IK_AGREEMENT_TOLD)
    return agreement;

  f = sums.between / sums.within;
  freedom = sums.n_ratings - sums.n;
  agreement.value = get_one_way (f, sums.per_group);
  agreement.low = get_one_way (f / ik_f_distribution_get_quantile (UPPER, sums.n - 1, freedom),
                               sums.per_group);
  agreement.high = get_one_way (f * ik_f_distribution_get_quantile (UPPER, freedom, sums.n - 1),
                                sums.per_group);

  return agreement;
}

/* Two-way */

/* Sums of squares of a table, each times the number of its cells: whole
 * numbers, so that nothing is lost between them. */
typedef struct
{
  gint64 rows;
  gint64 columns;
  gint64 rest;
} TwoWay;

static TwoWay
add_up_table (const int *ratings,
              guint      n,
              guint      n_raters)
{
  g_autofree gint64 *raters = g_new0 (gint64, n_raters);
  TwoWay sums = { 0 };
  gint64 total = 0;
  gint64 squares = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 row = 0;

      for (guint k = 0; k < n_raters; k++)
        {
          gint64 rating = ratings[i * n_raters + k];

          row += rating;
          raters[k] += rating;
          squares += rating * rating;
        }
      total += row;
      sums.rows += n * row * row;
    }

  for (guint k = 0; k < n_raters; k++)
    sums.columns += n_raters * raters[k] * raters[k];

  sums.rows -= total * total;
  sums.columns -= total * total;
  sums.rest = (gint64) n * n_raters * squares - total * total - sums.rows - sums.columns;

  return sums;
}

static IkAgreementState
get_table_state (const TwoWay *sums)
{
  if (sums->rest > 0 || (sums->rows > 0 && sums->columns > 0))
    return IK_AGREEMENT_TOLD;
  if (sums->rows > 0)
    return IK_AGREEMENT_COMPLETE;

  return sums->columns > 0 ? IK_AGREEMENT_NO_DIFFERENCE : IK_AGREEMENT_ONE_LEVEL;
}

/* The three mean squares, each times the number of cells. */
typedef struct
{
  double n;
  double k;
  double rows;
  double columns;
  double rest;
} MeanSquares;

static MeanSquares
get_mean_squares (const TwoWay *sums,
                  double        n,
                  double        k)
{
  return (MeanSquares) {
           .n = n,
           .k = k,
           .rows = (double) sums->rows / (n - 1),
           .columns = (double) sums->columns / (k - 1),
           .rest = (double) sums->rest / ((n - 1) * (k - 1)),
  };
}

/* Satterthwaite's degrees of freedom of what the rows are held against. */
static double
get_freedom (const MeanSquares *squares,
             double             icc)
{
  double columns = squares->k * icc * squares->columns;
  double rest = (squares->n * (1 + (squares->k - 1) * icc) - squares->k * icc) * squares->rest;
  double sum = columns + rest;

  return sum * sum / (columns * columns / (squares->k - 1) +
                      rest * rest / ((squares->n - 1) * (squares->k - 1)));
}

static double
get_two_way (const MeanSquares *squares,
             double             rows)
{
  double n = squares->n;
  double k = squares->k;

  return n * (rows - squares->rest) /
         (k * squares->columns + (k * n - k - n) * squares->rest + n * rows);
}

/**
 * ik_intraclass_compute_two_way:
 * @ratings: (array): a row for each of what was rated, a column for each rater
 * @n: rows
 * @n_raters: columns, 2 at least
 *
 * The intraclass correlation ICC(2,1) for raters who all rated the same and
 * stand for any others: absolute agreement, so that one who is stricter than the
 * rest counts against it. (MSB − MSE) ∕ (MSB + (k − 1) MSE + k (MSJ − MSE) ∕ n),
 * with its 95 % interval by the F distribution and Satterthwaite's degrees of
 * freedom (Shrout and Fleiss 1979, Psychological Bulletin 86(2), 420–428; ICC(A,1)
 * of McGraw and Wong 1996, Psychological Methods 1(1), 30–46).
 *
 * Ratings are taken by their values, as a mean takes them.
 *
 * Returns: how far the raters agree
 */
IkAgreement
ik_intraclass_compute_two_way (const int *ratings,
                               guint      n,
                               guint      n_raters)
{
  IkAgreement agreement = { .state = IK_AGREEMENT_TOO_FEW, .n = n };
  MeanSquares squares;
  TwoWay sums;
  double freedom;

  g_return_val_if_fail (n_raters >= 2, agreement);

  if (n < IK_INSIGHT_MIN_N)
    return agreement;

  sums = add_up_table (ratings, n, n_raters);
  agreement.state = get_table_state (&sums);
  agreement.value = agreement.state == IK_AGREEMENT_COMPLETE ? 1 : 0;
  if (agreement.state != IK_AGREEMENT_TOLD)
    return agreement;

  squares = get_mean_squares (&sums, n, n_raters);
  agreement.value = (squares.rows - squares.rest) /
                    (squares.rows + (squares.k - 1) * squares.rest +
                     squares.k * (squares.columns - squares.rest) / squares.n);

  /* Neither 0 nor the 0 ∕ 0 of no spread at all. */
  freedom = MAX (get_freedom (&squares, agreement.value), DBL_EPSILON);
  agreement.low = get_two_way (&squares, squares.rows /
                               ik_f_distribution_get_quantile (UPPER, squares.n - 1, freedom));
  agreement.high = get_two_way (&squares, squares.rows *
                                ik_f_distribution_get_quantile (UPPER, freedom, squares.n - 1));

  return agreement;
}
