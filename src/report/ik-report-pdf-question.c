#include "ik-report-pdf-private.h"

#include <glib/gi18n.h>

#define TIME_WIDTH 36.0
#define MARK_WIDTH 13.0
#define MARK_SIZE 6.5
#define LEVEL_SIZE 15.0
#define GAP 6.0

/* The number of a question stands a little higher than its words. */
#define FIGURE_RISE 5.0
#define TIME_BAR_ROOM 7.0
#define MAX_SIDE_LINES 3

/* Of a label and the gap above it. */
#define LABEL_HEIGHT 18.0

/* A prompt up to this height is not torn. */
#define MAX_WHOLE_PROMPT 120.0

static double
get_main_width (IkReportPdf *self)
{
  return self->width - IK_REPORT_MAIN_X;
}

static IkPdfParagraph *
set_main (IkReportPdf *self,
          IkPdfStyle   style,
          const char  *text)
{
  return ik_pdf_typesetter_set (self->type, style, get_main_width (self), text);
}

static IkPdfParagraph *
set_side (IkReportPdf *self,
          IkPdfStyle   style,
          const char  *text)
{
  return ik_pdf_typesetter_set_short (self->type, style, IK_REPORT_SIDE_WIDTH, MAX_SIDE_LINES,
                                      text);
}

/* The facts beside a question, from top to bottom. */
static GPtrArray *
make_side (IkReportPdf            *self,
           const IkReportQuestion *question)
{
  GPtrArray *side = g_ptr_array_new ();
  g_autofree char *number = g_strdup_printf ("%u", question->number);
  IkPdfParagraph *figure = set_side (self, IK_PDF_STYLE_FIGURE, number);

  figure->colour = question->is_asked ? IK_PDF_COLOUR_ACCENT : IK_PDF_COLOUR_MUTED;
  g_ptr_array_add (side, figure);
  g_ptr_array_add (side, set_side (self, IK_PDF_STYLE_SMALL_STRONG, question->outcome));
  if (question->time != NULL)
    g_ptr_array_add (side, set_side (self, IK_PDF_STYLE_SMALL, question->time));
  if (question->competency != NULL)
    g_ptr_array_add (side, set_side (self, IK_PDF_STYLE_SMALL, question->competency));
  for (guint i = 0; i < question->marks->len; i++)
    g_ptr_array_add (side, set_side (self, IK_PDF_STYLE_SMALL, question->marks->pdata[i]));

  return side;
}

static double
measure_side (GPtrArray *side)
{
  double height = TIME_BAR_ROOM;

  for (guint i = 0; i < side->len; i++)
    height += ((IkPdfParagraph *) side->pdata[i])->height;

  return height;
}

/* Returns where the facts end. */
static double
place_side (IkReportPdf            *self,
            const IkReportQuestion *question,
            GPtrArray              *side)
{
  double y = ik_pdf_flow_get_y (self->flow) - FIGURE_RISE;

  for (guint i = 0; i < side->len; i++)
    {
      y += ik_pdf_flow_place (self->flow, 0, y, "P", side->pdata[i]);

      /* The bar belongs to the time, which follows figure and outcome. */
      if (i == 2 && question->time != NULL && question->planned_ms > 0)
        {
          IkPdfBox bar = { self->left, y + 2, 64, 3 };

          ik_report_pdf_draw_bar (self, &bar,
                                  (double) question->used_ms / (double) question->planned_ms);
          y += TIME_BAR_ROOM;
        }
    }

  return y;
}

/* @next_height: of what has to stand below it, where that is more than usual */
static void
put_label (IkReportPdf *self,
           const char  *text,
           double       next_height)
{
  IkPdfParagraph *label = set_main (self, IK_PDF_STYLE_LABEL, text);

  ik_pdf_flow_skip (self->flow, GAP);
  ik_pdf_flow_need (self->flow, label->height + MAX (next_height, IK_REPORT_SHEET_MIN_NEXT));
  ik_pdf_flow_put (self->flow, IK_REPORT_MAIN_X, "P", label);
}

static void
put_labelled (IkReportPdf *self,
              const char  *label,
              const char  *text)
{
  IkPdfParagraph *paragraph = set_main (self, IK_PDF_STYLE_BODY, text);

  put_label (self, label, ik_pdf_paragraph_measure_head (paragraph));
  ik_pdf_flow_put (self->flow, IK_REPORT_MAIN_X, "P", paragraph);
}

/* The levels of the scale as boxes with their values, the chosen one dark:
 * that reads without colour. The words beside say it to who can't see it. */
