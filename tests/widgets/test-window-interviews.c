#include "ik-guidance-view.h"
#include "ik-interview-lock.h"
#include "ik-interview-row.h"
#include "ik-interviews.h"
#include "ik-live-page.h"
#include "ik-preparation-page.h"
#include "ik-review-page.h"
#include "ik-sets.h"
#include "ik-test-interview.h"
#include "ik-test-window.h"
#include "ik-today-page.h"

/* Interviews in the window: from the plan to the page that holds them. */

/* Of what ik_test_interview_plan() plans. */
#define SLOT_MINUTES 20

static char *
plan (IkTestWindow *fixture)
{
  IkTestLibrary test = { .library = ik_window_get_library (fixture->window),
                         .path = fixture->path };

  return ik_test_interview_plan (&test);
}

static gboolean
is_held (gpointer data)
{
  IkTestWindow *fixture = data;

  return IK_IS_LIVE_PAGE (ik_window_get_full (fixture->window));
}

static gboolean
shows_toast (gpointer data)
{
  IkTestWindow *fixture = data;

  return ik_test_widgets_find (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"),
                               NULL) != NULL;
}

static void
start (IkTestWindow *fixture,
       const char   *id)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.start-interview", "s", id);
}

static gboolean
shows_interview (gpointer data)
{
  IkTestWindow *fixture = data;

  return ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_INTERVIEW_ROW, NULL) != NULL;
}

/* Today has it at once, without the window getting the focus for it. */
static void
test_planned_elsewhere (IkTestWindow  *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) other = ik_library_open (fixture->path, NULL, &error);
  IkTestLibrary test = { .library = other, .path = fixture->path };
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  ik_test_widgets_settle ();
  g_assert_false (shows_interview (fixture));
  id = ik_test_interview_plan (&test);
  ik_test_widgets_wait (shows_interview, fixture);
  ik_library_close (other);
}

/* What another window or another copy holds is said, and left alone. */
static void
test_held_elsewhere (IkTestWindow  *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr(IkInterviewLock) lock = NULL;
  g_autoptr(IkInterview) stored = NULL;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  lock = ik_interview_lock_new (ik_window_get_library (fixture->window), id, "Ada", NULL);
  g_assert_nonnull (lock);

  start (fixture, id);
  ik_test_widgets_wait (shows_toast, fixture);
  g_assert_false (is_held (fixture));
  stored = ik_test_interview_load (ik_window_get_library (fixture->window), id);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_PLANNED);

  g_clear_pointer (&lock, ik_interview_lock_free);
  start (fixture, id);
  ik_test_widgets_wait (is_held, fixture);
}

/* Interviews that run, in the order in which the program looks for them. */
static GPtrArray *
begin_two (IkTestWindow *fixture)
{
  IkLibrary *library = ik_window_get_library (fixture->window);
  g_autofree char *first_id = plan (fixture);
  g_autoptr(GPtrArray) sets = ik_sets_list (library, NULL, NULL);
  IkPlanRequest request = { .candidate_name = "Bo Example" };
  g_autoptr(IkInterview) second = NULL;
  GPtrArray *interviews;

  request.set_id = ((const IkSetSummary *) sets->pdata[0])->id;
  second = ik_interviews_plan (library, &request, NULL, NULL);
  g_assert_nonnull (second);
  interviews = ik_interviews_list (library, NULL, NULL, NULL);
  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *summary = interviews->pdata[i];
      g_autoptr(IkClock) clock = ik_clock_new_system ();
      g_autoptr(IkLiveInterview) live = NULL;

      live = ik_live_interview_new (library, ik_test_interview_load (library, summary->id), clock);
      ik_live_interview_start (live);
      ik_test_interview_flush (live);
    }

  return interviews;
}

