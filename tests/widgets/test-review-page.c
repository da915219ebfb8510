#include "ik-anchor-text.h"
#include "ik-competency-row.h"
#include "ik-finding-row.h"
#include "ik-interviews.h"
#include "ik-note-marks.h"
#include "ik-rating-button.h"
#include "ik-review-page.h"
#include "ik-review-remarks.h"
#include "ik-timeline-lane.h"
#include "ik-timeline-row.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"
#include "ik-toast.h"

typedef struct
{
  IkTestLibrary  base;
  char          *id;
  GtkWidget     *page;
  GtkWidget     *window;
} Fixture;

/* An interview that was held: the first question answered, the others not yet
 * rated. */
static void
hold (Fixture *fixture)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  IkLiveInterview *live =
    ik_live_interview_new (fixture->base.library,
                           ik_test_interview_load (fixture->base.library, fixture->id), clock);

  ik_live_interview_start (live);
  ik_live_interview_set_outcome (live, IK_OUTCOME_ANSWERED);
  ik_live_interview_go_to (live, 1);
  ik_live_interview_set_outcome (live, IK_OUTCOME_ANSWERED);
  ik_live_interview_end (live);
  ik_test_interview_flush (live);
  g_assert_finalize_object (live);
}

static gboolean
is_loaded (gpointer data)
{
  GtkWidget *button = ik_test_widgets_find (data, GTK_TYPE_STACK, "review-body");

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (button)), "loading");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_library_set_up (&fixture->base, data);
  fixture->id = ik_test_interview_plan (&fixture->base);
  hold (fixture);
  fixture->page = ik_review_page_new (fixture->id);
  fixture->window = ik_test_widgets_show (fixture->page);
  ik_page_set_library (IK_PAGE (fixture->page), fixture->base.library);
  ik_test_widgets_wait (is_loaded, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_settle ();
  g_free (fixture->id);
  ik_test_library_tear_down (&fixture->base, data);
}

static IkInterview *
load (Fixture *fixture)
{
  return ik_test_interview_load (fixture->base.library, fixture->id);
}

static gboolean
is_rated (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);

  return ik_interview_item_is_rated (interview->items->pdata[1]);
}

static gboolean
is_not_rated (gpointer data)
{
  return !is_rated (data);
}

static gboolean
is_recommended (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);

  return interview->recommendation != IK_RATING_NONE;
}

static gboolean
is_handed_in (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);

  return interview->state == IK_INTERVIEW_STATE_HANDED_IN;
}

/* The first label of a button may stand beside its key. */
static gboolean
says (GtkWidget  *button,
      const char *text)
{
  GtkWidget *label = ik_test_widgets_find (button, GTK_TYPE_LABEL, NULL);

  return label != NULL && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && says (widget, label))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* It opens at what is not rated; the rating is saved, and cleared again. */
static void
test_rates (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u));
  ik_test_widgets_wait (is_rated, fixture);
  g_assert_true (gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u));
  ik_test_widgets_wait (is_not_rated, fixture);
}

static void
set_action (Fixture    *fixture,
            const char *action,
            const char *target)
{
  g_autoptr(GVariant) value = NULL;

  if (target != NULL)
    value = g_variant_ref_sink (g_variant_new_string (target));
  g_assert_true (gtk_widget_activate_action_variant (fixture->page, action, value));
}

/* To be read: nothing is greyed, and nothing can be changed. */
static void
check_locked (Fixture *fixture)
{
  GtkWidget *rating = ik_test_widgets_find (fixture->page, IK_TYPE_RATING_BUTTON, NULL);
  GtkWidget *yes = find_button (fixture->page, "Yes");

  g_assert_true (gtk_widget_is_sensitive (rating));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 find_button (fixture->page, "Export Report…"));
  g_assert_nonnull (ik_test_widgets_find (fixture->page, ADW_TYPE_BIN, "record"));
  g_assert_true (gtk_widget_is_sensitive (yes));
  g_signal_emit_by_name (yes, "clicked");
  ik_test_widgets_settle ();
  g_assert_true (is_recommended (fixture));
}

static gboolean
is_competency_left_out (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);

  return ((IkCompetencyRating *) interview->competencies->pdata[0])->not_assessed;
}

