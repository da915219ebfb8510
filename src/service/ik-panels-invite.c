#include "ik-panels-private.h"

#include "ik-file-access.h"
#include "ik-interview-plan.h"
#include "ik-invitation-json.h"
#include "ik-seal.h"

#include "ik-candidate-store.h"
#include "ik-interview-store.h"
#include "ik-interviewer-store.h"
#include "ik-invitation-store.h"
#include "ik-set-store.h"

#include "ik-text.h"

#include <glib/gi18n.h>

/* Parts */

typedef struct
{
  const char *set_id;
  GStrv       parts; /* (owned) (nullable) */
} ListParts;

static gboolean
list_parts_in_library (IkDatabase    *database,
                       gpointer       data,
                       GCancellable  *cancellable,
                       GError       **error)
{
  ListParts *list = data;
  g_autoptr(IkQuestionSet) set = ik_set_store_load (database, list->set_id, error);
  g_autoptr(GPtrArray) competencies = NULL;
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();

  if (set == NULL)
    return FALSE;
  competencies = ik_set_store_list_competencies (database, list->set_id, error);
  if (competencies == NULL)
    return FALSE;

  for (guint i = 0; i < set->sections->len; i++)
    {
      const IkSetSection *section = set->sections->pdata[i];

      if (*section->title != '\0')
        g_strv_builder_add (parts, section->title);
    }
  for (guint i = 0; i < competencies->len; i++)
    g_strv_builder_add (parts, ((IkCompetency *) competencies->pdata[i])->name);

  list->parts = g_strv_builder_end (parts);
  return TRUE;
}

/**
 * ik_panels_list_parts:
 * @library: a library
 * @set_id: a question set
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): what a member of a panel may be asked to ask about:
 *   the sections of the set, then its competencies; %NULL with @error set on
 *   failure
 */
GStrv
ik_panels_list_parts (IkLibrary     *library,
                      const char    *set_id,
                      GCancellable  *cancellable,
                      GError       **error)
{
  ListParts list = { set_id, NULL };

  ik_library_read (library, list_parts_in_library, &list, cancellable, error);
  return list.parts;
}

/* Inviting */

typedef struct
{
  const IkPanelRequest *request;
  gint64                now_us;
  IkInvitation         *invitation; /* (owned) (nullable) */
  char                 *digest;     /* (owned) (nullable) */
} Invite;

static void
take_seats (IkInvitation *invitation,
            GPtrArray    *seats)
{
  for (guint i = 0; i < seats->len; i++)
    {
      IkSeat *seat = ik_seat_copy (seats->pdata[i]);

      g_strstrip (seat->name);
      if (seat->slot_minutes == 0)
        seat->slot_minutes = invitation->plan->slot_minutes;
      g_ptr_array_add (invitation->seats, seat);
    }
}

static gboolean
take_candidate (IkDatabase   *database,
                IkInterview  *plan,
                const char   *candidate_id,
                GError      **error)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_store_load (database, candidate_id, error);

  if (candidate == NULL)
    return FALSE;

  ik_text_set (&plan->candidate_id, candidate->id);
  ik_text_set (&plan->candidate_name, candidate->name);
  plan->extra_time_percent = candidate->extra_time_percent;
  plan->large_print = candidate->large_print;

  return TRUE;
}

static gboolean
write_invitation_in_library (IkDatabase    *database,
                             gpointer       data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  Invite *invite = data;
  g_autoptr(IkInvitation) invitation = ik_invitation_new ();
  g_autofree char *reason = NULL;

  ik_text_set (&invitation->plan->round, invite->request->round);
  g_strstrip (invitation->plan->round);
  if (*invitation->plan->round == '\0')
    return ik_panels_refuse (error, _("A panel needs the name of its round"));

  g_clear_pointer (&invitation->chair_name, g_free);
  invitation->written_at_us = invite->now_us;
  if (!ik_interviewer_store_get_owner (database, NULL, &invitation->chair_name, error) ||
      !take_candidate (database, invitation->plan, invite->request->candidate_id, error) ||
      !ik_interview_plan_freeze (database, invitation->plan, invite->request->set_id, error))
    return FALSE;

  take_seats (invitation, invite->request->seats);
  if (!ik_invitation_share_out (invitation, &reason))
    return ik_panels_refuse (error, "%s", reason);

  invite->invitation = g_steal_pointer (&invitation);
  return TRUE;
}

