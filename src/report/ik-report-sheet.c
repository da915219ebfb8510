#include "ik-report-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

/* Points */
#define MARGIN 56.0
#define HEADER_Y 30.0
#define FOOTER_Y 38.0
#define FOOTER_LINE 12.0
#define INDENT 14.0
#define NUMBER_INDENT 18.0
#define CODE_PADDING 7.0
#define GAP 6.0
#define CELL_PADDING 4.0

#define MAX_LOGO_WIDTH 150.0
#define MAX_LOGO_HEIGHT 44.0
#define LOGO_GAP 16.0
#define SIGNATURE_HEIGHT 76.0
#define SIGNATURE_GAP 24.0

/* Narrower columns can't be read; a wider table is set row by row. */
#define MIN_COLUMN_WIDTH 36.0

static const struct
{
  double width;
  double height;
} page_sizes[] = {
  [IK_PAGE_SIZE_A4] = { 210 * 72 / 25.4, 297 * 72 / 25.4 },
  [IK_PAGE_SIZE_LETTER] = { 8.5 * 72, 11 * 72 },
};

/* Where a PNG is read. */
typedef struct
{
  const guint8 *data;
  gsize         n_left;
} Source;

static cairo_status_t
read_cb (void          *user_data,
         unsigned char *data,
         unsigned int   length)
{
  Source *source = user_data;

  if (length > source->n_left)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, source->data, length);
  source->data += length;
  source->n_left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* A report without its logo is better than none. */
static cairo_surface_t *
read_logo (GBytes *png)
{
  Source source = { 0 };
  cairo_surface_t *logo;

  if (png == NULL)
    return NULL;

  source.data = g_bytes_get_data (png, &source.n_left);
  logo = cairo_image_surface_create_from_png_stream (read_cb, &source);
  if (cairo_surface_status (logo) != CAIRO_STATUS_SUCCESS ||
      cairo_image_surface_get_width (logo) == 0 || cairo_image_surface_get_height (logo) == 0)
    g_clear_pointer (&logo, cairo_surface_destroy);

  return logo;
}

/**
 * ik_report_sheet_new:
 * @options: the size of its pages, and who takes them in place of a PDF
 * @output: (nullable): what a PDF is written to, from another thread; %NULL only
 *   where the pages are shown
 *
 * Returns: (transfer full): a sheet with one empty page
 */
IkReportSheet *
ik_report_sheet_new (const IkReportOptions *options,
                     GOutputStream         *output)
{
  IkReportSheet *self = g_new0 (IkReportSheet, 1);
  IkPageSize page_size = options->page_size;
  double width = page_sizes[page_size].width;
  IkPdfBox area = {
    MARGIN, IK_REPORT_SHEET_TOP,
    width - 2 * MARGIN, page_sizes[page_size].height - 2 * IK_REPORT_SHEET_TOP,
  };

  self->height = page_sizes[page_size].height;
  self->canvas = ik_pdf_canvas_new (width, self->height);
  if (options->shown != NULL)
    ik_pdf_canvas_set_shown (self->canvas, options->shown);
  else
    ik_pdf_canvas_set_output (self->canvas, output);
  self->type = ik_pdf_typesetter_new (ik_pdf_canvas_get_fonts (self->canvas));
  self->flow = ik_pdf_flow_new (self->canvas, &area);
  self->left = area.x;
  self->width = area.width;
  self->logo = read_logo (options->logo);

  return self;
}

/**
 * ik_report_sheet_free:
 * @self: (transfer full): a sheet
 */
void
ik_report_sheet_free (IkReportSheet *self)
{
  g_object_unref (self->flow);
  g_object_unref (self->type);
  g_object_unref (self->canvas);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self);
}

/**
 * ik_report_sheet_draw_logo:
 * @self: a sheet
 *
 * Draws the logo, if there is one, at the upper right of the area of this page.
 *
 * Returns: the width that is left for words beside it
 */
