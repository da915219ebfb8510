#include "ik-packet.h"

#include "ik-comparison-words.h"
#include "ik-report-chart.h"
#include "ik-report-pdf-private.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAME_LINES 3
#define COLUMN_GAP 8.0
#define ROW_GAP 3.0

/* Columns of the panel, from the left edge; the page is at the right one. */
#define NUMBER_WIDTH 18.0
#define DATE_X 178.0
#define RECOMMENDATION_X 264.0
#define MEAN_X 358.0
#define PAGE_WIDTH 26.0

/* Columns of the matrix. As many people as fit have a column each; more of them go
 * into another table. */
#define COMPETENCY_WIDTH 122.0
#define RANGE_WIDTH 92.0
#define MAX_CELL_WIDTH 64.0
#define MAX_COLUMNS 6
#define MAX_CELL_LINES 3

/* Columns of the chart of times. */
#define BAR_X 150.0
#define BAR_WIDTH 220.0
#define BAR_HEIGHT 7.0

/* What the first report needs to go on below the overview, which is about two thirds of
 * a page, and the gap before it. */
#define FIRST_REPORT_ROOM 480.0
#define FIRST_REPORT_GAP 32.0

typedef struct
{
  const IkPacket *packet;
  IkReportSheet  *sheet;
  GArray         *places; /* (element-type IkReportPlace): of the page numbers */
  GPtrArray      *parts;  /* (element-type IkReportPdf) */
} PacketPdf;

static const IkPacketMember *
get_member (const PacketPdf *self,
            guint            index)
{
  return self->packet->members->pdata[index];
}

static IkPdfParagraph *
set (const PacketPdf *self,
     IkPdfStyle       style,
     double           width,
     const char      *text)
{
  return ik_pdf_typesetter_set (self->sheet->type, style, width, text);
}

static IkPdfParagraph *
set_short (const PacketPdf *self,
           IkPdfStyle       style,
           double           width,
           const char      *text)
{
  return ik_pdf_typesetter_set_short (self->sheet->type, style, width, MAX_CELL_LINES, text);
}

static void
put (const PacketPdf *self,
     const char      *tag,
     IkPdfStyle       style,
     const char      *text)
{
  ik_pdf_flow_put (self->sheet->flow, 0, tag, set (self, style, self->sheet->width, text));
}

static double
measure (const IkPdfCell *cells,
         guint            n_cells)
{
  double height = 2 * ROW_GAP;

  for (guint i = 0; i < n_cells; i++)
    height = MAX (height, cells[i].paragraph->height + 2 * ROW_GAP);

  return height;
}

static void
begin_row (const PacketPdf *self)
{
  ik_pdf_flow_rule (self->sheet->flow, IK_PDF_COLOUR_RULE, 0.5);
  ik_pdf_flow_skip (self->sheet->flow, ROW_GAP);
}

static void
put_row (const PacketPdf *self,
         const IkPdfCell *cells,
         guint            n_cells)
{
  begin_row (self);
  ik_pdf_flow_put_row (self->sheet->flow, "TR", cells, n_cells);
  ik_pdf_flow_skip (self->sheet->flow, ROW_GAP);
}

/* Cover ------------------------------------------------------------------- */

static void
put_title (const PacketPdf *self)
{
  IkReportSheet *sheet = self->sheet;
  double width = ik_report_sheet_draw_logo (sheet);
  IkPdfParagraph *kind = set (self, IK_PDF_STYLE_SMALL_STRONG, width, _("Panel packet"));
  const char *role = self->packet->role;
  const char *round = self->packet->round;
  g_autofree char *subject = g_strdup_printf ("%s%s%s", role,
                                              *role != '\0' && *round != '\0' ? " · " : "", round);

  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (sheet->flow, 0, "P", kind);
  ik_pdf_canvas_add_outline (sheet->canvas, _("Overview"), "overview", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "overview");
  ik_pdf_flow_put (sheet->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (sheet->type, IK_PDF_STYLE_TITLE, width,
                                                MAX_NAME_LINES, self->packet->candidate));
  ik_pdf_canvas_end_tag (sheet->canvas);
  if (*subject != '\0')
    ik_pdf_flow_put (sheet->flow, 0, "P", set (self, IK_PDF_STYLE_BODY, width, subject));
  ik_pdf_flow_skip (sheet->flow, 12);
  ik_pdf_flow_rule (sheet->flow, IK_PDF_COLOUR_ACCENT, 1);
  ik_pdf_flow_skip (sheet->flow, 12);
}

