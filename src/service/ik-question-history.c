#include "ik-question-history.h"

#include "ik-question-answer-store.h"
#include "ik-question-store.h"
#include "ik-question-version-store.h"
#include "ik-record.h"

#include <glib/gi18n.h>

/* Nobody reads on. */
#define MAX_ASKINGS 100

/* What a call takes to the library's thread, and brings back. */
typedef struct
{
  const char        *question_id;
  const char        *version_id;
  IkQuestionHistory *history; /* (owned) */
} Call;

static gboolean
load_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  const Call *call = data;
  IkQuestionHistory *history = call->history;

  history->now = ik_question_store_load (database, call->question_id, error);
  if (history->now == NULL)
    return FALSE;

  history->versions = ik_question_version_store_list (database, call->question_id, error);
  if (history->versions == NULL)
    return FALSE;

  history->askings = ik_question_answer_store_list_askings (database, call->question_id,
                                                            MAX_ASKINGS, error);
  return history->askings != NULL;
}

/**
 * ik_question_history_load:
 * @library: a library
 * @question_id: a question of the bank
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): what it said before and when it was asked; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND
 */
IkQuestionHistory *
ik_question_history_load (IkLibrary     *library,
                          const char    *question_id,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(IkQuestionHistory) history = g_new0 (IkQuestionHistory, 1);
  Call call = { .question_id = question_id, .history = history };

  g_return_val_if_fail (question_id != NULL, NULL);

  if (!ik_library_read (library, load_cb, &call, cancellable, error))
    return NULL;

  ik_question_version_list_changes (history->versions, history->now);
  return g_steal_pointer (&history);
}

/**
 * ik_question_history_free:
 * @self: (transfer full): a history
 */
void
ik_question_history_free (IkQuestionHistory *self)
{
  g_clear_pointer (&self->now, ik_question_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->askings, g_ptr_array_unref);
  g_free (self);
}

static const IkQuestionVersion *
find_version (GPtrArray  *versions,
              const char *id)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const IkQuestionVersion *version = g_ptr_array_index (versions, i);

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
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(IkQuestion) question = ik_question_store_load (database, call->question_id, error);
  const IkQuestionVersion *version;

  if (question == NULL)
    return FALSE;

  versions = ik_question_version_store_list (database, call->question_id, error);
  if (versions == NULL)
    return FALSE;

  version = find_version (versions, call->version_id);
  if (version == NULL)
    return ik_record_set_not_found (IK_RECORD_QUESTION, call->version_id, error);

  ik_question_take_wording (question, version->text);
  return ik_question_version_store_update (database, question, IK_QUESTION_CHANGE_RESTORE, error);
}

/**
 * ik_question_history_restore:
 * @library: a library
 * @question_id: a question of the bank
 * @version_id: one of its versions
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Gives a question the wording and guidance it had, as one step of undo; what it
 * says now becomes a version. Its files, tags and all else stay as they are.
 *
 * Returns: whether both were there; #IK_STORE_ERROR_NOT_FOUND otherwise
 */
gboolean
ik_question_history_restore (IkLibrary     *library,
                             const char    *question_id,
                             const char    *version_id,
                             GCancellable  *cancellable,
                             GError       **error)
{
  Call call = { .question_id = question_id, .version_id = version_id };

  g_return_val_if_fail (question_id != NULL && version_id != NULL, FALSE);

  return ik_library_write (library, _("Restore Wording"), IK_PRIORITY_USER, restore_cb, &call,
                           cancellable, error);
}