/* What one can't judge is left out on purpose; the whole opens after that too. */
static void
test_leaves_competency_out (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *yes = find_button (fixture->page, "Yes");
  GtkWidget *row;

  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  ik_test_widgets_wait (is_rated, fixture);
  set_action (fixture, "review.show-end", NULL);
  g_assert_false (gtk_widget_is_sensitive (yes));

  /* It is rated by the anchors, as an answer is. */
  row = ik_test_widgets_find (fixture->page, IK_TYPE_COMPETENCY_ROW, NULL);
  g_assert_true (gtk_widget_get_visible (ik_test_widgets_find (row, IK_TYPE_ANCHOR_TEXT, NULL)));

  set_action (fixture, "review.not-assessed", NULL);
  g_assert_true (gtk_widget_is_sensitive (yes));
  ik_test_widgets_wait (is_competency_left_out, fixture);

  /* A rating takes the mark away. */
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 2u);
  g_assert_true (gtk_widget_is_sensitive (yes));
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 2u);
  g_assert_false (gtk_widget_is_sensitive (yes));
}

static gboolean
is_focus_in_view (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place;

  return gtk_widget_compute_bounds (focus, scroller, &place) && place.origin.y >= 0 &&
         place.origin.y + place.size.height <= gtk_widget_get_height (scroller);
}

/* Until it stays so: what brought the focus into view works for some frames. */
static gboolean
scrolls_away (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return !is_focus_in_view (fixture);
}

/* It is led to once more where the focus is there already, but scrolled away. */
static void
check_missing_in_view (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  ik_test_widgets_wait (scrolls_away, fixture);
  set_action (fixture, "review.show-missing", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
  ik_test_widgets_wait (is_focus_in_view, fixture);
}

/* The whole after its parts, then handed in and locked. */
static void
test_hands_in (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *yes = find_button (fixture->page, "Yes");
  GtkWidget *reopen = find_button (fixture->page, "Reopen…");

  g_assert_false (gtk_widget_is_sensitive (yes));
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  ik_test_widgets_wait (is_rated, fixture);

  /* The competency is a part as well. */
  g_assert_false (gtk_widget_is_sensitive (yes));
  set_action (fixture, "review.show-end", NULL);
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  g_assert_true (gtk_widget_is_sensitive (yes));
  g_assert_false (gtk_widget_get_visible (reopen));

  /* Only the recommendation is missing: that is where it leads to. */
  set_action (fixture, "review.show-missing", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 find_button (fixture->page, "Strong no"));

  /* A key more takes nothing back from the competency that was rated last. */
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  g_assert_true (gtk_widget_is_sensitive (yes));
  check_missing_in_view (fixture);

  g_signal_emit_by_name (yes, "clicked");
  ik_test_widgets_wait (is_recommended, fixture);
  gtk_widget_activate_action (fixture->page, "review.hand-in", NULL);
  ik_test_widgets_wait (is_handed_in, fixture);
  ik_test_widgets_settle ();
  g_assert_true (gtk_widget_get_visible (reopen));

  check_locked (fixture);
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  ik_test_widgets_settle ();
  g_assert_true (is_rated (fixture));
}

static void
complete_parts (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  set_action (fixture, "review.show-end", NULL);
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
}

/* From the first rating to the moment before handing in. */
static void
complete (Fixture *fixture)
{
  complete_parts (fixture);
  g_signal_emit_by_name (find_button (fixture->page, "Yes"), "clicked");
}

/* What a level means stands within its button, however many lines that takes. */
static void
assert_holds_anchor (GtkWidget *button)
{
  GtkWidget *anchor = ik_test_widgets_find (button, GTK_TYPE_LABEL, "recommendation-anchor");
  graphene_rect_t place;

  g_assert_nonnull (anchor);
  g_assert_true (gtk_widget_compute_bounds (anchor, button, &place));
  g_assert_cmpfloat (place.origin.y, >=, 0);
  g_assert_cmpfloat (place.origin.y + place.size.height, <=,
                     (float) gtk_widget_get_height (button) + 0.5f);
}

/* A set may bring a scale of its own: a button and a key for each of its levels. */
static void
test_own_scale (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE interview SET recommendation_rubric_id = '%s' WHERE id = '%s'",
                     IK_RUBRIC_BUILT_IN_ID, fixture->id);
  g_autoptr(IkInterview) interview = NULL;

  ik_test_library_run_sql (&fixture->base, sql);
  ik_page_reload (IK_PAGE (fixture->page));
  ik_test_widgets_settle ();
  complete_parts (fixture);
  ik_test_widgets_settle ();

  g_assert_null (find_button (fixture->page, "Strong yes"));
  g_assert_null (find_button (fixture->page, "No"));
  assert_holds_anchor (find_button (fixture->page, "Poor"));
  assert_holds_anchor (find_button (fixture->page, "Outstanding"));
  gtk_widget_activate_action (fixture->page, "review.tick", "u", 4u);
  ik_test_widgets_wait (is_recommended, fixture);
  interview = load (fixture);
  g_assert_cmpint (interview->recommendation, ==, 5);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (fixture->page, "Outstanding"))));
  gtk_widget_activate_action (fixture->page, "review.hand-in", NULL);
  ik_test_widgets_wait (is_handed_in, fixture);
}

