#include "ik-report.h"

#include "ik-candidate-report.h"
#include "ik-interview-json.h"
#include "ik-redaction.h"
#include "ik-report-csv.h"
#include "ik-report-markdown.h"
#include "ik-report-pdf.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (ik-report-error-quark, ik_report_error)

static const struct
{
  const char     *ending;
  IkReportFormat  format;
} endings[] = {
  { ".pdf", IK_REPORT_FORMAT_PDF },
  { ".md", IK_REPORT_FORMAT_MARKDOWN },
  { ".json", IK_REPORT_FORMAT_JSON },
  { ".csv", IK_REPORT_FORMAT_CSV },
};

/**
 * ik_report_format_from_path:
 * @path: name of a file
 * @out_format: (out): the format, left alone if there is none
 *
 * Returns: whether @path ends like a format of reports, in any case
 */
gboolean
ik_report_format_from_path (const char     *path,
                            IkReportFormat *out_format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i].ending))
        {
          *out_format = endings[i].format;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_nick (const char *const *nicks,
           const char        *nick,
           guint             *out_value)
{
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (nicks[i], nick) == 0)
        {
          *out_value = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ik_report_audience_from_nick:
 * @nick: "internal", "candidate" or "panel"
 * @out_audience: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_report_audience_from_nick (const char       *nick,
                              IkReportAudience *out_audience)
{
  static const char *const nicks[] = { "internal", "candidate", "panel", NULL };
  guint value;

  if (!find_nick (nicks, nick, &value))
    return FALSE;

  *out_audience = value;
  return TRUE;
}

/**
 * ik_page_size_from_nick:
 * @nick: "A4" or "Letter", in any case
 * @out_page_size: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_page_size_from_nick (const char *nick,
                        IkPageSize *out_page_size)
{
  static const char *const nicks[] = { "A4", "Letter", NULL };
  guint value;

  if (!find_nick (nicks, nick, &value))
    return FALSE;

  *out_page_size = value;
  return TRUE;
}

static gboolean
check_is_supported (GPtrArray              *interviews,
                    const IkReportOptions  *options,
                    IkReportFormat          format,
                    GError                **error)
{
  const char *message = NULL;

  if (options->audience == IK_REPORT_AUDIENCE_PANEL)
    message = _("a packet for the panel is not in this version");
  else if (interviews->len > 1)
    message = _("a packet of several interviews is not in this version; name one interview");
  else if (format == IK_REPORT_FORMAT_CSV && options->audience == IK_REPORT_AUDIENCE_CANDIDATE)
    message = _("scores are not for the candidate; choose .pdf, .md or .json");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED, message);
  return FALSE;
}

static GBytes *
render_json (const IkInterview *interview)
{
  g_autoptr(JsonNode) node = ik_interview_to_json (interview);
  g_autofree char *json = json_to_string (node, TRUE);
  char *text = g_strconcat (json, "\n", NULL);

  return g_bytes_new_take (text, strlen (text));
}

static gint64
get_creation_time_us (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  return epoch != NULL ? g_ascii_strtoll (epoch, NULL, 10) * G_USEC_PER_SEC : g_get_real_time ();
}

static GBytes *
render_for_candidate (const IkInterview      *interview,
                      const IkReportOptions  *options,
                      IkReportFormat          format,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr(IkCandidateReport) report = ik_candidate_report_new (interview);

  switch (format)
    {
    case IK_REPORT_FORMAT_PDF:
      return ik_candidate_report_render_pdf (report, options, cancellable, error);

    case IK_REPORT_FORMAT_MARKDOWN:
      return ik_candidate_report_render_markdown (report);

    case IK_REPORT_FORMAT_JSON:
      return ik_candidate_report_render_json (report);

    case IK_REPORT_FORMAT_CSV:
    default:
      g_return_val_if_reached (NULL);
    }
}

static GBytes *
render_internal (const IkInterview      *interview,
                 const IkReportOptions  *options,
                 IkReportFormat          format,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr(IkReportDocument) document = NULL;

  if (format == IK_REPORT_FORMAT_JSON)
    return render_json (interview);
  if (format == IK_REPORT_FORMAT_CSV)
    return ik_report_render_csv (interview);

  document = ik_report_document_new (interview, options);
  if (format == IK_REPORT_FORMAT_MARKDOWN)
    return ik_report_render_markdown (document);

  return ik_report_render_pdf (document, options, cancellable, error);
}

static GBytes *
render (const IkInterview      *interview,
        const IkReportOptions  *options,
        IkReportFormat          format,
        GCancellable           *cancellable,
        GError                **error)
{
  g_autoptr(IkInterview) redacted = ik_redaction_apply (interview, options->redacts_names,
                                                        options->redacted);
  IkReportOptions dated = *options;

  if (dated.created_at_us == 0)
    dated.created_at_us = get_creation_time_us ();

  if (options->audience == IK_REPORT_AUDIENCE_CANDIDATE)
    return render_for_candidate (redacted, &dated, format, cancellable, error);

  return render_internal (redacted, &dated, format, cancellable, error);
}

/**
 * ik_report_render:
 * @interviews: (element-type IkInterview): interviews of one candidate, at
 *   least one; in this version exactly one
 * @options: what to make of them
 * @format: in which form
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Makes a report. It is whole or there is none; writing it to a file is for
 * the caller. Takes about 5 ms per page of PDF, so not for the main loop; any
 * thread will do.
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with
 *   #IK_REPORT_ERROR or %G_IO_ERROR_CANCELLED
 */
GBytes *
ik_report_render (GPtrArray              *interviews,
                  const IkReportOptions  *options,
                  IkReportFormat          format,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_return_val_if_fail (interviews != NULL && interviews->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (!check_is_supported (interviews, options, format, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return render (interviews->pdata[0], options, format, cancellable, error);
}
