#include "ik-handout.h"

#include "ik-candidate-question.h"
#include "ik-csv.h"
#include "ik-list.h"
#include "ik-markdown-writer.h"
#include "ik-report-output.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>

#define MAX_TITLE_LINES 3

/* To write on below each question. */
#define N_LINES 5

/**
 * ik_handout_new:
 * @interview: an interview, which has to outlive the hand-out
 *
 * Returns: (transfer full): what the candidate may read of its questions
 */
IkHandout *
ik_handout_new (const IkInterview *interview)
{
  IkHandout *self = g_new0 (IkHandout, 1);

  self->role = g_strdup (interview->role);
  self->questions = g_ptr_array_new ();
  for (guint i = 0; i < interview->items->len; i++)
    g_ptr_array_add (self->questions, &((IkInterviewItem *) interview->items->pdata[i])->candidate);

  return self;
}

/**
 * ik_handout_free:
 * @self: (transfer full): a hand-out
 */
void
ik_handout_free (IkHandout *self)
{
  g_free (self->role);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

static const char *
get_title (const IkHandout *self)
{
  return *self->role != '\0' ? self->role : _("Your interview");
}

static void
put_title (const IkHandout     *self,
           const IkReportSheet *sheet)
{
  double width = ik_report_sheet_draw_logo (sheet);
  IkPdfParagraph *kind = ik_pdf_typesetter_set (sheet->type, IK_PDF_STYLE_SMALL_STRONG, width,
                                                _("Interview questions"));

  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (sheet->flow, 0, "P", kind);
  ik_pdf_canvas_add_outline (sheet->canvas, _("Questions"), "questions", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "questions");
  ik_pdf_flow_put (sheet->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (sheet->type, IK_PDF_STYLE_TITLE, width,
                                                MAX_TITLE_LINES, get_title (self)));
  ik_pdf_canvas_end_tag (sheet->canvas);
  ik_pdf_flow_skip (sheet->flow, 12);
  ik_pdf_flow_rule (sheet->flow, IK_PDF_COLOUR_ACCENT, 1);
  ik_pdf_flow_skip (sheet->flow, 14);
}

static gboolean
put_questions (const IkHandout      *self,
               const IkReportSheet  *sheet,
               GCancellable         *cancellable,
               GError              **error)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      ik_candidate_question_put (sheet, i, self->questions->pdata[i]);
      ik_report_sheet_put_writing_lines (sheet, N_LINES);
      ik_pdf_typesetter_forget (sheet->type);
    }

  return TRUE;
}

static GBytes *
render_pdf (const IkHandout        *self,
            const IkReportOptions  *options,
            GCancellable           *cancellable,
            GError                **error)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(IkReportSheet) sheet = ik_report_sheet_new (options, memory);
  IkReportFrame frame = {
    .name = get_title (self),
    .date = "",
    .footer = _("Interview questions, for the candidate"),
    .options = options,
  };
  IkPdfMetadata metadata = {
    .title = _("Interview questions"),
    .author = "",
    .subject = self->role,
    .language = ik_report_get_language (),
    .created_at_us = ik_report_get_creation_time_us (options),
  };

  ik_pdf_canvas_begin_tag (sheet->canvas, "Document");
  put_title (self, sheet);
  if (!put_questions (self, sheet, cancellable, error))
    return NULL;
  ik_pdf_canvas_end_tag (sheet->canvas);
  ik_report_sheet_draw_frames (sheet, &frame);

  return ik_pdf_canvas_finish (sheet->canvas, &metadata, error) ? ik_report_output_steal (memory)
                                                                : NULL;
}

static GBytes *
render_markdown (const IkHandout *self)
{
  g_autoptr(GString) markdown = g_string_new ("# ");

  ik_markdown_append_text (markdown, get_title (self));
  g_string_append_c (markdown, '\n');
  for (guint i = 0; i < self->questions->len; i++)
    ik_candidate_question_append_markdown (markdown, i, self->questions->pdata[i]);

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}

static void
append_csv_question (GString               *csv,
                     guint                  index,
                     const IkCandidateText *question)
{
  g_autoptr(GPtrArray) cells = ik_text_list_new ();
  g_autoptr(GString) sub_questions = g_string_new (NULL);

  for (guint i = 0; i < question->sub_questions->len; i++)
    g_string_append_printf (sub_questions, "%s%s", i > 0 ? "\n" : "",
                            (char *) question->sub_questions->pdata[i]);
  g_ptr_array_add (cells, g_strdup_printf ("%u", index + 1));
  ik_text_list_add (cells, question->prompt);
  ik_text_list_add (cells, question->details);
  ik_text_list_add (cells, sub_questions->str);
  ik_csv_append_row (csv, cells);
}

static GBytes *
render_csv (const IkHandout *self)
{
  /* As the JSON names them; none is translated. */
  static const char *const columns[] = { "position", "prompt", "details", "sub_questions" };
  g_autoptr(GString) csv = g_string_new (IK_CSV_BYTE_ORDER_MARK);
  g_autoptr(GPtrArray) head = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (head, (gpointer) columns[i]);
  ik_csv_append_row (csv, head);
  for (guint i = 0; i < self->questions->len; i++)
    append_csv_question (csv, i, self->questions->pdata[i]);

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}

/**
 * ik_handout_render:
 * @self: a hand-out
 * @options: page size, header and footer
 * @format: in which form
 * @cancellable: (nullable): looked at between questions
 * @error: return location
 *
 * Any thread will do.
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with
 *   #IK_REPORT_ERROR, where there is no such form, or %G_IO_ERROR_CANCELLED
 */
GBytes *
ik_handout_render (const IkHandout        *self,
                   const IkReportOptions  *options,
                   IkReportFormat          format,
                   GCancellable           *cancellable,
                   GError                **error)
{
  switch (format)
    {
    case IK_REPORT_FORMAT_MARKDOWN:
      return render_markdown (self);

    case IK_REPORT_FORMAT_CSV:
      return render_csv (self);

    case IK_REPORT_FORMAT_JSON:
      g_set_error_literal (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED,
                           _("A hand-out has no form in JSON; write .pdf, .md or .csv"));
      return NULL;

    case IK_REPORT_FORMAT_PDF:
    default:
      return render_pdf (self, options, cancellable, error);
    }
}
