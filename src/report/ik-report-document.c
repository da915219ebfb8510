#include "ik-report-document.h"

#include "ik-recommendation.h"
#include "ik-report-question.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>

/* A pause is worth a word from one minute on. */
#define MIN_PAUSE_MS (60 * 1000)

static void
report_fact_free (IkReportFact *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self);
}

static void
report_competency_free (IkReportCompetency *self)
{
  g_free (self->name);
  g_array_unref (self->scale.values);
  g_free (self->rating);
  g_free (self->mean_text);
  g_free (self);
}

static void
take_fact (GPtrArray  *facts,
           const char *label,
           char       *value)
{
  IkReportFact *fact;

  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }

  fact = g_new0 (IkReportFact, 1);
  fact->label = g_strdup (label);
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

static void
add_outcome (GPtrArray  *outcomes,
             const char *label,
             guint       n)
{
  if (n > 0)
    take_fact (outcomes, label, g_strdup_printf ("%u", n));
}

static void
count_outcome (GPtrArray         *outcomes,
               const IkInterview *interview,
               IkOutcome          outcome,
               gboolean           was_asked)
{
  const char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      if (item->outcome != outcome || ik_interview_item_was_asked (item) != was_asked)
        continue;
      label = ik_report_outcome_to_words (item);
      n++;
    }

  add_outcome (outcomes, label, n);
}

/* Where one mean would say nothing, each scale has its own. */
static void
add_means (GPtrArray         *outcomes,
           const IkInterview *interview)
{
  g_autoptr(GArray) means = NULL;

  if (!ik_interview_compute_mean (interview).is_mixed)
    return;

  means = ik_interview_compute_means (interview, NULL);
  for (guint i = 0; i < means->len; i++)
    {
      const IkMean *mean = &g_array_index (means, IkMean, i);
      g_autofree char *number = ik_report_format_mean (mean);
      g_autofree char *counts = ik_report_format_mean_counts (mean);

      take_fact (outcomes, mean->scale->name, g_strdup_printf ("%s %s", number, counts));
    }
}

static void
count_knock_outs (GPtrArray         *outcomes,
                  const IkInterview *interview)
{
  guint counts[IK_N_KNOCK_OUTS];

  ik_interview_count_knock_outs (interview, counts);
  add_outcome (outcomes, _("Knock-out failed"), counts[IK_KNOCK_OUT_FAILED]);
  add_outcome (outcomes, _("Knock-out open"), counts[IK_KNOCK_OUT_OPEN]);
  add_outcome (outcomes, _("Knock-out passed"), counts[IK_KNOCK_OUT_PASSED]);
}

static GPtrArray *
count_outcomes (const IkInterview *interview)
{
  GPtrArray *outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) report_fact_free);
  guint n_not_assessed = 0;
  guint n_off_script = 0;

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      n_not_assessed += item->not_assessed ? 1 : 0;
      n_off_script += item->off_script ? 1 : 0;
    }

  count_knock_outs (outcomes, interview);
  add_means (outcomes, interview);
  count_outcome (outcomes, interview, IK_OUTCOME_ANSWERED, TRUE);
  count_outcome (outcomes, interview, IK_OUTCOME_PARTLY, TRUE);
  count_outcome (outcomes, interview, IK_OUTCOME_NO_EVIDENCE, TRUE);
  count_outcome (outcomes, interview, IK_OUTCOME_NOT_ASKED, TRUE);
  count_outcome (outcomes, interview, IK_OUTCOME_NOT_ASKED, FALSE);
  add_outcome (outcomes, _("Not assessed"), n_not_assessed);
  add_outcome (outcomes, _("Off script"), n_off_script);

  return outcomes;
}

static char *
format_minutes (gint64 elapsed_ms)
{
  return g_strdup_printf (_("%u min"), (guint) ((elapsed_ms + 30 * 1000) / (60 * 1000)));
}

static char *
format_slot (const IkInterview *interview)
{
  if (interview->slot_minutes == 0)
    return NULL;

  /* Says that there was more time, never why. */
  if (interview->extra_time_percent > 0)
    return g_strdup_printf (_("%u min + %u %% = %u min"), interview->slot_minutes,
                            interview->extra_time_percent,
                            (guint) (ik_interview_get_slot_ms (interview) / (60 * 1000)));

  return g_strdup_printf (_("%u min"), interview->slot_minutes);
}

static char *
format_held (const IkInterview *interview)
{
  g_autofree char *started = NULL;
  g_autofree char *ended = NULL;

  if (interview->started_at_us == 0)
    return NULL;

  started = ik_report_format_time (interview->started_at_us);
  if (interview->ended_at_us <= interview->started_at_us)
    return g_steal_pointer (&started);

  ended = ik_report_format_time (interview->ended_at_us);
  return g_strdup_printf ("%s–%s", started, ended);
}

