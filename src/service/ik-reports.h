#pragma once

#include "ik-library.h"
#include "ik-report.h"

G_BEGIN_DECLS

/* Blocks: call it off the main loop. The format follows the ending; an
 * existing file is replaced whole or not at all. */
gboolean ik_reports_export (IkLibrary             *library,
                            const char *const     *interview_ids,
                            GFile                 *file,
                            const IkReportOptions *options,
                            GCancellable          *cancellable,
                            GError               **error);

G_END_DECLS
