#include "ik-scorecard.h"

#include "ik-invitation.h"
#include "ik-list.h"
#include "ik-review.h"
#include "ik-score.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/**
 * ik_scorecard_new:
 *
 * Returns: (transfer full): an empty scorecard
 */
IkScorecard *
ik_scorecard_new (void)
{
  IkScorecard *self = g_new0 (IkScorecard, 1);

  self->panel_id = g_strdup ("");
  self->digest = g_strdup ("");
  self->revision = 1;
  self->interview = ik_interview_new ();

  return self;
}

/**
 * ik_scorecard_free:
 * @self: (transfer full): a scorecard
 */
void
ik_scorecard_free (IkScorecard *self)
{
  g_free (self->panel_id);
  g_free (self->digest);
  ik_interview_free (self->interview);
  g_free (self);
}

/**
 * ik_scorecard_is_about:
 * @self: a scorecard
 * @planned: the interview that it should be of, as it was planned
 * @out_reason: (out) (transfer full): what doesn't match, a sentence; set where
 *   the result is %FALSE
 *
 * Returns: whether role and candidate are those of @planned
 */
gboolean
ik_scorecard_is_about (const IkScorecard  *self,
                       const IkInterview  *planned,
                       char              **out_reason)
{
  const IkInterview *held = self->interview;

  if (!g_str_equal (held->role, planned->role))
    *out_reason = g_strdup_printf (_("It is for the role “%s”, and this panel is for “%s”."),
                                   held->role, planned->role);
  else if (!g_str_equal (held->candidate_id, planned->candidate_id))
    *out_reason = g_strdup_printf (_("It is about %s, and this panel is about %s."),
                                   held->candidate_name, planned->candidate_name);
  else
    return TRUE;

  return FALSE;
}

static const IkIndicator *
find_indicator (const IkInterviewItem *item,
                const char            *id)
{
  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];

      if (g_str_equal (indicator->id, id))
        return indicator;
    }

  return NULL;
}

/* Those of the question keep their wording; own ones come with theirs. */
static void
apply_indicators (const IkInterviewItem *held,
                  IkInterviewItem       *item,
                  const char            *seat_id)
{
  for (guint i = item->indicators->len; i > 0; i--)
    {
      IkIndicator *indicator = item->indicators->pdata[i - 1];
      const IkIndicator *ticked = find_indicator (held, indicator->id);

      if (indicator->side == IK_INDICATOR_OWN)
        g_ptr_array_remove_index (item->indicators, i - 1);
      else
        indicator->ticked_at_us = ticked != NULL ? ticked->ticked_at_us : 0;
    }

  for (guint i = 0; i < held->indicators->len; i++)
    {
      const IkIndicator *indicator = held->indicators->pdata[i];
      IkIndicator *own;

      if (indicator->side != IK_INDICATOR_OWN)
        continue;

      own = ik_indicator_copy (indicator);
      g_free (own->id);
      own->id = ik_seat_dup_id (seat_id, indicator->id);
      g_ptr_array_add (item->indicators, own);
    }
}

/* Notes and findings get new ids: those of a file are never trusted to be
 * nobody else's. */
static void
apply_notes (GPtrArray *held,
             GPtrArray *notes)
{
  g_ptr_array_set_size (notes, 0);
  for (guint i = 0; i < held->len; i++)
    {
      const IkNote *note = held->pdata[i];

      g_ptr_array_add (notes, ik_note_new (note->text, note->at_us));
    }
}

static void
apply_findings (GPtrArray *held,
                GPtrArray *findings)
{
  g_ptr_array_set_size (findings, 0);
  for (guint i = 0; i < held->len; i++)
    {
      const IkFinding *finding = held->pdata[i];

      g_ptr_array_add (findings, ik_finding_new (finding->text, finding->is_shareable));
    }
}

static void
apply_item (const IkInterviewItem *held,
            IkInterviewItem       *item,
            const char            *seat_id)
{
  item->outcome = held->outcome;
  item->elapsed_ms = held->elapsed_ms;
  item->quiet_ms = held->quiet_ms;
  item->rating = held->rating;
  item->not_assessed = held->not_assessed;
  item->n_skipped = held->n_skipped;
  item->omitted = held->omitted;
  ik_text_set (&item->evidence, held->evidence);
  ik_text_set (&item->asked_as, held->asked_as);
  apply_indicators (held, item, seat_id);
  apply_notes (held->notes, item->notes);
}

