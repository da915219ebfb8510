#include "ik-enums.h"

#include <string.h>

/* Each table is in the order of its enumeration. */

static const char *const question_state_nicks[] = {
  "draft",
  "ready",
  "archived",
};

static const char *const question_kind_nicks[] = {
  "open",
  "behavioural",
  "scenario",
  "design",
  "coding",
  "choice",
  "opening",
  "closing",
  "candidate_questions",
};

static const char *const side_nicks[] = {
  "candidate",
  "interviewer",
};

static const char *const indicator_side_nicks[] = {
  "positive",
  "red_flag",
  "own",
};

static const char *const interview_state_nicks[] = {
  "planned",
  "live",
  "broken_off",
  "review",
  "handed_in",
  "cancelled",
  "no_show",
};

static const char *const outcome_nicks[] = {
  "not_asked",
  "no_evidence",
  "partly",
  "answered",
};

static const char *const candidate_state_nicks[] = {
  "open",
  "hired",
  "rejected",
  "withdrawn",
};

static gboolean
find_nick (const char *const *nicks,
           guint              n_nicks,
           const char        *nick,
           guint             *out_value)
{
  for (guint i = 0; nick != NULL && i < n_nicks; i++)
    {
      if (strcmp (nicks[i], nick) == 0)
        {
          *out_value = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ik_question_state_to_nick:
 * @state: a value
 *
 * Returns: the word of @state in documents and in the library
 */
const char *
ik_question_state_to_nick (IkQuestionState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (question_state_nicks), NULL);

  return question_state_nicks[state];
}

/**
 * ik_question_state_from_nick:
 * @nick: (nullable): a word
 * @out_state: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_question_state_from_nick (const char      *nick,
                             IkQuestionState *out_state)
{
  guint value;

  if (!find_nick (question_state_nicks, G_N_ELEMENTS (question_state_nicks), nick, &value))
    return FALSE;

  *out_state = value;
  return TRUE;
}

/**
 * ik_question_kind_to_nick:
 * @kind: a value
 *
 * Returns: the word of @kind in documents and in the library
 */
const char *
ik_question_kind_to_nick (IkQuestionKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (question_kind_nicks), NULL);

  return question_kind_nicks[kind];
}

/**
 * ik_question_kind_from_nick:
 * @nick: (nullable): a word
 * @out_kind: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_question_kind_from_nick (const char     *nick,
                            IkQuestionKind *out_kind)
{
  guint value;

  if (!find_nick (question_kind_nicks, G_N_ELEMENTS (question_kind_nicks), nick, &value))
    return FALSE;

  *out_kind = value;
  return TRUE;
}

/**
 * ik_question_kind_is_scored:
 * @kind: a kind
 *
 * Returns: whether questions of this kind are rated: opening, closing and the
 *   candidate's own questions are not, so that rapport does not leak into the
 *   score (Barrick et al. 2012)
 */
gboolean
ik_question_kind_is_scored (IkQuestionKind kind)
{
  return kind < IK_QUESTION_KIND_OPENING;
}

/**
 * ik_question_kind_minutes:
 * @kind: a kind
 *
 * Returns: minutes to plan for a question that names none; a choice of ours:
 *   a behavioural story with its probes takes five, a design exercise fifteen
 */
guint
ik_question_kind_minutes (IkQuestionKind kind)
{
  static const guint minutes[] = { 4, 5, 8, 15, 15, 2, 3, 2, 5 };

  G_STATIC_ASSERT (G_N_ELEMENTS (minutes) == G_N_ELEMENTS (question_kind_nicks));
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (minutes), 0);

  return minutes[kind];
}

/**
 * ik_side_to_nick:
 * @side: a value
 *
 * Returns: the word of @side in documents and in the library
 */
const char *
ik_side_to_nick (IkSide side)
{
  g_return_val_if_fail ((guint) side < G_N_ELEMENTS (side_nicks), NULL);

  return side_nicks[side];
}

/**
 * ik_side_from_nick:
 * @nick: (nullable): a word
 * @out_side: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_side_from_nick (const char *nick,
                   IkSide     *out_side)
{
  guint value;

  if (!find_nick (side_nicks, G_N_ELEMENTS (side_nicks), nick, &value))
    return FALSE;

  *out_side = value;
  return TRUE;
}

/**
 * ik_indicator_side_to_nick:
 * @side: a value
 *
 * Returns: the word of @side in documents and in the library
 */
const char *
ik_indicator_side_to_nick (IkIndicatorSide side)
{
  g_return_val_if_fail ((guint) side < G_N_ELEMENTS (indicator_side_nicks), NULL);

  return indicator_side_nicks[side];
}

/**
 * ik_indicator_side_from_nick:
 * @nick: (nullable): a word
 * @out_side: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_indicator_side_from_nick (const char      *nick,
                             IkIndicatorSide *out_side)
{
  guint value;

  if (!find_nick (indicator_side_nicks, G_N_ELEMENTS (indicator_side_nicks), nick, &value))
    return FALSE;

  *out_side = value;
  return TRUE;
}

/**
 * ik_interview_state_to_nick:
 * @state: a value
 *
 * Returns: the word of @state in documents and in the library
 */
const char *
ik_interview_state_to_nick (IkInterviewState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (interview_state_nicks), NULL);

  return interview_state_nicks[state];
}

/**
 * ik_interview_state_from_nick:
 * @nick: (nullable): a word
 * @out_state: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_interview_state_from_nick (const char       *nick,
                              IkInterviewState *out_state)
{
  guint value;

  if (!find_nick (interview_state_nicks, G_N_ELEMENTS (interview_state_nicks), nick, &value))
    return FALSE;

  *out_state = value;
  return TRUE;
}

/**
 * ik_outcome_to_nick:
 * @outcome: a value
 *
 * Returns: the word of @outcome in documents and in the library
 */
const char *
ik_outcome_to_nick (IkOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (outcome_nicks), NULL);

  return outcome_nicks[outcome];
}

/**
 * ik_outcome_from_nick:
 * @nick: (nullable): a word
 * @out_outcome: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_outcome_from_nick (const char *nick,
                      IkOutcome  *out_outcome)
{
  guint value;

  if (!find_nick (outcome_nicks, G_N_ELEMENTS (outcome_nicks), nick, &value))
    return FALSE;

  *out_outcome = value;
  return TRUE;
}

/**
 * ik_outcome_takes_rating:
 * @outcome: an outcome
 *
 * Returns: whether an item with this outcome can be rated
 */
gboolean
ik_outcome_takes_rating (IkOutcome outcome)
{
  return outcome == IK_OUTCOME_PARTLY || outcome == IK_OUTCOME_ANSWERED;
}

/**
 * ik_candidate_state_to_nick:
 * @state: a value
 *
 * Returns: the word of @state in documents and in the library
 */
const char *
ik_candidate_state_to_nick (IkCandidateState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (candidate_state_nicks), NULL);

  return candidate_state_nicks[state];
}

/**
 * ik_candidate_state_from_nick:
 * @nick: (nullable): a word
 * @out_state: (out): the value, left alone if there is none
 *
 * Returns: whether @nick is one of the words
 */
gboolean
ik_candidate_state_from_nick (const char       *nick,
                              IkCandidateState *out_state)
{
  guint value;

  if (!find_nick (candidate_state_nicks, G_N_ELEMENTS (candidate_state_nicks), nick, &value))
    return FALSE;

  *out_state = value;
  return TRUE;
}
