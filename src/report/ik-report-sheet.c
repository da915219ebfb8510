#include "ik-report-pdf-private.h"

#define INDENT 14.0
#define CODE_PADDING 7.0
#define GAP 6.0
#define CELL_PADDING 4.0

/* Narrower columns can't be read; a wider table is set row by row. */
#define MIN_COLUMN_WIDTH 36.0

/**
 * ik_report_pdf_put_notes:
 * @self: a report
 * @x: where the times begin
 * @text_x: where the words begin
 * @notes: (element-type IkReportNote): paragraphs
 *
 * Puts notes with their times beside them.
 */
void
ik_report_pdf_put_notes (IkReportPdf *self,
                         double       x,
                         double       text_x,
                         GPtrArray   *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const IkReportNote *note = notes->pdata[i];
      IkPdfCell cells[] = {
        { x, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL, text_x - x, note->time),
          "Lbl", NULL },
        { text_x, ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_BODY, self->width - text_x,
                                         note->text),
          "LBody", NULL },
      };

      ik_pdf_flow_skip (self->flow, i > 0 ? 3 : 1);
      ik_pdf_flow_put_row (self->flow, "LI", cells, G_N_ELEMENTS (cells));
    }
}

/**
 * ik_report_pdf_put_lines:
 * @self: a report
 * @lines: (element-type utf8): texts
 *
 * Puts a list with a mark before each text.
 */
void
ik_report_pdf_put_lines (IkReportPdf *self,
                         GPtrArray   *lines)
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
put_table_row (IkReportPdf  *self,
               double        x,
               GPtrArray    *row,
               const double *widths,
               gboolean      is_head)
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
draw_table_rule (IkReportPdf *self,
                 double       x,
                 gboolean     is_head)
{
  IkPdfBox rule = { self->left + x, ik_pdf_flow_get_y (self->flow) + 1, self->width - x,
                    is_head ? 0.75 : 0.4 };

  ik_pdf_canvas_fill (self->canvas, &rule, is_head ? IK_PDF_COLOUR_MUTED : IK_PDF_COLOUR_RULE);
  ik_pdf_flow_skip (self->flow, 2);
}

static void
put_wide_row (IkReportPdf *self,
              double       x,
              GPtrArray   *row)
{
  g_autoptr(GString) text = g_string_new (NULL);
  IkPdfParagraph *paragraph;

  for (guint i = 0; i < row->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                            ((IkRichText *) row->pdata[i])->text);

  paragraph = ik_pdf_typesetter_set (self->type, IK_PDF_STYLE_SMALL, self->width - x, text->str);
  ik_pdf_flow_put (self->flow, x, "P", paragraph);
}

static void
put_table (IkReportPdf       *self,
           double             x,
           const IkRichBlock *table)
{
  guint n_columns = count_columns (table);
  gboolean fits = n_columns * MIN_COLUMN_WIDTH <= self->width - x;
  g_autofree double *widths = share_width (table, n_columns, self->width - x);

  if (fits)
    ik_pdf_canvas_begin_tag (self->canvas, "Table");

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = table->rows->pdata[i];

      if (row->len == 0)
        continue;

      if (fits)
        {
          put_table_row (self, x, row, widths, i == 0);
          draw_table_rule (self, x, i == 0);
        }
      else
        put_wide_row (self, x, row);
    }

  if (fits)
    ik_pdf_canvas_end_tag (self->canvas);
}

static void
put_words (IkReportPdf       *self,
           double             x,
           const IkRichBlock *block)
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

  /* A heading stays with what it heads. */
  if (is_heading)
    ik_pdf_flow_need (self->flow, words->height + 3 * words->height / words->lines->len);
  ik_pdf_flow_put (self->flow, x, is_heading ? "H4" : "P", words);
}

/**
 * ik_report_pdf_put_blocks:
 * @self: a report
 * @x: left edge
 * @blocks: (element-type IkRichBlock): paragraphs, lists, code, tables
 *
 * Puts what was parsed from CommonMark.
 */
void
ik_report_pdf_put_blocks (IkReportPdf *self,
                          double       x,
                          GPtrArray   *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const IkRichBlock *block = blocks->pdata[i];
      double block_x = x + (block->depth + block->n_quotations) * INDENT;
      double code_width = self->width - block_x - 2 * CODE_PADDING;

      ik_pdf_flow_skip (self->flow, block->marker != NULL && i > 0 ? 2 : GAP);

      if (block->kind == IK_RICH_BLOCK_TABLE)
        put_table (self, block_x, block);
      else if (block->kind == IK_RICH_BLOCK_CODE)
        ik_pdf_flow_put_code (self->flow, block_x, CODE_PADDING,
                              ik_pdf_typesetter_set_rich (self->type, IK_PDF_STYLE_CODE,
                                                          code_width, block->text));
      else
        put_words (self, block_x, block);
    }
}
