#pragma once

#include <adwaita.h>

#include "ik-live-interview.h"

G_BEGIN_DECLS

#define IK_TYPE_LIVE_MINUTES_ENTRY (ik_live_minutes_entry_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveMinutesEntry, ik_live_minutes_entry, IK, LIVE_MINUTES_ENTRY, AdwBin)

void ik_live_minutes_entry_set_live   (IkLiveMinutesEntry *self,
                                       IkLiveInterview    *live);
void ik_live_minutes_entry_set_narrow (IkLiveMinutesEntry *self,
                                       gboolean            narrow);

G_END_DECLS