/* What stood in no plan comes with its wording. */
static void
apply_extra (const IkInterviewItem *held,
             IkInterview           *interview)
{
  g_autofree char *id = ik_seat_dup_id (interview->id, held->id);
  IkInterviewItem *item = ik_interview_find_item (interview, id);

  if (item == NULL)
    {
      item = ik_interview_item_new_off_script (held->candidate.prompt);
      ik_text_set (&item->id, id);
      g_ptr_array_add (interview->items, item);
    }

  item->scored = held->scored;
  apply_item (held, item, interview->id);
}

/* An extra question of an older scorecard that a newer one has no more. */
static void
clear_extras (IkInterview *interview)
{
  g_autoptr(IkInterviewItem) blank = ik_interview_item_new_off_script ("");

  for (guint i = 0; i < interview->items->len; i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      if (item->off_script)
        apply_item (blank, item, interview->id);
    }
}

static gboolean
refuse_questions (char **out_reason)
{
  *out_reason = g_strdup (_("Its questions are not those of the invitation."));
  return FALSE;
}

static gboolean
apply_items (const IkInterview  *held,
             IkInterview        *interview,
             char              **out_reason)
{
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  guint n_planned = 0;

  clear_extras (interview);
  for (guint i = 0; i < interview->items->len; i++)
    n_planned += ((IkInterviewItem *) interview->items->pdata[i])->off_script ? 0 : 1;

  for (guint i = 0; i < held->items->len; i++)
    {
      const IkInterviewItem *held_item = held->items->pdata[i];
      IkInterviewItem *item;

      if (held_item->off_script)
        {
          apply_extra (held_item, interview);
          continue;
        }

      item = ik_interview_find_item (interview, held_item->id);
      if (item == NULL || item->off_script || !g_hash_table_add (found, item))
        return refuse_questions (out_reason);
      apply_item (held_item, item, interview->id);
    }

  return g_hash_table_size (found) == n_planned || refuse_questions (out_reason);
}

static IkCompetencyRating *
find_competency (const IkInterview *interview,
                 const char        *id)
{
  for (guint i = 0; i < interview->competencies->len; i++)
    {
      IkCompetencyRating *competency = interview->competencies->pdata[i];

      if (g_str_equal (competency->competency->id, id))
        return competency;
    }

  return NULL;
}

static gboolean
apply_competencies (const IkInterview  *held,
                    IkInterview        *interview,
                    char              **out_reason)
{
  for (guint i = 0; i < held->competencies->len; i++)
    {
      const IkCompetencyRating *rating = held->competencies->pdata[i];
      IkCompetencyRating *competency = find_competency (interview, rating->competency->id);

      if (competency == NULL)
        {
          *out_reason = g_strdup (_("It rates a competency that isn't in the invitation."));
          return FALSE;
        }
      competency->rating = rating->rating;
      competency->not_assessed = rating->not_assessed;
    }

  return TRUE;
}

static void
apply_verdict (const IkInterview *held,
               IkInterview       *interview)
{
  interview->state = IK_INTERVIEW_STATE_HANDED_IN;
  interview->from_paper = held->from_paper;
  interview->started_at_us = held->started_at_us;
  interview->ended_at_us = held->ended_at_us;
  interview->handed_in_at_us = held->handed_in_at_us;
  interview->recommendation = held->recommendation;
  ik_text_set (&interview->summary, held->summary);
  apply_notes (held->notes, interview->notes);
  apply_findings (held->strengths, interview->strengths);
  apply_findings (held->concerns, interview->concerns);
}

/**
 * ik_scorecard_apply:
 * @self: a scorecard
 * @interview: the interview of its seat, as it was planned or handed in before
 * @out_reason: (out) (transfer full): what is wrong, a sentence; set where the
 *   result is %FALSE, and @interview is then good for nothing
 *
 * Puts the answers into the interview, by the rules of the review page. The
 * wording of the plan stays that of @interview: whoever wrote the scorecard can't
 * change what was asked. The reopenings are not touched.
 *
 * Returns: whether all questions of the plan are there, nothing that was not
 *   planned, and the answers may be handed in
 */
gboolean
ik_scorecard_apply (const IkScorecard  *self,
                    IkInterview        *interview,
                    char              **out_reason)
{
  g_return_val_if_fail (out_reason != NULL, FALSE);

  if (!apply_items (self->interview, interview, out_reason) ||
      !apply_competencies (self->interview, interview, out_reason))
    return FALSE;

  apply_verdict (self->interview, interview);
  return ik_interview_check_review (interview, out_reason) &&
         ik_interview_check_hand_in (interview, out_reason);
}
