#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/**
 * IkMean:
 * @mean: mean of the rated items, 0 where @n_rated is 0
 * @n_rated: items that count
 * @n_of: scored items there are
 *
 * A mean that says of how many: "4.0 from 6 of 8".
 */
typedef struct
{
  double mean;
  guint  n_rated;
  guint  n_of;
} IkMean;

IkMean ik_interview_compute_mean            (const IkInterview *self);
IkMean ik_interview_compute_competency_mean (const IkInterview *self,
                                             const char        *competency_id);

gboolean ik_interview_parts_are_rated (const IkInterview *self);
gboolean ik_interview_check_hand_in   (const IkInterview *self,
                                       char             **out_reason);

G_END_DECLS
