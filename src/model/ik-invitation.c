#include "ik-invitation.h"

#include "ik-list.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * ik_seat_new:
 * @name: who is invited
 *
 * Returns: (transfer full): a seat with a new id, that asks about everything
 */
IkSeat *
ik_seat_new (const char *name)
{
  IkSeat *self = g_new0 (IkSeat, 1);

  self->id = g_uuid_string_random ();
  self->name = g_strdup (name);
  self->asks = ik_text_list_new ();
  self->item_ids = ik_text_list_new ();
  self->room = g_strdup ("");

  return self;
}

/**
 * ik_seat_copy:
 * @self: a seat
 *
 * Returns: (transfer full): a copy with the same id
 */
IkSeat *
ik_seat_copy (const IkSeat *self)
{
  IkSeat *copy = g_new0 (IkSeat, 1);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->asks = ik_text_list_copy (self->asks);
  copy->item_ids = ik_text_list_copy (self->item_ids);
  copy->planned_at_us = self->planned_at_us;
  copy->slot_minutes = self->slot_minutes;
  copy->room = g_strdup (self->room);

  return copy;
}

/**
 * ik_seat_free:
 * @self: (transfer full): a seat
 */
void
ik_seat_free (IkSeat *self)
{
  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->asks);
  g_ptr_array_unref (self->item_ids);
  g_free (self->room);
  g_free (self);
}

/**
 * ik_seat_dup_id:
 * @seat_id: UUID of a seat, or of a question there
 * @id: what every seat has one of: a question of the plan, or of its indicators
 *
 * All members' interviews lie in the chair's library, so each has ids of its own.
 * They are made by a rule, so that both libraries come to the same ones without
 * their being written down, and so that no file can name a record of another
 * interview.
 *
 * Returns: (transfer full): UUID of that thing at this seat, version 8 of RFC
 *   9562: 122 bits of SHA-256 of both
 */
char *
ik_seat_dup_id (const char *seat_id,
                const char *id)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[32];
  gsize length = sizeof hash;

  g_checksum_update (checksum, (const guchar *) seat_id, (gssize) strlen (seat_id));
  g_checksum_update (checksum, (const guchar *) "/", 1);
  g_checksum_update (checksum, (const guchar *) id, (gssize) strlen (id));
  g_checksum_get_digest (checksum, hash, &length);
  hash[6] = (guint8) (0x80 | (hash[6] & 0x0f));
  hash[8] = (guint8) (0x80 | (hash[8] & 0x3f));

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
                          hash[8], hash[9], hash[10], hash[11], hash[12], hash[13], hash[14],
                          hash[15]);
}

/**
 * ik_invitation_new:
 *
 * Returns: (transfer full): an invitation with a new id, to nobody yet
 */
IkInvitation *
ik_invitation_new (void)
{
  IkInvitation *self = g_new0 (IkInvitation, 1);

  self->id = g_uuid_string_random ();
  self->chair_name = g_strdup ("");
  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_seat_free);
  self->plan = ik_interview_new ();

  return self;
}

/**
 * ik_invitation_free:
 * @self: (transfer full): an invitation
 */
void
ik_invitation_free (IkInvitation *self)
{
  g_free (self->id);
  g_free (self->chair_name);
  g_ptr_array_unref (self->seats);
  ik_interview_free (self->plan);
  g_free (self);
}

static gboolean
is_same_name (const char *one,
              const char *other)
{
  g_autofree char *folded = g_utf8_casefold (one, -1);
  g_autofree char *other_folded = g_utf8_casefold (other, -1);

  return g_utf8_collate (folded, other_folded) == 0;
}

/**
 * ik_invitation_find_seat:
 * @self: an invitation
 * @name: somebody
 *
 * Returns: (transfer none) (nullable): the seat of that name, in whatever case;
 *   %NULL where nobody of that name is invited
 */
IkSeat *
ik_invitation_find_seat (const IkInvitation *self,
                         const char         *name)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      IkSeat *seat = self->seats->pdata[i];

      if (is_same_name (seat->name, name))
        return seat;
    }

  return NULL;
}

static gboolean
check_names (const IkInvitation  *self,
             char               **out_reason)
{
  if (self->seats->len == 0 || self->seats->len > IK_INVITATION_MAX_SEATS)
    {
      *out_reason = g_strdup_printf (_("A panel has from 1 to %d members."),
                                     IK_INVITATION_MAX_SEATS);
      return FALSE;
    }

  for (guint i = 0; i < self->seats->len; i++)
    {
      IkSeat *seat = self->seats->pdata[i];

      if (*seat->name == '\0')
        *out_reason = g_strdup (_("Each member of a panel needs a name."));
      else if (ik_invitation_find_seat (self, seat->name) != seat)
        *out_reason = g_strdup_printf (_("“%s” is in the panel twice."), seat->name);
      else
        continue;

      return FALSE;
    }

  return TRUE;
}

