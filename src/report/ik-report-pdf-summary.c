#include "ik-report-pdf-private.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>

#define N_FACT_COLUMNS 4
#define MAX_FACT_LINES 4

/* A label and so many lines. */
#define MAX_FACT_HEIGHT 70.0
#define MAX_NAME_LINES 3
#define PANEL_PADDING 14.0
#define PANEL_HEIGHT 78.0
#define PANEL_BAR_Y 61.0
#define FIGURE_HEIGHT 23.0 /* one line of IK_PDF_STYLE_FIGURE */
#define CELL_GAP 12.0
#define MARK_SIZE 11.0
#define MARK_GAP 3.0
#define BAR_HEIGHT 4.0

/* Columns of the table of competencies, from the left edge of the area. */
#define NAME_WIDTH 150.0
#define BAR_X 164.0
#define RIGHT_WIDTH 92.0

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

static char *
get_summary_target (IkReportPdf *self)
{
  return self->part > 0 ? g_strdup_printf ("interview-%u", self->part) : g_strdup ("summary");
}

static char *
make_kind (IkReportPdf *self)
{
  if (self->part == 0)
    return g_strdup (_("Interview report"));

  return g_strdup_printf (_("Interview %u of %u"), self->part, self->n_parts);
}

/* In a packet, which is about one candidate, a report is that of its interviewer. */
static void
put_title (IkReportPdf *self)
{
  const IkReportDocument *document = self->document;
  double width = self->part > 0 ? self->width : ik_report_sheet_draw_logo (self->sheet);
  g_autofree char *kind_words = make_kind (self);
  g_autofree char *target = get_summary_target (self);
  IkPdfParagraph *kind = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL_STRONG, width,
                                                kind_words);
  g_autofree char *subject = NULL;

  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (self->flow, 0, "P", kind);
  ik_pdf_canvas_begin_target (self->canvas, target);
  ik_pdf_flow_put (self->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (self->type, IK_PDF_STYLE_TITLE, width,
                                                MAX_NAME_LINES,
                                                self->part > 0 ? document->interviewer
                                                               : document->candidate));
  ik_pdf_canvas_end_tag (self->canvas);

  if (*document->set_title != '\0')
    subject = g_strdup_printf ("%s · %s", document->role, document->set_title);
  else
    subject = g_strdup (document->role);
  if (*subject != '\0')
    ik_pdf_flow_put (self->flow, 0, "P",
                     ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, width, subject));

  ik_pdf_flow_skip (self->flow, 12);
  ik_pdf_flow_rule (self->flow, IK_PDF_COLOUR_ACCENT, 1);
  ik_pdf_flow_skip (self->flow, 10);
}

/* Read out with its label, whatever stands beside it. Returns where it ends. */
static double
place_fact (IkReportPdf        *self,
            const IkReportFact *fact,
            double              x,
            double              y,
            double              width)
{
  y += ik_pdf_flow_place (self->flow, x, y, "P",
                          set_line (self, IK_PDF_STYLE_LABEL, width, fact->label));

  return y + ik_pdf_flow_place (self->flow, x, y, "P",
                                ik_pdf_typesetter_set_short (self->type, IK_PDF_STYLE_BODY, width,
                                                             MAX_FACT_LINES, fact->value));
}

static void
put_facts (IkReportPdf *self)
{
  GPtrArray *facts = self->document->facts;
  double column = self->width / N_FACT_COLUMNS;

  for (guint i = 0; i < facts->len; i += N_FACT_COLUMNS)
    {
      guint n = MIN (N_FACT_COLUMNS, facts->len - i);
      double y;
      double end;

      ik_pdf_flow_need (self->flow, MAX_FACT_HEIGHT);
      y = end = ik_pdf_flow_get_y (self->flow);
      for (guint j = 0; j < n; j++)
        {
          double fact_end = place_fact (self, facts->pdata[i + j], j * column, y, column - 10);

          end = MAX (end, fact_end);
        }
      ik_pdf_flow_skip_to (self->flow, ik_pdf_canvas_get_n_pages (self->canvas), end + 7);
    }
}

/* One check or cross, two at an end of the scale where there is more between, none in
 * its middle: the word says it as well. */
static guint
count_marks (const IkReportDocument *document)
{
  guint level = document->recommendation_level;
  guint n_levels = document->n_recommendation_levels;

  if (level == 0 || 2 * level == n_levels + 1)
    return 0;

  return n_levels > 3 && (level == 1 || level == n_levels) ? 2 : 1;
}

static double
get_marks_width (const IkReportDocument *document)
{
  guint n_marks = count_marks (document);

  return n_marks > 0 ? n_marks * (MARK_SIZE + MARK_GAP) + 5 : 0;
}

