#include "ik-candidate-question.h"

#include "ik-markdown-writer.h"
#include "ik-rich-text.h"

/* A prompt up to this height is not torn. */
#define MAX_WHOLE_PROMPT 120.0

static void
put_prompt (const IkReportSheet *sheet,
            guint                index,
            const char          *commonmark,
            double               next_height)
{
  g_autoptr(IkRichText) text = ik_rich_text_new_inline (commonmark);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *title = g_strdup_printf ("%u. %s", index + 1, text->text);
  g_autofree char *target = g_strdup_printf ("question-%u", index + 1);
  IkPdfParagraph *figure = ik_pdf_typesetter_set (sheet->type, IK_PDF_STYLE_PROMPT, IK_CANDIDATE_QUESTION_X,
                                                  number);
  IkPdfParagraph *prompt = ik_pdf_typesetter_set_rich (sheet->type, IK_PDF_STYLE_PROMPT,
                                                       sheet->width - IK_CANDIDATE_QUESTION_X, text);

  ik_pdf_flow_need (sheet->flow, MIN (prompt->height, MAX_WHOLE_PROMPT) + next_height);
  figure->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_place (sheet->flow, 0, ik_pdf_flow_get_y (sheet->flow), "Lbl", figure);
  ik_pdf_canvas_add_outline (sheet->canvas, title, target, TRUE);
  ik_pdf_canvas_begin_target (sheet->canvas, target);
  ik_pdf_flow_put_heading (sheet->flow, IK_CANDIDATE_QUESTION_X, "H3", prompt, next_height);
  ik_pdf_canvas_end_tag (sheet->canvas);
}

/* What has to stand below a prompt on the same page. */
static double
measure_below (const IkReportSheet *sheet,
               GPtrArray           *details,
               GPtrArray           *sub_questions)
{
  if (details->len > 0)
    return ik_report_sheet_measure_blocks (sheet, IK_CANDIDATE_QUESTION_X, details, 0);

  return sub_questions->len > 0 ? IK_REPORT_SHEET_MIN_NEXT : 0;
}

/**
 * ik_candidate_question_put:
 * @sheet: a sheet
 * @index: place of the question, from 0
 * @question: what the candidate may see of it
 *
 * Puts a question with its number, details and sub-questions.
 */
void
ik_candidate_question_put (const IkReportSheet   *sheet,
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
  put_prompt (sheet, index, question->prompt, measure_below (sheet, details, sub_questions));
  ik_report_sheet_put_blocks (sheet, IK_CANDIDATE_QUESTION_X, details);
  ik_report_sheet_put_numbered (sheet, IK_CANDIDATE_QUESTION_X, sub_questions);
  ik_pdf_canvas_end_tag (sheet->canvas);
}

/**
 * ik_candidate_question_append_markdown:
 * @markdown: what to append to
 * @index: place of the question, from 0
 * @question: what the candidate may see of it
 *
 * The same as CommonMark, below a heading of the third level.
 */
void
ik_candidate_question_append_markdown (GString               *markdown,
                                       guint                  index,
                                       const IkCandidateText *question)
{
  g_autoptr(IkRichText) prompt = ik_rich_text_new_inline (question->prompt);
  g_autoptr(GPtrArray) details = ik_rich_blocks_parse (question->details);

  g_string_append_printf (markdown, "\n### %u. ", index + 1);
  ik_markdown_append_rich (markdown, prompt);
  g_string_append (markdown, "\n\n");
  ik_markdown_append_blocks (markdown, details);

  for (guint i = 0; i < question->sub_questions->len; i++)
    {
      g_autoptr(IkRichText) text = ik_rich_text_new_inline (question->sub_questions->pdata[i]);

      g_string_append_printf (markdown, "%u. ", i + 1);
      ik_markdown_append_rich (markdown, text);
      g_string_append_c (markdown, '\n');
    }
  while (g_str_has_suffix (markdown->str, "\n\n"))
    g_string_truncate (markdown, markdown->len - 1);
}
