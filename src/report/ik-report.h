#pragma once

#include "ik-interview.h"
#include "ik-panel-agreement.h"
#include "ik-report-pages.h"

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

/* What of a report can be left out. Those of a report for the candidate are the
 * summary, which is what may be shared, and the questions. */
typedef enum
{
  IK_REPORT_PART_RECOMMENDATION = 1 << 0, /* with the mean and the time */
  IK_REPORT_PART_SUMMARY        = 1 << 1, /* with strengths and concerns */
  IK_REPORT_PART_COMPETENCIES   = 1 << 2,
  IK_REPORT_PART_OVERVIEW       = 1 << 3, /* the questions as a table */
  IK_REPORT_PART_TIMELINE       = 1 << 4,
  IK_REPORT_PART_NOTES          = 1 << 5, /* general ones and those of each question */
  IK_REPORT_PART_QUESTIONS      = 1 << 6, /* one after the other */
} IkReportParts;

#define IK_REPORT_N_PARTS 7

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
 * @without: parts that are left out of a PDF or Markdown
 * @has_signature: whether there is a line to sign at the end
 * @logo: (nullable): a picture for the first page of a PDF, as a PNG that has
 *   been made harmless
 * @agreement: (nullable): what the panel agreed about, for a packet
 * @shown: (nullable): what takes the pages of a PDF in place of a file; set by
 *   ik_report_lay_out()
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
  IkReportParts    without;
  gboolean         has_signature;
  GBytes          *logo;
  const IkPanelAgreement *agreement;
  IkReportPages   *shown;
} IkReportOptions;

gboolean  ik_report_format_from_path   (const char             *path,
                                        IkReportFormat         *out_format);
gboolean  ik_report_audience_from_nick (const char             *nick,
                                        IkReportAudience       *out_audience);
IkReportParts ik_report_audience_get_parts (IkReportAudience    audience);
gboolean  ik_report_part_from_nick     (const char             *nick,
                                        IkReportParts          *out_part);
const char *ik_report_part_to_nick     (IkReportParts           part);
gboolean  ik_page_size_from_nick       (const char             *nick,
                                        IkPageSize             *out_page_size);
gboolean  ik_report_check_parts        (const IkReportOptions  *options,
                                        IkReportFormat          format,
                                        GError                **error);
gint64    ik_report_get_creation_time_us (const IkReportOptions *options);

gboolean  ik_report_write              (GPtrArray              *interviews,
                                        const IkReportOptions  *options,
                                        IkReportFormat          format,
                                        GOutputStream          *output,
                                        GCancellable           *cancellable,
                                        GError                **error);
GBytes   *ik_report_render             (GPtrArray              *interviews,
                                        const IkReportOptions  *options,
                                        IkReportFormat          format,
                                        GCancellable           *cancellable,
                                        GError                **error);
gboolean  ik_report_lay_out            (GPtrArray              *interviews,
                                        const IkReportOptions  *options,
                                        IkReportPages          *pages,
                                        GCancellable           *cancellable,
                                        GError                **error);

G_END_DECLS
