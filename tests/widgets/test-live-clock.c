#include "ik-live-clock.h"
#include "ik-test-live.h"
#include "ik-test-widgets.h"

/* The slot of what is planned is 20 minutes; warnings come at 10 and 5. */

typedef struct
{
  IkTestLive  base;
  GtkWidget  *clock;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_live_set_up (&fixture->base, data);
  ik_live_interview_start (fixture->base.live);
  fixture->clock = g_object_ref_sink (g_object_new (IK_TYPE_LIVE_CLOCK, NULL));
  ik_live_clock_set_live (IK_LIVE_CLOCK (fixture->clock), fixture->base.live);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  ik_test_live_tear_down (&fixture->base, data);
}

static const char *
get_state (Fixture *fixture)
{
  GtkWidget *label = ik_test_widgets_find (fixture->clock, GTK_TYPE_LABEL, "slot-state");

  ik_live_clock_update (IK_LIVE_CLOCK (fixture->clock));
  return gtk_label_get_text (GTK_LABEL (label));
}

static const char *
get_digits (Fixture *fixture)
{
  GtkWidget *digits = ik_test_widgets_find (fixture->clock, GTK_TYPE_INSCRIPTION, "slot-clock");

  ik_live_clock_update (IK_LIVE_CLOCK (fixture->clock));
  return gtk_inscription_get_text (GTK_INSCRIPTION (digits));
}

/* Whatever a colour says, the words say it as well. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    gint64      after_s;
    const char *digits;
    const char *state;
    const char *css_class;
  } moments[] = {
    { 0, "20:00", "left", NULL },
    { 601, "9:59", "left, mind the time", "warning" },
    { 30, "9:29", "left", NULL },
    { 455, "1:54", "left, near the end", "near-end" },
    { 174, "+1:00", "over time", "over-time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      ik_test_live_advance (&fixture->base, moments[i].after_s * SECOND_US);
      g_assert_cmpstr (get_digits (fixture), ==, moments[i].digits);
      g_assert_cmpstr (get_state (fixture), ==, moments[i].state);
      if (moments[i].css_class != NULL)
        g_assert_true (gtk_widget_has_css_class (fixture->clock, moments[i].css_class));
    }

  ik_live_interview_set_paused (fixture->base.live, TRUE, NULL);
  g_assert_cmpstr (get_state (fixture), ==, "over time, question paused");
}

/* A restart of the computer with a wrong wall clock: what is shown is a guess. */
static void
test_says_a_guess (Fixture       *fixture,
                   gconstpointer  data)
{
  ik_test_live_advance (&fixture->base, 60 * SECOND_US);
  g_assert_cmpstr (get_state (fixture), ==, "left");
  ik_manual_clock_reboot (fixture->base.clock, "boot-2");
  ik_manual_clock_set_wall_us (fixture->base.clock, NOON_US - G_TIME_SPAN_HOUR);
  ik_live_interview_start (fixture->base.live);
  g_assert_cmpstr (get_state (fixture), ==, "left, estimated");
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add ("/widgets/live-clock/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/widgets/live-clock/says-a-guess", Fixture, NULL, set_up, test_says_a_guess,
              tear_down);

  return g_test_run ();
}
