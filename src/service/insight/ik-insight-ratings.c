#include "ik-insight-private.h"

#include "ik-agreement.h"
#include "ik-rating-groups.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* The columns that all tables of ratings have. */
static void
add_rating_columns (IkInsightTable *table)
{
  ik_insight_table_add_number_column (table, "interviews", _("Interviews"), 0);
  ik_insight_table_add_number_column (table, "ratings", _("Ratings"), 0);
  ik_insight_table_add_number_column (table, "mean", _("Mean"), 2);
}

static void
set_scale_axis (IkInsightTable       *table,
                const IkInsightScale *scale)
{
  int lowest = scale->values[0];
  int highest = scale->values[scale->n_levels - 1];

  ik_insight_table_set_axis (table, lowest, highest);
  if (highest - lowest < IK_RUBRIC_MAX_LEVELS)
    {
      table->axis_step = 1;
      table->axis_to = highest;
    }
}

static char *
describe_mean (const IkRatingGroup *group)
{
  return g_strdup_printf (ngettext ("mean %.2f of %u rating", "mean %.2f of %u ratings", group->n),
                          group->mean, group->n);
}

/* By interviewer */

static void
add_levels (IkInsightTable       *table,
            const IkInsightScale *scale)
{
  for (guint i = 0; i < scale->n_levels; i++)
    {
      g_autofree char *key = g_strdup_printf ("level_%d", scale->values[i]);
      g_autofree char *title = g_strdup_printf ("%d %s", scale->values[i], scale->labels[i]);

      g_strchomp (title);
      ik_insight_table_add_number_column (table, key, title, 0);
      g_ptr_array_add (table->levels, g_steal_pointer (&title));
    }
}

static void
add_counts (IkInsightTable      *table,
            const IkRatingGroup *group,
            guint                n_levels)
{
  for (guint i = 0; i < n_levels; i++)
    {
      if (group->n >= IK_INSIGHT_MIN_N)
        ik_insight_table_add_number (table, group->counts[i]);
      else
        ik_insight_table_add_nothing (table);
    }
}

static void
add_interviewer (IkInsightTable      *table,
                 const IkRatingGroup *group,
                 guint                n_levels)
{
  const char *name = group->name != NULL ? group->name : _("All");
  gboolean is_told = group->n >= IK_INSIGHT_MIN_N;
  IkChartRow *chart_row = ik_insight_table_add_chart_row (table, name);

  ik_insight_table_begin_row (table);
  ik_insight_table_add_text (table, name);
  ik_insight_table_add_number (table, group->n_interviews);
  ik_insight_table_add_number (table, group->n);
  if (is_told)
    {
      ik_insight_table_add_number (table, group->mean);
      ik_insight_table_add_number (table, group->difference);
    }
  else
    {
      ik_insight_table_add_nothing (table);
      ik_insight_table_add_nothing (table);
    }
  add_counts (table, group, n_levels);
  ik_insight_table_add_text (table, is_told ? "" : _("too few"));

  chart_row->is_told = is_told;
  if (!is_told)
    return;

  g_free (chart_row->text);
  chart_row->text = describe_mean (group);
  for (guint i = 0; i < n_levels; i++)
    chart_row->counts[i] = group->counts[i];
}

/* ik_insight_fill_ratings:
 * @table: an empty table
 * @view: what to look at
 *
 * Ratings by interviewer. */
void
ik_insight_fill_ratings (IkInsightTable      *table,
                         const IkInsightView *view)
{
  g_autoptr(GArray) groups = ik_rating_groups_new (view->interviews, view->scale,
                                                   IK_RATINGS_BY_INTERVIEWER);

  ik_text_set (&table->explanation,
               _("How often each interviewer gave each level, and the mean of those ratings. "
                 "The difference is to the mean of all: below zero is stricter."));
  table->chart_kind = IK_CHART_SHARES;
  ik_insight_table_set_axis (table, 0, 100);
  table->axis_is_percent = TRUE;

  ik_insight_table_add_text_column (table, "interviewer", _("Interviewer"));
  add_rating_columns (table);
  ik_insight_table_add_number_column (table, "difference", _("Difference"), 2);
  add_levels (table, view->scale);
  ik_insight_table_add_text_column (table, "remark", _("Remark"));

  for (guint i = 0; i < groups->len; i++)
    add_interviewer (table, &g_array_index (groups, IkRatingGroup, i), view->scale->n_levels);
}

