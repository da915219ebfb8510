#include "ik-adaptive-bin.h"
#include "ik-chord.h"
#include "ik-guidance-view.h"
#include "ik-indicator-button.h"
#include "ik-live-item-list.h"
#include "ik-live-item-row.h"
#include "ik-live-answer-bar.h"
#include "ik-live-question-view.h"
#include "ik-outcome-bar.h"
#include "ik-point-list.h"
#include "ik-rating-button.h"
#include "ik-settings.h"
#include "ik-test-live-page.h"
#include "ik-text.h"

#include <string.h>

static void
test_focus_is_in_note (IkTestLivePage *fixture,
                       gconstpointer   data)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (ik_test_live_page_get_note_view (fixture)));

  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 1");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (ik_test_live_page_get_note_view (fixture)));
}

static void
test_rates (IkTestLivePage *fixture,
            gconstpointer   data)
{
  GtkWidget *button;

  /* The opening is not scored. */
  ik_test_live_page_activate (fixture, "live.rate", "uint32 1");
  g_assert_cmpint (ik_test_live_page_get_item (fixture)->rating, ==, IK_RATING_NONE);

  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 0");
  g_assert_cmpint (ik_test_live_page_get_item (fixture)->rating, !=, IK_RATING_NONE);
  g_assert_cmpint (ik_test_live_page_get_item (fixture)->outcome, ==, IK_OUTCOME_ANSWERED);
  button = ik_test_widgets_find (fixture->page, IK_TYPE_RATING_BUTTON, NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_nonnull (ik_test_widgets_find (fixture->page, GTK_TYPE_BOX, "asked"));

  /* Again, by its button: it is cleared. */
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (ik_test_live_page_get_item (fixture)->rating, ==, IK_RATING_NONE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_null (ik_test_widgets_find (fixture->page, GTK_TYPE_BOX, "asked"));

  ik_test_live_page_activate (fixture, "live.not-assessed", NULL);
  g_assert_true (ik_test_live_page_get_item (fixture)->not_assessed);
}

static void
test_takes_back (IkTestLivePage *fixture,
                 gconstpointer   data)
{
  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 0");
  ik_test_live_page_activate (fixture, "live.rate", "uint32 1");
  ik_test_live_page_activate (fixture, "live.undo", NULL);
  g_assert_cmpint (ik_test_live_page_get_item (fixture)->rating, ==, 1);

  ik_test_live_page_activate (fixture, "live.undo", NULL);
  g_assert_cmpint (ik_test_live_page_get_item (fixture)->rating, ==, IK_RATING_NONE);
  g_assert_cmpint (ik_test_live_page_get_item (fixture)->outcome, ==, IK_OUTCOME_NOT_ASKED);
}

/* Typed into the line that the key opens, and taken back while it is empty. */
static void
test_extra_question (IkTestLivePage *fixture,
                     gconstpointer   data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);
  guint n_items = interview->items->len;
  GtkWidget *bar = ik_test_widgets_find (fixture->page, ADW_TYPE_BIN, "wording-bar");
  GtkWidget *entry = ik_test_widgets_find (bar, GTK_TYPE_ENTRY, NULL);
  g_autofree char *before = NULL;

  g_assert_false (gtk_widget_get_visible (bar));
  ik_test_live_page_type (fixture, "before");
  ik_test_live_page_activate (fixture, "live.show-part", "'extra'");
  g_assert_true (gtk_widget_get_visible (bar));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Why not two queues?");
  g_signal_emit_by_name (entry, "activate");

  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (interview->items->len, ==, n_items + 1);
  g_assert_cmpstr (ik_test_live_page_get_item (fixture)->candidate.prompt, ==,
                   "Why not two queues?");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (ik_test_live_page_get_note_view (fixture)));
  g_assert_cmpuint (ik_test_live_page_get_item (fixture)->notes->len, ==, 0);

  ik_test_live_page_activate (fixture, "live.undo", NULL);
  g_assert_cmpuint (interview->items->len, ==, n_items);
  before = ik_notes_to_text (ik_test_live_page_get_item (fixture)->notes);
  g_assert_cmpstr (before, ==, "before");
  ik_test_live_page_type (fixture, " and after");
  g_free (before);
  before = ik_notes_to_text (ik_test_live_page_get_item (fixture)->notes);
  g_assert_cmpstr (before, ==, "before and after");
}

