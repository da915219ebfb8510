#include "ik-commands.h"

#include "ik-comparison-report.h"
#include "ik-comparisons.h"
#include "ik-report-logo.h"
#include "ik-reports.h"

#include <glib/gi18n.h>

static gboolean
check_output (const char  *path,
              GError     **error)
{
  IkReportFormat format;

  if (path == NULL)
    {
      g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                           _("“report” needs --output"));
      return FALSE;
    }

  if (!ik_report_format_from_path (path, &format))
    {
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                   _("“%s” doesn't say what to write: give it the ending .pdf, .md, .csv or .json"),
                   path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_options (const char       *audience,
               const char       *page_size,
               IkReportOptions  *options,
               GError          **error)
{
  if (audience != NULL && !ik_report_audience_from_nick (audience, &options->audience))
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                 _("“%s” is no audience: say internal, candidate or panel"), audience);
  else
    return ik_command_parse_page_size (page_size, &options->page_size, error);

  return FALSE;
}

static gboolean
parse_parts (char            **without,
             IkReportOptions  *options,
             GError          **error)
{
  for (guint i = 0; without != NULL && without[i] != NULL; i++)
    {
      IkReportParts part;

      if (!ik_report_part_from_nick (without[i], &part))
        {
          g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                       _("“%s” is no part that can be left out: say recommendation, summary, "
                         "competencies, overview, timeline, notes or questions"), without[i]);
          return FALSE;
        }
      options->without |= part;
    }

  return TRUE;
}

static gboolean
read_logo (IkCommandContext  *context,
           const char        *path,
           GBytes           **out_logo,
           GError           **error)
{
  g_autoptr(GFile) file = NULL;

  if (path == NULL)
    return TRUE;

  file = g_file_new_for_path (path);
  *out_logo = ik_report_logo_read (file, ik_command_get_cancellable (context), error);
  return *out_logo != NULL;
}

static gboolean
write_report (IkCommandContext       *context,
              const char             *path,
              const IkReportOptions  *options,
              GError                **error)
{
  const char *const *words = ik_command_get_words (context);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_auto(GStrv) ids = NULL;

  if (words[0] == NULL)
    {
      g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                           _("“report” needs an interview, or --compare and a role"));
      return FALSE;
    }
  ids = ik_command_resolve_all (context, IK_RECORD_INTERVIEW, words, error);
  if (ids == NULL ||
      !ik_reports_export (ik_command_open (context, NULL), (const char *const *) ids, file,
                          options, ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "interview", ids[0], path);
  return TRUE;
}

/* A comparison is of people, so nothing of what is about one interview goes with it. */
static gboolean
check_for_comparison (IkCommandContext       *context,
                      const IkReportOptions  *options,
                      GError                **error)
{
  const char *message = NULL;

  if (ik_command_get_words (context)[0] != NULL)
    message = _("--compare takes all interviews for a role; name none");
  else if (options->audience != IK_REPORT_AUDIENCE_INTERNAL || options->has_signature)
    message = _("--compare goes with neither --audience nor --signature");
  else if (options->without & ~IK_COMPARISON_PARTS)
    message = _("Of a comparison competencies and timeline can be left out");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
write_comparison (IkCommandContext       *context,
                  const char             *role,
                  const char             *path,
                  const IkReportOptions  *options,
                  GError                **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  if (!check_for_comparison (context, options, error) ||
      !ik_comparisons_export (ik_command_open (context, NULL), role, file, options,
                              ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "role", role, path);
  return TRUE;
}

/**
 * ik_command_report:
 * @context: of the call
 * @error: return location
 *
 * Writes the report of an interview, or compares the candidates for a role.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_report (IkCommandContext  *context,
                   GError           **error)
{
  g_autofree char *output = NULL;
  g_autofree char *audience = NULL;
  g_autofree char *page_size = NULL;
  g_autofree char *role = NULL;
  g_autofree char *header = NULL;
  g_autofree char *footer = NULL;
  g_autofree char *logo_path = NULL;
  g_autoptr(GBytes) logo = NULL;
  g_auto(GStrv) without = NULL;
  g_auto(GStrv) redacted = NULL;
  IkReportOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("What to write; the ending says how: .pdf, .md, .csv or .json"), N_("FILE") },
    { "audience", 0, 0, G_OPTION_ARG_STRING, &audience,
      N_("Who reads it: internal (as it is without), candidate, or panel"), N_("WHO") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &role,
      N_("Compare the candidates for this role, in place of interviews"), N_("ROLE") },
    { "page-size", 0, 0, G_OPTION_ARG_STRING, &page_size, N_("A4 or Letter"), N_("SIZE") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &without,
      N_("A part to leave out: recommendation, summary, competencies, overview, timeline, notes or "
         "questions"), N_("PART") },
    { "signature", 0, 0, G_OPTION_ARG_NONE, &options.has_signature,
      N_("Put a line to sign at the end"), NULL },
    { "header", 0, 0, G_OPTION_ARG_STRING, &header,
      N_("A line above each page of a PDF"), N_("TEXT") },
    { "footer", 0, 0, G_OPTION_ARG_STRING, &footer,
      N_("A line below each page of a PDF"), N_("TEXT") },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &logo_path,
      N_("A picture for the first page of a PDF"), N_("FILE") },
    { "redact-names", 0, 0, G_OPTION_ARG_NONE, &options.redacts_names,
      N_("Put bars in place of the names of candidates and interviewers"), NULL },
    { "redact", 0, 0, G_OPTION_ARG_STRING_ARRAY, &redacted,
      N_("Put a bar in place of this text as well"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 0, G_MAXUINT, error))
    return FALSE;

  options.header = header;
  options.footer = footer;
  options.redacted = (const char *const *) redacted;
  if (!check_output (output, error) ||
      !parse_options (audience, page_size, &options, error) ||
      !parse_parts (without, &options, error) ||
      !read_logo (context, logo_path, &logo, error))
    return FALSE;

  options.logo = logo;
  return role != NULL ? write_comparison (context, role, output, &options, error)
                      : write_report (context, output, &options, error);
}
