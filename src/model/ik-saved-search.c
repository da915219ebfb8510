#include "ik-saved-search.h"

/**
 * ik_saved_search_new:
 * @id: UUID
 * @name: what people call it
 * @filter: what it looks for
 *
 * Returns: (transfer full): the search
 */
IkSavedSearch *
ik_saved_search_new (const char             *id,
                     const char             *name,
                     const IkQuestionFilter *filter)
{
  IkSavedSearch *self = g_new0 (IkSavedSearch, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->filter = ik_question_filter_copy (filter);

  return self;
}

/**
 * ik_saved_search_free:
 * @self: (transfer full): a search
 */
void
ik_saved_search_free (IkSavedSearch *self)
{
  g_free (self->id);
  g_free (self->name);
  ik_question_filter_free (self->filter);
  g_free (self);
}
