#include "generated-interview.h"
#include "ik-recommendation.h"

#include <string.h>

/* What a text may look like; "@" is the word. */
static const char *const shapes[] = {
  "@",
  "Before @ and after.",
  "**@** and `@`",
  "# @\n\n- @ one\n- @ two\n\n> @\n",
  "```\nif @:\n    @ ()\n```\n",
  "| @ | @ |\n|---|---|\n| @ | @ |\n",
  "<@> & \"@\" (@) \\@ [@](https://example.com/@)",
  "=@,\"@\";\t@",
  "Ü@ß 日本@語 עברית @",
};

static char *
make_text (GRand      *rand,
           const char *word)
{
  const char *shape = shapes[g_rand_int_range (rand, 0, G_N_ELEMENTS (shapes))];
  g_autoptr(GString) text = g_string_new (shape);

  g_string_replace (text, "@", word, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_line (GRand      *rand,
           const char *word)
{
  return g_strdelimit (make_text (rand, word), "\n", ' ');
}

static void
fill_text (GRand       *rand,
           char       **text,
           const char  *word)
{
  g_free (*text);
  *text = make_text (rand, word);
}

static void
fill_list (GRand      *rand,
           GPtrArray  *texts,
           const char *word)
{
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, make_line (rand, word));
}

static void
add_attachment (GPtrArray  *attachments,
                const char *secret)
{
  g_autoptr(GBytes) data = g_bytes_new (secret, strlen (secret));

  g_ptr_array_add (attachments, ik_attachment_new (secret, "text/plain", IK_SIDE_INTERVIEWER,
                                                   data));
}

static void
fill_interviewer_text (GRand             *rand,
                       IkInterviewerText *text,
                       const char        *secret)
{
  g_autofree char *level = make_line (rand, secret);
  g_autofree char *answer = make_text (rand, secret);

  fill_list (rand, text->follow_ups, secret);
  fill_text (rand, &text->reference_answer, secret);
  g_ptr_array_add (text->level_answers, ik_level_answer_new (level, answer));
  fill_text (rand, &text->why_it_matters, secret);
  fill_list (rand, text->clarifying_questions, secret);
  fill_list (rand, text->solution_steps, secret);
  fill_list (rand, text->positive_indicators, secret);
  fill_list (rand, text->red_flags, secret);
  fill_list (rand, text->references, secret);
  add_attachment (text->attachments, secret);
}

static void
fill_record (GRand           *rand,
             IkInterviewItem *item,
             const char      *secret)
{
  g_autofree char *note = make_text (rand, secret);

  item->outcome = (IkOutcome) g_rand_int_range (rand, 0, IK_OUTCOME_ANSWERED + 1);
  item->elapsed_ms = g_rand_int_range (rand, 0, 600 * 1000);
  item->required = g_rand_boolean (rand);
  item->off_script = g_rand_boolean (rand);
  item->n_skipped = (guint) g_rand_int_range (rand, 0, 3);
  if (ik_outcome_takes_rating (item->outcome))
    item->rating = g_rand_int_range (rand, 1, 6);
  fill_text (rand, &item->section, secret);
  fill_text (rand, &item->section_introduction, secret);
  fill_text (rand, &item->evidence, secret);
  fill_text (rand, &item->asked_as, secret);
  ik_notes_update (item->notes, note, G_USEC_PER_SEC);

  for (guint i = 0; i < item->indicators->len; i++)
    {
      if (g_rand_boolean (rand))
        ((IkIndicator *) item->indicators->pdata[i])->ticked_at_us = G_USEC_PER_SEC;
    }
}

static void
add_item (GRand       *rand,
          IkInterview *interview,
          const char  *secret)
{
  g_autofree char *prompt = make_line (rand, CANDIDATE_WORD);
  g_autoptr(IkQuestion) question = ik_question_new (prompt);
  IkCompetencyRating *rating = interview->competencies->pdata[0];
  IkInterviewItem *item;

  fill_text (rand, &question->candidate.details, CANDIDATE_WORD);
  fill_list (rand, question->candidate.sub_questions, CANDIDATE_WORD);
  fill_interviewer_text (rand, &question->interviewer, secret);
  question->competency_id = g_strdup (rating->competency->id);
  item = ik_interview_item_new (question);
  fill_record (rand, item, secret);
  g_ptr_array_add (interview->items, item);
}

static void
add_scale (GRand       *rand,
           IkInterview *interview,
           const char  *secret)
{
  g_autofree char *name = make_line (rand, secret);
  IkRubric *rubric = ik_rubric_new (NULL, name);
  g_autoptr(IkCompetency) competency = ik_competency_new (NULL, name, secret);
  IkCompetencyRating *rating = ik_competency_rating_new (competency);

  for (int i = 1; i <= 5; i++)
    g_ptr_array_add (rubric->levels, ik_rubric_level_new (i, secret, name));
  g_ptr_array_add (interview->rubrics, rubric);
  rating->rating = g_rand_int_range (rand, 1, 6);
  g_ptr_array_add (interview->competencies, rating);
}

static void
add_findings (GRand      *rand,
              GPtrArray  *findings,
              const char *secret)
{
  guint n = (guint) g_rand_int_range (rand, 0, 5);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_shareable = g_rand_boolean (rand);
      g_autofree char *line = make_line (rand, is_shareable ? CANDIDATE_WORD : secret);

      g_ptr_array_add (findings, ik_finding_new (line, is_shareable));
    }
}

