#include "ik-test-live.h"
#include "ik-timeline.h"

/* What the log of an interview tells, against what its clocks counted. */

static gint64
random_us (gint32 from_s,
           gint32 to_s)
{
  return (gint64) g_test_rand_int_range (from_s, to_s) * SECOND_US;
}

static void
leave_off (IkTestLive *fixture)
{
  if (g_test_rand_bit ())
    {
      ik_live_interview_break_off (fixture->live);
      ik_test_live_advance (fixture, random_us (1, 7200));
    }
  else
    {
      ik_live_interview_end (fixture->live);
      ik_test_live_advance (fixture, random_us (1, 60));
    }
}

/* A crash, mostly for longer than the item's clock goes on through. A pause has
 * that clock stored, as the heartbeat does. */
static void
crash (IkTestLive *fixture)
{
  gboolean paused = ik_live_interview_is_paused (fixture->live);

  ik_live_interview_set_paused (fixture->live, !paused, NULL);
  ik_live_interview_set_paused (fixture->live, paused, NULL);
  ik_test_live_restart (fixture);
  ik_test_live_advance (fixture, random_us (1, 3600));
  ik_live_interview_start (fixture->live);
}

/* One that was asked now and then, between others, and that leaves nothing. */
static void
visit_and_remove (IkTestLive *fixture)
{
  IkLiveInterview *live = fixture->live;

  ik_live_interview_add_question (live, "Perhaps");
  for (guint i = 0; i < 4; i++)
    {
      ik_test_live_advance (fixture, random_us (0, 60));
      ik_live_interview_go_to (live, (guint) g_test_rand_int_range (0, 5));
    }
  ik_live_interview_undo (live);
}

static void
act (IkTestLive *fixture)
{
  IkLiveInterview *live = fixture->live;

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      ik_live_interview_set_paused (live, !ik_live_interview_is_paused (live), "interruption");
      break;

    case 1:
      ik_live_interview_set_quiet (live, !ik_live_interview_is_quiet (live));
      break;

    case 2:
      leave_off (fixture);
      ik_live_interview_resume (live);
      ik_live_interview_start (live);
      break;

    case 3:
      crash (fixture);
      break;

    case 4:
      ik_live_interview_add_question (live, "And then?");
      break;

    case 5:
      ik_live_interview_add_question (live, "No, wait");
      ik_test_live_advance (fixture, 30 * SECOND_US);
      ik_live_interview_undo (live);
      break;

    case 6:
      visit_and_remove (fixture);
      break;

    case 7:
      ik_manual_clock_set_wall_us (fixture->clock, NOON_US + random_us (-90000, 90000));
      break;

    default:
      ik_live_interview_go_to (live, (guint) g_test_rand_int_range (0, 4));
    }
}

static void
assert_counted (const IkInterview *interview)
{
  g_autoptr(IkTimeline) timeline = ik_timeline_new (interview);
  g_autofree gint64 *used_ms = g_new0 (gint64, interview->items->len);
  g_autofree gint64 *quiet_ms = g_new0 (gint64, interview->items->len);

  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);

      if (span->kind == IK_TIMELINE_QUESTION || span->kind == IK_TIMELINE_QUIET)
        used_ms[span->item] += span->to_ms - span->from_ms;
      if (span->kind == IK_TIMELINE_QUIET)
        quiet_ms[span->item] += span->to_ms - span->from_ms;
    }

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      g_assert_cmpint (used_ms[i], ==, item->elapsed_ms);
      g_assert_cmpint (quiet_ms[i], ==, item->quiet_ms);
    }
}

static void
test_clocks (IkTestLive    *fixture,
             gconstpointer  data)
{
  g_autoptr(IkInterview) interview = NULL;

  ik_live_interview_start (fixture->live);
  for (guint i = 0; i < 300; i++)
    {
      ik_test_live_advance (fixture, random_us (1, 200));
      act (fixture);
    }
  ik_live_interview_end (fixture->live);
  ik_test_live_flush (fixture);

  interview = ik_test_live_load (fixture);
  g_assert_cmpuint (interview->events->len, >, 300);
  assert_counted (interview);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/service/live-timeline/clocks", IkTestLive, NULL, ik_test_live_set_up, test_clocks,
              ik_test_live_tear_down);

  return g_test_run ();
}
