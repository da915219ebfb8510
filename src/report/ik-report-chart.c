#include "ik-report-chart.h"

#include <glib/gi18n.h>
#include <math.h>

/* Forms and shades that keep apart in grey: a light track, a dark bar, a diamond in
 * ink with a light edge. */
#define RANGE_HEIGHT 4.0
#define MEAN_SIZE 9.0
#define EDGE 1.0
#define PLAN_WIDTH 1.5
#define MIN_RANGE 3.0

static double
get_step (const IkPdfBox *track,
          const IkRubric *scale)
{
  return track->width / scale->levels->len;
}

/* Levels have a step each, and stand in the middle of theirs. */
static double
get_x (const IkPdfBox *track,
       const IkRubric *scale,
       double          value)
{
  double level = CLAMP (ik_rubric_compute_level (scale, value), 0, scale->levels->len - 1.0);

  return track->x + (level + 0.5) * get_step (track, scale);
}

static char *
format_value (double value)
{
  return fabs (value - round (value)) < 0.05 ? g_strdup_printf ("%.0f", value)
                                             : g_strdup_printf ("%.1f", value);
}

/**
 * ik_report_range_format:
 * @self: a range on a scale with levels
 *
 * Returns: (transfer full): what its figure shows, in words
 */
char *
ik_report_range_format (const IkReportRange *self)
{
  GPtrArray *levels = self->scale->levels;
  int first = ((IkRubricLevel *) levels->pdata[0])->value;
  int last = ((IkRubricLevel *) levels->pdata[levels->len - 1])->value;
  g_autofree char *low = format_value (self->lowest);
  g_autofree char *high = format_value (self->highest);
  g_autofree char *mean = format_value (self->mean);

  if (g_str_equal (low, high))
    /* Translators: a rating, and the first and the last level of its scale. */
    return g_strdup_printf (_("%s on a scale from %d to %d"), low, first, last);

  /* Translators: the lowest and the highest of several ratings and their mean, and the
   * first and the last level of their scale. */
  return g_strdup_printf (_("From %s to %s, mean %s, on a scale from %d to %d"), low, high, mean,
                          first, last);
}

/**
 * ik_report_range_draw:
 * @y: upper edge of the row
 * @user_data: (type IkReportRange): a range
 *
 * Draws a bar from the lowest to the highest rating and a diamond for their mean.
 */
void
ik_report_range_draw (double        y,
                      gconstpointer user_data)
{
  const IkReportRange *self = user_data;
  IkPdfCanvas *canvas = self->sheet->canvas;
  IkPdfBox track = { self->track.x, y + self->track.y, self->track.width, self->track.height };
  double middle = track.y + track.height / 2;
  double from = get_x (&track, self->scale, self->lowest);
  double to = get_x (&track, self->scale, self->highest);
  IkPdfBox bar = { from, middle - RANGE_HEIGHT / 2, to - from, RANGE_HEIGHT };
  IkPdfBox mark = { get_x (&track, self->scale, self->mean) - MEAN_SIZE / 2,
                    middle - MEAN_SIZE / 2, MEAN_SIZE, MEAN_SIZE };
  IkPdfBox edge = { mark.x - EDGE, mark.y - EDGE, MEAN_SIZE + 2 * EDGE, MEAN_SIZE + 2 * EDGE };

  ik_pdf_canvas_fill (canvas, &track, IK_PDF_COLOUR_RULE);
  for (guint i = 1; i < self->scale->levels->len; i++)
    {
      IkPdfBox gap = { track.x + i * get_step (&track, self->scale) - 0.5, track.y, 1,
                       track.height };

      ik_pdf_canvas_fill (canvas, &gap, IK_PDF_COLOUR_PAPER);
    }

  if (bar.width >= MIN_RANGE)
    ik_pdf_canvas_fill (canvas, &bar, IK_PDF_COLOUR_ACCENT);
  ik_pdf_canvas_draw_shape (canvas, IK_PDF_SHAPE_DIAMOND, &edge, IK_PDF_COLOUR_PAPER);
  ik_pdf_canvas_draw_shape (canvas, IK_PDF_SHAPE_DIAMOND, &mark, IK_PDF_COLOUR_INK);
}

