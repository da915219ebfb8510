#include "ik-report-question.h"

#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <string.h>

static IkReportNote *
report_note_new (char       *time,
                 const char *text)
{
  IkReportNote *self = g_new0 (IkReportNote, 1);

  self->time = time;
  self->text = g_strdup (text);

  return self;
}

static void
report_note_free (IkReportNote *self)
{
  g_free (self->time);
  g_free (self->text);
  g_free (self);
}

static void
report_tick_free (IkReportTick *self)
{
  g_free (self->time);
  ik_rich_text_free (self->text);
  g_free (self);
}

/**
 * ik_report_notes_new:
 * @notes: (element-type IkNote): paragraphs
 *
 * Returns: (transfer full) (element-type IkReportNote): those that are not blank
 */
GPtrArray *
ik_report_notes_new (GPtrArray *notes)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) report_note_free);

  for (guint i = 0; i < notes->len; i++)
    {
      const IkNote *note = notes->pdata[i];
      g_autofree char *text = g_strstrip (g_strdup (note->text));
      char *time;

      if (*text == '\0')
        continue;

      time = note->at_us != 0 ? ik_report_format_time (note->at_us) : g_strdup ("");
      g_ptr_array_add (result, report_note_new (time, text));
    }

  return result;
}

/**
 * ik_report_reopenings_new:
 * @reopened: (element-type IkReopening): in order
 *
 * Returns: (transfer full) (element-type IkReportNote): the same in words
 */
GPtrArray *
ik_report_reopenings_new (GPtrArray *reopened)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) report_note_free);

  for (guint i = 0; i < reopened->len; i++)
    {
      const IkReopening *reopening = reopened->pdata[i];

      g_ptr_array_add (result, report_note_new (ik_report_format_date_time (reopening->at_us),
                                                reopening->reason));
    }

  return result;
}

/**
 * ik_report_scale_init:
 * @self: a scale to fill
 * @rubric: (nullable): what was rated by
 * @rating: what was given, or IK_RATING_NONE
 */
void
ik_report_scale_init (IkReportScale  *self,
                      const IkRubric *rubric,
                      int             rating)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (int));
  self->rating = rating;

  for (guint i = 0; rubric != NULL && i < rubric->levels->len; i++)
    g_array_append_val (self->values, ((IkRubricLevel *) rubric->levels->pdata[i])->value);
}

/* What was on paper says when it was entered, which is no time of the answer. */
static GPtrArray *
make_ticks (const IkInterview     *interview,
            const IkInterviewItem *item)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) report_tick_free);

  for (guint i = 0; i < item->indicators->len; i++)
    {
      const IkIndicator *indicator = item->indicators->pdata[i];
      IkReportTick *tick;

      if (indicator->ticked_at_us == 0)
        continue;

      tick = g_new0 (IkReportTick, 1);
      tick->time = interview->from_paper ? g_strdup ("")
                                         : ik_report_format_time (indicator->ticked_at_us);
      tick->side = indicator->side;
      tick->text = ik_rich_text_new_inline (indicator->text);
      g_ptr_array_add (ticks, tick);
    }

  return ticks;
}

static void
add_scoring (GPtrArray             *marks,
             const IkInterviewItem *item)
{
  char *knock_out = ik_report_format_knock_out (item);

  if (knock_out != NULL)
    g_ptr_array_add (marks, knock_out);
  if (item->scored && item->weight != IK_WEIGHT_EQUAL)
    g_ptr_array_add (marks, g_strdup_printf (_("Counts %u times: %s"), item->weight,
                                             item->weight_reason));
}

static GPtrArray *
make_marks (const IkInterviewItem *item)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  if (item->off_script)
    g_ptr_array_add (marks, g_strdup (_("Off script")));
  else if (!item->required)
    g_ptr_array_add (marks, g_strdup (_("Optional")));
  add_scoring (marks, item);

  /* What was come back to was not skipped in the end. */
  if (item->outcome != IK_OUTCOME_NOT_ASKED)
    return marks;

  if (item->omitted)
    g_ptr_array_add (marks, g_strdup (_("Left out")));
  else if (item->n_skipped == 1)
    g_ptr_array_add (marks, g_strdup (_("Skipped")));
  else if (item->n_skipped > 1)
    g_ptr_array_add (marks, g_strdup_printf (_("Skipped %u times"), item->n_skipped));

  return marks;
}

static char *
format_rating (const IkInterviewItem *item,
               const IkRubric        *rubric)
{
  if (!item->scored)
    return g_strdup (_("Not scored"));
  if (ik_interview_item_is_rated (item))
    return ik_report_format_level (rubric, item->rating);
  if (item->not_assessed)
    return g_strdup (_("Not assessed"));
  if (ik_outcome_takes_rating (item->outcome))
    return g_strdup (_("Not rated yet"));

  return NULL;
}

