#include "ik-report.h"

#include "ik-candidate-report.h"
#include "ik-interview-json.h"
#include "ik-packet.h"
#include "ik-redaction.h"
#include "ik-report-csv.h"
#include "ik-report-markdown.h"
#include "ik-report-output.h"
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
 * ik_report_audience_get_parts:
 * @audience: who reads it
 *
 * Returns: the parts that a report for them has and that can be left out
 */
IkReportParts
ik_report_audience_get_parts (IkReportAudience audience)
{
  return audience == IK_REPORT_AUDIENCE_CANDIDATE
         ? IK_REPORT_PART_SUMMARY | IK_REPORT_PART_QUESTIONS : (1 << IK_REPORT_N_PARTS) - 1;
}

static const char *const parts[IK_REPORT_N_PARTS + 1] = {
  "recommendation", "summary", "competencies", "overview", "timeline", "notes", "questions", NULL,
};

/**
 * ik_report_part_from_nick:
 * @nick: "recommendation", "summary", "competencies", "overview", "timeline",
 *   "notes" or "questions"
 * @out_part: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_report_part_from_nick (const char    *nick,
                          IkReportParts *out_part)
{
  guint value;

  if (!find_nick (parts, nick, &value))
    return FALSE;

  *out_part = 1 << value;
  return TRUE;
}

/**
 * ik_report_part_to_nick:
 * @part: one part
 *
 * Returns: (transfer none): its word
 */
const char *
ik_report_part_to_nick (IkReportParts part)
{
  return parts[g_bit_nth_lsf (part, -1)];
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

/**
 * ik_report_check_parts:
 * @options: what to make
 * @format: in which form
 * @error: return location
 *
 * Files for other programs are whole, whatever they are about.
 *
 * Returns: whether the form can leave out what @options leave out;
 *   #IK_REPORT_ERROR_NOT_SUPPORTED otherwise
 */
gboolean
ik_report_check_parts (const IkReportOptions  *options,
                       IkReportFormat          format,
                       GError                **error)
{
  const char *message = NULL;

  if (options->without != 0 && format == IK_REPORT_FORMAT_JSON)
    message = _("a JSON file is always whole; choose .pdf or .md to leave parts out");
  else if (options->without != 0 && format == IK_REPORT_FORMAT_CSV)
    message = _("a CSV file is always whole; choose .pdf or .md to leave parts out");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED, message);
  return FALSE;
}

