#include "ik-report-pdf-private.h"
#include "ik-report-question.h"

#include <glib/gi18n.h>

/* From the left edge of the area; the lane ends before the times. */
#define NUMBER_WIDTH 22.0
#define LANE_X 170.0
#define TIME_WIDTH 74.0

#define BAR_HEIGHT 7.0
#define PLAN_HEIGHT 1.5
#define MARK_SIZE 4.5
#define ROW_GAP 2.0
#define MIN_BAR_WIDTH 0.8

/* The figure says with forms what it says: full for a question, light for quiet
 * time, hollow for a pause, a thin line below for what was planned, a diamond
 * for a rating, a dash for a note. Everything but the places stands in words
 * beside it, and the places in its alternative text. */

static IkPdfBox
get_box (IkReportPdf *self,
         gint64       from_ms,
         gint64       to_ms,
         double       y,
         double       height)
{
  const IkTimeline *timeline = self->document->timeline->timeline;
  double axis_ms = (double) MAX (MAX (timeline->length_ms, timeline->slot_ms), 1);
  double width = self->width - LANE_X - TIME_WIDTH;
  double from = width * MIN ((double) from_ms / axis_ms, 1);
  double to = width * MIN ((double) to_ms / axis_ms, 1);
  IkPdfBox box = { self->left + LANE_X + from, y, MAX (to - from, MIN_BAR_WIDTH), height };

  return box;
}

static void
draw_span (IkReportPdf          *self,
           const IkTimelineSpan *span,
           double                y)
{
  IkPdfBox box = get_box (self, span->from_ms, span->to_ms, y, BAR_HEIGHT);

  switch (span->kind)
    {
    case IK_TIMELINE_QUESTION:
      ik_pdf_canvas_fill (self->canvas, &box, IK_PDF_COLOUR_ACCENT);
      break;

    case IK_TIMELINE_QUIET:
      ik_pdf_canvas_fill (self->canvas, &box, IK_PDF_COLOUR_TINT);
      break;

    case IK_TIMELINE_PAUSE:
    case IK_TIMELINE_INTERRUPTION:
      ik_pdf_canvas_draw_shape (self->canvas, IK_PDF_SHAPE_FRAME, &box, IK_PDF_COLOUR_MUTED);
      break;
    }
}

static void
draw_moment (IkReportPdf            *self,
             const IkTimelineMoment *moment,
             double                  y)
{
  IkPdfBox box = get_box (self, moment->at_ms, moment->at_ms, y, MARK_SIZE);

  if (moment->kind == IK_TIMELINE_RATING)
    {
      box.x -= MARK_SIZE / 2;
      box.width = MARK_SIZE;
      ik_pdf_canvas_draw_shape (self->canvas, IK_PDF_SHAPE_DIAMOND, &box, IK_PDF_COLOUR_INK);
    }
  else if (moment->kind == IK_TIMELINE_NOTE)
    ik_pdf_canvas_fill (self->canvas, &box, IK_PDF_COLOUR_INK);
}

static void
draw_plan (IkReportPdf              *self,
           const IkTimelineQuestion *question,
           double                    y)
{
  IkPdfBox box;

  if (question->first_ms < 0 || question->planned_ms == 0)
    return;

  box = get_box (self, question->first_ms, question->first_ms + question->planned_ms, y,
                 PLAN_HEIGHT);
  ik_pdf_canvas_fill (self->canvas, &box, IK_PDF_COLOUR_INK);
}

static void
draw_slot_end (IkReportPdf *self,
               double       y,
               double       height)
{
  const IkTimeline *timeline = self->document->timeline->timeline;
  IkPdfBox box = get_box (self, timeline->slot_ms, timeline->slot_ms, y, height);

  if (timeline->slot_ms != 0 && timeline->length_ms > timeline->slot_ms)
    ik_pdf_canvas_fill (self->canvas, &box, IK_PDF_COLOUR_INK);
}

static void
draw_lane (IkReportPdf *self,
           guint        index,
           double       y,
           double       height)
{
  const IkTimeline *timeline = self->document->timeline->timeline;
  double plan_y = y + BAR_HEIGHT + 1;
  IkPdfBox ground = { self->left + LANE_X, y, self->width - LANE_X - TIME_WIDTH, BAR_HEIGHT };

  ik_pdf_canvas_fill (self->canvas, &ground, IK_PDF_COLOUR_SHADE);
  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);

      if (span->item == index)
        draw_span (self, span, y);
    }
  draw_plan (self, &g_array_index (timeline->questions, IkTimelineQuestion, index), plan_y);
  for (guint i = 0; i < timeline->moments->len; i++)
    {
      const IkTimelineMoment *moment = &g_array_index (timeline->moments, IkTimelineMoment, i);

      if (moment->item == index)
        draw_moment (self, moment, plan_y + PLAN_HEIGHT + 1);
    }
  draw_slot_end (self, y, height);
}

