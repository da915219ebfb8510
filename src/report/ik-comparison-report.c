#include "ik-comparison-report.h"

#include "ik-redaction.h"
#include "ik-text.h"

static IkRedaction *
make_redaction (const IkComparison    *self,
                const IkReportOptions *options)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const IkComparisonEntry *entry = self->entries->pdata[i];

      g_ptr_array_add (names, entry->candidate_name);
      for (guint k = 0; k < entry->interviews->len; k++)
        g_ptr_array_add (names, ((IkInterview *) entry->interviews->pdata[k])->interviewer_name);
    }
  g_ptr_array_add (names, NULL);

  return ik_redaction_new (options->redacts_names ? (const char *const *) names->pdata : NULL,
                           options->redacted);
}

static GPtrArray *
redact_entries (const IkComparison    *self,
                const IkRedaction     *redaction,
                const IkReportOptions *options)
{
  GPtrArray *entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_comparison_entry_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const IkComparisonEntry *entry = self->entries->pdata[i];
      g_autofree char *name = options->redacts_names
                              ? g_strdup (IK_REDACTION_BAR)
                              : ik_redaction_replace (redaction, entry->candidate_name);
      IkComparisonEntry *copy = ik_comparison_entry_new (entry->candidate_id, name);

      g_ptr_array_unref (copy->interviews);
      copy->interviews = g_ptr_array_ref (entry->interviews);
      copy->n_open = entry->n_open;
      copy->n_withheld = entry->n_withheld;
      g_ptr_array_add (entries, copy);
    }

  return entries;
}

/* The numbers come from the interviews as they are, of which nothing but the names
 * of competencies is shown. With names behind bars people are in the order of their
 * ids, for that of the names would tell something, and are told apart by a number. */
static IkComparison *
redact (const IkComparison    *self,
        const IkRedaction     *redaction,
        const IkReportOptions *options)
{
  g_autoptr(GPtrArray) entries = redact_entries (self, redaction, options);
  g_autofree char *role = ik_redaction_replace (redaction, self->role);
  IkComparison *redacted = ik_comparison_new (role, entries);

  for (guint i = 0; i < redacted->matrix->rows->len; i++)
    {
      IkPanelRow *row = redacted->matrix->rows->pdata[i];

      g_autofree char *name = ik_redaction_replace (redaction, row->name);

      ik_text_set (&row->name, name);
    }
  for (guint i = 0; options->redacts_names && i < redacted->rows->len; i++)
    {
      IkComparisonRow *row = redacted->rows->pdata[i];
      guint index;

      g_ptr_array_find (redacted->entries, row->entry, &index);
      g_free (((IkComparisonEntry *) redacted->entries->pdata[index])->candidate_name);
      ((IkComparisonEntry *) redacted->entries->pdata[index])->candidate_name =
        g_strdup_printf ("%s %u", IK_REDACTION_BAR, i + 1);
    }

  return redacted;
}

static GBytes *
render (const IkComparison     *self,
        const IkReportOptions  *options,
        IkReportFormat          format,
        GError                **error)
{
  switch (format)
    {
    case IK_REPORT_FORMAT_MARKDOWN:
      return ik_comparison_render_markdown (self, options);

    case IK_REPORT_FORMAT_JSON:
      return ik_comparison_render_json (self);

    case IK_REPORT_FORMAT_CSV:
      return ik_comparison_render_csv (self);

    case IK_REPORT_FORMAT_PDF:
    default:
      return ik_comparison_render_pdf (self, options, error);
    }
}

/**
 * ik_comparison_render:
 * @self: a comparison
 * @options: page size, header, footer and logo; names and texts behind bars; of the
 *   parts, %IK_COMPARISON_PARTS
 * @format: in which form
 * @error: return location
 *
 * Writes the candidates for a role side by side. Any thread will do.
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with
 *   #IK_REPORT_ERROR
 */
GBytes *
ik_comparison_render (const IkComparison     *self,
                      const IkReportOptions  *options,
                      IkReportFormat          format,
                      GError                **error)
{
  g_autoptr(IkRedaction) redaction = NULL;
  g_autoptr(IkComparison) redacted = NULL;
  g_autofree char *header = NULL;
  g_autofree char *footer = NULL;
  IkReportOptions own = *options;

  if (!ik_report_check_parts (options, format, error))
    return NULL;

  redaction = make_redaction (self, options);
  redacted = redact (self, redaction, options);
  own.header = header = ik_redaction_replace (redaction, options->header);
  own.footer = footer = ik_redaction_replace (redaction, options->footer);
  return render (redacted, &own, format, error);
}