static double
draw_levels (IkReportPdf         *self,
             const IkReportScale *scale,
             double               y)
{
  double x = IK_REPORT_MAIN_X;

  ik_pdf_canvas_begin_decoration (self->canvas);
  for (guint i = 0; i < scale->values->len; i++)
    {
      int value = g_array_index (scale->values, int, i);
      gboolean is_chosen = value == scale->rating;
      g_autofree char *text = g_strdup_printf ("%d", value);
      IkPdfParagraph *number = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL_STRONG, 40,
                                                      text);
      double width = MAX (LEVEL_SIZE, number->width + 6);
      IkPdfBox box = { self->left + x, y, width, LEVEL_SIZE };

      if (is_chosen)
        ik_pdf_canvas_fill (self->canvas, &box, IK_PDF_COLOUR_ACCENT);
      else
        ik_pdf_canvas_draw_shape (self->canvas, IK_PDF_SHAPE_FRAME, &box, IK_PDF_COLOUR_RULE);

      number->colour = is_chosen ? IK_PDF_COLOUR_PAPER : IK_PDF_COLOUR_MUTED;
      ik_pdf_flow_place (self->flow, x + (width - number->width) / 2,
                         y + (LEVEL_SIZE - number->height) / 2, NULL, number);
      x += width + 3;
    }

  ik_pdf_canvas_end_tag (self->canvas);
  return x + 6;
}

static void
put_rating (IkReportPdf            *self,
            const IkReportQuestion *question)
{
  gboolean is_rated = question->scale.rating != IK_RATING_NONE;
  double x = IK_REPORT_MAIN_X;
  IkPdfParagraph *rating;

  if (question->rating == NULL)
    return;

  put_label (self, _("Rating"), 0);
  ik_pdf_flow_skip (self->flow, 2);
  if (is_rated)
    x = draw_levels (self, &question->scale, ik_pdf_flow_get_y (self->flow));

  rating = ik_pdf_typesetter_set (self->type, is_rated ? IK_PDF_STYLE_STRONG : IK_PDF_STYLE_BODY,
                                  self->width - x, question->rating);
  ik_pdf_flow_put (self->flow, x, "P", rating);

  if (question->anchor != NULL)
    {
      IkPdfParagraph *anchor = set_main (self, IK_PDF_STYLE_SMALL, question->anchor);

      ik_pdf_flow_skip (self->flow, 3);
      ik_pdf_flow_put (self->flow, IK_REPORT_MAIN_X, "P", anchor);
    }
}

static IkPdfParagraph *
set_tick (IkReportPdf        *self,
          const IkReportTick *tick,
          double              x)
{
  g_autoptr(IkRichText) text = NULL;
  g_autofree char *words = NULL;

  if (tick->side != IK_INDICATOR_RED_FLAG)
    return ik_pdf_typesetter_set_rich (self->type, IK_PDF_STYLE_BODY, self->width - x, tick->text);

  /* Translators: before an indicator that speaks against a candidate. */
  words = g_strdup_printf (_("Red flag: %s"), tick->text->text);
  text = ik_rich_text_new_plain (words);
  return ik_pdf_typesetter_set_rich (self->type, IK_PDF_STYLE_BODY, self->width - x, text);
}

static void
put_ticks (IkReportPdf            *self,
           const IkReportQuestion *question)
{
  double text_x = IK_REPORT_MAIN_X + TIME_WIDTH + MARK_WIDTH;

  if (question->ticks->len > 0)
    put_label (self, _("Heard"), 0);

  for (guint i = 0; i < question->ticks->len; i++)
    {
      const IkReportTick *tick = question->ticks->pdata[i];
      IkPdfCell cells[] = {
        { IK_REPORT_MAIN_X,
          ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL, TIME_WIDTH, tick->time),
          "Lbl", NULL },
        { text_x, set_tick (self, tick, text_x), "LBody", NULL },
      };
      IkPdfBox mark = { self->left + IK_REPORT_MAIN_X + TIME_WIDTH, 0, MARK_SIZE, MARK_SIZE };

      ik_pdf_flow_skip (self->flow, 1);
      ik_pdf_flow_need (self->flow, MIN (cells[1].paragraph->height, IK_REPORT_SHEET_MIN_NEXT));
      mark.y = ik_pdf_flow_get_y (self->flow) + 4;
      ik_pdf_canvas_draw_shape (self->canvas, tick->side == IK_INDICATOR_RED_FLAG
                                ? IK_PDF_SHAPE_FLAG : IK_PDF_SHAPE_CHECK,
                                &mark, IK_PDF_COLOUR_ACCENT);
      ik_pdf_flow_put_row (self->flow, "LI", cells, G_N_ELEMENTS (cells));
    }
}

