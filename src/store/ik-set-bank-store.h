#pragma once

#include "ik-database.h"
#include "ik-question-set.h"

G_BEGIN_DECLS

/**
 * IkSetOfferFilter:
 * @pack_ids: (nullable) (array zero-terminated=1): only of these packs
 * @tags: (nullable) (array zero-terminated=1): one of these has to be there
 * @levels: (nullable) (array zero-terminated=1): the level is one of these
 * @competency_ids: (nullable) (array zero-terminated=1): it measures one of these
 * @same_packs: whether it is of a pack that the set takes questions from
 *
 * Which questions may be added to a set. %NULL or none takes all.
 */
typedef struct
{
  const char *const *pack_ids;
  const char *const *tags;
  const char *const *levels;
  const char *const *competency_ids;
  gboolean           same_packs;
} IkSetOfferFilter;

GPtrArray  *ik_set_bank_store_list_offered (IkDatabase  *database,
                                            const char  *set_id,
                                            GError     **error);
GHashTable *ik_set_bank_store_list_asked   (IkDatabase  *database,
                                            const char  *set_id,
                                            const char  *candidate_id,
                                            GError     **error);

GPtrArray  *ik_set_bank_store_list_offers  (IkDatabase            *database,
                                            const IkQuestionSet   *set,
                                            const IkSetOfferFilter *filter,
                                            GError               **error);
GPtrArray  *ik_set_bank_store_list_levels  (IkDatabase  *database,
                                            GError     **error);

G_END_DECLS
