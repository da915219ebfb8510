#include "ik-indicator-button.h"
#include "ik-comment.h"
#include "ik-list.h"
#include "ik-note-times.h"
#include "ik-test-live-page.h"

static gboolean
has_tag (GtkTextBuffer *buffer,
         const char    *tag,
         int            line,
         int            offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, line, offset);
  return gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup
                                  (gtk_text_buffer_get_tag_table (buffer), tag));
}

static void
test_shows_markup (IkTestLivePage *fixture,
                   gconstpointer   data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ik_test_live_page_get_note_view (fixture));
  g_autofree char *text = NULL;

  g_test_summary ("Markdown looks like what it means while it is typed; the text stays");

  ik_test_live_page_type (fixture, "a **b c** d\n- e\n2 ** 3 ** 4");
  g_assert_true (has_tag (buffer, "note-bold", 0, 4));
  g_assert_true (has_tag (buffer, "note-sign", 0, 2));
  g_assert_false (has_tag (buffer, "note-bold", 0, 10));
  g_assert_true (has_tag (buffer, "note-entry", 1, 2));
  g_assert_false (has_tag (buffer, "note-sign", 2, 2));

  ik_test_widgets_press (fixture->window, "key ctrl+Home Right Right Delete");
  g_assert_false (has_tag (buffer, "note-bold", 0, 4));
  text = ik_notes_to_text (ik_test_live_page_get_item (fixture)->notes);
  g_assert_cmpstr (text, ==, "a *b c** d\n- e\n2 ** 3 ** 4");
}

/* One minute has one time, and a blank paragraph none. */
static void
test_shows_times (IkTestLivePage *fixture,
                  gconstpointer   data)
{
  g_autoptr(GtkTextView) view = g_object_ref_sink (GTK_TEXT_VIEW (gtk_text_view_new ()));
  IkNoteTimes *times = ik_note_times_add (view);
  g_autoptr(GPtrArray) notes = ik_notes_new ();
  const gint64 minute_us = 60 * G_USEC_PER_SEC;
  const gint64 noon_us = 29500000 * minute_us;
  g_autoptr(GDateTime) noon = g_date_time_new_from_unix_local (noon_us / G_USEC_PER_SEC);
  g_autofree char *expected = g_date_time_format (noon, "%H:%M");
  g_autofree char *first = NULL;
  g_autofree char *later = NULL;

  g_ptr_array_add (notes, ik_note_new ("one", noon_us));
  g_ptr_array_add (notes, ik_note_new ("", noon_us + minute_us));
  g_ptr_array_add (notes, ik_note_new ("same minute", noon_us + 59 * G_USEC_PER_SEC));
  g_ptr_array_add (notes, ik_note_new ("next", noon_us + minute_us));
  ik_note_times_set_notes (times, notes);

  first = ik_note_times_dup_time (times, 0);
  later = ik_note_times_dup_time (times, 3);
  g_assert_cmpstr (first, ==, expected);
  g_assert_null (ik_note_times_dup_time (times, 1));
  g_assert_null (ik_note_times_dup_time (times, 2));
  g_assert_nonnull (later);
  g_assert_null (ik_note_times_dup_time (times, 4));
}

static gboolean
shows_label (GtkWidget  *widget,
             const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                   g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = shows_label (child, text);

  return found;
}

/* Where the cursor stands, as a screen reader says it. */
static void
test_tells_times (IkTestLivePage *fixture,
                  gconstpointer   data)
{
  GtkWidget *view = ik_test_widgets_find (fixture->page, GTK_TYPE_TEXT_VIEW, "note");
  g_autofree char *expected = NULL;
  g_autoptr(GDateTime) at = NULL;

  ik_test_widgets_press (fixture->window, "type Yes");
  ik_test_widgets_press (fixture->window, "key Left");
  at = g_date_time_new_from_unix_local (
    ((IkNote *) ik_test_live_page_get_item (fixture)->notes->pdata[0])->at_us / G_USEC_PER_SEC);
  expected = g_date_time_format (at, "Begun at %H:%M");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
}

static char *
dup_note (IkTestLivePage *fixture)
{
  return ik_notes_to_text (ik_test_live_page_get_item (fixture)->notes);
}

