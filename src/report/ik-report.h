#pragma once

#include "ik-interview.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  IK_REPORT_ERROR_NOT_SUPPORTED, /* belongs to a later version */
  IK_REPORT_ERROR_FAILED,        /* the document could not be made */
} IkReportError;

#define IK_REPORT_ERROR (ik_report_error_quark ())
GQuark ik_report_error_quark (void);

typedef enum
{
  IK_REPORT_FORMAT_PDF,
  IK_REPORT_FORMAT_MARKDOWN,
  IK_REPORT_FORMAT_JSON,
  IK_REPORT_FORMAT_CSV,
} IkReportFormat;

typedef enum
{
  IK_REPORT_AUDIENCE_INTERNAL,
  IK_REPORT_AUDIENCE_CANDIDATE,
  IK_REPORT_AUDIENCE_PANEL,
} IkReportAudience;

typedef enum
{
  IK_PAGE_SIZE_A4,
  IK_PAGE_SIZE_LETTER,
} IkPageSize;

/**
 * IkReportOptions:
 * @audience: who reads it; decides what it may hold
 * @page_size: size of a page of the PDF
 * @created_at_us: the moment written into the PDF as its creation, in
 *   microseconds since 1970 UTC; 0 for now, or for SOURCE_DATE_EPOCH where
 *   that is set
 * @redacts_names: whether bars stand in place of the names of candidate and
 *   interviewer
 * @redacted: (nullable) (array zero-terminated=1): texts that bars stand in
 *   place of
 * @header: (nullable): a line above the words of each page of a PDF
 * @footer: (nullable): a line below them
 * @without_timeline: whether the part on how the interview went is left out
 *
 * Zeroed, an internal report on A4.
 */
typedef struct
{
  IkReportAudience audience;
  IkPageSize       page_size;
  gint64           created_at_us;
  gboolean         redacts_names;
  const char *const *redacted;
  const char      *header;
  const char      *footer;
  gboolean         without_timeline;
} IkReportOptions;

gboolean  ik_report_format_from_path   (const char             *path,
                                        IkReportFormat         *out_format);
gboolean  ik_report_audience_from_nick (const char             *nick,
                                        IkReportAudience       *out_audience);
gboolean  ik_page_size_from_nick       (const char             *nick,
                                        IkPageSize             *out_page_size);

GBytes   *ik_report_render             (GPtrArray              *interviews,
                                        const IkReportOptions  *options,
                                        IkReportFormat          format,
                                        GCancellable           *cancellable,
                                        GError                **error);

G_END_DECLS
