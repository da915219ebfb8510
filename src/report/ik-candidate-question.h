#pragma once

#include "ik-candidate-text.h"
#include "ik-report-sheet.h"

G_BEGIN_DECLS

/* Where what belongs to a question begins, beside its number. */
#define IK_CANDIDATE_QUESTION_X 28.0

void ik_candidate_question_put             (const IkReportSheet   *sheet,
                                            guint                  index,
                                            const IkCandidateText *question);
void ik_candidate_question_append_markdown (GString               *markdown,
                                            guint                  index,
                                            const IkCandidateText *question);

G_END_DECLS
