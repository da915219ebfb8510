#include "ik-candidate-window.h"
#include "ik-live-minutes-entry.h"
#include "ik-live-page.h"
#include "ik-live-paper-bar.h"
#include "ik-read-out.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"
#include "ik-text.h"

#define MINUTE_MS (60 * 1000)

typedef struct
{
  IkTestLibrary    base;
  char            *id;
  IkLiveInterview *live;
  GtkWidget       *page;
  GtkWidget       *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();

  ik_test_library_set_up (&fixture->base, data);
  fixture->id = ik_test_interview_plan (&fixture->base);
  fixture->live = ik_live_interview_new (fixture->base.library,
                                         ik_test_interview_load (fixture->base.library,
                                                                 fixture->id),
                                         clock);
  ik_live_interview_start_from_paper (fixture->live);
  fixture->page = ik_live_page_new (fixture->live);
  fixture->window = ik_test_widgets_show (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_settle ();
  ik_test_interview_flush (fixture->live);
  g_assert_finalize_object (g_steal_pointer (&fixture->live));
  g_free (fixture->id);
  ik_test_library_tear_down (&fixture->base, data);
}

static const IkInterviewItem *
get_item (Fixture *fixture,
          guint    index)
{
  return ik_live_interview_get_interview (fixture->live)->items->pdata[index];
}

static GtkWidget *
get_minutes (Fixture *fixture)
{
  return ik_test_widgets_find (ik_test_widgets_find (fixture->page, IK_TYPE_LIVE_MINUTES_ENTRY,
                                                     NULL), GTK_TYPE_ENTRY, NULL);
}

/* Three questions, from the keyboard alone. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *note = NULL;

  ik_test_widgets_press (fixture->window, "key ctrl+Return");
  ik_test_widgets_press (fixture->window, "type Caches");
  ik_test_widgets_press (fixture->window, "key alt+2 alt+u");
  ik_test_widgets_press (fixture->window, "type 4:30");
  ik_test_widgets_press (fixture->window, "key Return");
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 2);
  note = ik_notes_to_text (get_item (fixture, 1)->notes);
  g_assert_cmpstr (note, ==, "Caches");
  g_assert_cmpint (get_item (fixture, 1)->elapsed_ms, ==, 4 * MINUTE_MS + MINUTE_MS / 2);
  g_assert_cmpint (get_item (fixture, 1)->outcome, ==, IK_OUTCOME_ANSWERED);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_minutes (fixture))), ==, "");

  /* After the last one, back to what has nothing yet. */
  ik_test_widgets_press (fixture->window, "type More");
  ik_test_widgets_press (fixture->window, "key ctrl+Return");
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 0);

  ik_test_widgets_press (fixture->window, "key alt+p alt+n");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_minutes (fixture))), ==, "4:30");
}

/* What is no time is said to be none, keeps the time that was there before and not
 * that of its first digits, and the enter key doesn't leave it. */
static void
test_refuses_no_time (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkEntry *minutes = GTK_ENTRY (get_minutes (fixture));

  ik_test_widgets_press (fixture->window, "key alt+u");
  ik_test_widgets_press (fixture->window, "type 4:75");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (minutes), "error"));
  g_assert_nonnull (gtk_entry_get_icon_tooltip_text (minutes, GTK_ENTRY_ICON_SECONDARY));
  g_assert_cmpint (get_item (fixture, 0)->elapsed_ms, ==, 0);
  ik_test_widgets_press (fixture->window, "key Return");
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (minutes), "3:45");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (minutes), "error"));
  g_assert_cmpint (get_item (fixture, 0)->elapsed_ms, ==, 3 * MINUTE_MS + 45 * 1000);
  gtk_editable_set_text (GTK_EDITABLE (minutes), "");
  g_assert_cmpint (get_item (fixture, 0)->elapsed_ms, ==, 0);
}

