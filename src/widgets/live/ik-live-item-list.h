#pragma once

#include "ik-live-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_ITEM_LIST (ik_live_item_list_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveItemList, ik_live_item_list, IK, LIVE_ITEM_LIST, AdwBin)

void ik_live_item_list_set_live (IkLiveItemList  *self,
                                 IkLiveInterview *live);

G_END_DECLS
