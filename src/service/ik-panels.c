#include "ik-panels-private.h"

#include "ik-interview-plan.h"

#include "ik-invitation-store.h"
#include "ik-key-store.h"

#include <glib/gi18n.h>

/* Everything here blocks: call it off the main loop. How the files of a panel are
 * kept from being read and altered stands in ik-seal.c. */

/**
 * ik_invitation_offer_free:
 * @self: (transfer full): what somebody looked at
 */
void
ik_invitation_offer_free (IkInvitationOffer *self)
{
  ik_invitation_free (self->invitation);
  g_free (self->chair_words);
  g_free (self->known_name);
  g_free (self->interview_id);
  g_free (self);
}

/**
 * ik_invitation_offer_is_disputed:
 * @self: what somebody looks at
 *
 * Returns: whether it is signed with the key of somebody who is known by another
 *   name than it says
 */
gboolean
ik_invitation_offer_is_disputed (const IkInvitationOffer *self)
{
  return self->known_name != NULL &&
         !g_str_equal (self->known_name, self->invitation->chair_name);
}

/**
 * ik_scorecard_receipt_free:
 * @self: (transfer full): a receipt
 */
void
ik_scorecard_receipt_free (IkScorecardReceipt *self)
{
  g_free (self->panel_id);
  g_free (self->interview_id);
  g_free (self->member_name);
  g_free (self->candidate_name);
  g_free (self->member_words);
  g_free (self);
}

/**
 * ik_panels_refuse:
 * @error: return location
 * @format: why, a sentence
 * @...: arguments of @format
 *
 * Returns: %FALSE, with #IK_STORE_ERROR_REFUSED
 */
gboolean
ik_panels_refuse (GError     **error,
                  const char  *format,
                  ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED, sentence);
  return FALSE;
}

/* How far panels are */

typedef struct
{
  const char *id;   /* nullable */
  GPtrArray  *list; /* (owned) (nullable) */
} List;

static gboolean
list_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  List *list = data;

  list->list = ik_invitation_store_list (database, list->id, error);
  return list->list != NULL;
}

/**
 * ik_panels_list:
 * @library: a library
 * @candidate_id: (nullable): whose, %NULL for all
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkInvitationStatus): panels that were
 *   invited here or that the owner was invited to, the latest first; %NULL with
 *   @error set on failure
 */
GPtrArray *
ik_panels_list (IkLibrary     *library,
                const char    *candidate_id,
                GCancellable  *cancellable,
                GError       **error)
{
  List list = { candidate_id, NULL };

  ik_library_read (library, list_in_library, &list, cancellable, error);
  return list.list;
}

typedef struct
{
  const char         *id;
  gboolean            is_seat;
  IkInvitationStatus *status; /* (owned) (nullable) */
} Load;

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Load *load = data;
  g_autofree char *id = NULL;

  if (!load->is_seat)
    {
      load->status = ik_invitation_store_load (database, load->id, error);
      return load->status != NULL;
    }

  if (!ik_invitation_store_find (database, load->id, &id, error))
    return FALSE;
  if (id != NULL)
    load->status = ik_invitation_store_load (database, id, error);

  return id == NULL || load->status != NULL;
}

/**
 * ik_panels_load:
 * @library: a library
 * @id: which
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): how far a panel is; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where there is none
 */
IkInvitationStatus *
ik_panels_load (IkLibrary     *library,
                const char    *id,
                GCancellable  *cancellable,
                GError       **error)
{
  Load load = { id, FALSE, NULL };

  ik_library_read (library, load_in_library, &load, cancellable, error);
  return load.status;
}

/**
 * ik_panels_load_of:
 * @library: a library
 * @interview_id: an interview
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how far the panel is that somebody was
 *   invited to hold it in; %NULL for an interview without invitation, and with
 *   @error set on failure
 */
IkInvitationStatus *
ik_panels_load_of (IkLibrary     *library,
                   const char    *interview_id,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Load load = { interview_id, TRUE, NULL };

  ik_library_read (library, load_in_library, &load, cancellable, error);
  return load.status;
}

/* Keys */

static gboolean
read_secret_in_library (IkDatabase    *database,
                        gpointer       data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  return ik_key_store_get_secret (database, data, error);
}

/* Two copies of the program may make keys at once: the first ones stay. */
static gboolean
make_keys_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const IkKeyPair *keys = data;
  g_autofree char *owner_id = NULL;
  g_autofree char *public_key = ik_public_key_to_text (ik_key_pair_get_public (keys));
  char *known = NULL;
  char *secret;
  gboolean is_done;

  if (!ik_interview_plan_get_owner (database, &owner_id, error) ||
      !ik_key_store_get_secret (database, &known, error))
    return FALSE;

  if (known != NULL)
    {
      ik_key_secret_free (known);
      return TRUE;
    }

  secret = ik_key_pair_dup_secret (keys);
  is_done = ik_key_store_set_owner (database, public_key, secret, error);
  ik_key_secret_free (secret);

  return is_done;
}

