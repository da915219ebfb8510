#pragma once

#include "ik-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_TIMELINE_ROW (ik_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (IkTimelineRow, ik_timeline_row, IK, TIMELINE_ROW, GtkListBoxRow)

GtkWidget *ik_timeline_row_new          (void);
void       ik_timeline_row_set_question (IkTimelineRow     *self,
                                         const IkInterview *interview,
                                         const IkTimeline  *timeline,
                                         guint              index);

G_END_DECLS