static gboolean
is_about (const IkInvitation    *self,
          const IkInterviewItem *item,
          const char            *name)
{
  if (is_same_name (item->section, name))
    return TRUE;

  for (guint i = 0; item->competency_id != NULL && i < self->plan->competencies->len; i++)
    {
      const IkCompetency *competency =
        ((IkCompetencyRating *) self->plan->competencies->pdata[i])->competency;

      if (g_str_equal (competency->id, item->competency_id) &&
          is_same_name (competency->name, name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_part_of (const IkInvitation    *self,
             const IkSeat          *seat,
             const IkInterviewItem *item)
{
  for (guint i = 0; i < seat->asks->len; i++)
    {
      if (is_about (self, item, seat->asks->pdata[i]))
        return TRUE;
    }

  return seat->asks->len == 0;
}

static gboolean
check_asks (const IkInvitation  *self,
            const IkSeat        *seat,
            char               **out_reason)
{
  for (guint i = 0; i < seat->asks->len; i++)
    {
      gboolean is_known = FALSE;

      for (guint k = 0; !is_known && k < self->plan->items->len; k++)
        is_known = is_about (self, self->plan->items->pdata[k], seat->asks->pdata[i]);

      if (!is_known)
        {
          *out_reason = g_strdup_printf (_("“%s” has no section and measures no competency "
                                           "“%s”."), self->plan->set_title,
                                         (const char *) seat->asks->pdata[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * ik_invitation_share_out:
 * @self: an invitation with plan and seats
 * @out_reason: (out) (transfer full): what is wrong, a sentence; set where the
 *   result is %FALSE
 *
 * Says who asks what: a member asks the questions of the sections and
 * competencies that are named for them. What nobody is named for, all ask, above
 * all opening and closing.
 *
 * Returns: whether it could be: names are given once each, what is named is in
 *   the set
 */
gboolean
ik_invitation_share_out (IkInvitation  *self,
                         char         **out_reason)
{
  if (!check_names (self, out_reason))
    return FALSE;

  for (guint i = 0; i < self->seats->len; i++)
    {
      if (!check_asks (self, self->seats->pdata[i], out_reason))
        return FALSE;
      g_ptr_array_set_size (((IkSeat *) self->seats->pdata[i])->item_ids, 0);
    }

  for (guint k = 0; k < self->plan->items->len; k++)
    {
      const IkInterviewItem *item = self->plan->items->pdata[k];
      gboolean is_named = FALSE;

      for (guint i = 0; !is_named && i < self->seats->len; i++)
        is_named = has_part_of (self, self->seats->pdata[i], item);
      for (guint i = 0; i < self->seats->len; i++)
        {
          IkSeat *seat = self->seats->pdata[i];

          if (!is_named || has_part_of (self, seat, item))
            ik_text_list_add (seat->item_ids, item->id);
        }
    }

  return TRUE;
}

static gboolean
is_listed (GPtrArray  *ids,
           const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* Indicators have no ids in the file, only an order. */
static void
take_item_ids (IkInterviewItem *item,
               const char      *seat_id)
{
  char *id = ik_seat_dup_id (seat_id, item->id);

  g_free (item->id);
  item->id = id;

  for (guint i = 0; i < item->indicators->len; i++)
    {
      IkIndicator *indicator = item->indicators->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_free (indicator->id);
      indicator->id = ik_seat_dup_id (item->id, number);
    }
}

static gboolean
is_measured (const IkInterview *interview,
             const char        *competency_id)
{
  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      if (g_strcmp0 (item->competency_id, competency_id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
drop_unmeasured (IkInterview *interview)
{
  for (guint i = interview->competencies->len; i > 0; i--)
    {
      const IkCompetencyRating *rating = interview->competencies->pdata[i - 1];

      if (!is_measured (interview, rating->competency->id))
        g_ptr_array_remove_index (interview->competencies, i - 1);
    }
}

/* A file from outside lies in the records of one interview and nobody else's:
 * the files of a question get new ids as well. */
static void
renew_files (GPtrArray *attachments)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      IkAttachment *attachment = attachments->pdata[i];

      g_free (attachment->id);
      attachment->id = g_uuid_string_random ();
    }
}

/**
 * ik_invitation_make_interview:
 * @self: an invitation
 * @seat: one of its seats
 *
 * Returns: (transfer full): the planned interview of that seat: its questions,
 *   the competencies that they measure, time and room; whose it is is for the
 *   caller to say
 */
IkInterview *
ik_invitation_make_interview (const IkInvitation *self,
                              const IkSeat       *seat)
{
  IkInterview *interview = ik_interview_copy (self->plan);

  ik_text_set (&interview->id, seat->id);
  ik_text_set (&interview->room, seat->room);
  interview->planned_at_us = seat->planned_at_us;
  interview->slot_minutes = seat->slot_minutes;

  for (guint i = interview->items->len; i > 0; i--)
    {
      IkInterviewItem *item = interview->items->pdata[i - 1];

      if (!is_listed (seat->item_ids, item->id))
        {
          g_ptr_array_remove_index (interview->items, i - 1);
          continue;
        }
      take_item_ids (item, seat->id);
      renew_files (item->candidate.attachments);
      renew_files (item->interviewer.attachments);
    }
  drop_unmeasured (interview);

  return interview;
}