double
ik_report_sheet_draw_logo (const IkReportSheet *self)
{
  IkPdfBox box = { 0, IK_REPORT_SHEET_TOP, 0, 0 };
  double width;
  double height;
  double scale;

  if (self->logo == NULL)
    return self->width;

  width = cairo_image_surface_get_width (self->logo);
  height = cairo_image_surface_get_height (self->logo);
  scale = MIN (MAX_LOGO_WIDTH / width, MAX_LOGO_HEIGHT / height);
  box.width = width * scale;
  box.height = height * scale;
  box.x = self->left + self->width - box.width;
  ik_pdf_canvas_begin_figure (self->canvas, _("Logo"));
  ik_pdf_canvas_draw_image (self->canvas, self->logo, &box);
  ik_pdf_canvas_end_tag (self->canvas);

  return self->width - box.width - LOGO_GAP;
}

/**
 * ik_report_sheet_put_signature:
 * @self: a sheet
 * @name: who signs, "" where that is not said
 *
 * Puts a line for a date and one for a signature, with room above them.
 */
void
ik_report_sheet_put_signature (const IkReportSheet *self,
                               const char          *name)
{
  double x = self->width / 3 + SIGNATURE_GAP;
  IkPdfBox lines[] = {
    { self->left, 0, self->width / 3, 0.7 },
    { self->left + x, 0, self->width - x, 0.7 },
  };
  g_autofree char *label = *name != '\0' ? g_strdup_printf (_("Signature: %s"), name)
                                         : g_strdup (_("Signature"));
  IkPdfCell cells[] = {
    { 0, ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_LABEL, lines[0].width, _("Date")),
      "P", NULL },
    { x, ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_LABEL, lines[1].width, label), "P",
      NULL },
  };

  ik_pdf_flow_need (self->flow, SIGNATURE_HEIGHT);
  ik_pdf_flow_skip_to (self->flow, ik_pdf_canvas_get_n_pages (self->canvas),
                       ik_pdf_flow_get_y (self->flow) + SIGNATURE_HEIGHT - 16);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      lines[i].y = ik_pdf_flow_get_y (self->flow) - 3;
      ik_pdf_canvas_fill (self->canvas, &lines[i], IK_PDF_COLOUR_INK);
    }
  ik_pdf_flow_put_row (self->flow, NULL, cells, G_N_ELEMENTS (cells));
}

/**
 * ik_report_sheet_draw_text:
 * @self: a sheet
 * @style: of the words
 * @x: left edge
 * @y: upper edge, from the top of the page
 * @text: one line, cut where it is too long
 *
 * Draws outside of the flow, on the page at hand.
 */
void
ik_report_sheet_draw_text (const IkReportSheet *self,
                           IkPdfStyle           style,
                           double               x,
                           double               y,
                           const char          *text)
{
  ik_pdf_flow_place (self->flow, x, y, NULL,
                     ik_pdf_typesetter_set_line (self->type, style, self->width * 0.7, text));
}

/**
 * ik_report_sheet_draw_text_right:
 * @self: a sheet
 * @right: right edge
 * @y: upper edge, from the top of the page
 * @text: one line, cut where it is too long
 *
 * The same with small words that end at an edge.
 */
void
ik_report_sheet_draw_text_right (const IkReportSheet *self,
                                 double               right,
                                 double               y,
                                 const char          *text)
{
  IkPdfParagraph *paragraph = ik_pdf_typesetter_set_line (self->type, IK_PDF_STYLE_SMALL,
                                                          self->width / 2, text);

  ik_pdf_flow_place (self->flow, right - paragraph->width, y, NULL, paragraph);
}

/* A frame and a word, on every page. */
static double
draw_draft_mark (const IkReportSheet *self)
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

/* The name is the title of the first page. */
static char *
make_header (const IkReportFrame *frame,
             guint                page)
{
  const char *header = frame->options->header;

  if (header == NULL)
    return g_strdup (page > 0 ? frame->name : "");
  if (page == 0)
    return g_strdup (header);

  return g_strdup_printf ("%s · %s", frame->name, header);
}

static void
draw_frame (const IkReportSheet *self,
            const IkReportFrame *frame,
            guint                page)
{
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1,
                                             ik_pdf_canvas_get_n_pages (self->canvas));
  g_autofree char *header = make_header (frame, page);
  double right = self->width;

  ik_pdf_canvas_close_page (self->canvas, page);
  if (frame->is_draft)
    right -= draw_draft_mark (self);

  if (*header != '\0')
    ik_report_sheet_draw_text (self, IK_PDF_STYLE_SMALL_STRONG, 0, HEADER_Y, header);
  if (page > 0)
    ik_report_sheet_draw_text_right (self, right, HEADER_Y, frame->date);

  ik_report_sheet_draw_text (self, IK_PDF_STYLE_SMALL, 0, self->height - FOOTER_Y, frame->footer);
  ik_report_sheet_draw_text_right (self, self->width, self->height - FOOTER_Y, number);
  if (frame->options->footer != NULL)
    ik_report_sheet_draw_text (self, IK_PDF_STYLE_SMALL, 0, self->height - FOOTER_Y + FOOTER_LINE,
                               frame->options->footer);
}

