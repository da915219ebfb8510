#pragma once

#include "ik-live-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_CLOCK (ik_live_clock_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveClock, ik_live_clock, IK, LIVE_CLOCK, AdwBin)

void ik_live_clock_set_live (IkLiveClock     *self,
                             IkLiveInterview *live);
void ik_live_clock_update   (IkLiveClock     *self);

G_END_DECLS
