#include "ik-reports.h"

#include "ik-file-access.h"

#include "ik-interviews.h"

#include <glib/gi18n.h>

static gboolean
get_format (GFile           *file,
            IkReportFormat  *out_format,
            GError         **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  if (ik_report_format_from_path (name, out_format))
    return TRUE;

  g_set_error (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED,
               _("The name of a report ends in .pdf, .md, .csv or .json; “%s” does not"), shown);
  return FALSE;
}

static gboolean
check_is_one_person (GPtrArray  *interviews,
                     GError    **error)
{
  const IkInterview *first = interviews->pdata[0];

  for (guint i = 1; i < interviews->len; i++)
    {
      const IkInterview *interview = interviews->pdata[i];

      if (!g_str_equal (interview->candidate_id, first->candidate_id))
        {
          g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                       _("A report is about one person; these interviews are with %s and %s"),
                       first->candidate_name, interview->candidate_name);
          return FALSE;
        }
    }

  return TRUE;
}

static GPtrArray *
load_interviews (IkLibrary          *library,
                 const char *const  *ids,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_autoptr(GPtrArray) interviews = NULL;

  interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      IkInterview *interview = ik_interviews_load (library, ids[i], cancellable, error);

      if (interview == NULL)
        return NULL;
      g_ptr_array_add (interviews, interview);
    }

  return check_is_one_person (interviews, error) ? g_steal_pointer (&interviews) : NULL;
}

/**
 * ik_reports_export:
 * @library: a library
 * @interview_ids: (array zero-terminated=1): interviews of one candidate, at
 *   least one
 * @file: where to; the ending of its name says in which form
 * @options: what to make of them
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes a report. A file that is there already is replaced whole or not at
 * all; a new one can be read by its owner only, for it is about a person.
 * Blocks, about 5 ms per page of PDF: call it off the main loop.
 *
 * Returns: whether it was written; #IK_STORE_ERROR, #IK_REPORT_ERROR or
 *   #G_IO_ERROR otherwise
 */
gboolean
ik_reports_export (IkLibrary              *library,
                   const char *const      *interview_ids,
                   GFile                  *file,
                   const IkReportOptions  *options,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(GBytes) content = NULL;
  IkReportFormat format;

  g_return_val_if_fail (interview_ids != NULL && interview_ids[0] != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  if (!get_format (file, &format, error))
    return FALSE;

  interviews = load_interviews (library, interview_ids, cancellable, error);
  if (interviews == NULL)
    return FALSE;

  content = ik_report_render (interviews, options, format, cancellable, error);
  if (content == NULL)
    return FALSE;

  return ik_file_access_replace (file, content, G_FILE_CREATE_PRIVATE, cancellable, error);
}
