#include "ik-day-sheet.h"

#include "ik-day-sheet-pdf.h"
#include "ik-day-sheet-text.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>

#define MS_PER_MINUTE 60000

static void
day_sheet_row_free (IkDaySheetRow *self)
{
  g_free (self->time);
  g_free (self->remark);
  g_free (self->interviewer);
  g_free (self->round);
  g_free (self->room);
  g_free (self->set_title);
  g_free (self->amount);
  g_free (self->topics);
  g_free (self);
}

static char *
format_span (const IkDaySlot *slot)
{
  g_autofree char *from = ik_report_format_time (slot->from_us);
  g_autofree char *to = NULL;

  if (slot->to_us == slot->from_us)
    return g_steal_pointer (&from);

  to = ik_report_format_time (slot->to_us);
  return g_strdup_printf ("%s–%s", from, to);
}

static char *
format_amount (const IkDaySlot *slot)
{
  guint minutes = (guint) ((slot->budget_ms + MS_PER_MINUTE - 1) / MS_PER_MINUTE);

  return g_strdup_printf (ngettext ("%u question, %u min", "%u questions, %u min",
                                    slot->n_questions), slot->n_questions, minutes);
}

static char *
format_topics (const IkDayPlan *plan,
               const IkDaySlot *slot)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->competencies->len; i++)
    {
      guint n = g_array_index (slot->n_per_competency, guint, i);

      if (n > 0)
        g_string_append_printf (text, "%s%s (%u)", text->len > 0 ? ", " : "",
                                (char *) plan->competencies->pdata[i], n);
    }

  return g_string_free (text, FALSE);
}

static IkDaySheetRow *
day_sheet_row_new (const IkDayPlan *plan,
                   const IkDaySlot *slot)
{
  IkDaySheetRow *self = g_new0 (IkDaySheetRow, 1);

  self->time = format_span (slot);
  /* Translators: two interviews of one candidate are planned for the same time. */
  self->remark = g_strdup (slot->is_overlapping ? _("Overlaps") : "");
  self->interviewer = g_strdup (slot->interview->interviewer_name);
  self->round = g_strdup (slot->interview->round);
  self->room = g_strdup (slot->interview->room);
  self->set_title = g_strdup (slot->interview->set_title);
  self->amount = format_amount (slot);
  self->topics = format_topics (plan, slot);

  return self;
}

static const char *
get_role (const IkCandidate *candidate,
          const IkDayPlan   *plan)
{
  if (*candidate->role != '\0' || plan->slots->len == 0)
    return candidate->role;

  return ((IkDaySlot *) plan->slots->pdata[0])->interview->role;
}

/* The round of all interviews is said once, above them. */
static const char *
get_round (const IkDayPlan *plan)
{
  const char *round = "";

  for (guint i = 0; i < plan->slots->len; i++)
    {
      const IkDaySlot *slot = plan->slots->pdata[i];

      if (i > 0 && !g_str_equal (round, slot->interview->round))
        return "";
      round = slot->interview->round;
    }

  return round;
}

/**
 * ik_day_sheet_new:
 * @candidate: who comes; must outlive the sheet
 * @plan: what is planned; must outlive the sheet
 *
 * Returns: (transfer full): what a panel-day sheet says
 */
IkDaySheet *
ik_day_sheet_new (const IkCandidate *candidate,
                  const IkDayPlan   *plan)
{
  IkDaySheet *self = g_new0 (IkDaySheet, 1);

  self->candidate = candidate;
  self->plan = plan;
  self->role = g_strdup (get_role (candidate, plan));
  self->round = g_strdup (get_round (plan));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) day_sheet_row_free);
  for (guint i = 0; i < plan->slots->len; i++)
    g_ptr_array_add (self->rows, day_sheet_row_new (plan, plan->slots->pdata[i]));

  self->day = plan->slots->len > 0
              ? ik_report_format_date (((IkDaySlot *) plan->slots->pdata[0])->from_us)
              : g_strdup ("");

  return self;
}

/**
 * ik_day_sheet_free:
 * @self: (transfer full): a sheet
 */
void
ik_day_sheet_free (IkDaySheet *self)
{
  g_free (self->day);
  g_free (self->role);
  g_free (self->round);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * ik_day_sheet_format_person:
 * @self: a sheet
 *
 * Returns: (transfer full): how the name is said and which pronouns to use, ""
 *   where neither is known
 */
char *
ik_day_sheet_format_person (const IkDaySheet *self)
{
  const IkCandidate *candidate = self->candidate;
  gboolean has_both = *candidate->pronunciation != '\0' && *candidate->pronouns != '\0';

  return g_strdup_printf ("%s%s%s", candidate->pronunciation, has_both ? " · " : "",
                          candidate->pronouns);
}

/**
 * ik_day_sheet_render:
 * @self: a sheet
 * @options: page size, header, footer and logo; of the parts, %IK_DAY_SHEET_PARTS
 * @format: in which form
 * @error: return location
 *
 * Any thread will do.
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with
 *   #IK_REPORT_ERROR
 */
GBytes *
ik_day_sheet_render (const IkDaySheet       *self,
                     const IkReportOptions  *options,
                     IkReportFormat          format,
                     GError                **error)
{
  if (!ik_report_check_parts (options, format, error))
    return NULL;

  switch (format)
    {
    case IK_REPORT_FORMAT_MARKDOWN:
      return ik_day_sheet_render_markdown (self, options);

    case IK_REPORT_FORMAT_JSON:
      return ik_day_sheet_render_json (self);

    case IK_REPORT_FORMAT_CSV:
      return ik_day_sheet_render_csv (self);

    case IK_REPORT_FORMAT_PDF:
    default:
      return ik_day_sheet_render_pdf (self, options, error);
    }
}