/* What comes while it is handed in would come too late: nothing can be changed from
 * the command on. */
static void
test_locks_while_handing_in (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *error_bar = ik_test_widgets_find (fixture->page, GTK_TYPE_BOX, "save-error");

  complete (fixture);
  gtk_widget_activate_action (fixture->page, "review.hand-in", NULL);
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 0u);
  gtk_widget_activate_action (fixture->page, "review.hand-in", NULL);
  g_signal_emit_by_name (find_button (fixture->page, "No"), "clicked");
  ik_test_widgets_wait (is_handed_in, fixture);
  ik_test_widgets_settle ();

  g_assert_true (is_recommended (fixture));
  g_assert_false (gtk_widget_get_visible (error_bar));
  check_locked (fixture);
}

static gboolean
shows_error (gpointer data)
{
  return gtk_widget_get_visible (ik_test_widgets_find (data, GTK_TYPE_BOX, "save-error"));
}

static gboolean
shows_no_error (gpointer data)
{
  return !shows_error (data);
}

/* A disk that fails for a while: what was changed is saved once it works, with
 * nothing more done, and also after the page was left. */
static void
test_saves_when_it_works_again (Fixture       *fixture,
                                gconstpointer  data)
{
  ik_test_library_break (&fixture->base, "interview_item");
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  ik_test_widgets_wait (shows_error, fixture->page);
  g_assert_false (is_rated (fixture));
  ik_test_library_mend (&fixture->base);
  ik_test_widgets_wait (is_rated, fixture);
  ik_test_widgets_wait (shows_no_error, fixture->page);

  ik_test_library_break (&fixture->base, "interview_item");
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  ik_test_widgets_wait (shows_error, fixture->page);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  ik_test_library_mend (&fixture->base);
  ik_test_widgets_wait (is_not_rated, fixture);
}

static gboolean
shows_conflict (gpointer data)
{
  GtkWidget *button = find_button (data, "_Load What Is Stored");

  return gtk_widget_get_mapped (button);
}

static gboolean
shows_no_conflict (gpointer data)
{
  return !shows_conflict (data);
}

/* Somebody else reviews the same interview in another copy of the program. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(IkLibrary) other = ik_library_open (fixture->base.path, NULL, NULL);
  g_autoptr(IkInterview) theirs = load (fixture);
  g_autoptr(IkInterview) stored = NULL;
  IkInterviewItem *item = theirs->items->pdata[1];

  item->rating = 3;
  g_assert_true (ik_interviews_save_review (other, theirs, NULL, "Rate", NULL, NULL));
  ik_library_close (other);

  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  ik_test_widgets_wait (shows_conflict, fixture->page);
  stored = load (fixture);
  g_assert_cmpint (((IkInterviewItem *) stored->items->pdata[1])->rating, ==, 3);

  gtk_widget_activate_action (fixture->page, "review.load-stored", NULL);
  ik_test_widgets_wait (shows_no_conflict, fixture->page);
  ik_test_widgets_settle ();

  /* From there on as ever: the same rating again clears it. */
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 2u);
  ik_test_widgets_wait (is_not_rated, fixture);
}

/* Handed in elsewhere just before: what comes too late is said to be, and loading
 * what is stored locks it. */
static void
test_handed_in_elsewhere (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *reopen = find_button (fixture->page, "Reopen…");

  ik_test_library_run_sql (&fixture->base, "UPDATE interview SET state = 'handed_in'");
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  ik_test_widgets_wait (shows_conflict, fixture->page);
  g_assert_false (is_rated (fixture));

  gtk_widget_activate_action (fixture->page, "review.load-stored", NULL);
  ik_test_widgets_wait (shows_no_conflict, fixture->page);
  ik_test_widgets_settle ();
  g_assert_true (gtk_widget_get_visible (reopen));
}

/* Many changes at once come to the library in their order. */
static void
test_saves_in_order (Fixture       *fixture,
                     gconstpointer  data)
{
  for (guint i = 0; i < 5; i++)
    {
      gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
      ik_test_widgets_wait (i % 2 == 0 ? is_rated : is_not_rated, fixture);
    }
  ik_test_widgets_settle ();
  g_assert_false (shows_conflict (fixture->page));
}

static gboolean
shows_key (GtkWidget  *widget,
           const char *key)
{
  gboolean found = gtk_widget_has_css_class (widget, "keycap") &&
                   g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), key);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = shows_key (child, key);

  return found;
}

