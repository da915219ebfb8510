#include "ik-interview-record.h"

#include "ik-list.h"
#include "ik-review.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* As everywhere: a prefix of an id names a record from this length on. */
#define MIN_PREFIX 4

/* No question takes a day: a slip of the unit, and sums stay in range. */
#define MAX_ITEM_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

/**
 * ik_item_record_new:
 *
 * Returns: (transfer full): a record of an item that was not asked
 */
IkItemRecord *
ik_item_record_new (void)
{
  IkItemRecord *self = g_new0 (IkItemRecord, 1);

  self->rating = IK_RATING_NONE;
  self->evidence = g_strdup ("");
  self->notes = ik_notes_new ();
  self->indicator_ids = ik_text_list_new ();

  return self;
}

/**
 * ik_item_record_free:
 * @self: (transfer full): a record
 */
void
ik_item_record_free (IkItemRecord *self)
{
  g_free (self->item_id);
  g_free (self->prompt);
  g_free (self->evidence);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->indicator_ids);
  g_free (self);
}

/**
 * ik_interview_record_new:
 *
 * Returns: (transfer full): a record of an interview in which nothing was asked
 */
IkInterviewRecord *
ik_interview_record_new (void)
{
  IkInterviewRecord *self = g_new0 (IkInterviewRecord, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_item_record_free);
  self->extra = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_item_record_free);
  self->competency_ratings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->left_out_competencies = ik_text_list_new ();
  self->notes = ik_notes_new ();
  self->recommendation = IK_RATING_NONE;
  self->summary = g_strdup ("");
  self->strengths = ik_findings_new ();
  self->concerns = ik_findings_new ();

  return self;
}

/**
 * ik_interview_record_free:
 * @self: (transfer full): a record
 */
void
ik_interview_record_free (IkInterviewRecord *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->extra);
  g_hash_table_unref (self->competency_ratings);
  g_ptr_array_unref (self->left_out_competencies);
  g_ptr_array_unref (self->notes);
  g_free (self->summary);
  g_ptr_array_unref (self->strengths);
  g_ptr_array_unref (self->concerns);
  g_free (self);
}

static gboolean
id_fits (const char *id,
         const char *prefix)
{
  return strlen (prefix) >= MIN_PREFIX && g_ascii_strncasecmp (id, prefix, strlen (prefix)) == 0;
}

static IkInterviewItem *
find_item (const IkInterview  *interview,
           const char         *prefix,
           char              **out_reason)
{
  IkInterviewItem *found = NULL;

  for (guint i = 0; i < interview->items->len; i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      if (!id_fits (item->id, prefix))
        continue;
      if (found != NULL)
        {
          *out_reason = g_strdup_printf (_("The id “%s” fits several items of this interview: "
                                           "write more of it."), prefix);
          return NULL;
        }
      found = item;
    }

  if (found == NULL)
    *out_reason = g_strdup_printf (_("This interview has no item “%s”."), prefix);
  return found;
}

static IkIndicator *
find_indicator (const IkInterviewItem  *item,
                const char             *prefix,
                char                  **out_reason)
{
  IkIndicator *found = NULL;

  for (guint i = 0; i < item->indicators->len; i++)
    {
      IkIndicator *indicator = item->indicators->pdata[i];

      if (!id_fits (indicator->id, prefix))
        continue;
      if (found != NULL)
        {
          *out_reason = g_strdup_printf (_("The id “%s” fits several indicators of “%s”: "
                                           "write more of it."), prefix, item->candidate.prompt);
          return NULL;
        }
      found = indicator;
    }

  if (found == NULL)
    *out_reason = g_strdup_printf (_("“%s” has no indicator “%s”."),
                                   item->candidate.prompt, prefix);
  return found;
}

/* When a note was taken on paper that names no time, nobody knows. */
static void
add_notes (const IkInterview *interview,
           GPtrArray         *notes,
           GPtrArray         *recorded,
           gint64             now_us)
{
  gint64 untold_us = interview->from_paper ? 0 : now_us;

  for (guint i = 0; i < recorded->len; i++)
    {
      const IkNote *note = recorded->pdata[i];
      g_auto(GStrv) paragraphs = g_strsplit (note->text, "\n", -1);

      for (guint k = 0; paragraphs[k] != NULL; k++)
        g_ptr_array_add (notes, ik_note_new (paragraphs[k],
                                             note->at_us != 0 ? note->at_us : untold_us));
    }
}

static void
clear_item (IkInterviewItem *item)
{
  item->outcome = IK_OUTCOME_NOT_ASKED;
  item->elapsed_ms = 0;
  item->rating = IK_RATING_NONE;
  item->not_assessed = FALSE;
  ik_text_set (&item->evidence, "");
  g_ptr_array_set_size (item->notes, 0);

  for (guint i = 0; i < item->indicators->len; i++)
    ((IkIndicator *) item->indicators->pdata[i])->ticked_at_us = 0;
}

