#pragma once

#include "ik-pdf-arena.h"
#include "ik-pdf-line.h"

G_BEGIN_DECLS

/**
 * IkPdfFiller:
 * @arena: (unowned): where the lines are kept
 * @font: (unowned): of what is put in from here on; the first one gives empty
 *   lines their height
 * @first_font: (unowned): the first one
 * @width: of a line, in Pango's units
 * @leading: least height of a line, in points
 * @max_lines: where the text ends with an ellipsis, or 0
 * @atoms: (owned): what no line ends inside of
 * @glyphs: (owned): of the line at hand
 * @runs: (owned): of the line at hand
 *
 * Fills lines with words.
 */
typedef struct
{
  IkPdfArena *arena;
  IkPdfFont  *font;
  IkPdfFont  *first_font;
  int         width;
  double      leading;
  guint       max_lines;

  GArray     *atoms;
  GArray     *glyphs;
  GArray     *runs;
} IkPdfFiller;

void     ik_pdf_filler_init  (IkPdfFiller *self,
                              IkPdfArena  *arena);
void     ik_pdf_filler_clear (IkPdfFiller *self);
void     ik_pdf_filler_begin (IkPdfFiller *self,
                              IkPdfFont   *font,
                              double       width,
                              double       leading,
                              guint        max_lines);
gboolean ik_pdf_filler_add   (IkPdfFiller *self,
                              const char  *text,
                              gsize        length);
gboolean ik_pdf_filler_fill  (IkPdfFiller *self,
                              GArray      *lines);

G_END_DECLS