static void
test_every_key_is_shown (Fixture       *fixture,
                         gconstpointer  data)
{
  gsize n_chords = 0;
  const IkChord *chords = ik_review_page_get_chords (&n_chords);
  const char *keys[] = { "Alt W", "Alt E", "Alt Z", "Alt Q" };

  ik_test_widgets_check_keys (fixture->page, "review", chords, n_chords);

  /* Not only where the pointer rests on the control. */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (shows_key (fixture->page, keys[i]));
}

/* At the first answer that waits, not on the button that leaves. */
static void
test_focus_begins_at_rating (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (IK_IS_RATING_BUTTON (focus));
}

static gboolean
is_no_evidence (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);
  const IkInterviewItem *item = interview->items->pdata[1];

  return item->outcome == IK_OUTCOME_NO_EVIDENCE;
}

static gboolean
is_not_assessed (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);
  const IkInterviewItem *item = interview->items->pdata[1];

  return item->not_assessed;
}

static void
test_changes_outcome (Fixture       *fixture,
                      gconstpointer  data)
{
  set_action (fixture, "review.outcome", "no_evidence");
  ik_test_widgets_wait (is_no_evidence, fixture);
  set_action (fixture, "review.not-assessed", NULL);
  ik_test_widgets_wait (is_not_assessed, fixture);
}

/* A toast stands above the bar with the status and the hand-in. */
static void
test_toast_leaves_the_bar (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *window = adw_application_window_new (NULL);
  GtkWidget *toast;
  GtkWidget *hand_in = ik_test_widgets_find (fixture->page, GTK_TYPE_BUTTON, "hand-in");
  graphene_rect_t toast_bounds;
  graphene_rect_t bar_bounds;

  g_object_ref (fixture->page);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  g_object_unref (fixture->page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 720);
  gtk_window_present (GTK_WINDOW (window));
  ik_test_widgets_settle ();

  ik_toast_show (window, "Something was done");
  ik_test_widgets_settle ();
  toast = ik_test_widgets_find (overlay, g_type_from_name ("AdwToastWidget"), NULL);
  g_assert_nonnull (toast);
  g_assert_true (gtk_widget_compute_bounds (toast, window, &toast_bounds));
  g_assert_true (gtk_widget_compute_bounds (hand_in, window, &bar_bounds));
  g_assert_false (graphene_rect_intersection (&toast_bounds, &bar_bounds, NULL));
  g_assert_cmpfloat (toast_bounds.origin.y + toast_bounds.size.height, <=, bar_bounds.origin.y);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What was changed last is saved although the page goes at once. */
static void
test_saves_when_it_goes (Fixture       *fixture,
                         gconstpointer  data)
{
  gtk_widget_activate_action (fixture->page, "review.rate", "u", 1u);
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (""));
  ik_test_widgets_wait (is_rated, fixture);
}

static gboolean
is_in_view (gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (data, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place;

  return gtk_widget_get_height (data) > 0 &&
         gtk_widget_compute_bounds (data, scroller, &place) && place.origin.y >= 0 &&
         place.origin.y < (float) gtk_widget_get_height (scroller);
}

static gboolean
shows_item_view (gpointer data)
{
  GtkWidget *stack = ik_test_widgets_find (data, GTK_TYPE_STACK, "review-body");

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "item");
}

/* The key leads to how it went, also before that was ever in view, and a
 * question there to the question itself. */
static void
test_timeline (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *row;

  ik_test_widgets_press (fixture->window, "key alt+k");
  row = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (IK_IS_TIMELINE_ROW (row));
  ik_test_widgets_wait (is_in_view, row);
  g_assert_nonnull (ik_test_widgets_find (fixture->page, IK_TYPE_TIMELINE_LANE, NULL));

  ik_test_widgets_press (fixture->window, "key Down");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 gtk_widget_get_next_sibling (row));
  ik_test_widgets_press (fixture->window, "key Return");
  ik_test_widgets_wait (shows_item_view, fixture->page);
}

static gboolean
are_remarks_seen (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
are_remarks_gone (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

/* A wording that is not job-related is counted at the end, and the key leads to
 * it from anywhere. */
static void
test_remarks (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *remarks = ik_test_widgets_find (fixture->page, IK_TYPE_REVIEW_REMARKS, NULL);
  GtkWidget *view;

  set_action (fixture, "review.focus", "note");
  ik_test_widgets_press (fixture->window, "type --delay 5 'She is pregnant.'");
  view = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (view));

  set_action (fixture, "review.focus", "summary");
  ik_test_widgets_wait (are_remarks_seen, remarks);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) != view);
  set_action (fixture, "review.show-marked", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Said so.", -1);
  ik_test_widgets_wait (are_remarks_gone, remarks);
}