static void
clear_answers (IkInterview *interview)
{
  for (guint i = 0; i < interview->items->len; i++)
    clear_item (interview->items->pdata[i]);
  for (guint i = 0; i < interview->competencies->len; i++)
    {
      IkCompetencyRating *competency = interview->competencies->pdata[i];

      competency->rating = IK_RATING_NONE;
      competency->not_assessed = FALSE;
    }

  g_ptr_array_set_size (interview->notes, 0);
  interview->recommendation = IK_RATING_NONE;
  ik_text_set (&interview->summary, "");
  g_ptr_array_set_size (interview->strengths, 0);
  g_ptr_array_set_size (interview->concerns, 0);
}

/* What holds no words is no finding. */
static void
add_findings (GPtrArray *findings,
              GPtrArray *recorded)
{
  for (guint i = 0; i < recorded->len; i++)
    {
      const IkFinding *finding = recorded->pdata[i];
      g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (finding->text), "\r\n", ' '));

      if (*line != '\0')
        g_ptr_array_add (findings, ik_finding_new (line, finding->is_shareable));
    }
}

static gboolean
fill_item (IkInterviewItem     *item,
           const IkItemRecord  *record,
           gint64               now_us,
           char               **out_reason)
{
  if (record->elapsed_ms < 0 || record->elapsed_ms > MAX_ITEM_MS)
    {
      *out_reason = g_strdup_printf (_("The time of “%s” is not between 0 seconds and a day."),
                                     item->candidate.prompt);
      return FALSE;
    }

  item->outcome = record->outcome;
  item->elapsed_ms = record->elapsed_ms;
  item->rating = record->rating;
  item->not_assessed = record->not_assessed;
  ik_text_set (&item->evidence, record->evidence);

  for (guint i = 0; i < record->indicator_ids->len; i++)
    {
      IkIndicator *indicator = find_indicator (item, record->indicator_ids->pdata[i], out_reason);

      if (indicator == NULL)
        return FALSE;
      indicator->ticked_at_us = now_us;
    }

  return TRUE;
}

static gboolean
fill_items (IkInterview              *interview,
            const IkInterviewRecord  *record,
            gint64                    now_us,
            char                    **out_reason)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < record->items->len; i++)
    {
      const IkItemRecord *item_record = record->items->pdata[i];
      IkInterviewItem *item = find_item (interview, item_record->item_id, out_reason);

      if (item == NULL)
        return FALSE;
      if (!g_hash_table_add (seen, item))
        {
          *out_reason = g_strdup_printf (_("“%s” stands in the record twice."),
                                         item->candidate.prompt);
          return FALSE;
        }
      if (!fill_item (item, item_record, now_us, out_reason))
        return FALSE;
      add_notes (interview, item->notes, item_record->notes, now_us);
    }

  return TRUE;
}

static IkInterviewItem *
find_extra_item (IkInterview *interview,
                 const char  *prompt)
{
  for (guint i = 0; i < interview->items->len; i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      if (item->off_script && item->outcome == IK_OUTCOME_NOT_ASKED &&
          g_str_equal (item->candidate.prompt, prompt))
        return item;
    }

  return NULL;
}

/* Recording again after a reopening finds the extra questions of the first
* time by their wording, so that they neither double nor lose their log. */
static gboolean
fill_extra (IkInterview              *interview,
            const IkInterviewRecord  *record,
            gint64                    now_us,
            char                    **out_reason)
{
  for (guint i = 0; i < record->extra->len; i++)
    {
      const IkItemRecord *item_record = record->extra->pdata[i];
      g_autofree char *prompt = g_strstrip (g_strdup (item_record->prompt != NULL ?
                                                      item_record->prompt : ""));
      IkInterviewItem *item = find_extra_item (interview, prompt);

      if (*prompt == '\0')
        {
          *out_reason = g_strdup (_("An extra question has no wording."));
          return FALSE;
        }
      if (item == NULL)
        {
          item = ik_interview_item_new_off_script (prompt);
          g_ptr_array_add (interview->items, item);
        }
      if (!fill_item (item, item_record, now_us, out_reason))
        return FALSE;
      add_notes (interview, item->notes, item_record->notes, now_us);

      /* It stood in no plan: it counts only where somebody meant it to. */
      item->scored = item->rating != IK_RATING_NONE || item->not_assessed;
    }

  return TRUE;
}

