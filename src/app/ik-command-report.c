#include "ik-commands.h"

#include "ik-reports.h"

#include <glib/gi18n.h>

static gboolean
refuse_later (const char  *what,
              GError     **error)
{
  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_NOT_SUPPORTED,
               _("%s: not in this version."), what);
  return FALSE;
}

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
  else if (page_size != NULL && !ik_page_size_from_nick (page_size, &options->page_size))
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                 _("“%s” is no page size: say A4 or Letter"), page_size);
  else
    return options->audience != IK_REPORT_AUDIENCE_PANEL ||
           refuse_later (_("Reports for panels"), error);

  return FALSE;
}

static gboolean
parse_parts (char            **without,
             IkReportOptions  *options,
             GError          **error)
{
  for (guint i = 0; without != NULL && without[i] != NULL; i++)
    {
      if (!g_str_equal (without[i], "timeline"))
        {
          g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                       _("“%s” is no part that can be left out: say timeline"), without[i]);
          return FALSE;
        }
      options->without_timeline = TRUE;
    }

  return TRUE;
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

  if (words[1] != NULL)
    return refuse_later (_("Several interviews in one report"), error);

  ids = ik_command_resolve_all (context, IK_RECORD_INTERVIEW, words, error);
  if (ids == NULL ||
      !ik_reports_export (ik_command_open (context, NULL), (const char *const *) ids, file,
                          options, ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "interview", ids[0], path);
  return TRUE;
}

/**
 * ik_command_report:
 * @context: of the call
 * @error: return location
 *
 * Writes the report of an interview.
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
  g_autofree char *header = NULL;
  g_autofree char *footer = NULL;
  g_auto(GStrv) without = NULL;
  g_auto(GStrv) redacted = NULL;
  IkReportOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("What to write; the ending says how: .pdf, .md, .csv or .json"), N_("FILE") },
    { "audience", 0, 0, G_OPTION_ARG_STRING, &audience,
      N_("Who reads it: internal (as it is without), or candidate"), N_("WHO") },
    { "page-size", 0, 0, G_OPTION_ARG_STRING, &page_size, N_("A4 or Letter"), N_("SIZE") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &without,
      N_("A part to leave out: timeline"), N_("PART") },
    { "header", 0, 0, G_OPTION_ARG_STRING, &header,
      N_("A line above each page of a PDF"), N_("TEXT") },
    { "footer", 0, 0, G_OPTION_ARG_STRING, &footer,
      N_("A line below each page of a PDF"), N_("TEXT") },
    { "redact-names", 0, 0, G_OPTION_ARG_NONE, &options.redacts_names,
      N_("Put bars in place of the names of candidate and interviewer"), NULL },
    { "redact", 0, 0, G_OPTION_ARG_STRING_ARRAY, &redacted,
      N_("Put a bar in place of this text as well"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 1, G_MAXUINT, error))
    return FALSE;

  options.header = header;
  options.footer = footer;
  options.redacted = (const char *const *) redacted;
  return check_output (output, error) &&
         parse_options (audience, page_size, &options, error) &&
         parse_parts (without, &options, error) &&
         write_report (context, output, &options, error);
}
