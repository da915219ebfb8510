#pragma once

#include "ik-library.h"
#include "ik-report.h"

G_BEGIN_DECLS

GBytes   *ik_day_sheets_render (IkLibrary              *library,
                                const char             *candidate_id,
                                gint64                  day_us,
                                const IkReportOptions  *options,
                                IkReportFormat          format,
                                GCancellable           *cancellable,
                                GError                **error);
gboolean  ik_day_sheets_export (IkLibrary              *library,
                                const char             *candidate_id,
                                gint64                  day_us,
                                GFile                  *file,
                                const IkReportOptions  *options,
                                GCancellable           *cancellable,
                                GError                **error);
gboolean  ik_day_sheets_lay_out (IkLibrary             *library,
                                const char             *candidate_id,
                                gint64                  day_us,
                                const IkReportOptions  *options,
                                IkReportPages          *pages,
                                GCancellable           *cancellable,
                                GError                **error);

G_END_DECLS
