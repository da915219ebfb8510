#pragma once

#include "ik-interview.h"
#include "ik-report.h"

G_BEGIN_DECLS

/**
 * IkCandidateReport:
 * @candidate: name of the candidate
 * @role: the role, "" where not said
 * @day: the day it was held, in words, "" where not said
 * @started_at_us: when it started, microseconds since 1970 UTC; 0 where not said
 * @is_draft: whether it has not been handed in
 * @language: BCP 47 tag of the program's own words
 * @strengths: (element-type utf8): lines that may be shared
 * @concerns: (element-type utf8): lines that may be shared
 * @questions: (element-type IkCandidateText) (unowned): what was asked, in order;
 *   of the interview
 *
 * All that a report for the candidate says. It has no place for anything of the
 * interviewer's but the lines that were marked for the candidate, so that no
 * form the report takes can reach more.
 */
typedef struct
{
  char      *candidate;
  char      *role;
  char      *day;
  gint64     started_at_us;
  gboolean   is_draft;
  char      *language;
  GPtrArray *strengths;
  GPtrArray *concerns;
  GPtrArray *questions;
} IkCandidateReport;

IkCandidateReport *ik_candidate_report_new             (const IkInterview        *interview,
                                                        IkReportParts             without);
void               ik_candidate_report_free            (IkCandidateReport        *self);

gboolean           ik_candidate_report_write_pdf       (const IkCandidateReport  *self,
                                                        const IkReportOptions    *options,
                                                        GOutputStream            *output,
                                                        GCancellable             *cancellable,
                                                        GError                  **error);
GBytes            *ik_candidate_report_render_markdown (const IkCandidateReport  *self,
                                                        const IkReportOptions    *options);
GBytes            *ik_candidate_report_render_json     (const IkCandidateReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkCandidateReport, ik_candidate_report_free)

G_END_DECLS
