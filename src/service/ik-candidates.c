#include "ik-candidates.h"

#include "ik-candidate-store.h"
#include "ik-interview-lock.h"
#include "ik-interviews.h"
#include "ik-rescue-copy.h"

#include <glib/gi18n.h>

/* Everything here blocks: call it off the main loop. */

static gboolean
list_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GPtrArray **candidates = data;

  *candidates = ik_candidate_store_list (database, error);
  return *candidates != NULL;
}

/**
 * ik_candidates_list:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkCandidate): all candidates, by name,
 *   without attachments; %NULL with @error set on failure
 */
GPtrArray *
ik_candidates_list (IkLibrary     *library,
                    GCancellable  *cancellable,
                    GError       **error)
{
  GPtrArray *candidates = NULL;

  ik_library_read (library, list_in_library, &candidates, cancellable, error);
  return candidates;
}

typedef struct
{
  const char  *id;
  IkCandidate *candidate; /* (owned) (nullable) */
} Load;

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Load *load = data;

  load->candidate = ik_candidate_store_load (database, load->id, error);
  return load->candidate != NULL;
}

/**
 * ik_candidates_load:
 * @library: a library
 * @id: whom
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): the candidate with all attachments; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where there is none
 */
IkCandidate *
ik_candidates_load (IkLibrary     *library,
                    const char    *id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Load load = { id, NULL };

  ik_library_read (library, load_in_library, &load, cancellable, error);
  return load.candidate;
}

static gboolean
save_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_candidate_store_save (database, data, error);
}

/**
 * ik_candidates_save:
 * @library: a library
 * @candidate: new or known, not from a list; its created_at_us and
 *   decided_at_us are set where they are missing
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Adds or changes a candidate, attachments included. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED without a name
 */
gboolean
ik_candidates_save (IkLibrary     *library,
                    IkCandidate   *candidate,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *name = NULL;
  const char *label;

  g_return_val_if_fail (candidate != NULL, FALSE);

  name = g_strstrip (g_strdup (candidate->name));
  if (*name == '\0')
    {
      g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                           _("A candidate needs a name"));
      return FALSE;
    }

  label = candidate->created_at_us == 0 ? _("Add Candidate") : _("Change Candidate");
  return ik_library_write (library, label, IK_PRIORITY_USER, save_in_library, candidate,
                           cancellable, error);
}

static gboolean
remove_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return ik_candidate_store_remove (database, data, error);
}

static gboolean
anonymise_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  return ik_candidate_store_anonymise (database, data, error);
}

static void
remove_rescue_copies (GPtrArray *interviews)
{
  for (guint i = 0; i < interviews->len; i++)
    ik_rescue_copy_remove_all (((const IkInterviewSummary *) interviews->pdata[i])->id);
}

/* What is being held is written again with the next key, elsewhere if need be. */
static GPtrArray *
lock_interviews (IkLibrary  *library,
                 GPtrArray  *interviews,
                 GError    **error)
{
  g_autoptr(GPtrArray) locks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_lock_free);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];
      IkInterviewLock *lock = ik_interview_lock_new (library, interview->id,
                                                     interview->candidate_name, error);

      if (lock == NULL)
        return NULL;
      g_ptr_array_add (locks, lock);
    }

  return g_steal_pointer (&locks);
}

/**
 * ik_candidates_erase:
 * @library: a library
 * @id: whom
 * @keep_scores: whether the interviews stay, without name, notes and files
 * @cancellable: (nullable): cancels before anything is erased
 * @error: return location
 *
 * Removes a person for good: there is no undo, and nothing is left in the file
 * or its journal, nor of what was kept elsewhere while it could not be written.
 * What was undoable before may hold the person still, so the undo stack has to be
 * cleared.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_BUSY while an interview with the
 *   person is being held. If only the cleaning of the file failed, the person is
 *   removed, and traces stay until the library is closed everywhere
 */
gboolean
ik_candidates_erase (IkLibrary     *library,
                     const char    *id,
                     gboolean       keep_scores,
                     GCancellable  *cancellable,
                     GError       **error)
{
  IkLibraryFunc func = keep_scores ? anonymise_in_library : remove_in_library;
  g_autoptr(GPtrArray) interviews = ik_interviews_list (library, id, cancellable, error);
  g_autoptr(GPtrArray) locks = NULL;

  if (interviews == NULL || (locks = lock_interviews (library, interviews, error)) == NULL ||
      !ik_library_write (library, NULL, IK_PRIORITY_USER, func, (gpointer) id, cancellable, error))
    return FALSE;

  remove_rescue_copies (interviews);
  return ik_library_scrub (library, NULL, error);
}
