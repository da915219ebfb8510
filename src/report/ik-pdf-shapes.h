#pragma once

#include "ik-pdf-canvas.h"

G_BEGIN_DECLS

/**
 * IkPdfStroke:
 * @points: as parts of the shape's box
 * @n_points: how many
 * @is_closed: whether it ends where it begins
 * @is_filled: whether it is an area rather than a line
 * @is_paper: whether it has the colour of the paper
 */
typedef struct
{
  double   points[4][2];
  guint    n_points;
  gboolean is_closed;
  gboolean is_filled;
  gboolean is_paper;
} IkPdfStroke;

const double      *ik_pdf_colour_get_parts      (IkPdfColour     colour);
const IkPdfStroke *ik_pdf_shape_get_strokes     (IkPdfShape      shape,
                                                 guint          *out_n_strokes);
double             ik_pdf_shape_get_line_width  (IkPdfShape      shape,
                                                 const IkPdfBox *box);

G_END_DECLS
