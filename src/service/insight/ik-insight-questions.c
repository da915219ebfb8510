#include "ik-insight-private.h"

#include "ik-question-insight.h"
#include "ik-text.h"

#include <glib/gi18n.h>

#define MS_PER_MINUTE 60000.0

static const char *
describe_verdict (IkQuestionVerdict verdict)
{
  switch (verdict)
    {
    case IK_QUESTION_TOO_FEW:
      return _("too few");

    case IK_QUESTION_EVERYBODY_PASSES:
      return _("everybody passes");

    case IK_QUESTION_NOBODY_PASSES:
      return _("nobody passes");

    case IK_QUESTION_ALWAYS_OVER:
      return _("always runs over");

    case IK_QUESTION_TELLS:
    default:
      return "";
    }
}

static void
add_question (IkInsightTable          *table,
              const IkQuestionRatings *ratings)
{
  gboolean is_told = ratings->verdict != IK_QUESTION_TOO_FEW;
  IkChartRow *chart_row = ik_insight_table_add_chart_row (table, ratings->prompt);

  ik_insight_table_begin_row (table);
  ik_insight_table_add_text (table, ratings->prompt);
  ik_insight_table_add_number (table, ratings->n_candidates);
  ik_insight_table_add_number (table, ratings->n);
  if (is_told)
    {
      ik_insight_table_add_number (table, ratings->n_passed);
      ik_insight_table_add_percent (table, ratings->n_passed, ratings->n);
      ik_insight_table_add_number (table, ratings->mean);
      ik_insight_table_add_number (table, ratings->lowest);
      ik_insight_table_add_number (table, ratings->highest);
    }
  else
    {
      for (guint i = 0; i < 5; i++)
        ik_insight_table_add_nothing (table);
    }
  ik_insight_table_add_text (table, describe_verdict (ratings->verdict));

  chart_row->is_told = is_told;
  if (!is_told)
    return;

  g_free (chart_row->text);
  chart_row->text = g_strdup_printf (_("%u of %u pass"), ratings->n_passed, ratings->n);
  chart_row->value = 100.0 * ratings->n_passed / ratings->n;
}

/* ik_insight_fill_questions:
 * @table: an empty table
 * @view: what to look at
 *
 * Which questions everybody passes, or nobody. */
void
ik_insight_fill_questions (IkInsightTable      *table,
                           const IkInsightView *view)
{
  g_autoptr(GArray) list = ik_question_ratings_new (view->interviews, view->scale);

  ik_text_set (&table->explanation,
               _("A rating passes where it reaches the level that the set asks for; where it asks "
                 "for none, the middle of the scale. A question that everybody passes, or nobody, "
                 "tells nobody apart."));
  ik_text_set (&table->legend, _("Bar: share of ratings that pass."));
  table->chart_kind = IK_CHART_BARS;
  ik_insight_table_set_axis (table, 0, 100);
  table->axis_is_percent = TRUE;

  ik_insight_table_add_text_column (table, "question", _("Question"));
  ik_insight_table_add_number_column (table, "candidates", _("Candidates"), 0);
  ik_insight_table_add_number_column (table, "ratings", _("Ratings"), 0);
  ik_insight_table_add_number_column (table, "passed", _("Passed"), 0);
  ik_insight_table_add_number_column (table, "passed_percent", _("Passed, %"), 0);
  ik_insight_table_add_number_column (table, "mean", _("Mean"), 2);
  ik_insight_table_add_number_column (table, "lowest", _("Lowest"), 0);
  ik_insight_table_add_number_column (table, "highest", _("Highest"), 0);
  ik_insight_table_add_text_column (table, "remark", _("Remark"));

  for (guint i = 0; i < list->len; i++)
    add_question (table, &g_array_index (list, IkQuestionRatings, i));
}

/* Times */