static gint64
get_day_us (const IkInterview *interview)
{
  return interview->started_at_us != 0 ? interview->started_at_us : interview->planned_at_us;
}

/* Where the interview was moved to another day, the plan names that day. */
static char *
format_planned (const IkInterview *interview)
{
  g_autofree char *planned_day = NULL;
  g_autofree char *day = NULL;

  if (interview->planned_at_us == 0)
    return NULL;

  planned_day = ik_report_format_date (interview->planned_at_us);
  day = ik_report_format_date (get_day_us (interview));

  return g_str_equal (planned_day, day) ? ik_report_format_time (interview->planned_at_us)
                                        : ik_report_format_date_time (interview->planned_at_us);
}

static GPtrArray *
make_facts (const IkInterview *interview,
            const char        *date)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) report_fact_free);

  take_fact (facts, _("Interviewer"), g_strdup (interview->interviewer_name));
  take_fact (facts, _("Round"), g_strdup (interview->round));
  take_fact (facts, _("Room"), g_strdup (interview->room));
  take_fact (facts, _("Date"), g_strdup (date));
  take_fact (facts, _("Planned for"), format_planned (interview));
  take_fact (facts, _("Held"), format_held (interview));
  if (interview->from_paper)
    take_fact (facts, _("Record"), g_strdup (_("Entered from paper")));
  take_fact (facts, _("Slot"), format_slot (interview));
  if (interview->paused_ms >= MIN_PAUSE_MS)
    take_fact (facts, _("Paused"), format_minutes (interview->paused_ms));
  if (interview->handed_in_at_us != 0)
    take_fact (facts, _("Handed in"), ik_report_format_date_time (interview->handed_in_at_us));
  else
    take_fact (facts, _("State"), g_strdup (ik_report_state_to_words (interview->state)));

  return facts;
}

static IkReportCompetency *
report_competency_new (const IkInterview        *interview,
                       const IkCompetencyRating *rating)
{
  IkMean mean = ik_interview_compute_competency_mean (interview, rating->competency->id);
  g_autoptr(GArray) means = ik_interview_compute_means (interview, rating->competency->id);
  const IkRubric *rubric = ik_interview_get_rubric (interview, NULL);
  IkReportCompetency *self = g_new0 (IkReportCompetency, 1);

  self->name = g_strdup (rating->competency->name);
  ik_report_scale_init (&self->scale, rubric, rating->rating);
  if (rating->rating != IK_RATING_NONE)
    self->rating = ik_report_format_level (rubric, rating->rating);
  else
    self->rating = g_strdup (rating->not_assessed ? _("Not assessed") : _("Not rated"));
  /* A mean on another scale has no place on the competency's own. */
  self->n_rated = mean.scale == rubric ? mean.n_rated : 0;
  self->mean = mean.mean;
  self->mean_text = ik_report_format_means (means);

  return self;
}

static GPtrArray *
split_paragraphs (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line != '\0')
        g_ptr_array_add (paragraphs, g_strdup (line));
    }

  return paragraphs;
}

static GPtrArray *
make_findings (GPtrArray *findings)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const IkFinding *finding = findings->pdata[i];

      if (ik_finding_is_blank (finding))
        continue;
      if (finding->is_shareable)
        /* Translators: a strength or a concern that the candidate may read. */
        g_ptr_array_add (lines, g_strdup_printf (_("%s (for the candidate as well)"),
                                                 finding->text));
      else
        g_ptr_array_add (lines, g_strdup (finding->text));
    }

  return lines;
}

static void
fill_head (IkReportDocument  *self,
           const IkInterview *interview)
{
  gboolean has_role = *interview->role != '\0';
  gint64 day_us = get_day_us (interview);

  self->candidate = g_strdup (*interview->candidate_name != '\0' ? interview->candidate_name
                                                                 : _("Unnamed candidate"));
  self->role = g_strdup (has_role ? interview->role : interview->set_title);
  self->set_title = g_strdup (has_role && !g_str_equal (interview->role, interview->set_title)
                              ? interview->set_title : "");
  self->interviewer = g_strdup (interview->interviewer_name);
  self->date = day_us != 0 ? ik_report_format_date (day_us) : g_strdup ("");
  self->is_draft = interview->state != IK_INTERVIEW_STATE_HANDED_IN;
  self->language = g_strdup (ik_report_get_language ());
  self->facts = make_facts (interview, self->date);
}