static void
test_comments (IkTestLivePage *fixture,
               gconstpointer   data)
{
  g_autoptr(GPtrArray) comments = ik_comments_new ();
  g_autofree char *expanded = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *other = NULL;

  g_test_summary ("A word behind a semicolon becomes its comment; one undo brings the word back");

  g_ptr_array_add (comments, ik_comment_new_from_line ("hint Needed a hint"));
  ik_live_page_set_comments (IK_LIVE_PAGE (fixture->page), comments);
  g_assert_true (shows_label (fixture->page, "Comments: ;hint"));

  ik_test_widgets_press (fixture->window, "type 'Yes ;Hint '");
  expanded = dup_note (fixture);
  g_assert_cmpstr (expanded, ==, "Yes Needed a hint ");
  ik_test_widgets_press (fixture->window, "key ctrl+z");
  undone = dup_note (fixture);
  g_assert_cmpstr (undone, ==, "Yes ;Hint");

  ik_test_widgets_press (fixture->window, "key ctrl+a Delete");
  ik_test_widgets_press (fixture->window, "type 'a; hint ;hints hint ;'");
  other = dup_note (fixture);
  g_assert_cmpstr (other, ==, "a; hint ;hints hint ;");
}

/* By the digit that goes on after the question's own three. */
static void
test_ticks_chips (IkTestLivePage *fixture,
                  gconstpointer   data)
{
  IkChips *chips = ik_chips_new ();
  const IkIndicator *indicator;
  GtkWidget *own_chips;
  GtkWidget *button;

  ik_text_list_add (chips->common, "Good example");
  ik_text_list_add (chips->common, "Needed a hint");
  ik_live_interview_take_chips (fixture->live, chips);
  ik_test_live_page_activate (fixture, "live.next", NULL);
  g_assert_cmpuint (ik_test_live_page_get_item (fixture)->indicators->len, ==, 3);

  ik_test_widgets_press (fixture->window, "key alt+shift+5");
  g_assert_cmpuint (ik_test_live_page_get_item (fixture)->indicators->len, ==, 4);
  indicator = ik_test_live_page_get_item (fixture)->indicators->pdata[3];
  g_assert_cmpstr (indicator->text, ==, "Needed a hint");
  g_assert_cmpint (indicator->ticked_at_us, !=, 0);
  own_chips = ik_test_widgets_find (fixture->page, GTK_TYPE_FLOW_BOX, "own-chips");
  button = gtk_widget_get_last_child (gtk_widget_get_last_child (own_chips));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  ik_test_widgets_press (fixture->window, "key alt+z");
  g_assert_cmpuint (ik_test_live_page_get_item (fixture)->indicators->len, ==, 3);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (ik_test_live_page_get_item (fixture)->indicators->len, ==, 4);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (ik_test_live_page_get_item (fixture)->indicators->len, ==, 3);
}

static int
measure_chip (const char *text,
              int         width)
{
  GtkWidget *button = g_object_ref_sink (ik_indicator_button_new ());
  g_autoptr(IkIndicator) indicator = ik_indicator_new (IK_INDICATOR_POSITIVE, text);
  int height;

  ik_indicator_button_set_indicator (IK_INDICATOR_BUTTON (button), indicator, 0, TRUE);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  g_assert_finalize_object (button);

  return height;
}

static void
test_chip_height (void)
{
  const char *text = "Names the cost of each index before it is made";
  g_autofree char *long_text = g_strnfill (240, 'a');
  g_autofree char *longer_text = g_strnfill (260, 'a');

  g_test_summary ("A chip is as high as its text in the width that there is, up to six lines");

  g_assert_cmpint (measure_chip (text, 900), ==, measure_chip ("Cost", 900));
  g_assert_cmpint (measure_chip (text, 300), >, measure_chip (text, 900));
  g_assert_cmpint (measure_chip (text, 160), >, measure_chip (text, 300));
  g_assert_cmpint (measure_chip (long_text, 130), ==, measure_chip (longer_text, 130));
}

#define ADD(name, func) \
  g_test_add ("/widgets/live-notes/" name, IkTestLivePage, NULL, ik_test_live_page_set_up, func, \
              ik_test_live_page_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("shows-markup", test_shows_markup);
  ADD ("shows-times", test_shows_times);
  ADD ("tells-times", test_tells_times);
  ADD ("comments", test_comments);
  ADD ("ticks-chips", test_ticks_chips);
  g_test_add_func ("/widgets/live-notes/chip-height", test_chip_height);

  return g_test_run ();
}
