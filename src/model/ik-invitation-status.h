#pragma once

#include "ik-enums.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkSeatStatus:
 * @id: UUID of the seat, also of its interview
 * @name: who sits there
 * @asks: sections and competencies, one a line; "" for all
 * @planned_at_us: when, microseconds since 1970 UTC, 0 where not said
 * @room: where, "" where not said
 * @member_id: (nullable): that person in this library, %NULL where the interview
 *   is elsewhere
 * @is_owner: whether it is the owner of this library
 * @is_here: whether its interview is in this library
 * @state: state of that interview; without one it isn't known
 * @handed_in_at_us: when it was handed in last, 0 where it wasn't, or isn't known
 * @n_scorecards: how many scorecards were merged from there, or sent
 * @public_key: (nullable): key of the member, %NULL until it is known
 *
 * How far one member of a panel is.
 */
typedef struct
{
  char             *id;
  char             *name;
  char             *asks;
  gint64            planned_at_us;
  char             *room;
  char             *member_id;
  gboolean          is_owner;
  gboolean          is_here;
  IkInterviewState  state;
  gint64            handed_in_at_us;
  guint             n_scorecards;
  char             *public_key;
} IkSeatStatus;

/**
 * IkInvitationStatus:
 * @id: UUID of the panel
 * @candidate_id: whom it is about
 * @candidate_name: name
 * @role: role of the set
 * @set_title: title of the set
 * @round: title of the round
 * @chair_id: who invited
 * @chair_name: name
 * @chair_key: public key of the chair
 * @is_own: whether the owner of this library is the chair
 * @digest: of the invitation
 * @written_at_us: when it was written, microseconds since 1970 UTC
 * @seats: (element-type IkSeatStatus): the members, in order
 *
 * How far a panel is.
 */
typedef struct
{
  char      *id;
  char      *candidate_id;
  char      *candidate_name;
  char      *role;
  char      *set_title;
  char      *round;
  char      *chair_id;
  char      *chair_name;
  char      *chair_key;
  gboolean   is_own;
  char      *digest;
  gint64     written_at_us;
  GPtrArray *seats;
} IkInvitationStatus;

IkInvitationStatus *ik_invitation_status_new        (void);
void                ik_invitation_status_free       (IkInvitationStatus       *self);
IkSeatStatus       *ik_invitation_status_find_seat  (const IkInvitationStatus *self,
                                                     const char               *id);
guint               ik_invitation_status_count_handed_in
                                                    (const IkInvitationStatus *self);
void                ik_seat_status_free             (IkSeatStatus             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInvitationStatus, ik_invitation_status_free)

G_END_DECLS
