#include "ik-agreement.h"
#include "ik-f-distribution.h"

#include <math.h>

#define assert_near(value, expected, within) \
  g_assert_cmpfloat_with_epsilon ((value), (expected), (within))

/* Six candidates, four raters: table 2 of Shrout and Fleiss 1979. */
static const int shrout_fleiss[] = {
  9, 2, 5, 8,
  6, 1, 3, 2,
  8, 4, 6, 8,
  7, 1, 2, 6,
  10, 5, 6, 9,
  6, 2, 4, 7,
};

static void
test_quantile (void)
{
  /* From printed tables of the distribution. */
  assert_near (ik_f_distribution_get_quantile (0.95, 1, 10), 4.965, 5e-4);
  assert_near (ik_f_distribution_get_quantile (0.975, 5, 18), 3.382, 5e-4);
  assert_near (ik_f_distribution_get_quantile (0.975, 3, 5), 7.764, 5e-4);
  assert_near (ik_f_distribution_get_quantile (0.99, 120, 120), 1.533, 5e-4);
  /* With 2 and 2 degrees of freedom it is p ∕ (1 - p). */
  assert_near (ik_f_distribution_get_quantile (0.975, 2, 2), 39, 1e-9);
  assert_near (ik_f_distribution_get_quantile (0.5, 7.5, 7.5), 1, 1e-12);
}

/* 20 and 15 times the same, 5 and 10 times not: pₒ = 0.7, pₑ = 0.5. */
static void
test_kappa_of_two_levels (void)
{
  guint first[50];
  guint second[50];
  IkAgreement linear;
  IkAgreement quadratic;

  for (guint i = 0; i < 50; i++)
    {
      first[i] = i < 25 ? 1 : 0;
      second[i] = i < 20 || i >= 40 ? 1 : 0;
    }

  linear = ik_kappa_compute (first, second, 50, 2, IK_KAPPA_LINEAR);
  quadratic = ik_kappa_compute (first, second, 50, 2, IK_KAPPA_QUADRATIC);
  g_assert_cmpint (linear.state, ==, IK_AGREEMENT_TOLD);
  g_assert_cmpuint (linear.n, ==, 50);
  assert_near (linear.value, 0.4, 1e-15);
  assert_near (quadratic.value, 0.4, 1e-15);
  assert_near (linear.low, quadratic.low, 1e-12);
  g_assert_cmpfloat (linear.low, <, 0.4);
  g_assert_cmpfloat (linear.high, >, 0.4);
}

/* Three the same, two a level apart. Linear: pₒ = 8∕10, pₑ = 28∕50, so 6∕11;
 * quadratic: pₒ = 18∕20, pₑ = 68∕100, so 11∕16. */
static void
test_kappa_of_three_levels (void)
{
  static const guint first[] = { 0, 1, 2, 0, 1 };
  static const guint second[] = { 0, 1, 2, 1, 2 };
  IkAgreement linear = ik_kappa_compute (first, second, 5, 3, IK_KAPPA_LINEAR);
  IkAgreement quadratic = ik_kappa_compute (first, second, 5, 3, IK_KAPPA_QUADRATIC);

  assert_near (linear.value, 6.0 / 11, 1e-15);
  assert_near (quadratic.value, 11.0 / 16, 1e-15);
  g_assert_cmpfloat (quadratic.high, <=, 1);
}

static void
test_kappa_says_what_it_cannot (void)
{
  static const guint twos[] = { 2, 2, 2, 2, 2, 2 };
  static const guint threes[] = { 3, 3, 3, 3, 3, 3 };
  static const guint mixed[] = { 0, 1, 2, 3, 4, 0 };
  IkAgreement agreement;

  agreement = ik_kappa_compute (mixed, mixed, IK_INSIGHT_MIN_N - 1, 5, IK_KAPPA_LINEAR);
  g_assert_cmpint (agreement.state, ==, IK_AGREEMENT_TOO_FEW);
  agreement = ik_kappa_compute (NULL, NULL, 0, 5, IK_KAPPA_LINEAR);
  g_assert_cmpint (agreement.state, ==, IK_AGREEMENT_TOO_FEW);

  agreement = ik_kappa_compute (twos, twos, 6, 5, IK_KAPPA_LINEAR);
  g_assert_cmpint (agreement.state, ==, IK_AGREEMENT_ONE_LEVEL);

  agreement = ik_kappa_compute (twos, threes, 6, 5, IK_KAPPA_LINEAR);
  g_assert_cmpint (agreement.state, ==, IK_AGREEMENT_NO_DIFFERENCE);
  assert_near (agreement.value, 0, 1e-15);

  agreement = ik_kappa_compute (twos, mixed, 6, 5, IK_KAPPA_LINEAR);
  g_assert_cmpint (agreement.state, ==, IK_AGREEMENT_ONE_SIDED);
  assert_near (agreement.value, 0, 1e-15);

  agreement = ik_kappa_compute (mixed, mixed, 6, 5, IK_KAPPA_QUADRATIC);
  g_assert_cmpint (agreement.state, ==, IK_AGREEMENT_COMPLETE);
  assert_near (agreement.value, 1, 1e-15);
}