static void
draw_marks (IkReportPdf *self,
            double       x,
            double       y)
{
  const IkReportDocument *document = self->document;
  gboolean is_yes = 2 * document->recommendation_level > document->n_recommendation_levels + 1;

  for (guint i = 0; i < count_marks (document); i++)
    {
      IkPdfBox box = { self->left + x + i * (MARK_SIZE + MARK_GAP), y, MARK_SIZE, MARK_SIZE };

      ik_pdf_canvas_draw_shape (self->canvas, is_yes ? IK_PDF_SHAPE_CHECK : IK_PDF_SHAPE_CROSS,
                                &box, IK_PDF_COLOUR_ACCENT);
    }
}

/* Where the recommendation stands between the lowest level and the highest. */
static void
draw_recommendation_scale (IkReportPdf *self,
                           double       x,
                           double       y,
                           double       width)
{
  guint n_levels = self->document->n_recommendation_levels;
  double step = (width + 3) / n_levels;

  for (guint i = 0; i < n_levels; i++)
    {
      gboolean is_chosen = self->document->recommendation_level == i + 1;
      IkPdfBox box = { self->left + x + i * step, y, step - 3, BAR_HEIGHT };

      ik_pdf_canvas_fill (self->canvas, &box,
                          is_chosen ? IK_PDF_COLOUR_ACCENT : IK_PDF_COLOUR_RULE);
    }
}

/* A label and a figure; returns where the next line goes. */
static double
place_figure (IkReportPdf    *self,
              const IkPdfBox *cell,
              double          indent,
              const char     *label,
              IkPdfParagraph *figure)
{
  double y = cell->y + 11;

  y += ik_pdf_flow_place (self->flow, cell->x, y, "P",
                          set_line (self, IK_PDF_STYLE_LABEL, cell->width, label));
  y += ik_pdf_flow_place (self->flow, cell->x + indent, y, "P", figure);

  return y;
}

/* The words of a company's own scale may be long: then they are smaller, and the panel
 * grows. */
static IkPdfParagraph *
set_recommendation (IkReportPdf *self,
                    double       width)
{
  const char *words = self->document->recommendation;
  IkPdfParagraph *figure = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_FIGURE, width, words);

  return figure->lines->len == 1
         ? figure : ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_STRONG, width, words);
}

static void
place_recommendation (IkReportPdf    *self,
                      const IkPdfBox *cell,
                      IkPdfParagraph *words)
{
  double bar_y = cell->y + cell->height - (PANEL_HEIGHT - PANEL_BAR_Y);

  draw_marks (self, cell->x, cell->y + 29);
  place_figure (self, cell, get_marks_width (self->document), _("Recommendation"), words);
  draw_recommendation_scale (self, cell->x, bar_y, MIN (cell->width - 20, 160));
}

static void
place_mean (IkReportPdf    *self,
            const IkPdfBox *cell)
{
  g_autofree char *counts = g_strdup_printf (_("%s rated"), self->document->mean_counts);
  double y = place_figure (self, cell, 0, _("Mean rating"),
                           set_line (self, IK_PDF_STYLE_FIGURE, cell->width, self->document->mean));

  ik_pdf_flow_place (self->flow, cell->x, y, "P",
                     set_line (self, IK_PDF_STYLE_SMALL, cell->width, counts));
}

static void
place_time (IkReportPdf    *self,
            const IkPdfBox *cell)
{
  const IkReportDocument *document = self->document;
  double y = place_figure (self, cell, 0, _("Time used"),
                           set_line (self, IK_PDF_STYLE_FIGURE, cell->width, document->used));
  g_autofree char *slot = NULL;
  IkPdfBox bar = { self->left + cell->x, cell->y + PANEL_BAR_Y, cell->width, BAR_HEIGHT };

  if (document->slot_ms <= 0)
    return;

  slot = g_strdup_printf (_("of %s planned"), document->slot);
  ik_pdf_flow_place (self->flow, cell->x, y, "P",
                     set_line (self, IK_PDF_STYLE_SMALL, cell->width, slot));
  ik_report_pdf_draw_bar (self, &bar, (double) document->used_ms / (double) document->slot_ms);
}

static void
put_verdict (IkReportPdf *self)
{
  double y;
  double inner = self->width - 2 * PANEL_PADDING;
  IkPdfParagraph *words = set_recommendation (self, inner * 0.5 - CELL_GAP -
                                              get_marks_width (self->document));
  double height = PANEL_HEIGHT + MAX (words->height - FIGURE_HEIGHT, 0);
  IkPdfBox panel = { self->left, 0, self->width, height };
  IkPdfBox cell = { PANEL_PADDING, 0, inner * 0.5, height };

  ik_pdf_flow_skip (self->flow, 5);
  ik_pdf_flow_need (self->flow, height);
  y = panel.y = cell.y = ik_pdf_flow_get_y (self->flow);
  ik_pdf_canvas_fill (self->canvas, &panel, IK_PDF_COLOUR_SHADE);

  place_recommendation (self, &cell, words);
  cell.x += cell.width;
  cell.width = inner * 0.25;
  place_mean (self, &cell);
  cell.x += cell.width;
  place_time (self, &cell);

  ik_pdf_flow_skip_to (self->flow, ik_pdf_canvas_get_n_pages (self->canvas), y + height);
}

