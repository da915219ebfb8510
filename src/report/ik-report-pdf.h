#pragma once

#include "ik-report-document.h"

G_BEGIN_DECLS

GBytes *ik_report_render_pdf (const IkReportDocument  *document,
                              const IkReportOptions   *options,
                              GCancellable            *cancellable,
                              GError                 **error);

G_END_DECLS
