#include "ik-chord.h"
#include "ik-live-page.h"
#include "ik-rating-button.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"

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
  ik_live_interview_start (fixture->live);
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
get_item (Fixture *fixture)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);

  return interview->items->pdata[ik_live_interview_get_current (fixture->live)];
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *target)
{
  g_autoptr(GVariant) value = NULL;

  if (target != NULL)
    value = g_variant_ref_sink (g_variant_parse (NULL, target, NULL, NULL, NULL));
  g_assert_true (gtk_widget_activate_action_variant (fixture->page, action, value));
}

static GtkTextView *
get_note_view (Fixture *fixture)
{
  return GTK_TEXT_VIEW (ik_test_widgets_find (fixture->page, GTK_TYPE_TEXT_VIEW, "note"));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (get_note_view (fixture)), text, -1);
}

static void
test_focus_is_in_note (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (get_note_view (fixture)));

  activate (fixture, "live.next", NULL);
  activate (fixture, "live.rate", "uint32 1");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (get_note_view (fixture)));
}

static void
test_rates (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  /* The opening is not scored. */
  activate (fixture, "live.rate", "uint32 1");
  g_assert_cmpint (get_item (fixture)->rating, ==, IK_RATING_NONE);

  activate (fixture, "live.next", NULL);
  activate (fixture, "live.rate", "uint32 0");
  g_assert_cmpint (get_item (fixture)->rating, !=, IK_RATING_NONE);
  g_assert_cmpint (get_item (fixture)->outcome, ==, IK_OUTCOME_ANSWERED);
  button = ik_test_widgets_find (fixture->page, IK_TYPE_RATING_BUTTON, NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_nonnull (ik_test_widgets_find (fixture->page, GTK_TYPE_BOX, "asked"));

  /* Again, by its button: it is cleared. */
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (get_item (fixture)->rating, ==, IK_RATING_NONE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_null (ik_test_widgets_find (fixture->page, GTK_TYPE_BOX, "asked"));

  activate (fixture, "live.not-assessed", NULL);
  g_assert_true (get_item (fixture)->not_assessed);
}

static void
test_takes_back (Fixture       *fixture,
                 gconstpointer  data)
{
  activate (fixture, "live.next", NULL);
  activate (fixture, "live.rate", "uint32 0");
  activate (fixture, "live.rate", "uint32 1");
  activate (fixture, "live.undo", NULL);
  g_assert_cmpint (get_item (fixture)->rating, ==, 1);

  activate (fixture, "live.undo", NULL);
  g_assert_cmpint (get_item (fixture)->rating, ==, IK_RATING_NONE);
  g_assert_cmpint (get_item (fixture)->outcome, ==, IK_OUTCOME_NOT_ASKED);
}

static void
test_rating_says_its_state (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *label = NULL;
  const IkRubric *rubric;
  const IkRubricLevel *level;
  GtkWidget *button;

  activate (fixture, "live.next", NULL);
  activate (fixture, "live.rate", "uint32 0");
  button = ik_test_widgets_find (fixture->page, IK_TYPE_RATING_BUTTON, NULL);
  rubric = ik_interview_get_rubric (ik_live_interview_get_interview (fixture->live),
                                    get_item (fixture));
  level = rubric->levels->pdata[0];
  label = g_strdup_printf ("Rate %d, %s, selected", level->value, level->label);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_notes_stay_with_their_question (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *first = NULL;

  type (fixture, "on the first");
  activate (fixture, "live.next", NULL);
  type (fixture, "on the second");
  activate (fixture, "live.previous", NULL);
  type (fixture, ", more");

  first = ik_notes_to_text (get_item (fixture)->notes);
  g_assert_cmpstr (first, ==, "on the first, more");
}

static void
test_hides_what_is_private (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *notes = ik_test_widgets_find (fixture->page, ADW_TYPE_BIN, "notes-pane");
  GtkWidget *prompt = ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "prompt");

  activate (fixture, "live.hide", NULL);
  g_assert_cmpfloat (gtk_widget_get_opacity (notes), <, 0.01);
  g_assert_cmpfloat (gtk_widget_get_opacity (prompt), >, 0.99);

  /* What is typed still arrives. */
  type (fixture, "unseen");
  g_assert_cmpuint (get_item (fixture)->notes->len, ==, 1);

  activate (fixture, "live.hide", NULL);
  g_assert_cmpfloat (gtk_widget_get_opacity (notes), >, 0.99);
}

static void
test_pauses (Fixture       *fixture,
             gconstpointer  data)
{
  activate (fixture, "live.pause", NULL);
  g_assert_true (ik_live_interview_is_paused (fixture->live));
  activate (fixture, "live.pause", NULL);
  g_assert_false (ik_live_interview_is_paused (fixture->live));
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
test_whole_interview (Fixture       *fixture,
                      gconstpointer  data)
{
  gboolean ended = FALSE;
  g_autoptr(IkInterview) stored = NULL;
  const IkInterviewItem *item;

  g_signal_connect (fixture->page, "ended", G_CALLBACK (ended_cb), &ended);
  type (fixture, "Came on time.");
  activate (fixture, "live.outcome", "'answered'");
  activate (fixture, "live.next", NULL);
  activate (fixture, "live.tick", "uint32 0");
  activate (fixture, "live.outcome", "'partly'");
  activate (fixture, "live.rate", "uint32 1");
  activate (fixture, "live.reference", NULL);
  activate (fixture, "live.skip", NULL);
  activate (fixture, "live.end", NULL);
  ik_test_widgets_wait (has_ended, &ended);

  stored = ik_test_interview_load (fixture->base.library, fixture->id);
  g_assert_cmpint (stored->state, ==, IK_INTERVIEW_STATE_REVIEW);
  item = stored->items->pdata[1];
  g_assert_cmpint (item->outcome, ==, IK_OUTCOME_PARTLY);
  g_assert_cmpint (item->rating, !=, IK_RATING_NONE);
  item = stored->items->pdata[0];
  g_assert_cmpuint (item->notes->len, ==, 1);
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

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/chord/what-stands-on-the-key", test_chord_is_what_stands_on_the_key);
  g_test_add ("/widgets/live-page/focus-is-in-note", Fixture, NULL, set_up,
              test_focus_is_in_note, tear_down);
  g_test_add ("/widgets/live-page/rates", Fixture, NULL, set_up, test_rates, tear_down);
  g_test_add ("/widgets/live-page/takes-back", Fixture, NULL, set_up,
              test_takes_back, tear_down);
  g_test_add ("/widgets/live-page/rating-says-its-state", Fixture, NULL, set_up,
              test_rating_says_its_state, tear_down);
  g_test_add ("/widgets/live-page/notes-stay-with-their-question", Fixture, NULL, set_up,
              test_notes_stay_with_their_question, tear_down);
  g_test_add ("/widgets/live-page/hides-what-is-private", Fixture, NULL, set_up,
              test_hides_what_is_private, tear_down);
  g_test_add ("/widgets/live-page/pauses", Fixture, NULL, set_up, test_pauses, tear_down);
  g_test_add ("/widgets/live-page/whole-interview", Fixture, NULL, set_up, test_whole_interview,
              tear_down);

  return g_test_run ();
}
