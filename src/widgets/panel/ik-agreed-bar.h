#pragma once

#include "ik-debriefs.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_AGREED_BAR (ik_agreed_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkAgreedBar, ik_agreed_bar, IK, AGREED_BAR, AdwBin)

/* Signal: "changed" (int rating, string reason, string agreed_by). */

void ik_agreed_bar_set          (IkAgreedBar    *self,
                                 const char     *subject,
                                 const IkRubric *scale,
                                 int             rating,
                                 const char     *reason);
void ik_agreed_bar_set_who      (IkAgreedBar     *self,
                                 const IkDebrief *debrief,
                                 const char      *agreed_by,
                                 gint64           at_us);
void ik_agreed_bar_choose_who   (IkAgreedBar    *self);
void ik_agreed_bar_choose       (IkAgreedBar    *self,
                                 guint           index);
void ik_agreed_bar_focus_reason (IkAgreedBar    *self);
void ik_agreed_bar_flush        (IkAgreedBar    *self);

G_END_DECLS
