#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_PLANNED_TIME (ik_planned_time_get_type ())
G_DECLARE_FINAL_TYPE (IkPlannedTime, ik_planned_time, IK, PLANNED_TIME, AdwPreferencesGroup)

gint64 ik_planned_time_get_us (IkPlannedTime *self);
void   ik_planned_time_set_us (IkPlannedTime *self,
                               gint64         at_us);

G_END_DECLS
