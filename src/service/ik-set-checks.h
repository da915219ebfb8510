#pragma once

#include "ik-library.h"
#include "ik-set-coverage.h"
#include "ik-set-hint.h"

G_BEGIN_DECLS

/**
 * IkSetCheck:
 * @set: (owned): the set
 * @offered: (owned) (element-type IkCompetency): what it could measure
 * @coverage: (owned): what it measures
 * @hints: (owned) (element-type IkSetHint): what is worth a look
 *
 * A set looked over.
 */
typedef struct
{
  IkQuestionSet *set;
  GPtrArray     *offered;
  IkSetCoverage *coverage;
  GPtrArray     *hints;
} IkSetCheck;

IkSetCheck *ik_set_checks_run (IkLibrary     *library,
                               const char    *set_id,
                               const char    *candidate_id,
                               GCancellable  *cancellable,
                               GError       **error);
void        ik_set_check_free (IkSetCheck    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSetCheck, ik_set_check_free)

G_END_DECLS
