#pragma once

#include "ik-rubric.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_RATING_BAR (ik_rating_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkRatingBar, ik_rating_bar, IK, RATING_BAR, AdwBin)

/* Signals: "rated" (int value), the value it has means that it shall be
 * cleared; "not-assessed" (boolean). */

void ik_rating_bar_set_rubric       (IkRatingBar    *self,
                                     const IkRubric *rubric);
void ik_rating_bar_set_room_for     (IkRatingBar    *self,
                                     GPtrArray      *rubrics);
void ik_rating_bar_set_rating       (IkRatingBar    *self,
                                     int             rating);
void ik_rating_bar_set_not_assessed (IkRatingBar    *self,
                                     gboolean        not_assessed);
void ik_rating_bar_set_locked       (IkRatingBar    *self,
                                     gboolean        locked);
void ik_rating_bar_focus            (IkRatingBar    *self);

G_END_DECLS
