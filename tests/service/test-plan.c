#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-test-interview.h"

static guint
plan_extra_time (IkTestLibrary     *test,
                 const IkInterview *interview,
                 IkExtraTime        extra_time,
                 guint              extra_time_percent)
{
  IkPlanRequest request = {
    .set_id = interview->set_id, .candidate_id = interview->candidate_id,
    .extra_time = extra_time, .extra_time_percent = extra_time_percent,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInterview) planned = ik_interviews_plan (test->library, &request, NULL, &error);

  g_assert_no_error (error);
  return planned->extra_time_percent;
}

static guint
load_extra_time (IkTestLibrary     *test,
                 const IkInterview *interview)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkCandidate) candidate = ik_candidates_load (test->library, interview->candidate_id,
                                                         NULL, &error);

  g_assert_no_error (error);
  return candidate->extra_time_percent;
}

static void
test_extra_time (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) interview = ik_test_interview_load (test->library, id);
  g_autofree char *before = NULL;

  g_test_summary ("What one plan keeps of the extra time is what the next one begins with");

  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_GIVEN, 25), ==, 25);
  g_assert_cmpuint (load_extra_time (test, interview), ==, 0);
  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_STORED, 0), ==, 0);
  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_KEPT, 0), ==, 0);

  before = ik_test_library_dump (test);
  g_ptr_array_set_size (test->changesets, 0);
  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_KEPT, 50), ==, 50);
  g_assert_cmpuint (load_extra_time (test, interview), ==, 50);
  ik_test_library_assert_undoes_to (test, before);

  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_KEPT, 50), ==, 50);
  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_STORED, 0), ==, 50);
  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_GIVEN, 10), ==, 10);
  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_STORED, 0), ==, 50);
  g_assert_cmpuint (plan_extra_time (test, interview, IK_EXTRA_TIME_KEPT, 0), ==, 0);
  g_assert_cmpuint (load_extra_time (test, interview), ==, 0);
}

static void
test_plan_again (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) interview = ik_test_interview_load (test->library, id);
  g_autoptr(IkInterview) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;

  g_test_summary ("What was called off is planned again, at another time, in one step");

  g_assert_false (ik_interviews_plan_again (test->library, interview->id, 2000000, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  ik_interviews_set_state (test->library, interview->id, IK_INTERVIEW_STATE_NO_SHOW, NULL, &error);
  g_assert_no_error (error);

  before = ik_test_library_dump (test);
  g_ptr_array_set_size (test->changesets, 0);
  ik_interviews_plan_again (test->library, interview->id, 2000000, NULL, &error);
  g_assert_no_error (error);
  again = ik_test_interview_load (test->library, id);
  g_assert_cmpint (again->state, ==, IK_INTERVIEW_STATE_PLANNED);
  g_assert_cmpint (again->planned_at_us, ==, 2000000);
  ik_test_library_assert_undoes_to (test, before);
}

#define ADD(name, func) \
  g_test_add ("/service/plan/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("extra-time", test_extra_time);
  ADD ("again", test_plan_again);

  return g_test_run ();
}