static void
test_asked_in_other_words (IkTestLivePage *fixture,
                           gconstpointer   data)
{
  GtkWidget *bar = ik_test_widgets_find (fixture->page, ADW_TYPE_BIN, "wording-bar");
  GtkWidget *entry = ik_test_widgets_find (bar, GTK_TYPE_ENTRY, NULL);

  ik_test_live_page_activate (fixture, "live.show-part", "'as-asked'");
  gtk_editable_set_text (GTK_EDITABLE (entry), "And in one sentence?");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (ik_test_live_page_get_item (fixture)->asked_as, ==, "And in one sentence?");

  /* It can be corrected. */
  ik_test_live_page_activate (fixture, "live.show-part", "'as-asked'");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "And in one sentence?");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (ik_test_live_page_get_item (fixture)->asked_as, ==, "");
}

static void
test_rating_says_its_state (IkTestLivePage *fixture,
                            gconstpointer   data)
{
  g_autofree char *label = NULL;
  const IkRubric *rubric;
  const IkRubricLevel *level;
  GtkWidget *button;

  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 0");
  button = ik_test_widgets_find (fixture->page, IK_TYPE_RATING_BUTTON, NULL);
  rubric = ik_interview_get_rubric (ik_live_interview_get_interview (fixture->live),
                                    ik_test_live_page_get_item (fixture));
  level = rubric->levels->pdata[0];
  label = g_strdup_printf ("Rate %d, %s, selected", level->value, level->label);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_notes_stay_with_their_question (IkTestLivePage *fixture,
                                     gconstpointer   data)
{
  g_autofree char *first = NULL;

  ik_test_live_page_type (fixture, "on the first");
  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_type (fixture, "on the second");
  ik_test_live_page_activate (fixture, "live.previous", NULL);
  ik_test_live_page_type (fixture, ", more");

  first = ik_notes_to_text (ik_test_live_page_get_item (fixture)->notes);
  g_assert_cmpstr (first, ==, "on the first, more");
}

static void
test_hides_what_is_private (IkTestLivePage *fixture,
                            gconstpointer   data)
{
  GtkWidget *notes = ik_test_widgets_find (fixture->page, ADW_TYPE_BIN, "notes-pane");
  GtkWidget *prompt = ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "prompt");
  GtkWidget *view = ik_test_widgets_find (fixture->page, IK_TYPE_LIVE_QUESTION_VIEW, NULL);
  GtkLabel *place = GTK_LABEL (gtk_widget_get_template_child (view, IK_TYPE_LIVE_QUESTION_VIEW,
                                                              "place"));
  GtkWidget *asked_as = GTK_WIDGET (gtk_widget_get_template_child (view,
                                                                   IK_TYPE_LIVE_QUESTION_VIEW,
                                                                   "asked_as"));

  g_assert_nonnull (strstr (gtk_label_get_text (place), "not rated"));
  ik_live_interview_set_asked_as (fixture->live, "For the timid");
  ik_test_live_page_activate (fixture, "live.hide", NULL);
  g_assert_null (strstr (gtk_label_get_text (place), "not rated"));
  g_assert_cmpfloat (gtk_widget_get_opacity (asked_as), <, 0.01);
  g_assert_cmpfloat (gtk_widget_get_opacity (notes), <, 0.01);
  g_assert_cmpfloat (gtk_widget_get_opacity (prompt), >, 0.99);

  /* What is typed still arrives. */
  ik_test_live_page_type (fixture, "unseen");
  g_assert_cmpuint (ik_test_live_page_get_item (fixture)->notes->len, ==, 1);

  ik_test_live_page_activate (fixture, "live.hide", NULL);
  g_assert_cmpfloat (gtk_widget_get_opacity (notes), >, 0.99);
  g_assert_cmpfloat (gtk_widget_get_opacity (asked_as), >, 0.99);
  g_assert_nonnull (strstr (gtk_label_get_text (place), "not rated"));
}

