#include "ik-test-live.h"

#include "ik-reminders.h"

#define MINUTE_US G_TIME_SPAN_MINUTE
#define LEAD_MINUTES 10

static void
set_up (IkTestLive    *fixture,
        gconstpointer  data)
{
  ik_test_live_set_up (fixture, data);
  ik_library_set_clock (fixture->base.library, IK_CLOCK (fixture->clock));
  ik_test_library_run_sql (&fixture->base,
                           "UPDATE interview SET planned_at = 1770000000000000 + 3600000000");
}

/* The library lets go of the clock, which nothing else may hold at the end. */
static void
tear_down (IkTestLive    *fixture,
           gconstpointer  data)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();

  ik_library_set_clock (fixture->base.library, clock);
  ik_test_live_tear_down (fixture, data);
}

/* At so many minutes after noon: what, or G_MAXUINT for nothing. */
static guint
remind (IkTestLive *fixture,
        int         minutes)
{
  g_autoptr(GPtrArray) reminders = NULL;
  g_autoptr(GError) error = NULL;
  IkInstant now;

  ik_clock_now (IK_CLOCK (fixture->clock), &now);
  ik_test_live_advance (fixture, NOON_US + minutes * MINUTE_US - now.wall_us);
  reminders = ik_reminders_find (fixture->base.library, LEAD_MINUTES, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reminders->len, <=, 1);
  if (reminders->len == 0)
    return G_MAXUINT;

  g_assert_cmpstr (((IkReminder *) reminders->pdata[0])->interview_id, ==, fixture->id);
  return ((IkReminder *) reminders->pdata[0])->kind;
}

static void
test_before_the_start (IkTestLive    *fixture,
                       gconstpointer  data)
{
  g_assert_cmpuint (remind (fixture, 49), ==, G_MAXUINT);
  g_assert_cmpuint (remind (fixture, 50), ==, IK_REMINDER_STARTS);
  g_assert_cmpuint (remind (fixture, 74), ==, IK_REMINDER_STARTS);
  g_assert_cmpuint (remind (fixture, 75), ==, G_MAXUINT);
}

/* Held here, or in a copy of the program that only the lock tells of. */
static void
test_never_while_one_is_held (IkTestLive    *fixture,
                              gconstpointer  data)
{
  g_autoptr(IkInterviewLock) lock = ik_interview_lock_new (fixture->base.library, "another", "Ada",
                                                           NULL);

  g_assert_nonnull (lock);
  g_assert_cmpuint (remind (fixture, 55), ==, G_MAXUINT);
  g_clear_pointer (&lock, ik_interview_lock_free);
  g_assert_cmpuint (remind (fixture, 55), ==, IK_REMINDER_STARTS);
}

static void
test_what_is_not_rated (IkTestLive    *fixture,
                        gconstpointer  data)
{
  ik_live_interview_start (fixture->live);
  ik_live_interview_next (fixture->live);
  ik_live_interview_set_outcome (fixture->live, IK_OUTCOME_ANSWERED);
  ik_live_interview_end (fixture->live);
  ik_test_live_flush (fixture);
  g_assert_cmpuint (remind (fixture, 29), ==, G_MAXUINT);
  g_assert_cmpuint (remind (fixture, 30), ==, IK_REMINDER_TO_RATE);

  ik_live_interview_resume (fixture->live);
  ik_live_interview_rate (fixture->live, 2);
  ik_live_interview_end (fixture->live);
  ik_test_live_flush (fixture);
  g_assert_cmpuint (remind (fixture, 90), ==, G_MAXUINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/service/reminders/" path, IkTestLive, NULL, set_up, function, tear_down)

  ADD ("before-the-start", test_before_the_start);
  ADD ("never-while-one-is-held", test_never_while_one_is_held);
  ADD ("what-is-not-rated", test_what_is_not_rated);

  return g_test_run ();
}
