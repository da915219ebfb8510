#pragma once

#include "ik-pdf-typesetter.h"

G_BEGIN_DECLS

/* Rows and code up to these parts of a page are not torn in two. */
#define IK_PDF_WHOLE_ROW_PART 0.08
#define IK_PDF_WHOLE_CODE_PART 0.8

/**
 * IkPdfFigure:
 * @alternative: what it shows, in words
 * @draw: draws it; its row begins at @y
 * @user_data: for @draw
 */
typedef struct
{
  const char    *alternative;
  void         (*draw) (double        y,
                        gconstpointer user_data);
  gconstpointer  user_data;
} IkPdfFigure;

/**
 * IkPdfCell:
 * @x: left edge, from that of the flow
 * @paragraph: what stands there
 * @tag: (nullable): structure type, a literal
 * @target: (nullable): where a click leads
 * @figure: (nullable): what is drawn beside the paragraph, no higher than that
 */
typedef struct
{
  double                x;
  const IkPdfParagraph *paragraph;
  const char           *tag;
  const char           *target;
  const IkPdfFigure    *figure;
} IkPdfCell;

#define IK_TYPE_PDF_FLOW (ik_pdf_flow_get_type ())
G_DECLARE_FINAL_TYPE (IkPdfFlow, ik_pdf_flow, IK, PDF_FLOW, GObject)

IkPdfFlow *ik_pdf_flow_new       (IkPdfCanvas          *canvas,
                                  const IkPdfBox       *area);
double     ik_pdf_flow_get_y     (IkPdfFlow            *self);
gboolean   ik_pdf_flow_has_room  (IkPdfFlow            *self,
                                  double                height);
void       ik_pdf_flow_need      (IkPdfFlow            *self,
                                  double                height);
void       ik_pdf_flow_skip      (IkPdfFlow            *self,
                                  double                height);
void       ik_pdf_flow_skip_to   (IkPdfFlow            *self,
                                  guint                 page,
                                  double                y);
void       ik_pdf_flow_break     (IkPdfFlow            *self);
void       ik_pdf_flow_rule      (IkPdfFlow            *self,
                                  IkPdfColour           colour,
                                  double                height);
void       ik_pdf_flow_put       (IkPdfFlow            *self,
                                  double                x,
                                  const char           *tag,
                                  const IkPdfParagraph *paragraph);
void       ik_pdf_flow_put_heading (IkPdfFlow          *self,
                                  double                x,
                                  const char           *tag,
                                  const IkPdfParagraph *heading,
                                  double                next_height);
double     ik_pdf_flow_measure_code (IkPdfFlow         *self,
                                  double                padding,
                                  const IkPdfParagraph *paragraph);
void       ik_pdf_flow_put_code  (IkPdfFlow            *self,
                                  double                x,
                                  double                padding,
                                  const IkPdfParagraph *paragraph);
void       ik_pdf_flow_put_row   (IkPdfFlow            *self,
                                  const char           *tag,
                                  const IkPdfCell      *cells,
                                  guint                 n_cells);
double     ik_pdf_flow_place     (IkPdfFlow            *self,
                                  double                x,
                                  double                y,
                                  const char           *tag,
                                  const IkPdfParagraph *paragraph);

G_END_DECLS