static void
fill_rating (IkReportQuestion      *self,
             const IkInterview     *interview,
             const IkInterviewItem *item)
{
  const IkRubric *rubric = item->scored ? ik_interview_get_rubric (interview, item) : NULL;
  gboolean is_rated = ik_interview_item_is_rated (item);
  const IkRubricLevel *level = NULL;

  if (is_rated && rubric != NULL)
    level = ik_rubric_find_level (rubric, item->rating);

  ik_report_scale_init (&self->scale, rubric, is_rated ? item->rating : IK_RATING_NONE);
  self->rating = format_rating (item, rubric);
  if (level != NULL && *level->anchor != '\0')
    self->anchor = g_strdup (level->anchor);
}

static void
fill_rest (IkReportQuestion      *self,
           const IkInterview     *interview,
           const IkInterviewItem *item)
{
  GPtrArray *sub_questions = item->candidate.sub_questions;

  self->details = ik_rich_blocks_parse (item->candidate.details);
  self->sub_questions = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rich_text_free);

  for (guint i = 0; i < sub_questions->len; i++)
    g_ptr_array_add (self->sub_questions, ik_rich_text_new_inline (sub_questions->pdata[i]));

  self->ticks = make_ticks (interview, item);
  self->notes = ik_report_notes_new (item->notes);
}

/* What a table says is made of each question of a report more than once. */
static void
leave_rest_out (IkReportQuestion *self)
{
  self->details = g_ptr_array_new ();
  self->sub_questions = g_ptr_array_new ();
  self->ticks = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
}

static void
fill_time (IkReportQuestion      *self,
           const IkInterview     *interview,
           const IkInterviewItem *item)
{
  g_autofree char *used = ik_report_format_duration (item->elapsed_ms);

  self->used_ms = item->elapsed_ms;
  self->planned_ms = ik_interview_get_budget_ms (interview, item);

  if (self->used_ms == 0 && (!self->is_asked || interview->from_paper))
    return;

  if (self->planned_ms > 0)
    {
      g_autofree char *planned = ik_report_format_duration (self->planned_ms);

      /* Translators: minutes used and planned, as in "6:20 of 5:00 min". */
      self->time = g_strdup_printf (_("%s of %s min"), used, planned);
    }
  else
    self->time = g_strdup_printf (_("%s min"), used);
}

static const char *
find_competency_name (const IkInterview *interview,
                      const char        *id)
{
  for (guint i = 0; id != NULL && i < interview->competencies->len; i++)
    {
      const IkCompetencyRating *rating = interview->competencies->pdata[i];

      if (g_str_equal (rating->competency->id, id))
        return rating->competency->name;
    }

  return NULL;
}

static char *
find_new_section (const IkInterview *interview,
                  guint              index)
{
  const IkInterviewItem *item = interview->items->pdata[index];
  const IkInterviewItem *before = index > 0 ? interview->items->pdata[index - 1] : NULL;

  if (*item->section == '\0' || (before != NULL && g_str_equal (before->section, item->section)))
    return NULL;

  return g_strdup (item->section);
}

/**
 * ik_report_question_new:
 * @interview: an interview
 * @index: one of its items
 * @is_whole: whether it has details, sub-questions, indicators and notes
 *
 * Returns: (transfer full): what a report says about it
 */
IkReportQuestion *
ik_report_question_new (const IkInterview *interview,
                        guint              index,
                        gboolean           is_whole)
{
  const IkInterviewItem *item = interview->items->pdata[index];
  IkReportQuestion *self = g_new0 (IkReportQuestion, 1);

  self->number = index + 1;
  self->section = find_new_section (interview, index);
  self->is_asked = ik_interview_item_was_asked (item);
  self->outcome = g_strdup (ik_report_outcome_to_words (item));
  self->competency = g_strdup (find_competency_name (interview, item->competency_id));
  self->marks = make_marks (item);
  self->evidence = g_strstrip (g_strdup (item->evidence));
  self->prompt = ik_rich_text_new_inline (item->candidate.prompt);
  self->asked_as = g_strdup (item->asked_as);
  fill_time (self, interview, item);
  fill_rating (self, interview, item);
  if (is_whole)
    fill_rest (self, interview, item);
  else
    leave_rest_out (self);

  return self;
}

/**
 * ik_report_question_free:
 * @self: (transfer full): a question
 */
void
ik_report_question_free (IkReportQuestion *self)
{
  g_free (self->section);
  ik_rich_text_free (self->prompt);
  g_free (self->asked_as);
  g_ptr_array_unref (self->details);
  g_ptr_array_unref (self->sub_questions);
  g_free (self->outcome);
  g_free (self->time);
  g_free (self->competency);
  g_ptr_array_unref (self->marks);
  g_array_unref (self->scale.values);
  g_free (self->rating);
  g_free (self->anchor);
  g_free (self->evidence);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
