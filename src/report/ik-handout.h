#pragma once

#include "ik-interview.h"
#include "ik-report.h"

G_BEGIN_DECLS

/**
 * IkHandout:
 * @role: the role, "" where not said
 * @questions: (element-type IkCandidateText) (unowned): what will be asked, in
 *   order; of the interview
 *
 * All that a hand-out for the candidate says. It has no place for anything of
 * the interviewer's, so that no form it takes can reach more.
 */
typedef struct
{
  char      *role;
  GPtrArray *questions;
} IkHandout;

IkHandout *ik_handout_new    (const IkInterview      *interview);
void       ik_handout_free   (IkHandout              *self);
GBytes    *ik_handout_render (const IkHandout        *self,
                              const IkReportOptions  *options,
                              IkReportFormat          format,
                              GCancellable           *cancellable,
                              GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkHandout, ik_handout_free)

G_END_DECLS
