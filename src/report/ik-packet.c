#include "ik-packet.h"

#include "ik-comparison-words.h"
#include "ik-recommendation.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define MS_PER_MINUTE 60000

static void
packet_member_free (IkPacketMember *self)
{
  ik_report_document_free (self->document);
  g_free (self->recommendation);
  g_free (self->mean);
  g_free (self);
}

static IkPacketMember *
packet_member_new (const IkInterview     *interview,
                   const IkReportOptions *options)
{
  IkMean mean = ik_interview_compute_mean (interview);
  g_autofree char *number = ik_report_format_mean (&mean);
  g_autofree char *counts = ik_report_format_mean_counts (&mean);
  gboolean is_handed_in = interview->state == IK_INTERVIEW_STATE_HANDED_IN;
  gboolean is_said = !(options->without & IK_REPORT_PART_RECOMMENDATION);
  IkPacketMember *self = g_new0 (IkPacketMember, 1);

  self->interview = interview;
  self->document = ik_report_document_new (interview, options);
  if (!is_handed_in)
    self->recommendation = g_strdup (ik_report_state_to_words (interview->state));
  else
    self->recommendation = is_said ? ik_interview_dup_recommendation (interview) : g_strdup ("–");
  self->mean = is_handed_in && is_said && mean.n_of > 0 ? g_strdup_printf ("%s %s", number, counts)
                                             : g_strdup ("");
  self->used_ms = ik_interview_get_used_ms (interview);
  self->slot_ms = ik_interview_get_slot_ms (interview);

  return self;
}

/* The round of all interviews is said once, above them. */
static const char *
get_round (GPtrArray *members)
{
  const char *round = ((IkPacketMember *) members->pdata[0])->interview->round;

  for (guint i = 1; i < members->len; i++)
    {
      if (!g_str_equal (round, ((IkPacketMember *) members->pdata[i])->interview->round))
        return "";
    }

  return round;
}

/**
 * ik_packet_new:
 * @interviews: (element-type IkInterview): of one candidate, none of them called
 *   off; they must outlive the packet
 * @options: what is left out
 *
 * Returns: (transfer full): what a packet says
 */
IkPacket *
ik_packet_new (GPtrArray             *interviews,
               const IkReportOptions *options)
{
  IkPacket *self = g_new0 (IkPacket, 1);
  const IkReportDocument *first;

  if (!(options->without & IK_REPORT_PART_RECOMMENDATION))
    self->agreement = options->agreement;
  self->matrix = ik_panel_matrix_new (interviews);
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) packet_member_free);
  for (guint i = 0; i < self->matrix->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (self->matrix, i);

      g_ptr_array_add (self->members, packet_member_new (column->interview, options));
      self->is_draft |= !column->is_handed_in;
    }

  g_return_val_if_fail (self->members->len > 0, self);

  first = ((IkPacketMember *) self->members->pdata[0])->document;
  self->candidate = g_strdup (first->candidate);
  self->role = g_strdup (first->role);
  self->round = g_strdup (get_round (self->members));
  self->date = g_strdup (first->date);
  return self;
}

/**
 * ik_packet_free:
 * @self: (transfer full): a packet
 */
void
ik_packet_free (IkPacket *self)
{
  g_free (self->candidate);
  g_free (self->role);
  g_free (self->round);
  g_free (self->date);
  g_ptr_array_unref (self->members);
  ik_panel_matrix_free (self->matrix);
  g_free (self);
}

/**
 * ik_packet_format_cell:
 * @cell: what one person says about a competency
 *
 * Returns: (transfer full): the rating; or the mean of the answers and what it is
 *   made of, on a line of its own; or why there is no number
 */
char *
ik_packet_format_cell (const IkPanelCell *cell)
{
  if (cell->kind == IK_PANEL_CELL_NOT_IN_SET)
    return g_strdup ("–");
  if (!ik_panel_cell_has_number (cell))
    return g_strdup (ik_report_panel_cell_to_words (cell->kind));
  if (cell->kind == IK_PANEL_CELL_RATED)
    return g_strdup_printf ("%.0f", cell->value);

  /* Translators: below a mean: answers rated, answers that could be. */
  return g_strdup_printf (_("%.1f\n%u of %u"), cell->value, cell->mean.n_rated, cell->mean.n_of);
}