/**
 * ik_report_chart_place_scale:
 * @sheet: where
 * @track: where the bars will stand, with the upper edge of the numbers as its own
 * @scale: what the bars show
 *
 * Writes the values of the levels above the steps of the bars.
 */
void
ik_report_chart_place_scale (const IkReportSheet *sheet,
                             const IkPdfBox      *track,
                             const IkRubric      *scale)
{
  double step = get_step (track, scale);

  for (guint i = 0; i < scale->levels->len; i++)
    {
      const IkRubricLevel *level = scale->levels->pdata[i];
      g_autofree char *text = g_strdup_printf ("%d", level->value);
      IkPdfParagraph *number = ik_pdf_typesetter_set_line (sheet->type, IK_PDF_STYLE_LABEL, step,
                                                           text);
      double x = track->x + (i + 0.5) * step - number->width / 2;

      ik_pdf_flow_place (sheet->flow, x - sheet->left, track->y, NULL, number);
    }
}

/**
 * ik_report_time_draw:
 * @y: upper edge of the row
 * @user_data: (type IkReportTime): a time
 *
 * Draws a dark bar for what was used on a light one for what was planned, with a
 * line where the plan ends.
 */
void
ik_report_time_draw (double        y,
                     gconstpointer user_data)
{
  const IkReportTime *self = user_data;
  IkPdfCanvas *canvas = self->sheet->canvas;
  IkPdfBox track = { self->track.x, y + self->track.y, self->track.width, self->track.height };
  IkPdfBox plan = track;
  IkPdfBox bar = track;
  IkPdfBox end = track;

  plan.width = track.width * CLAMP (self->planned, 0, 1);
  ik_pdf_canvas_fill (canvas, &plan, IK_PDF_COLOUR_RULE);
  bar.y += track.height / 4;
  bar.height = track.height / 2;
  bar.width = track.width * CLAMP (self->used, 0, 1);
  ik_pdf_canvas_fill (canvas, &bar, IK_PDF_COLOUR_ACCENT);
  end.x += MAX (plan.width - PLAN_WIDTH, 0);
  end.width = PLAN_WIDTH;
  end.y -= 1.5;
  end.height += 3;
  ik_pdf_canvas_fill (canvas, &end, IK_PDF_COLOUR_INK);
}

/**
 * ik_report_chart_place_key:
 * @sheet: where
 * @track: where the words stand, on the page at hand
 *
 * Says what the marks of a range mean.
 */
void
ik_report_chart_place_key (const IkReportSheet *sheet,
                           const IkPdfBox      *track)
{
  IkPdfBox bar = { track->x, track->y + 4, 14, RANGE_HEIGHT };
  IkPdfBox mark = { track->x + track->width / 2, track->y + 1.5, MEAN_SIZE, MEAN_SIZE };
  double left = track->x - sheet->left;

  ik_pdf_canvas_fill (sheet->canvas, &bar, IK_PDF_COLOUR_ACCENT);
  ik_pdf_canvas_draw_shape (sheet->canvas, IK_PDF_SHAPE_DIAMOND, &mark, IK_PDF_COLOUR_INK);
  ik_pdf_flow_place (sheet->flow, left + 19, track->y, "P",
                     ik_pdf_typesetter_set_line (sheet->type, IK_PDF_STYLE_LABEL,
                                                 track->width / 2 - 24,
                                                 _("From the lowest to the highest")));
  ik_pdf_flow_place (sheet->flow, left + track->width / 2 + 14, track->y, "P",
                     ik_pdf_typesetter_set_line (sheet->type, IK_PDF_STYLE_LABEL,
                                                 track->width / 2 - 14, _("Mean")));
}
