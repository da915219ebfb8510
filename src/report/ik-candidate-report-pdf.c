#include "ik-candidate-report.h"
#include "ik-report-sheet.h"
#include "ik-rich-text.h"

#include <glib/gi18n.h>

#define MAX_NAME_LINES 3
#define NUMBER_WIDTH 28.0

/* What stands below a prompt at least before a page may end. */
#define MIN_BELOW_PROMPT 42.0

static void
put_words (const IkReportSheet *sheet,
           IkPdfStyle           style,
           const char          *text)
{
  ik_pdf_flow_put (sheet->flow, 0, "P",
                   ik_pdf_typesetter_set (sheet->type, style, sheet->width, text));
}

static void
put_title (const IkCandidateReport *self,
           const IkReportSheet     *sheet)
{
  IkPdfParagraph *kind = ik_pdf_typesetter_set (sheet->type, IK_PDF_STYLE_SMALL_STRONG,
                                                sheet->width, _("Interview feedback"));
  g_autofree char *subject = g_strdup_printf ("%s%s%s", self->role,
                                              *self->role != '\0' && *self->day != '\0' ? " · "
                                                                                        : "",
                                              self->day);

  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (sheet->flow, 0, "P", kind);
  ik_pdf_canvas_add_outline (sheet->canvas, _("Feedback"), "feedback", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "feedback");
  ik_pdf_flow_put (sheet->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (sheet->type, IK_PDF_STYLE_TITLE, sheet->width,
                                                MAX_NAME_LINES, self->candidate));
  ik_pdf_canvas_end_tag (sheet->canvas);
  if (*subject != '\0')
    put_words (sheet, IK_PDF_STYLE_BODY, subject);

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

static void
put_prompt (const IkReportSheet *sheet,
            guint                index,
            const char          *commonmark)
{
  g_autoptr(IkRichText) text = ik_rich_text_new_inline (commonmark);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *title = g_strdup_printf ("%u. %s", index + 1, text->text);
  g_autofree char *target = g_strdup_printf ("question-%u", index + 1);
  IkPdfParagraph *figure = ik_pdf_typesetter_set (sheet->type, IK_PDF_STYLE_PROMPT, NUMBER_WIDTH,
                                                  number);
  IkPdfParagraph *prompt = ik_pdf_typesetter_set_rich (sheet->type, IK_PDF_STYLE_PROMPT,
                                                       sheet->width - NUMBER_WIDTH, text);

  ik_pdf_flow_need (sheet->flow, ik_pdf_paragraph_measure_head (prompt) + MIN_BELOW_PROMPT);
  figure->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_place (sheet->flow, 0, ik_pdf_flow_get_y (sheet->flow), "Lbl", figure);
  ik_pdf_canvas_add_outline (sheet->canvas, title, target, TRUE);
  ik_pdf_canvas_begin_target (sheet->canvas, target);
  ik_pdf_flow_put (sheet->flow, NUMBER_WIDTH, "H3", prompt);
  ik_pdf_canvas_end_tag (sheet->canvas);
}

static void
put_question (const IkReportSheet   *sheet,
              guint                  index,
              const IkCandidateText *question)
{
  g_autoptr(GPtrArray) details = ik_rich_blocks_parse (question->details);
  g_autoptr(GPtrArray) sub_questions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rich_text_free);

  for (guint i = 0; i < question->sub_questions->len; i++)
    g_ptr_array_add (sub_questions, ik_rich_text_new_inline (question->sub_questions->pdata[i]));

  if (index > 0)
    ik_pdf_flow_skip (sheet->flow, 14);
  ik_pdf_canvas_begin_tag (sheet->canvas, "Sect");
  put_prompt (sheet, index, question->prompt);
  ik_report_sheet_put_blocks (sheet, NUMBER_WIDTH, details);
  ik_report_sheet_put_numbered (sheet, NUMBER_WIDTH, sub_questions);
  ik_pdf_canvas_end_tag (sheet->canvas);
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
      put_question (sheet, i, self->questions->pdata[i]);
    }

  return TRUE;
}

static GBytes *
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
 * ik_candidate_report_render_pdf:
 * @self: what to say
 * @options: page size and time of creation
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with an error
 */
GBytes *
ik_candidate_report_render_pdf (const IkCandidateReport  *self,
                                const IkReportOptions    *options,
                                GCancellable             *cancellable,
                                GError                  **error)
{
  g_autoptr(IkReportSheet) sheet = ik_report_sheet_new (options->page_size);

  ik_pdf_canvas_begin_tag (sheet->canvas, "Document");
  put_title (self, sheet);
  put_findings (sheet, _("What went well"), self->strengths);
  put_findings (sheet, _("What to work on"), self->concerns);
  if (!put_questions (self, sheet, cancellable, error))
    return NULL;
  ik_pdf_canvas_end_tag (sheet->canvas);

  return finish (self, sheet, options, error);
}
