#pragma once

#include "ik-library.h"
#include "ik-set-version.h"

G_BEGIN_DECLS

/**
 * IkSetHistory:
 * @now: the set as it is
 * @versions: (element-type IkSetVersion): what it was before, the latest first
 * @rubrics: (element-type IkRubric): scales of the library, whose names they need
 *
 * What became of a question set.
 */
typedef struct
{
  IkQuestionSet *now;
  GPtrArray     *versions;
  GPtrArray     *rubrics;
} IkSetHistory;

IkSetHistory *ik_set_history_load    (IkLibrary     *library,
                                      const char    *set_id,
                                      GCancellable  *cancellable,
                                      GError       **error);
void          ik_set_history_free    (IkSetHistory  *self);
gboolean      ik_set_history_restore (IkLibrary     *library,
                                      const char    *set_id,
                                      const char    *version_id,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetHistory, ik_set_history_free)

G_END_DECLS