/* Two ran when a copy of the program ended; another one holds the first of them. */
static void
test_continues_the_other (IkTestWindow  *fixture,
                          gconstpointer  data)
{
  g_autoptr(IkInterviewLock) lock = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  IkLiveInterview *live;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  interviews = begin_two (fixture);
  g_assert_cmpuint (interviews->len, ==, 2);
  lock = ik_interview_lock_new (ik_window_get_library (fixture->window),
                                ((const IkInterviewSummary *) interviews->pdata[0])->id, "Ada",
                                NULL);
  g_assert_nonnull (lock);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_wait (ik_test_window_is_gone, &fixture->window);
  ik_test_window_open (fixture);
  ik_test_widgets_wait (is_held, fixture);
  live = ik_live_page_get_live (IK_LIVE_PAGE (ik_window_get_full (fixture->window)));
  g_assert_cmpstr (ik_live_interview_get_interview (live)->id, ==,
                   ((const IkInterviewSummary *) interviews->pdata[1])->id);
}

/* Ended and taken back, again and again: each time it is let go before. */
static void
test_taken_back (IkTestWindow  *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = NULL;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  start (fixture, id);

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *page;

      ik_test_widgets_wait (is_held, fixture);
      page = ik_window_get_full (fixture->window);
      gtk_widget_activate_action (page, "live.end", NULL);
      while (is_held (fixture))
        ik_test_widgets_settle ();
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.take-back", NULL);
    }
  ik_test_widgets_wait (is_held, fixture);
}

static guint
count_rated (const IkInterview *interview)
{
  guint n_rated = 0;

  for (guint i = 0; i < interview->items->len; i++)
    n_rated += ik_interview_item_is_rated (interview->items->pdata[i]) ? 1 : 0;

  return n_rated;
}

static gboolean
is_loaded (gpointer data)
{
  GtkWidget *stack = ik_test_widgets_find (data, GTK_TYPE_STACK, "review-body");

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "loading");
}

static gboolean
shows_save_error (gpointer data)
{
  return gtk_widget_get_mapped (ik_test_widgets_find (data, GTK_TYPE_BOX, "save-error"));
}

static GtkWidget *
review (IkTestWindow *fixture,
        const char   *id)
{
  GtkWidget *page;

  start (fixture, id);
  ik_test_widgets_wait (is_held, fixture);
  gtk_widget_activate_action (ik_window_get_full (fixture->window), "live.end", NULL);
  ik_test_window_wait_for (fixture, IK_TYPE_REVIEW_PAGE);
  page = ik_window_get_full (fixture->window);
  ik_test_widgets_wait (is_loaded, page);

  return page;
}

/* What was rated in the review in between goes along, however soon it is. */
static void
test_taken_back_with_rating (IkTestWindow  *fixture,
                             gconstpointer  data)
{
  g_autofree char *id = NULL;
  const IkInterview *interview;
  GtkWidget *page;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  page = review (fixture, id);
  gtk_widget_activate_action (page, "review.show-item", "u", 1u);
  gtk_widget_activate_action (page, "review.rate", "u", 1u);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.take-back", NULL);
  ik_test_widgets_wait (is_held, fixture);

  interview =
    ik_live_interview_get_interview (ik_live_page_get_live (
                                       IK_LIVE_PAGE (ik_window_get_full (fixture->window))));
  g_assert_cmpuint (count_rated (interview), ==, 1);
}

/* A review that can't be saved stays, and goes once that works again. */
static void
test_review_stays_unsaved (IkTestWindow  *fixture,
                           gconstpointer  data)
{
  IkTestLibrary library = { .path = fixture->path };
  g_autofree char *id = NULL;
  g_autoptr(IkInterview) stored = NULL;
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *page;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  page = review (fixture, id);
  gtk_widget_activate_action (page, "review.show-item", "u", 1u);
  library.library = ik_window_get_library (fixture->window);

  ik_test_library_break (&library, "interview_item");
  gtk_widget_activate_action (page, "review.rate", "u", 1u);
  gtk_widget_activate_action (window, "win.show-page", "s", "today");
  ik_test_widgets_wait (shows_save_error, page);
  g_assert_true (ik_window_get_full (fixture->window) == page);

  ik_test_library_mend (&library);
  gtk_widget_activate_action (window, "win.show-page", "s", "today");
  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  stored = ik_test_interview_load (library.library, id);
  g_assert_cmpuint (count_rated (stored), ==, 1);
}

