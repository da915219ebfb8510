#pragma once

#include "ik-insight-data.h"

G_BEGIN_DECLS

/**
 * IkRatingGrouping:
 * @IK_RATINGS_BY_INTERVIEWER: who rated; by name, then one group of all
 * @IK_RATINGS_BY_HOUR: the hour of the day that the interview started in
 * @IK_RATINGS_BY_POSITION: which interview of the interviewer's day it was
 *
 * What ratings are put together by.
 */
typedef enum
{
  IK_RATINGS_BY_INTERVIEWER,
  IK_RATINGS_BY_HOUR,
  IK_RATINGS_BY_POSITION,
} IkRatingGrouping;

/**
 * IkRatingGroup:
 * @name: (nullable): of the interviewer; %NULL for the group of all, and for
 *   hours and positions
 * @place: the hour or the position
 * @n_interviews: with at least one such rating
 * @n: ratings
 * @counts: of each level, the lowest first
 * @mean: of the ratings, each counted once
 * @difference: how far they lie, on average, from what they are held against:
 *   the mean of all for an interviewer, the interviewer's own mean for hours and
 *   positions
 *
 * Ratings that belong together, all on one scale.
 */
typedef struct
{
  const char *name;
  guint       place;
  guint       n_interviews;
  guint       n;
  guint       counts[IK_RUBRIC_MAX_LEVELS];
  double      mean;
  double      difference;
} IkRatingGroup;

GArray *ik_rating_groups_new (GPtrArray            *interviews,
                              const IkInsightScale *scale,
                              IkRatingGrouping      grouping);

G_END_DECLS