/* What decides by itself is said quietly, and to nobody who looks. */
static void
test_says_knock_out (IkTestLivePage *fixture,
                     gconstpointer   data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);
  GtkWidget *view = ik_test_widgets_find (fixture->page, IK_TYPE_LIVE_QUESTION_VIEW, NULL);
  GtkLabel *place = GTK_LABEL (gtk_widget_get_template_child (view, IK_TYPE_LIVE_QUESTION_VIEW,
                                                              "place"));

  ((IkInterviewItem *) interview->items->pdata[1])->knock_out = 3;
  g_assert_null (strstr (gtk_label_get_text (place), "has to reach"));
  ik_live_interview_next (fixture->live);
  g_assert_nonnull (strstr (gtk_label_get_text (place), "has to reach 3"));
  ik_test_live_page_activate (fixture, "live.hide", NULL);
  g_assert_null (strstr (gtk_label_get_text (place), "has to reach"));
}

static gboolean
focus_is_in_note (gpointer data)
{
  IkTestLivePage *fixture = data;

  return gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
         GTK_WIDGET (ik_test_live_page_get_note_view (fixture));
}

/* The next letters belong to the new question, whatever was written before. */
static void
test_focus_returns_to_note (IkTestLivePage *fixture,
                            gconstpointer   data)
{
  static const char *const parts[] = { "'evidence'", "'general'", "'list'" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ik_test_live_page_activate (fixture, "live.show-part", parts[i]);
      g_assert_false (focus_is_in_note (fixture));
      ik_test_live_page_activate (fixture, "live.next", NULL);
      g_assert_true (focus_is_in_note (fixture));
      ik_test_live_page_activate (fixture, "live.previous", NULL);
    }
}

static void
test_every_key_is_shown (IkTestLivePage *fixture,
                         gconstpointer   data)
{
  gsize n_chords = 0;
  const IkChord *chords = ik_live_page_get_chords (&n_chords);

  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_widgets_check_keys (fixture->page, "interview", chords, n_chords);
}

static GtkWidget *
get_inside (IkTestLivePage *fixture)
{
  GtkWidget *bin = ik_test_widgets_find (fixture->page, IK_TYPE_ADAPTIVE_BIN, NULL);

  return gtk_widget_get_first_child (bin);
}

static gboolean
is_narrow (IkTestLivePage *fixture)
{
  GtkWidget *bin = ik_test_widgets_find (fixture->page, IK_TYPE_ADAPTIVE_BIN, NULL);

  return ik_adaptive_bin_is_narrow (IK_ADAPTIVE_BIN (bin));
}

static void
show_sized (IkTestLivePage *fixture,
            int             width,
            int             height)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->page = ik_live_page_new (fixture->live);
  fixture->window = ik_test_widgets_show_sized (fixture->page, width, height);
}

/* The first size of the window keeps all parts in sight. */
static void
test_first_size_is_wide (IkTestLivePage *fixture,
                         gconstpointer   data)
{
  show_sized (fixture, 1080, 720);
  g_assert_false (is_narrow (fixture));
}

/* German words are longer. */
static void
test_first_size_is_wide_in_german (IkTestLivePage *fixture,
                                   gconstpointer   data)
{
  GtkWidget *answer;

  if (!ik_test_widgets_speak_german ())
    return;

  show_sized (fixture, 1080, 720);
  g_assert_false (is_narrow (fixture));
  /* The line of evidence has the room that a line needs. */
  answer = ik_test_widgets_find (fixture->page, IK_TYPE_LIVE_ANSWER_BAR, NULL);
  g_assert_cmpint (gtk_widget_get_width (ik_test_widgets_find (answer, GTK_TYPE_ENTRY, NULL)), >,
                   600);

  ik_test_widgets_speak_english ();
}

