#pragma once

#include "ik-library.h"
#include "ik-question-set.h"

G_BEGIN_DECLS

/**
 * IkSetRequest:
 * @title: title of the set
 * @role: (nullable): the role it is for
 * @pack_ids: (nullable) (array zero-terminated=1): packs to take from
 * @question_ids: (nullable) (array zero-terminated=1): questions to take
 * @tags: (nullable) (array zero-terminated=1): one of these has to be there
 * @levels: (nullable) (array zero-terminated=1): the level is one of these
 * @optional_ids: (nullable) (array zero-terminated=1): questions of the set that
 *   need not be asked
 * @rubric_id: (nullable): what questions without a rubric are rated by
 * @recommendation_rubric_id: (nullable): what the recommendation stands on, %NULL
 *   for the four words
 * @slot_minutes: length of the slot, 0 where not said; selects nothing
 * @fit_slot: where @slot_minutes is 0, the slot becomes as long as all
 *   questions take, in whole quarters of an hour, two hours at most
 *
 * What a new set shall hold, see ik_sets_create().
 */
typedef struct
{
  const char        *title;
  const char        *role;
  const char *const *pack_ids;
  const char *const *question_ids;
  const char *const *tags;
  const char *const *levels;
  const char *const *optional_ids;
  const char        *rubric_id;
  const char        *recommendation_rubric_id;
  guint              slot_minutes;
  gboolean           fit_slot;
} IkSetRequest;

IkQuestionSet *ik_sets_create      (IkLibrary            *library,
                                    const IkSetRequest   *request,
                                    GCancellable         *cancellable,
                                    GError              **error);
GPtrArray     *ik_sets_list        (IkLibrary            *library,
                                    GCancellable         *cancellable,
                                    GError              **error);
IkQuestionSet *ik_sets_load        (IkLibrary            *library,
                                    const char           *id,
                                    GCancellable         *cancellable,
                                    GError              **error);
gboolean       ik_sets_save        (IkLibrary            *library,
                                    const IkQuestionSet  *set,
                                    const char           *label,
                                    GCancellable         *cancellable,
                                    GError              **error);
char          *ik_sets_duplicate   (IkLibrary            *library,
                                    const char           *id,
                                    GCancellable         *cancellable,
                                    GError              **error);
gboolean       ik_sets_remove      (IkLibrary            *library,
                                    const char           *id,
                                    GCancellable         *cancellable,
                                    GError              **error);

G_END_DECLS
