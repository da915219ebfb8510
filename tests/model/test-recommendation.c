#include "ik-recommendation.h"
#include "ik-review.h"

static IkInterview *
make_interview (gboolean is_own)
{
  IkInterview *interview = ik_interview_new ();

  interview->state = IK_INTERVIEW_STATE_REVIEW;
  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  if (is_own)
    interview->recommendation_rubric_id = g_strdup (IK_RUBRIC_BUILT_IN_ID);

  return interview;
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    int         value;
  } cases[] = {
    { "", IK_RATING_NONE },
    { "strong_no", IK_RECOMMENDATION_STRONG_NO },
    { "no", IK_RECOMMENDATION_NO },
    { "yes", IK_RECOMMENDATION_YES },
    { "strong_yes", IK_RECOMMENDATION_STRONG_YES },
    { "0", 0 },
    { "-1000", IK_RUBRIC_MIN_VALUE },
    { "1000", IK_RUBRIC_MAX_VALUE },
  };
  static const char *const wrong[] = { NULL, "perhaps", "Yes", "1001", "1.5", "3 ", "none" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ik_recommendation_to_text (cases[i].value);
      int value = 77;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (ik_recommendation_from_text (text, &value));
      g_assert_cmpint (value, ==, cases[i].value);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      int value = 77;

      g_assert_false (ik_recommendation_from_text (wrong[i], &value));
      g_assert_cmpint (value, ==, 77);
    }
}

static void
assert_label (IkInterview *interview,
              int          value,
              const char  *label)
{
  g_autofree char *found = NULL;

  interview->recommendation = value;
  found = ik_interview_dup_recommendation (interview);
  g_assert_cmpstr (found, ==, label);
}

static void
test_label (void)
{
  g_autoptr(IkInterview) words = make_interview (FALSE);
  g_autoptr(IkInterview) own = make_interview (TRUE);
  const IkRubric *built_in = own->rubrics->pdata[0];

  g_assert_true (ik_interview_get_recommendation_scale (words) == ik_recommendation_get_words ());
  g_assert_true (ik_interview_get_recommendation_scale (own) == built_in);
  assert_label (words, IK_RATING_NONE, "No recommendation yet");
  assert_label (words, IK_RECOMMENDATION_STRONG_YES, "Strong yes");
  assert_label (own, IK_RATING_NONE, "No recommendation yet");
  assert_label (own, 4, ((const IkRubricLevel *) built_in->levels->pdata[3])->label);
}

/* A number of one scale is no word of the other. */
static void
test_off_the_scale (void)
{
  static const struct
  {
    gboolean is_own;
    int      value;
    gboolean is_right;
  } cases[] = {
    { FALSE, IK_RECOMMENDATION_NO, TRUE },
    { FALSE, 3, FALSE },
    { TRUE, 3, TRUE },
    { TRUE, 6, FALSE },
    { TRUE, IK_RECOMMENDATION_NO, FALSE },
    { TRUE, IK_RATING_NONE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkInterview) interview = make_interview (cases[i].is_own);
      g_autofree char *reason = NULL;

      interview->recommendation = cases[i].value;
      g_test_message ("case %u", i);
      g_assert_cmpint (ik_interview_check_review (interview, &reason), ==, cases[i].is_right);
      g_assert_cmpint (reason == NULL, ==, cases[i].is_right);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/recommendation/text", test_text);
  g_test_add_func ("/model/recommendation/label", test_label);
  g_test_add_func ("/model/recommendation/off-the-scale", test_off_the_scale);

  return g_test_run ();
}
