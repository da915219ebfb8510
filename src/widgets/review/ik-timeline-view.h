#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_TIMELINE_VIEW (ik_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (IkTimelineView, ik_timeline_view, IK, TIMELINE_VIEW, AdwBin)

void ik_timeline_view_set_interview (IkTimelineView    *self,
                                     const IkInterview *interview);
void ik_timeline_view_focus         (IkTimelineView    *self);

G_END_DECLS
