#include "ik-preparation.h"

#include "ik-attachment-store.h"
#include "ik-candidate-store.h"
#include "ik-interview-store.h"
#include "ik-plan-store.h"

#include <glib/gi18n.h>

/* Everything here blocks: call it off the main loop. */

/**
 * ik_preparation_free:
 * @self: (transfer full): a preparation
 */
void
ik_preparation_free (IkPreparation *self)
{
  g_clear_pointer (&self->interview, ik_interview_free);
  g_clear_pointer (&self->candidate, ik_candidate_free);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_strfreev (self->rounds);
  g_free (self);
}

typedef struct
{
  const char    *id;
  IkPreparation *preparation; /* (owned) (nullable) */
} Load;

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Load *load = data;
  g_autoptr(IkPreparation) self = g_new0 (IkPreparation, 1);

  self->interview = ik_interview_store_load (database, load->id, error);
  if (self->interview == NULL)
    return FALSE;

  self->candidate = ik_candidate_store_load (database, self->interview->candidate_id, error);
  if (self->candidate == NULL)
    return FALSE;

  self->earlier = ik_plan_store_list_earlier (database, self->candidate->id, load->id, error);
  if (self->earlier == NULL)
    return FALSE;

  self->rounds = ik_interview_store_list_rounds (database, error);
  if (self->rounds == NULL)
    return FALSE;

  load->preparation = g_steal_pointer (&self);
  return TRUE;
}

/**
 * ik_preparation_load:
 * @library: a library
 * @interview_id: which interview
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): what there is to know before it; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where there is no such interview
 */
IkPreparation *
ik_preparation_load (IkLibrary     *library,
                     const char    *interview_id,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Load load = { interview_id, NULL };

  ik_library_read (library, load_in_library, &load, cancellable, error);
  return load.preparation;
}

static gboolean
save_plan_in_library (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const IkInterview *interview = data;
  g_autoptr(IkInterview) stored = ik_interview_store_load (database, interview->id, error);

  if (stored == NULL)
    return FALSE;

  if (stored->state != IK_INTERVIEW_STATE_PLANNED)
    {
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                   /* Translators: name of a candidate, title of a set */
                   _("The plan of the interview with %s (%s) stays as it is: it was begun or called "
                     "off meanwhile"),
                   stored->candidate_name, stored->set_title);
      return FALSE;
    }

  return ik_plan_store_save (database, interview, error);
}

/**
 * ik_preparation_save_plan:
 * @library: a library
 * @interview: a planned interview
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores round, room, date, slot, extra time, large print and opening script of
 * a plan. The adjustments become those of the candidate as well. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED where it isn't planned
 *   any more
 */
gboolean
ik_preparation_save_plan (IkLibrary          *library,
                          const IkInterview  *interview,
                          GCancellable       *cancellable,
                          GError            **error)
{
  g_return_val_if_fail (interview != NULL, FALSE);

  return ik_library_write (library, _("Change Plan"), IK_PRIORITY_USER, save_plan_in_library,
                           (gpointer) interview, cancellable, error);
}

typedef struct
{
  const char *candidate_id;
  GPtrArray  *files;
} SaveFiles;

static gboolean
save_files_in_library (IkDatabase    *database,
                       gpointer       data,
                       GCancellable  *cancellable,
                       GError       **error)
{
  const SaveFiles *save = data;

  return ik_attachment_store_replace (database, IK_ATTACHMENT_OWNER_CANDIDATE, save->candidate_id,
                                      save->files, error);
}

/**
 * ik_preparation_save_files:
 * @library: a library
 * @candidate_id: whose
 * @files: (element-type IkAttachment): all files of the candidate as they shall be
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores the files of a candidate and leaves the rest of the person. Undoable.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_preparation_save_files (IkLibrary     *library,
                           const char    *candidate_id,
                           GPtrArray     *files,
                           GCancellable  *cancellable,
                           GError       **error)
{
  SaveFiles save = { candidate_id, files };

  g_return_val_if_fail (candidate_id != NULL && files != NULL, FALSE);

  return ik_library_write (library, _("Change Files"), IK_PRIORITY_USER, save_files_in_library,
                           &save, cancellable, error);
}
