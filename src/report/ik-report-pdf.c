#include "ik-report-pdf.h"

#include "ik-report-pdf-private.h"
#include "ik-report-question.h"

#include <glib/gi18n.h>

/* With less room below the summary, the questions begin on a page of their own. */
#define MIN_FIRST_ROOM 280.0

/**
 * ik_report_pdf_new:
 * @sheet: where it goes; must outlive it
 * @document: what to say; must outlive it
 *
 * Returns: (transfer full): a report of which nothing is on paper
 */
IkReportPdf *
ik_report_pdf_new (IkReportSheet          *sheet,
                   const IkReportDocument *document)
{
  IkReportPdf *self = g_new0 (IkReportPdf, 1);

  self->document = document;
  self->sheet = sheet;
  self->canvas = sheet->canvas;
  self->type = sheet->type;
  self->flow = sheet->flow;
  self->left = sheet->left;
  self->width = sheet->width;
  self->page_places = g_array_new (FALSE, FALSE, sizeof (IkReportPlace));
  self->spans = g_array_new (FALSE, FALSE, sizeof (IkReportSpan));

  return self;
}

/**
 * ik_report_pdf_free:
 * @self: (transfer full): a report
 */
void
ik_report_pdf_free (IkReportPdf *self)
{
  g_array_unref (self->page_places);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * ik_report_pdf_get_target:
 * @self: a report
 * @question: one of its questions
 *
 * Returns: (transfer full): the name that links to it use
 */
char *
ik_report_pdf_get_target (IkReportPdf            *self,
                          const IkReportQuestion *question)
{
  if (self->part > 0)
    return g_strdup_printf ("question-%u-%u", self->part, question->number);

  return g_strdup_printf ("question-%u", question->number);
}

/**
 * ik_report_pdf_has_questions:
 * @self: a report
 *
 * Returns: whether each question has a place that can be linked to
 */
gboolean
ik_report_pdf_has_questions (IkReportPdf *self)
{
  return !(self->document->without & IK_REPORT_PART_QUESTIONS);
}

/**
 * ik_report_pdf_draw_bar:
 * @self: a report
 * @box: where
 * @part: what was used of what was planned; 1 is all of it
 *
 * Draws a bar, and where more was used than planned the whole of it with a
 * notch where the plan ends.
 */
void
ik_report_pdf_draw_bar (IkReportPdf    *self,
                        const IkPdfBox *box,
                        double          part)
{
  IkPdfBox used = *box;
  IkPdfBox notch = *box;

  ik_pdf_canvas_fill (self->canvas, box, IK_PDF_COLOUR_RULE);
  used.width *= CLAMP (part, 0, 1);
  ik_pdf_canvas_fill (self->canvas, &used, IK_PDF_COLOUR_ACCENT);

  if (part > 1)
    {
      notch.x += box->width / part;
      notch.width = 1.5;
      ik_pdf_canvas_fill (self->canvas, &notch, IK_PDF_COLOUR_PAPER);
    }
}

/**
 * ik_report_pdf_put_notes:
 * @self: a report
 * @x: where the times begin
 * @text_x: where the words begin
 * @notes: (element-type IkReportNote): paragraphs
 *
 * Puts notes with their times beside them.
 */
void
ik_report_pdf_put_notes (IkReportPdf *self,
                         double       x,
                         double       text_x,
                         GPtrArray   *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const IkReportNote *note = notes->pdata[i];
      IkPdfCell cells[] = {
        { x, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL, text_x - x, note->time),
          "Lbl", NULL },
        { text_x, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, self->width - text_x,
                                         note->text),
          "LBody", NULL },
      };

      ik_pdf_flow_skip (self->flow, i > 0 ? 3 : 1);
      ik_pdf_flow_put_row (self->flow, "LI", cells, G_N_ELEMENTS (cells));
    }
}

