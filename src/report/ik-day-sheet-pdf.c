#include "ik-day-sheet-pdf.h"

#include "ik-report-output.h"
#include "ik-report-sheet.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>

#define MAX_NAME_LINES 2
#define MAX_CELL_LINES 3
#define COLUMN_GAP 10.0
#define ROW_GAP 4.0

/* Columns of the day, from the left edge. */
#define TIME_WIDTH 72.0
#define WHO_WIDTH 140.0
#define ROOM_WIDTH 90.0

/* The table of competencies has a column for each interview; more than these
 * don't fit beside the name and are said in words. */
#define TOPIC_WIDTH 150.0

/* On a full day a competency has one line, so that all stays on one page. */
#define MAX_TOPIC_LINES 2
#define FULL_DAY 10
#define MIN_COLUMN_WIDTH 44.0

/* Lines to write on by hand stand 7 mm apart; fewer than these go on a
 * page of their own. */
#define NOTE_LINE 20.0
#define MIN_NOTE_LINES 2

typedef struct
{
  const IkDaySheet *sheet;
  IkReportSheet    *paper;
} DayPdf;

static IkPdfParagraph *
set_short (const DayPdf *self,
           IkPdfStyle    style,
           double        width,
           const char   *text)
{
  return ik_pdf_typesetter_set_short (self->paper->type, style, width, MAX_CELL_LINES, text);
}

static void
put (const DayPdf *self,
     const char   *tag,
     IkPdfStyle    style,
     const char   *text)
{
  if (*text != '\0')
    ik_pdf_flow_put (self->paper->flow, 0, tag,
                     ik_pdf_typesetter_set (self->paper->type, style, self->paper->width, text));
}

