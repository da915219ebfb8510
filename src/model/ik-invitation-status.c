#include "ik-invitation-status.h"

/**
 * ik_seat_status_free:
 * @self: (transfer full): a member's standing
 */
void
ik_seat_status_free (IkSeatStatus *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->asks);
  g_free (self->room);
  g_free (self->member_id);
  g_free (self->public_key);
  g_free (self);
}

/**
 * ik_invitation_status_new:
 *
 * Returns: (transfer full): a panel without members, its texts not set
 */
IkInvitationStatus *
ik_invitation_status_new (void)
{
  IkInvitationStatus *self = g_new0 (IkInvitationStatus, 1);

  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_seat_status_free);

  return self;
}

/**
 * ik_invitation_status_free:
 * @self: (transfer full): a panel
 */
void
ik_invitation_status_free (IkInvitationStatus *self)
{
  g_free (self->id);
  g_free (self->candidate_id);
  g_free (self->candidate_name);
  g_free (self->role);
  g_free (self->set_title);
  g_free (self->round);
  g_free (self->chair_id);
  g_free (self->chair_name);
  g_free (self->chair_key);
  g_free (self->digest);
  g_ptr_array_unref (self->seats);
  g_free (self);
}

/**
 * ik_invitation_status_find_seat:
 * @self: a panel
 * @id: UUID of a seat
 *
 * Returns: (transfer none) (nullable): that seat
 */
IkSeatStatus *
ik_invitation_status_find_seat (const IkInvitationStatus *self,
                                const char               *id)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      IkSeatStatus *seat = self->seats->pdata[i];

      if (g_str_equal (seat->id, id))
        return seat;
    }

  return NULL;
}

/**
 * ik_invitation_status_count_handed_in:
 * @self: a panel
 *
 * Returns: how many members have handed in, as far as this library knows
 */
guint
ik_invitation_status_count_handed_in (const IkInvitationStatus *self)
{
  guint n = 0;

  for (guint i = 0; i < self->seats->len; i++)
    n += ((IkSeatStatus *) self->seats->pdata[i])->handed_in_at_us != 0 ? 1 : 0;

  return n;
}