/**
 * ik_report_sheet_draw_frames:
 * @self: a sheet
 * @frame: what stands around each page
 *
 * Draws what stands above and below the pages, once all of them are there and
 * nothing else is drawn on them.
 */
void
ik_report_sheet_draw_frames (const IkReportSheet *self,
                             const IkReportFrame *frame)
{
  for (guint i = 0; i < ik_pdf_canvas_get_n_pages (self->canvas); i++)
    {
      draw_frame (self, frame, i);
      ik_pdf_typesetter_forget (self->type);
    }
}

/**
 * ik_report_sheet_put_writing_lines:
 * @self: a sheet
 * @n_lines: how many
 *
 * Puts lines to write on by hand. At the foot of a page there are fewer, rather
 * than one or two that go on alone on the next one.
 */
void
ik_report_sheet_put_writing_lines (const IkReportSheet *self,
                                   guint                n_lines)
{
  guint n_least = (n_lines + 1) / 2;

  ik_pdf_flow_need (self->flow, n_least * (IK_REPORT_SHEET_WRITING_LINE + 1));
  for (guint i = 0; i < n_lines; i++)
    {
      /* The rule itself is 0.6 points high. */
      if (i >= n_least && !ik_pdf_flow_has_room (self->flow, IK_REPORT_SHEET_WRITING_LINE + 1))
        return;

      ik_pdf_flow_skip (self->flow, IK_REPORT_SHEET_WRITING_LINE);
      ik_pdf_flow_rule (self->flow, IK_PDF_COLOUR_RULE, 0.6);
    }
}

/**
 * ik_report_sheet_put_heading:
 * @self: a sheet
 * @title: of a part
 * @next_height: of what has to stand below it on the same page; at least the
 *   beginning of a paragraph, a list or a table does
 *
 * Puts a heading that does not stand alone at the foot of a page.
 */
void
ik_report_sheet_put_heading (const IkReportSheet *self,
                             const char          *title,
                             double               next_height)
{
  IkPdfParagraph *heading = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_HEADING, self->width,
                                                   title);

  ik_pdf_flow_skip (self->flow, 18);
  next_height = 5 + MAX (next_height, IK_REPORT_SHEET_MIN_NEXT);
  ik_pdf_flow_need (self->flow, heading->height + next_height);
  ik_pdf_flow_put_heading (self->flow, 0, "H2", heading, next_height);
  ik_pdf_flow_skip (self->flow, 5);
}

/**
 * ik_report_sheet_put_lines:
 * @self: a sheet
 * @lines: (element-type utf8): texts
 *
 * Puts a list with a mark before each text.
 */
void
ik_report_sheet_put_lines (const IkReportSheet *self,
                           GPtrArray           *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      IkPdfCell cells[] = {
        { 0, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, INDENT, "•"), "Lbl", NULL },
        { INDENT, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, self->width - INDENT,
                                         lines->pdata[i]), "LBody", NULL },
      };

      ik_pdf_flow_skip (self->flow, i > 0 ? 2 : 1);
      ik_pdf_flow_put_row (self->flow, "LI", cells, G_N_ELEMENTS (cells));
    }
}

/**
 * ik_report_sheet_put_numbered:
 * @self: a sheet
 * @x: left edge of the numbers
 * @texts: (element-type IkRichText): texts
 *
 * Puts a list with a number before each text.
 */
void
ik_report_sheet_put_numbered (const IkReportSheet *self,
                              double               x,
                              GPtrArray           *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *marker = g_strdup_printf ("%u.", i + 1);
      double width = self->width - x - NUMBER_INDENT;
      IkPdfCell cells[] = {
        { x, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, NUMBER_INDENT, marker), "Lbl",
          NULL },
        { x + NUMBER_INDENT, ik_pdf_typesetter_set_rich (self->type, IK_PDF_STYLE_BODY, width,
                                                         texts->pdata[i]), "LBody", NULL },
      };

      ik_pdf_flow_skip (self->flow, 3);
      ik_pdf_flow_put_row (self->flow, "LI", cells, G_N_ELEMENTS (cells));
    }
}

