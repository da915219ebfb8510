#pragma once

#include "ik-pdf-flow.h"
#include "ik-report.h"

G_BEGIN_DECLS

/* Where the words begin, from the top of a page, and how far from its foot they end. */
#define IK_REPORT_SHEET_TOP 62.0

/* A row that is not torn, or three lines of any script: the least that stands
 * below a heading. */
#define IK_REPORT_SHEET_MIN_NEXT 64.0

/* Lines to write on by hand stand 7 mm apart. */
#define IK_REPORT_SHEET_WRITING_LINE 20.0

/**
 * IkReportSheet:
 * @canvas: (owned): what the pages are drawn on
 * @type: (owned): sets the words
 * @flow: (owned): puts them on pages
 * @left: left edge of the area in points
 * @width: width of the area
 * @height: height of a page
 * @logo: (owned) (nullable): an image surface
 *
 * Where a report of any kind puts its words. It knows of no interview.
 */
typedef struct
{
  IkPdfCanvas     *canvas;
  IkPdfTypesetter *type;
  IkPdfFlow       *flow;
  double           left;
  double           width;
  double           height;
  cairo_surface_t *logo;
} IkReportSheet;

/**
 * IkReportFrame:
 * @name: whom it is about
 * @date: of the interview
 * @footer: what kind of document it is
 * @is_draft: whether it has not been handed in
 * @options: the header and footer that were asked for
 *
 * What stands around each page.
 */
typedef struct
{
  const char *name;
  const char *date;
  const char *footer;
  gboolean    is_draft;
  const IkReportOptions *options;
} IkReportFrame;

IkReportSheet *ik_report_sheet_new             (const IkReportOptions *options,
                                                GOutputStream       *output);
void           ik_report_sheet_free            (IkReportSheet       *self);

void           ik_report_sheet_draw_text       (const IkReportSheet *self,
                                                IkPdfStyle           style,
                                                double               x,
                                                double               y,
                                                const char          *text);
void           ik_report_sheet_draw_text_right (const IkReportSheet *self,
                                                double               right,
                                                double               y,
                                                const char          *text);
void           ik_report_sheet_draw_frames     (const IkReportSheet *self,
                                                const IkReportFrame *frame);

double         ik_report_sheet_draw_logo       (const IkReportSheet *self);
void           ik_report_sheet_put_signature   (const IkReportSheet *self,
                                                const char          *name);

void           ik_report_sheet_put_writing_lines (const IkReportSheet *self,
                                                guint                n_lines);
void           ik_report_sheet_put_heading     (const IkReportSheet *self,
                                                const char          *title,
                                                double               next_height);
void           ik_report_sheet_put_lines       (const IkReportSheet *self,
                                                GPtrArray           *lines);
void           ik_report_sheet_put_numbered    (const IkReportSheet *self,
                                                double               x,
                                                GPtrArray           *texts);
double         ik_report_sheet_measure_blocks  (const IkReportSheet *self,
                                                double               x,
                                                GPtrArray           *blocks,
                                                guint                from);
void           ik_report_sheet_put_blocks      (const IkReportSheet *self,
                                                double               x,
                                                GPtrArray           *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReportSheet, ik_report_sheet_free)

G_END_DECLS
