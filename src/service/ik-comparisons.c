#include "ik-comparisons.h"

#include "ik-candidates.h"
#include "ik-comparison-report.h"
#include "ik-file-access.h"
#include "ik-independence.h"
#include "ik-interviews.h"
#include "ik-reports.h"

#include <glib/gi18n.h>
#include <string.h>

/* Everything here blocks: call it off the main loop. */

/* What is known about the people, before the interviews themselves are read. */
typedef struct
{
  GPtrArray *candidates; /* (element-type IkCandidate) */
  GPtrArray *summaries;  /* (element-type IkInterviewSummary) */
} Survey;

static void
survey_clear (Survey *self)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

static gboolean
survey_load (Survey        *self,
             IkLibrary     *library,
             GCancellable  *cancellable,
             GError       **error)
{
  self->candidates = ik_candidates_list (library, cancellable, error);
  if (self->candidates == NULL)
    return FALSE;

  self->summaries = ik_interviews_list (library, NULL, cancellable, error);
  return self->summaries != NULL;
}

static const char *
get_candidate_role (const Survey *self,
                    const char   *candidate_id)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const IkCandidate *candidate = self->candidates->pdata[i];

      if (g_str_equal (candidate->id, candidate_id))
        return candidate->role;
    }

  return "";
}

static gint
compare_roles_cb (gconstpointer one,
                  gconstpointer other)
{
  return g_utf8_collate (*(const char *const *) one, *(const char *const *) other);
}

static void
add_role (GPtrArray  *roles,
          const char *role)
{
  for (guint i = 0; i < roles->len; i++)
    {
      if (ik_comparison_is_for (roles->pdata[i], role, ""))
        return;
    }

  if (*role != '\0')
    g_ptr_array_add (roles, g_strdup (role));
}

/**
 * ik_comparisons_list_roles:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the roles that
 *   somebody was interviewed for or applied for, each once, in the order of the
 *   alphabet; %NULL with @error set on failure
 */
GStrv
ik_comparisons_list_roles (IkLibrary     *library,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_auto(Survey) survey = { 0 };
  g_autoptr(GPtrArray) roles = g_ptr_array_new_with_free_func (g_free);

  if (!survey_load (&survey, library, cancellable, error))
    return NULL;

  for (guint i = 0; i < survey.candidates->len; i++)
    add_role (roles, ((IkCandidate *) survey.candidates->pdata[i])->role);
  for (guint i = 0; i < survey.summaries->len; i++)
    {
      const IkInterviewSummary *summary = survey.summaries->pdata[i];

      if (*get_candidate_role (&survey, summary->candidate_id) == '\0')
        add_role (roles, summary->role);
    }

  g_ptr_array_sort (roles, compare_roles_cb);
  g_ptr_array_add (roles, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&roles), FALSE);
}

static IkComparisonEntry *
ensure_entry (GPtrArray  *entries,
              const char *candidate_id,
              const char *candidate_name)
{
  IkComparisonEntry *entry;

  for (guint i = 0; i < entries->len; i++)
    {
      entry = entries->pdata[i];
      if (g_str_equal (entry->candidate_id, candidate_id))
        return entry;
    }

  entry = ik_comparison_entry_new (candidate_id, candidate_name);
  g_ptr_array_add (entries, entry);
  return entry;
}

/* Adds an interview, or counts why it can't be. */
static gboolean
add_interview (IkComparisonEntry         *entry,
               IkLibrary                 *library,
               const IkInterviewSummary  *summary,
               GCancellable              *cancellable,
               GError                   **error)
{
  g_autofree char *own_id = NULL;
  IkInterview *interview;

  if (summary->state == IK_INTERVIEW_STATE_CANCELLED ||
      summary->state == IK_INTERVIEW_STATE_NO_SHOW)
    return TRUE;

  if (summary->state != IK_INTERVIEW_STATE_HANDED_IN)
    {
      entry->n_open++;
      return TRUE;
    }

  if (!ik_independence_find_own (library, summary->id, &own_id, cancellable, error))
    return FALSE;
  if (own_id != NULL)
    {
      entry->n_withheld++;
      return TRUE;
    }

  interview = ik_interviews_load (library, summary->id, cancellable, error);
  if (interview == NULL)
    return FALSE;

  g_ptr_array_add (entry->interviews, interview);
  return TRUE;
}