/* Drift */

static void
add_place (IkInsightTable      *table,
           const IkRatingGroup *group,
           const char          *name)
{
  gboolean is_told = group->n_interviews >= IK_INSIGHT_MIN_N;
  IkChartRow *chart_row = ik_insight_table_add_chart_row (table, name);

  ik_insight_table_begin_row (table);
  ik_insight_table_add_text (table, name);
  ik_insight_table_add_number (table, group->n_interviews);
  ik_insight_table_add_number (table, group->n);
  if (is_told)
    {
      ik_insight_table_add_number (table, group->mean);
      ik_insight_table_add_number (table, group->mean - group->difference);
      ik_insight_table_add_number (table, group->difference);
    }
  else
    {
      for (guint i = 0; i < 3; i++)
        ik_insight_table_add_nothing (table);
    }
  ik_insight_table_add_text (table, is_told ? "" : _("too few"));

  chart_row->is_told = is_told;
  if (!is_told)
    return;

  g_free (chart_row->text);
  chart_row->text = describe_mean (group);
  chart_row->value = group->mean;
  chart_row->mark = group->mean - group->difference;
}

static void
fill_drift (IkInsightTable      *table,
            const IkInsightView *view,
            IkRatingGrouping     grouping)
{
  g_autoptr(GArray) groups = ik_rating_groups_new (view->interviews, view->scale, grouping);

  ik_text_set (&table->legend, _("Point: mean of these ratings. Mark: what the same people "
                                 "usually give."));
  table->chart_kind = IK_CHART_POINTS;
  set_scale_axis (table, view->scale);
  add_rating_columns (table);
  ik_insight_table_add_number_column (table, "own_mean", _("Usual"), 2);
  ik_insight_table_add_number_column (table, "difference", _("Difference"), 2);
  ik_insight_table_add_text_column (table, "remark", _("Remark"));

  for (guint i = 0; i < groups->len; i++)
    {
      const IkRatingGroup *group = &g_array_index (groups, IkRatingGroup, i);
      g_autofree char *name = grouping == IK_RATINGS_BY_HOUR
                              ? g_strdup_printf ("%02u:00", group->place)
                              /* Translators: the first, second, … interview of a day */
                              : g_strdup_printf (_("No. %u"), group->place);

      add_place (table, group, name);
    }
}

/* ik_insight_fill_hours:
 * @table: an empty table
 * @view: what to look at
 *
 * Ratings by the hour that interviews started in. */
void
ik_insight_fill_hours (IkInsightTable      *table,
                       const IkInsightView *view)
{
  ik_text_set (&table->explanation,
               _("Ratings by the hour in which an interview started. Each rating is held against "
                 "the mean of the person who gave it, so that strict people in the morning don't "
                 "make mornings look strict."));
  ik_insight_table_add_text_column (table, "hour", _("Hour"));
  fill_drift (table, view, IK_RATINGS_BY_HOUR);
}

/* ik_insight_fill_positions:
 * @table: an empty table
 * @view: what to look at
 *
 * Ratings by which interview of the day it was. */
void
ik_insight_fill_positions (IkInsightTable      *table,
                           const IkInsightView *view)
{
  ik_text_set (&table->explanation,
               _("Ratings by which interview of the interviewer's day it was, those that were not "
                 "handed in counted as well. Each rating is held against the mean of the person "
                 "who gave it."));
  ik_insight_table_add_text_column (table, "position", _("Of the Day"));
  fill_drift (table, view, IK_RATINGS_BY_POSITION);
}