static IkKeyPair *
read_keys (IkLibrary     *library,
           gboolean      *out_has,
           GCancellable  *cancellable,
           GError       **error)
{
  IkKeyPair *keys = NULL;
  char *secret = NULL;

  *out_has = TRUE;
  if (!ik_library_read (library, read_secret_in_library, &secret, cancellable, error))
    return NULL;

  *out_has = secret != NULL;
  if (secret != NULL)
    keys = ik_key_pair_new_from_secret (secret);
  if (secret != NULL && keys == NULL)
    ik_panels_refuse (error, _("The key in this library is damaged; restore a backup of it"));
  ik_key_secret_free (secret);

  return keys;
}

/**
 * ik_panels_get_keys:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads the keys of the owner, who gets some on first need; they stay in the
 * library and its backups, and no undo takes them away, for others know them.
 *
 * Returns: (transfer full): the keys; %NULL with @error set on failure
 */
IkKeyPair *
ik_panels_get_keys (IkLibrary     *library,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gboolean has;
  IkKeyPair *keys = read_keys (library, &has, cancellable, error);
  g_autoptr(IkKeyPair) made = NULL;

  if (has)
    return keys;

  made = ik_key_pair_new ();
  if (!ik_library_write (library, NULL, IK_PRIORITY_USER, make_keys_in_library, made, cancellable,
                         error))
    return NULL;

  return read_keys (library, &has, cancellable, error);
}

/**
 * ik_panels_dup_own_words:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): the words of the owner's key, for others to compare;
 *   %NULL with @error set on failure
 */
char *
ik_panels_dup_own_words (IkLibrary     *library,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(IkKeyPair) keys = ik_panels_get_keys (library, cancellable, error);

  return keys != NULL ? ik_public_key_to_words (ik_key_pair_get_public (keys)) : NULL;
}

/**
 * ik_panels_dup_words:
 * @public_key: (nullable): a stored key
 *
 * Returns: (transfer full): its words, "" where the key isn't known
 */
char *
ik_panels_dup_words (const char *public_key)
{
  IkPublicKey key;

  return public_key != NULL && ik_public_key_from_text (&key, public_key)
         ? ik_public_key_to_words (&key) : g_strdup ("");
}

/**
 * ik_panels_take_key:
 * @database: the writer
 * @interviewer_id: somebody
 * @name: their name
 * @public_key: what a file of theirs is signed with
 * @out_is_new: (out): whether the key was not known
 * @error: return location
 *
 * Trusts a key on first use: from now on it is that person's and they have no
 * other.
 *
 * Returns: whether it may be theirs; #IK_STORE_ERROR_REFUSED where it is
 *   somebody else's, or they have another
 */
gboolean
ik_panels_take_key (IkDatabase  *database,
                    const char  *interviewer_id,
                    const char  *name,
                    const char  *public_key,
                    gboolean    *out_is_new,
                    GError     **error)
{
  g_autofree char *known = NULL;
  g_autofree char *holder_id = NULL;
  g_autofree char *holder_name = NULL;

  *out_is_new = FALSE;
  if (!ik_key_store_get_public (database, interviewer_id, &known, error) ||
      !ik_key_store_find (database, public_key, &holder_id, &holder_name, error))
    return FALSE;

  if (g_strcmp0 (holder_id, interviewer_id) == 0)
    return TRUE;
  if (holder_id != NULL)
    return ik_panels_refuse (error, _("It says that it is from %s, but is signed with the key of "
                                      "%s"), name, holder_name);
  if (known != NULL)
    return ik_panels_refuse (error, _("It says that it is from %s, but is signed with another key "
                                      "than before; ask %s, and forget the old key if there is a "
                                      "new one"), name, name);

  *out_is_new = TRUE;
  return ik_key_store_set_public (database, interviewer_id, public_key, error);
}

typedef struct
{
  const char *id;
  const char *name;
} Forget;

static const char *
find_person (const IkInvitationStatus *status,
             const char               *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (!status->is_own && g_str_equal (name, status->chair_name))
    return status->chair_id;

  for (guint i = 0; i < status->seats->len; i++)
    {
      const IkSeatStatus *seat = status->seats->pdata[i];
      g_autofree char *seat_name = g_utf8_casefold (seat->name, -1);

      if (g_str_equal (folded, seat_name) && !seat->is_owner)
        return seat->member_id;
    }

  return NULL;
}

static gboolean
forget_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Forget *forget = data;
  g_autoptr(IkInvitationStatus) status = ik_invitation_store_load (database, forget->id, error);
  const char *person_id;

  if (status == NULL)
    return FALSE;

  person_id = find_person (status, forget->name);
  if (person_id == NULL)
    return ik_panels_refuse (error, _("There is no key of “%s” to forget in this panel"),
                             forget->name);

  return ik_key_store_set_public (database, person_id, NULL, error);
}

/**
 * ik_panels_forget_key:
 * @library: a library
 * @id: a panel
 * @member_name: the chair or one of its members
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Forgets a key, for who has a new computer: the next file of theirs brings the
 * new one, which is trusted then. What was merged stays. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED where nobody of that
 *   name is in the panel
 */
gboolean
ik_panels_forget_key (IkLibrary     *library,
                      const char    *id,
                      const char    *member_name,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Forget forget = { id, member_name };

  return ik_library_write (library, _("Forget Key"), IK_PRIORITY_USER, forget_in_library, &forget,
                           cancellable, error);
}
