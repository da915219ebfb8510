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
 * @part: which interview of a packet it is, from 1; 0 for a report of its own
 * @n_parts: interviews of the packet
 * @first_page: where it begins, from 0
 *
 * A report on its way to paper, or one of several.
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
  guint                   part;
  guint                   n_parts;
  guint                   first_page;
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
 * @mark: where it is read out
 */
typedef struct
{
  guint  page;
  double right;
  double y;
  guint  mark;
} IkReportPlace;

IkReportPdf *ik_report_pdf_new    (IkReportSheet          *sheet,
                                   const IkReportDocument *document);
void  ik_report_pdf_free          (IkReportPdf            *self);
gboolean ik_report_pdf_put        (IkReportPdf            *self,
                                   GCancellable           *cancellable,
                                   GError                **error);
void  ik_report_pdf_draw_places   (IkReportPdf            *self);

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
gboolean ik_report_pdf_has_questions (IkReportPdf         *self);
char *ik_report_pdf_get_target    (IkReportPdf            *self,
                                   const IkReportQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReportPdf, ik_report_pdf_free)

G_END_DECLS
