#pragma once

#include "ik-pdf-font.h"

G_BEGIN_DECLS

/**
 * IkPdfRun:
 * @font: (unowned): in which
 * @glyphs: from left to right
 * @n_glyphs: how many
 * @text: (nullable): what they stand for together; %NULL where each stands for
 *   what its font says
 * @x: where it begins, from the line's left end, in Pango's units
 *
 * Glyphs of one font.
 */
typedef struct
{
  IkPdfFont        *font;
  const IkPdfGlyph *glyphs;
  guint             n_glyphs;
  const char       *text;
  int               x;
} IkPdfRun;

/**
 * IkPdfLine:
 * @runs: (array length=n_runs): from left to right
 * @n_runs: how many
 * @x: where it begins, from the paragraph's left edge, in points
 * @width: how long it is
 * @ascent: from its upper edge to the baseline
 * @height: to the next line
 */
typedef struct
{
  const IkPdfRun *runs;
  guint           n_runs;
  double          x;
  double          width;
  double          ascent;
  double          height;
} IkPdfLine;

G_END_DECLS
