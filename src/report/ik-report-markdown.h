#pragma once

#include "ik-report-document.h"

G_BEGIN_DECLS

GBytes *ik_report_render_markdown (const IkReportDocument *document);

G_END_DECLS