static void
put_panel_head (const PacketPdf *self)
{
  double right = self->sheet->width;
  IkPdfCell cells[] = {
    { 0, set (self, IK_PDF_STYLE_LABEL, NUMBER_WIDTH, C_("column", "No.")), "TH", NULL },
    { NUMBER_WIDTH, set (self, IK_PDF_STYLE_LABEL, 140, _("Interviewer")), "TH", NULL },
    { DATE_X, set (self, IK_PDF_STYLE_LABEL, 80, _("Date")), "TH", NULL },
    { RECOMMENDATION_X, set (self, IK_PDF_STYLE_LABEL, 88, _("Recommendation")), "TH", NULL },
    { MEAN_X, set (self, IK_PDF_STYLE_LABEL, 90, _("Mean of answers")), "TH", NULL },
    { right - PAGE_WIDTH, set (self, IK_PDF_STYLE_LABEL, PAGE_WIDTH, _("Page")), "TH", NULL },
  };

  ik_pdf_flow_put_row (self->sheet->flow, "TR", cells, G_N_ELEMENTS (cells));
  ik_pdf_flow_skip (self->sheet->flow, 3);
}

static IkPdfParagraph *
set_person (const PacketPdf      *self,
            const IkPacketMember *member,
            double                width)
{
  const char *name = member->interview->interviewer_name;
  const char *round = *self->packet->round == '\0' ? member->interview->round : "";
  g_autofree char *words = g_strdup_printf ("%s\n%s%s%s", name, member->interview->set_title,
                                            *round != '\0' ? " · " : "", round);
  g_autoptr(IkRichText) text = ik_rich_text_new_plain (words);
  IkRichSpan strong = { IK_RICH_SPAN_STRONG, 0, (guint) strlen (name) };

  g_array_append_val (text->spans, strong);
  return ik_pdf_typesetter_set_rich (self->sheet->type, IK_PDF_STYLE_BODY, width, text);
}

/* The number of the page is written once it is known; it is read out here. Where a
 * row was torn, that is at the top of the next page. */
static void
put_page_cell (PacketPdf *self,
               guint      n_pages,
               double     y)
{
  guint n_pages_now = ik_pdf_canvas_get_n_pages (self->sheet->canvas);
  IkReportPlace place = {
    .page = n_pages_now - 1,
    .right = self->sheet->width,
    .y = (n_pages_now == n_pages ? y : IK_REPORT_SHEET_TOP) + 1.5,
  };

  ik_pdf_canvas_begin_tag (self->sheet->canvas, "TD");
  place.mark = ik_pdf_canvas_reserve_mark (self->sheet->canvas);
  ik_pdf_canvas_end_tag (self->sheet->canvas);
  g_array_append_val (self->places, place);
}

static void
put_member (PacketPdf *self,
            guint      index)
{
  const IkPacketMember *member = get_member (self, index);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *target = g_strdup_printf ("interview-%u", index + 1);
  IkPdfCell cells[] = {
    { 0, set (self, IK_PDF_STYLE_BODY, NUMBER_WIDTH, number), "TD", NULL },
    { NUMBER_WIDTH, set_person (self, member, DATE_X - NUMBER_WIDTH - COLUMN_GAP), "TD", target },
    { DATE_X, set (self, IK_PDF_STYLE_BODY, RECOMMENDATION_X - DATE_X - COLUMN_GAP,
                   *member->document->date != '\0' ? member->document->date : "–"), "TD", NULL },
    { RECOMMENDATION_X, set (self, IK_PDF_STYLE_STRONG, MEAN_X - RECOMMENDATION_X - COLUMN_GAP,
                             member->recommendation), "TD", NULL },
    { MEAN_X, set (self, IK_PDF_STYLE_BODY, self->sheet->width - PAGE_WIDTH - MEAN_X - COLUMN_GAP,
                   *member->mean != '\0' ? member->mean : "–"), "TD", NULL },
  };
  guint n_pages;
  double y;

  if (!ik_pdf_flow_has_room (self->sheet->flow, measure (cells, G_N_ELEMENTS (cells))))
    {
      ik_pdf_flow_break (self->sheet->flow);
      put_panel_head (self);
    }
  begin_row (self);
  ik_pdf_canvas_begin_tag (self->sheet->canvas, "TR");
  n_pages = ik_pdf_canvas_get_n_pages (self->sheet->canvas);
  y = ik_pdf_flow_get_y (self->sheet->flow);
  ik_pdf_flow_put_row (self->sheet->flow, NULL, cells, G_N_ELEMENTS (cells));
  put_page_cell (self, n_pages, y);
  ik_pdf_canvas_end_tag (self->sheet->canvas);
  ik_pdf_flow_skip (self->sheet->flow, ROW_GAP);
}