static void
add_part (GString    *line,
          const char *part)
{
  if (*part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static void
put_title (const DayPdf *self)
{
  const IkReportSheet *paper = self->paper;
  g_autofree char *person = ik_day_sheet_format_person (self->sheet);
  g_autoptr(GString) when = g_string_new (NULL);
  double width = ik_report_sheet_draw_logo (paper);
  IkPdfParagraph *kind = ik_pdf_typesetter_set (paper->type, IK_PDF_STYLE_SMALL_STRONG, width,
                                                _("Panel day"));

  add_part (when, self->sheet->role);
  add_part (when, self->sheet->round);
  add_part (when, self->sheet->day);
  kind->colour = IK_PDF_COLOUR_ACCENT;
  ik_pdf_flow_put (paper->flow, 0, "P", kind);
  ik_pdf_canvas_add_outline (paper->canvas, _("Panel day"), "day", FALSE);
  ik_pdf_canvas_begin_target (paper->canvas, "day");
  ik_pdf_flow_put (paper->flow, 0, "H1",
                   ik_pdf_typesetter_set_short (paper->type, IK_PDF_STYLE_TITLE, width,
                                                MAX_NAME_LINES, self->sheet->candidate->name));
  ik_pdf_canvas_end_tag (paper->canvas);
  put (self, "P", IK_PDF_STYLE_SMALL, person);
  put (self, "P", IK_PDF_STYLE_BODY, when->str);
  ik_pdf_flow_skip (paper->flow, 10);
  ik_pdf_flow_rule (paper->flow, IK_PDF_COLOUR_ACCENT, 1);
  ik_pdf_flow_skip (paper->flow, 12);
}

/* The first line as the head of those below. */
static IkRichText *
make_words (const char *head,
            const char *second,
            const char *third)
{
  g_autoptr(GString) words = g_string_new (head);
  IkRichSpan strong = { IK_RICH_SPAN_STRONG, 0, (guint) words->len };
  IkRichText *text;

  if (*second != '\0')
    g_string_append_printf (words, "\n%s", second);
  if (*third != '\0')
    g_string_append_printf (words, "\n%s", third);

  text = ik_rich_text_new_plain (words->str);
  g_array_append_val (text->spans, strong);
  return text;
}

static IkPdfParagraph *
set_words (const DayPdf *self,
           double        width,
           const char   *head,
           const char   *second,
           const char   *third)
{
  g_autoptr(IkRichText) text = make_words (head, second, third);

  return ik_pdf_typesetter_set_rich (self->paper->type, IK_PDF_STYLE_BODY, width, text);
}

static void
put_head (const DayPdf *self)
{
  const IkReportSheet *paper = self->paper;
  double room_x = TIME_WIDTH + WHO_WIDTH;
  double asks_x = room_x + ROOM_WIDTH;
  IkPdfCell cells[] = {
    { 0, set_short (self, IK_PDF_STYLE_LABEL, TIME_WIDTH, _("Time")), "TH", NULL },
    { TIME_WIDTH, set_short (self, IK_PDF_STYLE_LABEL, WHO_WIDTH, _("Interviewer")), "TH", NULL },
    { room_x, set_short (self, IK_PDF_STYLE_LABEL, ROOM_WIDTH, _("Room")), "TH", NULL },
    { asks_x, set_short (self, IK_PDF_STYLE_LABEL, 100, _("Asks")), "TH", NULL },
  };

  ik_pdf_flow_put_row (paper->flow, "TR", cells, G_N_ELEMENTS (cells));
  ik_pdf_flow_skip (paper->flow, 3);
}

/* Where the table below has no room for the competencies, they stand here. */
static void
put_row (const DayPdf        *self,
         const IkDaySheetRow *row,
         gboolean             has_topics)
{
  const IkReportSheet *paper = self->paper;
  double room_x = TIME_WIDTH + WHO_WIDTH;
  double asks_x = room_x + ROOM_WIDTH;
  IkPdfCell cells[] = {
    { 0, set_words (self, TIME_WIDTH - COLUMN_GAP, row->time, row->remark, ""), "TD", NULL },
    { TIME_WIDTH, set_words (self, WHO_WIDTH - COLUMN_GAP, row->interviewer,
                             *self->sheet->round == '\0' ? row->round : "", ""), "TD", NULL },
    { room_x, set_short (self, IK_PDF_STYLE_BODY, ROOM_WIDTH - COLUMN_GAP,
                         *row->room != '\0' ? row->room : "–"), "TD", NULL },
    { asks_x, set_words (self, paper->width - asks_x, row->set_title, row->amount,
                         has_topics ? row->topics : ""), "TD", NULL },
  };
  double height = 2 * ROW_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    height = MAX (height, cells[i].paragraph->height + 2 * ROW_GAP);

  if (!ik_pdf_flow_has_room (paper->flow, height))
    {
      ik_pdf_flow_break (paper->flow);
      put_head (self);
    }
  ik_pdf_flow_rule (paper->flow, IK_PDF_COLOUR_RULE, 0.5);
  ik_pdf_flow_skip (paper->flow, ROW_GAP);
  ik_pdf_flow_put_row (paper->flow, "TR", cells, G_N_ELEMENTS (cells));
  ik_pdf_flow_skip (paper->flow, ROW_GAP);
}

static void
put_day (const DayPdf *self,
         gboolean      has_topics)
{
  ik_pdf_canvas_begin_tag (self->paper->canvas, "Table");
  put_head (self);
  for (guint i = 0; i < self->sheet->rows->len; i++)
    put_row (self, self->sheet->rows->pdata[i], has_topics);
  ik_pdf_canvas_end_tag (self->paper->canvas);
}

static double
get_column_width (const DayPdf *self)
{
  return (self->paper->width - TOPIC_WIDTH) / MAX (self->sheet->rows->len, 1);
}

static gboolean
has_room_for_columns (const DayPdf *self)
{
  return get_column_width (self) >= MIN_COLUMN_WIDTH;
}

/* Above each column stands who asks, and when, for one may come twice. */
static void
put_topic_head (const DayPdf *self)
{
  guint n = self->sheet->rows->len;
  g_autofree IkPdfCell *cells = g_new0 (IkPdfCell, n + 1);
  double width = get_column_width (self);

  cells[0] = (IkPdfCell) { 0, set_short (self, IK_PDF_STYLE_LABEL, TOPIC_WIDTH - COLUMN_GAP,
                                         _("Number of questions")), "TH", NULL };
  for (guint i = 0; i < n; i++)
    {
      const IkDaySheetRow *row = self->sheet->rows->pdata[i];

      cells[i + 1] = (IkPdfCell) { TOPIC_WIDTH + i * width,
                                   set_short (self, IK_PDF_STYLE_LABEL, width - 6,
                                              row->interviewer), "TH", NULL };
    }

  ik_pdf_flow_put_row (self->paper->flow, "TR", cells, n + 1);
  ik_pdf_flow_skip (self->paper->flow, 2);
}

static void
put_topic (const DayPdf *self,
           guint         competency)
{
  const IkDayPlan *plan = self->sheet->plan;
  guint n = plan->slots->len;
  g_autofree IkPdfCell *cells = g_new0 (IkPdfCell, n + 1);
  double width = get_column_width (self);
  guint n_lines = n + plan->competencies->len > FULL_DAY ? 1 : MAX_TOPIC_LINES;

  cells[0] = (IkPdfCell) { 0, ik_pdf_typesetter_set_short (self->paper->type, IK_PDF_STYLE_BODY,
                                                           TOPIC_WIDTH - COLUMN_GAP, n_lines,
                                                           plan->competencies->pdata[competency]),
                           "TD", NULL };
  for (guint i = 0; i < n; i++)
    {
      const IkDaySlot *slot = plan->slots->pdata[i];
      guint count = g_array_index (slot->n_per_competency, guint, competency);
      g_autofree char *text = count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("–");

      cells[i + 1] = (IkPdfCell) { TOPIC_WIDTH + i * width,
                                   set_short (self, count > 0 ? IK_PDF_STYLE_STRONG
                                                              : IK_PDF_STYLE_BODY, width, text),
                                   "TD", NULL };
    }

  ik_pdf_flow_rule (self->paper->flow, IK_PDF_COLOUR_RULE, 0.4);
  ik_pdf_flow_skip (self->paper->flow, 1.5);
  ik_pdf_flow_put_row (self->paper->flow, "TR", cells, n + 1);
  ik_pdf_flow_skip (self->paper->flow, 1.5);
}

static void
put_topics (const DayPdf *self)
{
  guint n = self->sheet->plan->competencies->len;

  ik_report_sheet_put_heading (self->paper, _("Who asks about what"), 60);
  ik_pdf_canvas_begin_tag (self->paper->canvas, "Table");
  put_topic_head (self);
  for (guint i = 0; i < n; i++)
    put_topic (self, i);
  ik_pdf_canvas_end_tag (self->paper->canvas);
}

/* Lines to write on, down to the foot of the page. */
static void
put_notes (const DayPdf *self)
{
  const IkReportSheet *paper = self->paper;

  ik_report_sheet_put_heading (paper, _("Notes"), MIN_NOTE_LINES * NOTE_LINE);
  while (ik_pdf_flow_has_room (paper->flow, NOTE_LINE))
    {
      ik_pdf_flow_skip (paper->flow, NOTE_LINE);
      ik_pdf_flow_rule (paper->flow, IK_PDF_COLOUR_RULE, 0.6);
    }
}

/**
 * ik_day_sheet_render_pdf:
 * @self: a sheet
 * @options: page size, header, footer, logo and parts
 * @error: return location for an error
 *
 * Sets the sheet on one page, on more where a day has more interviews than a page
 * has room for; what is left of it is for notes by hand.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with #IK_REPORT_ERROR
 */
GBytes *
ik_day_sheet_render_pdf (const IkDaySheet       *self,
                         const IkReportOptions  *options,
                         GError                **error)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(IkReportSheet) paper = ik_report_sheet_new (options, memory);
  g_autofree char *title = g_strdup_printf (_("Panel day: %s"), self->candidate->name);
  DayPdf pdf = { self, paper };
  gboolean has_topics = !(options->without & IK_REPORT_PART_COMPETENCIES);
  gboolean has_table = has_topics && self->plan->competencies->len > 0 &&
                       has_room_for_columns (&pdf);
  IkReportFrame frame = {
    .name = self->candidate->name,
    .date = self->day,
    .footer = _("Panel day: for the interviewers"),
    .options = options,
  };
  IkPdfMetadata metadata = {
    .title = title,
    .author = "",
    .subject = self->role,
    .language = ik_report_get_language (),
    .created_at_us = ik_report_get_creation_time_us (options),
  };

  ik_pdf_canvas_begin_tag (paper->canvas, "Document");
  put_title (&pdf);
  put_day (&pdf, has_topics && !has_table);
  if (has_table)
    put_topics (&pdf);
  if (!(options->without & IK_REPORT_PART_NOTES))
    put_notes (&pdf);
  ik_pdf_canvas_end_tag (paper->canvas);
  ik_report_sheet_draw_frames (paper, &frame);

  if (!ik_pdf_canvas_finish (paper->canvas, &metadata, error))
    return NULL;

  return ik_report_output_steal (memory);
}