static void
test_fits_a_phone (IkTestLivePage *fixture,
                   gconstpointer   data)
{
  static const char *const parts[] = { "'question'", "'note'", "'rating'", "'list'" };

  ik_live_interview_next (fixture->live);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *subject;
      int min_width;

      show_sized (fixture, 360, 640);
      g_assert_true (is_narrow (fixture));
      ik_test_live_page_activate (fixture, "live.show-part", parts[i]);
      ik_test_widgets_settle ();
      subject = ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "subject");
      gtk_widget_measure (get_inside (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL,
                          NULL, NULL);
      g_assert_cmpint (min_width, <=, 360);
      /* Notes and rating name the question they belong to. */
      g_assert_true (gtk_widget_get_visible (subject) == (i == 1 || i == 2));
      g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (subject)), "2. "));
    }
}

static gboolean
has_typed (gpointer data)
{
  IkTestLivePage *fixture = data;

  return ik_test_live_page_get_item (fixture)->notes->len > 0;
}

/* Whatever part was in view, the question is left, and what is typed arrives. */
static void
test_hides_on_a_phone (IkTestLivePage *fixture,
                       gconstpointer   data)
{
  static const char *const parts[] = { "'list'", "'rating'", "'note'" };
  GtkWidget *list;
  GtkWidget *prompt;

  show_sized (fixture, 360, 640);
  prompt = ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "prompt");
  list = ik_test_widgets_find (fixture->page, IK_TYPE_LIVE_ITEM_LIST, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ik_test_live_page_activate (fixture, "live.show-part", parts[i]);
      ik_test_live_page_activate (fixture, "live.hide", NULL);
      g_assert_true (gtk_widget_get_mapped (prompt));
      ik_test_live_page_activate (fixture, "live.show-part", "'list'");
      g_assert_true (gtk_widget_get_mapped (prompt));
      g_assert_false (gtk_widget_get_mapped (list));
      ik_test_live_page_activate (fixture, "live.show-part", parts[i]);
      ik_test_live_page_activate (fixture, "live.hide", NULL);
      g_assert_false (gtk_widget_get_mapped (prompt));
    }

  ik_test_live_page_activate (fixture, "live.hide", NULL);
  ik_test_widgets_press (fixture->window, "key x");
  ik_test_widgets_wait (has_typed, fixture);
  g_assert_true (gtk_widget_get_mapped (prompt));
}

/* Nothing keeps the interview once its page is gone: tear_down() looks. */
static void
test_tabs_keep_nothing (IkTestLivePage *fixture,
                        gconstpointer   data)
{
  static const char *const parts[] = {
    "'note'", "'rating'", "'list'", "'note'", "'rating'", "'question'",
  };

  show_sized (fixture, 360, 640);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ik_test_live_page_activate (fixture, "live.show-part", parts[i]);
      ik_test_widgets_settle ();
      g_assert_true (gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
    }
}

/* Letters go into the note where another part is shown, and bring it up. */
static void
test_typing_turns_to_note (IkTestLivePage *fixture,
                           gconstpointer   data)
{
  g_autofree char *note = NULL;

  show_sized (fixture, 360, 640);
  ik_test_live_page_activate (fixture, "live.show-part", "'question'");
  ik_test_widgets_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (ik_test_live_page_get_note_view (fixture))));
  ik_test_widgets_press (fixture->window, "key a b");
  ik_test_widgets_wait (has_typed, fixture);
  note = ik_notes_to_text (ik_test_live_page_get_item (fixture)->notes);
  g_assert_cmpstr (note, ==, "ab");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (ik_test_live_page_get_note_view (fixture))));
}

