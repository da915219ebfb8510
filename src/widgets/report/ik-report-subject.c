#include "ik-report-subject.h"

#include "ik-candidates.h"
#include "ik-comparisons.h"
#include "ik-day-sheets.h"
#include "ik-interviews.h"
#include "ik-reports.h"
#include "ik-set-sheets.h"
#include "ik-sets.h"

#include <glib/gi18n.h>

/**
 * ik_report_subject_new_interviews:
 * @kind: a report or a packet
 * @ids: (array zero-terminated=1): interviews of one candidate, at least one
 *
 * Returns: (transfer full): what was found in them
 */
IkReportSubject *
ik_report_subject_new_interviews (IkReportKind       kind,
                                  const char *const *ids)
{
  IkReportSubject *self = g_new0 (IkReportSubject, 1);

  g_return_val_if_fail (ids != NULL && ids[0] != NULL, self);

  self->kind = kind;
  self->ids = g_strdupv ((GStrv) ids);

  return self;
}

/**
 * ik_report_subject_new_comparison:
 * @role: a role
 *
 * Returns: (transfer full): the candidates for it
 */
IkReportSubject *
ik_report_subject_new_comparison (const char *role)
{
  IkReportSubject *self = g_new0 (IkReportSubject, 1);

  self->kind = IK_REPORT_KIND_COMPARISON;
  self->role = g_strdup (role);

  return self;
}

/**
 * ik_report_subject_new_day:
 * @candidate_id: who comes
 * @day_us: any moment of the day, microseconds since 1970 UTC; 0 for the next one
 *   with an interview
 *
 * Returns: (transfer full): what is planned for that day
 */
IkReportSubject *
ik_report_subject_new_day (const char *candidate_id,
                           gint64      day_us)
{
  IkReportSubject *self = g_new0 (IkReportSubject, 1);

  self->kind = IK_REPORT_KIND_DAY;
  self->candidate_id = g_strdup (candidate_id);
  self->day_us = day_us;

  return self;
}

/**
 * ik_report_subject_new_set:
 * @set_id: a question set
 *
 * Returns: (transfer full): the set on paper, at first for the interviewer
 */
IkReportSubject *
ik_report_subject_new_set (const char *set_id)
{
  IkReportSubject *self = g_new0 (IkReportSubject, 1);

  self->kind = IK_REPORT_KIND_KIT;
  self->set_id = g_strdup (set_id);

  return self;
}

/**
 * ik_report_subject_copy:
 * @self: a subject
 *
 * Returns: (transfer full): a copy, such as for another thread
 */
IkReportSubject *
ik_report_subject_copy (const IkReportSubject *self)
{
  IkReportSubject *copy = g_memdup2 (self, sizeof *self);

  copy->ids = g_strdupv (self->ids);
  copy->role = g_strdup (self->role);
  copy->candidate_id = g_strdup (self->candidate_id);
  copy->set_id = g_strdup (self->set_id);
  copy->name = g_strdup (self->name);
  copy->set_title = g_strdup (self->set_title);

  return copy;
}

/**
 * ik_report_subject_free:
 * @self: (transfer full): a subject
 */
void
ik_report_subject_free (IkReportSubject *self)
{
  g_strfreev (self->ids);
  g_free (self->role);
  g_free (self->candidate_id);
  g_free (self->set_id);
  g_free (self->name);
  g_free (self->set_title);
  g_free (self);
}

static gboolean
find_names_of_interview (IkReportSubject  *self,
                         IkLibrary        *library,
                         GCancellable     *cancellable,
                         GError          **error)
{
  g_autoptr(IkInterview) interview = ik_interviews_load (library, self->ids[0], cancellable, error);

  if (interview == NULL)
    return FALSE;

  self->name = g_strdup (interview->candidate_name);
  self->set_title = g_strdup (interview->set_title);
  return TRUE;
}

static gboolean
find_name_of_set (IkReportSubject  *self,
                  IkLibrary        *library,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autoptr(IkQuestionSet) set = ik_sets_load (library, self->set_id, cancellable, error);

  if (set == NULL)
    return FALSE;

  self->name = g_strdup (set->title);
  return TRUE;
}

/**
 * ik_report_subject_find_names:
 * @self: a subject whose names were not looked for yet
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Looks for what its title says. Blocks: call it off the main loop.
 *
 * Returns: whether it was found; #IK_STORE_ERROR otherwise
 */
gboolean
ik_report_subject_find_names (IkReportSubject  *self,
                              IkLibrary        *library,
                              GCancellable     *cancellable,
                              GError          **error)
{
  g_autoptr(IkCandidate) candidate = NULL;

  if (self->ids != NULL)
    return find_names_of_interview (self, library, cancellable, error);
  if (self->set_id != NULL)
    return find_name_of_set (self, library, cancellable, error);

  if (self->kind == IK_REPORT_KIND_COMPARISON)
    {
      self->name = g_strdup (self->role);
      return TRUE;
    }

  candidate = ik_candidates_load (library, self->candidate_id, cancellable, error);
  if (candidate == NULL)
    return FALSE;

  self->name = g_strdup (candidate->name);
  return TRUE;
}

