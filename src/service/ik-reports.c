#include "ik-reports.h"

#include "ik-debriefs.h"
#include "ik-file-access.h"

#include "ik-independence.h"
#include "ik-interviews.h"

#include <glib/gi18n.h>

/**
 * ik_reports_get_format:
 * @file: what is to be written
 * @out_format: (out): the form that the ending of its name asks for
 * @error: return location
 *
 * Returns: whether there is one; #IK_REPORT_ERROR_NOT_SUPPORTED otherwise
 */
gboolean
ik_reports_get_format (GFile           *file,
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

/* Why two interviews don't go into one packet, as a sentence part; NULL if they
 * do. */
static char *
find_clash (const IkInterview *one,
            const IkInterview *other)
{
  if (g_str_equal (one->id, other->id))
    return g_strdup_printf (_("The interview %.8s is named twice; name it once"), one->id);

  if (!g_str_equal (one->candidate_id, other->candidate_id))
    return g_strdup_printf (_("A report is about one person; these interviews are with %s and %s"),
                            one->candidate_name, other->candidate_name);

  if (g_str_equal (one->interviewer_id, other->interviewer_id) &&
      g_str_equal (one->round, other->round))
    return *one->round != '\0'
           /* Translators: name of an interviewer, name of a round, two ids */
           ? g_strdup_printf (_("%s has two interviews in “%s”, %.8s and %.8s; name one of them"),
                              one->interviewer_name, one->round, one->id, other->id)
           : g_strdup_printf (_("%s has two interviews in one round, %.8s and %.8s; name one of "
                                "them"), one->interviewer_name, one->id, other->id);

  return NULL;
}

static gboolean
was_called_off (const IkInterview *interview)
{
  return interview->state == IK_INTERVIEW_STATE_CANCELLED ||
         interview->state == IK_INTERVIEW_STATE_NO_SHOW;
}

/* One that was called off may have a report of its own, but is no part of what a
 * panel found. */
static gboolean
check_is_one_panel (GPtrArray  *interviews,
                    gboolean    has_several,
                    GError    **error)
{
  g_autofree char *clash = NULL;

  for (guint i = 0; has_several && clash == NULL && i < interviews->len; i++)
    {
      const IkInterview *interview = interviews->pdata[i];

      for (guint k = 0; clash == NULL && k < i; k++)
        clash = find_clash (interviews->pdata[k], interview);
      if (clash == NULL && was_called_off (interview))
        clash = g_strdup_printf (_("The interview of %s with %s was called off; leave it out"),
                                 interview->interviewer_name, interview->candidate_name);
    }

  if (clash != NULL)
    g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED, clash);
  return clash == NULL;
}

/* The candidate's one as well: the lines that may be shared are what somebody
 * thinks of the candidate, and of what is withheld there is nothing to tell. */
static gboolean
check_may_be_seen (IkLibrary     *library,
                   GPtrArray     *interviews,
                   GCancellable  *cancellable,
                   GError       **error)
{
  for (guint i = 0; i < interviews->len; i++)
    {
      if (!ik_independence_check (library, interviews->pdata[i], cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_packet (GPtrArray             *interviews,
           const IkReportOptions *options)
{
  return interviews->len > 1 || options->audience == IK_REPORT_AUDIENCE_PANEL;
}

static GPtrArray *
load_interviews (IkLibrary              *library,
                 const char *const      *ids,
                 const IkReportOptions  *options,
                 GCancellable           *cancellable,
                 GError                **error)
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

  if (!check_is_one_panel (interviews, is_packet (interviews, options), error) ||
      !check_may_be_seen (library, interviews, cancellable, error))
    return NULL;

  return g_steal_pointer (&interviews);
}

/* What the panel of a round agreed about; a packet of several rounds has no such
 * panel. */
static gboolean
load_debrief (IkLibrary              *library,
              GPtrArray              *interviews,
              const IkReportOptions  *options,
              IkDebrief             **out_debrief,
              GCancellable           *cancellable,
              GError                **error)
{
  const IkInterview *first = interviews->pdata[0];

  for (guint i = 1; i < interviews->len; i++)
    {
      if (!g_str_equal (((IkInterview *) interviews->pdata[i])->round, first->round))
        return TRUE;
    }
  if (!is_packet (interviews, options) || options->audience == IK_REPORT_AUDIENCE_CANDIDATE)
    return TRUE;

  *out_debrief = ik_debriefs_load (library, first->candidate_id, first->round, cancellable, error);
  return *out_debrief != NULL;
}

typedef struct
{
  GPtrArray             *interviews; /* (element-type IkInterview) (unowned) */
  const IkReportOptions *options;
  IkReportFormat         format;
} Report;

static gboolean
write_report_cb (GOutputStream  *output,
                 gpointer        user_data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  const Report *report = user_data;

  return ik_report_write (report->interviews, report->options, report->format, output, cancellable,
                          error);
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
 * Blocks, about half a millisecond per page of PDF: call it off the main loop.
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
  g_autoptr(IkDebrief) debrief = NULL;
  IkReportOptions with_agreement;
  Report report = { .options = &with_agreement };

  g_return_val_if_fail (interview_ids != NULL && interview_ids[0] != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  if (!ik_reports_get_format (file, &report.format, error))
    return FALSE;

  interviews = load_interviews (library, interview_ids, options, cancellable, error);
  if (interviews == NULL ||
      !load_debrief (library, interviews, options, &debrief, cancellable, error))
    return FALSE;

  with_agreement = *options;
  with_agreement.agreement = debrief != NULL ? debrief->agreement : NULL;
  report.interviews = interviews;
  return ik_file_access_write (file, G_FILE_CREATE_PRIVATE, write_report_cb, &report, cancellable,
                               error);
}

/**
 * ik_reports_lay_out:
 * @library: a library
 * @interview_ids: (array zero-terminated=1): interviews of one candidate, at
 *   least one
 * @options: what to make of them
 * @pages: what takes the pages
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes the pages of the PDF, to be shown or printed. Blocks like
 * ik_reports_export(): call it off the main loop.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR, #IK_REPORT_ERROR or
 *   #G_IO_ERROR otherwise
 */
gboolean
ik_reports_lay_out (IkLibrary              *library,
                    const char *const      *interview_ids,
                    const IkReportOptions  *options,
                    IkReportPages          *pages,
                    GCancellable           *cancellable,
                    GError                **error)
{
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(IkDebrief) debrief = NULL;
  IkReportOptions with_agreement;

  g_return_val_if_fail (interview_ids != NULL && interview_ids[0] != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  interviews = load_interviews (library, interview_ids, options, cancellable, error);
  if (interviews == NULL ||
      !load_debrief (library, interviews, options, &debrief, cancellable, error))
    return FALSE;

  with_agreement = *options;
  with_agreement.agreement = debrief != NULL ? debrief->agreement : NULL;
  return ik_report_lay_out (interviews, &with_agreement, pages, cancellable, error);
}
