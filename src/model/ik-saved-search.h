#pragma once

#include "ik-question-filter.h"

G_BEGIN_DECLS

/**
 * IkSavedSearch:
 * @id: UUID
 * @name: what people call it
 * @filter: what it looks for
 *
 * A search of the bank that is kept.
 */
typedef struct
{
  char             *id;
  char             *name;
  IkQuestionFilter *filter;
} IkSavedSearch;

IkSavedSearch *ik_saved_search_new  (const char             *id,
                                     const char             *name,
                                     const IkQuestionFilter *filter);
void           ik_saved_search_free (IkSavedSearch          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSavedSearch, ik_saved_search_free)

G_END_DECLS