static GtkWidget *
find_last_indicator (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (IK_IS_INDICATOR_BUTTON (widget) && gtk_widget_get_visible (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_last_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_last_indicator (child);

  return found;
}

static GtkWidget *
find_first_indicator (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (IK_IS_INDICATOR_BUTTON (widget) && gtk_widget_get_visible (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_first_indicator (child);

  return found;
}

/* Wholly, within the part of the page that scrolls. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, scroller, &bounds));
  return bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* A key ticks what is out of sight as well; then it comes into sight, unless
 * somebody looks at the screen. */
static void
test_ticks_in_sight (IkTestLivePage *fixture,
                     gconstpointer   data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);
  IkInterviewItem *item = interview->items->pdata[1];
  GtkWidget *indicator;
  g_autofree char *target = NULL;

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (item->indicators, ik_indicator_new (IK_INDICATOR_RED_FLAG, "Guesses"));
  ik_live_interview_next (fixture->live);
  show_sized (fixture, 1080, 480);
  indicator = find_last_indicator (fixture->page);
  g_assert_nonnull (indicator);
  g_assert_false (is_in_sight (indicator));
  target = g_strdup_printf ("uint32 %u",
                            ik_indicator_button_get_index (IK_INDICATOR_BUTTON (indicator)));

  ik_test_live_page_activate (fixture, "live.hide", NULL);
  ik_test_live_page_activate (fixture, "live.tick", target);
  ik_test_widgets_settle ();
  g_assert_false (is_in_sight (indicator));
  ik_test_live_page_activate (fixture, "live.hide", NULL);

  ik_test_live_page_activate (fixture, "live.tick", target);
  ik_test_widgets_settle ();
  g_assert_true (is_in_sight (indicator));
  g_assert_true (focus_is_in_note (fixture));
}

/* Whatever the candidate gets to read, what to listen for stays in view. */
static void
test_listen_for_is_in_view (IkTestLivePage *fixture,
                            gconstpointer   data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);
  IkInterviewItem *item = interview->items->pdata[1];
  GtkWidget *indicator;

  ik_text_set (&item->candidate.details, "```\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\n"
               "q\nr\ns\nt\nu\nv\nw\nx\ny\nz\n```");
  ik_live_interview_next (fixture->live);
  show_sized (fixture, 1280, 720);
  indicator = find_first_indicator (fixture->page);

  g_assert_nonnull (indicator);
  g_assert_true (is_in_sight (indicator));
  g_assert_true (is_in_sight (ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "prompt")));
}

/* A question of that length, with all there is beside it, leaves room for what
 * to ask next, in a window as the program opens it. */
static void
test_follow_up_is_in_view (IkTestLivePage *fixture,
                           gconstpointer   data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);
  IkInterviewItem *item = interview->items->pdata[1];
  GtkWidget *guidance;
  GtkWidget *follow_ups;

  ik_text_set (&item->candidate.prompt, "Tell me about a time when you had to tell someone "
               "something about their work that they would not like to hear.");
  ik_text_set (&item->candidate.details, "");
  g_ptr_array_set_size (item->candidate.sub_questions, 0);
  g_ptr_array_set_size (item->interviewer.follow_ups, 0);
  g_ptr_array_add (item->interviewer.follow_ups, g_strdup ("How did you prepare?"));
  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (item->indicators, ik_indicator_new (IK_INDICATOR_RED_FLAG, "Guesses"));
  ik_live_interview_next (fixture->live);
  show_sized (fixture, 1080, 720);
  guidance = ik_test_widgets_find (fixture->page, IK_TYPE_GUIDANCE_VIEW, NULL);
  follow_ups = ik_test_widgets_find (guidance, IK_TYPE_POINT_LIST, NULL);

  g_assert_true (is_in_sight (follow_ups));
}

