#include "ik-adaptive-bin.h"
#include "ik-test-live-page.h"
#include "ik-text.h"

#include <string.h>

static void
show_sized (IkTestLivePage *fixture,
            int             width,
            int             height)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->page = ik_live_page_new (fixture->live);
  fixture->window = ik_test_widgets_show_sized (fixture->page, width, height);
}

static void
test_pauses (IkTestLivePage *fixture,
             gconstpointer   data)
{
  GtkWidget *state;

  ik_test_live_page_activate (fixture, "live.pause", NULL);
  g_assert_true (ik_live_interview_is_paused (fixture->live));
  gtk_test_accessible_assert_property (ik_test_widgets_find (fixture->page,
                                                             GTK_TYPE_TOGGLE_BUTTON, "pause"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Go on");
  /* The slot goes on, and its clock must not be taken for one that stands. */
  state = ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "slot-state");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (state)), ==, "left, question paused");
  g_assert_nonnull (ik_test_widgets_find (fixture->page, GTK_TYPE_INSCRIPTION, "paused"));
  ik_test_live_page_activate (fixture, "live.pause", NULL);
  g_assert_false (ik_live_interview_is_paused (fixture->live));
}

static void
test_interrupts (IkTestLivePage *fixture,
                 gconstpointer   data)
{
  GtkLabel *state;

  ik_test_live_page_activate (fixture, "live.quiet", NULL);
  g_assert_true (ik_live_interview_is_quiet (fixture->live));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
                                                 ik_test_widgets_find (fixture->page,
                                                                       GTK_TYPE_TOGGLE_BUTTON,
                                                                       "quiet"))));
  ik_test_live_page_activate (fixture, "live.interrupt", NULL);
  state = GTK_LABEL (ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "slot-state"));
  g_assert_cmpstr (gtk_label_get_text (state), ==, "left, interrupted");
  g_assert_true (ik_live_interview_is_paused (fixture->live));
  g_assert_false (ik_live_interview_is_quiet (fixture->live));
  ik_test_live_page_activate (fixture, "live.interrupt", NULL);
  g_assert_false (ik_live_interview_is_paused (fixture->live));
}

static gboolean
is_ellipsized (IkTestLivePage *fixture,
               const char     *css_class)
{
  GtkWidget *label = ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, css_class);

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* What no longer fits is offered, left out by one key, and taken in by another. */
static void
test_trims (IkTestLivePage *fixture,
            gconstpointer   data)
{
  IkInterview *interview = (IkInterview *) ik_live_interview_get_interview (fixture->live);
  IkInterviewItem *last = interview->items->pdata[interview->items->len - 1];
  GtkWidget *button = ik_test_widgets_find (fixture->page, GTK_TYPE_BUTTON, "trim");
  GtkWidget *label;
  GtkWidget *bin;
  g_autoptr(GtkWidget) inside = NULL;
  int min_width;

  g_assert_false (gtk_widget_get_visible (button));
  last->required = FALSE;
  last->minutes = interview->slot_minutes + 5;
  /* Any change has the clock look again. */
  ik_test_live_page_activate (fixture, "live.outcome", "'partly'");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), last->candidate.prompt));
  ik_text_set (&interview->set_title, "Backend engineer, 60 minutes, second round");
  show_sized (fixture, 1080, 720);
  button = ik_test_widgets_find (fixture->page, GTK_TYPE_BUTTON, "trim");
  label = ik_test_widgets_find (button, GTK_TYPE_LABEL, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Leave out 1");
  g_assert_false (is_ellipsized (fixture, "pace"));

  ik_test_live_page_activate (fixture, "live.trim", NULL);
  g_assert_true (last->omitted);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Left out: 3");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), last->candidate.prompt));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (last->omitted);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Leave out 1");

  /* As long as nothing else would be taken back. */
  ik_test_live_page_activate (fixture, "live.trim", NULL);
  ik_test_live_page_activate (fixture, "live.outcome", "'answered'");
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (last->omitted);

  /* With little width as well. */
  ik_test_live_page_activate (fixture, "live.undo", NULL);
  ik_test_live_page_activate (fixture, "live.trim", NULL);
  show_sized (fixture, 360, 640);
  button = ik_test_widgets_find (fixture->page, GTK_TYPE_BUTTON, "trim");
  g_assert_true (gtk_widget_get_mapped (button));
  label = ik_test_widgets_find (button, GTK_TYPE_LABEL, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Out: 3");
  bin = ik_test_widgets_find (fixture->page, IK_TYPE_ADAPTIVE_BIN, NULL);
  g_object_get (bin, "child", &inside, NULL);
  gtk_widget_measure (inside, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  g_assert_cmpint (min_width, <=, 360);
}

#define ADD(name, func) \
  g_test_add ("/widgets/live-header/" name, IkTestLivePage, NULL, ik_test_live_page_set_up, func, \
              ik_test_live_page_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("pauses", test_pauses);
  ADD ("interrupts", test_interrupts);
  ADD ("trims", test_trims);

  return g_test_run ();
}
