#include "ik-comparison-report.h"

#include "ik-comparison-words.h"
#include "ik-report-chart.h"
#include "ik-report-output.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_TITLE_LINES 3
#define MAX_NAME_LINES 2
#define COLUMN_GAP 10.0
#define ROW_GAP 3.0

/* Columns of the overview, from the left edge; the last one takes the rest. */
#define RECOMMENDATION_X 140.0
#define MEAN_X 260.0
#define INTERVIEWS_X 345.0

/* Columns of a chart. */
#define BAR_X 140.0
#define BAR_WIDTH 150.0
#define BAR_HEIGHT 7.0
#define NUMBER_X 305.0
#define REMARK_X 390.0

typedef struct
{
  const IkComparison    *comparison;
  IkReportSheet         *sheet;
  const IkReportOptions *options;
} ComparisonPdf;

static IkPdfParagraph *
set (const ComparisonPdf *self,
     IkPdfStyle           style,
     double               width,
     const char          *text)
{
  return ik_pdf_typesetter_set (self->sheet->type, style, width, text);
}

static IkPdfParagraph *
set_name (const ComparisonPdf   *self,
          const IkComparisonRow *row)
{
  return ik_pdf_typesetter_set_short (self->sheet->type, IK_PDF_STYLE_STRONG,
                                      BAR_X - COLUMN_GAP, MAX_NAME_LINES,
                                      row->entry->candidate_name);
}

static void
put (const ComparisonPdf *self,
     IkPdfStyle           style,
     const char          *text)
{
  ik_pdf_flow_put (self->sheet->flow, 0, "P", set (self, style, self->sheet->width, text));
}

static guint
count_interviews (const IkComparison *comparison)
{
  guint n = 0;

  for (guint i = 0; i < comparison->entries->len; i++)
    n += ((IkComparisonEntry *) comparison->entries->pdata[i])->interviews->len;

  return n;
}

static void
put_title (const ComparisonPdf *self)
{
  IkReportSheet *sheet = self->sheet;
  guint n = count_interviews (self->comparison);
  g_autofree char *what = g_strdup_printf (ngettext ("By %u interview that was handed in",
                                                     "By %u interviews that were handed in", n), n);
  double width = ik_report_sheet_draw_logo (sheet);
  IkPdfParagraph *kind = set (self, IK_PDF_STYLE_SMALL_STRONG, width,
                              _("Comparison of candidates"));

  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (sheet->flow, 0, "P", kind);
  ik_pdf_canvas_add_outline (sheet->canvas, _("Overview"), "overview", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "overview");
  ik_pdf_flow_put (sheet->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (sheet->type, IK_PDF_STYLE_TITLE, width,
                                                MAX_TITLE_LINES, self->comparison->role));
  ik_pdf_canvas_end_tag (sheet->canvas);
  put (self, IK_PDF_STYLE_BODY, what);
  put (self, IK_PDF_STYLE_SMALL,
       self->options->redacts_names
       ? _("In an order that says nothing. Means are of what was rated and say of how many; a "
           "recommendation is no part of them.")
       : _("In the order of the names. Means are of what was rated and say of how many; a "
           "recommendation is no part of them."));
  ik_pdf_flow_skip (sheet->flow, 10);
  ik_pdf_flow_rule (sheet->flow, IK_PDF_COLOUR_ACCENT, 1);
  ik_pdf_flow_skip (sheet->flow, 12);
}

/* Overview ---------------------------------------------------------------- */

static void
put_overview_head (const ComparisonPdf *self)
{
  double width = self->sheet->width;
  IkPdfCell cells[] = {
    { 0, set (self, IK_PDF_STYLE_LABEL, RECOMMENDATION_X - COLUMN_GAP, _("Candidate")), "TH", NULL },
    { RECOMMENDATION_X, set (self, IK_PDF_STYLE_LABEL, MEAN_X - RECOMMENDATION_X - COLUMN_GAP,
                             _("Recommendations")), "TH", NULL },
    { MEAN_X, set (self, IK_PDF_STYLE_LABEL, INTERVIEWS_X - MEAN_X - COLUMN_GAP,
                   _("Mean of answers")), "TH", NULL },
    { INTERVIEWS_X, set (self, IK_PDF_STYLE_LABEL, width - INTERVIEWS_X, _("Interviews")), "TH",
      NULL },
  };

  ik_pdf_flow_put_row (self->sheet->flow, "TR", cells, G_N_ELEMENTS (cells));
  ik_pdf_flow_skip (self->sheet->flow, 3);
}

