#pragma once

#include "ik-library.h"
#include "ik-report.h"

G_BEGIN_DECLS

gboolean ik_reports_export (IkLibrary              *library,
                            const char *const      *interview_ids,
                            GFile                  *file,
                            const IkReportOptions  *options,
                            GCancellable           *cancellable,
                            GError                **error);

G_END_DECLS