static guint
count_columns (const IkRichBlock *table)
{
  guint n_columns = 0;

  for (guint i = 0; i < table->rows->len; i++)
    n_columns = MAX (n_columns, ((GPtrArray *) table->rows->pdata[i])->len);

  return n_columns;
}

/* Each column gets room by its longest word sequence, none less than the least
 * that can be read. */
static double *
share_width (const IkRichBlock *table,
             guint              n_columns,
             double             width)
{
  double *widths = g_new0 (double, n_columns);
  double spare = width - n_columns * MIN_COLUMN_WIDTH;
  double sum = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = table->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          glong n_letters = g_utf8_strlen (((IkRichText *) row->pdata[j])->text, -1);

          widths[j] = MAX (widths[j], (double) CLAMP (n_letters, 1, 60));
        }
    }

  for (guint i = 0; i < n_columns; i++)
    sum += widths[i];
  for (guint i = 0; i < n_columns; i++)
    widths[i] = MIN_COLUMN_WIDTH + spare * widths[i] / MAX (sum, 1);

  return widths;
}

static void
put_table_row (const IkReportSheet *self,
               double               x,
               GPtrArray           *row,
               const double        *widths,
               gboolean             is_head)
{
  g_autofree IkPdfCell *cells = g_new0 (IkPdfCell, row->len);
  IkPdfStyle style = is_head ? IK_PDF_STYLE_SMALL_STRONG : IK_PDF_STYLE_SMALL;

  for (guint i = 0; i < row->len; i++)
    {
      IkPdfParagraph *paragraph = ik_pdf_typesetter_set_rich (self->type, style,
                                                              widths[i] - CELL_PADDING,
                                                              row->pdata[i]);

      paragraph->colour = IK_PDF_COLOUR_INK;
      cells[i] = (IkPdfCell) { x, paragraph, is_head ? "TH" : "TD", NULL };
      x += widths[i];
    }

  ik_pdf_flow_skip (self->flow, 2);
  ik_pdf_flow_put_row (self->flow, "TR", cells, row->len);
}

static void
draw_table_rule (const IkReportSheet *self,
                 double               x,
                 gboolean             is_head)
{
  IkPdfBox rule = { self->left + x, ik_pdf_flow_get_y (self->flow) + 1, self->width - x,
                    is_head ? 0.75 : 0.4 };

  ik_pdf_canvas_fill (self->canvas, &rule, is_head ? IK_PDF_COLOUR_MUTED : IK_PDF_COLOUR_RULE);
  ik_pdf_flow_skip (self->flow, 2);
}

static void
put_wide_row (const IkReportSheet *self,
              double               x,
              GPtrArray           *row)
{
  g_autoptr(GString) text = g_string_new (NULL);
  IkPdfParagraph *paragraph;

  for (guint i = 0; i < row->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            ((IkRichText *) row->pdata[i])->text);

  paragraph = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL, self->width - x, text->str);
  ik_pdf_flow_put (self->flow, x, "P", paragraph);
}

/* A page that begins within a table has its head once more, for the eyes. */
static void
continue_table (const IkReportSheet *self,
                double               x,
                GPtrArray           *head,
                const double        *widths)
{
  if (ik_pdf_flow_has_room (self->flow, IK_REPORT_SHEET_MIN_NEXT))
    return;

  ik_pdf_flow_break (self->flow);
  ik_pdf_canvas_begin_decoration (self->canvas);
  put_table_row (self, x, head, widths, TRUE);
  draw_table_rule (self, x, TRUE);
  ik_pdf_canvas_end_tag (self->canvas);
}

