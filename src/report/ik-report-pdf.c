#include "ik-report-pdf.h"

#include "ik-report-pdf-private.h"

#include <glib/gi18n.h>

/* Points */
#define MARGIN 56.0
#define TOP 62.0
#define BOTTOM 62.0
#define HEADER_Y 30.0
#define FOOTER_Y 38.0

/* With less room below the summary, the questions begin on a page of their own. */
#define MIN_FIRST_ROOM 280.0

static const struct
{
  double width;
  double height;
} page_sizes[] = {
  [IK_PAGE_SIZE_A4] = { 210 * 72 / 25.4, 297 * 72 / 25.4 },
  [IK_PAGE_SIZE_LETTER] = { 8.5 * 72, 11 * 72 },
};

/**
 * ik_report_pdf_get_target:
 * @question: a question
 *
 * Returns: (transfer full): the name that links to it use
 */
char *
ik_report_pdf_get_target (const IkReportQuestion *question)
{
  return g_strdup_printf ("question-%u", question->number);
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

static void
draw_text (IkReportPdf *self,
           IkPdfStyle   style,
           double       x,
           double       y,
           const char  *text)
{
  ik_pdf_flow_place (self->flow, x, y, NULL,
                     ik_pdf_typesetter_set_line (self->type, style, self->width * 0.7, text));
}

static void
draw_text_right (IkReportPdf *self,
                 double       right,
                 double       y,
                 const char  *text)
{
  IkPdfParagraph *paragraph = ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_SMALL,
                                                          self->width / 2, text);

  ik_pdf_flow_place (self->flow, right - paragraph->width, y, NULL, paragraph);
}

/* A frame and a word, on every page. */
static double
draw_draft_mark (IkReportPdf *self)
{
  IkPdfParagraph *paragraph = ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_SMALL_STRONG,
                                                          self->width / 2,
                                                          _("Draft – not handed in"));
  IkPdfBox frame = { self->left + self->width - paragraph->width - 12, HEADER_Y - 3,
                     paragraph->width + 12, paragraph->height + 6 };

  ik_pdf_canvas_draw_shape (self->canvas, IK_PDF_SHAPE_FRAME, &frame, IK_PDF_COLOUR_INK);
  ik_pdf_flow_place (self->flow, self->width - paragraph->width - 6, HEADER_Y, NULL, paragraph);

  return frame.width + 10;
}

static void
draw_page_frame (IkReportPdf *self,
                 guint        page,
                 double       page_height)
{
  const IkReportDocument *document = self->document;
  guint n_pages = ik_pdf_canvas_get_n_pages (self->canvas);
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);
  double right = self->width;

  ik_pdf_canvas_select_page (self->canvas, page);
  if (document->is_draft)
    right -= draw_draft_mark (self);

  if (page > 0)
    {
      draw_text (self, IK_PDF_STYLE_SMALL_STRONG, 0, HEADER_Y, document->candidate);
      draw_text_right (self, right, HEADER_Y, document->date);
    }

  draw_text (self, IK_PDF_STYLE_SMALL, 0, page_height - FOOTER_Y,
             _("Interview report, internal: for the people who decide"));
  draw_text_right (self, self->width, page_height - FOOTER_Y, number);
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
      draw_text_right (self, place->right, place->y, number);
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
          draw_text (self, IK_PDF_STYLE_SMALL, 0, TOP, text);
        }
    }
}

static gboolean
put_document (IkReportPdf   *self,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray *questions = self->document->questions;

  ik_pdf_canvas_begin_tag (self->canvas, "Document");
  ik_report_pdf_put_summary (self);

  if (questions->len > 0)
    {
      ik_pdf_canvas_add_outline (self->canvas, _("Questions"), "question-1", FALSE);
      ik_pdf_flow_need (self->flow, MIN_FIRST_ROOM);
      ik_pdf_flow_skip (self->flow, 10);
    }

  for (guint i = 0; i < questions->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      ik_report_pdf_put_question (self, questions->pdata[i]);
    }

  ik_pdf_canvas_end_tag (self->canvas);
  return TRUE;
}

static GBytes *
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

  draw_page_numbers (self);
  draw_continuations (self);
  for (guint i = 0; i < ik_pdf_canvas_get_n_pages (self->canvas); i++)
    draw_page_frame (self, i, page_sizes[options->page_size].height);

  return ik_pdf_canvas_finish (self->canvas, &metadata, error);
}

/**
 * ik_report_render_pdf:
 * @document: what to say
 * @options: page size and time of creation
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with an error
 */
GBytes *
ik_report_render_pdf (const IkReportDocument  *document,
                      const IkReportOptions   *options,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  double page_width = page_sizes[options->page_size].width;
  double page_height = page_sizes[options->page_size].height;
  IkPdfBox area = { MARGIN, TOP, page_width - 2 * MARGIN, page_height - TOP - BOTTOM };
  g_autoptr(IkPdfCanvas) canvas = ik_pdf_canvas_new (page_width, page_height);
  g_autoptr(IkPdfTypesetter) type = ik_pdf_typesetter_new (ik_pdf_canvas_get_context (canvas));
  g_autoptr(IkPdfFlow) flow = ik_pdf_flow_new (canvas, &area);
  g_autoptr(GArray) page_places = g_array_new (FALSE, FALSE, sizeof (IkReportPlace));
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (IkReportSpan));
  IkReportPdf self = {
    .document = document,
    .canvas = canvas,
    .type = type,
    .flow = flow,
    .left = area.x,
    .width = area.width,
    .page_places = page_places,
    .spans = spans,
  };

  if (!put_document (&self, cancellable, error))
    return NULL;

  return finish (&self, options, error);
}