static gboolean
are_findings_saved (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);
  g_autofree char *strengths = ik_findings_to_text (interview->strengths, FALSE);
  g_autofree char *concerns = ik_findings_to_text (interview->concerns, FALSE);
  g_autofree char *shareable = ik_findings_to_text (interview->strengths, TRUE);

  return g_str_equal (strengths, "Calm\nCareful") && g_str_equal (concerns, "Late") &&
         g_str_equal (shareable, "Careful");
}

static gboolean
is_line_gone (gpointer data)
{
  g_autoptr(IkInterview) interview = load (data);

  return interview->strengths->len == 1;
}

/* Strengths and concerns are written and marked for the candidate by keys, and
 * the cursor stays while they are saved. */
static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  set_action (fixture, "review.focus", "concerns");
  ik_test_widgets_press (fixture->window, "type --delay 5 'Late'");
  set_action (fixture, "review.focus", "strengths");
  ik_test_widgets_press (fixture->window, "type --delay 5 'Calm'");
  ik_test_widgets_press (fixture->window, "key Return");
  ik_test_widgets_press (fixture->window, "type --delay 5 'Careful'");
  set_action (fixture, "review.share", NULL);
  ik_test_widgets_wait (are_findings_saved, fixture);

  ik_test_widgets_press (fixture->window, "key ctrl+a BackSpace BackSpace");
  ik_test_widgets_wait (is_line_gone, fixture);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                             IK_TYPE_FINDING_ROW));
}

static gboolean
is_finding_marked (gpointer data)
{
  GtkWidget *row = ik_test_widgets_find (((Fixture *) data)->page, IK_TYPE_FINDING_ROW, NULL);
  GtkWidget *marks = row != NULL ? ik_test_widgets_find (row, IK_TYPE_NOTE_MARKS, NULL) : NULL;

  return marks != NULL && gtk_widget_get_visible (marks);
}

/* The candidate may read these lines before all others. */
static void
test_marks_findings (Fixture       *fixture,
                     gconstpointer  data)
{
  set_action (fixture, "review.focus", "concerns");
  ik_test_widgets_press (fixture->window, "type --delay 5 'She looks old'");
  ik_test_widgets_wait (is_finding_marked, fixture);
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add ("/widgets/review-page/rates", Fixture, NULL, set_up, test_rates, tear_down);
  g_test_add ("/widgets/review-page/every-key-is-shown", Fixture, NULL, set_up,
              test_every_key_is_shown, tear_down);
  g_test_add ("/widgets/review-page/focus-begins-at-rating", Fixture, NULL, set_up,
              test_focus_begins_at_rating, tear_down);
  g_test_add ("/widgets/review-page/changes-outcome", Fixture, NULL, set_up,
              test_changes_outcome, tear_down);
  g_test_add ("/widgets/review-page/toast-leaves-the-bar", Fixture, NULL, set_up,
              test_toast_leaves_the_bar, tear_down);
  g_test_add ("/widgets/review-page/hands-in", Fixture, NULL, set_up, test_hands_in, tear_down);
  g_test_add ("/widgets/review-page/own-scale", Fixture, NULL, set_up, test_own_scale, tear_down);
  g_test_add ("/widgets/review-page/leaves-competency-out", Fixture, NULL, set_up,
              test_leaves_competency_out, tear_down);
  g_test_add ("/widgets/review-page/locks-while-handing-in", Fixture, NULL, set_up,
              test_locks_while_handing_in, tear_down);
  g_test_add ("/widgets/review-page/saves-when-it-works-again", Fixture, NULL, set_up,
              test_saves_when_it_works_again, tear_down);
  g_test_add ("/widgets/review-page/conflict", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/widgets/review-page/handed-in-elsewhere", Fixture, NULL, set_up,
              test_handed_in_elsewhere, tear_down);
  g_test_add ("/widgets/review-page/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/widgets/review-page/findings", Fixture, NULL, set_up, test_findings, tear_down);
  g_test_add ("/widgets/review-page/marks-findings", Fixture, NULL, set_up, test_marks_findings,
              tear_down);
  g_test_add ("/widgets/review-page/remarks", Fixture, NULL, set_up, test_remarks, tear_down);
  g_test_add ("/widgets/review-page/saves-in-order", Fixture, NULL, set_up, test_saves_in_order,
              tear_down);
  g_test_add ("/widgets/review-page/saves-when-it-goes", Fixture, NULL, set_up,
              test_saves_when_it_goes, tear_down);

  return g_test_run ();
}
