#include "ik-panels-private.h"

#include "ik-file-access.h"
#include "ik-scorecard-json.h"
#include "ik-seal.h"

#include "ik-interview-log-store.h"
#include "ik-interview-store.h"
#include "ik-invitation-store.h"
#include "ik-key-store.h"

#include <glib/gi18n.h>

/* Sending */

typedef struct
{
  const char  *interview_id;
  IkScorecard *scorecard; /* (owned) (nullable) */
  IkPublicKey  chair;
} Sending;

static gboolean
check_is_to_send (const IkInvitationStatus  *status,
                  const IkInterview         *interview,
                  GError                   **error)
{
  const IkSeatStatus *seat = ik_invitation_status_find_seat (status, interview->id);

  if (status->is_own)
    return ik_panels_refuse (error, _("You are the chair of this panel: what you hand in is where "
                                      "it belongs"));
  if (seat == NULL || !seat->is_owner)
    return ik_panels_refuse (error, _("Only %s can send this scorecard"),
                             interview->interviewer_name);
  if (interview->state != IK_INTERVIEW_STATE_HANDED_IN)
    return ik_panels_refuse (error, _("The interview with %s is not handed in yet; hand it in, "
                                      "then send it"), interview->candidate_name);

  return TRUE;
}

static gboolean
read_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Sending *sending = data;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(IkInvitationStatus) status = NULL;
  g_autofree char *panel_id = NULL;

  interview = ik_interview_store_load (database, sending->interview_id, error);
  if (interview == NULL ||
      !ik_invitation_store_find (database, interview->id, &panel_id, error))
    return FALSE;
  if (panel_id == NULL)
    return ik_panels_refuse (error, _("Nobody invited you to the interview with %s, so there is "
                                      "no chair to send it to"), interview->candidate_name);

  status = ik_invitation_store_load (database, panel_id, error);
  if (status == NULL || !check_is_to_send (status, interview, error))
    return FALSE;
  if (!ik_public_key_from_text (&sending->chair, status->chair_key))
    return ik_panels_refuse (error, _("The key of %s was forgotten; open an invitation of theirs "
                                      "again"), status->chair_name);

  sending->scorecard = ik_scorecard_new ();
  g_free (sending->scorecard->panel_id);
  sending->scorecard->panel_id = g_strdup (status->id);
  g_free (sending->scorecard->digest);
  sending->scorecard->digest = g_strdup (status->digest);
  sending->scorecard->revision = interview->reopened->len + 1;
  ik_interview_free (sending->scorecard->interview);
  sending->scorecard->interview = g_steal_pointer (&interview);

  return TRUE;
}

static gboolean
note_sent_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const IkScorecard *scorecard = data;

  return ik_invitation_store_add_scorecard (database, scorecard->interview->id,
                                            scorecard->revision,
                                            scorecard->interview->handed_in_at_us, error);
}

static gboolean
write_scorecard (const Sending    *sending,
                 const IkKeyPair  *keys,
                 GFile            *file,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr(GBytes) document = ik_scorecard_to_document (sending->scorecard);
  g_autoptr(GBytes) content = ik_seal_scorecard (document, keys, &sending->chair);

  if (content == NULL)
    return ik_panels_refuse (error, _("Nothing can be sealed to the key of the chair; ask for a "
                                      "new invitation"));
  if (g_bytes_get_size (content) > IK_SEAL_MAX_SCORECARD_BYTES)
    return ik_panels_refuse (error, _("The notes are too long for a scorecard"));

  return ik_file_access_replace (file, content, G_FILE_CREATE_PRIVATE, cancellable, error);
}

/**
 * ik_panels_send:
 * @library: a library
 * @interview_id: an own interview that was handed in and came with an invitation
 * @file: where the scorecard goes; it is for the chair
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes a scorecard, signed with the owner's key and sealed to the chair's. It
 * may be written as often as one likes.
 *
 * Returns: whether it was; #IK_STORE_ERROR_REFUSED where it isn't handed in or
 *   nobody waits for it, or #G_IO_ERROR
 */
gboolean
ik_panels_send (IkLibrary     *library,
                const char    *interview_id,
                GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  Sending sending = { interview_id, NULL };
  g_autoptr(IkKeyPair) keys = NULL;
  gboolean is_sent = FALSE;

  if (!ik_library_read (library, read_in_library, &sending, cancellable, error))
    return FALSE;

  keys = ik_panels_get_keys (library, cancellable, error);
  is_sent = keys != NULL && write_scorecard (&sending, keys, file, cancellable, error) &&
            ik_library_write (library, NULL, IK_PRIORITY_USER, note_sent_in_library,
                              sending.scorecard, cancellable, error);
  ik_scorecard_free (sending.scorecard);

  return is_sent;
}

/* Merging */

typedef struct
{
  const IkScorecard  *scorecard;
  IkPublicKey         key;
  const char         *expected_panel_id; /* nullable */
  gint64              now_us;
  IkScorecardReceipt *receipt;
} Merge;

