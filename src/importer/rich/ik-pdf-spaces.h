#pragma once

#include "ik-pdf-page.h"

G_BEGIN_DECLS

#define IK_PDF_MAX_CELLS 8u

/**
 * IkPdfSpace:
 * @from: where it begins, in points from the left
 * @to: where it ends
 *
 * Space that nothing stands in. That of lines below each other is an array
 * from the left of the page to the right; it parts columns.
 */
typedef struct
{
  double from;
  double to;
} IkPdfSpace;

GArray *ik_pdf_spaces_new           (void);
GArray *ik_pdf_spaces_take_out      (GArray          *spaces,
                                     const IkPdfLine *piece);
GArray *ik_pdf_spaces_intersect     (const GArray    *spaces,
                                     const GArray    *others);
guint   ik_pdf_spaces_count_columns (const GArray    *spaces);
guint   ik_pdf_spaces_find_column   (const GArray    *spaces,
                                     const IkPdfLine *piece);

G_END_DECLS