static void
put_lane (IkReportPdf *self,
          guint        index,
          double       y,
          double       height)
{
  const IkReportCourse *course = self->document->timeline->courses->pdata[index];
  g_autofree char *text = *course->places != '\0'
                          /* Translators: times such as "0:05 to 3:10, 8:00 to 9:10" */
                          ? g_strdup_printf (_("Where its time was: %s"), course->places)
                          : g_strdup (_("It had no time"));

  ik_pdf_canvas_begin_tag (self->canvas, "TD");
  ik_pdf_canvas_begin_figure (self->canvas, text);
  draw_lane (self, index, y, height);
  ik_pdf_canvas_end_tag (self->canvas);
  ik_pdf_canvas_end_tag (self->canvas);
}

static void
put_row (IkReportPdf *self,
         guint        index)
{
  g_autoptr(IkReportQuestion) question = ik_report_document_make_row (self->document, index);
  const IkReportCourse *course = self->document->timeline->courses->pdata[index];
  g_autofree char *number = g_strdup_printf ("%u", question->number);
  double words_width = LANE_X - NUMBER_WIDTH - 12;
  double time_x = self->width - TIME_WIDTH + 10;
  IkPdfParagraph *marks = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_LABEL, words_width,
                                                 course->marks);
  IkPdfCell cells[] = {
    { 0, ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_SMALL, NUMBER_WIDTH, number),
      "TD", NULL },
    { NUMBER_WIDTH, ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_SMALL, words_width,
                                                question->prompt->text), "TD", NULL },
    { time_x, ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_SMALL, TIME_WIDTH - 10,
                                          course->time), "TD", NULL },
  };
  IkPdfCell mark_cells[] = { { NUMBER_WIDTH, marks, "TD", NULL } };
  double height = MAX (cells[1].paragraph->height + (*course->marks != '\0' ? marks->height : 0),
                       BAR_HEIGHT + PLAN_HEIGHT + MARK_SIZE + 4);
  double y;

  ik_pdf_flow_need (self->flow, height + ROW_GAP);
  y = ik_pdf_flow_get_y (self->flow);
  ik_pdf_canvas_begin_tag (self->canvas, "TR");
  put_lane (self, index, y + 2, height);
  ik_pdf_flow_put_row (self->flow, NULL, cells, G_N_ELEMENTS (cells));
  if (*course->marks != '\0')
    ik_pdf_flow_put_row (self->flow, NULL, mark_cells, G_N_ELEMENTS (mark_cells));
  ik_pdf_canvas_end_tag (self->canvas);
  ik_pdf_flow_skip_to (self->flow, ik_pdf_canvas_get_n_pages (self->canvas), y + height + ROW_GAP);
}

/**
 * ik_report_pdf_put_timeline:
 * @self: a report
 *
 * Puts how the interview went, question by question, where that is known.
 */
void
ik_report_pdf_put_timeline (IkReportPdf *self)
{
  const IkReportTimeline *timeline = self->document->timeline;

  if (timeline == NULL || self->document->n_questions == 0)
    return;

  ik_pdf_flow_skip (self->flow, 18);
  ik_pdf_flow_need (self->flow, 110);
  ik_pdf_flow_put (self->flow, 0, "H2",
                   ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_HEADING, self->width,
                                          _("How it went")));
  ik_pdf_flow_put (self->flow, 0, "P",
                   ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL, self->width,
                                          timeline->summary));
  ik_pdf_flow_put (self->flow, 0, "P",
                   ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_LABEL, self->width,
                                          _("Each bar lies where its time was, the line below it "
                                            "is what was planned. Light: quiet time. Hollow: "
                                            "paused. Dash: note. Diamond: rating. Line across: end "
                                            "of the slot.")));
  ik_pdf_flow_skip (self->flow, 6);

  ik_pdf_canvas_begin_tag (self->canvas, "Table");
  for (guint i = 0; i < self->document->n_questions; i++)
    {
      put_row (self, i);
      ik_pdf_typesetter_forget (self->type);
    }
  ik_pdf_canvas_end_tag (self->canvas);
}
