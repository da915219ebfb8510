#pragma once

#include "ik-exchange-error.h"
#include "ik-invitation.h"

G_BEGIN_DECLS

#define IK_INVITATION_FORMAT "interview-kit-panel"
/* The second one knows a scale of the recommendation: whoever has an older program
 * must not answer in words that the chair can't take. */
#define IK_INVITATION_VERSION 2
#define IK_INVITATION_VERSION_WITHOUT_SCALE 1

GBytes       *ik_invitation_to_document   (const IkInvitation  *invitation);
IkInvitation *ik_invitation_from_document (GBytes              *document,
                                           GError             **error);

G_END_DECLS