/* The first line as the head of those below. */
static IkPdfParagraph *
set_words (const ComparisonPdf *self,
           double               width,
           const char          *head,
           const char          *below)
{
  g_autofree char *words = *below != '\0' ? g_strdup_printf ("%s\n%s", head, below)
                                          : g_strdup (head);
  g_autoptr(IkRichText) text = ik_rich_text_new_plain (words);
  IkRichSpan strong = { IK_RICH_SPAN_STRONG, 0, (guint) strlen (head) };

  g_array_append_val (text->spans, strong);
  return ik_pdf_typesetter_set_rich (self->sheet->type, IK_PDF_STYLE_BODY, width, text);
}

static double
measure (const IkPdfCell *cells,
         guint            n_cells)
{
  double height = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      if (cells[i].paragraph != NULL)
        height = MAX (height, cells[i].paragraph->height);
    }

  return height;
}

static void
put_overview_row (const ComparisonPdf   *self,
                  const IkComparisonRow *row)
{
  IkReportSheet *sheet = self->sheet;
  g_autofree char *recommendations = ik_comparison_format_recommendations (row);
  g_autofree char *knock_outs = ik_comparison_format_knock_outs (row);
  g_autofree char *mean = ik_report_format_mean (&row->mean);
  g_autofree char *counts = ik_comparison_format_answers (row);
  g_autofree char *interviews = ik_comparison_format_interviews (row);
  IkPdfCell cells[] = {
    { 0, set_name (self, row), "TD", NULL },
    { RECOMMENDATION_X, set (self, IK_PDF_STYLE_BODY, MEAN_X - RECOMMENDATION_X - COLUMN_GAP,
                             recommendations), "TD", NULL },
    { MEAN_X, set_words (self, INTERVIEWS_X - MEAN_X - COLUMN_GAP, mean, counts), "TD", NULL },
    { INTERVIEWS_X, *knock_outs != '\0' ? set_words (self, sheet->width - INTERVIEWS_X, knock_outs,
                                                     interviews)
                                        : set (self, IK_PDF_STYLE_BODY,
                                               sheet->width - INTERVIEWS_X, interviews), "TD",
      NULL },
  };

  if (!ik_pdf_flow_has_room (sheet->flow, measure (cells, G_N_ELEMENTS (cells)) + 2 * ROW_GAP))
    {
      ik_pdf_flow_break (sheet->flow);
      put_overview_head (self);
    }
  ik_pdf_flow_rule (sheet->flow, IK_PDF_COLOUR_RULE, 0.5);
  ik_pdf_flow_skip (sheet->flow, ROW_GAP);
  ik_pdf_flow_put_row (sheet->flow, "TR", cells, G_N_ELEMENTS (cells));
  ik_pdf_flow_skip (sheet->flow, ROW_GAP);
}

static void
put_overview (const ComparisonPdf *self)
{
  ik_pdf_canvas_begin_tag (self->sheet->canvas, "Table");
  put_overview_head (self);
  for (guint i = 0; i < self->comparison->rows->len; i++)
    put_overview_row (self, self->comparison->rows->pdata[i]);
  ik_pdf_canvas_end_tag (self->sheet->canvas);
}

/* Charts ------------------------------------------------------------------ */

/* A bar stands in the middle of its row's first line. */
static IkPdfBox
make_track (const ComparisonPdf *self)
{
  IkPdfBox track = { self->sheet->left + BAR_X, 3.5, BAR_WIDTH, BAR_HEIGHT };

  return track;
}

static void
put_chart_row (const ComparisonPdf *self,
               const IkPdfCell     *cells,
               guint                n_cells)
{
  ik_pdf_flow_need (self->sheet->flow, measure (cells, n_cells) + 2 * ROW_GAP);
  ik_pdf_flow_rule (self->sheet->flow, IK_PDF_COLOUR_RULE, 0.4);
  ik_pdf_flow_skip (self->sheet->flow, ROW_GAP);
  ik_pdf_flow_put_row (self->sheet->flow, "TR", cells, n_cells);
  ik_pdf_flow_skip (self->sheet->flow, ROW_GAP);
}

