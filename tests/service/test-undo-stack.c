#include "ik-bank.h"
#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-test-interview.h"
#include "ik-test-library.h"
#include "ik-undo-stack.h"

#include <libglib-testing/signal-logger.h>

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

typedef void (*StartFunc) (IkUndoStack         *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

static char *
run (IkUndoStack  *stack,
     StartFunc     start,
     GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  start (stack, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ik_undo_stack_finish (stack, result, error);
}

static char *
get_title (IkTestLibrary *test)
{
  g_autoptr(IkPack) pack = ik_bank_load_pack (test->library, TEST_PACK_ID, NULL, NULL);

  return g_strdup (pack != NULL ? pack->title : NULL);
}

static void
assert_title (IkTestLibrary *test,
              const char    *wanted)
{
  g_autofree char *title = get_title (test);

  g_assert_cmpstr (title, ==, wanted);
}

static void
rename_pack (IkTestLibrary *test,
             const char    *title)
{
  g_autoptr(GError) error = NULL;

  ik_bank_rename_pack (test->library, TEST_PACK_ID, title, NULL, &error);
  g_assert_no_error (error);
  drain ();
}

static void
test_back_and_forth (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autoptr(IkUndoStack) stack = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  ik_test_library_fill (test);
  stack = ik_undo_stack_new (test->library);
  g_assert_null (ik_undo_stack_get_undo_label (stack));

  rename_pack (test, "One");
  ik_bank_remove_pack (test->library, TEST_PACK_ID, NULL, NULL);
  drain ();
  g_assert_cmpstr (ik_undo_stack_get_undo_label (stack), ==, "Delete Pack");
  assert_title (test, NULL);

  first = run (stack, ik_undo_stack_undo_async, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, "Delete Pack");
  assert_title (test, "One");
  g_assert_cmpstr (ik_undo_stack_get_undo_label (stack), ==, "Rename Pack");
  g_assert_cmpstr (ik_undo_stack_get_redo_label (stack), ==, "Delete Pack");

  second = run (stack, ik_undo_stack_undo_async, &error);
  g_assert_cmpstr (second, ==, "Rename Pack");
  assert_title (test, "Backend");
  g_assert_null (ik_undo_stack_get_undo_label (stack));

  third = run (stack, ik_undo_stack_redo_async, &error);
  g_assert_cmpstr (third, ==, "Rename Pack");
  assert_title (test, "One");

  /* A new command takes the place of what could be done again. */
  rename_pack (test, "Two");
  g_assert_null (ik_undo_stack_get_redo_label (stack));
}

static void
test_signals (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autoptr(IkUndoStack) stack = NULL;
  g_autoptr(GtSignalLogger) logger = gt_signal_logger_new ();

  ik_test_library_fill (test);
  stack = ik_undo_stack_new (test->library);
  gt_signal_logger_connect (logger, stack, "notify::undo-label");
  drain ();
  gt_signal_logger_assert_no_emissions (logger);

  rename_pack (test, "One");
  gt_signal_logger_assert_notify_emission_pop (logger, stack, "undo-label");
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_nothing_to_do (IkTestLibrary *test,
                    gconstpointer  data)
{
  g_autoptr(IkUndoStack) stack = ik_undo_stack_new (test->library);
  g_autoptr(GError) error = NULL;

  g_assert_null (run (stack, ik_undo_stack_undo_async, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (run (stack, ik_undo_stack_redo_async, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A key that is pressed twice is not told that there is nothing to undo. */
static void
test_waiting (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autoptr(IkUndoStack) stack = NULL;
  GAsyncResult *results[3] = { NULL };
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  stack = ik_undo_stack_new (test->library);
  rename_pack (test, "One");
  rename_pack (test, "Two");
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    ik_undo_stack_undo_async (stack, NULL, keep_result_cb, &results[i]);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *label = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      label = ik_undo_stack_finish (stack, results[i], &error);
      if (i < 2)
        g_assert_cmpstr (label, ==, "Rename Pack");
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
  assert_title (test, "Backend");
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_clear_object (&results[i]);
}

/* What was changed elsewhere since is refused and forgotten; what was done
 * before it can still be undone. */
static void
test_conflict (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(IkUndoStack) stack = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  stack = ik_undo_stack_new (test->library);
  rename_pack (test, "One");
  ik_test_library_run_sql (test, "UPDATE pack SET title = 'Theirs' WHERE id = '" TEST_PACK_ID "'");

  g_assert_null (run (stack, ik_undo_stack_undo_async, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT);
  assert_title (test, "Theirs");
  g_assert_null (ik_undo_stack_get_undo_label (stack));
  g_assert_null (ik_undo_stack_get_redo_label (stack));
}

static void
test_clear (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(IkUndoStack) stack = NULL;

  ik_test_library_fill (test);
  stack = ik_undo_stack_new (test->library);
  rename_pack (test, "One");
  ik_undo_stack_clear (stack);
  g_assert_null (ik_undo_stack_get_undo_label (stack));
}

static guint
count_candidates (IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) candidates = ik_candidates_list (test->library, NULL, &error);

  g_assert_no_error (error);
  return candidates->len;
}

/* Who is new comes with the interview and goes with it. */
static void
test_plan_somebody_new (IkTestLibrary *test,
                        gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) first = ik_test_interview_load (test->library, id);
  g_autoptr(IkUndoStack) stack = NULL;
  g_autoptr(IkInterview) planned = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  IkPlanRequest request = { .set_id = first->set_id, .candidate_name = " Grace Example " };

  drain ();
  stack = ik_undo_stack_new (test->library);
  planned = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (planned->candidate_name, ==, "Grace Example");
  drain ();
  g_assert_cmpuint (count_candidates (test), ==, 2);

  label = run (stack, ik_undo_stack_undo_async, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Plan Interview");
  g_assert_cmpuint (count_candidates (test), ==, 1);
  g_assert_null (ik_undo_stack_get_undo_label (stack));
}

static void
rate_all (IkInterview *interview)
{
  for (guint i = 0; i < interview->items->len; i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      item->outcome = IK_OUTCOME_NO_EVIDENCE;
    }
  interview->recommendation = IK_RECOMMENDATION_NO;
}

/* What was handed in can't be undone, so that it isn't offered; the rest is. */
static void
test_forget_locked (IkTestLibrary *test,
                    gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(IkUndoStack) stack = NULL;
  g_autoptr(GError) error = NULL;

  drain ();
  ik_test_library_run_sql (test, "UPDATE interview SET state = 'review'");
  interview = ik_test_interview_load (test->library, id);
  stack = ik_undo_stack_new (test->library);
  rename_pack (test, "One");
  rate_all (interview);
  ik_interviews_save_review (test->library, interview, NULL, "Rate", NULL, &error);
  g_assert_no_error (error);
  drain ();
  ik_undo_stack_forget_locked (stack);
  g_assert_cmpstr (ik_undo_stack_get_undo_label (stack), ==, "Rate");

  ik_interviews_hand_in (test->library, id, NULL, &error);
  g_assert_no_error (error);
  ik_undo_stack_forget_locked (stack);
  while (g_str_equal (ik_undo_stack_get_undo_label (stack), "Rate"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ik_undo_stack_get_undo_label (stack), ==, "Rename Pack");
}

/* A plan can be undone until the interview begins. After that whoever asks for
 * it is told, and the stack can forget it. */
static void
test_plan_of_held (IkTestLibrary *test,
                   gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkInterview) first = ik_test_interview_load (test->library, id);
  g_autoptr(IkUndoStack) stack = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  drain ();
  stack = ik_undo_stack_new (test->library);
  rename_pack (test, "One");
  for (guint i = 0; i < 2; i++)
    {
      IkPlanRequest request = { .set_id = first->set_id, .candidate_name = "Grace Example" };
      g_autoptr(IkInterview) planned = ik_interviews_plan (test->library, &request, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (planned);
    }
  drain ();
  ik_test_library_run_sql (test, "UPDATE interview SET state = 'broken_off'");

  label = run (stack, ik_undo_stack_undo_async, &error);
  g_assert_null (label);
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "held"));

  g_assert_cmpstr (ik_undo_stack_get_undo_label (stack), ==, "Plan Interview");
  ik_undo_stack_forget_locked (stack);
  while (g_str_equal (ik_undo_stack_get_undo_label (stack), "Plan Interview"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ik_undo_stack_get_undo_label (stack), ==, "Rename Pack");
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/service/undo-stack/back-and-forth", test_back_and_forth);
  ADD ("/service/undo-stack/signals", test_signals);
  ADD ("/service/undo-stack/nothing-to-do", test_nothing_to_do);
  ADD ("/service/undo-stack/waiting", test_waiting);
  ADD ("/service/undo-stack/conflict", test_conflict);
  ADD ("/service/undo-stack/clear", test_clear);
  ADD ("/service/undo-stack/forget-locked", test_forget_locked);
  ADD ("/service/undo-stack/plan-of-held", test_plan_of_held);
  ADD ("/service/undo-stack/plan-somebody-new", test_plan_somebody_new);

  return g_test_run ();
}