static void
add_event (IkInterview *interview,
           const char  *secret)
{
  IkInterviewItem *item = interview->items->pdata[0];

  g_ptr_array_add (interview->events, ik_interview_event_new (interview->started_at_us, item->id,
                                                              "reworded", secret));
}

static void
fill_head (GRand       *rand,
           IkInterview *interview,
           const char  *secret)
{
  static const IkInterviewState states[] = {
    IK_INTERVIEW_STATE_LIVE, IK_INTERVIEW_STATE_REVIEW, IK_INTERVIEW_STATE_HANDED_IN,
  };
  g_autofree char *note = make_text (rand, secret);

  interview->state = states[g_rand_int_range (rand, 0, G_N_ELEMENTS (states))];
  fill_text (rand, &interview->candidate_name, CANDIDATE_WORD);
  fill_text (rand, &interview->role, CANDIDATE_WORD);
  fill_text (rand, &interview->set_title, secret);
  fill_text (rand, &interview->interviewer_name, secret);
  fill_text (rand, &interview->round, secret);
  fill_text (rand, &interview->opening, secret);
  fill_text (rand, &interview->room, secret);
  fill_text (rand, &interview->summary, secret);
  ik_notes_update (interview->notes, note, G_USEC_PER_SEC);
  interview->started_at_us = G_TIME_SPAN_DAY * g_rand_int_range (rand, 1, 20000);
  interview->slot_minutes = (guint) g_rand_int_range (rand, 0, 90);
  interview->recommendation =
    g_rand_int_range (rand, IK_RECOMMENDATION_STRONG_NO - 1, IK_RECOMMENDATION_STRONG_YES + 1);
  if (interview->recommendation < IK_RECOMMENDATION_STRONG_NO)
    interview->recommendation = IK_RATING_NONE;
  g_ptr_array_add (interview->reopened, ik_reopening_new (G_USEC_PER_SEC, secret));
}

/**
 * generated_interview_new:
 * @seed: which one
 * @secret: stands in each text that is not for the candidate
 *
 * Returns: (transfer full): an interview that differs in nothing but @secret
 *   from another one with the same seed
 */
IkInterview *
generated_interview_new (guint       seed,
                         const char *secret)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  IkInterview *interview = ik_interview_new ();
  guint n_items = (guint) g_rand_int_range (rand, 1, 7);

  fill_head (rand, interview, secret);
  add_scale (rand, interview, secret);
  for (guint i = 0; i < n_items; i++)
    add_item (rand, interview, secret);
  add_findings (rand, interview->strengths, secret);
  add_findings (rand, interview->concerns, secret);
  add_event (interview, secret);

  return interview;
}