static char *
format_remark (const IkComparisonCell *cell)
{
  g_autofree char *range = ik_comparison_format_range (cell);
  g_autofree char *missing = ik_comparison_format_missing (cell);
  const char *disagree = cell->spread.verdict == IK_PANEL_DISAGREE ? _("Disagreement") : "";
  g_autoptr(GString) text = g_string_new (range);

  if (*disagree != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", disagree);
  if (*missing != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", missing);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
put_cell (const ComparisonPdf   *self,
          const IkComparisonRow *row,
          guint                  index)
{
  const IkComparisonCell *cell = ik_comparison_row_get_cell (row, index);
  g_autofree char *mean = ik_comparison_format_mean (cell);
  g_autofree char *counts = ik_comparison_format_counts (cell);
  g_autofree char *remark = format_remark (cell);
  g_autofree char *number = g_strdup_printf ("%s %s", mean, counts);
  IkReportRange range = {
    self->sheet, make_track (self), cell->scale, cell->spread.lowest, cell->spread.highest,
    cell->mean,
  };
  g_autofree char *words = cell->scale != NULL ? ik_report_range_format (&range) : NULL;
  IkPdfFigure figure = { words, ik_report_range_draw, &range };
  IkPdfCell cells[] = {
    { 0, set_name (self, row), "TD", NULL },
    { BAR_X, set (self, IK_PDF_STYLE_BODY, BAR_WIDTH, ""), "TD", NULL,
      cell->scale != NULL ? &figure : NULL },
    { NUMBER_X, set (self, IK_PDF_STYLE_BODY, REMARK_X - NUMBER_X - COLUMN_GAP,
                     cell->n_of > 0 ? number : "–"), "TD", NULL },
    { REMARK_X, set (self, IK_PDF_STYLE_SMALL, self->sheet->width - REMARK_X, remark), "TD", NULL },
  };

  put_chart_row (self, cells, G_N_ELEMENTS (cells));
}

/* The scale that all bars of a competency are on, NULL where there are several. */
static const IkRubric *
find_scale (const IkComparison *comparison,
            guint               index)
{
  const IkRubric *scale = NULL;

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const IkComparisonCell *cell = ik_comparison_row_get_cell (comparison->rows->pdata[i], index);

      if (cell->scale == NULL)
        continue;
      if (scale != NULL && !ik_rubric_has_values_of (scale, cell->scale))
        return NULL;
      scale = cell->scale;
    }

  return scale;
}

static void
put_competency (const ComparisonPdf *self,
                guint                index)
{
  IkReportSheet *sheet = self->sheet;
  const char *name = ik_comparison_get_competency (self->comparison, index);
  const IkRubric *scale = find_scale (self->comparison, index);
  g_autofree char *target = g_strdup_printf ("competency-%u", index + 1);
  IkPdfParagraph *heading = set (self, IK_PDF_STYLE_PROMPT, sheet->width, name);
  IkPdfBox track;

  ik_pdf_flow_skip (sheet->flow, 12);
  ik_pdf_flow_need (sheet->flow, heading->height + 14 + 3 * 20);
  ik_pdf_canvas_add_outline (sheet->canvas, name, target, TRUE);
  ik_pdf_canvas_begin_target (sheet->canvas, target);
  ik_pdf_flow_put (sheet->flow, 0, "H3", heading);
  ik_pdf_canvas_end_tag (sheet->canvas);

  track = make_track (self);
  track.y += ik_pdf_flow_get_y (sheet->flow) - 2;
  if (scale != NULL)
    ik_report_chart_place_scale (sheet, &track, scale);
  ik_pdf_flow_skip (sheet->flow, 13);
  ik_pdf_canvas_begin_tag (sheet->canvas, "Table");
  for (guint i = 0; i < self->comparison->rows->len; i++)
    put_cell (self, self->comparison->rows->pdata[i], index);
  ik_pdf_canvas_end_tag (sheet->canvas);
}

static void
put_competencies (const ComparisonPdf *self)
{
  IkReportSheet *sheet = self->sheet;
  guint n = ik_comparison_get_n_competencies (self->comparison);
  IkPdfBox key = { sheet->left, 0, sheet->width * 0.7, 12 };

  if (n == 0)
    return;

  ik_pdf_canvas_add_outline (sheet->canvas, _("Competencies"), "competency-1", FALSE);
  ik_report_sheet_put_heading (sheet, _("Competencies"), 100);
  put (self, IK_PDF_STYLE_SMALL,
       _("Each interview counts once: with the rating it gave the competency, or else with the "
         "mean of its answers about it."));
  ik_pdf_flow_skip (sheet->flow, 2);
  key.y = ik_pdf_flow_get_y (sheet->flow);
  ik_report_chart_place_key (sheet, &key);
  ik_pdf_flow_skip (sheet->flow, key.height);
  for (guint i = 0; i < n; i++)
    put_competency (self, i);
}

static void
put_time (const ComparisonPdf   *self,
          const IkComparisonRow *row,
          double                 axis_ms)
{
  g_autofree char *time = ik_comparison_format_time (row);
  IkReportTime bar = {
    self->sheet, make_track (self), (double) row->used_ms / axis_ms,
    (double) row->planned_ms / axis_ms,
  };
  IkPdfFigure figure = { time, ik_report_time_draw, &bar };
  IkPdfCell cells[] = {
    { 0, set_name (self, row), "TD", NULL },
    { BAR_X, set (self, IK_PDF_STYLE_BODY, BAR_WIDTH, ""), "TD", NULL,
      row->planned_ms > 0 ? &figure : NULL },
    { NUMBER_X, set (self, IK_PDF_STYLE_BODY, self->sheet->width - NUMBER_X, time), "TD", NULL },
  };

  put_chart_row (self, cells, G_N_ELEMENTS (cells));
}

static void
put_times (const ComparisonPdf *self)
{
  IkReportSheet *sheet = self->sheet;
  GPtrArray *rows = self->comparison->rows;
  double axis_ms = 1;

  for (guint i = 0; i < rows->len; i++)
    {
      const IkComparisonRow *row = rows->pdata[i];

      axis_ms = MAX (axis_ms, (double) MAX (row->used_ms, row->planned_ms));
    }

  ik_pdf_canvas_add_outline (sheet->canvas, _("Time used and planned"), "time", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "time");
  ik_report_sheet_put_heading (sheet, _("Time used and planned"), 80);
  ik_pdf_canvas_end_tag (sheet->canvas);
  put (self, IK_PDF_STYLE_SMALL,
       _("The dark bar is the time used, the light one what was planned, up to the line."));
  ik_pdf_flow_skip (sheet->flow, 4);
  ik_pdf_canvas_begin_tag (sheet->canvas, "Table");
  for (guint i = 0; i < rows->len; i++)
    put_time (self, rows->pdata[i], axis_ms);
  ik_pdf_canvas_end_tag (sheet->canvas);
}

/**
 * ik_comparison_render_pdf:
 * @self: a comparison
 * @options: page size, header, footer, logo and parts
 * @error: return location for an error
 *
 * Sets an overview, a chart for each competency and one of the times.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with #IK_REPORT_ERROR
 */
GBytes *
ik_comparison_render_pdf (const IkComparison     *self,
                          const IkReportOptions  *options,
                          GError                **error)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(IkReportSheet) sheet = ik_report_sheet_new (options, memory);
  g_autofree char *title = g_strdup_printf (_("Comparison: %s"), self->role);
  g_autofree char *date = ik_report_format_date (ik_report_get_creation_time_us (options));
  ComparisonPdf pdf = { self, sheet, options };
  IkReportFrame frame = {
    .name = title,
    .date = date,
    .footer = _("Comparison, internal: for the people who decide"),
    .options = options,
  };
  IkPdfMetadata metadata = {
    .title = title,
    .author = "",
    .subject = self->role,
    .language = ik_report_get_language (),
    .created_at_us = ik_report_get_creation_time_us (options),
  };

  ik_pdf_canvas_begin_tag (sheet->canvas, "Document");
  put_title (&pdf);
  put_overview (&pdf);
  if (!(options->without & IK_REPORT_PART_COMPETENCIES))
    put_competencies (&pdf);
  if (!(options->without & IK_REPORT_PART_TIMELINE))
    put_times (&pdf);
  ik_pdf_canvas_end_tag (sheet->canvas);
  ik_report_sheet_draw_frames (sheet, &frame);

  if (!ik_pdf_canvas_finish (sheet->canvas, &metadata, error))
    return NULL;

  return ik_report_output_steal (memory);
}
