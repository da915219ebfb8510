#pragma once

#include "ik-agreement.h"
#include "ik-insight-data.h"

G_BEGIN_DECLS

/**
 * IkRatedThing:
 * @IK_RATED_ANSWERS: answers to the same question
 * @IK_RATED_COMPETENCIES: competencies of the same name, as the review rates them
 *
 * What raters are compared by.
 */
typedef enum
{
  IK_RATED_ANSWERS,
  IK_RATED_COMPETENCIES,
} IkRatedThing;

/**
 * IkAgreementMeasure:
 * @IK_MEASURE_KAPPA_LINEAR: two raters, Cohen's kappa with linear weights
 * @IK_MEASURE_KAPPA_QUADRATIC: the same with quadratic weights
 * @IK_MEASURE_ICC_TWO_WAY: three or more raters who all rated the same, ICC(2,1)
 * @IK_MEASURE_ICC_ONE_WAY: any two or more raters, ICC(1,1)
 *
 * How agreement is measured.
 */
typedef enum
{
  IK_MEASURE_KAPPA_LINEAR,
  IK_MEASURE_KAPPA_QUADRATIC,
  IK_MEASURE_ICC_TWO_WAY,
  IK_MEASURE_ICC_ONE_WAY,
} IkAgreementMeasure;

/**
 * IkRaterAgreement:
 * @names: (element-type utf8): of the raters, by name; empty where they are not
 *   the same throughout
 * @measure: how it is measured
 * @agreement: the coefficient with its interval
 * @n_pairs: pairs of ratings of the same
 * @n_same: pairs on the same level
 * @n_near: pairs at most one level apart
 *
 * How far some raters agree.
 */
typedef struct
{
  GPtrArray          *names;
  IkAgreementMeasure  measure;
  IkAgreement         agreement;
  guint               n_pairs;
  guint               n_same;
  guint               n_near;
} IkRaterAgreement;

GPtrArray *ik_rater_agreement_new (GPtrArray            *interviews,
                                   const IkInsightScale *scale,
                                   IkRatedThing          thing,
                                   const char           *interviewer_id);

G_END_DECLS
