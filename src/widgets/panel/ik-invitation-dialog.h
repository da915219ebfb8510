#pragma once

#include <adwaita.h>

#include "ik-panels.h"

G_BEGIN_DECLS

#define IK_TYPE_INVITATION_DIALOG (ik_invitation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (IkInvitationDialog, ik_invitation_dialog, IK, INVITATION_DIALOG, AdwWindow)

GtkWidget *ik_invitation_dialog_new (GtkWindow         *parent,
                                     IkInvitationOffer *offer);

G_END_DECLS
