#include "ik-report-pdf-private.h"
#include "ik-report-question.h"

#include <glib/gi18n.h>

/* Columns of the table, from the right edge of the area. */
#define NUMBER_WIDTH 22.0
#define OUTCOME_X 216.0
#define RATING_X 136.0
#define TIME_X 62.0
#define PAGE_X 22.0
#define ROW_GAP 1.5

static IkPdfParagraph *
set_line (IkReportPdf *self,
          IkPdfStyle   style,
          double       width,
          const char  *text)
{
  return ik_pdf_typesetter_set_line (self->type, style, width, text);
}

static void
put (IkReportPdf *self,
     const char  *tag,
     IkPdfStyle   style,
     const char  *text)
{
  ik_pdf_flow_put (self->flow, 0, tag,
                   ik_pdf_typesetter_set (self->type, style, self->width, text));
}

static void
put_head (IkReportPdf *self)
{
  double right = self->width;
  IkPdfCell cells[] = {
    { 0, set_line (self, IK_PDF_STYLE_LABEL, NUMBER_WIDTH, C_("column", "No.")), "TH", NULL },
    { NUMBER_WIDTH, set_line (self, IK_PDF_STYLE_LABEL, 80, _("Question")), "TH", NULL },
    { right - OUTCOME_X, set_line (self, IK_PDF_STYLE_LABEL, 76, _("Outcome")), "TH", NULL },
    { right - RATING_X, set_line (self, IK_PDF_STYLE_LABEL, 60, _("Rating")), "TH", NULL },
    { right - TIME_X, set_line (self, IK_PDF_STYLE_LABEL, 34, _("Min")), "TH", NULL },
    { right - PAGE_X, set_line (self, IK_PDF_STYLE_LABEL, PAGE_X, _("Page")), "TH", NULL },
  };

  /* Pages only where the questions are. */
  ik_pdf_flow_put_row (self->flow, "TR", cells,
                       G_N_ELEMENTS (cells) - (ik_report_pdf_has_questions (self) ? 0 : 1));
  ik_pdf_flow_skip (self->flow, 2);
}

/* The number of the page is written once it is known; it is read out here. */
static void
put_page_cell (IkReportPdf *self,
               double       y)
{
  IkReportPlace place = {
    .page = ik_pdf_canvas_get_n_pages (self->canvas) - 1,
    .right = self->width,
    .y = y,
  };

  ik_pdf_canvas_begin_tag (self->canvas, "TD");
  place.mark = ik_pdf_canvas_reserve_mark (self->canvas);
  ik_pdf_canvas_end_tag (self->canvas);
  g_array_append_val (self->page_places, place);
}

static void
put_row (IkReportPdf *self,
         guint        index)
{
  g_autoptr(IkReportQuestion) question = ik_report_document_make_row (self->document, index);
  double right = self->width;
  g_autofree char *number = g_strdup_printf ("%u", question->number);
  g_autofree char *target = ik_report_pdf_get_target (self, question);
  g_autofree char *used = NULL;
  IkPdfCell cells[] = {
    { 0, set_line (self, IK_PDF_STYLE_SMALL, NUMBER_WIDTH, number), "TD", NULL },
    { NUMBER_WIDTH, set_line (self, IK_PDF_STYLE_SMALL, right - OUTCOME_X - NUMBER_WIDTH - 12,
                              question->prompt->text), "TD",
      ik_report_pdf_has_questions (self) ? target : NULL },
    { right - OUTCOME_X, set_line (self, IK_PDF_STYLE_SMALL, 76, question->outcome), "TD", NULL },
    { right - RATING_X, set_line (self, question->scale.rating != IK_RATING_NONE
                                  ? IK_PDF_STYLE_SMALL_STRONG : IK_PDF_STYLE_SMALL, 70,
                                  question->rating != NULL ? question->rating : "–"), "TD", NULL },
    { right - TIME_X, NULL, "TD", NULL },
  };
  IkPdfParagraph *prompt = (IkPdfParagraph *) cells[1].paragraph;
  double y;

  used = question->time != NULL
         ? g_strdup_printf ("%" G_GINT64_FORMAT, (question->used_ms + 30000) / 60000)
         : g_strdup ("–");
  cells[4].paragraph = set_line (self, IK_PDF_STYLE_SMALL, 36, used);
  prompt->colour = question->is_asked ? IK_PDF_COLOUR_INK : IK_PDF_COLOUR_MUTED;

  ik_pdf_flow_rule (self->flow, IK_PDF_COLOUR_RULE, 0.4);
  ik_pdf_flow_skip (self->flow, ROW_GAP);
  ik_pdf_canvas_begin_tag (self->canvas, "TR");
  y = ik_pdf_flow_get_y (self->flow);
  ik_pdf_flow_put_row (self->flow, NULL, cells, G_N_ELEMENTS (cells));
  if (ik_report_pdf_has_questions (self))
    put_page_cell (self, y);
  ik_pdf_canvas_end_tag (self->canvas);
  ik_pdf_flow_skip (self->flow, ROW_GAP);
}

static char *
format_outcomes (const IkReportDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < document->outcomes->len; i++)
    {
      const IkReportFact *fact = document->outcomes->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? "  ·  " : "", fact->value, fact->label);
    }

  return g_string_free (text, FALSE);
}

/**
 * ik_report_pdf_put_overview:
 * @self: a report
 *
 * Puts the questions as a table that leads to each of them.
 */
void
ik_report_pdf_put_overview (IkReportPdf *self)
{
  g_autofree char *outcomes = format_outcomes (self->document);
  double row_height = 11.5 + 2 * ROW_GAP;

  if (self->document->n_questions == 0 || self->document->without & IK_REPORT_PART_OVERVIEW)
    return;

  ik_pdf_flow_skip (self->flow, 16);
  ik_pdf_flow_need (self->flow, 50 + 3 * row_height);
  put (self, "H2", IK_PDF_STYLE_HEADING, _("Questions"));
  put (self, "P", IK_PDF_STYLE_SMALL, outcomes);
  ik_pdf_flow_skip (self->flow, 5);
  ik_pdf_canvas_begin_tag (self->canvas, "Table");
  put_head (self);

  for (guint i = 0; i < self->document->n_questions; i++)
    {
      if (!ik_pdf_flow_has_room (self->flow, row_height))
        {
          ik_pdf_flow_break (self->flow);
          put_head (self);
        }
      put_row (self, i);
      ik_pdf_typesetter_forget (self->type);
    }

  ik_pdf_canvas_end_tag (self->canvas);
}