static void
put_panel (PacketPdf *self)
{
  ik_pdf_canvas_begin_tag (self->sheet->canvas, "Table");
  put_panel_head (self);
  for (guint i = 0; i < self->packet->members->len; i++)
    put_member (self, i);
  ik_pdf_canvas_end_tag (self->sheet->canvas);
}

/* Matrix ------------------------------------------------------------------ */

static double
get_cell_width (const PacketPdf *self)
{
  guint n_columns = MIN (self->packet->members->len, MAX_COLUMNS);

  return MIN ((self->sheet->width - COMPETENCY_WIDTH - RANGE_WIDTH) / n_columns, MAX_CELL_WIDTH);
}

static double
get_cell_x (const PacketPdf *self,
            guint            column)
{
  return COMPETENCY_WIDTH + RANGE_WIDTH + column * get_cell_width (self);
}

static void
put_matrix_head (const PacketPdf *self,
                 guint            first,
                 guint            n_columns)
{
  IkPdfCell cells[MAX_COLUMNS + 2];

  cells[0] = (IkPdfCell) { 0, set (self, IK_PDF_STYLE_LABEL, COMPETENCY_WIDTH - COLUMN_GAP,
                                   _("Competency")), "TH", NULL };
  cells[1] = (IkPdfCell) { COMPETENCY_WIDTH, set (self, IK_PDF_STYLE_LABEL,
                                                  RANGE_WIDTH - COLUMN_GAP, _("Panel")), "TH",
                           NULL };
  for (guint i = 0; i < n_columns; i++)
    {
      const char *name = get_member (self, first + i)->interview->interviewer_name;

      cells[i + 2] = (IkPdfCell) { get_cell_x (self, i),
                                   set_short (self, IK_PDF_STYLE_LABEL,
                                              get_cell_width (self) - 4, name), "TH", NULL };
    }

  ik_pdf_flow_put_row (self->sheet->flow, "TR", cells, n_columns + 2);
  ik_pdf_flow_skip (self->sheet->flow, 3);
}

/* A number is read from afar; why there is none is small. */
static IkPdfParagraph *
set_cell (const PacketPdf   *self,
          const IkPanelCell *cell)
{
  g_autofree char *text = ik_packet_format_cell (cell);
  IkPdfStyle style = IK_PDF_STYLE_SMALL;

  if (cell->kind == IK_PANEL_CELL_RATED)
    style = IK_PDF_STYLE_STRONG;

  return set (self, style, get_cell_width (self) - 4, text);
}

static IkPdfParagraph *
set_competency (const PacketPdf  *self,
                const IkPanelRow *row)
{
  const IkAgreedScore *score = ik_packet_find_score (self->packet, row);
  g_autofree char *verdict = ik_packet_format_verdict (row);
  g_autofree char *agreed = score != NULL ? ik_packet_format_score (self->packet, score)
                                          : g_strdup ("");
  g_autofree char *words = g_strdup_printf ("%s\n%s%s%s", row->name, verdict,
                                            *agreed != '\0' ? "\n" : "", agreed);
  g_autoptr(IkRichText) text = ik_rich_text_new_plain (words);
  IkRichSpan strong = { IK_RICH_SPAN_STRONG, 0, (guint) strlen (row->name) };
  IkPdfParagraph *paragraph;

  g_array_append_val (text->spans, strong);
  paragraph = ik_pdf_typesetter_set_rich (self->sheet->type, IK_PDF_STYLE_SMALL,
                                          COMPETENCY_WIDTH - COLUMN_GAP, text);
  paragraph->colour = IK_PDF_COLOUR_INK;

  return paragraph;
}

static double
compute_mean (const IkPanelRow *row)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const IkPanelCell *cell = ik_panel_row_get_cell (row, i);

      if (ik_panel_cell_has_number (cell))
        {
          sum += cell->value;
          n++;
        }
    }

  return n > 0 ? sum / n : 0;
}

static gboolean
has_range (const IkPanelRow *row)
{
  return row->scale != NULL && row->spread.n_raters > 0;
}

