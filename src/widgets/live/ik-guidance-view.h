#pragma once

#include "ik-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_GUIDANCE_VIEW (ik_guidance_view_get_type ())
G_DECLARE_FINAL_TYPE (IkGuidanceView, ik_guidance_view, IK, GUIDANCE_VIEW, AdwBin)

void       ik_guidance_view_set_item      (IkGuidanceView        *self,
                                           const IkInterviewItem *item);
GtkWidget *ik_guidance_view_get_reference (IkGuidanceView        *self);

G_END_DECLS