static void
put_summary_text (IkReportPdf *self)
{
  GPtrArray *summary = self->document->summary;

  if (summary->len == 0)
    return;

  ik_report_sheet_put_heading (self->sheet, _("Summary"), 42);
  for (guint i = 0; i < summary->len; i++)
    {
      if (i > 0)
        ik_pdf_flow_skip (self->flow, 5);
      put (self, "P", IK_PDF_STYLE_BODY, summary->pdata[i]);
    }
}

/* Where a value stands on its scale, with a step of the bar for each level. */
static double
get_part (const IkReportScale *scale,
          double               value)
{
  int low;
  int high;

  if (scale->values->len == 0)
    return 0;

  low = g_array_index (scale->values, int, 0);
  high = g_array_index (scale->values, int, scale->values->len - 1);

  return CLAMP ((value - low + 1) / (high - low + 1), 0, 1);
}

/* The bar is the competency's own rating, the diamond the mean of its answers. */
static void
draw_competency_bar (IkReportPdf              *self,
                     const IkReportCompetency *competency,
                     const IkPdfBox           *track)
{
  const IkReportScale *scale = &competency->scale;
  IkPdfBox bar = *track;

  ik_pdf_canvas_fill (self->canvas, track, IK_PDF_COLOUR_RULE);
  if (scale->rating != IK_RATING_NONE)
    {
      bar.width = track->width * get_part (scale, scale->rating);
      ik_pdf_canvas_fill (self->canvas, &bar, IK_PDF_COLOUR_ACCENT);
    }

  for (guint i = 0; i + 1 < scale->values->len; i++)
    {
      double part = get_part (scale, g_array_index (scale->values, int, i));
      IkPdfBox gap = { track->x + track->width * part - 0.5, track->y, 1, track->height };

      ik_pdf_canvas_fill (self->canvas, &gap, IK_PDF_COLOUR_PAPER);
    }

  if (competency->n_rated > 0)
    {
      double size = track->height + 3;
      IkPdfBox mark = { track->x + track->width * get_part (scale, competency->mean) - size / 2,
                        track->y - 1.5, size, size };

      ik_pdf_canvas_draw_shape (self->canvas, IK_PDF_SHAPE_DIAMOND, &mark, IK_PDF_COLOUR_INK);
    }
}

static double
get_bar_width (IkReportPdf *self)
{
  return self->width - 2 * RIGHT_WIDTH - BAR_X - 18;
}

static void
put_competency (IkReportPdf              *self,
                const IkReportCompetency *competency)
{
  double rating_x = self->width - 2 * RIGHT_WIDTH;
  double mean_x = self->width - RIGHT_WIDTH;
  IkPdfBox track = { self->left + BAR_X, 0, get_bar_width (self), 7 };
  IkPdfCell cells[] = {
    { 0, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, NAME_WIDTH, competency->name),
      "TD", NULL },
    { rating_x, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_STRONG, RIGHT_WIDTH - 8,
                                       competency->rating), "TD", NULL },
    { mean_x, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, RIGHT_WIDTH,
                                     competency->mean_text), "TD", NULL },
  };

  if (competency->scale.rating == IK_RATING_NONE)
    cells[1].paragraph = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, RIGHT_WIDTH - 8,
                                                competency->rating);

  ik_pdf_flow_need (self->flow, MAX (cells[0].paragraph->height, cells[1].paragraph->height));
  track.y = ik_pdf_flow_get_y (self->flow) + 4;
  draw_competency_bar (self, competency, &track);
  ik_pdf_flow_put_row (self->flow, "TR", cells, G_N_ELEMENTS (cells));
  ik_pdf_flow_skip (self->flow, 4);
}

static gboolean
has_values_of (const IkReportScale *scale,
               const IkReportScale *other)
{
  if (scale->values->len != other->values->len)
    return FALSE;

  for (guint i = 0; i < scale->values->len; i++)
    {
      if (g_array_index (scale->values, int, i) != g_array_index (other->values, int, i))
        return FALSE;
    }

  return TRUE;
}

/* The numbers of the scale, one above each step of the bars, where all have
 * the same. */
