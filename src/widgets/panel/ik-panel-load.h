#pragma once

#include "ik-debriefs.h"
#include "ik-page.h"

G_BEGIN_DECLS

void ik_panel_load (IkPage              *page,
                    const char          *candidate_id,
                    const char          *round,
                    GAsyncReadyCallback  callback);
IkDebrief *ik_panel_load_finish (IkPage       *page,
                                 GAsyncResult *result);

G_END_DECLS