static char *
format_value (double value)
{
  return fabs (value - round (value)) < 0.05 ? g_strdup_printf ("%.0f", value)
                                             : g_strdup_printf ("%.1f", value);
}

/**
 * ik_packet_format_verdict:
 * @row: a competency
 *
 * Returns: (transfer full): how what several people say about it compares
 */
char *
ik_packet_format_verdict (const IkPanelRow *row)
{
  const IkPanelSpread *spread = &row->spread;
  g_autofree char *low = format_value (spread->lowest);
  g_autofree char *high = format_value (spread->highest);

  switch (spread->verdict)
    {
    case IK_PANEL_ONE:
      return g_strdup (_("Gap: one person rated it"));

    case IK_PANEL_AGREE:
      return g_strdup (_("Agreement"));

    case IK_PANEL_NOT_COMPARED:
      return g_strdup (_("On several scales"));

    case IK_PANEL_DISAGREE:
      /* Translators: the lowest and the highest rating. */
      return spread->is_mixed ? g_strdup (_("Disagreement"))
                              : g_strdup_printf (_("Disagreement: %s to %s"), low, high);

    case IK_PANEL_NOBODY:
    default:
      return g_strdup (_("Gap: nobody rated it"));
    }
}

/**
 * ik_packet_format_time:
 * @member: an interview
 *
 * Returns: (transfer full): time used, and planned where that is said
 */
char *
ik_packet_format_time (const IkPacketMember *member)
{
  guint used = (guint) ((member->used_ms + MS_PER_MINUTE / 2) / MS_PER_MINUTE);

  if (member->slot_ms <= 0)
    return g_strdup_printf (_("%u min"), used);

  return g_strdup_printf (_("%u of %u min"), used, (guint) (member->slot_ms / MS_PER_MINUTE));
}

/**
 * ik_packet_find_score:
 * @self: a packet
 * @row: a competency
 *
 * Returns: (transfer none) (nullable): what the panel agreed about it
 */
const IkAgreedScore *
ik_packet_find_score (const IkPacket   *self,
                      const IkPanelRow *row)
{
  const IkAgreedScore *score = NULL;

  if (self->agreement != NULL)
    score = ik_panel_agreement_find_score (self->agreement, row->name);

  return score != NULL && score->rating != IK_RATING_NONE ? score : NULL;
}

/**
 * ik_packet_has_conclusion:
 * @self: a packet
 *
 * Returns: whether the panel agreed about the whole
 */
gboolean
ik_packet_has_conclusion (const IkPacket *self)
{
  return self->agreement != NULL &&
         (self->agreement->recommendation != IK_RATING_NONE ||
          *self->agreement->summary != '\0');
}

/**
 * ik_packet_has_agreement:
 * @self: a packet
 *
 * Returns: whether the panel agreed about anything
 */
gboolean
ik_packet_has_agreement (const IkPacket *self)
{
  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      if (ik_packet_find_score (self, self->matrix->rows->pdata[i]) != NULL)
        return TRUE;
    }

  return ik_packet_has_conclusion (self);
}

/**
 * ik_packet_format_score:
 * @self: a packet
 * @score: what was agreed about a competency
 *
 * Returns: (transfer full): the score with its word, such as "Agreed: 4 Strong"
 */
char *
ik_packet_format_score (const IkPacket      *self,
                        const IkAgreedScore *score)
{
  g_autofree char *level = ik_report_format_level (ik_panel_matrix_find_rubric (self->matrix,
                                                                                score->rubric_id),
                                                   score->rating);

  return g_strdup_printf (_("Agreed: %s"), level);
}

/**
 * ik_packet_format_by:
 * @agreed_by: who agreed
 * @agreed_at_us: when, microseconds since 1970 UTC, 0 where not known
 *
 * Returns: (transfer full): both in words
 */
char *
ik_packet_format_by (const char *agreed_by,
                     gint64      agreed_at_us)
{
  g_autofree char *when = agreed_at_us != 0 ? ik_report_format_date_time (agreed_at_us)
                                            : g_strdup ("");

  return g_strdup_printf ("%s%s%s", agreed_by, *agreed_by != '\0' && *when != '\0' ? " · " : "",
                          when);
}
