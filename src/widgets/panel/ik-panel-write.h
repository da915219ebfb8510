#pragma once

#include "ik-debriefs.h"
#include "ik-page.h"

G_BEGIN_DECLS

void ik_panel_write_score               (IkPage           *page,
                                         const IkDebrief  *debrief,
                                         const char       *name,
                                         int               rating,
                                         const char       *reason,
                                         const char       *agreed_by);
void ik_panel_write_outcome             (IkPage           *page,
                                         const IkDebrief  *debrief,
                                         int               recommendation,
                                         const char       *summary,
                                         const char       *agreed_by);

G_END_DECLS
