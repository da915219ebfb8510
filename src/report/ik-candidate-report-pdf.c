#include "ik-candidate-question.h"
#include "ik-candidate-report.h"
#include "ik-report-sheet.h"

#include <glib/gi18n.h>

#define MAX_NAME_LINES 3

static void
put_title (const IkCandidateReport *self,
           const IkReportSheet     *sheet)
{
  double width = ik_report_sheet_draw_logo (sheet);
  IkPdfParagraph *kind = ik_pdf_typesetter_set (sheet->type, IK_PDF_STYLE_SMALL_STRONG, width,
                                                _("Interview feedback"));
  g_autofree char *subject = g_strdup_printf ("%s%s%s", self->role,
                                              *self->role != '\0' && *self->day != '\0' ? " · "
                                                                                        : "",
                                              self->day);

  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (sheet->flow, 0, "P", kind);
  ik_pdf_canvas_add_outline (sheet->canvas, _("Feedback"), "feedback", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "feedback");
  ik_pdf_flow_put (sheet->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (sheet->type, IK_PDF_STYLE_TITLE, width,
                                                MAX_NAME_LINES, self->candidate));
  ik_pdf_canvas_end_tag (sheet->canvas);
  if (*subject != '\0')
    ik_pdf_flow_put (sheet->flow, 0, "P",
                     ik_pdf_typesetter_set (sheet->type, IK_PDF_STYLE_BODY, width, subject));

  ik_pdf_flow_skip (sheet->flow, 12);
  ik_pdf_flow_rule (sheet->flow, IK_PDF_COLOUR_ACCENT, 1);
}

static void
put_findings (const IkReportSheet *sheet,
              const char          *title,
              GPtrArray           *lines)
{
  if (lines->len == 0)
    return;

  ik_report_sheet_put_heading (sheet, title, 28);
  ik_report_sheet_put_lines (sheet, lines);
}

static gboolean
put_questions (const IkCandidateReport  *self,
               const IkReportSheet      *sheet,
               GCancellable             *cancellable,
               GError                  **error)
{
  if (self->questions->len == 0)
    return TRUE;

  ik_pdf_canvas_add_outline (sheet->canvas, _("Questions"), "question-1", FALSE);
  ik_report_sheet_put_heading (sheet, _("What was asked"), 60);
  for (guint i = 0; i < self->questions->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      ik_candidate_question_put (sheet, i, self->questions->pdata[i]);
      ik_pdf_typesetter_forget (sheet->type);
    }

  return TRUE;
}

static gboolean
finish (const IkCandidateReport  *self,
        const IkReportSheet      *sheet,
        const IkReportOptions    *options,
        GError                  **error)
{
  g_autofree char *title = g_strdup_printf (_("Interview feedback: %s"), self->candidate);
  IkPdfMetadata metadata = {
    .title = title,
    .author = "",
    .subject = self->role,
    .language = self->language,
    .created_at_us = options->created_at_us,
  };
  IkReportFrame frame = {
    .name = self->candidate,
    .date = self->day,
    .footer = _("Interview feedback, for the candidate"),
    .is_draft = self->is_draft,
    .options = options,
  };

  ik_report_sheet_draw_frames (sheet, &frame);
  return ik_pdf_canvas_finish (sheet->canvas, &metadata, error);
}

/**
 * ik_candidate_report_write_pdf:
 * @self: what to say
 * @options: page size and time of creation
 * @output: (nullable): where to; %NULL only where the pages are shown
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Returns: whether all of it was written or shown
 */
gboolean
ik_candidate_report_write_pdf (const IkCandidateReport  *self,
                               const IkReportOptions    *options,
                               GOutputStream            *output,
                               GCancellable             *cancellable,
                               GError                  **error)
{
  g_autoptr(IkReportSheet) sheet = ik_report_sheet_new (options, output);

  ik_pdf_canvas_begin_tag (sheet->canvas, "Document");
  put_title (self, sheet);
  put_findings (sheet, _("What went well"), self->strengths);
  put_findings (sheet, _("What to work on"), self->concerns);
  if (!put_questions (self, sheet, cancellable, error))
    return FALSE;
  if (options->has_signature)
    ik_report_sheet_put_signature (sheet, "");
  ik_pdf_canvas_end_tag (sheet->canvas);

  return finish (self, sheet, options, error);
}
