#include "ik-interview-change.h"

#include "ik-recommendation.h"

/* What a comparison collects. */
typedef struct
{
  GPtrArray  *changes; /* element-type IkInterviewChange */
  gint64      at_us;
  const char *reason;
} Diff;

/**
 * ik_interview_change_free:
 * @self: (transfer full): a change
 */
void
ik_interview_change_free (IkInterviewChange *self)
{
  g_free (self->item_id);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->reason);
  g_free (self);
}

static void
compare (Diff       *diff,
         const char *item_id,
         const char *field,
         const char *old_value,
         const char *new_value)
{
  IkInterviewChange *change;

  if (g_str_equal (old_value, new_value))
    return;

  change = g_new0 (IkInterviewChange, 1);
  change->item_id = g_strdup (item_id);
  change->at_us = diff->at_us;
  change->field = g_strdup (field);
  change->old_value = g_strdup (old_value);
  change->new_value = g_strdup (new_value);
  change->reason = g_strdup (diff->reason);
  g_ptr_array_add (diff->changes, change);
}

static char *
rating_to_text (int rating)
{
  return rating != IK_RATING_NONE ? g_strdup_printf ("%d", rating) : g_strdup ("");
}

static void
compare_ratings (Diff       *diff,
                 const char *item_id,
                 const char *field,
                 int         old_rating,
                 int         new_rating)
{
  g_autofree char *old_value = rating_to_text (old_rating);
  g_autofree char *new_value = rating_to_text (new_rating);

  compare (diff, item_id, field, old_value, new_value);
}

static void
compare_notes (Diff       *diff,
               const char *item_id,
               GPtrArray  *old_notes,
               GPtrArray  *new_notes)
{
  g_autofree char *old_text = ik_notes_to_text (old_notes);
  g_autofree char *new_text = ik_notes_to_text (new_notes);

  compare (diff, item_id, "notes", old_text, new_text);
}

static void
compare_ticks (Diff                  *diff,
               const IkInterviewItem *before,
               const IkInterviewItem *after)
{
  for (guint i = 0; i < MIN (before->indicators->len, after->indicators->len); i++)
    {
      const IkIndicator *old_one = before->indicators->pdata[i];
      const IkIndicator *new_one = after->indicators->pdata[i];

      compare (diff, after->id, "ticked",
               old_one->ticked_at_us != 0 ? old_one->text : "",
               new_one->ticked_at_us != 0 ? new_one->text : "");
    }
}

static void
compare_items (Diff                  *diff,
               const IkInterviewItem *before,
               const IkInterviewItem *after)
{
  g_autofree char *old_seconds = g_strdup_printf ("%" G_GINT64_FORMAT, before->elapsed_ms / 1000);
  g_autofree char *new_seconds = g_strdup_printf ("%" G_GINT64_FORMAT, after->elapsed_ms / 1000);

  compare (diff, after->id, "outcome",
           ik_outcome_to_nick (before->outcome), ik_outcome_to_nick (after->outcome));
  compare (diff, after->id, "seconds", old_seconds, new_seconds);
  compare_ratings (diff, after->id, "rating", before->rating, after->rating);
  compare (diff, after->id, "not_assessed",
           before->not_assessed ? "true" : "false", after->not_assessed ? "true" : "false");
  compare (diff, after->id, "evidence", before->evidence, after->evidence);
  compare_ticks (diff, before, after);
  compare_notes (diff, after->id, before->notes, after->notes);
}

static void
compare_all_items (Diff              *diff,
                   const IkInterview *before,
                   const IkInterview *after)
{
  for (guint i = 0; i < after->items->len; i++)
    {
      const IkInterviewItem *item = after->items->pdata[i];
      const IkInterviewItem *old_item = ik_interview_find_item (before, item->id);

      if (old_item != NULL)
        {
          compare_items (diff, old_item, item);
        }
      else
        {
          g_autoptr(IkQuestion) question = ik_question_new (item->candidate.prompt);
          g_autoptr(IkInterviewItem) nothing = ik_interview_item_new (question);

          compare_items (diff, nothing, item);
        }
    }
}

static char *
competency_to_text (const IkCompetencyRating *rating)
{
  return rating->not_assessed ? g_strdup ("not_assessed") : rating_to_text (rating->rating);
}

static void
compare_competencies (Diff              *diff,
                      const IkInterview *before,
                      const IkInterview *after)
{
  for (guint i = 0; i < MIN (before->competencies->len, after->competencies->len); i++)
    {
      const IkCompetencyRating *old_one = before->competencies->pdata[i];
      const IkCompetencyRating *new_one = after->competencies->pdata[i];
      g_autofree char *field = g_strconcat ("competency ", new_one->competency->name, NULL);
      g_autofree char *old_value = competency_to_text (old_one);
      g_autofree char *new_value = competency_to_text (new_one);

      compare (diff, NULL, field, old_value, new_value);
    }
}

static void
compare_findings (Diff       *diff,
                  const char *field,
                  GPtrArray  *old_findings,
                  GPtrArray  *new_findings)
{
  g_autofree char *old_text = ik_findings_to_text (old_findings, FALSE);
  g_autofree char *new_text = ik_findings_to_text (new_findings, FALSE);

  compare (diff, NULL, field, old_text, new_text);
}

static char *
dup_shareable (const IkInterview *interview)
{
  g_autofree char *strengths = ik_findings_to_text (interview->strengths, TRUE);
  g_autofree char *concerns = ik_findings_to_text (interview->concerns, TRUE);

  return g_strconcat (strengths, *strengths != '\0' && *concerns != '\0' ? "\n" : "", concerns,
                      NULL);
}

static void
compare_shareable (Diff              *diff,
                   const IkInterview *before,
                   const IkInterview *after)
{
  g_autofree char *old_text = dup_shareable (before);
  g_autofree char *new_text = dup_shareable (after);

  compare (diff, NULL, "shareable", old_text, new_text);
}

/**
 * ik_interview_diff:
 * @before: an interview
 * @after: the same later on; items may have been added
 * @at_us: when it was changed, microseconds since 1970 UTC
 * @reason: why
 *
 * Compares the answers of an interview field by field, for the change log.
 *
 * Returns: (transfer full) (element-type IkInterviewChange): what differs, in
 *   the order of the items, then of the whole; may be empty
 */
GPtrArray *
ik_interview_diff (const IkInterview *before,
                   const IkInterview *after,
                   gint64             at_us,
                   const char        *reason)
{
  Diff diff = { NULL, at_us, reason };
  g_autofree char *recommended = ik_recommendation_to_text (before->recommendation);
  g_autofree char *recommendation = ik_recommendation_to_text (after->recommendation);

  diff.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_change_free);
  compare_all_items (&diff, before, after);
  compare_competencies (&diff, before, after);
  compare_notes (&diff, NULL, before->notes, after->notes);
  compare (&diff, NULL, "recommendation", recommended, recommendation);
  compare (&diff, NULL, "summary", before->summary, after->summary);
  compare_findings (&diff, "strengths", before->strengths, after->strengths);
  compare_findings (&diff, "concerns", before->concerns, after->concerns);
  compare_shareable (&diff, before, after);

  return diff.changes;
}
