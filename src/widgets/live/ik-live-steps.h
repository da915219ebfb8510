#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_STEPS (ik_live_steps_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveSteps, ik_live_steps, IK, LIVE_STEPS, AdwBin)

void ik_live_steps_set_with_end (IkLiveSteps *self,
                                 gboolean     with_end);

G_END_DECLS
