#pragma once

#include "ik-live-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_HEADER (ik_live_header_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveHeader, ik_live_header, IK, LIVE_HEADER, AdwBin)

void ik_live_header_set_live   (IkLiveHeader    *self,
                                IkLiveInterview *live);
void ik_live_header_set_narrow (IkLiveHeader    *self,
                                gboolean         narrow);
void ik_live_header_set_hidden (IkLiveHeader    *self,
                                gboolean         hidden);

G_END_DECLS
