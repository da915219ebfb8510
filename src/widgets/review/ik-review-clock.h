#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_REVIEW_CLOCK (ik_review_clock_get_type ())
G_DECLARE_FINAL_TYPE (IkReviewClock, ik_review_clock, IK, REVIEW_CLOCK, AdwBin)

void ik_review_clock_set_interview (IkReviewClock     *self,
                                    const IkInterview *interview,
                                    IkClock           *clock);
void ik_review_clock_set_narrow    (IkReviewClock     *self,
                                    gboolean           narrow);

G_END_DECLS
