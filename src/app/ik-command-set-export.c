#include "ik-commands.h"

#include "ik-set-sheets.h"

#include <glib/gi18n.h>

/* The interviewer's kit is a document like an internal report. */
static gboolean
read_audience (const char        *nick,
               IkReportAudience  *out_audience,
               GError           **error)
{
  if (nick == NULL || g_str_equal (nick, "interviewer"))
    *out_audience = IK_REPORT_AUDIENCE_INTERNAL;
  else if (g_str_equal (nick, "candidate"))
    *out_audience = IK_REPORT_AUDIENCE_CANDIDATE;
  else
    {
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                   _("“%s” is nobody who reads a question set: say interviewer or candidate"), nick);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_words (const char       *path,
             const char       *page_size,
             IkReportOptions  *options,
             GError          **error)
{
  IkReportFormat format;

  if (!ik_report_format_from_path (path, &format) || format == IK_REPORT_FORMAT_JSON)
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                 _("“%s” doesn't say what to write: give it the ending .pdf, .md or .csv"), path);
  else
    return ik_command_parse_page_size (page_size, &options->page_size, error);

  return FALSE;
}

/**
 * ik_command_set_export:
 * @context: of the call
 * @error: return location
 *
 * Writes a question set for paper: the interviewer's kit with space to write, or
 * the candidate's hand-out.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_set_export (IkCommandContext  *context,
                       GError           **error)
{
  g_autofree char *audience = NULL;
  g_autofree char *page_size = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GFile) file = NULL;
  IkReportOptions options = { 0 };
  const char *path;
  const GOptionEntry entries[] = {
    { "audience", 0, 0, G_OPTION_ARG_STRING, &audience,
      N_("Who reads it: interviewer or candidate"), N_("WHO") },
    { "page-size", 0, 0, G_OPTION_ARG_STRING, &page_size, N_("A4 or Letter"), N_("SIZE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 2, 2, error))
    return FALSE;

  path = ik_command_get_words (context)[1];
  if (!read_audience (audience, &options.audience, error) ||
      !check_words (path, page_size, &options, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_SET, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  file = g_file_new_for_path (path);
  if (!ik_set_sheets_export (ik_command_open (context, NULL), id, file, &options,
                             ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "set", id, path);
  return TRUE;
}
