#pragma once

#include "ik-attachment.h"

G_BEGIN_DECLS

/**
 * IkCandidate:
 * @id: UUID
 * @name: full name
 * @pronunciation: how the name is said, "" where not said
 * @pronouns: such as "she/her", "" where not said
 * @email: address, "" where not said
 * @role: the role applied for, "" where not said
 * @state: open, hired, rejected or withdrawn
 * @created_at_us: microseconds since 1970 UTC
 * @decided_at_us: when the state left open, 0 while it is; retention counts
 *   from it
 * @extra_time_percent: adjustment that the next plan begins with; kept with a
 *   plan, never with the person
 * @large_print: whether the candidate reads large print; kept with a plan
 * @attachments: (element-type IkAttachment): CV and other files; empty in
 *   lists
 */
typedef struct
{
  char             *id;
  char             *name;
  char             *pronunciation;
  char             *pronouns;
  char             *email;
  char             *role;
  IkCandidateState  state;
  gint64            created_at_us;
  gint64            decided_at_us;
  guint             extra_time_percent;
  gboolean          large_print;
  GPtrArray        *attachments;
} IkCandidate;

IkCandidate *ik_candidate_new  (const char        *name);
IkCandidate *ik_candidate_copy (const IkCandidate *self);
void         ik_candidate_free (IkCandidate       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkCandidate, ik_candidate_free)

G_END_DECLS
