#pragma once

#include "ik-panel-spread.h"
#include "ik-report-sheet.h"

G_BEGIN_DECLS

/**
 * IkReportRange:
 * @sheet: where
 * @track: room for the whole scale; its upper edge is from that of the row
 * @scale: what the values are on
 * @lowest: the lowest of them
 * @highest: the highest of them
 * @mean: their mean
 *
 * How far several ratings lie apart.
 */
typedef struct
{
  const IkReportSheet *sheet;
  IkPdfBox             track;
  const IkRubric      *scale;
  double               lowest;
  double               highest;
  double               mean;
} IkReportRange;

/**
 * IkReportTime:
 * @sheet: where
 * @track: room for the longest time there is; its upper edge is from that of the
 *   row
 * @used: time used, as a share of that
 * @planned: time planned, as a share of that
 *
 * Planned against actual time.
 */
typedef struct
{
  const IkReportSheet *sheet;
  IkPdfBox             track;
  double               used;
  double               planned;
} IkReportTime;

char *ik_report_range_format     (const IkReportRange *self);
void ik_report_range_draw        (double               y,
                                  gconstpointer        user_data);
void ik_report_time_draw         (double               y,
                                  gconstpointer        user_data);
void ik_report_chart_place_scale (const IkReportSheet *sheet,
                                  const IkPdfBox      *track,
                                  const IkRubric      *scale);
void ik_report_chart_place_key   (const IkReportSheet *sheet,
                                  const IkPdfBox      *track);

G_END_DECLS