/* Disagreement is shaded as well as said. */
static void
put_matrix_row (const PacketPdf  *self,
                const IkPanelRow *row,
                guint             first,
                guint             n_columns)
{
  IkReportSheet *sheet = self->sheet;
  IkReportRange range = {
    sheet, { sheet->left + COMPETENCY_WIDTH, 3, RANGE_WIDTH - 16, BAR_HEIGHT }, row->scale,
    row->spread.lowest, row->spread.highest, compute_mean (row),
  };
  g_autofree char *words = has_range (row) ? ik_report_range_format (&range) : NULL;
  IkPdfFigure figure = { words, ik_report_range_draw, &range };
  IkPdfCell cells[MAX_COLUMNS + 2];
  double height;

  cells[0] = (IkPdfCell) { 0, set_competency (self, row), "TD", NULL };
  cells[1] = (IkPdfCell) { COMPETENCY_WIDTH, set (self, IK_PDF_STYLE_SMALL, RANGE_WIDTH, ""), "TD",
                           NULL, has_range (row) ? &figure : NULL };
  for (guint i = 0; i < n_columns; i++)
    cells[i + 2] = (IkPdfCell) { get_cell_x (self, i),
                                 set_cell (self, ik_panel_row_get_cell (row, first + i)), "TD",
                                 NULL }
  ;

  height = measure (cells, n_columns + 2);
  if (!ik_pdf_flow_has_room (sheet->flow, height))
    {
      ik_pdf_flow_break (sheet->flow);
      put_matrix_head (self, first, n_columns);
    }

  if (row->spread.verdict == IK_PANEL_DISAGREE)
    {
      IkPdfBox shade = { sheet->left, ik_pdf_flow_get_y (sheet->flow), sheet->width, height };

      ik_pdf_canvas_fill (sheet->canvas, &shade, IK_PDF_COLOUR_SHADE);
    }
  put_row (self, cells, n_columns + 2);
}

static void
put_matrix (const PacketPdf *self)
{
  IkReportSheet *sheet = self->sheet;
  GPtrArray *rows = self->packet->matrix->rows;
  IkPdfBox key = { sheet->left, 0, sheet->width * 0.7, 13 };

  if (rows->len == 0)
    return;

  ik_pdf_canvas_add_outline (sheet->canvas, _("Competencies"), "matrix", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "matrix");
  ik_report_sheet_put_heading (sheet, _("Competencies"), 120);
  ik_pdf_canvas_end_tag (sheet->canvas);
  put (self, "P", IK_PDF_STYLE_SMALL,
       _("Large: the rating of the competency. Small: the mean of its answers, where it has no "
         "rating. A dash: not in that person's set. Disagreement is two levels or across the "
         "middle of the scale."));
  ik_pdf_flow_skip (sheet->flow, 2);
  key.y = ik_pdf_flow_get_y (sheet->flow);
  ik_report_chart_place_key (sheet, &key);
  ik_pdf_flow_skip (sheet->flow, key.height + 4);

  for (guint first = 0; first < self->packet->members->len; first += MAX_COLUMNS)
    {
      guint n_columns = MIN (MAX_COLUMNS, self->packet->members->len - first);

      ik_pdf_flow_skip (sheet->flow, first > 0 ? 14 : 0);
      ik_pdf_flow_need (sheet->flow, 90);
      ik_pdf_canvas_begin_tag (sheet->canvas, "Table");
      put_matrix_head (self, first, n_columns);
      for (guint i = 0; i < rows->len; i++)
        put_matrix_row (self, rows->pdata[i], first, n_columns);
      ik_pdf_canvas_end_tag (sheet->canvas);
    }
}

/* Agreement --------------------------------------------------------------- */

static void
put_agreed (const PacketPdf *self,
            const char      *title,
            const char      *words,
            const char      *by)
{
  IkReportSheet *sheet = self->sheet;
  IkPdfParagraph *heading = set (self, IK_PDF_STYLE_PROMPT, sheet->width, title);

  ik_pdf_flow_skip (sheet->flow, 8);
  ik_pdf_flow_need (sheet->flow, heading->height + 40);
  ik_pdf_flow_put (sheet->flow, 0, "H3", heading);
  if (*words != '\0')
    put (self, "P", IK_PDF_STYLE_BODY, words);
  if (*by != '\0')
    put (self, "P", IK_PDF_STYLE_SMALL, by);
}

static void
put_conclusion (const PacketPdf *self)
{
  const IkPanelAgreement *agreement = self->packet->agreement;
  g_autofree char *by = ik_packet_format_by (agreement->agreed_by, agreement->agreed_at_us);
  g_autofree char *recommendation =
    ik_panel_matrix_dup_agreed_recommendation (self->packet->matrix, agreement);
  g_autofree char *title = g_strdup_printf (_("Recommendation: %s"), recommendation);

  put_agreed (self, title, agreement->summary, by);
}

