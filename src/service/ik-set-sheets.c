#include "ik-set-sheets.h"

#include "ik-file-access.h"
#include "ik-handout.h"
#include "ik-interview-plan.h"
#include "ik-reports.h"
#include "ik-set-kit.h"

/* Everything here blocks: call it off the main loop. */

typedef struct
{
  const char  *set_id;
  IkInterview *blank;
} Freeze;

static gboolean
freeze_in_library (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Freeze *freeze = data;

  return ik_interview_plan_freeze (database, freeze->blank, freeze->set_id, error);
}

/* The same copy that an interview would get, of nobody. */
static IkInterview *
load_blank (IkLibrary     *library,
            const char    *set_id,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(IkInterview) blank = ik_interview_new ();
  Freeze freeze = { set_id, blank };

  return ik_library_read (library, freeze_in_library, &freeze, cancellable, error)
         ? g_steal_pointer (&blank) : NULL;
}

static GBytes *
render (const IkInterview      *blank,
        const IkReportOptions  *options,
        IkReportFormat          format,
        GCancellable           *cancellable,
        GError                **error)
{
  g_autoptr(IkHandout) handout = NULL;

  if (options->audience != IK_REPORT_AUDIENCE_CANDIDATE)
    return ik_set_kit_render (blank, options, format, cancellable, error);

  handout = ik_handout_new (blank);
  return ik_handout_render (handout, options, format, cancellable, error);
}

/**
 * ik_set_sheets_export:
 * @library: a library
 * @set_id: a question set
 * @file: where to; the ending of its name says in which form
 * @options: page size, header and footer; the candidate as its audience makes a
 *   hand-out without anything of the interviewer's, any other the kit
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes a set for paper, whole or not at all.
 *
 * Returns: whether it was written; #IK_STORE_ERROR_NOT_FOUND where there is no
 *   such set, #IK_STORE_ERROR_REFUSED where it has no questions, #IK_REPORT_ERROR
 *   or #G_IO_ERROR otherwise
 */
gboolean
ik_set_sheets_export (IkLibrary              *library,
                      const char             *set_id,
                      GFile                  *file,
                      const IkReportOptions  *options,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr(IkInterview) blank = NULL;
  g_autoptr(GBytes) content = NULL;
  IkReportFormat format;

  g_return_val_if_fail (set_id != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  if (!ik_reports_get_format (file, &format, error))
    return FALSE;

  blank = load_blank (library, set_id, cancellable, error);
  if (blank == NULL)
    return FALSE;

  content = render (blank, options, format, cancellable, error);
  return content != NULL &&
         ik_file_access_replace (file, content, G_FILE_CREATE_PRIVATE, cancellable, error);
}

/**
 * ik_set_sheets_lay_out:
 * @library: a library
 * @set_id: a question set
 * @options: as for ik_set_sheets_export()
 * @pages: what takes the pages
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes the pages of the PDF, to be shown or printed.
 *
 * Returns: whether it succeeded; errors as for ik_set_sheets_export()
 */
gboolean
ik_set_sheets_lay_out (IkLibrary              *library,
                       const char             *set_id,
                       const IkReportOptions  *options,
                       IkReportPages          *pages,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr(IkInterview) blank = NULL;
  g_autoptr(GBytes) nothing = NULL;
  IkReportOptions shown;

  g_return_val_if_fail (set_id != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  blank = load_blank (library, set_id, cancellable, error);
  if (blank == NULL)
    return FALSE;

  shown = *options;
  shown.shown = pages;
  nothing = render (blank, &shown, IK_REPORT_FORMAT_PDF, cancellable, error);

  return nothing != NULL;
}