static gboolean
has_any_interview (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const IkComparisonEntry *entry = entries->pdata[i];

      if (entry->interviews->len > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_entries (GPtrArray   *entries,
               const char  *role,
               GError     **error)
{
  guint n_withheld = 0;

  for (guint i = 0; i < entries->len; i++)
    n_withheld += ((IkComparisonEntry *) entries->pdata[i])->n_withheld;

  if (has_any_interview (entries))
    return TRUE;

  if (entries->len == 0)
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND,
                 _("Nobody was interviewed for “%s”; the role is that of the candidate, or else "
                   "that of the question set"), role);
  else if (n_withheld > 0)
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                 _("What others rated for “%s” is shown once you have handed in your own "
                   "interviews"), role);
  else
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                 _("No interview for “%s” is handed in yet; candidates are compared by those "
                   "that are"), role);
  return FALSE;
}

/**
 * ik_comparisons_load:
 * @library: a library
 * @role: a role, in any case
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Gathers the candidates who were interviewed for a role, see
 * ik_comparison_is_for(). Interviews that are not handed in, and those whose
 * ratings the owner may not see yet, are counted and left out.
 *
 * Returns: (transfer full) (nullable): the comparison; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where nobody was, or #IK_STORE_ERROR_REFUSED where
 *   there is nothing to compare by
 */
IkComparison *
ik_comparisons_load (IkLibrary     *library,
                     const char    *role,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_auto(Survey) survey = { 0 };
  g_autoptr(GPtrArray) entries = NULL;
  const char *spelling = role;

  g_return_val_if_fail (role != NULL, NULL);

  if (!survey_load (&survey, library, cancellable, error))
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_comparison_entry_free);
  for (guint i = 0; i < survey.summaries->len; i++)
    {
      const IkInterviewSummary *summary = survey.summaries->pdata[i];
      const char *candidate_role = get_candidate_role (&survey, summary->candidate_id);

      if (!ik_comparison_is_for (role, candidate_role, summary->role))
        continue;

      spelling = *candidate_role != '\0' ? candidate_role : summary->role;
      if (!add_interview (ensure_entry (entries, summary->candidate_id, summary->candidate_name),
                          library, summary, cancellable, error))
        return NULL;
    }

  return check_entries (entries, role, error) ? ik_comparison_new (spelling, entries) : NULL;
}

/**
 * ik_comparisons_export:
 * @library: a library
 * @role: as for ik_comparisons_load()
 * @file: where to; the ending of its name says in which form
 * @options: as for ik_comparison_render()
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes a comparison, whole or not at all.
 *
 * Returns: whether it was written; errors as for ik_comparisons_load(), or
 *   #IK_REPORT_ERROR or #G_IO_ERROR
 */
gboolean
ik_comparisons_export (IkLibrary              *library,
                       const char             *role,
                       GFile                  *file,
                       const IkReportOptions  *options,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr(IkComparison) comparison = NULL;
  g_autoptr(GBytes) content = NULL;
  IkReportFormat format;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  if (!ik_reports_get_format (file, &format, error))
    return FALSE;

  comparison = ik_comparisons_load (library, role, cancellable, error);
  if (comparison == NULL)
    return FALSE;

  content = ik_comparison_render (comparison, options, format, error);
  return content != NULL &&
         ik_file_access_replace (file, content, G_FILE_CREATE_PRIVATE, cancellable, error);
}

/**
 * ik_comparisons_lay_out:
 * @library: a library
 * @role: as for ik_comparisons_load()
 * @options: as for ik_comparison_render()
 * @pages: what takes the pages
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes the pages of the PDF, to be shown or printed.
 *
 * Returns: whether it succeeded; errors as for ik_comparisons_load(), or
 *   #IK_REPORT_ERROR
 */
gboolean
ik_comparisons_lay_out (IkLibrary              *library,
                        const char             *role,
                        const IkReportOptions  *options,
                        IkReportPages          *pages,
                        GCancellable           *cancellable,
                        GError                **error)
{
  g_autoptr(IkComparison) comparison = NULL;
  g_autoptr(GBytes) nothing = NULL;
  IkReportOptions shown = *options;

  g_return_val_if_fail (IK_IS_REPORT_PAGES (pages), FALSE);

  comparison = ik_comparisons_load (library, role, cancellable, error);
  if (comparison == NULL)
    return FALSE;

  shown.shown = pages;
  nothing = ik_comparison_render (comparison, &shown, IK_REPORT_FORMAT_PDF, error);
  return nothing != NULL;
}
