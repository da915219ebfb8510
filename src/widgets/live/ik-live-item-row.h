#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_ITEM_ROW (ik_live_item_row_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveItemRow, ik_live_item_row, IK, LIVE_ITEM_ROW, AdwBin)

GtkWidget *ik_live_item_row_new      (void);
void       ik_live_item_row_set_item (IkLiveItemRow     *self,
                                      const IkInterview *interview,
                                      guint              index,
                                      gboolean           is_current);
guint      ik_live_item_row_get_index (IkLiveItemRow    *self);

G_END_DECLS
