#include "ik-set-history.h"

#include "ik-record.h"
#include "ik-rubric-store.h"
#include "ik-set-store.h"
#include "ik-set-version-store.h"

#include <glib/gi18n.h>

/* What a call takes to the library's thread, and brings back. */
typedef struct
{
  const char   *set_id;
  const char   *version_id;
  IkSetHistory *history; /* (owned) */
} Call;

static gboolean
load_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  const Call *call = data;
  IkSetHistory *history = call->history;

  history->now = ik_set_store_load (database, call->set_id, error);
  if (history->now == NULL)
    return FALSE;

  history->versions = ik_set_version_store_list (database, call->set_id, error);
  if (history->versions == NULL)
    return FALSE;

  history->rubrics = ik_rubric_store_list (database, error);
  return history->rubrics != NULL;
}

/**
 * ik_set_history_load:
 * @library: a library
 * @set_id: a question set
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): what it is and what it was before; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND
 */
IkSetHistory *
ik_set_history_load (IkLibrary     *library,
                     const char    *set_id,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(IkSetHistory) history = g_new0 (IkSetHistory, 1);
  Call call = { .set_id = set_id, .history = history };

  g_return_val_if_fail (set_id != NULL, NULL);

  if (!ik_library_read (library, load_cb, &call, cancellable, error))
    return NULL;

  return g_steal_pointer (&history);
}

/**
 * ik_set_history_free:
 * @self: (transfer full): a history
 */
void
ik_set_history_free (IkSetHistory *self)
{
  g_clear_pointer (&self->now, ik_question_set_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_free (self);
}

static const IkSetVersion *
find_version (GPtrArray  *versions,
              const char *id)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const IkSetVersion *version = g_ptr_array_index (versions, i);

      if (g_str_equal (version->id, id))
        return version;
    }

  return NULL;
}

static gboolean
restore_cb (IkDatabase    *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Call *call = data;
  g_autoptr(GPtrArray) versions = ik_set_version_store_list (database, call->set_id, error);
  const IkSetVersion *version;

  if (versions == NULL)
    return FALSE;

  version = find_version (versions, call->version_id);
  if (version == NULL)
    return ik_record_set_not_found (IK_RECORD_SET, call->version_id, error);

  return ik_set_version_store_save (database, version->set, TRUE, error);
}

/**
 * ik_set_history_restore:
 * @library: a library
 * @set_id: a question set
 * @version_id: one of its versions
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes a set what it was, as one step of undo; what it is now becomes a version.
 * Questions that are in the library no more stay out. Planned interviews have
 * copies of their own and stay as they are.
 *
 * Returns: whether both were there; #IK_STORE_ERROR_NOT_FOUND otherwise
 */
gboolean
ik_set_history_restore (IkLibrary     *library,
                        const char    *set_id,
                        const char    *version_id,
                        GCancellable  *cancellable,
                        GError       **error)
{
  Call call = { .set_id = set_id, .version_id = version_id };

  g_return_val_if_fail (set_id != NULL && version_id != NULL, FALSE);

  return ik_library_write (library, _("Restore Question Set"), IK_PRIORITY_USER, restore_cb, &call,
                           cancellable, error);
}