static void
place_scale (IkReportPdf *self,
             double       y)
{
  GPtrArray *competencies = self->document->competencies;
  const IkReportScale *scale = &((IkReportCompetency *) competencies->pdata[0])->scale;
  double width = get_bar_width (self);
  double x = BAR_X;

  for (guint i = 1; i < competencies->len; i++)
    {
      if (!has_values_of (&((IkReportCompetency *) competencies->pdata[i])->scale, scale))
        return;
    }

  ik_pdf_canvas_begin_decoration (self->canvas);
  for (guint i = 0; i < scale->values->len; i++)
    {
      int value = g_array_index (scale->values, int, i);
      g_autofree char *text = g_strdup_printf ("%d", value);
      double end = BAR_X + width * get_part (scale, value);
      IkPdfParagraph *number = set_line (self, IK_PDF_STYLE_LABEL, end - x, text);

      ik_pdf_flow_place (self->flow, x + (end - x - number->width) / 2, y, NULL, number);
      x = end;
    }
  ik_pdf_canvas_end_tag (self->canvas);
}

/* What the two parts of a bar mean, each beside its own mark. */
static void
put_competency_head (IkReportPdf *self)
{
  double rating_x = self->width - 2 * RIGHT_WIDTH;
  double mean_x = self->width - RIGHT_WIDTH;
  double y = ik_pdf_flow_get_y (self->flow) + 5;
  IkPdfBox bar = { self->left + rating_x, y + 3.5, 9, 5 };
  IkPdfBox diamond = { self->left + mean_x, y + 2, 8, 8 };

  ik_pdf_flow_put (self->flow, 0, "H2",
                   ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_HEADING, BAR_X,
                                          _("Competencies")));
  ik_pdf_canvas_fill (self->canvas, &bar, IK_PDF_COLOUR_ACCENT);
  ik_pdf_canvas_draw_shape (self->canvas, IK_PDF_SHAPE_DIAMOND, &diamond, IK_PDF_COLOUR_INK);

  ik_pdf_canvas_begin_tag (self->canvas, "Table");
  ik_pdf_canvas_begin_tag (self->canvas, "TR");
  place_scale (self, y);
  ik_pdf_flow_place (self->flow, rating_x + 13, y, "TH",
                     set_line (self, IK_PDF_STYLE_LABEL, RIGHT_WIDTH - 20, _("Own rating")));
  ik_pdf_flow_place (self->flow, mean_x + 12, y, "TH",
                     set_line (self, IK_PDF_STYLE_LABEL, RIGHT_WIDTH - 12, _("Mean of answers")));
  ik_pdf_canvas_end_tag (self->canvas);
  ik_pdf_flow_skip (self->flow, 4);
}

static void
put_competencies (IkReportPdf *self)
{
  GPtrArray *competencies = self->document->competencies;

  if (competencies->len == 0)
    return;

  ik_pdf_flow_skip (self->flow, 18);
  ik_pdf_flow_need (self->flow, 24 + 3 * 18);
  put_competency_head (self);
  for (guint i = 0; i < competencies->len; i++)
    put_competency (self, competencies->pdata[i]);
  ik_pdf_canvas_end_tag (self->canvas);
}

static void
put_note_list (IkReportPdf *self,
               const char  *title,
               GPtrArray   *notes,
               double       text_x)
{
  if (notes->len == 0)
    return;

  ik_report_sheet_put_heading (self->sheet, title, 28);
  ik_report_pdf_put_notes (self, 0, text_x, notes);
}

static void
put_findings (IkReportPdf *self,
              const char  *title,
              GPtrArray   *lines)
{
  if (lines->len == 0)
    return;

  ik_report_sheet_put_heading (self->sheet, title, 28);
  ik_report_sheet_put_lines (self->sheet, lines);
}

/**
 * ik_report_pdf_put_summary:
 * @self: a report
 *
 * Puts what a reader needs in the first minute: who, when, the recommendation,
 * the mean, the time, the summary with strengths and concerns, the competencies,
 * general notes.
 */
void
ik_report_pdf_put_summary (IkReportPdf *self)
{
  g_autofree char *target = get_summary_target (self);

  ik_pdf_canvas_add_outline (self->canvas, self->part > 0 ? self->document->interviewer
                                                          : _("Summary"), target, FALSE);
  ik_pdf_canvas_begin_tag (self->canvas, "Sect");
  put_title (self);
  put_facts (self);
  if (!(self->document->without & IK_REPORT_PART_RECOMMENDATION))
    put_verdict (self);
  put_summary_text (self);
  put_findings (self, _("Strengths"), self->document->strengths);
  put_findings (self, _("Concerns"), self->document->concerns);
  put_competencies (self);
  ik_report_pdf_put_overview (self);
  ik_report_pdf_put_timeline (self);
  put_note_list (self, _("General notes"), self->document->notes, 36);
  put_note_list (self, _("Opened again after it was handed in"), self->document->reopenings,
                 IK_REPORT_MAIN_X);
  ik_pdf_canvas_end_tag (self->canvas);
}
