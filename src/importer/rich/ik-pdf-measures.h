#pragma once

#include "ik-pdf-page.h"

G_BEGIN_DECLS

#define IK_PDF_N_COLUMNS 3
#define IK_PDF_MAX_LOOKS 16u
#define IK_PDF_MAX_SIZE 200u

/**
 * IkPdfLook:
 * @size: size of the letters in half points
 * @family: their font, see #IkPdfLine
 * @bold: whether they are bold
 * @n_text: bytes of text that look so
 *
 * How the lines of a heading look.
 */
typedef struct
{
  int         size;
  const char *family;
  gboolean    bold;
  gsize       n_text;
} IkPdfLook;

/**
 * IkPdfMeasures:
 * @size: size of the letters of the text, in points
 * @family: font of the text
 * @pitches: usual distance of lines by size in half points
 * @left: left edge of each column, see #IkPdfLine
 * @right: right edge of each column
 * @fixed: whether all of it is in a font of fixed width
 * @plain: whether all of it looks the same
 * @headings: the looks of headings, largest first
 * @n_headings: number of them
 *
 * What is usual in a document.
 */
typedef struct
{
  double      size;
  const char *family;
  double      pitches[IK_PDF_MAX_SIZE];
  double      left[IK_PDF_N_COLUMNS];
  double      right[IK_PDF_N_COLUMNS];
  gboolean    fixed;
  gboolean    plain;
  IkPdfLook   headings[IK_PDF_MAX_LOOKS];
  guint       n_headings;
} IkPdfMeasures;

void     ik_pdf_measures_take       (IkPdfMeasures       *self,
                                     GPtrArray           *lines);
guint    ik_pdf_measures_find_level (const IkPdfMeasures *self,
                                     const IkPdfLine     *line);
double   ik_pdf_measures_get_pitch  (const IkPdfMeasures *self,
                                     const IkPdfLine     *line);
gboolean ik_pdf_measures_is_full    (const IkPdfMeasures *self,
                                     const IkPdfLine     *line,
                                     const IkPdfLine     *next);
gboolean ik_pdf_measures_is_long    (const IkPdfMeasures *self,
                                     const IkPdfLine     *line);

G_END_DECLS