static gboolean
check_is_supported (GPtrArray              *interviews,
                    const IkReportOptions  *options,
                    IkReportFormat          format,
                    GError                **error)
{
  const char *message = NULL;

  if (options->audience != IK_REPORT_AUDIENCE_CANDIDATE)
    return ik_report_check_parts (options, format, error);

  if (interviews->len > 1)
    message = _("a report for the candidate is of one interview; name one");
  else if (format == IK_REPORT_FORMAT_CSV)
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

/**
 * ik_report_get_creation_time_us:
 * @options: of a report
 *
 * Returns: the moment that a PDF says it was made at, in microseconds since 1970
 *   UTC: what @options say, else SOURCE_DATE_EPOCH, else now
 */
gint64
ik_report_get_creation_time_us (const IkReportOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  if (options->created_at_us != 0)
    return options->created_at_us;

  return epoch != NULL ? g_ascii_strtoll (epoch, NULL, 10) * G_USEC_PER_SEC : g_get_real_time ();
}

static gboolean
write_for_candidate (const IkInterview      *interview,
                     const IkReportOptions  *options,
                     IkReportFormat          format,
                     GOutputStream          *output,
                     GCancellable           *cancellable,
                     GError                **error)
{
  g_autoptr(IkCandidateReport) report = ik_candidate_report_new (interview, options->without);

  switch (format)
    {
    case IK_REPORT_FORMAT_PDF:
      return ik_candidate_report_write_pdf (report, options, output, cancellable, error);

    case IK_REPORT_FORMAT_MARKDOWN:
      return ik_report_output_put (output, ik_candidate_report_render_markdown (report, options),
                                   cancellable, error);

    case IK_REPORT_FORMAT_JSON:
      return ik_report_output_put (output, ik_candidate_report_render_json (report), cancellable,
                                   error);

    case IK_REPORT_FORMAT_CSV:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
write_internal (GPtrArray              *interviews,
                const IkReportOptions  *options,
                IkReportFormat          format,
                GOutputStream          *output,
                GCancellable           *cancellable,
                GError                **error)
{
  const IkInterview *interview = interviews->pdata[0];
  g_autoptr(IkReportDocument) document = NULL;

  if (format == IK_REPORT_FORMAT_JSON)
    return ik_report_output_put (output, render_json (interview), cancellable, error);
  if (format == IK_REPORT_FORMAT_CSV)
    return ik_report_output_put (output, ik_report_render_csv (interviews), cancellable, error);

  document = ik_report_document_new (interview, options);
  if (format == IK_REPORT_FORMAT_MARKDOWN)
    return ik_report_output_put (output, ik_report_render_markdown (document), cancellable, error);

  return ik_report_write_pdf (document, options, output, cancellable, error);
}

static gboolean
write_packet (GPtrArray              *interviews,
              const IkReportOptions  *options,
              IkReportFormat          format,
              GOutputStream          *output,
              GCancellable           *cancellable,
              GError                **error)
{
  g_autoptr(IkPacket) packet = NULL;

  if (format == IK_REPORT_FORMAT_CSV)
    return ik_report_output_put (output, ik_report_render_csv (interviews), cancellable, error);

  packet = ik_packet_new (interviews, options);
  if (format == IK_REPORT_FORMAT_JSON)
    return ik_report_output_put (output, ik_packet_render_json (packet), cancellable, error);
  if (format == IK_REPORT_FORMAT_MARKDOWN)
    return ik_report_output_put (output, ik_packet_render_markdown (packet), cancellable, error);

  return ik_packet_write_pdf (packet, options, output, cancellable, error);
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

/* One member of a panel writes about another, so whoever is named in one part is
 * hidden in all of them. */
static IkRedaction *
make_redaction (GPtrArray             *interviews,
                const IkReportOptions *options)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const IkPanelAgreement *agreement = options->agreement;

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterview *interview = interviews->pdata[i];

      add_name (names, interview->candidate_name);
      add_name (names, interview->interviewer_name);
    }
  if (agreement != NULL)
    {
      add_name (names, agreement->agreed_by);
      for (guint i = 0; i < agreement->scores->len; i++)
        add_name (names, ((IkAgreedScore *) agreement->scores->pdata[i])->agreed_by);
    }
  g_ptr_array_add (names, NULL);

  return ik_redaction_new (options->redacts_names ? (const char *const *) names->pdata : NULL,
                           options->redacted);
}

static void
take_redacted (const IkRedaction  *redaction,
               char              **field,
               const char         *text)
{
  g_free (*field);
  *field = ik_redaction_replace (redaction, text);
}

/* How it came about is not in a packet. */
static IkPanelAgreement *
redact_agreement (const IkRedaction      *redaction,
                  const IkPanelAgreement *agreement)
{
  IkPanelAgreement *redacted = ik_panel_agreement_new ();

  redacted->rubric_id = g_strdup (agreement->rubric_id);
  redacted->recommendation = agreement->recommendation;
  redacted->agreed_at_us = agreement->agreed_at_us;
  take_redacted (redaction, &redacted->summary, agreement->summary);
  take_redacted (redaction, &redacted->agreed_by, agreement->agreed_by);
  for (guint i = 0; i < agreement->scores->len; i++)
    {
      const IkAgreedScore *score = agreement->scores->pdata[i];
      g_autofree char *name = ik_redaction_replace (redaction, score->name);
      IkAgreedScore *copy = ik_agreed_score_new (name, score->rating);

      copy->rubric_id = g_strdup (score->rubric_id);
      copy->agreed_at_us = score->agreed_at_us;
      take_redacted (redaction, &copy->reason, score->reason);
      take_redacted (redaction, &copy->agreed_by, score->agreed_by);
      g_ptr_array_add (redacted->scores, copy);
    }

  return redacted;
}

/* Only where something is to be hidden a copy is worth its memory. */
static GPtrArray *
redact_all (const IkRedaction     *redaction,
            GPtrArray             *interviews,
            const IkReportOptions *options)
{
  GPtrArray *redacted;

  if (!options->redacts_names && (options->redacted == NULL || options->redacted[0] == NULL))
    return g_ptr_array_ref (interviews);

  redacted = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  for (guint i = 0; i < interviews->len; i++)
    g_ptr_array_add (redacted, ik_redaction_apply (redaction, interviews->pdata[i]));

  return redacted;
}

/* @output is NULL where the pages are shown. */
static gboolean
write_redacted (GPtrArray              *interviews,
                const IkReportOptions  *options,
                IkReportFormat          format,
                GOutputStream          *output,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autoptr(IkRedaction) redaction = make_redaction (interviews, options);
  g_autoptr(GPtrArray) redacted = redact_all (redaction, interviews, options);
  g_autofree char *header = ik_redaction_replace (redaction, options->header);
  g_autofree char *footer = ik_redaction_replace (redaction, options->footer);
  g_autoptr(IkPanelAgreement) agreement = NULL;
  IkReportOptions own = *options;

  own.header = header;
  own.footer = footer;
  own.created_at_us = ik_report_get_creation_time_us (options);
  if (options->agreement != NULL)
    own.agreement = agreement = redact_agreement (redaction, options->agreement);

  if (options->audience == IK_REPORT_AUDIENCE_CANDIDATE)
    return write_for_candidate (redacted->pdata[0], &own, format, output, cancellable, error);
  if (options->audience == IK_REPORT_AUDIENCE_PANEL || interviews->len > 1)
    return write_packet (redacted, &own, format, output, cancellable, error);

  return write_internal (redacted, &own, format, output, cancellable, error);
}

static gboolean
check_and_write (GPtrArray              *interviews,
                 const IkReportOptions  *options,
                 IkReportFormat          format,
                 GOutputStream          *output,
                 GCancellable           *cancellable,
                 GError                **error)
{
  return check_is_supported (interviews, options, format, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         write_redacted (interviews, options, format, output, cancellable, error);
}

/**
 * ik_report_write:
 * @interviews: (element-type IkInterview): interviews of one candidate, at
 *   least one; several make a packet
 * @options: what to make of them
 * @format: in which form
 * @output: where to; left open
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Makes a report. A PDF is written while it is made, from a thread of its own
 * that ends before this returns, so that memory doesn't grow with the file:
 * where it fails, @output has a part of it, which is for the caller to drop.
 * Takes about half a millisecond per page of PDF, so not for the main loop; any
 * thread will do.
 *
 * Returns: whether all of it was written; #IK_REPORT_ERROR or a #GIOErrorEnum
 *   otherwise
 */
gboolean
ik_report_write (GPtrArray              *interviews,
                 const IkReportOptions  *options,
                 IkReportFormat          format,
                 GOutputStream          *output,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_return_val_if_fail (interviews != NULL && interviews->len > 0, FALSE);
  g_return_val_if_fail (options != NULL && options->shown == NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), FALSE);

  return check_and_write (interviews, options, format, output, cancellable, error);
}

/**
 * ik_report_render:
 * @interviews: (element-type IkInterview): as for ik_report_write()
 * @options: what to make of them
 * @format: in which form
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Makes a report in memory. It is whole or there is none.
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
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  return ik_report_write (interviews, options, format, memory, cancellable, error)
         ? ik_report_output_steal (memory) : NULL;
}

/**
 * ik_report_lay_out:
 * @interviews: (element-type IkInterview): interviews of one candidate, at
 *   least one
 * @options: what to make of them
 * @pages: what takes the pages
 * @cancellable: (nullable): looked at between questions
 * @error: return location for an error
 *
 * Makes the pages that the PDF would have, to be shown or printed. As slow as
 * the PDF, so not for the main loop; any thread will do. Where it fails, @pages
 * may have a page and are never complete.
 *
 * Returns: whether it succeeded; #IK_REPORT_ERROR or %G_IO_ERROR_CANCELLED
 *   otherwise
 */
gboolean
ik_report_lay_out (GPtrArray              *interviews,
                   const IkReportOptions  *options,
                   IkReportPages          *pages,
                   GCancellable           *cancellable,
                   GError                **error)
{
  IkReportOptions shown = *options;

  g_return_val_if_fail (interviews != NULL && interviews->len > 0, FALSE);

  shown.shown = pages;
  return check_and_write (interviews, &shown, IK_REPORT_FORMAT_PDF, NULL, cancellable, error);
}
