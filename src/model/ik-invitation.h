#pragma once

#include "ik-interview.h"

G_BEGIN_DECLS

/* More people than this interview nobody at once. */
#define IK_INVITATION_MAX_SEATS 30

/**
 * IkSeat:
 * @id: UUID, also of the interview that is held there, in the library of the
 *   chair and in that of the member
 * @name: who is invited
 * @asks: (element-type utf8): sections and competencies that this member asks
 *   about; empty for all
 * @item_ids: (element-type utf8): the questions of the plan that this member
 *   asks, in order; set by ik_invitation_share_out()
 * @planned_at_us: when, microseconds since 1970 UTC, 0 where not said
 * @slot_minutes: length of the slot, 0 where not said
 * @room: where, "" where not said
 *
 * One member's place in a panel.
 */
typedef struct
{
  char      *id;
  char      *name;
  GPtrArray *asks;
  GPtrArray *item_ids;
  gint64     planned_at_us;
  guint      slot_minutes;
  char      *room;
} IkSeat;

/**
 * IkInvitation:
 * @id: UUID of the panel
 * @chair_name: who invites
 * @written_at_us: when, microseconds since 1970 UTC
 * @seats: (element-type IkSeat): who is invited, in order
 * @plan: the frozen set with the candidate and the round; nobody's interview, its
 *   items have ids of their own
 *
 * What a chair writes to a panel.
 */
typedef struct
{
  char        *id;
  char        *chair_name;
  gint64       written_at_us;
  GPtrArray   *seats;
  IkInterview *plan;
} IkInvitation;

IkSeat       *ik_seat_new                   (const char         *name);
IkSeat       *ik_seat_copy                  (const IkSeat       *self);
void          ik_seat_free                  (IkSeat             *self);
char         *ik_seat_dup_id                (const char         *seat_id,
                                             const char         *id);

IkInvitation *ik_invitation_new             (void);
void          ik_invitation_free            (IkInvitation       *self);
gboolean      ik_invitation_share_out       (IkInvitation       *self,
                                             char              **out_reason);
IkSeat       *ik_invitation_find_seat       (const IkInvitation *self,
                                             const char         *name);
IkInterview  *ik_invitation_make_interview  (const IkInvitation *self,
                                             const IkSeat       *seat);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSeat, ik_seat_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInvitation, ik_invitation_free)

G_END_DECLS
