#include "ik-independence.h"

#include "ik-independence-store.h"

#include <glib/gi18n.h>

/* Nobody sees another panel member's ratings before handing in their own: who
 * knows them gives the same ones (Conway et al. 1995, Journal of Applied Psychology
 * 80(5), 565–579, on raters who are independent of each other). */

typedef struct
{
  const char *interview_id;
  char       *own_id; /* (owned) (nullable) */
} Find;

static gboolean
find_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Find *find = data;

  return ik_independence_store_find_own (database, find->interview_id, &find->own_id, error);
}

/**
 * ik_independence_find_own:
 * @library: a library
 * @interview_id: an interview
 * @out_id: (out) (transfer full) (nullable): the owner's own interview with the
 *   same candidate in the same round that has to be handed in before the ratings
 *   of @interview_id may be seen; %NULL where they may
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Blocks: call it off the main loop.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_independence_find_own (IkLibrary     *library,
                          const char    *interview_id,
                          char         **out_id,
                          GCancellable  *cancellable,
                          GError       **error)
{
  Find find = { interview_id, NULL };

  if (!ik_library_read (library, find_in_library, &find, cancellable, error))
    return FALSE;

  *out_id = find.own_id;
  return TRUE;
}

/**
 * ik_independence_check:
 * @library: a library
 * @interview: an interview
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Blocks: call it off the main loop.
 *
 * Returns: whether the owner of @library may see what @interview was rated;
 *   #IK_STORE_ERROR_REFUSED where an own interview has to be handed in first
 */
gboolean
ik_independence_check (IkLibrary          *library,
                       const IkInterview  *interview,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autofree char *own_id = NULL;

  if (!ik_independence_find_own (library, interview->id, &own_id, cancellable, error))
    return FALSE;
  if (own_id == NULL)
    return TRUE;

  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
               /* Translators: name of an interviewer, name of a candidate, an id */
               _("What %s rated %s is shown once you have handed in your own interview, %.8s"),
               interview->interviewer_name, interview->candidate_name, own_id);
  return FALSE;
}
