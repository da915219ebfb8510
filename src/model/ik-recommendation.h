#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/**
 * IkRecommendation:
 *
 * The four words of a recommendation, as the levels of a scale. They stand beyond
 * what a level of a rubric counts, so that neither is taken for the other.
 */
typedef enum
{
  IK_RECOMMENDATION_STRONG_NO = IK_RUBRIC_MAX_VALUE + 1,
  IK_RECOMMENDATION_NO,
  IK_RECOMMENDATION_YES,
  IK_RECOMMENDATION_STRONG_YES,
} IkRecommendation;

const IkRubric *ik_recommendation_get_words           (void);
char           *ik_recommendation_to_text             (int                value);
gboolean        ik_recommendation_from_text           (const char        *text,
                                                       int               *out_value);
char           *ik_recommendation_dup_label           (const IkRubric    *scale,
                                                       int                value);
const IkRubric *ik_interview_get_recommendation_scale (const IkInterview *self);
char           *ik_interview_dup_recommendation       (const IkInterview *self);

G_END_DECLS