/* For a file whose names are behind bars, and until they are known. */
static const char *
get_title_without_names (IkReportKind kind)
{
  switch (kind)
    {
    case IK_REPORT_KIND_CANDIDATE:
      return _("Interview feedback");

    case IK_REPORT_KIND_COMPARISON:
      return _("Comparison of candidates");

    case IK_REPORT_KIND_DAY:
      return _("Panel day");

    case IK_REPORT_KIND_KIT:
      return _("Interviewer's kit");

    case IK_REPORT_KIND_HANDOUT:
      return _("Interview questions");

    case IK_REPORT_KIND_PACKET:
      return _("Panel packet");

    case IK_REPORT_KIND_INTERNAL:
    default:
      return _("Interview report");
    }
}

/**
 * ik_report_subject_make_title:
 * @self: a subject
 * @kind: what it is made into
 * @redacts_names: whether names are behind bars
 *
 * Neither the title of the set is for the candidate nor a name for a file whose
 * names are behind bars. That of a role is no person's.
 *
 * Returns: (transfer full): what a file or a print may be called
 */
char *
ik_report_subject_make_title (const IkReportSubject *self,
                              IkReportKind           kind,
                              gboolean               redacts_names)
{
  if (self->name == NULL || (redacts_names && kind != IK_REPORT_KIND_COMPARISON))
    return g_strdup (get_title_without_names (kind));

  switch (kind)
    {
    case IK_REPORT_KIND_CANDIDATE:
      return g_strdup_printf (_("%s, interview feedback"), self->name);

    case IK_REPORT_KIND_PACKET:
      return g_strdup_printf (_("Panel packet %s"), self->name);

    case IK_REPORT_KIND_COMPARISON:
      return g_strdup_printf (_("Comparison %s"), self->name);

    case IK_REPORT_KIND_DAY:
      return g_strdup_printf (_("Panel day %s"), self->name);

    case IK_REPORT_KIND_KIT:
      return g_strdup_printf (_("Interviewer's kit %s"), self->name);

    case IK_REPORT_KIND_HANDOUT:
      return g_strdup (get_title_without_names (kind));

    case IK_REPORT_KIND_INTERNAL:
    default:
      return g_strdup_printf ("%s, %s", self->name, self->set_title);
    }
}

/**
 * ik_report_subject_lay_out:
 * @self: a subject
 * @library: a library
 * @options: what is chosen
 * @pages: what takes the pages
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes the pages of the PDF, to be shown or printed. Blocks: call it off the main
 * loop.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR, #IK_REPORT_ERROR or
 *   #G_IO_ERROR otherwise
 */
gboolean
ik_report_subject_lay_out (const IkReportSubject  *self,
                           IkLibrary              *library,
                           const IkReportOptions  *options,
                           IkReportPages          *pages,
                           GCancellable           *cancellable,
                           GError                **error)
{
  if (self->kind == IK_REPORT_KIND_COMPARISON)
    return ik_comparisons_lay_out (library, self->role, options, pages, cancellable, error);
  if (self->kind == IK_REPORT_KIND_DAY)
    return ik_day_sheets_lay_out (library, self->candidate_id, self->day_us, options, pages,
                                  cancellable, error);
  if (self->set_id != NULL)
    return ik_set_sheets_lay_out (library, self->set_id, options, pages, cancellable, error);

  return ik_reports_lay_out (library, (const char *const *) self->ids, options, pages, cancellable,
                             error);
}

/**
 * ik_report_subject_export:
 * @self: a subject
 * @library: a library
 * @options: what is chosen
 * @file: where to; the ending of its name says in which form
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes the document, whole or not at all. Blocks: call it off the main loop.
 *
 * Returns: whether it was written; #IK_STORE_ERROR, #IK_REPORT_ERROR or
 *   #G_IO_ERROR otherwise
 */
gboolean
ik_report_subject_export (const IkReportSubject  *self,
                          IkLibrary              *library,
                          const IkReportOptions  *options,
                          GFile                  *file,
                          GCancellable           *cancellable,
                          GError                **error)
{
  if (self->kind == IK_REPORT_KIND_COMPARISON)
    return ik_comparisons_export (library, self->role, file, options, cancellable, error);
  if (self->kind == IK_REPORT_KIND_DAY)
    return ik_day_sheets_export (library, self->candidate_id, self->day_us, file, options,
                                 cancellable, error);
  if (self->set_id != NULL)
    return ik_set_sheets_export (library, self->set_id, file, options, cancellable, error);

  return ik_reports_export (library, (const char *const *) self->ids, file, options, cancellable,
                            error);
}
