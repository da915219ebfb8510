#pragma once

#include <adwaita.h>

#include "ik-invitation.h"

G_BEGIN_DECLS

#define IK_TYPE_MEMBER_ROW (ik_member_row_get_type ())
G_DECLARE_FINAL_TYPE (IkMemberRow, ik_member_row, IK, MEMBER_ROW, GtkBox)

GtkWidget *ik_member_row_new       (void);
void       ik_member_row_set_parts (IkMemberRow       *self,
                                    const char *const *parts);
gboolean   ik_member_row_is_named  (IkMemberRow       *self);
IkSeat    *ik_member_row_make_seat (IkMemberRow       *self);

G_END_DECLS