static void
fill_recommendation (IkReportDocument  *self,
                     const IkInterview *interview)
{
  const IkRubric *scale = ik_interview_get_recommendation_scale (interview);

  self->recommendation = ik_interview_dup_recommendation (interview);
  self->n_recommendation_levels = scale->levels->len;
  for (guint i = 0; i < scale->levels->len; i++)
    {
      if (((IkRubricLevel *) scale->levels->pdata[i])->value == interview->recommendation)
        self->recommendation_level = i + 1;
    }
}

static void
fill_verdict (IkReportDocument  *self,
              const IkInterview *interview)
{
  IkMean mean = ik_interview_compute_mean (interview);

  fill_recommendation (self, interview);
  self->mean = ik_report_format_mean (&mean);
  self->mean_counts = ik_report_format_mean_counts (&mean);
  self->used_ms = ik_interview_get_used_ms (interview);
  self->slot_ms = ik_interview_get_slot_ms (interview);
  self->used = interview->from_paper && self->used_ms == 0 ? g_strdup ("–")
                                                           : format_minutes (self->used_ms);
  self->slot = self->slot_ms > 0 ? format_minutes (self->slot_ms) : g_strdup ("");
  self->outcomes = count_outcomes (interview);
  self->competencies = g_ptr_array_new_with_free_func ((GDestroyNotify) report_competency_free);

  for (guint i = 0; i < interview->competencies->len; i++)
    g_ptr_array_add (self->competencies,
                     report_competency_new (interview, interview->competencies->pdata[i]));
}

/* So that no form of the report shows what was left out. */
static void
empty_parts (IkReportDocument *self)
{
  if (self->without & IK_REPORT_PART_SUMMARY)
    {
      g_ptr_array_set_size (self->summary, 0);
      g_ptr_array_set_size (self->strengths, 0);
      g_ptr_array_set_size (self->concerns, 0);
    }
  if (self->without & IK_REPORT_PART_COMPETENCIES)
    g_ptr_array_set_size (self->competencies, 0);
  if (self->without & IK_REPORT_PART_NOTES)
    g_ptr_array_set_size (self->notes, 0);
}

/**
 * ik_report_document_new:
 * @interview: an interview in any state; must outlive it
 * @options: what is left out
 *
 * Returns: (transfer full): all that an internal report says about it
 */
IkReportDocument *
ik_report_document_new (const IkInterview     *interview,
                        const IkReportOptions *options)
{
  IkReportDocument *self = g_new0 (IkReportDocument, 1);

  fill_head (self, interview);
  fill_verdict (self, interview);
  self->summary = split_paragraphs (interview->summary);
  self->strengths = make_findings (interview->strengths);
  self->concerns = make_findings (interview->concerns);
  self->notes = ik_report_notes_new (interview->notes);
  self->reopenings = ik_report_reopenings_new (interview->reopened);
  self->interview = interview;
  self->n_questions = interview->items->len;
  if (!(options->without & IK_REPORT_PART_TIMELINE))
    self->timeline = ik_report_timeline_new (interview);
  self->without = options->without;
  self->has_signature = options->has_signature;
  empty_parts (self);

  return self;
}

/**
 * ik_report_document_make_row:
 * @self: a document
 * @index: one of its questions, in the set's order
 *
 * Returns: (transfer full): what a table of the questions says about it: no
 *   details, sub-questions, indicators and notes
 */
IkReportQuestion *
ik_report_document_make_row (const IkReportDocument *self,
                             guint                   index)
{
  return ik_report_question_new (self->interview, index, FALSE);
}

/**
 * ik_report_document_make_question:
 * @self: a document
 * @index: one of its questions, in the set's order
 *
 * Returns: (transfer full): what it says about it
 */
IkReportQuestion *
ik_report_document_make_question (const IkReportDocument *self,
                                  guint                   index)
{
  IkReportQuestion *question = ik_report_question_new (self->interview, index, TRUE);

  if (self->without & IK_REPORT_PART_NOTES)
    g_ptr_array_set_size (question->notes, 0);

  return question;
}

/**
 * ik_report_document_free:
 * @self: (transfer full): a document
 */
void
ik_report_document_free (IkReportDocument *self)
{
  g_free (self->candidate);
  g_free (self->role);
  g_free (self->set_title);
  g_free (self->interviewer);
  g_free (self->date);
  g_free (self->language);
  g_ptr_array_unref (self->facts);
  g_free (self->recommendation);
  g_free (self->mean);
  g_free (self->mean_counts);
  g_free (self->used);
  g_free (self->slot);
  g_ptr_array_unref (self->outcomes);
  g_ptr_array_unref (self->competencies);
  g_ptr_array_unref (self->summary);
  g_ptr_array_unref (self->strengths);
  g_ptr_array_unref (self->concerns);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->reopenings);
  g_clear_pointer (&self->timeline, ik_report_timeline_free);
  g_free (self);
}
