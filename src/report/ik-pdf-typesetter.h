#pragma once

#include "ik-pdf-canvas.h"
#include "ik-rich-text.h"

G_BEGIN_DECLS

/* Fewer lines of a paragraph look lost at the foot or the head of a page. */
#define IK_PDF_MIN_LINES 2

typedef enum
{
  IK_PDF_STYLE_TITLE,    /* the candidate's name */
  IK_PDF_STYLE_FIGURE,   /* a number or word to be seen from afar */
  IK_PDF_STYLE_HEADING,
  IK_PDF_STYLE_PROMPT,
  IK_PDF_STYLE_BODY,
  IK_PDF_STYLE_STRONG,
  IK_PDF_STYLE_SMALL,
  IK_PDF_STYLE_SMALL_STRONG,
  IK_PDF_STYLE_LABEL,
  IK_PDF_STYLE_CODE,
} IkPdfStyle;

/**
 * IkPdfParagraph:
 * @colour: in what it is drawn; the style's own at first
 * @width: width of the longest line
 * @height: sum of the lines
 * @lines: (element-type IkPdfLine): at least one
 *
 * A text in lines. Belongs to the typesetter that made it.
 */
typedef struct
{
  IkPdfColour  colour;
  double       width;
  double       height;
  GArray      *lines;
} IkPdfParagraph;

#define IK_TYPE_PDF_TYPESETTER (ik_pdf_typesetter_get_type ())
G_DECLARE_FINAL_TYPE (IkPdfTypesetter, ik_pdf_typesetter, IK, PDF_TYPESETTER, GObject)

IkPdfTypesetter *ik_pdf_typesetter_new      (IkPdfFonts           *fonts);
void             ik_pdf_typesetter_forget   (IkPdfTypesetter      *self);
IkPdfParagraph  *ik_pdf_typesetter_set      (IkPdfTypesetter      *self,
                                             IkPdfStyle            style,
                                             double                width,
                                             const char           *text);
IkPdfParagraph  *ik_pdf_typesetter_set_rich (IkPdfTypesetter      *self,
                                             IkPdfStyle            style,
                                             double                width,
                                             const IkRichText     *text);
IkPdfParagraph  *ik_pdf_typesetter_set_line (IkPdfTypesetter      *self,
                                             IkPdfStyle            style,
                                             double                width,
                                             const char           *text);
IkPdfParagraph  *ik_pdf_typesetter_set_short (IkPdfTypesetter     *self,
                                             IkPdfStyle            style,
                                             double                width,
                                             guint                 n_lines,
                                             const char           *text);

double           ik_pdf_paragraph_measure_head (const IkPdfParagraph *self);
const IkPdfLine *ik_pdf_paragraph_get_line  (const IkPdfParagraph *self,
                                             guint                 index);

G_END_DECLS
