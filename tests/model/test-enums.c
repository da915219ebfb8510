#include "ik-enums.h"

/* Each word leads to its value and back, and no other word to any. */
#define TEST_NICKS(name, Type, last, empty) \
  static void \
  test_ ## name (void) \
  { \
    static const char *const strangers[] = { "OPEN", "open ", "none", "?" }; \
    Type value; \
\
    for (int i = 0; i <= (int) (last); i++) \
      { \
        const char *nick = ik_ ## name ## _to_nick ((Type) i); \
\
        g_assert_true (ik_ ## name ## _from_nick (nick, &value)); \
        g_assert_cmpint ((int) value, ==, i); \
      } \
\
    for (guint i = 0; i < G_N_ELEMENTS (strangers); i++) \
    g_assert_false (ik_ ## name ## _from_nick (strangers[i], &value)); \
    g_assert_false (ik_ ## name ## _from_nick (NULL, &value)); \
    g_assert_cmpint (ik_ ## name ## _from_nick ("", &value), ==, empty); \
  }

TEST_NICKS (question_state, IkQuestionState, IK_QUESTION_STATE_ARCHIVED, FALSE)
TEST_NICKS (question_kind, IkQuestionKind, IK_QUESTION_KIND_CANDIDATE_QUESTIONS, FALSE)
TEST_NICKS (side, IkSide, IK_SIDE_INTERVIEWER, FALSE)
TEST_NICKS (indicator_side, IkIndicatorSide, IK_INDICATOR_OWN, FALSE)
TEST_NICKS (interview_state, IkInterviewState, IK_INTERVIEW_STATE_NO_SHOW, FALSE)
TEST_NICKS (outcome, IkOutcome, IK_OUTCOME_ANSWERED, FALSE)
TEST_NICKS (candidate_state, IkCandidateState, IK_CANDIDATE_STATE_WITHDRAWN, FALSE)

static void
test_rules (void)
{
  g_assert_true (ik_question_kind_is_scored (IK_QUESTION_KIND_CHOICE));
  g_assert_false (ik_question_kind_is_scored (IK_QUESTION_KIND_OPENING));
  g_assert_false (ik_question_kind_is_scored (IK_QUESTION_KIND_CLOSING));
  g_assert_false (ik_question_kind_is_scored (IK_QUESTION_KIND_CANDIDATE_QUESTIONS));

  g_assert_false (ik_outcome_takes_rating (IK_OUTCOME_NOT_ASKED));
  g_assert_false (ik_outcome_takes_rating (IK_OUTCOME_NO_EVIDENCE));
  g_assert_true (ik_outcome_takes_rating (IK_OUTCOME_PARTLY));
  g_assert_true (ik_outcome_takes_rating (IK_OUTCOME_ANSWERED));

  for (int i = 0; i <= IK_QUESTION_KIND_CANDIDATE_QUESTIONS; i++)
    g_assert_cmpuint (ik_question_kind_minutes ((IkQuestionKind) i), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/enums/question-state", test_question_state);
  g_test_add_func ("/model/enums/question-kind", test_question_kind);
  g_test_add_func ("/model/enums/side", test_side);
  g_test_add_func ("/model/enums/indicator-side", test_indicator_side);
  g_test_add_func ("/model/enums/interview-state", test_interview_state);
  g_test_add_func ("/model/enums/outcome", test_outcome);
  g_test_add_func ("/model/enums/candidate-state", test_candidate_state);
  g_test_add_func ("/model/enums/rules", test_rules);

  return g_test_run ();
}