static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *bar = ik_test_widgets_find (fixture->page, IK_TYPE_LIVE_PAPER_BAR, NULL);
  GtkWidget *time = ik_test_widgets_find (bar, GTK_TYPE_ENTRY, NULL);
  GtkWidget *button = ik_test_widgets_find (bar, GTK_TYPE_MENU_BUTTON, NULL);
  GtkCalendar *calendar = GTK_CALENDAR (ik_test_widgets_find (bar, GTK_TYPE_CALENDAR, NULL));
  g_autoptr(GDateTime) day = g_date_time_new_local (2026, 1, 20, 0, 0, 0);
  g_autoptr(GDateTime) expected = g_date_time_new_local (2026, 1, 20, 9, 15, 0);
  g_autoptr(GDateTime) future = g_date_time_new_local (2200, 1, 20, 0, 0, 0);
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);

  gtk_calendar_select_day (calendar, day);
  gtk_editable_set_text (GTK_EDITABLE (time), "9:15");
  g_assert_cmpint (interview->started_at_us, ==,
                   g_date_time_to_unix (expected) * G_USEC_PER_SEC);

  gtk_editable_set_text (GTK_EDITABLE (time), "9:5");
  g_assert_true (gtk_widget_has_css_class (time, "error"));
  gtk_editable_set_text (GTK_EDITABLE (time), "25:15");
  g_assert_true (gtk_widget_has_css_class (time, "error"));
  g_assert_nonnull (gtk_entry_get_icon_tooltip_text (GTK_ENTRY (time), GTK_ENTRY_ICON_SECONDARY));
  g_assert_cmpint (interview->started_at_us, ==,
                   g_date_time_to_unix (expected) * G_USEC_PER_SEC);
  gtk_editable_set_text (GTK_EDITABLE (time), "9:15");
  g_assert_false (gtk_widget_has_css_class (time, "error"));
  gtk_calendar_select_day (calendar, future);
  g_assert_true (gtk_widget_has_css_class (time, "error"));
  g_assert_cmpint (interview->started_at_us, ==,
                   g_date_time_to_unix (expected) * G_USEC_PER_SEC);

  ik_test_widgets_press (fixture->window, "key alt+b");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         button));
}

static void
show_narrow (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->page = ik_live_page_new (fixture->live);
  fixture->window = ik_test_widgets_show_sized (fixture->page, 360, 640);
}

/* What needs a clock or somebody across the table does nothing here. */
static void
test_has_no_clock (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const actions[] = { "live.pause", "live.interrupt", "live.quiet", "live.trim",
                                         "live.candidate-window", "live.blank" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action_variant (fixture->page, actions[i], NULL);
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_CANDIDATE_WINDOW));
  g_assert_false (ik_live_interview_is_paused (fixture->live));

  show_narrow (fixture);
  g_assert_false (gtk_widget_get_visible (ik_test_widgets_find (fixture->page, GTK_TYPE_BUTTON,
                                                                "trim")));
}

/* What was read out long ago takes no room, and the key shows it all the same. */
static void
test_reads_nothing_out (Fixture       *fixture,
                        gconstpointer  data)
{
  IkInterview *interview = (IkInterview *) ik_live_interview_get_interview (fixture->live);
  GtkWidget *opening;

  ik_text_set (&interview->opening, "Welcome.");
  ik_text_set (&((IkInterviewItem *) interview->items->pdata[0])->section_introduction, "A case.");
  show_narrow (fixture);
  opening = ik_test_widgets_find (fixture->page, IK_TYPE_READ_OUT, "opening");
  g_assert_false (gtk_widget_get_mapped (opening));
  g_assert_false (gtk_widget_get_mapped (gtk_widget_get_next_sibling (opening)));
  gtk_widget_activate_action_variant (fixture->page, "live.opening", NULL);
  ik_test_widgets_settle ();
  g_assert_true (gtk_widget_get_mapped (opening));
}

static gboolean
has_save_error (gpointer data)
{
  return ik_live_interview_get_save_error (data) != NULL;
}

static gboolean
is_saved (gpointer data)
{
  return !has_save_error (data);
}

/* Leaving what can't be saved doesn't leave, and starts no clock. */
static void
test_stays_where_it_cannot_be_saved (Fixture       *fixture,
                                     gconstpointer  data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);

  ik_test_interview_flush (fixture->live);
  ik_test_library_run_sql (&fixture->base, "UPDATE interview SET state = 'handed_in'");
  gtk_widget_activate_action (fixture->page, "live.break-off", NULL);
  ik_test_widgets_wait (has_save_error, fixture->live);
  g_assert_cmpint (interview->state, ==, IK_INTERVIEW_STATE_LIVE);
  g_assert_true (interview->from_paper);

  ik_test_library_run_sql (&fixture->base, "UPDATE interview SET state = 'live'");
  ik_test_widgets_wait (is_saved, fixture->live);
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/widgets/live-paper/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("keys", test_keys);
  ADD ("refuses-no-time", test_refuses_no_time);
  ADD ("start", test_start);
  ADD ("has-no-clock", test_has_no_clock);
  ADD ("reads-nothing-out", test_reads_nothing_out);
  ADD ("stays-where-it-cannot-be-saved", test_stays_where_it_cannot_be_saved);

  return g_test_run ();
}
