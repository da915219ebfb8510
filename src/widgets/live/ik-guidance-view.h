#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_GUIDANCE_VIEW (ik_guidance_view_get_type ())
G_DECLARE_FINAL_TYPE (IkGuidanceView, ik_guidance_view, IK, GUIDANCE_VIEW, AdwBin)

/* Signal "ticked" (uint index) as of #IkIndicatorList. */

void ik_guidance_view_set_item     (IkGuidanceView        *self,
                                    const IkInterviewItem *item,
                                    GPtrArray             *indicators);
void ik_guidance_view_update_ticks (IkGuidanceView        *self);
void ik_guidance_view_focus_filter (IkGuidanceView        *self);

GtkWidget *ik_guidance_view_find_indicator (IkGuidanceView *self,
                                            guint           index);
GtkWidget *ik_guidance_view_get_reference (IkGuidanceView *self);

G_END_DECLS
