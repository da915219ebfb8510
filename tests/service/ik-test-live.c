#include "ik-test-live.h"

IkInterview *
ik_test_live_load (IkTestLive *fixture)
{
  return ik_test_interview_load (fixture->base.library, fixture->id);
}

static void
make_live (IkTestLive *fixture)
{
  fixture->live = ik_live_interview_new (fixture->base.library, ik_test_live_load (fixture),
                                         IK_CLOCK (fixture->clock));
}

void
ik_test_live_set_up (IkTestLive    *fixture,
                     gconstpointer  data)
{
  ik_test_library_set_up (&fixture->base, data);
  fixture->clock = ik_manual_clock_new (NOON_US);
  fixture->id = ik_test_interview_plan (&fixture->base);
  make_live (fixture);
}

void
ik_test_live_flush (IkTestLive *fixture)
{
  ik_test_interview_flush (fixture->live);
}

void
ik_test_live_tear_down (IkTestLive    *fixture,
                        gconstpointer  data)
{
  ik_test_live_flush (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->live));
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  g_free (fixture->id);
  ik_test_library_tear_down (&fixture->base, data);
}

/* The program ends in the middle, and starts again. */
void
ik_test_live_restart (IkTestLive *fixture)
{
  ik_test_live_flush (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->live));
  ik_test_library_reopen (&fixture->base);
  make_live (fixture);
}

const IkInterviewItem *
ik_test_live_get_item (IkTestLive *fixture,
                       guint       index)
{
  return ik_live_interview_get_interview (fixture->live)->items->pdata[index];
}

void
ik_test_live_advance (IkTestLive *fixture,
                      gint64      elapsed_us)
{
  ik_manual_clock_advance (fixture->clock, elapsed_us);
}
