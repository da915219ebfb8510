#include "ik-review-clock.h"
#include "ik-test-widgets.h"

#define NOON_US G_GINT64_CONSTANT (1770000000000000)
#define MINUTE_US G_TIME_SPAN_MINUTE

typedef struct
{
  IkManualClock *clock;
  IkInterview   *interview;
  GtkWidget     *view;
  GtkWidget     *window;
} Fixture;

static void
log_event (Fixture    *fixture,
           const char *kind)
{
  IkInterviewEvent *event = ik_interview_event_new (0, NULL, kind, NULL);

  ik_clock_now (IK_CLOCK (fixture->clock), &event->at);
  g_ptr_array_add (fixture->interview->events, event);
}

/* Ended at noon, to be reviewed in the 15 minutes that nobody changed. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = ik_manual_clock_new (NOON_US);
  fixture->interview = ik_interview_new ();
  fixture->interview->state = IK_INTERVIEW_STATE_REVIEW;
  log_event (fixture, "ended");
  fixture->view = g_object_new (IK_TYPE_REVIEW_CLOCK, NULL);
  fixture->window = ik_test_widgets_show (fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_interview_free (fixture->interview);
  g_assert_finalize_object (fixture->clock);
}

static const char *
show (Fixture *fixture)
{
  GtkWidget *label = adw_bin_get_child (ADW_BIN (fixture->view));

  ik_review_clock_set_interview (IK_REVIEW_CLOCK (fixture->view), fixture->interview,
                                 IK_CLOCK (fixture->clock));

  return gtk_widget_get_visible (fixture->view) ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  ik_manual_clock_advance (fixture->clock, 4 * MINUTE_US + 12 * G_USEC_PER_SEC);
  g_assert_cmpstr (show (fixture), ==, "Review 4:12 of 15:00");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (adw_bin_get_child (ADW_BIN (fixture->view))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Review: 4 of 15 minutes");
  ik_review_clock_set_narrow (IK_REVIEW_CLOCK (fixture->view), TRUE);
  g_assert_cmpstr (show (fixture), ==, "4:12");
  ik_review_clock_set_narrow (IK_REVIEW_CLOCK (fixture->view), FALSE);

  ik_manual_clock_set_wall_us (fixture->clock, NOON_US - G_TIME_SPAN_DAY);
  ik_manual_clock_advance (fixture->clock, 13 * MINUTE_US);
  g_assert_cmpstr (show (fixture), ==, "Review 17:12, over");
  ik_manual_clock_advance (fixture->clock, 60 * MINUTE_US);
  g_assert_cmpstr (show (fixture), ==, "");
}

static void
test_where_there_is_none (Fixture       *fixture,
                          gconstpointer  data)
{
  fixture->interview->state = IK_INTERVIEW_STATE_HANDED_IN;
  g_assert_cmpstr (show (fixture), ==, "");

  fixture->interview->state = IK_INTERVIEW_STATE_REVIEW;
  g_assert_cmpstr (show (fixture), ==, "Review 0:00 of 15:00");
  log_event (fixture, "reopened");
  g_assert_cmpstr (show (fixture), ==, "");
  g_ptr_array_set_size (fixture->interview->events, 0);
  g_assert_cmpstr (show (fixture), ==, "");
}

/* Taken back, and ended once more: it counts from the second end. */
static void
test_ends_twice (Fixture       *fixture,
                 gconstpointer  data)
{
  ik_manual_clock_advance (fixture->clock, 5 * MINUTE_US);
  log_event (fixture, "resumed_from_review");
  ik_manual_clock_advance (fixture->clock, 5 * MINUTE_US);
  log_event (fixture, "ended");
  ik_manual_clock_advance (fixture->clock, MINUTE_US);
  g_assert_cmpstr (show (fixture), ==, "Review 1:00 of 15:00");
}

/* Also where it is not in view, it doesn't keep the window wide. */
static void
test_leaves_room (Fixture       *fixture,
                  gconstpointer  data)
{
  int minimum;

  ik_manual_clock_advance (fixture->clock, 70 * MINUTE_US);
  g_assert_cmpstr (show (fixture), ==, "Review 1:10:00, over");
  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 80);
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/widgets/review-clock/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("counts", test_counts);
  ADD ("where-there-is-none", test_where_there_is_none);
  ADD ("ends-twice", test_ends_twice);
  ADD ("leaves-room", test_leaves_room);

  return g_test_run ();
}
