#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_INDICATOR_LIST (ik_indicator_list_get_type ())
G_DECLARE_FINAL_TYPE (IkIndicatorList, ik_indicator_list, IK, INDICATOR_LIST, AdwBin)

/* Signal "ticked" (uint index): somebody wants the tick of one turned over. */

void ik_indicator_list_set_indicators (IkIndicatorList *self,
                                       GPtrArray       *indicators);
void ik_indicator_list_update         (IkIndicatorList *self);
void ik_indicator_list_focus_filter   (IkIndicatorList *self);

GtkWidget *ik_indicator_list_find_button (IkIndicatorList *self,
                                          guint            index);

G_END_DECLS
