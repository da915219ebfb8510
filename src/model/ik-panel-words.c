#include "ik-panel-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Differences that a mean may have by the way it is computed */
#define NEARLY 1e-9

/**
 * ik_panel_cell_kind_to_nick:
 * @kind: of a cell
 *
 * Returns: what a program calls it
 */
const char *
ik_panel_cell_kind_to_nick (IkPanelCellKind kind)
{
  static const char *const nicks[] = {
    "not_in_set", "not_handed_in", "not_asked", "no_evidence", "not_assessed", "not_rated",
    "mixed", "mean", "rated",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == IK_N_PANEL_CELL_KINDS);
  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

/**
 * ik_panel_verdict_to_nick:
 * @verdict: about a row
 *
 * Returns: what a program calls it
 */
const char *
ik_panel_verdict_to_nick (IkPanelVerdict verdict)
{
  static const char *const nicks[] = { "nobody", "one", "agree", "not_compared", "disagree" };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == IK_N_PANEL_VERDICTS);
  g_return_val_if_fail (verdict < G_N_ELEMENTS (nicks), NULL);

  return nicks[verdict];
}

/**
 * ik_panel_verdict_get_sign:
 * @verdict: about a row
 *
 * Returns: a sign that stands before its words, so that it isn't told by colour
 *   alone
 */
const char *
ik_panel_verdict_get_sign (IkPanelVerdict verdict)
{
  static const char *const signs[] = { "○", "◐", "=", "∥", "≠" };

  G_STATIC_ASSERT (G_N_ELEMENTS (signs) == IK_N_PANEL_VERDICTS);
  g_return_val_if_fail (verdict < G_N_ELEMENTS (signs), NULL);

  return signs[verdict];
}

static char *
format_mean (const IkMean *mean)
{
  /* Translators: a mean, and how many ratings of how many questions it is of */
  return g_strdup_printf (_("%.1f from %u of %u"), mean->mean, mean->n_rated, mean->n_of);
}

static const char *
get_reason (IkPanelCellKind kind)
{
  switch (kind)
    {
    case IK_PANEL_CELL_NOT_IN_SET:
      return _("Not in the set");
    case IK_PANEL_CELL_NOT_HANDED_IN:
      return _("Not handed in");
    case IK_PANEL_CELL_NOT_ASKED:
      return _("Not asked");
    case IK_PANEL_CELL_NO_EVIDENCE:
      return _("No evidence");
    case IK_PANEL_CELL_NOT_ASSESSED:
      return _("Not assessed");
    case IK_PANEL_CELL_MIXED:
      return _("On several scales");
    case IK_PANEL_CELL_NOT_RATED:
    case IK_PANEL_CELL_MEAN:
    case IK_PANEL_CELL_RATED:
    default:
      return _("Not rated");
    }
}

/**
 * ik_panel_cell_dup_text:
 * @self: a cell
 *
 * Returns: (transfer full): the rating with its word, the mean with its numbers,
 *   or why there is none
 */
char *
ik_panel_cell_dup_text (const IkPanelCell *self)
{
  if (!ik_panel_cell_has_number (self))
    return g_strdup (get_reason (self->kind));
  if (self->kind == IK_PANEL_CELL_MEAN)
    return format_mean (&self->mean);

  return ik_rubric_dup_level_text (self->scale, self->competency->rating);
}

/**
 * ik_panel_cell_dup_beside:
 * @self: a cell
 *
 * Returns: (transfer full) (nullable): the mean of the questions that stands
 *   beside a rating; %NULL where there is none
 */
char *
ik_panel_cell_dup_beside (const IkPanelCell *self)
{
  if (self->kind != IK_PANEL_CELL_RATED || self->mean.n_rated == 0 || self->mean.is_mixed)
    return NULL;

  return format_mean (&self->mean);
}

static char *
format_distance (double distance)
{
  guint whole = (guint) (distance + 0.5);

  if (fabs (distance - whole) < NEARLY)
    return g_strdup_printf (ngettext ("%u level apart", "%u levels apart", whole), whole);

  return g_strdup_printf (_("%.1f levels apart"), distance);
}

static char *
format_disagreement (const IkPanelSpread *self)
{
  g_autofree char *distance = NULL;

  if (!self->is_apart)
    return g_strdup (_("Across the middle"));

  distance = format_distance (self->distance);
  if (!self->is_across)
    return g_steal_pointer (&distance);

  /* Translators: such as "3 levels apart" */
  return g_strdup_printf (_("%s, across the middle"), distance);
}

/**
 * ik_panel_spread_dup_text:
 * @self: how ratings compare
 * @n_open: people whose ratings may follow
 *
 * Returns: (transfer full): agreement, disagreement or a gap, in words
 */
char *
ik_panel_spread_dup_text (const IkPanelSpread *self,
                          guint                n_open)
{
  switch (self->verdict)
    {
    case IK_PANEL_NOBODY:
      return g_strdup (n_open > 0 ? _("Nobody so far") : _("Gap: nobody rated it"));
    case IK_PANEL_ONE:
      return g_strdup (n_open > 0 ? _("Only one so far") : _("Gap: only one rated it"));
    case IK_PANEL_NOT_COMPARED:
      return g_strdup (_("Different scales, not compared"));
    case IK_PANEL_DISAGREE:
      return format_disagreement (self);
    case IK_PANEL_AGREE:
    default:
      return self->distance < NEARLY ? g_strdup (_("All the same"))
                                     : g_strdup (_("Less than two levels apart"));
    }
}

/**
 * ik_panel_row_dup_range:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): from the lowest to the highest number;
 *   %NULL where there is none, or several scales
 */
char *
ik_panel_row_dup_range (const IkPanelRow *self)
{
  const IkPanelSpread *spread = &self->spread;

  if (self->scale == NULL)
    return NULL;
  if (spread->highest - spread->lowest < NEARLY)
    return g_strdup_printf ("%.3g", spread->lowest);

  return g_strdup_printf ("%.3g–%.3g", spread->lowest, spread->highest);
}