static void
add_times (IkInsightTable        *table,
           const IkQuestionTimes *times)
{
  gboolean is_told = times->verdict != IK_QUESTION_TOO_FEW;
  IkChartRow *chart_row = ik_insight_table_add_chart_row (table, times->prompt);

  ik_insight_table_begin_row (table);
  ik_insight_table_add_text (table, times->prompt);
  ik_insight_table_add_number (table, times->n_candidates);
  ik_insight_table_add_number (table, times->n);
  ik_insight_table_add_number (table, times->planned_ms / MS_PER_MINUTE);
  if (is_told)
    {
      ik_insight_table_add_number (table, times->n_over);
      ik_insight_table_add_percent (table, times->n_over, times->n);
      ik_insight_table_add_number (table, times->least_ms / MS_PER_MINUTE);
      ik_insight_table_add_number (table, times->median_ms / MS_PER_MINUTE);
      ik_insight_table_add_number (table, times->most_ms / MS_PER_MINUTE);
    }
  else
    {
      for (guint i = 0; i < 5; i++)
        ik_insight_table_add_nothing (table);
    }
  ik_insight_table_add_text (table, describe_verdict (times->verdict));

  chart_row->is_told = is_told;
  if (!is_told)
    return;

  g_free (chart_row->text);
  /* Translators: median and planned minutes, how often it took longer, of how many */
  chart_row->text = g_strdup_printf (_("%.1f of %.0f min, over in %u of %u"),
                                     times->median_ms / MS_PER_MINUTE,
                                     times->planned_ms / MS_PER_MINUTE, times->n_over, times->n);
  chart_row->low = times->least_ms / MS_PER_MINUTE;
  chart_row->value = times->median_ms / MS_PER_MINUTE;
  chart_row->high = times->most_ms / MS_PER_MINUTE;
  chart_row->mark = times->planned_ms / MS_PER_MINUTE;
}

static double
get_longest (GArray *list)
{
  double longest = 1;

  for (guint i = 0; i < list->len; i++)
    {
      const IkQuestionTimes *times = &g_array_index (list, IkQuestionTimes, i);

      longest = MAX (longest, MAX (times->most_ms, times->planned_ms) / MS_PER_MINUTE);
    }

  return longest;
}

/* ik_insight_fill_times:
 * @table: an empty table
 * @view: what to look at
 *
 * Which questions always run over. */
void
ik_insight_fill_times (IkInsightTable      *table,
                       const IkInsightView *view)
{
  g_autoptr(GArray) list = ik_question_times_new (view->interviews);

  ik_text_set (&table->explanation,
               _("Minutes a question took against those planned for it. Extra time scales what is "
                 "planned; to compare candidates it is taken out. Interviews on paper have no "
                 "times."));
  ik_text_set (&table->legend, _("Point: median. Line: from the shortest to the longest. "
                                 "Mark: planned. In minutes."));
  table->chart_kind = IK_CHART_POINTS;
  ik_insight_table_set_axis (table, 0, get_longest (list));

  ik_insight_table_add_text_column (table, "question", _("Question"));
  ik_insight_table_add_number_column (table, "candidates", _("Candidates"), 0);
  ik_insight_table_add_number_column (table, "asked", _("Asked"), 0);
  ik_insight_table_add_number_column (table, "planned_minutes", _("Planned"), 0);
  ik_insight_table_add_number_column (table, "over", _("Over"), 0);
  ik_insight_table_add_number_column (table, "over_percent", _("Over, %"), 0);
  ik_insight_table_add_number_column (table, "least_minutes", _("Shortest"), 1);
  ik_insight_table_add_number_column (table, "median_minutes", _("Median"), 1);
  ik_insight_table_add_number_column (table, "most_minutes", _("Longest"), 1);
  ik_insight_table_add_text_column (table, "remark", _("Remark"));

  for (guint i = 0; i < list->len; i++)
    add_times (table, &g_array_index (list, IkQuestionTimes, i));
}