static void
put_agreement (const PacketPdf *self)
{
  IkReportSheet *sheet = self->sheet;
  GPtrArray *rows = self->packet->matrix->rows;

  if (!ik_packet_has_agreement (self->packet))
    return;

  ik_pdf_canvas_add_outline (sheet->canvas, _("What the panel agreed"), "agreement", FALSE);
  ik_pdf_canvas_begin_target (sheet->canvas, "agreement");
  ik_report_sheet_put_heading (sheet, _("What the panel agreed"), 70);
  ik_pdf_canvas_end_tag (sheet->canvas);
  if (ik_packet_has_conclusion (self->packet))
    put_conclusion (self);
  for (guint i = 0; i < rows->len; i++)
    {
      const IkPanelRow *row = rows->pdata[i];
      const IkAgreedScore *score = ik_packet_find_score (self->packet, row);
      g_autofree char *agreed = NULL;
      g_autofree char *title = NULL;
      g_autofree char *by = NULL;

      if (score == NULL)
        continue;

      agreed = ik_packet_format_score (self->packet, score);
      title = g_strdup_printf ("%s · %s", row->name, agreed);
      by = ik_packet_format_by (score->agreed_by, score->agreed_at_us);
      put_agreed (self, title, score->reason, by);
    }
}

/* Times and summaries ----------------------------------------------------- */

static void
put_time (const PacketPdf      *self,
          const IkPacketMember *member,
          double                axis_ms)
{
  IkReportSheet *sheet = self->sheet;
  g_autofree char *time = ik_packet_format_time (member);
  IkReportTime bar = {
    sheet, { sheet->left + BAR_X, 3.5, BAR_WIDTH, BAR_HEIGHT }, (double) member->used_ms / axis_ms,
    (double) member->slot_ms / axis_ms,
  };
  IkPdfFigure figure = { time, ik_report_time_draw, &bar };
  IkPdfCell cells[] = {
    { 0, set_short (self, IK_PDF_STYLE_BODY, BAR_X - COLUMN_GAP,
                    member->interview->interviewer_name), "TD", NULL },
    { BAR_X, set (self, IK_PDF_STYLE_BODY, BAR_WIDTH, ""), "TD", NULL, &figure },
    { BAR_X + BAR_WIDTH + 12, set (self, IK_PDF_STYLE_BODY, 100, time), "TD", NULL },
  };

  ik_pdf_flow_need (sheet->flow, measure (cells, G_N_ELEMENTS (cells)));
  put_row (self, cells, G_N_ELEMENTS (cells));
}

static void
put_times (const PacketPdf *self)
{
  IkReportSheet *sheet = self->sheet;
  double axis_ms = 1;

  for (guint i = 0; i < self->packet->members->len; i++)
    axis_ms = MAX (axis_ms, (double) MAX (get_member (self, i)->used_ms,
                                          get_member (self, i)->slot_ms));

  ik_report_sheet_put_heading (sheet, _("Time used and planned"), 70);
  put (self, "P", IK_PDF_STYLE_SMALL,
       _("The dark bar is the time used, the light one what was planned, up to the line."));
  ik_pdf_flow_skip (sheet->flow, 4);
  ik_pdf_canvas_begin_tag (sheet->canvas, "Table");
  for (guint i = 0; i < self->packet->members->len; i++)
    put_time (self, get_member (self, i), axis_ms);
  ik_pdf_canvas_end_tag (sheet->canvas);
}

static void
put_summary (const PacketPdf      *self,
             const IkPacketMember *member)
{
  IkReportSheet *sheet = self->sheet;
  g_autofree char *title = g_strdup_printf ("%s: %s", member->interview->interviewer_name,
                                            member->recommendation);
  IkPdfParagraph *heading = set (self, IK_PDF_STYLE_PROMPT, sheet->width, title);

  ik_pdf_flow_skip (sheet->flow, 8);
  ik_pdf_flow_need (sheet->flow, heading->height + 34);
  ik_pdf_flow_put (sheet->flow, 0, "H3", heading);
  for (guint i = 0; i < member->document->summary->len; i++)
    put (self, "P", IK_PDF_STYLE_BODY, member->document->summary->pdata[i]);
}

