#include "ik-day-sheets.h"

#include "ik-candidates.h"
#include "ik-day-sheet.h"
#include "ik-file-access.h"
#include "ik-interviews.h"
#include "ik-report-words.h"
#include "ik-reports.h"

#include <glib/gi18n.h>

/* Everything here blocks: call it off the main loop. */

/* A day of the calendar at the place of the library, as a number that grows. */
static guint32
get_day (gint64 at_us)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);
  GDate day;
  int year;
  int month;
  int number;

  if (time == NULL)
    return 0;

  g_date_time_get_ymd (time, &year, &month, &number);
  g_date_set_dmy (&day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&day);
}

/* The next day with an interview, today included, else the last one; 0 where
 * nothing is planned. */
static guint32
find_day (GPtrArray *interviews,
          gint64     now_us)
{
  guint32 today = get_day (now_us);
  guint32 found = 0;

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];
      guint32 day;

      if (interview->planned_at_us == 0 || !ik_day_plan_takes (interview->state))
        continue;

      day = get_day (interview->planned_at_us);
      if (found == 0 || (found < today ? day > found : day >= today && day < found))
        found = day;
    }

  return found;
}

static GPtrArray *
load_day (IkLibrary     *library,
          GPtrArray     *summaries,
          guint32        day,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GPtrArray) interviews = NULL;

  interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  for (guint i = 0; i < summaries->len; i++)
    {
      const IkInterviewSummary *summary = summaries->pdata[i];
      IkInterview *interview;

      if (summary->planned_at_us == 0 || !ik_day_plan_takes (summary->state) ||
          get_day (summary->planned_at_us) != day)
        continue;

      interview = ik_interviews_load (library, summary->id, cancellable, error);
      if (interview == NULL)
        return NULL;
      g_ptr_array_add (interviews, interview);
    }

  return g_steal_pointer (&interviews);
}

static void
refuse (const IkCandidate  *candidate,
        gint64              day_us,
        GError            **error)
{
  g_autofree char *day = day_us != 0 ? ik_report_format_date (day_us) : NULL;

  if (day == NULL)
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                 _("No interview with %s has a time yet; plan one with a time first"),
                 candidate->name);
  else
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                 _("No interview with %s is planned for %s; name another day"), candidate->name,
                 day);
}

/**
 * ik_day_sheets_render:
 * @library: a library
 * @candidate_id: who comes
 * @day_us: any moment of the day, microseconds since 1970 UTC; 0 for the next day
 *   with an interview, or the last one where there is none
 * @options: as for ik_day_sheet_render()
 * @format: in which form
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes the sheet of a panel day.
 *
 * Returns: (transfer full) (nullable): the file's content; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND for a candidate that isn't there, or
 *   #IK_STORE_ERROR_REFUSED where nothing is planned for that day
 */
GBytes *
ik_day_sheets_render (IkLibrary              *library,
                      const char             *candidate_id,
                      gint64                  day_us,
                      const IkReportOptions  *options,
                      IkReportFormat          format,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(GPtrArray) summaries = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(IkDayPlan) plan = NULL;
  g_autoptr(IkDaySheet) sheet = NULL;
  guint32 day;

  g_return_val_if_fail (candidate_id != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  candidate = ik_candidates_load (library, candidate_id, cancellable, error);
  if (candidate == NULL)
    return NULL;

  summaries = ik_interviews_list (library, candidate_id, cancellable, error);
  if (summaries == NULL)
    return NULL;

  day = day_us != 0 ? get_day (day_us)
                    : find_day (summaries, ik_clock_wall_us (ik_library_get_clock (library)));
  interviews = load_day (library, summaries, day, cancellable, error);
  if (interviews == NULL)
    return NULL;

  if (interviews->len == 0)
    {
      refuse (candidate, day_us, error);
      return NULL;
    }

  plan = ik_day_plan_new (interviews);
  sheet = ik_day_sheet_new (candidate, plan);
  return ik_day_sheet_render (sheet, options, format, error);
}

/**
 * ik_day_sheets_export:
 * @library: a library
 * @candidate_id: who comes
 * @day_us: as for ik_day_sheets_render()
 * @file: where to; the ending of its name says in which form
 * @options: as for ik_day_sheet_render()
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes the sheet of a panel day, whole or not at all.
 *
 * Returns: whether it was written; errors as for ik_day_sheets_render(), or
 *   #IK_REPORT_ERROR or #G_IO_ERROR
 */
gboolean
ik_day_sheets_export (IkLibrary              *library,
                      const char             *candidate_id,
                      gint64                  day_us,
                      GFile                  *file,
                      const IkReportOptions  *options,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr(GBytes) content = NULL;
  IkReportFormat format;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!ik_reports_get_format (file, &format, error))
    return FALSE;

  content = ik_day_sheets_render (library, candidate_id, day_us, options, format, cancellable,
                                  error);
  return content != NULL &&
         ik_file_access_replace (file, content, G_FILE_CREATE_PRIVATE, cancellable, error);
}

/**
 * ik_day_sheets_lay_out:
 * @library: a library
 * @candidate_id: who comes
 * @day_us: as for ik_day_sheets_render()
 * @options: as for ik_day_sheet_render()
 * @pages: what takes the pages
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes the pages of the PDF, to be shown or printed.
 *
 * Returns: whether it succeeded; errors as for ik_day_sheets_render()
 */
gboolean
ik_day_sheets_lay_out (IkLibrary              *library,
                       const char             *candidate_id,
                       gint64                  day_us,
                       const IkReportOptions  *options,
                       IkReportPages          *pages,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr(GBytes) nothing = NULL;
  IkReportOptions shown = *options;

  g_return_val_if_fail (IK_IS_REPORT_PAGES (pages), FALSE);

  shown.shown = pages;
  nothing = ik_day_sheets_render (library, candidate_id, day_us, &shown, IK_REPORT_FORMAT_PDF,
                                  cancellable, error);
  return nothing != NULL;
}
