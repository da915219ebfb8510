#pragma once

#include "ik-rubric.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_RECOMMENDATION_BAR (ik_recommendation_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkRecommendationBar, ik_recommendation_bar, IK, RECOMMENDATION_BAR, AdwBin)

/* Signal "chosen" (int value): a level was pressed. */

void ik_recommendation_bar_set_recommendation (IkRecommendationBar *self,
                                               const IkRubric      *scale,
                                               int                  value);
void ik_recommendation_bar_set_narrow         (IkRecommendationBar *self,
                                               gboolean             narrow);
void ik_recommendation_bar_choose             (IkRecommendationBar *self,
                                               guint                number);
void ik_recommendation_bar_focus              (IkRecommendationBar *self);

G_END_DECLS
