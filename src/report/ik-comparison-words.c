#include "ik-comparison-words.h"

#include "ik-recommendation.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define MS_PER_MINUTE 60000

/**
 * ik_report_panel_cell_to_words:
 * @kind: what somebody says about a competency
 *
 * Returns: @kind for people
 */
const char *
ik_report_panel_cell_to_words (IkPanelCellKind kind)
{
  static const char *const words[IK_N_PANEL_CELL_KINDS] = {
    [IK_PANEL_CELL_NOT_IN_SET] = N_("Not in the set"),
    [IK_PANEL_CELL_NOT_HANDED_IN] = N_("Not handed in"),
    [IK_PANEL_CELL_NOT_ASKED] = N_("Not asked"),
    [IK_PANEL_CELL_NO_EVIDENCE] = N_("No evidence"),
    [IK_PANEL_CELL_NOT_ASSESSED] = N_("Not assessed"),
    [IK_PANEL_CELL_NOT_RATED] = N_("Not rated"),
    [IK_PANEL_CELL_MIXED] = N_("On several scales"),
    [IK_PANEL_CELL_MEAN] = N_("Mean of answers"),
    [IK_PANEL_CELL_RATED] = N_("Rated"),
  };

  return _(words[kind]);
}

static void
append_part (GString    *text,
             const char *separator,
             char       *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
  g_free (part);
}

/**
 * ik_comparison_format_recommendations:
 * @row: a row
 *
 * Returns: (transfer full): how often each recommendation was given, the
 *   best first, with spaces that no line breaks at; a dash where there is none
 */
char *
ik_comparison_format_recommendations (const IkComparisonRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->recommendations->len; i++)
    {
      const IkRecommendationCount *count = ik_comparison_row_get_recommendation (row, i);
      g_autofree char *label = ik_recommendation_dup_label (count->scale, count->value);

      append_part (text, ", ", g_strdup_printf ("%u × %s", count->n, label));
    }

  if (text->len == 0)
    g_string_append (text, "–");

  return g_string_free (text, FALSE);
}

/**
 * ik_comparison_format_answers:
 * @row: a row
 *
 * Returns: (transfer full): what the mean of its answers is made of, such as
 *   "from 14 of 18"; "" where nothing was asked that is scored
 */
char *
ik_comparison_format_answers (const IkComparisonRow *row)
{
  return row->mean.n_of > 0 ? ik_report_format_mean_counts (&row->mean) : g_strdup ("");
}

/**
 * ik_comparison_format_interviews:
 * @row: a row
 *
 * Returns: (transfer full): how many interviews are behind it, and what is missing
 */
char *
ik_comparison_format_interviews (const IkComparisonRow *row)
{
  GString *text = g_string_new (NULL);
  guint n = row->entry->interviews->len;

  append_part (text, "", g_strdup_printf (ngettext ("%u handed in", "%u handed in", n), n));
  n = row->entry->n_open;
  if (n > 0)
    append_part (text, ", ", g_strdup_printf (ngettext ("%u open", "%u open", n), n));
  n = row->entry->n_withheld;
  if (n > 0)
    append_part (text, ", ", g_strdup_printf (ngettext ("%u hidden until you hand in yours",
                                                        "%u hidden until you hand in yours", n),
                                              n));

  return g_string_free (text, FALSE);
}

/**
 * ik_comparison_format_time:
 * @row: a row
 *
 * Returns: (transfer full): time used and planned, a dash where nothing was planned
 */
char *
ik_comparison_format_time (const IkComparisonRow *row)
{
  if (row->planned_ms <= 0)
    return g_strdup ("–");

  /* Translators: minutes used and minutes planned. */
  return g_strdup_printf (_("%u of %u min"),
                          (guint) ((row->used_ms + MS_PER_MINUTE / 2) / MS_PER_MINUTE),
                          (guint) (row->planned_ms / MS_PER_MINUTE));
}

/**
 * ik_comparison_format_knock_outs:
 * @row: a row
 *
 * Returns: (transfer full): what became of the levels that answers had to reach, ""
 *   where none had to
 */
char *
ik_comparison_format_knock_outs (const IkComparisonRow *row)
{
  GString *text = g_string_new (NULL);
  guint n = row->knock_outs[IK_KNOCK_OUT_FAILED];

  if (n > 0)
    append_part (text, ", ", g_strdup_printf (ngettext ("%u knock-out failed",
                                                        "%u knock-outs failed", n), n));
  n = row->knock_outs[IK_KNOCK_OUT_OPEN];
  if (n > 0)
    append_part (text, ", ", g_strdup_printf (ngettext ("%u knock-out open",
                                                        "%u knock-outs open", n), n));
  n = row->knock_outs[IK_KNOCK_OUT_PASSED];
  if (n > 0)
    append_part (text, ", ", g_strdup_printf (ngettext ("%u knock-out passed",
                                                        "%u knock-outs passed", n), n));

  return g_string_free (text, FALSE);
}

/**
 * ik_comparison_format_mean:
 * @cell: a cell
 *
 * Returns: (transfer full): the mean with one decimal, a dash where there is none
 */
char *
ik_comparison_format_mean (const IkComparisonCell *cell)
{
  return cell->scale != NULL ? g_strdup_printf ("%.1f", cell->mean) : g_strdup ("–");
}

/**
 * ik_comparison_format_counts:
 * @cell: a cell
 *
 * Returns: (transfer full): the interviews behind its mean, such as "from 2 of 3"
 */
char *
ik_comparison_format_counts (const IkComparisonCell *cell)
{
  IkMean mean = { .n_rated = cell->n_rated, .n_of = cell->n_of };

  return ik_report_format_mean_counts (&mean);
}

static char *
format_value (double value)
{
  return fabs (value - round (value)) < 0.05 ? g_strdup_printf ("%.0f", value)
                                             : g_strdup_printf ("%.1f", value);
}

/**
 * ik_comparison_format_range:
 * @cell: a cell
 *
 * Returns: (transfer full): its lowest and its highest number, "" where there are
 *   not two that differ
 */
char *
ik_comparison_format_range (const IkComparisonCell *cell)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (cell->scale == NULL || cell->n_rated < 2)
    return g_strdup ("");

  low = format_value (cell->spread.lowest);
  high = format_value (cell->spread.highest);
  if (g_str_equal (low, high))
    return g_strdup ("");

  return g_strdup_printf ("%s–%s", low, high);
}

/**
 * ik_comparison_format_missing:
 * @cell: a cell
 *
 * Returns: (transfer full): why interviews say no number, each reason with how
 *   often it holds where there are more than one interview; "" where all say one
 */
char *
ik_comparison_format_missing (const IkComparisonCell *cell)
{
  GString *text = g_string_new (NULL);
  guint n_all = 0;

  for (guint i = 0; i < IK_N_PANEL_CELL_KINDS; i++)
    n_all += cell->n_kinds[i];
  if (n_all == 0)
    g_string_append (text, _("Nothing handed in"));

  for (guint i = 0; i < IK_PANEL_CELL_MEAN; i++)
    {
      const char *words = ik_report_panel_cell_to_words (i);
      guint n = cell->n_kinds[i];

      if (n == n_all && n > 0)
        append_part (text, ", ", g_strdup (words));
      else if (n > 0)
        append_part (text, ", ", g_strdup_printf ("%s (%u)", words, n));
    }

  if (cell->spread.is_mixed && text->len == 0)
    g_string_append (text, ik_report_panel_cell_to_words (IK_PANEL_CELL_MIXED));

  return g_string_free (text, FALSE);
}
