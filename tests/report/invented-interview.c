#include "invented-interview.h"

#include "ik-recommendation.h"
#include "ik-text.h"

static const char *const prompts[] = {
  "Tell me in two minutes what you built last, and what was yours in it.",
  "A checkout request takes **four seconds** at the 99th percentile. Where do you look first?",
  "What does this function return for an empty list, and what would you change?",
  "Two services disagree about the state of an order. How do you find out which one is right?",
  "When did you last change your mind about a technical decision?",
  "Design a rate limiter that holds across *three* data centres.",
  "How do you decide that a migration can be rolled back?",
  "Which of these indexes would you keep?",
  "What do you want to know about us?",
};

static const char *const details[] = {
  "",
  "The service has one database, two caches and a queue. Nothing was deployed since Monday.\n\n"
  "- traffic is flat\n- the slow requests come in *bursts*\n  - about forty at a time\n"
  "- CPU is at 30 %\n",
  "```\ndef mean(values):\n    total = 0\n    for value in values:\n        total += value\n"
  "    return total / len(values)\n```\n",
  "",
  "",
  "> Limits are per customer. A customer may be a little over the limit for a short time, never "
  "for long.\n\n1. Draw the parts.\n2. Say what happens when a link fails.\n",
  "",
  "| index | size | used |\n|---|---|---|\n| `orders(customer_id)` | 2.1 GB | 40,000 an hour |\n"
  "| `orders(created_at, state)` | 3.4 GB | twice a day, by the report of the finance team |\n"
  "| `orders(note)` | 9.0 GB | never |\n",
  "",
};

static const char *const notes[] = {
  "Asked for the shape of the traffic before anything else, then drew the path of one request.",
  "Named the lock on the session table by herself; had seen the same at her last job and measured "
  "it with a histogram per endpoint rather than with the mean. Would first make it visible, then "
  "move the session out of the way, and only then think about the pool.",
  "Short on what to do if the queue is full.",
};

#define N_TEXTS G_N_ELEMENTS (prompts)

G_STATIC_ASSERT (G_N_ELEMENTS (prompts) == G_N_ELEMENTS (details));

/**
 * invented_interview_get_item:
 *
 * Returns: (transfer none): an item of an interview
 */
IkInterviewItem *
invented_interview_get_item (IkInterview *interview,
                             guint        index)
{
  return interview->items->pdata[index];
}

/**
 * invented_interview_add_note:
 *
 * Adds a note that was written so many minutes after the start.
 */
void
invented_interview_add_note (IkInterviewItem *item,
                             guint            minute,
                             const char      *text)
{
  g_ptr_array_add (item->notes,
                   ik_note_new (text, INVENTED_START_US + minute * G_TIME_SPAN_MINUTE));
}

