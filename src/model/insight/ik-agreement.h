#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing is said of fewer. A choice of ours: of four ratings, one more changes
 * a share by a fifth. */
#define IK_INSIGHT_MIN_N 5

/**
 * IkAgreementState:
 * @IK_AGREEMENT_TOLD: value and interval hold
 * @IK_AGREEMENT_TOO_FEW: fewer than %IK_INSIGHT_MIN_N; nothing holds
 * @IK_AGREEMENT_ONE_LEVEL: all ratings are the same level, which chance alone
 *   would bring about as well; nothing holds
 * @IK_AGREEMENT_ONE_SIDED: one rater gave a single level throughout, which makes
 *   the value 0 whatever the other one gave; no interval
 * @IK_AGREEMENT_NO_DIFFERENCE: every rater gave a single level throughout, not
 *   all the same one: the value is 0, no interval
 * @IK_AGREEMENT_COMPLETE: all agree on everything: the value is 1, and no
 *   interval can be had from that
 *
 * What can be said about agreement.
 */
typedef enum
{
  IK_AGREEMENT_TOLD,
  IK_AGREEMENT_TOO_FEW,
  IK_AGREEMENT_ONE_LEVEL,
  IK_AGREEMENT_ONE_SIDED,
  IK_AGREEMENT_NO_DIFFERENCE,
  IK_AGREEMENT_COMPLETE,
} IkAgreementState;

/**
 * IkAgreement:
 * @state: which of the others hold
 * @n: what was rated by each, or by two at least
 * @value: the coefficient, 1 at most; 0 is what chance brings about
 * @low: lower end of its 95 % confidence interval
 * @high: upper end
 *
 * How far raters agree.
 */
typedef struct
{
  IkAgreementState state;
  guint            n;
  double           value;
  double           low;
  double           high;
} IkAgreement;

/**
 * IkKappaWeights:
 * @IK_KAPPA_LINEAR: two levels apart is twice as bad as one
 * @IK_KAPPA_QUADRATIC: two levels apart is four times as bad as one
 *
 * How much a disagreement counts.
 */
typedef enum
{
  IK_KAPPA_LINEAR,
  IK_KAPPA_QUADRATIC,
} IkKappaWeights;

IkAgreement ik_kappa_compute              (const guint    *first,
                                           const guint    *second,
                                           guint           n,
                                           guint           n_levels,
                                           IkKappaWeights  weights);

IkAgreement ik_intraclass_compute_one_way (const int      *ratings,
                                           const guint    *sizes,
                                           guint           n);
IkAgreement ik_intraclass_compute_two_way (const int      *ratings,
                                           guint           n,
                                           guint           n_raters);

G_END_DECLS