static IkCompetencyRating *
find_competency (const IkInterview  *interview,
                 const char         *prefix,
                 char              **out_reason)
{
  IkCompetencyRating *found = NULL;

  for (guint i = 0; i < interview->competencies->len; i++)
    {
      IkCompetencyRating *competency = interview->competencies->pdata[i];

      if (!id_fits (competency->competency->id, prefix))
        continue;
      if (found != NULL)
        {
          *out_reason = g_strdup_printf (_("The id “%s” fits several competencies of this "
                                           "interview: write more of it."), prefix);
          return NULL;
        }
      found = competency;
    }

  if (found == NULL)
    *out_reason = g_strdup_printf (_("This interview has no competency “%s”."), prefix);
  return found;
}

static gboolean
fill_competencies (IkInterview              *interview,
                   const IkInterviewRecord  *record,
                   char                    **out_reason)
{
  GHashTableIter iter;
  gpointer id;
  gpointer rating;

  g_hash_table_iter_init (&iter, record->competency_ratings);
  while (g_hash_table_iter_next (&iter, &id, &rating))
    {
      IkCompetencyRating *competency = find_competency (interview, id, out_reason);

      if (competency == NULL)
        return FALSE;
      competency->rating = GPOINTER_TO_INT (rating);
    }

  for (guint i = 0; i < record->left_out_competencies->len; i++)
    {
      IkCompetencyRating *competency =
        find_competency (interview, record->left_out_competencies->pdata[i], out_reason);

      if (competency == NULL)
        return FALSE;
      competency->not_assessed = TRUE;
    }

  return TRUE;
}

static void
set_times (IkInterview             *interview,
           const IkInterviewRecord *record,
           gint64                   now_us)
{
  gint64 elapsed_ms = 0;

  if (record->started_at_us != 0)
    interview->started_at_us = record->started_at_us;
  else if (interview->started_at_us == 0)
    interview->started_at_us = interview->planned_at_us != 0 ? interview->planned_at_us : now_us;

  for (guint i = 0; i < interview->items->len; i++)
    elapsed_ms += ((IkInterviewItem *) interview->items->pdata[i])->elapsed_ms;

  interview->ended_at_us = interview->started_at_us + elapsed_ms * 1000;
}

static gboolean
check_state (const IkInterview  *interview,
             char              **out_reason)
{
  switch (interview->state)
    {
    case IK_INTERVIEW_STATE_PLANNED:
    case IK_INTERVIEW_STATE_BROKEN_OFF:
    case IK_INTERVIEW_STATE_REVIEW:
      return TRUE;

    case IK_INTERVIEW_STATE_LIVE:
      *out_reason = g_strdup (_("It is being held right now: end it first."));
      return FALSE;

    case IK_INTERVIEW_STATE_HANDED_IN:
      *out_reason = g_strdup (_("It was handed in: open it again first, with a reason."));
      return FALSE;

    case IK_INTERVIEW_STATE_CANCELLED:
    case IK_INTERVIEW_STATE_NO_SHOW:
      *out_reason = g_strdup (_("It did not take place: plan it again first."));
      return FALSE;

    default:
      g_assert_not_reached ();
    }
}

/**
 * ik_interview_apply_record:
 * @interview: planned, broken off, or in review
 * @record: what was written down
 * @now_us: now, microseconds since 1970 UTC; the time of ticks and, unless they
 *   were on paper, of notes that name none
 * @out_reason: (out) (transfer full): what is wrong, a sentence; set where the
 *   result is %FALSE
 *
 * Makes @interview say what @record says, by the rules of the review page, and
 * puts it into review. What the record does not name was not asked; answers
 * that stood there before are gone. Where it names no start, the one known
 * stays, else the planned time is taken, else @now_us; it ends after the time
 * of its items. All or nothing.
 *
 * Returns: whether it was applied
 */
gboolean
ik_interview_apply_record (IkInterview              *interview,
                           const IkInterviewRecord  *record,
                           gint64                    now_us,
                           char                    **out_reason)
{
  g_autoptr(IkInterview) draft = NULL;
  IkInterview before;

  g_return_val_if_fail (interview != NULL && record != NULL && out_reason != NULL, FALSE);

  if (!check_state (interview, out_reason))
    return FALSE;

  draft = ik_interview_copy (interview);
  clear_answers (draft);
  add_notes (draft, draft->notes, record->notes, now_us);
  draft->recommendation = record->recommendation;
  ik_text_set (&draft->summary, record->summary);
  add_findings (draft->strengths, record->strengths);
  add_findings (draft->concerns, record->concerns);
  draft->state = IK_INTERVIEW_STATE_REVIEW;
  draft->from_paper = record->from_paper;

  if (!fill_items (draft, record, now_us, out_reason) ||
      !fill_extra (draft, record, now_us, out_reason) ||
      !fill_competencies (draft, record, out_reason) ||
      !ik_interview_check_review (draft, out_reason))
    return FALSE;

  set_times (draft, record, now_us);

  before = *interview;
  *interview = *draft;
  *draft = before;

  return TRUE;
}
