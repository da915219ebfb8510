#pragma once

#include "ik-comparison.h"
#include "ik-library.h"
#include "ik-report.h"

G_BEGIN_DECLS

GStrv         ik_comparisons_list_roles (IkLibrary              *library,
                                         GCancellable           *cancellable,
                                         GError                **error);
IkComparison *ik_comparisons_load       (IkLibrary              *library,
                                         const char             *role,
                                         GCancellable           *cancellable,
                                         GError                **error);
gboolean      ik_comparisons_export     (IkLibrary              *library,
                                         const char             *role,
                                         GFile                  *file,
                                         const IkReportOptions  *options,
                                         GCancellable           *cancellable,
                                         GError                **error);
gboolean      ik_comparisons_lay_out    (IkLibrary              *library,
                                         const char             *role,
                                         const IkReportOptions  *options,
                                         IkReportPages          *pages,
                                         GCancellable           *cancellable,
                                         GError                **error);

G_END_DECLS
