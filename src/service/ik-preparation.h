#pragma once

#include "ik-candidate.h"
#include "ik-earlier-interview.h"
#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkPreparation:
 * @interview: as it was planned, with its questions
 * @candidate: who comes, with files
 * @earlier: (element-type IkEarlierInterview): what the candidate had before,
 *   the latest first
 * @rounds: titles of rounds so far, the most frequent one first
 *
 * All that there is to know before an interview.
 */
typedef struct
{
  IkInterview *interview;
  IkCandidate *candidate;
  GPtrArray   *earlier;
  GStrv        rounds;
} IkPreparation;

IkPreparation *ik_preparation_load       (IkLibrary          *library,
                                          const char         *interview_id,
                                          GCancellable       *cancellable,
                                          GError            **error);
void           ik_preparation_free       (IkPreparation      *self);
gboolean       ik_preparation_save_plan  (IkLibrary          *library,
                                          const IkInterview  *interview,
                                          GCancellable       *cancellable,
                                          GError            **error);
gboolean       ik_preparation_save_files (IkLibrary          *library,
                                          const char         *candidate_id,
                                          GPtrArray          *files,
                                          GCancellable       *cancellable,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPreparation, ik_preparation_free)

G_END_DECLS
