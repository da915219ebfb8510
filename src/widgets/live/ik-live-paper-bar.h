#pragma once

#include <adwaita.h>

#include "ik-live-interview.h"

G_BEGIN_DECLS

#define IK_TYPE_LIVE_PAPER_BAR (ik_live_paper_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkLivePaperBar, ik_live_paper_bar, IK, LIVE_PAPER_BAR, AdwBin)

void ik_live_paper_bar_set_live   (IkLivePaperBar  *self,
                                   IkLiveInterview *live);
void ik_live_paper_bar_set_narrow (IkLivePaperBar  *self,
                                   gboolean         narrow);

G_END_DECLS
