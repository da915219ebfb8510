#include "ik-set-kit.h"

#include <glib/gi18n.h>

static const char *
find_competency (const IkInterview *blank,
                 const char        *id)
{
  for (guint i = 0; i < blank->competencies->len; i++)
    {
      const IkCompetencyRating *rating = blank->competencies->pdata[i];

      if (g_strcmp0 (rating->competency->id, id) == 0)
        return rating->competency->name;
    }

  return NULL;
}

/**
 * ik_set_kit_format_facts:
 * @blank: an interview that nobody held
 * @item: one of its questions
 *
 * Returns: (transfer full): such as "8 min · optional · Teamwork"
 */
char *
ik_set_kit_format_facts (const IkInterview     *blank,
                         const IkInterviewItem *item)
{
  const char *competency = find_competency (blank, item->competency_id);
  GString *facts = g_string_new (NULL);

  g_string_append_printf (facts, _("%u min"), item->minutes);
  if (!item->required)
    g_string_append_printf (facts, " · %s", _("optional"));
  if (competency != NULL)
    g_string_append_printf (facts, " · %s", competency);

  return g_string_free (facts, FALSE);
}

/**
 * ik_set_kit_format_head:
 * @blank: an interview that nobody held
 *
 * Returns: (transfer full): role, number of questions and minutes, such as
 *   "Engineer · 6 questions · 45 of 60 min"
 */
char *
ik_set_kit_format_head (const IkInterview *blank)
{
  guint n = blank->items->len;
  guint planned = 0;
  GString *head = g_string_new (blank->role);

  for (guint i = 0; i < n; i++)
    planned += ((IkInterviewItem *) blank->items->pdata[i])->minutes;

  if (head->len > 0)
    g_string_append (head, " · ");
  g_string_append_printf (head, ngettext ("%u question", "%u questions", n), n);
  g_string_append (head, " · ");
  if (blank->slot_minutes > 0)
    g_string_append_printf (head, _("%u of %u min"), planned, blank->slot_minutes);
  else
    g_string_append_printf (head, _("%u min"), planned);

  return g_string_free (head, FALSE);
}

/**
 * ik_set_kit_render:
 * @blank: an interview that nobody held, with the wording of a set
 * @options: page size, header and footer
 * @format: in which form
 * @cancellable: (nullable): looked at between questions
 * @error: return location
 *
 * The interviewer's kit: all questions with what belongs to them, and room to
 * write. Any thread will do.
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with
 *   #IK_REPORT_ERROR, where there is no such form, or %G_IO_ERROR_CANCELLED
 */
GBytes *
ik_set_kit_render (const IkInterview      *blank,
                   const IkReportOptions  *options,
                   IkReportFormat          format,
                   GCancellable           *cancellable,
                   GError                **error)
{
  switch (format)
    {
    case IK_REPORT_FORMAT_MARKDOWN:
      return ik_set_kit_render_markdown (blank);

    case IK_REPORT_FORMAT_CSV:
      return ik_set_kit_render_csv (blank);

    case IK_REPORT_FORMAT_JSON:
      g_set_error_literal (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED,
                           _("A kit has no form in JSON; write .pdf, .md or .csv, or call "
                             "“set show --json”"));
      return NULL;

    case IK_REPORT_FORMAT_PDF:
    default:
      return ik_set_kit_render_pdf (blank, options, cancellable, error);
    }
}