static void
put_table (const IkReportSheet *self,
           double               x,
           const IkRichBlock   *table)
{
  guint n_columns = count_columns (table);
  gboolean fits = n_columns * MIN_COLUMN_WIDTH <= self->width - x;
  g_autofree double *widths = share_width (table, n_columns, self->width - x);

  /* The head with the first row */
  ik_pdf_flow_need (self->flow, IK_REPORT_SHEET_MIN_NEXT);
  if (fits)
    ik_pdf_canvas_begin_tag (self->canvas, "Table");

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = table->rows->pdata[i];

      if (row->len == 0)
        continue;

      if (fits)
        {
          if (i > 0)
            continue_table (self, x, table->rows->pdata[0], widths);
          put_table_row (self, x, row, widths, i == 0);
          draw_table_rule (self, x, i == 0);
        }
      else
        put_wide_row (self, x, row);
    }

  if (fits)
    ik_pdf_canvas_end_tag (self->canvas);
}

/* @next_height: of what a heading has to stand above */
static void
put_words (const IkReportSheet *self,
           double               x,
           const IkRichBlock   *block,
           double               next_height)
{
  gboolean is_heading = block->kind == IK_RICH_BLOCK_HEADING;
  IkPdfStyle style = is_heading ? IK_PDF_STYLE_STRONG : IK_PDF_STYLE_BODY;
  IkPdfParagraph *words = ik_pdf_typesetter_set_rich (self->type, style, self->width - x,
                                                      block->text);

  if (block->marker != NULL)
    {
      IkPdfCell cells[] = {
        { x - INDENT, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, INDENT, block->marker),
          "Lbl", NULL },
        { x, words, "LBody", NULL },
      };

      ik_pdf_flow_put_row (self->flow, "LI", cells, G_N_ELEMENTS (cells));
      return;
    }

  if (is_heading)
    {
      ik_pdf_flow_need (self->flow, words->height + next_height);
      ik_pdf_flow_put_heading (self->flow, x, "H4", words, next_height);
    }
  else
    {
      ik_pdf_flow_put (self->flow, x, "P", words);
    }
}

static double
get_block_x (double             x,
             const IkRichBlock *block)
{
  return x + (block->depth + block->n_quotations) * INDENT;
}

static IkPdfParagraph *
set_code (const IkReportSheet *self,
          double               x,
          const IkRichBlock   *block)
{
  return ik_pdf_typesetter_set_rich (self->type, IK_PDF_STYLE_CODE,
                                     self->width - x - 2 * CODE_PADDING, block->text);
}

/**
 * ik_report_sheet_measure_blocks:
 * @self: a sheet
 * @x: left edge
 * @blocks: (element-type IkRichBlock): paragraphs, lists, code, tables
 * @from: index of the first one
 *
 * Returns: the height of what has to stand on one page from there on; headings
 *   stay with what they head
 */
double
ik_report_sheet_measure_blocks (const IkReportSheet *self,
                                double               x,
                                GPtrArray           *blocks,
                                guint                from)
{
  double height = GAP;

  for (guint i = from; i < blocks->len; i++)
    {
      const IkRichBlock *block = blocks->pdata[i];
      double block_x = get_block_x (x, block);

      if (block->kind == IK_RICH_BLOCK_CODE)
        return height + ik_pdf_flow_measure_code (self->flow, CODE_PADDING,
                                                  set_code (self, block_x, block));
      if (block->kind != IK_RICH_BLOCK_HEADING)
        break;
      height += GAP + ik_pdf_typesetter_set_rich (self->type, IK_PDF_STYLE_STRONG,
                                                  self->width - block_x, block->text)->height;
    }

  return height + IK_REPORT_SHEET_MIN_NEXT;
}

/**
 * ik_report_sheet_put_blocks:
 * @self: a sheet
 * @x: left edge
 * @blocks: (element-type IkRichBlock): paragraphs, lists, code, tables
 *
 * Puts what was parsed from CommonMark.
 */
void
ik_report_sheet_put_blocks (const IkReportSheet *self,
                            double               x,
                            GPtrArray           *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const IkRichBlock *block = blocks->pdata[i];
      double block_x = get_block_x (x, block);

      ik_pdf_flow_skip (self->flow, block->marker != NULL && i > 0 ? 2 : GAP);

      if (block->kind == IK_RICH_BLOCK_TABLE)
        put_table (self, block_x, block);
      else if (block->kind == IK_RICH_BLOCK_CODE)
        ik_pdf_flow_put_code (self->flow, block_x, CODE_PADDING, set_code (self, block_x, block));
      else
        put_words (self, block_x, block, block->kind == IK_RICH_BLOCK_HEADING
                   ? ik_report_sheet_measure_blocks (self, x, blocks, i + 1) : 0);
    }
}
