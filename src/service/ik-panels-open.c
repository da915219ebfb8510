#include "ik-panels-private.h"

#include "ik-file-access.h"
#include "ik-invitation-json.h"
#include "ik-seal.h"

#include "ik-candidate-store.h"
#include "ik-interview-store.h"
#include "ik-interviewer-store.h"
#include "ik-invitation-store.h"
#include "ik-key-store.h"
#include "ik-plan-store.h"

#include "ik-importer.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* What is written can be read. */
G_STATIC_ASSERT (IK_SEAL_MAX_INVITATION_BYTES <= IK_IMPORTER_MAX_BYTES);
G_STATIC_ASSERT (IK_SEAL_MAX_SCORECARD_BYTES <= IK_IMPORTER_MAX_BYTES);

/* An invitation on its way into the library. */
typedef struct
{
  IkInvitation *invitation;  /* (owned) */
  char         *digest;      /* (owned) */
  IkPublicKey   key;
  char         *key_text;    /* (owned) */
  const char   *member_name; /* (nullable): who opens it, the owner where %NULL */

  char         *known_name;  /* (owned) (nullable): what was found out, for an offer */
  const IkSeat *seat;        /* (unowned) (nullable) */
  char         *interview_id; /* (owned) (nullable) */
} Arrival;

static void
arrival_clear (Arrival *self)
{
  g_clear_pointer (&self->invitation, ik_invitation_free);
  g_free (self->digest);
  g_free (self->key_text);
  g_free (self->known_name);
  g_free (self->interview_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrival, arrival_clear)

static gboolean
arrive (Arrival       *self,
        GFile         *file,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(GBytes) content = ik_file_access_load (file, cancellable, error);
  g_autoptr(GBytes) document = NULL;

  if (content == NULL)
    return FALSE;

  document = ik_seal_open_invitation (content, &self->key, error);
  if (document == NULL)
    return FALSE;

  self->digest = ik_seal_digest (content);
  self->key_text = ik_public_key_to_text (&self->key);
  self->invitation = ik_invitation_from_document (document, error);
  return self->invitation != NULL;
}

/* Of the library that it arrives in. */
static gboolean
check_chair (Arrival     *self,
             IkDatabase  *database,
             GError     **error)
{
  g_autofree char *owner_id = NULL;
  g_autofree char *holder_id = NULL;

  g_clear_pointer (&self->known_name, g_free);
  if (!ik_interviewer_store_get_owner (database, &owner_id, NULL, error) ||
      !ik_key_store_find (database, self->key_text, &holder_id, &self->known_name, error))
    return FALSE;

  if (holder_id != NULL && g_strcmp0 (holder_id, owner_id) == 0)
    return ik_panels_refuse (error, _("You wrote this invitation yourself: send it to the members "
                                      "of the panel"));

  return TRUE;
}

static gboolean
find_opened (Arrival     *self,
             IkDatabase  *database,
             GError     **error)
{
  g_autoptr(GPtrArray) panels = NULL;

  panels = ik_invitation_store_list (database, self->invitation->plan->candidate_id, error);
  if (panels == NULL)
    return FALSE;

  for (guint i = 0; i < panels->len; i++)
    {
      const IkInvitationStatus *status = panels->pdata[i];

      if (!g_str_equal (status->id, self->invitation->id))
        continue;
      if (!g_str_equal (status->digest, self->digest))
        return ik_panels_refuse (error, _("Another version of this invitation was opened before; "
                                          "ask %s which one holds"), status->chair_name);
      for (guint k = 0; k < status->seats->len; k++)
        {
          const IkSeatStatus *seat = status->seats->pdata[k];

          if (seat->is_here)
            self->interview_id = g_strdup (seat->id);
        }
    }

  return TRUE;
}

static gboolean
find_seat (Arrival     *self,
           IkDatabase  *database,
           GError     **error)
{
  g_autofree char *owner_name = NULL;

  if (!ik_interviewer_store_get_owner (database, NULL, &owner_name, error))
    return FALSE;

  if (self->member_name != NULL)
    self->seat = ik_invitation_find_seat (self->invitation, self->member_name);
  else if (owner_name != NULL)
    self->seat = ik_invitation_find_seat (self->invitation, owner_name);

  return TRUE;
}

static gboolean
look_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Arrival *self = data;

  return check_chair (self, database, error) &&
         find_opened (self, database, error) &&
         find_seat (self, database, error);
}

/**
 * ik_panels_look_at:
 * @library: a library
 * @file: an invitation, from anybody
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads an invitation without opening it.
 *
 * Returns: (transfer full): what it offers; %NULL with #IK_EXCHANGE_ERROR,
 *   #IK_STORE_ERROR_REFUSED for one's own, or #G_IO_ERROR
 */
IkInvitationOffer *
ik_panels_look_at (IkLibrary     *library,
                   GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_auto(Arrival) arrival = { NULL };
  IkInvitationOffer *offer;

  if (!arrive (&arrival, file, cancellable, error) ||
      !ik_library_read (library, look_in_library, &arrival, cancellable, error))
    return NULL;

  offer = g_new0 (IkInvitationOffer, 1);
  offer->chair_words = ik_public_key_to_words (&arrival.key);
  offer->known_name = g_steal_pointer (&arrival.known_name);
  offer->seat = arrival.seat;
  offer->interview_id = g_steal_pointer (&arrival.interview_id);
  offer->invitation = g_steal_pointer (&arrival.invitation);

  return offer;
}

