#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the pack document, the interview document and the library's
 * columns; 0 is always the first one named. */

typedef enum
{
  IK_QUESTION_STATE_DRAFT,
  IK_QUESTION_STATE_READY,
  IK_QUESTION_STATE_ARCHIVED,
} IkQuestionState;

#define IK_N_QUESTION_STATES (IK_QUESTION_STATE_ARCHIVED + 1)

typedef enum
{
  IK_QUESTION_KIND_OPEN,
  IK_QUESTION_KIND_BEHAVIOURAL,
  IK_QUESTION_KIND_SCENARIO,
  IK_QUESTION_KIND_DESIGN,
  IK_QUESTION_KIND_CODING,
  IK_QUESTION_KIND_CHOICE,
  IK_QUESTION_KIND_OPENING,
  IK_QUESTION_KIND_CLOSING,
  IK_QUESTION_KIND_CANDIDATE_QUESTIONS,
} IkQuestionKind;

#define IK_N_QUESTION_KINDS (IK_QUESTION_KIND_CANDIDATE_QUESTIONS + 1)

typedef enum
{
  IK_SIDE_CANDIDATE,
  IK_SIDE_INTERVIEWER,
} IkSide;

typedef enum
{
  IK_INDICATOR_POSITIVE,
  IK_INDICATOR_RED_FLAG,
  IK_INDICATOR_OWN,
} IkIndicatorSide;

typedef enum
{
  IK_INTERVIEW_STATE_PLANNED,
  IK_INTERVIEW_STATE_LIVE,
  IK_INTERVIEW_STATE_BROKEN_OFF,
  IK_INTERVIEW_STATE_REVIEW,
  IK_INTERVIEW_STATE_HANDED_IN,
  IK_INTERVIEW_STATE_CANCELLED,
  IK_INTERVIEW_STATE_NO_SHOW,
} IkInterviewState;

typedef enum
{
  IK_OUTCOME_NOT_ASKED,
  IK_OUTCOME_NO_EVIDENCE,
  IK_OUTCOME_PARTLY,
  IK_OUTCOME_ANSWERED,
} IkOutcome;

typedef enum
{
  IK_CANDIDATE_STATE_OPEN,
  IK_CANDIDATE_STATE_HIRED,
  IK_CANDIDATE_STATE_REJECTED,
  IK_CANDIDATE_STATE_WITHDRAWN,
} IkCandidateState;

const char *ik_question_state_to_nick    (IkQuestionState    state);
gboolean    ik_question_state_from_nick  (const char        *nick,
                                          IkQuestionState   *out_state);
const char *ik_question_kind_to_nick     (IkQuestionKind     kind);
gboolean    ik_question_kind_from_nick   (const char        *nick,
                                          IkQuestionKind    *out_kind);
gboolean    ik_question_kind_is_scored   (IkQuestionKind     kind);
guint       ik_question_kind_minutes     (IkQuestionKind     kind);
const char *ik_side_to_nick              (IkSide             side);
gboolean    ik_side_from_nick            (const char        *nick,
                                          IkSide            *out_side);
const char *ik_indicator_side_to_nick    (IkIndicatorSide    side);
gboolean    ik_indicator_side_from_nick  (const char        *nick,
                                          IkIndicatorSide   *out_side);
const char *ik_interview_state_to_nick   (IkInterviewState   state);
gboolean    ik_interview_state_from_nick (const char        *nick,
                                          IkInterviewState  *out_state);
const char *ik_outcome_to_nick           (IkOutcome          outcome);
gboolean    ik_outcome_from_nick         (const char        *nick,
                                          IkOutcome         *out_outcome);
gboolean    ik_outcome_takes_rating      (IkOutcome          outcome);
const char *ik_candidate_state_to_nick   (IkCandidateState   state);
gboolean    ik_candidate_state_from_nick (const char        *nick,
                                          IkCandidateState  *out_state);

G_END_DECLS
