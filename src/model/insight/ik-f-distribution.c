#include "ik-f-distribution.h"

#include <math.h>

/* Far below what a double tells apart, so that the fraction ends by itself. */
#define PRECISION      1e-16
#define TINY           1e-300
#define MAX_STEPS      100000

/* The logarithm of a quantile lies within these: e^±600 is about the range of a
 * double, with room for the degrees of freedom. 70 halvings leave less than its
 * precision. */
#define MAX_LOGARITHM  600.0
#define N_HALVINGS     70

static double
avoid_zero (double value)
{
  return fabs (value) < TINY ? TINY : value;
}

/* The continued fraction of NIST's Digital Library of Mathematical Functions
 * 8.17.22, summed by the modified Lentz method (Thompson and Barnett 1986,
 * Journal of Computational Physics 64, 490–509). Fast where x < a ∕ (a + b). */
static double
sum_fraction (double x,
              double a,
              double b)
{
  double numerators = 1;
  double denominators = 1 / avoid_zero (1 - (a + b) * x / (a + 1));
  double sum = denominators;

  for (int m = 1; m < MAX_STEPS; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double step;

      denominators = 1 / avoid_zero (1 + even * denominators);
      numerators = avoid_zero (1 + even / numerators);
      sum *= denominators * numerators;

      denominators = 1 / avoid_zero (1 + odd * denominators);
      numerators = avoid_zero (1 + odd / numerators);
      step = denominators * numerators;
      sum *= step;
      if (fabs (step - 1) < PRECISION)
        break;
    }

  return sum;
}

/* The plain lgamma() writes a global sign, which other threads write, too. */
static double
get_log_gamma (double x)
{
  int sign;

  return lgamma_r (x, &sign);
}

/* The regularized incomplete beta function; @y is 1 - @x, given apart so that
 * nothing is lost where x is close to 1. */
static double
get_incomplete_beta (double x,
                     double y,
                     double a,
                     double b)
{
  double front = exp (a * log (x) + b * log (y) + get_log_gamma (a + b) - get_log_gamma (a) -
                      get_log_gamma (b));

  if (x < (a + 1) / (a + b + 2))
    return front * sum_fraction (x, a, b) / a;

  return 1 - front * sum_fraction (y, b, a) / b;
}

/**
 * ik_f_distribution_get_quantile:
 * @probability: between 0 and 1, both excluded
 * @numerator: degrees of freedom, above 0; need not be whole
 * @denominator: the same
 *
 * The quantile of the F distribution, found by halving: its distribution
 * function is the regularized incomplete beta function of d₁f ∕ (d₁f + d₂)
 * (NIST DLMF 8.17; Abramowitz and Stegun 1964, 26.6.2).
 *
 * Returns: the value that F stays below with @probability
 */
double
ik_f_distribution_get_quantile (double probability,
                                double numerator,
                                double denominator)
{
  double low = -MAX_LOGARITHM;
  double high = MAX_LOGARITHM;

  g_return_val_if_fail (probability > 0 && probability < 1, 0);
  g_return_val_if_fail (numerator > 0 && denominator > 0, 0);

  for (int i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2;
      double ratio = numerator / denominator * exp (middle);
      double x = ratio / (1 + ratio);
      double y = 1 / (1 + ratio);

      if (get_incomplete_beta (x, y, numerator / 2, denominator / 2) > probability)
        high = middle;
      else
        low = middle;
    }

  return exp ((low + high) / 2);
}