/* What was not handed in is no verdict to be read first. */
static void
put_summaries (const PacketPdf *self)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < self->packet->members->len; i++)
    {
      const IkPacketMember *member = get_member (self, i);

      if (member->document->is_draft || member->document->summary->len == 0)
        continue;

      if (!has_heading)
        ik_report_sheet_put_heading (self->sheet, _("Summaries"), 60);
      has_heading = TRUE;
      put_summary (self, member);
    }
}

/* Reports ----------------------------------------------------------------- */

/* On a page of its own; only the first one goes on below what is left of the overview,
 * where that would leave most of a page empty. */
static void
begin_report (PacketPdf *self,
              guint      index)
{
  IkPdfFlow *flow = self->sheet->flow;

  if (index > 0 || ik_pdf_canvas_get_n_pages (self->sheet->canvas) == 1 ||
      !ik_pdf_flow_has_room (flow, FIRST_REPORT_ROOM))
    ik_pdf_flow_break (flow);
  else
    ik_pdf_flow_skip (flow, FIRST_REPORT_GAP);
}

static gboolean
put_reports (PacketPdf     *self,
             GCancellable  *cancellable,
             GError       **error)
{
  for (guint i = 0; i < self->packet->members->len; i++)
    {
      IkReportPdf *part = ik_report_pdf_new (self->sheet, get_member (self, i)->document);

      part->part = i + 1;
      part->n_parts = self->packet->members->len;
      g_ptr_array_add (self->parts, part);
      begin_report (self, i);
      part->first_page = ik_pdf_canvas_get_n_pages (self->sheet->canvas) - 1;
      if (!ik_report_pdf_put (part, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
draw_page_numbers (const PacketPdf *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const IkReportPdf *part = self->parts->pdata[i];
      const IkReportPlace *place = &g_array_index (self->places, IkReportPlace, i);
      g_autofree char *number = g_strdup_printf ("%u", part->first_page + 1);

      ik_pdf_canvas_select_page (self->sheet->canvas, place->page);
      ik_pdf_canvas_use_mark (self->sheet->canvas, "TD", place->mark);
      ik_report_sheet_draw_text_right (self->sheet, place->right, place->y, number);
    }
}

static gboolean
finish (const PacketPdf        *self,
        const IkReportOptions  *options,
        GError                **error)
{
  const IkPacket *packet = self->packet;
  g_autofree char *title = g_strdup_printf (_("Panel packet: %s"), packet->candidate);
  IkPdfMetadata metadata = {
    .title = title,
    .author = "",
    .subject = packet->role,
    .language = ik_report_get_language (),
    .created_at_us = ik_report_get_creation_time_us (options),
  };
  IkReportFrame frame = {
    .name = packet->candidate,
    .date = packet->date,
    .footer = _("Panel packet, internal: for the people who decide"),
    .is_draft = packet->is_draft,
    .options = options,
  };

  draw_page_numbers (self);
  for (guint i = 0; i < self->parts->len; i++)
    ik_report_pdf_draw_places (self->parts->pdata[i]);
  ik_report_sheet_draw_frames (self->sheet, &frame);

  return ik_pdf_canvas_finish (self->sheet->canvas, &metadata, error);
}

/**
 * ik_packet_write_pdf:
 * @self: a packet
 * @options: page size, what is left out, header and footer
 * @output: (nullable): where to; %NULL only where the pages are shown
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Sets the panel, the matrix with the range of each competency, what was agreed, the
 * times and the summaries, then the report of each interview on pages of its own, but for the
 * first one where little is on the page, with links between them.
 *
 * Returns: whether all of it was written or shown; #IK_REPORT_ERROR or a
 *   #GIOErrorEnum otherwise
 */
gboolean
ik_packet_write_pdf (const IkPacket         *self,
                     const IkReportOptions  *options,
                     GOutputStream          *output,
                     GCancellable           *cancellable,
                     GError                **error)
{
  g_autoptr(IkReportSheet) sheet = ik_report_sheet_new (options, output);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (IkReportPlace));
  g_autoptr(GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_report_pdf_free);
  PacketPdf pdf = { self, sheet, places, parts };

  ik_pdf_canvas_begin_tag (sheet->canvas, "Document");
  put_title (&pdf);
  put_panel (&pdf);
  if (!(options->without & IK_REPORT_PART_COMPETENCIES))
    put_matrix (&pdf);
  put_agreement (&pdf);
  put_times (&pdf);
  put_summaries (&pdf);
  if (!put_reports (&pdf, cancellable, error))
    return FALSE;

  ik_pdf_canvas_end_tag (sheet->canvas);
  return finish (&pdf, options, error);
}
