#pragma once

#include "ik-rubric.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an anchor may take where nothing else is said. */
#define IK_RATING_BUTTON_ANCHOR_LINES 6

#define IK_TYPE_RATING_BUTTON (ik_rating_button_get_type ())
G_DECLARE_FINAL_TYPE (IkRatingButton, ik_rating_button, IK, RATING_BUTTON, GtkToggleButton)

GtkWidget *ik_rating_button_new          (void);
void       ik_rating_button_set_level    (IkRatingButton      *self,
                                          const IkRubricLevel *level,
                                          guint                number);
void       ik_rating_button_set_room_for (IkRatingButton      *self,
                                          GPtrArray           *anchors);
int        ik_rating_button_get_value    (IkRatingButton      *self);
void       ik_rating_button_set_rated    (IkRatingButton      *self,
                                          gboolean             rated);

G_END_DECLS