/* Entered from paper, left before anything was: planned as before. Then to the
 * review, back, and on. */
static void
test_from_paper (IkTestWindow  *fixture,
                 gconstpointer  data)
{
  const IkInterview *interview;
  g_autoptr(IkInterview) stored = NULL;
  g_autofree char *id = NULL;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  gtk_widget_activate_action (window, "win.enter-from-paper", "s", id);
  ik_test_widgets_wait (is_held, fixture);
  gtk_widget_activate_action (ik_window_get_full (fixture->window), "live.break-off", NULL);
  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  stored = ik_test_interview_load (ik_window_get_library (fixture->window), id);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_PLANNED);

  gtk_widget_activate_action (window, "win.enter-from-paper", "s", id);
  ik_test_widgets_wait (is_held, fixture);
  gtk_widget_activate_action (ik_window_get_full (fixture->window), "live.end", NULL);
  ik_test_window_wait_for (fixture, IK_TYPE_REVIEW_PAGE);
  gtk_widget_activate_action (window, "win.take-back", NULL);
  ik_test_widgets_wait (is_held, fixture);
  interview =
    ik_live_interview_get_interview (ik_live_page_get_live (
                                       IK_LIVE_PAGE (ik_window_get_full (fixture->window))));
  g_assert_true (interview->from_paper);
  g_assert_cmpint (interview->focused.wall_us, ==, 0);
}

static gboolean
shows_plan (gpointer data)
{
  IkTestWindow *fixture = data;
  GtkWidget *full = ik_window_get_full (fixture->window);
  GObject *slot;

  if (!IK_IS_PREPARATION_PAGE (full))
    return FALSE;

  slot = gtk_widget_get_template_child (full, IK_TYPE_PREPARATION_PAGE, "slot");
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (slot)) == SLOT_MINUTES;
}

static gboolean
shows_focus_at_top (gpointer data)
{
  IkTestWindow *fixture = data;
  GtkWidget *page = ik_window_get_full (fixture->window);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW) : NULL;
  double y;

  return row != NULL && gtk_widget_translate_coordinates (row, page, 0, 0, NULL, &y) && y >= 0 &&
         y < gtk_widget_get_height (page);
}

/* One key from the top of the page, and each to be read in full. */
static void
test_reads_questions (IkTestWindow  *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *page;
  GtkWidget *row;
  GtkWidget *guidance;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.prepare", "s", id);
  ik_test_widgets_wait (shows_plan, fixture);
  ik_test_widgets_settle ();
  page = ik_window_get_full (fixture->window);
  gtk_widget_activate_action (page, "preparation.read-questions", NULL);
  ik_test_widgets_wait (shows_focus_at_top, fixture);

  row = ik_test_widgets_find (page, ADW_TYPE_EXPANDER_ROW, NULL);
  g_assert_null (ik_test_widgets_find (row, IK_TYPE_GUIDANCE_VIEW, NULL));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  guidance = ik_test_widgets_find (row, IK_TYPE_GUIDANCE_VIEW, NULL);
  g_assert_nonnull (guidance);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_true (ik_test_widgets_find (row, IK_TYPE_GUIDANCE_VIEW, NULL) == guidance);
}

/* A plan that can't be saved stays as it was changed, is not begun without that,
 * and is saved before it begins. */
