#pragma once

#include "ik-database.h"
#include "ik-invitation-status.h"
#include "ik-invitation.h"

G_BEGIN_DECLS

gboolean            ik_invitation_store_insert   (IkDatabase          *database,
                                                  const IkInvitation  *invitation,
                                                  const char          *chair_id,
                                                  const char          *digest,
                                                  GError             **error);
GPtrArray          *ik_invitation_store_list     (IkDatabase          *database,
                                                  const char          *candidate_id,
                                                  GError             **error);
IkInvitationStatus *ik_invitation_store_load     (IkDatabase          *database,
                                                  const char          *id,
                                                  GError             **error);
gboolean            ik_invitation_store_find     (IkDatabase          *database,
                                                  const char          *seat_id,
                                                  char               **out_id,
                                                  GError             **error);

gboolean            ik_invitation_store_add_scorecard
                                                 (IkDatabase          *database,
                                                  const char          *seat_id,
                                                  guint                revision,
                                                  gint64               handed_in_at_us,
                                                  GError             **error);
gboolean            ik_invitation_store_get_scorecard
                                                 (IkDatabase          *database,
                                                  const char          *seat_id,
                                                  guint               *out_revision,
                                                  gint64              *out_handed_in_at_us,
                                                  GError             **error);

G_END_DECLS