static void
put_record (IkReportPdf            *self,
            const IkReportQuestion *question)
{
  put_rating (self, question);

  if (*question->evidence != '\0')
    put_labelled (self, _("Evidence"), question->evidence);

  put_ticks (self, question);

  if (question->notes->len > 0)
    {
      put_label (self, _("Notes"), 0);
      ik_report_pdf_put_notes (self, IK_REPORT_MAIN_X, IK_REPORT_MAIN_X + TIME_WIDTH,
                               question->notes);
    }
}

static void
put_section (IkReportPdf *self,
             const char  *title,
             double       next_height)
{
  IkPdfParagraph *heading = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_HEADING, self->width,
                                                   title);

  ik_pdf_flow_skip (self->flow, 22);
  next_height += 6;
  ik_pdf_flow_need (self->flow, heading->height + next_height);
  ik_pdf_flow_put_heading (self->flow, 0, "H2", heading, next_height);
  ik_pdf_flow_skip (self->flow, 6);
}

/* What has to stand below a prompt on the same page: nothing where there is
 * nothing. */
static double
measure_below (IkReportPdf            *self,
               const IkReportQuestion *question)
{
  gboolean has_record = question->rating != NULL || *question->evidence != '\0' ||
                        question->ticks->len > 0 || question->notes->len > 0;

  if (*question->asked_as == '\0' && question->is_asked && question->details->len > 0)
    return ik_report_sheet_measure_blocks (self->sheet, IK_REPORT_MAIN_X, question->details, 0);
  if (*question->asked_as == '\0' && question->is_asked && question->sub_questions->len > 0)
    return IK_REPORT_SHEET_MIN_NEXT + GAP;

  return *question->asked_as != '\0' || has_record ? LABEL_HEIGHT + IK_REPORT_SHEET_MIN_NEXT : 0;
}

static void
put_prompt (IkReportPdf            *self,
            const IkReportQuestion *question,
            const IkPdfParagraph   *prompt,
            double                  next_height)
{
  g_autofree char *target = ik_report_pdf_get_target (self, question);
  g_autofree char *title = g_strdup_printf ("%u. %s", question->number, question->prompt->text);

  ik_pdf_canvas_add_outline (self->canvas, title, target, TRUE);
  ik_pdf_canvas_begin_target (self->canvas, target);
  ik_pdf_flow_put_heading (self->flow, IK_REPORT_MAIN_X, "H3", prompt, next_height);
  ik_pdf_canvas_end_tag (self->canvas);
  if (*question->asked_as != '\0')
    put_labelled (self, _("Asked in other words"), question->asked_as);
}

static double
measure_prompt (const IkPdfParagraph *prompt)
{
  return prompt->height <= MAX_WHOLE_PROMPT ? prompt->height
                                            : ik_pdf_paragraph_measure_head (prompt);
}

/**
 * ik_report_pdf_put_question:
 * @self: a report
 * @question: the next question
 *
 * Puts one question with all that was recorded about it. Of a question that
 * was not asked the prompt is enough: details that nobody heard tell nothing
 * about the candidate.
 */
void
ik_report_pdf_put_question (IkReportPdf            *self,
                            const IkReportQuestion *question)
{
  IkPdfStyle style = question->is_asked ? IK_PDF_STYLE_PROMPT : IK_PDF_STYLE_BODY;
  IkPdfParagraph *prompt = ik_pdf_typesetter_set_rich (self->type, style, get_main_width (self),
                                                       question->prompt);
  g_autoptr(GPtrArray) side = make_side (self, question);
  double below = measure_below (self, question);
  double height = MAX (measure_side (side), measure_prompt (prompt) + below);
  double side_end;
  IkReportSpan span;

  if (question->section != NULL)
    put_section (self, question->section, height + 10);
  else
    ik_pdf_flow_skip (self->flow, 12);

  ik_pdf_flow_need (self->flow, height + 10);
  ik_pdf_flow_rule (self->flow, IK_PDF_COLOUR_RULE, 0.5);
  ik_pdf_flow_skip_to (self->flow, ik_pdf_canvas_get_n_pages (self->canvas),
                       ik_pdf_flow_get_y (self->flow) + 10);

  ik_pdf_canvas_begin_tag (self->canvas, "Sect");
  span.first = ik_pdf_canvas_get_n_pages (self->canvas) - 1;
  side_end = place_side (self, question, side);
  put_prompt (self, question, prompt, below);

  if (question->is_asked)
    {
      ik_report_sheet_put_blocks (self->sheet, IK_REPORT_MAIN_X, question->details);
      ik_report_sheet_put_numbered (self->sheet, IK_REPORT_MAIN_X, question->sub_questions);
    }
  put_record (self, question);
  ik_pdf_flow_skip_to (self->flow, span.first + 1, side_end);
  ik_pdf_canvas_end_tag (self->canvas);

  span.last = ik_pdf_canvas_get_n_pages (self->canvas) - 1;
  g_array_append_val (self->spans, span);
}
