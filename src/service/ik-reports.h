#pragma once

#include "ik-library.h"
#include "ik-report.h"

G_BEGIN_DECLS

gboolean ik_reports_get_format (GFile                  *file,
                                IkReportFormat         *out_format,
                                GError                **error);
gboolean ik_reports_export     (IkLibrary              *library,
                                const char *const      *interview_ids,
                                GFile                  *file,
                                const IkReportOptions  *options,
                                GCancellable           *cancellable,
                                GError                **error);
gboolean ik_reports_lay_out    (IkLibrary              *library,
                                const char *const      *interview_ids,
                                const IkReportOptions  *options,
                                IkReportPages          *pages,
                                GCancellable           *cancellable,
                                GError                **error);

G_END_DECLS
