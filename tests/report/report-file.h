#pragma once

#include "ik-report.h"

G_BEGIN_DECLS

/* A report as a file in a folder of its own, and what other programs read in
 * it. */
typedef struct
{
  char *folder;
  char *path;
} ReportFile;

GBytes     *report_render       (IkInterview           *interview,
                                 IkReportFormat         format,
                                 const IkReportOptions *options);
ReportFile *report_file_new_of  (GBytes                *report);
ReportFile *report_file_new     (IkInterview           *interview,
                                 const IkReportOptions *options);
void        report_file_free    (ReportFile            *self);
char       *report_file_read_by (ReportFile            *self,
                                 const char            *command);
char       *report_file_read    (ReportFile            *self);
GBytes     *report_file_inflate (ReportFile            *self);

gboolean    report_holds        (GBytes                *report,
                                 const char            *word);
void        report_assert_lacks (GBytes                *report,
                                 const char            *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportFile, report_file_free)

G_END_DECLS
