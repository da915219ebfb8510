#include "ik-test-live.h"

#include "ik-interviews.h"

#define MINUTE_MS (60 * 1000)

static void
test_runs_no_clock (IkTestLive    *fixture,
                    gconstpointer  data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);

  ik_live_interview_start_from_paper (fixture->live);
  g_assert_cmpint (interview->state, ==, IK_INTERVIEW_STATE_LIVE);
  g_assert_true (interview->from_paper);
  g_assert_cmpint (interview->started_at_us, ==, NOON_US);

  ik_test_live_advance (fixture, 90 * SECOND_US);
  ik_live_interview_next (fixture->live);
  ik_test_live_advance (fixture, 90 * SECOND_US);
  ik_live_interview_set_paused (fixture->live, TRUE, NULL);
  ik_live_interview_set_quiet (fixture->live, TRUE);
  g_assert_false (ik_live_interview_is_paused (fixture->live));
  g_assert_false (ik_live_interview_is_quiet (fixture->live));
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 0), ==, 0);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (fixture->live, 1), ==, 0);

  /* Nobody skipped it: it is left for later here. */
  ik_live_interview_skip (fixture->live);
  g_assert_cmpuint (ik_test_live_get_item (fixture, 1)->n_skipped, ==, 0);
}

/* Times and notes are those that were written down. */
static void
test_stores_what_was_written (IkTestLive    *fixture,
                              gconstpointer  data)
{
  gint64 held_us = NOON_US - 5 * G_TIME_SPAN_DAY;
  g_autoptr(IkInterview) stored = NULL;
  const IkInterviewItem *item;

  ik_live_interview_start_from_paper (fixture->live);
  g_assert_false (ik_live_interview_set_started_at (fixture->live, NOON_US + SECOND_US));
  g_assert_true (ik_live_interview_set_started_at (fixture->live, held_us));
  ik_live_interview_next (fixture->live);
  ik_live_interview_set_item_ms (fixture->live, 4 * MINUTE_MS);
  ik_live_interview_set_note (fixture->live, "Said it all");
  ik_live_interview_set_general_note (fixture->live, "Came late");
  ik_live_interview_rate (fixture->live, 2);
  ik_test_live_restart (fixture);

  stored = ik_test_live_load (fixture);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_LIVE);
  g_assert_true (stored->from_paper);
  g_assert_cmpint (stored->started_at_us, ==, held_us);
  g_assert_cmpuint (stored->current_item, ==, 1);
  item = stored->items->pdata[1];
  g_assert_cmpint (item->elapsed_ms, ==, 4 * MINUTE_MS);
  g_assert_cmpint (item->rating, ==, 2);
  g_assert_cmpint (((IkNote *) item->notes->pdata[0])->at_us, ==, 0);
  g_assert_cmpint (((IkNote *) stored->notes->pdata[0])->at_us, ==, 0);

  /* The computer was off for an hour: that is no time of a question. */
  ik_test_live_advance (fixture, G_TIME_SPAN_HOUR);
  ik_live_interview_start (fixture->live);
  ik_live_interview_end (fixture->live);
  g_assert_cmpint (ik_live_interview_get_interview (fixture->live)->ended_at_us, ==,
                   held_us + 4 * 60 * SECOND_US);
  g_assert_cmpint (ik_live_interview_get_interview (fixture->live)->state, ==,
                   IK_INTERVIEW_STATE_REVIEW);
}

static void
test_knows_no_end_without_minutes (IkTestLive    *fixture,
                                   gconstpointer  data)
{
  ik_live_interview_start_from_paper (fixture->live);
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_ANSWERED);
  ik_live_interview_end (fixture->live);
  g_assert_cmpint (ik_live_interview_get_interview (fixture->live)->ended_at_us, ==, 0);

  ik_live_interview_resume (fixture->live);
  g_assert_cmpint (ik_live_interview_get_interview (fixture->live)->state, ==,
                   IK_INTERVIEW_STATE_LIVE);
}

/* The log says when something was entered, never that it was asked then. */
static void
test_logs_no_clock (IkTestLive    *fixture,
                    gconstpointer  data)
{
  static const char *const kinds[] = { "entry_started", "added", "outcome", "entry_left",
                                       "entry_started", "entry_ended" };
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GError) error = NULL;

  ik_live_interview_start_from_paper (fixture->live);
  ik_live_interview_next (fixture->live);
  ik_live_interview_add_question (fixture->live, "What else?");
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_PARTLY);
  ik_live_interview_break_off (fixture->live);
  ik_live_interview_start (fixture->live);
  ik_live_interview_end (fixture->live);
  ik_test_live_flush (fixture);

  events = ik_interviews_list_events (fixture->base.library, fixture->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < events->len; i++)
    g_assert_cmpstr (((IkInterviewEvent *) events->pdata[i])->kind, ==, kinds[i]);
}

static void
test_is_planned_again_while_blank (IkTestLive    *fixture,
                                   gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;

  ik_live_interview_start_from_paper (fixture->live);
  ik_live_interview_next (fixture->live);
  g_assert_true (ik_live_interview_is_blank (fixture->live));
  ik_live_interview_break_off (fixture->live);
  ik_test_live_flush (fixture);

  stored = ik_test_live_load (fixture);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_PLANNED);
  g_assert_false (stored->from_paper);
  g_assert_cmpint (stored->started_at_us, ==, 0);
}

static void
test_stays_once_something_was_entered (IkTestLive    *fixture,
                                       gconstpointer  data)
{
  ik_live_interview_start_from_paper (fixture->live);
  g_assert_cmpuint (ik_live_interview_count_open (fixture->live), ==, 3);
  ik_live_interview_set_item_ms (fixture->live, MINUTE_MS);
  g_assert_cmpuint (ik_live_interview_count_open (fixture->live), ==, 2);
  g_assert_false (ik_live_interview_is_blank (fixture->live));
  ik_live_interview_break_off (fixture->live);
  g_assert_cmpint (ik_live_interview_get_interview (fixture->live)->state, ==,
                   IK_INTERVIEW_STATE_BROKEN_OFF);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/service/live-paper/" path, IkTestLive, NULL, ik_test_live_set_up, function, \
              ik_test_live_tear_down)

  ADD ("runs-no-clock", test_runs_no_clock);
  ADD ("stores-what-was-written", test_stores_what_was_written);
  ADD ("knows-no-end-without-minutes", test_knows_no_end_without_minutes);
  ADD ("logs-no-clock", test_logs_no_clock);
  ADD ("is-planned-again-while-blank", test_is_planned_again_while_blank);
  ADD ("stays-once-something-was-entered", test_stays_once_something_was_entered);

  return g_test_run ();
}
