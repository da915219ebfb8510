#pragma once

#include "ik-report-document.h"

G_BEGIN_DECLS

gboolean ik_report_write_pdf (const IkReportDocument  *document,
                              const IkReportOptions   *options,
                              GOutputStream           *output,
                              GCancellable            *cancellable,
                              GError                 **error);

G_END_DECLS