static void
test_plan_stays_unsaved (IkTestWindow  *fixture,
                         gconstpointer  data)
{
  IkTestLibrary library = { .path = fixture->path };
  g_autofree char *id = NULL;
  GtkWidget *page;
  GtkSpinButton *slot;
  const IkInterview *interview;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  library.library = ik_window_get_library (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.prepare", "s", id);
  ik_test_widgets_wait (shows_plan, fixture);
  page = ik_window_get_full (fixture->window);
  slot = GTK_SPIN_BUTTON (gtk_widget_get_template_child (page, IK_TYPE_PREPARATION_PAGE, "slot"));

  ik_test_library_break (&library, "interview");
  gtk_spin_button_set_value (slot, 95);
  gtk_widget_activate_action (page, "preparation.start", NULL);
  ik_test_widgets_wait (shows_toast, fixture);
  ik_test_widgets_settle ();
  g_assert_true (ik_window_get_full (fixture->window) == page);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (slot), ==, 95);

  ik_test_library_mend (&library);
  ik_test_widgets_settle ();
  g_assert_cmpint (gtk_spin_button_get_value_as_int (slot), ==, 95);
  gtk_widget_activate_action (page, "preparation.start", NULL);
  ik_test_widgets_wait (is_held, fixture);
  interview =
    ik_live_interview_get_interview (ik_live_page_get_live (
                                       IK_LIVE_PAGE (ik_window_get_full (fixture->window))));
  g_assert_cmpuint (interview->slot_minutes, ==, 95);
}

static gboolean
is_thrown_away (gpointer data)
{
  return !g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
count_cb (GtkWidget *page,
          guint     *n_ended)
{
  (*n_ended)++;
}

/* A practice is held as any other interview, and leaves nothing behind. */
static void
test_practice (IkTestWindow  *fixture,
               gconstpointer  data)
{
  IkLibrary *library;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autoptr(IkInterview) planned = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) indicators = NULL;
  GtkWidget *page;
  guint n_ended = 0;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  library = ik_window_get_library (fixture->window);
  id = plan (fixture);
  planned = ik_test_interview_load (library, id);
  before = ik_interviews_list (library, NULL, NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.practice", "s", planned->set_id);
  ik_test_widgets_wait (is_held, fixture);
  page = ik_window_get_full (fixture->window);
  path = g_path_get_dirname (ik_library_get_path (ik_live_interview_get_library (
                                                    ik_live_page_get_live (IK_LIVE_PAGE (page)))));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
  indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_indicator_free);
  /* The interviewer's own chips are there, which the question doesn't bring. */
  ik_live_interview_fill_indicators (ik_live_page_get_live (IK_LIVE_PAGE (page)), indicators);
  g_assert_cmpuint (indicators->len, >,
                    ((IkInterviewItem *) planned->items->pdata[0])->indicators->len);
  g_signal_connect (page, "ended", G_CALLBACK (count_cb), &n_ended);
  gtk_widget_activate_action (page, "live.outcome", "s", "partly");
  gtk_widget_activate_action (page, "live.end", NULL);
  ik_test_widgets_wait (is_thrown_away, path);
  g_assert_cmpuint (n_ended, ==, 1);
  g_assert_false (is_held (fixture));

  after = ik_interviews_list (library, NULL, NULL, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
}

static gboolean
says_did_not_come (gpointer data)
{
  IkTestWindow *fixture = data;
  GtkWidget *toast = ik_test_widgets_find (GTK_WIDGET (fixture->window),
                                           g_type_from_name ("AdwToastWidget"), NULL);
  GtkWidget *label = toast != NULL ? ik_test_widgets_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (label)), "Ada Example did not come");
}

static gboolean
has_row (gpointer data)
{
  IkTestWindow *fixture = data;
  GtkWidget *row = ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_INTERVIEW_ROW, NULL);

  return row != NULL && gtk_widget_get_mapped (row);
}

static gboolean
is_open (gpointer data)
{
  return gtk_widget_get_mapped (data) &&
         gtk_root_get_focus (gtk_widget_get_root (data)) != NULL &&
         gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (data)), data);
}

/* A page that a menu of a row opened is left for the button of the menu: keys
 * reach nothing where the focus went back into the menu that is closed. */
