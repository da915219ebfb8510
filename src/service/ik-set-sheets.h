#pragma once

#include "ik-library.h"
#include "ik-report.h"

G_BEGIN_DECLS

gboolean ik_set_sheets_export  (IkLibrary              *library,
                                const char             *set_id,
                                GFile                  *file,
                                const IkReportOptions  *options,
                                GCancellable           *cancellable,
                                GError                **error);
gboolean ik_set_sheets_lay_out (IkLibrary              *library,
                                const char             *set_id,
                                const IkReportOptions  *options,
                                IkReportPages          *pages,
                                GCancellable           *cancellable,
                                GError                **error);

G_END_DECLS
