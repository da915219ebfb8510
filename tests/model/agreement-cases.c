/* Does the sums of agreement between raters that it reads, for
 * check_agreement.py to compare.
 *
 * Input, words and numbers: "kappa" with 0 for linear or 1 for quadratic
 * weights, the number of levels, that of what was rated, and of each what both
 * raters gave; "one" with the number of what was rated, and of each the number
 * of raters and their ratings; "two" with the number of what was rated, that of
 * the raters, and the ratings.
 *
 * Output, a line for each: state, n, value, low, high; numbers with all digits.
 */
#include "ik-agreement.h"

#include <stdio.h>
#include <stdlib.h>

static int
next (void)
{
  int number = 0;

  if (scanf ("%d", &number) != 1)
    g_error ("The input ends in the middle of a case");

  return number;
}

static IkAgreement
do_kappa (void)
{
  IkKappaWeights weights = next ();
  guint n_levels = next ();
  guint n = next ();
  g_autofree guint *first = g_new (guint, n);
  g_autofree guint *second = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      first[i] = next ();
      second[i] = next ();
    }

  return ik_kappa_compute (first, second, n, n_levels, weights);
}

static IkAgreement
do_one_way (void)
{
  guint n = next ();
  g_autofree guint *sizes = g_new (guint, n);
  g_autoptr(GArray) ratings = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = next ();
      for (guint k = 0; k < sizes[i]; k++)
        {
          int rating = next ();

          g_array_append_val (ratings, rating);
        }
    }

  return ik_intraclass_compute_one_way ((const int *) ratings->data, sizes, n);
}

static IkAgreement
do_two_way (void)
{
  guint n = next ();
  guint n_raters = next ();
  g_autofree int *ratings = g_new (int, n * n_raters);

  for (guint i = 0; i < n * n_raters; i++)
    ratings[i] = next ();

  return ik_intraclass_compute_two_way (ratings, n, n_raters);
}

int
main (void)
{
  char word[16];

  while (scanf ("%15s", word) == 1)
    {
      IkAgreement agreement;

      if (g_str_equal (word, "kappa"))
        agreement = do_kappa ();
      else if (g_str_equal (word, "one"))
        agreement = do_one_way ();
      else
        agreement = do_two_way ();

      printf ("%d %u %.17g %.17g %.17g\n", agreement.state, agreement.n, agreement.value,
              agreement.low, agreement.high);
    }

  return EXIT_SUCCESS;
}