/* The list opens at the question at hand, and Escape leads back to the note. */
static void
test_list_begins_at_current (IkTestLivePage *fixture,
                             gconstpointer   data)
{
  GtkWidget *focus;
  GtkWidget *row;

  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.show-part", "'list'");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  row = ik_test_widgets_find (focus, IK_TYPE_LIVE_ITEM_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_cmpuint (ik_live_item_row_get_index (IK_LIVE_ITEM_ROW (row)), ==,
                    ik_live_interview_get_current (fixture->live));

  ik_test_widgets_press (fixture->window, "key Escape");
  ik_test_widgets_wait (focus_is_in_note, fixture);
}

/* The outcome says nothing any more once it is plain that the question was asked. */
static void
test_note_is_no_outcome (IkTestLivePage *fixture,
                         gconstpointer   data)
{
  GtkWidget *bar = ik_test_widgets_find (fixture->page, IK_TYPE_OUTCOME_BAR, NULL);
  GtkToggleButton *not_asked = GTK_TOGGLE_BUTTON (
    gtk_widget_get_template_child (bar, IK_TYPE_OUTCOME_BAR, "not_asked"));

  g_assert_true (gtk_toggle_button_get_active (not_asked));
  ik_test_live_page_type (fixture, "Knew it at once.");
  g_assert_false (gtk_toggle_button_get_active (not_asked));
  ik_test_live_page_activate (fixture, "live.next", NULL);
  g_assert_true (gtk_toggle_button_get_active (not_asked));
}

static void
test_leaves_out (IkTestLivePage *fixture,
                 gconstpointer   data)
{
  ik_test_live_page_activate (fixture, "live.omit", NULL);
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 1);
  ik_test_live_page_activate (fixture, "live.previous", NULL);
  g_assert_true (ik_test_live_page_get_item (fixture)->omitted);
  ik_test_live_page_activate (fixture, "live.omit", NULL);
  g_assert_false (ik_test_live_page_get_item (fixture)->omitted);
}

/* Where that is chosen, a rating leads on, unless a line is asked for. */
static void
test_goes_on_after_rating (IkTestLivePage *fixture,
                           gconstpointer   data)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 1");
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 1);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 1");

  g_settings_set_boolean (settings, "go-on-after-rating", TRUE);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 0");
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), ==, 1);
  ik_test_live_page_activate (fixture, "live.rate", "uint32 1");
  g_assert_cmpuint (ik_live_interview_get_current (fixture->live), !=, 1);
  g_settings_reset (settings, "go-on-after-rating");
}

static gboolean
has_ended (gpointer data)
{
  return *(gboolean *) data;
}

static void
ended_cb (IkLivePage *page,
          gboolean   *out_ended)
{
  *out_ended = TRUE;
}

/* A whole interview by the actions that the keys activate. */
static void
test_whole_interview (IkTestLivePage *fixture,
                      gconstpointer   data)
{
  gboolean ended = FALSE;
  g_autoptr(IkInterview) stored = NULL;
  const IkInterviewItem *item;

  g_signal_connect (fixture->page, "ended", G_CALLBACK (ended_cb), &ended);
  ik_test_live_page_type (fixture, "Came on time.");
  ik_test_live_page_activate (fixture, "live.outcome", "'answered'");
  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.tick", "uint32 0");
  ik_test_live_page_activate (fixture, "live.outcome", "'partly'");
  ik_test_live_page_activate (fixture, "live.rate", "uint32 1");
  ik_test_live_page_activate (fixture, "live.reference", NULL);
  ik_test_live_page_activate (fixture, "live.skip", NULL);
  ik_test_live_page_activate (fixture, "live.end", NULL);
  ik_test_widgets_wait (has_ended, &ended);

  stored = ik_test_interview_load (fixture->base.library, fixture->id);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_REVIEW);
  item = stored->items->pdata[1];
  g_assert_cmpint (item->outcome, ==, IK_OUTCOME_PARTLY);
  g_assert_cmpint (item->rating, !=, IK_RATING_NONE);
  item = stored->items->pdata[0];
  g_assert_cmpuint (item->notes->len, ==, 1);
}