static void
test_intraclass (void)
{
  static const guint sizes[] = { 4, 4, 4, 4, 4, 4 };
  IkAgreement one = ik_intraclass_compute_one_way (shrout_fleiss, sizes, 6);
  IkAgreement two = ik_intraclass_compute_two_way (shrout_fleiss, 6, 4);

  g_assert_cmpint (one.state, ==, IK_AGREEMENT_TOLD);
  assert_near (one.value, 0.166, 5e-4);
  assert_near (one.low, -0.133, 5e-4);
  assert_near (one.high, 0.723, 5e-4);

  g_assert_cmpint (two.state, ==, IK_AGREEMENT_TOLD);
  g_assert_cmpuint (two.n, ==, 6);
  assert_near (two.value, 0.290, 5e-4);
  assert_near (two.low, 0.019, 5e-4);
  assert_near (two.high, 0.761, 5e-4);
}

static void
test_intraclass_says_what_it_cannot (void)
{
  static const int same[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
  static const int apart[] = { 2, 4, 2, 4, 2, 4, 2, 4, 2, 4 };
  static const int alike[] = { 1, 1, 2, 2, 3, 3, 4, 4, 5, 5 };
  static const guint sizes[] = { 2, 2, 2, 2, 2 };
  const struct
  {
    const int        *ratings;
    IkAgreementState  one;
    IkAgreementState  two;
  } cases[] = {
    { same, IK_AGREEMENT_ONE_LEVEL, IK_AGREEMENT_ONE_LEVEL },
    { apart, IK_AGREEMENT_TOLD, IK_AGREEMENT_NO_DIFFERENCE },
    { alike, IK_AGREEMENT_COMPLETE, IK_AGREEMENT_COMPLETE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkAgreement one = ik_intraclass_compute_one_way (cases[i].ratings, sizes, 5);
      IkAgreement two = ik_intraclass_compute_two_way (cases[i].ratings, 5, 2);

      g_assert_cmpint (one.state, ==, cases[i].one);
      g_assert_cmpint (two.state, ==, cases[i].two);
      g_assert_cmpint (ik_intraclass_compute_two_way (cases[i].ratings, 4, 2).state, ==,
                       IK_AGREEMENT_TOO_FEW);
      g_assert_cmpint (ik_intraclass_compute_one_way (cases[i].ratings, sizes, 4).state, ==,
                       IK_AGREEMENT_TOO_FEW);
    }
}

/* One who is always a level stricter: the order is the same, the ratings are
 * not, which absolute agreement counts. */
static void
test_strictness_counts (void)
{
  static const int strict[] = { 1, 2, 2, 3, 3, 4, 4, 5, 1, 2, 3, 4 };
  IkAgreement agreement = ik_intraclass_compute_two_way (strict, 6, 2);

  g_assert_cmpint (agreement.state, ==, IK_AGREEMENT_TOLD);
  g_assert_cmpfloat (agreement.value, <, 0.95);
  g_assert_cmpfloat (agreement.value, >, 0.5);
  g_assert_cmpfloat (agreement.low, <, agreement.value);
  g_assert_true (isfinite (agreement.low) && isfinite (agreement.high));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/agreement/quantile", test_quantile);
  g_test_add_func ("/model/agreement/kappa/two-levels", test_kappa_of_two_levels);
  g_test_add_func ("/model/agreement/kappa/three-levels", test_kappa_of_three_levels);
  g_test_add_func ("/model/agreement/kappa/limits", test_kappa_says_what_it_cannot);
  g_test_add_func ("/model/agreement/intraclass", test_intraclass);
  g_test_add_func ("/model/agreement/intraclass/limits", test_intraclass_says_what_it_cannot);
  g_test_add_func ("/model/agreement/intraclass/strictness", test_strictness_counts);

  return g_test_run ();
}
