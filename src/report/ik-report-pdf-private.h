#pragma once

#include "ik-report-document.h"
#include "ik-report-sheet.h"

G_BEGIN_DECLS

/* Questions have a narrow column for the facts and a wide one for the words. */
#define IK_REPORT_SIDE_WIDTH 108.0
#define IK_REPORT_GUTTER 16.0
#define IK_REPORT_MAIN_X (IK_REPORT_SIDE_WIDTH + IK_REPORT_GUTTER)

/**
 * IkReportPdf:
 * @document: what to say
 * @sheet: where
 * @canvas: of the sheet
 * @type: of the sheet
 * @flow: of the sheet
 * @left: of the sheet
 * @width: of the sheet
 * @page_places: (element-type IkReportPlace): where the number of a page
 *   belongs, one per question
 * @spans: (element-type IkReportSpan): the pages of each question
 *
 * A report on its way to paper.
 */
typedef struct
{
  const IkReportDocument *document;
  IkReportSheet          *sheet;
  IkPdfCanvas            *canvas;
  IkPdfTypesetter        *type;
  IkPdfFlow              *flow;
  double                  left;
  double                  width;
  GArray                 *page_places;
  GArray                 *spans;
} IkReportPdf;

/**
 * IkReportSpan:
 * @first: page where it begins, from 0
 * @last: page where it ends
 */
typedef struct
{
  guint first;
  guint last;
} IkReportSpan;

/**
 * IkReportPlace:
 * @page: page, from 0
 * @right: right edge, from the left of the area
 * @y: upper edge, from the top of the page
 */
typedef struct
{
  guint  page;
  double right;
  double y;
} IkReportPlace;

void  ik_report_pdf_put_summary   (IkReportPdf            *self);
void  ik_report_pdf_put_overview  (IkReportPdf            *self);
void  ik_report_pdf_put_timeline  (IkReportPdf            *self);
void  ik_report_pdf_put_question  (IkReportPdf            *self,
                                   const IkReportQuestion *question);

void  ik_report_pdf_put_notes     (IkReportPdf            *self,
                                   double                  x,
                                   double                  text_x,
                                   GPtrArray              *notes);
void  ik_report_pdf_draw_bar      (IkReportPdf            *self,
                                   const IkPdfBox         *box,
                                   double                  part);
char *ik_report_pdf_get_target    (const IkReportQuestion *question);

G_END_DECLS
