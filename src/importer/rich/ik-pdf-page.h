#pragma once

#include <poppler.h>

#include "ik-rich-document.h"

G_BEGIN_DECLS

/**
 * IkPdfLine:
 * @page: number of its page, from 0
 * @height: height of its page in points
 * @width: width of its page
 * @x0: where it begins, in points from the left
 * @x1: where it ends
 * @word: how wide its first word is
 * @y0: upper edge, in points from the top
 * @y1: lower edge
 * @column: 1 or 2 in a column, 0 where the lines go across the page
 * @band: number of the band of columns; a line across the page is one of its own
 * @table: number of the table on its page that it stands in, from 1; 0 for none
 * @row: its row there, from 1
 * @cell: its cell in the row, from 0
 * @n_cells: number of cells in a row
 * @joined: whether it goes on with the piece before it, behind a wide blank
 * @size: size of the largest font in it, in points
 * @bold: whether all of it is bold
 * @fixed: whether all of it is in a font of fixed width
 * @family: name of its font without weight and slant; "" where there are several
 * @text: (owned): the text with its looks
 *
 * A line of a page.
 */
typedef struct
{
  guint        page;
  double       height;
  double       width;
  double       x0;
  double       x1;
  double       word;
  double       y0;
  double       y1;
  guint        column;
  guint        band;
  guint        table;
  guint        row;
  guint        cell;
  guint        n_cells;
  gboolean     joined;
  double       size;
  gboolean     bold;
  gboolean     fixed;
  const char  *family;
  IkRichBlock *text;
} IkPdfLine;

void ik_pdf_line_free (IkPdfLine   *self);
void ik_pdf_page_read (PopplerPage *page,
                       guint        number,
                       GPtrArray   *lines);

G_END_DECLS
