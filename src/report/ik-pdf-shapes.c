#include "ik-pdf-shapes.h"

/**
 * ik_pdf_colour_get_parts:
 * @colour: a colour
 *
 * Returns: (transfer none) (array fixed-size=3): its red, green and blue, from
 *   0 to 1
 */
const double *
ik_pdf_colour_get_parts (IkPdfColour colour)
{
  static const double colours[][3] = {
    { 0.11, 0.13, 0.16 }, /* ink: 16:1 on paper */
    { 0.36, 0.40, 0.45 }, /* muted: 5.8:1 */
    { 0.10, 0.32, 0.46 }, /* accent: 8.2:1 */
    { 0.66, 0.75, 0.81 }, /* tint */
    { 0.83, 0.85, 0.87 }, /* rule */
    { 0.955, 0.96, 0.965 }, /* shade */
    { 1, 1, 1 },
  };

  g_return_val_if_fail (colour < G_N_ELEMENTS (colours), colours[0]);

  return colours[colour];
}

/**
 * ik_pdf_shape_get_strokes:
 * @shape: a mark
 * @out_n_strokes: (out): how many it takes
 *
 * Returns: (transfer none) (array length=out_n_strokes): how it is drawn, the
 *   lowest first
 */
const IkPdfStroke *
ik_pdf_shape_get_strokes (IkPdfShape  shape,
                          guint      *out_n_strokes)
{
  static const IkPdfStroke check[] = {
    { { { 0.08, 0.55 }, { 0.38, 0.85 }, { 0.92, 0.18 } }, 3, FALSE, FALSE, FALSE },
  };
  static const IkPdfStroke cross[] = {
    { { { 0.15, 0.15 }, { 0.85, 0.85 } }, 2, FALSE, FALSE, FALSE },
    { { { 0.15, 0.85 }, { 0.85, 0.15 } }, 2, FALSE, FALSE, FALSE },
  };
  static const IkPdfStroke flag[] = {
    { { { 0.2, 0.05 }, { 0.95, 0.3 }, { 0.2, 0.58 } }, 3, TRUE, TRUE, FALSE },
    { { { 0.2, 1 }, { 0.2, 0.05 } }, 2, FALSE, FALSE, FALSE },
  };
  static const IkPdfStroke diamond[] = {
    { { { 0.5, 0 }, { 1, 0.5 }, { 0.5, 1 }, { 0, 0.5 } }, 4, TRUE, TRUE, FALSE },
    { { { 0.5, 0 }, { 1, 0.5 }, { 0.5, 1 }, { 0, 0.5 } }, 4, TRUE, FALSE, TRUE },
  };
  static const IkPdfStroke frame[] = {
    { { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } }, 4, TRUE, FALSE, FALSE },
  };
  static const struct
  {
    const IkPdfStroke *strokes;
    guint              n_strokes;
  } shapes[] = {
    [IK_PDF_SHAPE_CHECK] = { check, G_N_ELEMENTS (check) },
    [IK_PDF_SHAPE_CROSS] = { cross, G_N_ELEMENTS (cross) },
    [IK_PDF_SHAPE_FLAG] = { flag, G_N_ELEMENTS (flag) },
    [IK_PDF_SHAPE_DIAMOND] = { diamond, G_N_ELEMENTS (diamond) },
    [IK_PDF_SHAPE_FRAME] = { frame, G_N_ELEMENTS (frame) },
  };

  g_return_val_if_fail (shape < G_N_ELEMENTS (shapes), NULL);

  *out_n_strokes = shapes[shape].n_strokes;
  return shapes[shape].strokes;
}

/**
 * ik_pdf_shape_get_line_width:
 * @shape: a mark
 * @box: where it goes
 *
 * Returns: how thick its lines are, in points
 */
double
ik_pdf_shape_get_line_width (IkPdfShape      shape,
                             const IkPdfBox *box)
{
  if (shape == IK_PDF_SHAPE_FRAME)
    return 0.75;

  return shape == IK_PDF_SHAPE_DIAMOND ? 1 : box->height / 6;
}
