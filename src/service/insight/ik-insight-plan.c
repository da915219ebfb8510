#include "ik-insight-private.h"

#include "ik-adherence.h"
#include "ik-agreement.h"
#include "ik-fair-time.h"
#include "ik-text.h"

#include <glib/gi18n.h>

#define MS_PER_MINUTE 60000.0

/* Adherence */

static void
add_adherence (IkInsightTable    *table,
               const IkAdherence *adherence,
               const char        *by)
{
  gboolean is_told = adherence->n_interviews >= IK_INSIGHT_MIN_N;
  IkChartRow *chart_row = ik_insight_table_add_chart_row (table, adherence->name);

  ik_insight_table_begin_row (table);
  ik_insight_table_add_text (table, by);
  ik_insight_table_add_text (table, adherence->name);
  ik_insight_table_add_number (table, adherence->n_interviews);
  ik_insight_table_add_number (table, adherence->n_planned);
  if (is_told)
    {
      ik_insight_table_add_percent (table, adherence->n_asked, adherence->n_planned);
      ik_insight_table_add_percent (table, adherence->n_required_asked, adherence->n_required);
      ik_insight_table_add_percent (table, adherence->n_rated, adherence->n_scored);
      ik_insight_table_add_number (table, adherence->n_reworded);
      ik_insight_table_add_number (table, adherence->n_added);
    }
  else
    {
      for (guint i = 0; i < 5; i++)
        ik_insight_table_add_nothing (table);
    }
  ik_insight_table_add_text (table, is_told ? "" : _("too few"));

  chart_row->is_told = is_told && adherence->n_planned > 0;
  if (!chart_row->is_told)
    return;

  g_free (chart_row->text);
  chart_row->value = 100.0 * adherence->n_asked / adherence->n_planned;
  if (adherence->n_scored > 0)
    chart_row->mark = 100.0 * adherence->n_rated / adherence->n_scored;
  chart_row->text = adherence->n_scored > 0
                    ? g_strdup_printf (_("%.0f %% asked, %.0f %% rated"), chart_row->value,
                                       chart_row->mark)
                    : g_strdup_printf (_("%.0f %% asked"), chart_row->value);
}

/* ik_insight_fill_adherence:
 * @table: an empty table
 * @view: what to look at
 *
 * How often what was planned was asked and rated. */
void
ik_insight_fill_adherence (IkInsightTable      *table,
                           const IkInsightView *view)
{
  g_autoptr(GArray) sets = ik_adherence_new (view->interviews, FALSE);
  g_autoptr(GArray) people = ik_adherence_new (view->interviews, TRUE);

  ik_text_set (&table->explanation,
               _("Asked: of all planned questions. Required: of those that had to be asked. "
                 "Rated: of those that were asked and are of a kind that is rated."));
  ik_text_set (&table->legend, _("Bar: asked. Mark: rated."));
  table->chart_kind = IK_CHART_BARS;
  ik_insight_table_set_axis (table, 0, 100);
  table->axis_is_percent = TRUE;

  ik_insight_table_add_text_column (table, "by", _("By"));
  ik_insight_table_add_text_column (table, "name", _("Name"));
  ik_insight_table_add_number_column (table, "interviews", _("Interviews"), 0);
  ik_insight_table_add_number_column (table, "planned", _("Planned"), 0);
  ik_insight_table_add_number_column (table, "asked_percent", _("Asked, %"), 0);
  ik_insight_table_add_number_column (table, "required_percent", _("Required, %"), 0);
  ik_insight_table_add_number_column (table, "rated_percent", _("Rated, %"), 0);
  ik_insight_table_add_number_column (table, "reworded", _("Reworded"), 0);
  ik_insight_table_add_number_column (table, "added", _("Added"), 0);
  ik_insight_table_add_text_column (table, "remark", _("Remark"));

  for (guint i = 0; i < sets->len; i++)
    add_adherence (table, &g_array_index (sets, IkAdherence, i), _("Set"));
  for (guint i = 0; i < people->len; i++)
    add_adherence (table, &g_array_index (people, IkAdherence, i), _("Interviewer"));
}

/* Fair time */

static char *
format_date (gint64 at_us)
{
  g_autoptr(GDateTime) at = NULL;

  if (at_us == 0)
    return g_strdup ("");

  at = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);
  return at != NULL ? g_date_time_format (at, "%Y-%m-%d") : g_strdup ("");
}

