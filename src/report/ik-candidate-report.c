#include "ik-candidate-report.h"

#include "ik-report-words.h"

#include <glib/gi18n.h>

static GPtrArray *
list_shareable (GPtrArray     *findings,
                IkReportParts  without)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len && !(without & IK_REPORT_PART_SUMMARY); i++)
    {
      const IkFinding *finding = findings->pdata[i];

      if (finding->is_shareable && !ik_finding_is_blank (finding))
        g_ptr_array_add (lines, g_strdup (finding->text));
    }

  return lines;
}

/* What nobody asked is for somebody else. */
static GPtrArray *
list_asked (const IkInterview *interview,
            IkReportParts      without)
{
  GPtrArray *questions = g_ptr_array_new ();

  for (guint i = 0; i < interview->items->len && !(without & IK_REPORT_PART_QUESTIONS); i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      if (ik_interview_item_was_asked (item))
        g_ptr_array_add (questions, &item->candidate);
    }

  return questions;
}

/**
 * ik_candidate_report_new:
 * @interview: an interview, which has to outlive the report
 * @without: what is left out
 *
 * Returns: (transfer full): what the candidate may read about it
 */
IkCandidateReport *
ik_candidate_report_new (const IkInterview *interview,
                         IkReportParts      without)
{
  IkCandidateReport *self = g_new0 (IkCandidateReport, 1);
  gint64 started_at_us = interview->started_at_us;

  self->candidate = g_strdup (*interview->candidate_name != '\0' ? interview->candidate_name
                                                                 : _("Unnamed candidate"));
  self->role = g_strdup (interview->role);
  self->day = started_at_us != 0 ? ik_report_format_date (started_at_us) : g_strdup ("");
  self->started_at_us = started_at_us;
  self->is_draft = interview->state != IK_INTERVIEW_STATE_HANDED_IN;
  self->language = g_strdup (ik_report_get_language ());
  self->strengths = list_shareable (interview->strengths, without);
  self->concerns = list_shareable (interview->concerns, without);
  self->questions = list_asked (interview, without);

  return self;
}

/**
 * ik_candidate_report_free:
 * @self: (transfer full): a report
 */
void
ik_candidate_report_free (IkCandidateReport *self)
{
  g_free (self->candidate);
  g_free (self->role);
  g_free (self->day);
  g_free (self->language);
  g_ptr_array_unref (self->strengths);
  g_ptr_array_unref (self->concerns);
  g_ptr_array_unref (self->questions);
  g_free (self);
}
