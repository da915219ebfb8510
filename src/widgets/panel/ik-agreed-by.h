#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_AGREED_BY (ik_agreed_by_get_type ())
G_DECLARE_FINAL_TYPE (IkAgreedBy, ik_agreed_by, IK, AGREED_BY, AdwBin)

/* Signal: "changed" (string names, with commas between). */

void ik_agreed_by_set   (IkAgreedBy *self,
                         GPtrArray  *members,
                         const char *names,
                         gint64      at_us);
void ik_agreed_by_popup (IkAgreedBy *self);

G_END_DECLS
