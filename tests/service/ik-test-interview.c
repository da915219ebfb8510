#include "ik-test-interview.h"

#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-sets.h"

/* Fills the bank and plans an interview with a slot of 20 minutes: an opening
 * (3), a question rated on a scale of three (12) and another one (5). Returns
 * its id. */
char *
ik_test_interview_plan (IkTestLibrary *test)
{
  static const char *const packs[] = { TEST_PACK_ID, NULL };
  IkSetRequest set_request = { .title = "Screening", .pack_ids = packs, .slot_minutes = 20 };
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;
  IkPlanRequest request = { 0 };

  ik_test_library_fill (test);
  ik_candidates_save (test->library, candidate, NULL, &error);
  g_assert_no_error (error);
  set = ik_sets_create (test->library, &set_request, NULL, &error);
  g_assert_no_error (error);
  request.set_id = set->id;
  request.candidate_id = candidate->id;
  interview = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (interview->id);
}

IkInterview *
ik_test_interview_load (IkLibrary  *library,
                        const char *id)
{
  g_autoptr(GError) error = NULL;
  IkInterview *interview = ik_interviews_load (library, id, NULL, &error);

  g_assert_no_error (error);
  return interview;
}

/* The note of the first item, as it is stored. */
char *
ik_test_interview_dup_note (IkLibrary  *library,
                            const char *id)
{
  g_autoptr(IkInterview) stored = ik_test_interview_load (library, id);

  return ik_notes_to_text (((IkInterviewItem *) stored->items->pdata[0])->notes);
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean *done = user_data;

  ik_live_interview_flush_finish (IK_LIVE_INTERVIEW (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

/* Waits until all is saved, which has to work. */
void
ik_test_interview_flush (IkLiveInterview *live)
{
  gboolean done = FALSE;

  ik_live_interview_flush_async (live, flushed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
do_nothing (IkDatabase    *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return TRUE;
}

/* Waits until the library has written all that it was given so far to save a
 * live interview. */
void
ik_test_interview_wait_for_writes (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;

  ik_library_write (library, NULL, IK_PRIORITY_LIVE, do_nothing, NULL, NULL, &error);
  g_assert_no_error (error);
}