static void
draw_page_numbers (IkReportPdf *self)
{
  for (guint i = 0; i < self->page_places->len; i++)
    {
      const IkReportPlace *place = &g_array_index (self->page_places, IkReportPlace, i);
      const IkReportSpan *span = &g_array_index (self->spans, IkReportSpan, i);
      g_autofree char *number = g_strdup_printf ("%u", span->first + 1);

      ik_pdf_canvas_select_page (self->canvas, place->page);
      ik_pdf_canvas_use_mark (self->canvas, "TD", place->mark);
      ik_report_sheet_draw_text_right (self->sheet, place->right, place->y, number);
    }
}

/* A reader who opens the report in the middle sees where it is. */
static void
draw_continuations (IkReportPdf *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const IkReportSpan *span = &g_array_index (self->spans, IkReportSpan, i);
      g_autofree char *text = g_strdup_printf (_("%u, continued"), i + 1);

      for (guint page = span->first + 1; page <= span->last; page++)
        {
          ik_pdf_canvas_select_page (self->canvas, page);
          ik_report_sheet_draw_text (self->sheet, IK_PDF_STYLE_SMALL, 0, IK_REPORT_SHEET_TOP,
                                     text);
        }
    }
}

/**
 * ik_report_pdf_draw_places:
 * @self: a report that is on paper
 *
 * Writes what is known only now: on which page each question begins, and which
 * one goes on where a page begins.
 */
void
ik_report_pdf_draw_places (IkReportPdf *self)
{
  draw_page_numbers (self);
  draw_continuations (self);
}

/**
 * ik_report_pdf_put:
 * @self: a report
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Puts all of it below what is on the sheet already.
 *
 * Returns: whether it was not cancelled
 */
gboolean
ik_report_pdf_put (IkReportPdf   *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  guint n_questions = ik_report_pdf_has_questions (self) ? self->document->n_questions : 0;

  ik_report_pdf_put_summary (self);

  if (n_questions > 0)
    {
      if (self->part == 0)
        ik_pdf_canvas_add_outline (self->canvas, _("Questions"), "question-1", FALSE);
      ik_pdf_flow_need (self->flow, MIN_FIRST_ROOM);
      ik_pdf_flow_skip (self->flow, 10);
    }

  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr(IkReportQuestion) question = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      question = ik_report_document_make_question (self->document, i);
      ik_report_pdf_put_question (self, question);
      ik_pdf_typesetter_forget (self->type);
    }

  if (self->document->has_signature)
    ik_report_sheet_put_signature (self->sheet, self->document->interviewer);
  return TRUE;
}

static gboolean
finish (IkReportPdf            *self,
        const IkReportOptions  *options,
        GError                **error)
{
  const IkReportDocument *document = self->document;
  g_autofree char *title = g_strdup_printf (_("Interview report: %s"), document->candidate);
  IkPdfMetadata metadata = {
    .title = title,
    .author = document->interviewer,
    .subject = document->role,
    .language = document->language,
    .created_at_us = options->created_at_us,
  };
  IkReportFrame frame = {
    .name = document->candidate,
    .date = document->date,
    .footer = _("Interview report, internal: for the people who decide"),
    .is_draft = document->is_draft,
    .options = options,
  };

  ik_report_pdf_draw_places (self);
  ik_report_sheet_draw_frames (self->sheet, &frame);

  return ik_pdf_canvas_finish (self->canvas, &metadata, error);
}

/**
 * ik_report_write_pdf:
 * @document: what to say
 * @options: page size and time of creation
 * @output: (nullable): where to; %NULL only where the pages are shown
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Returns: whether all of it was written or shown
 */
gboolean
ik_report_write_pdf (const IkReportDocument  *document,
                     const IkReportOptions   *options,
                     GOutputStream           *output,
                     GCancellable            *cancellable,
                     GError                 **error)
{
  g_autoptr(IkReportSheet) sheet = ik_report_sheet_new (options, output);
  g_autoptr(IkReportPdf) self = ik_report_pdf_new (sheet, document);

  ik_pdf_canvas_begin_tag (sheet->canvas, "Document");
  if (!ik_report_pdf_put (self, cancellable, error))
    return FALSE;

  ik_pdf_canvas_end_tag (sheet->canvas);
  return finish (self, options, error);
}