static void
add_questions (IkInsightTable   *table,
               const IkFairTime *ledger)
{
  for (guint i = 0; i < ledger->questions->len; i++)
    {
      const IkFairTimeQuestion *question = &g_array_index (ledger->questions, IkFairTimeQuestion,
                                                           i);
      g_autofree char *key = g_strdup_printf ("question_%u", i + 1);
      /* Translators: question 1, 2, … as the head of a narrow column */
      g_autofree char *title = g_strdup_printf (_("Q%u"), i + 1);
      IkInsightColumn *column = ik_insight_table_add_number_column (table, key, title, 1);

      column->description = g_strdup (question->prompt);
    }
}

static const char *
describe_row (const IkFairTimeRow *row)
{
  if (row->total_ms == 0)
    return _("no times");

  return row->is_short ? _("half of the usual time or less") : "";
}

static void
add_ledger_row (IkInsightTable      *table,
                const IkFairTimeRow *row)
{
  const IkInsightInterview *interview = row->interview;
  double minutes = (double) row->total_ms / MS_PER_MINUTE;
  g_autofree char *date = format_date (interview->started_at_us);
  IkChartRow *chart_row = ik_insight_table_add_chart_row (table, interview->candidate_name);

  ik_insight_table_begin_row (table);
  ik_insight_table_add_text (table, interview->candidate_name);
  ik_insight_table_add_text (table, date);
  ik_insight_table_add_text (table, interview->interviewer_name);
  ik_insight_table_add_text (table, describe_row (row));
  ik_insight_table_add_number (table, minutes);
  ik_insight_table_add_number (table, row->budget_ms / MS_PER_MINUTE);
  if (row->share > 0)
    ik_insight_table_add_number (table, 100 * row->share);
  else
    ik_insight_table_add_nothing (table);

  for (guint i = 0; i < row->times_ms->len; i++)
    {
      gint64 ms = g_array_index (row->times_ms, gint64, i);

      if (ms > 0)
        ik_insight_table_add_number (table, (double) ms / MS_PER_MINUTE);
      else
        ik_insight_table_add_nothing (table);
    }

  g_free (chart_row->text);
  chart_row->is_told = row->total_ms > 0;
  chart_row->text = chart_row->is_told
                    /* Translators: used and planned minutes */
                    ? g_strdup_printf (_("%.0f of %.0f min"), minutes,
                                       row->budget_ms / MS_PER_MINUTE)
                    : g_strdup (_("no times"));
  chart_row->value = minutes;
  chart_row->mark = row->budget_ms / MS_PER_MINUTE;
}

static double
get_longest (const IkFairTime *ledger)
{
  double longest = 1;

  for (guint i = 0; i < ledger->rows->len; i++)
    {
      const IkFairTimeRow *row = ledger->rows->pdata[i];

      longest = MAX (longest, MAX ((double) row->total_ms, row->budget_ms) / MS_PER_MINUTE);
    }

  return longest;
}

/* ik_insight_fill_fair_time:
 * @table: an empty table
 * @view: what to look at
 *
 * Minutes per question per candidate. */
void
ik_insight_fill_fair_time (IkInsightTable      *table,
                           const IkInsightView *view)
{
  g_autoptr(IkFairTime) ledger = ik_fair_time_new (view->interviews, view->set_key);

  ik_text_set (&table->explanation,
               _("Minutes that each candidate got, in all and for each question. The share is of "
                 "the median of the totals, extra time taken out on both sides. An empty cell was "
                 "not asked."));
  ik_text_set (&table->legend, _("Bar: minutes in all. Mark: planned, with extra time."));
  table->chart_kind = IK_CHART_BARS;
  ik_insight_table_set_axis (table, 0, get_longest (ledger));

  ik_insight_table_add_text_column (table, "candidate", _("Candidate"));
  ik_insight_table_add_text_column (table, "date", _("Date"));
  ik_insight_table_add_text_column (table, "interviewer", _("Interviewer"));
  ik_insight_table_add_text_column (table, "remark", _("Remark"));
  ik_insight_table_add_number_column (table, "minutes", _("Minutes"), 1);
  ik_insight_table_add_number_column (table, "planned_minutes", _("Planned"), 0);
  ik_insight_table_add_number_column (table, "share_percent", _("Share, %"), 0);
  add_questions (table, ledger);

  for (guint i = 0; i < ledger->rows->len; i++)
    add_ledger_row (table, ledger->rows->pdata[i]);
}