/* Opening */

static char *
list_names (const IkInvitation *invitation)
{
  GString *names = g_string_new ("");

  for (guint i = 0; i < invitation->seats->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((IkSeat *) invitation->seats->pdata[i])->name);

  return g_string_free (names, FALSE);
}

static gboolean
check_seat (const Arrival  *self,
            GError        **error)
{
  g_autofree char *names = NULL;

  if (self->seat != NULL)
    return TRUE;

  names = list_names (self->invitation);
  if (self->member_name != NULL)
    return ik_panels_refuse (error, _("“%s” isn't invited; invited are: %s"), self->member_name,
                             names);

  return ik_panels_refuse (error, _("Nobody of your name is invited; say who of these you are: %s"),
                           names);
}

/* Somebody who is known from an earlier round stays as they are. */
static gboolean
store_candidate (const IkInterview  *plan,
                 IkDatabase         *database,
                 GError            **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(IkCandidate) candidate = NULL;

  candidate = ik_candidate_store_load (database, plan->candidate_id, &local_error);
  if (candidate != NULL)
    return TRUE;
  if (!g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  candidate = ik_candidate_new (plan->candidate_name);
  ik_text_set (&candidate->id, plan->candidate_id);
  ik_text_set (&candidate->role, plan->role);
  return ik_candidate_store_save (database, candidate, error);
}

static gboolean
get_member (const Arrival  *self,
            IkDatabase     *database,
            char          **out_id,
            GError        **error)
{
  if (!ik_interviewer_store_get_owner (database, out_id, NULL, error))
    return FALSE;

  return *out_id != NULL ||
         (ik_interviewer_store_set_owner (database, self->seat->name, error) &&
          ik_interviewer_store_get_owner (database, out_id, NULL, error));
}

static gboolean
store_interview (const Arrival  *self,
                 IkDatabase     *database,
                 GError        **error)
{
  g_autoptr(IkInterview) interview = NULL;
  g_autofree char *member_id = NULL;

  interview = ik_invitation_make_interview (self->invitation, self->seat);
  if (!get_member (self, database, &member_id, error))
    return FALSE;

  ik_text_set (&interview->interviewer_id, member_id);
  return ik_interview_store_insert (database, interview, error) &&
         ((interview->extra_time_percent == 0 && !interview->large_print) ||
          ik_plan_store_save (database, interview, error));
}

/* Whose key it is counts for more than a name, which people change. */
static gboolean
store_chair (const Arrival  *self,
             IkDatabase     *database,
             char          **out_id,
             GError        **error)
{
  g_autofree char *name = NULL;
  gboolean is_new;

  if (!ik_key_store_find (database, self->key_text, out_id, &name, error))
    return FALSE;

  return *out_id != NULL ||
         (ik_interviewer_store_get_other (database, self->invitation->chair_name, out_id, error) &&
          ik_panels_take_key (database, *out_id, self->invitation->chair_name, self->key_text,
                              &is_new, error));
}

static gboolean
open_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Arrival *self = data;
  g_autofree char *chair_id = NULL;

  if (!look_in_library (database, self, cancellable, error))
    return FALSE;
  /* Opened before, it brings back a key that was forgotten since. */
  if (!store_chair (self, database, &chair_id, error))
    return FALSE;
  if (self->interview_id != NULL)
    return TRUE;
  if (!check_seat (self, error) ||
      !store_candidate (self->invitation->plan, database, error) ||
      !store_interview (self, database, error) ||
      !ik_invitation_store_insert (database, self->invitation, chair_id, self->digest, error))
    return FALSE;

  self->interview_id = g_strdup (self->seat->id);
  return TRUE;
}

/**
 * ik_panels_open:
 * @library: a library
 * @file: an invitation, from anybody
 * @member_name: (nullable): who of those invited the owner is; %NULL for who has
 *   the owner's name
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Takes a seat in a panel: the interview is planned, with the part of the set
 * that this member asks. Of who was not known the candidate is stored with the
 * name and the role, the chair with the key. Opening it again changes nothing.
 * Undoable.
 *
 * Returns: (transfer full): id of the interview; %NULL with #IK_EXCHANGE_ERROR,
 *   #IK_STORE_ERROR_REFUSED for one's own, where nobody of that name is invited,
 *   or where the chair's key is not the one that is known, or #G_IO_ERROR
 */
char *
ik_panels_open (IkLibrary     *library,
                GFile         *file,
                const char    *member_name,
                GCancellable  *cancellable,
                GError       **error)
{
  g_auto(Arrival) arrival = { .member_name = member_name };

  if (!arrive (&arrival, file, cancellable, error) ||
      !ik_library_write (library, _("Open Invitation"), IK_PRIORITY_USER, open_in_library,
                         &arrival, cancellable, error))
    return NULL;

  return g_steal_pointer (&arrival.interview_id);
}
