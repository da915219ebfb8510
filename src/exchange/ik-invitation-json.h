#pragma once

#include "ik-exchange-error.h"
#include "ik-invitation.h"

G_BEGIN_DECLS

#define IK_INVITATION_FORMAT "interview-kit-panel"
#define IK_INVITATION_VERSION 1

GBytes       *ik_invitation_to_document   (const IkInvitation  *invitation);
IkInvitation *ik_invitation_from_document (GBytes              *document,
                                           GError             **error);

G_END_DECLS
