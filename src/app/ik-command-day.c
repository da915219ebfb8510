#include "ik-commands.h"

#include "ik-day-sheets.h"
#include "ik-time.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
parse_day (const char  *text,
           gint64      *out_us,
           GError     **error)
{
  g_autofree char *noon = NULL;

  if (text == NULL)
    return TRUE;

  /* A day has a noon wherever clocks are changed at night. */
  noon = g_strconcat (text, "T12:00", NULL);
  if (strlen (text) == strlen ("2026-03-01") && ik_time_parse (noon, out_us))
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” is no day: write it like 2026-03-01"), text);
  return FALSE;
}

static gboolean
check_words (const char       *path,
             const char       *page_size,
             IkReportOptions  *options,
             GError          **error)
{
  IkReportFormat format;

  if (!ik_report_format_from_path (path, &format))
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                 _("“%s” doesn't say what to write: give it the ending .pdf, .md, .csv or .json"),
                 path);
  else
    return ik_command_parse_page_size (page_size, &options->page_size, error);

  return FALSE;
}

/**
 * ik_command_candidate_day:
 * @context: of the call
 * @error: return location
 *
 * Writes the sheet of a panel day.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_candidate_day (IkCommandContext  *context,
                          GError           **error)
{
  g_autofree char *on = NULL;
  g_autofree char *page_size = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GFile) file = NULL;
  IkReportOptions options = { 0 };
  gint64 day_us = 0;
  const char *path;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on,
      N_("Which day; as it is without, the next one with an interview"), N_("DAY") },
    { "page-size", 0, 0, G_OPTION_ARG_STRING, &page_size, N_("A4 or Letter"), N_("SIZE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 2, 2, error))
    return FALSE;

  path = ik_command_get_words (context)[1];
  if (!check_words (path, page_size, &options, error) || !parse_day (on, &day_us, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_CANDIDATE, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  file = g_file_new_for_path (path);
  if (!ik_day_sheets_export (ik_command_open (context, NULL), id, day_us, file, &options,
                             ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "candidate", id, path);
  return TRUE;
}