static void
test_keys_after_menu (IkTestWindow  *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkMenuButton *button;
  GtkPopover *menu;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  ik_test_widgets_wait (has_row, fixture);
  button = GTK_MENU_BUTTON (ik_test_widgets_find (ik_test_widgets_find (window,
                                                                        IK_TYPE_INTERVIEW_ROW,
                                                                        NULL),
                                                  GTK_TYPE_MENU_BUTTON, NULL));
  menu = gtk_menu_button_get_popover (button);
  gtk_menu_button_popup (button);
  ik_test_widgets_wait (is_open, menu);
  ik_test_widgets_press (window, "key Return");
  ik_test_window_wait_for (fixture, IK_TYPE_PREPARATION_PAGE);

  ik_test_widgets_press (window, "key Escape");
  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  ik_test_widgets_press (window, "key Return");
  ik_test_widgets_wait (is_open, menu);
}

static void
test_no_show (IkTestWindow  *fixture,
              gconstpointer  data)
{
  g_autofree char *id = NULL;

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.no-show", "s", id);
  ik_test_widgets_wait (says_did_not_come, fixture);
}

static void
test_start (IkTestWindow  *fixture,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *focus;

  g_test_summary ("Where interviews wait, a new window has the focus where a page is chosen");

  ik_test_window_wait_for (fixture, IK_TYPE_TODAY_PAGE);
  id = plan (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_wait (ik_test_window_is_gone, &fixture->window);
  ik_test_window_open (fixture);
  ik_test_widgets_wait (has_row, fixture);

  focus = ik_test_window_get_focus (fixture);
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_cmpstr (gtk_widget_get_name (focus), ==, "today");
}

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  g_test_add ("/widgets/window/start", IkTestWindow, NULL, ik_test_window_set_up, test_start,
              ik_test_window_tear_down);
  g_test_add ("/widgets/window/held-elsewhere", IkTestWindow, NULL, ik_test_window_set_up,
              test_held_elsewhere, ik_test_window_tear_down);
  g_test_add ("/widgets/window/reads-questions", IkTestWindow, NULL, ik_test_window_set_up,
              test_reads_questions, ik_test_window_tear_down);
  g_test_add ("/widgets/window/planned-elsewhere", IkTestWindow, NULL, ik_test_window_set_up,
              test_planned_elsewhere, ik_test_window_tear_down);
  g_test_add ("/widgets/window/continues-the-other", IkTestWindow, NULL, ik_test_window_set_up,
              test_continues_the_other, ik_test_window_tear_down);
  g_test_add ("/widgets/window/taken-back", IkTestWindow, NULL, ik_test_window_set_up,
              test_taken_back, ik_test_window_tear_down);
  g_test_add ("/widgets/window/taken-back-with-rating", IkTestWindow, NULL, ik_test_window_set_up,
              test_taken_back_with_rating, ik_test_window_tear_down);
  g_test_add ("/widgets/window/review-stays-unsaved", IkTestWindow, NULL, ik_test_window_set_up,
              test_review_stays_unsaved, ik_test_window_tear_down);
  g_test_add ("/widgets/window/from-paper", IkTestWindow, NULL, ik_test_window_set_up,
              test_from_paper, ik_test_window_tear_down);
  g_test_add ("/widgets/window/plan-stays-unsaved", IkTestWindow, NULL, ik_test_window_set_up,
              test_plan_stays_unsaved, ik_test_window_tear_down);
  g_test_add ("/widgets/window/practice", IkTestWindow, NULL, ik_test_window_set_up,
              test_practice, ik_test_window_tear_down);

  g_test_add ("/widgets/window/no-show", IkTestWindow, NULL, ik_test_window_set_up,
              test_no_show, ik_test_window_tear_down);
  g_test_add ("/widgets/window/keys-after-menu", IkTestWindow, NULL, ik_test_window_set_up,
              test_keys_after_menu, ik_test_window_tear_down);

  return g_test_run ();
}
