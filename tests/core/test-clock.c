#include "ik-clock.h"

#define MINUTE G_TIME_SPAN_MINUTE

static const struct
{
  const char *name;
  IkInstant   from;
  IkInstant   to;
  gint64      elapsed_us;
  gboolean    estimated;
} cases[] = {
  { "same boot", { 100, 10, "a" }, { 200, 15, "a" }, 5, FALSE },
  { "same boot, wall clock set back", { 100, 10, "a" }, { 50, 15, "a" }, 5, FALSE },
  { "same boot, longer than a day", { 0, 0, "a" }, { 0, 3 * G_TIME_SPAN_DAY, "a" },
    3 * G_TIME_SPAN_DAY, FALSE },
  { "same boot, backwards", { 100, 10, "a" }, { 200, 5, "a" }, 0, TRUE },
  { "another boot", { 100, 10, "a" }, { 100 + MINUTE, 5, "b" }, MINUTE, FALSE },
  { "another boot, wall clock set back", { 100, 10, "a" }, { 50, 5, "b" }, 0, TRUE },
  { "another boot, wall clock set far ahead", { 0, 0, "a" }, { 2 * G_TIME_SPAN_DAY, 0, "b" },
    G_TIME_SPAN_DAY, TRUE },
  { "boot unknown", { 100, 10, "" }, { 100 + MINUTE, 99, "" }, MINUTE, FALSE },
};

static void
test_elapsed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean estimated = !cases[i].estimated;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (ik_instant_elapsed_us (&cases[i].from, &cases[i].to, &estimated), ==,
                       cases[i].elapsed_us);
      g_assert_cmpint (estimated, ==, cases[i].estimated);
    }
}

/* What does not count may be longer than a reboot is believed to take. */
static void
test_apart (void)
{
  const IkInstant from = { 0, 0, "a" };
  const IkInstant to = { 3 * G_TIME_SPAN_DAY + MINUTE, 5, "b" };
  const IkInstant before = { -MINUTE, 5, "b" };
  gboolean estimated;

  g_assert_cmpint (ik_instant_break_us (&from, &to), ==, 3 * G_TIME_SPAN_DAY + MINUTE);
  g_assert_cmpint (ik_instant_break_us (&from, &before), ==, 0);
  g_assert_cmpint (ik_instant_elapsed_apart_us (&from, &to, 3 * G_TIME_SPAN_DAY, &estimated), ==,
                   MINUTE);
  g_assert_false (estimated);
  g_assert_cmpint (ik_instant_elapsed_apart_us (&from, &to, MINUTE, &estimated), ==,
                   G_TIME_SPAN_DAY);
  g_assert_true (estimated);
  g_assert_cmpint (ik_instant_elapsed_apart_us (&from, &to, 4 * G_TIME_SPAN_DAY, &estimated), ==,
                   0);
  g_assert_true (estimated);
}

static void
test_manual (void)
{
  g_autoptr(IkManualClock) clock = ik_manual_clock_new (1000);
  IkInstant start;
  IkInstant now;
  gboolean estimated;

  ik_clock_now (IK_CLOCK (clock), &start);
  g_assert_cmpint (start.wall_us, ==, 1000);

  ik_manual_clock_advance (clock, MINUTE);
  ik_manual_clock_set_wall_us (clock, 5);
  ik_clock_now (IK_CLOCK (clock), &now);
  g_assert_cmpint (ik_instant_elapsed_us (&start, &now, NULL), ==, MINUTE);

  ik_manual_clock_reboot (clock, "boot-2");
  ik_manual_clock_set_wall_us (clock, 1000 + 2 * MINUTE);
  ik_clock_now (IK_CLOCK (clock), &now);
  g_assert_cmpint (ik_instant_elapsed_us (&start, &now, &estimated), ==, 2 * MINUTE);
  g_assert_false (estimated);
}

static void
test_system (void)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  gint64 before_us = g_get_real_time ();
  IkInstant one;
  IkInstant two;

  ik_clock_now (clock, &one);
  ik_clock_now (clock, &two);
  g_assert_cmpint (one.wall_us, >=, before_us);
  g_assert_cmpint (two.boot_us, >=, one.boot_us);
  g_assert_cmpstr (one.boot_id, ==, two.boot_id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/clock/elapsed", test_elapsed);
  g_test_add_func ("/core/clock/apart", test_apart);
  g_test_add_func ("/core/clock/manual", test_manual);
  g_test_add_func ("/core/clock/system", test_system);

  return g_test_run ();
}
