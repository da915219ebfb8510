#include "ik-set-fills.h"

#include "ik-set-coverage.h"
#include "ik-set-fill.h"
#include "ik-set-store.h"

#include <glib/gi18n.h>

typedef struct
{
  const IkSetFillRequest *request;
  IkQuestionSet          *set;
  guint                   minutes;
} Fill;

/**
 * ik_set_fills_get_free:
 * @set: a set
 *
 * Returns: minutes of the slot that nothing is planned for, 0 where there are
 *   none or no slot is said
 */
guint
ik_set_fills_get_free (const IkQuestionSet *set)
{
  guint planned = ik_question_set_get_planned_minutes (set);

  return set->slot_minutes > planned ? set->slot_minutes - planned : 0;
}

static gboolean
fill_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Fill *fill = data;
  const IkSetFillRequest *request = fill->request;
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GPtrArray) picked = NULL;
  /* Somebody who names a competency wants it. */
  guint n_competencies = request->filter.competency_ids == NULL ? IK_SET_MAX_COMPETENCIES : 0;

  offers = ik_set_bank_store_list_offers (database, fill->set, &request->filter, error);
  if (offers == NULL)
    return FALSE;

  picked = ik_set_fill_pick (fill->set, offers, fill->minutes, request->n_most, n_competencies,
                             request->seed);
  for (guint i = 0; i < picked->len; i++)
    {
      const IkSetOffer *offer = picked->pdata[i];

      if (!ik_set_store_add_question (database, fill->set, offer->question_id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_set_fills_make:
 * @library: a library
 * @set: a set, which is not changed
 * @request: how
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Fills the rest of a set by ik_set_fill_pick(), without a competency beyond
 * #IK_SET_MAX_COMPETENCIES that nobody named. Nothing is stored. Each new
 * question stands at the end of a section as in its pack. Blocks.
 *
 * Returns: (transfer full): a copy with what was picked behind its items, the
 *   same ones where nothing fits; %NULL with #IK_STORE_ERROR_REFUSED where
 *   nobody said how many minutes, or another #IkStoreError
 */
IkQuestionSet *
ik_set_fills_make (IkLibrary               *library,
                   const IkQuestionSet     *set,
                   const IkSetFillRequest  *request,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  g_autoptr(IkQuestionSet) filled = NULL;
  Fill fill;

  g_return_val_if_fail (set != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  if (request->minutes == 0 && set->slot_minutes == 0)
    {
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                   _("The question set “%s” has no slot; say how many minutes to fill"),
                   set->title);
      return NULL;
    }

  filled = ik_question_set_copy (set);
  fill = (Fill) { request, filled,
                  request->minutes > 0 ? request->minutes : ik_set_fills_get_free (set) };

  return ik_library_read (library, fill_in_library, &fill, cancellable, error)
         ? g_steal_pointer (&filled) : NULL;
}
