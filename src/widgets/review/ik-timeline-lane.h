#pragma once

#include "ik-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_TIMELINE_LANE (ik_timeline_lane_get_type ())
G_DECLARE_FINAL_TYPE (IkTimelineLane, ik_timeline_lane, IK, TIMELINE_LANE, GtkWidget)

GtkWidget *ik_timeline_lane_new          (void);
void       ik_timeline_lane_set_timeline (IkTimelineLane   *self,
                                          const IkTimeline *timeline,
                                          guint             item);
guint      ik_timeline_lane_find_item    (IkTimelineLane   *self,
                                          double            x);

G_END_DECLS
