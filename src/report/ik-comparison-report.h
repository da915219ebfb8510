#pragma once

#include "ik-comparison.h"
#include "ik-report.h"

G_BEGIN_DECLS

/* What of a comparison can be left out: the charts of the competencies, and the
 * times. */
#define IK_COMPARISON_PARTS (IK_REPORT_PART_COMPETENCIES | IK_REPORT_PART_TIMELINE)

GBytes *ik_comparison_render          (const IkComparison     *self,
                                       const IkReportOptions  *options,
                                       IkReportFormat          format,
                                       GError                **error);

/* The forms it takes. */
GBytes *ik_comparison_render_pdf      (const IkComparison     *self,
                                       const IkReportOptions  *options,
                                       GError                **error);
GBytes *ik_comparison_render_markdown (const IkComparison     *self,
                                       const IkReportOptions  *options);
GBytes *ik_comparison_render_json     (const IkComparison     *self);
GBytes *ik_comparison_render_csv      (const IkComparison     *self);

G_END_DECLS