static gboolean
store_interviews (IkDatabase          *database,
                  const IkInvitation  *invitation,
                  GError             **error)
{
  for (guint i = 0; i < invitation->seats->len; i++)
    {
      const IkSeat *seat = invitation->seats->pdata[i];
      g_autoptr(IkInterview) interview = ik_invitation_make_interview (invitation, seat);

      g_free (interview->interviewer_id);
      interview->interviewer_id = NULL;
      if (!ik_interviewer_store_get_named (database, seat->name, &interview->interviewer_id,
                                           error) ||
          !ik_interview_store_insert (database, interview, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
invite_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Invite *invite = data;
  g_autofree char *owner_id = NULL;

  return ik_interview_plan_get_owner (database, &owner_id, error) &&
         store_interviews (database, invite->invitation, error) &&
         ik_invitation_store_insert (database, invite->invitation, owner_id, invite->digest, error);
}

static gboolean
write_file (Invite           *invite,
            const IkKeyPair  *keys,
            GFile            *file,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autoptr(GBytes) document = ik_invitation_to_document (invite->invitation);
  g_autoptr(GBytes) content = ik_seal_sign_invitation (document, keys);

  if (g_bytes_get_size (content) > IK_SEAL_MAX_INVITATION_BYTES)
    return ik_panels_refuse (error, _("The files of these questions are too large for an "
                                      "invitation"));

  invite->digest = ik_seal_digest (content);
  return ik_file_access_replace (file, content, G_FILE_CREATE_PRIVATE, cancellable, error);
}

/* What is known of a file that is about to be replaced; @out_before is NULL where
 * there is none. */
static gboolean
read_before (GFile         *file,
             GCancellable  *cancellable,
             GBytes       **out_before,
             GError       **error)
{
  g_autoptr(GError) local_error = NULL;

  *out_before = g_file_load_bytes (file, cancellable, NULL, &local_error);
  if (*out_before != NULL || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Of an invitation to what was not planned after all. */
static void
take_back_file (GFile  *file,
                GBytes *before) /* nullable */
{
  g_autoptr(GError) error = NULL;

  if (before != NULL
      ? !ik_file_access_replace (file, before, G_FILE_CREATE_PRIVATE, NULL, &error)
      : !g_file_delete (file, NULL, &error))
    g_message ("An invitation to nothing stays: %s", error->message);
}

/**
 * ik_panels_invite:
 * @library: a library
 * @request: whom, to what
 * @file: where the invitation goes; it is for all members
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Plans an interview for each member of a panel, with the wording frozen for all
 * at once, and writes the invitation. The owner is the chair, and one of the
 * members where a seat has their name. Undoable, except for the file.
 *
 * Returns: (transfer full): id of the panel; %NULL with #IK_STORE_ERROR_NOT_FOUND
 *   where candidate or set is missing, #IK_STORE_ERROR_REFUSED for no members,
 *   one twice, a part that isn't in the set, or no round; #G_IO_ERROR where the
 *   file can't be written, and then nothing is planned; where nothing could be
 *   planned, the file is what it was
 */
char *
ik_panels_invite (IkLibrary             *library,
                  const IkPanelRequest  *request,
                  GFile                 *file,
                  GCancellable          *cancellable,
                  GError               **error)
{
  Invite invite = { request, ik_clock_wall_us (ik_library_get_clock (library)), NULL, NULL };
  g_autoptr(IkKeyPair) keys = ik_panels_get_keys (library, cancellable, error);
  g_autoptr(GBytes) before = NULL;
  char *id = NULL;

  if (keys == NULL || !read_before (file, cancellable, &before, error) ||
      !ik_library_read (library, write_invitation_in_library, &invite, cancellable, error))
    return NULL;

  /* The file first: without it nobody learns of the panel, and a disk that is
   * full says so here. */
  if (write_file (&invite, keys, file, cancellable, error))
    {
      if (ik_library_write (library, _("Invite a Panel"), IK_PRIORITY_USER, invite_in_library,
                            &invite, cancellable, error))
        id = g_strdup (invite.invitation->id);
      else
        take_back_file (file, before);
    }

  ik_invitation_free (invite.invitation);
  g_free (invite.digest);
  return id;
}
