#include "ik-insight-private.h"

#include "ik-rater-agreement.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* With two levels there is nothing to weigh. */
static const char *
get_measure_name (IkAgreementMeasure    measure,
                  const IkInsightScale *scale)
{
  switch (measure)
    {
    case IK_MEASURE_KAPPA_LINEAR:
      return scale->n_levels == 2 ? _("Cohen's kappa") : _("Cohen's kappa, linear weights");

    case IK_MEASURE_KAPPA_QUADRATIC:
      return _("Cohen's kappa, quadratic weights");

    case IK_MEASURE_ICC_TWO_WAY:
      return _("ICC(2,1)");

    case IK_MEASURE_ICC_ONE_WAY:
    default:
      return _("ICC(1,1)");
    }
}

static const char *
describe_state (IkAgreementState state)
{
  switch (state)
    {
    case IK_AGREEMENT_TOO_FEW:
      return _("too few");

    case IK_AGREEMENT_ONE_LEVEL:
      return _("all gave the same level only: it can't be told from chance");

    case IK_AGREEMENT_ONE_SIDED:
      return _("one gave the same level only, which makes it 0 whatever the other gave");

    case IK_AGREEMENT_NO_DIFFERENCE:
      return _("each gave the same level only, but not the same one");

    case IK_AGREEMENT_COMPLETE:
      return _("they agree on everything; no interval can be had from that");

    case IK_AGREEMENT_TOLD:
    default:
      return "";
    }
}

static char *
join_names (const IkRaterAgreement *result)
{
  g_autofree char **names = g_new0 (char *, result->names->len + 1);

  if (result->names->len == 0)
    return g_strdup (_("All who rated the same"));

  for (guint i = 0; i < result->names->len; i++)
    names[i] = result->names->pdata[i];

  return g_strjoinv (", ", names);
}

static gboolean
has_value (const IkAgreement *agreement)
{
  return agreement->state != IK_AGREEMENT_TOO_FEW && agreement->state != IK_AGREEMENT_ONE_LEVEL;
}

static void
add_coefficient (IkInsightTable    *table,
                 const IkAgreement *agreement)
{
  if (has_value (agreement))
    ik_insight_table_add_number (table, agreement->value);
  else
    ik_insight_table_add_nothing (table);

  if (agreement->state == IK_AGREEMENT_TOLD)
    {
      ik_insight_table_add_number (table, agreement->low);
      ik_insight_table_add_number (table, agreement->high);
    }
  else
    {
      ik_insight_table_add_nothing (table);
      ik_insight_table_add_nothing (table);
    }
}

static void
add_shares (IkInsightTable         *table,
            const IkRaterAgreement *result)
{
  if (result->agreement.state == IK_AGREEMENT_TOO_FEW)
    {
      ik_insight_table_add_nothing (table);
      ik_insight_table_add_nothing (table);
      return;
    }

  ik_insight_table_add_percent (table, result->n_same, result->n_pairs);
  ik_insight_table_add_percent (table, result->n_near, result->n_pairs);
}

static void
draw (IkInsightTable         *table,
      const IkRaterAgreement *result,
      const char             *names,
      const char             *measure)
{
  const IkAgreement *agreement = &result->agreement;
  g_autofree char *label = g_strdup_printf ("%s · %s", names, measure);
  IkChartRow *row = ik_insight_table_add_chart_row (table, label);

  row->is_told = has_value (agreement);
  g_free (row->text);
  row->value = agreement->value;
  if (agreement->state != IK_AGREEMENT_TOLD)
    {
      row->text = g_strdup (describe_state (agreement->state));
      return;
    }

  row->low = agreement->low;
  row->high = agreement->high;
  /* Translators: a coefficient, its interval, of how many */
  row->text = g_strdup_printf (_("%.2f (%.2f to %.2f), n %u"), agreement->value, agreement->low,
                               agreement->high, agreement->n);
}

static void
add_results (IkInsightTable      *table,
             const IkInsightView *view,
             IkRatedThing         thing,
             const char          *what)
{
  g_autoptr(GPtrArray) results = ik_rater_agreement_new (view->peers, view->scale, thing,
                                                         view->interviewer_id);

  for (guint i = 0; i < results->len; i++)
    {
      const IkRaterAgreement *result = results->pdata[i];
      const char *measure = get_measure_name (result->measure, view->scale);
      g_autofree char *names = join_names (result);

      ik_insight_table_begin_row (table);
      ik_insight_table_add_text (table, what);
      ik_insight_table_add_text (table, names);
      ik_insight_table_add_number (table, result->agreement.n);
      add_shares (table, result);
      ik_insight_table_add_text (table, measure);
      add_coefficient (table, &result->agreement);
      ik_insight_table_add_text (table, describe_state (result->agreement.state));
      draw (table, result, names, measure);
    }
}

/* ik_insight_fill_agreement:
 * @table: an empty table
 * @view: what to look at
 *
 * Agreement between raters. */
void
ik_insight_fill_agreement (IkInsightTable      *table,
                           const IkInsightView *view)
{
  ik_text_set (&table->explanation,
               _("People who rated the same question, or the same competency, of the same "
                 "candidate in the same round. “Same” is the share of pairs on the same level, "
                 "“near” at most one apart. Two people: Cohen's weighted kappa (1968), interval by "
                 "Fleiss, Cohen and Everitt (1969). Three or more: intraclass correlation, "
                 "absolute agreement of single ratings (Shrout and Fleiss 1979; McGraw and Wong "
                 "1996). 1 is full agreement, 0 what chance brings about. Intervals, of 95 percent, "
                 "take the answers of one candidate as independent, so they are rather narrow."));
  ik_text_set (&table->legend, _("Point: coefficient. Line: its interval."));
  table->chart_kind = IK_CHART_POINTS;
  ik_insight_table_set_axis (table, -1, 1);
  table->axis_step = 0.5;
  table->axis_to = 1;

  ik_insight_table_add_text_column (table, "rated", _("Rated"));
  ik_insight_table_add_text_column (table, "raters", _("Raters"));
  ik_insight_table_add_number_column (table, "n", _("n"), 0);
  ik_insight_table_add_number_column (table, "same_percent", _("Same, %"), 0);
  ik_insight_table_add_number_column (table, "near_percent", _("Near, %"), 0);
  ik_insight_table_add_text_column (table, "measure", _("Measure"));
  ik_insight_table_add_number_column (table, "value", _("Value"), 2);
  ik_insight_table_add_number_column (table, "low", _("From"), 2);
  ik_insight_table_add_number_column (table, "high", _("To"), 2);
  ik_insight_table_add_text_column (table, "remark", _("Remark"));

  add_results (table, view, IK_RATED_ANSWERS, _("Questions"));
  add_results (table, view, IK_RATED_COMPETENCIES, _("Competencies"));
}