/* Kept as it is, to be gone on with. */
static void
test_breaks_off (IkTestLivePage *fixture,
                 gconstpointer   data)
{
  gboolean ended = FALSE;
  g_autoptr(IkInterview) stored = NULL;

  g_signal_connect (fixture->page, "ended", G_CALLBACK (ended_cb), &ended);
  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.break-off", NULL);
  ik_test_widgets_wait (has_ended, &ended);

  stored = ik_test_interview_load (fixture->base.library, fixture->id);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_BROKEN_OFF);
  g_assert_cmpuint (stored->current_item, ==, 1);
}

static guint
get_keycode (GdkDisplay *display,
             guint       keyval)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  g_assert_true (gdk_display_map_keyval (display, keyval, &keys, &n_keys));
  return keys[0].keycode;
}

static void
test_chord_is_what_stands_on_the_key (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  g_assert_cmpint (ik_chord_from_key (display, GDK_KEY_n, get_keycode (display, GDK_KEY_n)),
                   ==, 'n');
  g_assert_cmpint (ik_chord_from_key (display, GDK_KEY_N, get_keycode (display, GDK_KEY_n)),
                   ==, 'n');
  g_assert_cmpint (ik_chord_from_key (display, GDK_KEY_exclam, get_keycode (display, GDK_KEY_1)),
                   ==, '1');
  g_assert_cmpint (ik_chord_from_key (display, GDK_KEY_Cyrillic_en,
                                      get_keycode (display, GDK_KEY_y)), ==, 'y');
  g_assert_cmpint (ik_chord_from_key (display, GDK_KEY_space, get_keycode (display, GDK_KEY_space)),
                   ==, ' ');
  g_assert_cmpint (ik_chord_from_key (display, GDK_KEY_Down, get_keycode (display, GDK_KEY_Down)),
                   ==, IK_CHORD_DOWN);
}

#define ADD(name, func) \
  g_test_add ("/widgets/live-page/" name, IkTestLivePage, NULL, ik_test_live_page_set_up, func, \
              ik_test_live_page_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/chord/what-stands-on-the-key", test_chord_is_what_stands_on_the_key);
  ADD ("focus-is-in-note", test_focus_is_in_note);
  ADD ("focus-returns-to-note", test_focus_returns_to_note);
  ADD ("every-key-is-shown", test_every_key_is_shown);
  ADD ("first-size-is-wide", test_first_size_is_wide);
  ADD ("first-size-is-wide-in-german", test_first_size_is_wide_in_german);
  ADD ("fits-a-phone", test_fits_a_phone);
  ADD ("hides-on-a-phone", test_hides_on_a_phone);
  ADD ("tabs-keep-nothing", test_tabs_keep_nothing);
  ADD ("typing-turns-to-note", test_typing_turns_to_note);
  ADD ("breaks-off", test_breaks_off);
  ADD ("rates", test_rates);
  ADD ("takes-back", test_takes_back);
  ADD ("asked-in-other-words", test_asked_in_other_words);
  ADD ("extra-question", test_extra_question);
  ADD ("rating-says-its-state", test_rating_says_its_state);
  ADD ("notes-stay-with-their-question", test_notes_stay_with_their_question);
  ADD ("hides-what-is-private", test_hides_what_is_private);
  ADD ("says-knock-out", test_says_knock_out);
  ADD ("follow-up-is-in-view", test_follow_up_is_in_view);
  ADD ("listen-for-is-in-view", test_listen_for_is_in_view);
  ADD ("ticks-in-sight", test_ticks_in_sight);
  ADD ("list-begins-at-current", test_list_begins_at_current);
  ADD ("note-is-no-outcome", test_note_is_no_outcome);
  ADD ("leaves-out", test_leaves_out);
  ADD ("goes-on-after-rating", test_goes_on_after_rating);
  ADD ("whole-interview", test_whole_interview);

  return g_test_run ();
}