static IkInvitationStatus *
find_panel (const Merge  *merge,
            IkDatabase   *database,
            GError      **error)
{
  const IkInterview *held = merge->scorecard->interview;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(IkInvitationStatus) status = NULL;

  status = ik_invitation_store_load (database, merge->scorecard->panel_id, &local_error);
  if (status == NULL && g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
    {
      ik_panels_refuse (error, _("It is of a panel about %s that isn't in this library"),
                        held->candidate_name);
      return NULL;
    }
  if (status == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&status);
}

/* One that is good, but not of the panel that somebody is looking at. */
static gboolean
check_is_expected (const Merge               *merge,
                   const IkInvitationStatus  *status,
                   IkDatabase                *database,
                   GError                   **error)
{
  g_autoptr(IkInvitationStatus) expected = NULL;

  if (merge->expected_panel_id == NULL || g_str_equal (merge->expected_panel_id, status->id))
    return TRUE;

  expected = ik_invitation_store_load (database, merge->expected_panel_id, error);
  if (expected == NULL)
    return FALSE;

  if (!g_str_equal (expected->role, status->role))
    return ik_panels_refuse (error, _("It is for the role “%s”, and this panel is for “%s”"),
                             status->role, expected->role);
  if (!g_str_equal (expected->candidate_id, status->candidate_id))
    return ik_panels_refuse (error, _("It is about %s, and this panel is about %s"),
                             status->candidate_name, expected->candidate_name);

  return ik_panels_refuse (error, _("It is of another panel about %s: “%s”"),
                           status->candidate_name, status->round);
}

static gboolean
check_panel (const Merge               *merge,
             const IkInvitationStatus  *status,
             IkDatabase                *database,
             GError                   **error)
{
  const IkScorecard *scorecard = merge->scorecard;
  const IkSeatStatus *seat;

  if (!status->is_own)
    return ik_panels_refuse (error, _("Only the chair of the panel, %s, merges its scorecards"),
                             status->chair_name);
  if (!check_is_expected (merge, status, database, error))
    return FALSE;
  if (!g_str_equal (status->digest, scorecard->digest))
    return ik_panels_refuse (error, _("It answers another invitation than the one that was sent"));

  seat = ik_invitation_status_find_seat (status, scorecard->interview->id);
  if (seat == NULL || !seat->is_here)
    return ik_panels_refuse (error, _("%s has no seat in this panel"),
                             scorecard->interview->interviewer_name);
  if (seat->is_owner)
    return ik_panels_refuse (error, _("It takes your own seat in the panel; what you hand in "
                                      "yourself needs no file"));

  return TRUE;
}

static gboolean
check_version (const Merge        *merge,
               const IkInterview  *before,
               IkDatabase         *database,
               GError            **error)
{
  gint64 handed_in_at_us;
  guint revision;
  guint arrived = merge->scorecard->revision;
  gint64 arrived_at_us = merge->scorecard->interview->handed_in_at_us;

  if (!ik_invitation_store_get_scorecard (database, before->id, &revision, &handed_in_at_us, error))
    return FALSE;

  merge->receipt->is_replaced = revision > 0;
  if (revision == arrived && handed_in_at_us == arrived_at_us)
    return ik_panels_refuse (error, _("This scorecard of %s was merged already"),
                             before->interviewer_name);
  if (revision > arrived || (revision == arrived && handed_in_at_us > arrived_at_us))
    return ik_panels_refuse (error, _("It is older than the scorecard of %s that is here already"),
                             before->interviewer_name);
  if (revision == 0 && before->state != IK_INTERVIEW_STATE_PLANNED)
    return ik_panels_refuse (error, _("The interview of %s was held, entered or called off in "
                                      "this library; plan it again first"),
                             before->interviewer_name);

  return TRUE;
}

/* What was said before is kept, with the reason that the member gave. */
static gboolean
log_replaced (const Merge        *merge,
              const IkInterview  *before,
              const IkInterview  *after,
              IkDatabase         *database,
              GError            **error)
{
  GPtrArray *reopened = merge->scorecard->interview->reopened;
  const char *reason = reopened->len > 0
    ? ((IkReopening *) reopened->pdata[reopened->len - 1])->reason : "";
  g_autoptr(GPtrArray) changes = ik_interview_diff (before, after, merge->now_us, reason);

  for (guint i = 0; merge->receipt->is_replaced && i < changes->len; i++)
    {
      if (!ik_interview_log_store_add_change (database, before->id, changes->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_known_reopening (const IkInterview *before,
                    gint64             at_us)
{
  for (guint i = 0; i < before->reopened->len; i++)
    {
      if (((IkReopening *) before->reopened->pdata[i])->at_us == at_us)
        return TRUE;
    }

  return FALSE;
}

static gboolean
store_reopenings (const Merge        *merge,
                  const IkInterview  *before,
                  IkDatabase         *database,
                  GError            **error)
{
  GPtrArray *reopened = merge->scorecard->interview->reopened;

  for (guint i = 0; i < reopened->len; i++)
    {
      const IkReopening *reopening = reopened->pdata[i];

      if (!is_known_reopening (before, reopening->at_us) &&
          !ik_interview_log_store_add_reopening (database, before->id, reopening->at_us,
                                                 reopening->reason, error))
        return FALSE;
    }

  return TRUE;
}

/* The items come first: the log refers to them. */
static gboolean
store_answers (const Merge        *merge,
               const IkInterview  *before,
               IkDatabase         *database,
               GError            **error)
{
  g_autoptr(IkInterview) after = ik_interview_copy (before);
  g_autofree char *reason = NULL;

  if (!ik_scorecard_is_about (merge->scorecard, before, &reason) ||
      !ik_scorecard_apply (merge->scorecard, after, &reason))
    return ik_panels_refuse (error, "%s", reason);

  return ik_interview_store_save_answers (database, after, error) &&
         ik_interview_store_save_state (database, after, error) &&
         log_replaced (merge, before, after, database, error) &&
         store_reopenings (merge, before, database, error);
}

static gboolean
take_key (const Merge        *merge,
          const IkInterview  *before,
          IkDatabase         *database,
          GError            **error)
{
  g_autofree char *key = ik_public_key_to_text (&merge->key);

  return ik_panels_take_key (database, before->interviewer_id, before->interviewer_name, key,
                             &merge->receipt->is_new_key, error);
}

static void
fill_receipt (const Merge       *merge,
              const IkInterview *interview)
{
  IkScorecardReceipt *receipt = merge->receipt;

  receipt->panel_id = g_strdup (merge->scorecard->panel_id);
  receipt->interview_id = g_strdup (interview->id);
  receipt->member_name = g_strdup (interview->interviewer_name);
  receipt->candidate_name = g_strdup (interview->candidate_name);
  receipt->member_words = ik_public_key_to_words (&merge->key);
}

static gboolean
merge_in_library (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const Merge *merge = data;
  const IkScorecard *scorecard = merge->scorecard;
  g_autoptr(IkInvitationStatus) status = find_panel (merge, database, error);
  g_autoptr(IkInterview) before = NULL;

  if (status == NULL || !check_panel (merge, status, database, error))
    return FALSE;

  before = ik_interview_store_load (database, scorecard->interview->id, error);
  if (before == NULL ||
      !take_key (merge, before, database, error) ||
      !check_version (merge, before, database, error) ||
      !store_answers (merge, before, database, error) ||
      !ik_invitation_store_add_scorecard (database, before->id, scorecard->revision,
                                          scorecard->interview->handed_in_at_us, error))
    return FALSE;

  fill_receipt (merge, before);
  return TRUE;
}

static IkScorecard *
open_scorecard (IkLibrary     *library,
                GFile         *file,
                IkPublicKey   *out_key,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GBytes) content = ik_file_access_load (file, cancellable, error);
  g_autoptr(GBytes) document = NULL;
  g_autoptr(IkKeyPair) keys = NULL;

  if (content == NULL)
    return NULL;

  keys = ik_panels_get_keys (library, cancellable, error);
  document = keys != NULL ? ik_seal_open_scorecard (content, keys, out_key, error) : NULL;

  return document != NULL ? ik_scorecard_from_document (document, error) : NULL;
}

/**
 * ik_panels_import:
 * @library: the chair's library
 * @file: a scorecard, from anybody
 * @panel_id: (nullable): the panel that it should be of; %NULL for whichever
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Merges a scorecard into the interview of its member, who has handed in with it.
 * A newer one takes the place of an older one; what changed goes to the log of
 * changes, old and new. It is handing in, so it is not undoable.
 *
 * Returns: (transfer full): what was merged; %NULL with #IK_EXCHANGE_ERROR where
 *   the file is altered, sealed to somebody else or of a newer version;
 *   #IK_STORE_ERROR_REFUSED where it is of another panel, role or candidate,
 *   signed with another key than before, or no newer than what is here; or
 *   #G_IO_ERROR. The library is then as it was
 */
IkScorecardReceipt *
ik_panels_import (IkLibrary     *library,
                  GFile         *file,
                  const char    *panel_id,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(IkScorecardReceipt) receipt = g_new0 (IkScorecardReceipt, 1);
  g_autoptr(IkScorecard) scorecard = NULL;
  Merge merge = {
    .expected_panel_id = panel_id,
    .now_us = ik_clock_wall_us (ik_library_get_clock (library)),
    .receipt = receipt,
  };

  scorecard = open_scorecard (library, file, &merge.key, cancellable, error);
  if (scorecard == NULL)
    return NULL;

  merge.scorecard = scorecard;
  if (!ik_library_write (library, NULL, IK_PRIORITY_USER, merge_in_library, &merge, cancellable,
                         error))
    return NULL;

  return g_steal_pointer (&receipt);
}
