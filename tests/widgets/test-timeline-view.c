#include "ik-test-widgets.h"
#include "ik-timeline-lane.h"
#include "ik-timeline-row.h"
#include "ik-timeline-view.h"

#define NOON_US G_GINT64_CONSTANT (1770000000000000)

static void
log_event (IkInterview *interview,
           gint64       at_s,
           const char  *kind,
           gint         item)
{
  const IkInterviewItem *about = item >= 0 ? interview->items->pdata[item] : NULL;

  g_ptr_array_add (interview->events,
                   ik_interview_event_new (NOON_US + at_s * G_USEC_PER_SEC,
                                           about != NULL ? about->id : NULL, kind, NULL));
}

/* Two questions of five minutes in a slot of ten: one minute for the first,
 * eleven for the other. */
static IkInterview *
make_interview (void)
{
  IkInterview *interview = ik_interview_new ();

  interview->slot_minutes = 10;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new (i == 0 ? "Why?" : "How does `git` do it?");

      question->minutes = 5;
      g_ptr_array_add (interview->items, ik_interview_item_new (question));
    }
  ((IkInterviewItem *) interview->items->pdata[0])->elapsed_ms = 60 * 1000;
  ((IkInterviewItem *) interview->items->pdata[1])->elapsed_ms = 660 * 1000;

  return interview;
}

static void
hold (IkInterview *interview)
{
  log_event (interview, 0, "started", -1);
  log_event (interview, 0, "shown", 0);
  log_event (interview, 60, "shown", 1);
  log_event (interview, 720, "ended", -1);
}

static GtkWidget *
show (const IkInterview  *interview,
      GtkWidget         **out_window)
{
  GtkWidget *view = g_object_new (IK_TYPE_TIMELINE_VIEW, NULL);

  *out_window = ik_test_widgets_show_sized (view, 400, 500);
  ik_timeline_view_set_interview (IK_TIMELINE_VIEW (view), interview);
  ik_test_widgets_settle ();

  return view;
}

/* The lane of the whole; those of the rows come later. */
static IkTimelineLane *
find_lane (GtkWidget *view)
{
  return IK_TIMELINE_LANE (ik_test_widgets_find (view, IK_TYPE_TIMELINE_LANE, NULL));
}

static void
test_words (void)
{
  g_autoptr(IkInterview) interview = make_interview ();
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *row;

  hold (interview);
  view = show (interview, &window);
  row = ik_test_widgets_find (view, IK_TYPE_TIMELINE_ROW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Question 1  Why?: 1:00 of 5:00.");
  row = gtk_widget_get_next_sibling (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Question 2  How does git do it?: 11:00 of 5:00. 6:00 over");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_find_item (gconstpointer data)
{
  GtkTextDirection direction = GPOINTER_TO_UINT (data);
  g_autoptr(IkInterview) interview = make_interview ();
  GtkWidget *window;
  IkTimelineLane *lane;
  double width;
  gboolean mirrored = direction == GTK_TEXT_DIR_RTL;

  hold (interview);
  lane = find_lane (show (interview, &window));
  gtk_widget_set_direction (GTK_WIDGET (lane), direction);
  width = gtk_widget_get_width (GTK_WIDGET (lane));
  g_assert_cmpfloat (width, >, 100);

  g_assert_cmpuint (ik_timeline_lane_find_item (lane, mirrored ? width - 2 : 2), ==, 0);
  g_assert_cmpuint (ik_timeline_lane_find_item (lane, mirrored ? 2 : width - 2), ==, 1);
  g_assert_cmpuint (ik_timeline_lane_find_item (lane, width + 5), ==, IK_TIMELINE_NO_ITEM);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without a log there is nothing to draw of the whole, but all that is known. */
static void
test_from_paper (void)
{
  g_autoptr(IkInterview) interview = make_interview ();
  GtkWidget *window;
  GtkWidget *view = show (interview, &window);
  GtkWidget *row = ik_test_widgets_find (view, IK_TYPE_TIMELINE_ROW, NULL);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_lane (view))));
  g_assert_true (gtk_widget_get_mapped (row));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The rows stay, however many questions the next copy has. */
static void
test_other_interview (void)
{
  g_autoptr(IkInterview) interview = make_interview ();
  g_autoptr(IkInterview) shorter = make_interview ();
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *row;

  hold (interview);
  g_ptr_array_set_size (shorter->items, 1);
  view = show (interview, &window);
  row = ik_test_widgets_find (view, IK_TYPE_TIMELINE_ROW, NULL);
  ik_timeline_view_set_interview (IK_TIMELINE_VIEW (view), shorter);
  ik_test_widgets_settle ();
  g_assert_true (ik_test_widgets_find (view, IK_TYPE_TIMELINE_ROW, NULL) == row);
  g_assert_null (gtk_widget_get_next_sibling (row));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/timeline-view/words", test_words);
  g_test_add_data_func ("/widgets/timeline-view/find-item/ltr",
                        GUINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_find_item);
  g_test_add_data_func ("/widgets/timeline-view/find-item/rtl",
                        GUINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_find_item);
  g_test_add_func ("/widgets/timeline-view/from-paper", test_from_paper);
  g_test_add_func ("/widgets/timeline-view/other-interview", test_other_interview);

  return g_test_run ();
}
