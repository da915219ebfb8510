#include "ik-found-questions.h"

/**
 * ik_found_questions_free:
 * @self: (transfer full): what was found
 */
void
ik_found_questions_free (IkFoundQuestions *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_free (self);
}

/**
 * ik_found_questions_find_first:
 * @filter: an #IkQuestionFilter
 *
 * Returns: (transfer full) (nullable): an #IkFoundQuestions: the first ones, and
 *   what they show
 */
gpointer
ik_found_questions_find_first (IkLibrary     *library,
                               gpointer       filter,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr(IkFoundQuestions) found = g_new0 (IkFoundQuestions, 1);

  ((IkQuestionFilter *) filter)->limit = IK_FOUND_QUESTIONS_FIRST;
  found->rows = ik_bank_find_questions (library, filter, cancellable, error);
  if (found->rows == NULL)
    return NULL;

  found->is_all = found->rows->len < IK_FOUND_QUESTIONS_FIRST;
  found->first = ik_bank_load_rows (library, ((IkQuestionFilter *) filter)->query,
                                    (const gint64 *) found->rows->data, found->rows->len,
                                    cancellable, error);
  return found->first != NULL ? g_steal_pointer (&found) : NULL;
}

/**
 * ik_found_questions_find_all:
 * @filter: an #IkQuestionFilter
 *
 * Returns: (transfer full) (nullable): an #IkFoundQuestions: all of them, whatever
 *   they show
 */
gpointer
ik_found_questions_find_all (IkLibrary     *library,
                             gpointer       filter,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr(IkFoundQuestions) found = g_new0 (IkFoundQuestions, 1);

  found->rows = ik_bank_find_questions (library, filter, cancellable, error);
  found->is_all = TRUE;
  return found->rows != NULL ? g_steal_pointer (&found) : NULL;
}