static void
add_competencies (IkInterview *interview)
{
  static const struct
  {
    const char *name;
    int         rating;
  } competencies[] = {
    { "Problem solving", 4 },
    { "System design", 3 },
    { "Communication", 5 },
    { "Care for what runs", IK_RATING_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (competencies); i++)
    {
      g_autoptr(IkCompetency) competency = ik_competency_new (NULL, competencies[i].name, NULL);
      IkCompetencyRating *rating = ik_competency_rating_new (competency);

      rating->rating = competencies[i].rating;
      g_ptr_array_add (interview->competencies, rating);
    }
}

static void
record_item (IkInterviewItem *item,
             guint            index)
{
  IkIndicator *indicator;

  item->outcome = index % 5 == 3 ? IK_OUTCOME_PARTLY : IK_OUTCOME_ANSWERED;
  item->elapsed_ms = (180 + index * 37 % 300) * 1000;
  if (!item->scored)
    return;

  item->rating = 2 + (int) (index * 7 % 4);
  for (guint i = 0; i < 1 + index % G_N_ELEMENTS (notes); i++)
    invented_interview_add_note (item, 3 * index + i, notes[i]);

  indicator = item->indicators->pdata[0];
  indicator->ticked_at_us = INVENTED_START_US + 3 * index * G_TIME_SPAN_MINUTE;
  if (index % 4 == 1)
    {
      indicator = item->indicators->pdata[2];
      indicator->ticked_at_us = INVENTED_START_US + (3 * index + 1) * G_TIME_SPAN_MINUTE;
    }
  if (item->rating == 5)
    ik_text_set (&item->evidence, "Found the lock in under a minute and said how to prove it.");
}

static void
add_item (IkInterview *interview,
          guint        index,
          guint        n_questions)
{
  guint text = index % N_TEXTS;
  g_autoptr(IkQuestion) question = ik_question_new (prompts[text]);
  IkCompetencyRating *rating = interview->competencies->pdata[index % 4];
  IkInterviewItem *item;

  question->competency_id = g_strdup (rating->competency->id);
  if (text == 0)
    question->kind = IK_QUESTION_KIND_OPENING;
  else if (text == N_TEXTS - 1)
    question->kind = IK_QUESTION_KIND_CANDIDATE_QUESTIONS;

  ik_text_set (&question->candidate.details, details[text]);
  ik_text_set (&question->interviewer.reference_answer, "SECRET-ANSWER");
  g_ptr_array_add (question->interviewer.follow_ups, g_strdup ("SECRET-PROBE"));
  g_ptr_array_add (question->interviewer.positive_indicators,
                   g_strdup ("Asks what was measured before naming a cause"));
  g_ptr_array_add (question->interviewer.positive_indicators, g_strdup ("UNTICKED-POSITIVE"));
  g_ptr_array_add (question->interviewer.red_flags,
                   g_strdup ("Blames a colleague instead of the process"));

  item = ik_interview_item_new (question);
  ik_text_set (&item->section, index * 2 < n_questions ? "Background and debugging" : "Design");
  item->required = index % 6 != 5;
  if (index % 8 != 6)
    record_item (item, index);
  else
    item->n_skipped = 1;
  g_ptr_array_add (interview->items, item);
}

/**
 * invented_interview_new:
 * @n_questions: how many
 *
 * Returns: (transfer full): an invented interview that was handed in
 */
IkInterview *
invented_interview_new (guint n_questions)
{
  IkInterview *interview = ik_interview_new ();

  interview->state = IK_INTERVIEW_STATE_HANDED_IN;
  ik_text_set (&interview->candidate_name, "Mara Lindqvist");
  ik_text_set (&interview->set_title, "Backend engineering, core");
  ik_text_set (&interview->role, "Senior backend engineer");
  ik_text_set (&interview->interviewer_name, "Jonas Weber");
  ik_text_set (&interview->round, "Second round");
  interview->planned_at_us = INVENTED_START_US;
  interview->started_at_us = INVENTED_START_US + 2 * G_TIME_SPAN_MINUTE;
  interview->ended_at_us = INVENTED_START_US + 63 * G_TIME_SPAN_MINUTE;
  interview->slot_minutes = 60;
  interview->extra_time_percent = 25;
  interview->recommendation = IK_RECOMMENDATION_STRONG_YES;
  interview->handed_in_at_us = INVENTED_START_US + 80 * G_TIME_SPAN_MINUTE;
  ik_text_set (&interview->summary,
               "Finds causes by measuring and says what she does not know. Her design held up to "
               "each failure we tried, except a full queue.\n"
               "Would raise the level of the team in operations from the first week.");
  g_ptr_array_add (interview->strengths,
                   ik_finding_new ("Measures before she names a cause.", TRUE));
  g_ptr_array_add (interview->strengths, ik_finding_new ("Would lift the team.", FALSE));
  g_ptr_array_add (interview->concerns,
                   ik_finding_new ("Could say earlier what happens when a queue is full.", TRUE));
  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  g_ptr_array_add (interview->notes, ik_note_new ("Arrived early; the projector failed for five "
                                                  "minutes.", INVENTED_START_US));
  g_ptr_array_add (interview->reopened,
                   ik_reopening_new (INVENTED_START_US + 90 * G_TIME_SPAN_MINUTE,
                                     "The rating of question 4 was meant for question 5."));
  add_competencies (interview);

  for (guint i = 0; i < n_questions; i++)
    add_item (interview, i, n_questions);

  return interview;
}
