#include "ik-set-checks.h"

#include "ik-candidate-store.h"
#include "ik-set-bank-store.h"
#include "ik-set-store.h"

typedef struct
{
  const char *set_id;
  const char *candidate_id; /* (nullable) */
  IkSetCheck *check;
} Run;

/* NULL without an error where nobody is meant. */
static gboolean
list_asked (IkDatabase  *database,
            const Run   *run,
            GHashTable **out_asked,
            GError     **error)
{
  g_autoptr(IkCandidate) candidate = NULL;

  if (run->candidate_id == NULL)
    return TRUE;

  candidate = ik_candidate_store_load (database, run->candidate_id, error);
  if (candidate == NULL)
    return FALSE;

  *out_asked = ik_set_bank_store_list_asked (database, run->set_id, candidate->id, error);
  return *out_asked != NULL;
}

static gboolean
run_in_library (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Run *run = data;
  IkSetCheck *check = run->check;
  g_autoptr(GHashTable) asked = NULL;

  check->set = ik_set_store_load (database, run->set_id, error);
  if (check->set == NULL)
    return FALSE;
  check->offered = ik_set_bank_store_list_offered (database, run->set_id, error);
  if (check->offered == NULL || !list_asked (database, run, &asked, error))
    return FALSE;

  check->coverage = ik_set_coverage_new (check->set, check->offered);
  check->hints = ik_set_hints_list (check->set, asked);
  return TRUE;
}

/**
 * ik_set_checks_run:
 * @library: a library
 * @set_id: which set
 * @candidate_id: (nullable): who will be asked, %NULL where that is not known
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Loads a set and looks it over. Blocks.
 *
 * Returns: (transfer full): what there is to say about it; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where there is no such set or candidate
 */
IkSetCheck *
ik_set_checks_run (IkLibrary     *library,
                   const char    *set_id,
                   const char    *candidate_id,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(IkSetCheck) check = g_new0 (IkSetCheck, 1);
  Run run = { set_id, candidate_id, check };

  g_return_val_if_fail (set_id != NULL, NULL);

  return ik_library_read (library, run_in_library, &run, cancellable, error)
         ? g_steal_pointer (&check) : NULL;
}

/**
 * ik_set_check_free:
 * @self: (transfer full): a check
 */
void
ik_set_check_free (IkSetCheck *self)
{
  g_clear_pointer (&self->set, ik_question_set_free);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_pointer (&self->coverage, ik_set_coverage_free);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  g_free (self);
}
