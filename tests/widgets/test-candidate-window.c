#include "ik-candidate-bar.h"
#include "ik-candidate-window.h"
#include "ik-live-page.h"
#include "ik-notes-pane.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"
#include "ik-text.h"

#include <string.h>

typedef struct
{
  IkTestLibrary    base;
  char            *id;
  IkLiveInterview *live;
  GtkWidget       *page;
  GtkWidget       *window;
} Fixture;

static void
fill_list (GPtrArray  *texts,
           const char *word)
{
  g_ptr_array_set_size (texts, 0);
  g_ptr_array_add (texts, g_strdup (word));
}

static void
fill_interviewer (IkInterviewerText *text,
                  const char        *word)
{
  g_autoptr(GBytes) data = g_bytes_new (word, strlen (word));

  fill_list (text->follow_ups, word);
  ik_text_set (&text->reference_answer, word);
  g_ptr_array_add (text->level_answers, ik_level_answer_new (word, word));
  ik_text_set (&text->why_it_matters, word);
  fill_list (text->clarifying_questions, word);
  fill_list (text->solution_steps, word);
  fill_list (text->positive_indicators, word);
  fill_list (text->red_flags, word);
  fill_list (text->references, word);
  g_ptr_array_add (text->attachments, ik_attachment_new (word, "image/png", IK_SIDE_INTERVIEWER,
                                                         data));
}

/* All that is not the candidate's side. */
static void
fill (IkInterview *interview,
      const char  *word)
{
  char **const texts[] = {
    &interview->candidate_name, &interview->set_title, &interview->role,
    &interview->interviewer_name, &interview->round, &interview->opening, &interview->room,
    &interview->summary,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ik_text_set (texts[i], word);
  ik_notes_update (interview->notes, word, 1);
  for (guint i = 0; i < interview->items->len; i++)
    {
      IkInterviewItem *item = interview->items->pdata[i];

      fill_interviewer (&item->interviewer, word);
      ik_text_set (&item->section, word);
      ik_text_set (&item->section_introduction, word);
      ik_text_set (&item->evidence, word);
      ik_text_set (&item->asked_as, word);
      ik_notes_update (item->notes, word, 1);
      for (guint k = 0; k < item->indicators->len; k++)
        ik_text_set (&((IkIndicator *) item->indicators->pdata[k])->text, word);
    }
}

static void
show (Fixture    *fixture,
      const char *word)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  IkInterview *interview = ik_test_interview_load (fixture->base.library, fixture->id);

  fill (interview, word);
  fixture->live = ik_live_interview_new (fixture->base.library, interview, clock);
  ik_live_interview_start (fixture->live);
  fixture->page = ik_live_page_new (fixture->live);
  fixture->window = ik_test_widgets_show (fixture->page);
}

static void
hide (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_settle ();
  ik_test_interview_flush (fixture->live);
  g_assert_finalize_object (g_steal_pointer (&fixture->live));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_library_set_up (&fixture->base, data);
  fixture->id = ik_test_interview_plan (&fixture->base);
  show (fixture, "Marker");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hide (fixture);
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_CANDIDATE_WINDOW));
  g_free (fixture->id);
  ik_test_library_tear_down (&fixture->base, data);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action_variant (fixture->page, action, NULL));
  ik_test_widgets_settle ();
}

static GtkWidget *
open_window (Fixture *fixture)
{
  GtkWidget *window;

  activate (fixture, "live.candidate-window");
  window = ik_test_widgets_find_window (IK_TYPE_CANDIDATE_WINDOW);
  g_assert_nonnull (window);
  return window;
}

static const char *
get_prompt (GtkWidget *window)
{
  return gtk_label_get_text (GTK_LABEL (ik_test_widgets_find (window, GTK_TYPE_LABEL, "prompt")));
}

static const char *
get_state (Fixture *fixture)
{
  GtkWidget *bar = ik_test_widgets_find (fixture->page, IK_TYPE_CANDIDATE_BAR, NULL);

  if (!gtk_widget_get_mapped (bar))
    return NULL;

  return gtk_label_get_text (GTK_LABEL (ik_test_widgets_find (bar, GTK_TYPE_LABEL, NULL)));
}

static void
test_follows_question (Fixture       *fixture,
                       gconstpointer  data)
{
  const IkInterview *interview = ik_live_interview_get_interview (fixture->live);
  GtkWidget *window;

  g_assert_null (get_state (fixture));
  window = open_window (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "The candidate sees this question");

  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      g_assert_cmpstr (get_prompt (window), ==, item->candidate.prompt);
      activate (fixture, "live.next");
    }

  activate (fixture, "live.candidate-window");
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_CANDIDATE_WINDOW));
  g_assert_null (get_state (fixture));
}

static void
test_blank (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);
  GtkWidget *prompt = ik_test_widgets_find (window, GTK_TYPE_LABEL, "prompt");

  activate (fixture, "live.blank");
  g_assert_false (gtk_widget_get_mapped (prompt));
  g_assert_cmpstr (get_state (fixture), ==, "The candidate sees an empty screen");

  /* It stays so until the interviewer shows one. */
  activate (fixture, "live.next");
  g_assert_false (gtk_widget_get_mapped (prompt));
  activate (fixture, "live.blank");
  g_assert_true (gtk_widget_get_mapped (prompt));
  g_assert_cmpstr (get_state (fixture), ==, "The candidate sees this question");
}

static void
lock_screen (Fixture  *fixture,
             gboolean  locked)
{
  g_autoptr(GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_emit_signal (connection, NULL, "/org/gnome/ScreenSaver",
                                 "org.gnome.ScreenSaver", "ActiveChanged",
                                 g_variant_new ("(b)", locked), NULL);
}

/* The watch may not listen yet when it is first told. */
static gboolean
is_covered (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *notes = ik_test_widgets_find (fixture->page, IK_TYPE_NOTES_PANE, NULL);

  lock_screen (fixture, TRUE);
  return gtk_widget_get_opacity (notes) < 0.5;
}

/* What was covered with the screen stays so until a key shows it. */
static void
test_locked_screen (Fixture       *fixture,
                    gconstpointer  data)
{
  guint name_id = g_bus_own_name (G_BUS_TYPE_SESSION, "org.gnome.ScreenSaver", 0, NULL, NULL, NULL,
                                  NULL, NULL);
  GtkWidget *notes = ik_test_widgets_find (fixture->page, IK_TYPE_NOTES_PANE, NULL);
  GtkWidget *window = open_window (fixture);
  GtkWidget *prompt = ik_test_widgets_find (window, GTK_TYPE_LABEL, "prompt");

  lock_screen (fixture, FALSE);
  g_assert_cmpfloat (gtk_widget_get_opacity (notes), >, 0.5);
  ik_test_widgets_wait (is_covered, fixture);
  g_assert_false (gtk_widget_get_mapped (prompt));

  lock_screen (fixture, FALSE);
  ik_test_widgets_settle ();
  g_assert_cmpfloat (gtk_widget_get_opacity (notes), <, 0.5);
  g_assert_false (gtk_widget_get_mapped (prompt));

  activate (fixture, "live.hide");
  activate (fixture, "live.blank");
  g_assert_cmpfloat (gtk_widget_get_opacity (notes), >, 0.5);
  g_assert_true (gtk_widget_get_mapped (prompt));
  g_bus_unown_name (name_id);
}

static gboolean
is_at_second (gpointer data)
{
  Fixture *fixture = data;

  return ik_live_interview_get_current (fixture->live) == 1;
}

/* Keys do in it what they do on the page, and what is typed is the note. */
static void
test_keys_are_the_pages (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);
  const IkInterviewItem *item;
  g_autofree char *note = NULL;

  gtk_window_present (GTK_WINDOW (window));
  ik_test_widgets_press (window, "key Escape alt+n");
  ik_test_widgets_wait (is_at_second, fixture);
  ik_test_widgets_press (window, "key o k space BackSpace");
  g_assert_true (gtk_window_is_active (GTK_WINDOW (window)));
  item = ik_live_interview_get_interview (fixture->live)->items->pdata[1];
  note = ik_notes_to_text (item->notes);
  g_assert_cmpstr (note, ==, "Markerok");

  ik_test_widgets_press (window, "key F11");
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  ik_test_widgets_press (window, "key alt+w");
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_CANDIDATE_WINDOW));
}

static void
test_can_be_closed_by_itself (Fixture       *fixture,
                              gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (open_window (fixture)));
  ik_test_widgets_settle ();
  g_assert_null (get_state (fixture));
  open_window (fixture);
}

/* What assistive technology gets to hear of @widget; %NULL where nothing. */
static char *
dup_accessible (GtkWidget             *widget,
                GtkAccessibleProperty  property)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");
}

static guint
check_unmarked (GtkWidget *widget)
{
  static const GtkAccessibleProperty properties[] = {
    GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION,
    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
  };
  g_autofree GParamSpec **specs = NULL;
  guint n_specs;
  guint n_widgets = 1;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *value = dup_accessible (widget, properties[i]);

      g_assert_true (value == NULL || strstr (value, "Marker") == NULL);
    }

  /* Labels, tooltips, titles and texts of whatever class. */
  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n_specs);
  for (guint i = 0; i < n_specs; i++)
    {
      g_autofree char *value = NULL;

      if (specs[i]->value_type != G_TYPE_STRING || (specs[i]->flags & G_PARAM_READABLE) == 0)
        continue;

      g_object_get (widget, specs[i]->name, &value, NULL);
      g_assert_true (value == NULL || strstr (value, "Marker") == NULL);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_widgets += check_unmarked (child);

  return n_widgets;
}

static void
test_holds_nothing_of_the_interviewer (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);
  guint n_items = ik_live_interview_get_interview (fixture->live)->items->len;

  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpuint (check_unmarked (window), >, 10);
      activate (fixture, "live.next");
    }
}

static GBytes *
dup_pixels (GtkWidget *window)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  gsize stride;
  guchar *pixels;
  gsize size;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         NULL);
  stride = 4 * (gsize) gdk_texture_get_width (texture);
  size = stride * (gsize) gdk_texture_get_height (texture);
  pixels = g_malloc (size);
  gdk_texture_download (texture, pixels, stride);

  return g_bytes_new_take (pixels, size);
}

static GPtrArray *
dup_all_pixels (Fixture *fixture)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GtkWidget *window = open_window (fixture);
  guint n_items = ik_live_interview_get_interview (fixture->live)->items->len;

  while (ik_live_interview_get_current (fixture->live) > 0)
    activate (fixture, "live.previous");
  for (guint i = 0; i < n_items; i++)
    {
      g_ptr_array_add (all, dup_pixels (window));
      activate (fixture, "live.next");
    }

  return all;
}

static void
test_pixels_are_the_same (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GPtrArray) first = dup_all_pixels (fixture);
  g_autoptr(GPtrArray) second = NULL;

  hide (fixture);
  show (fixture, "Something else, and much longer than what stood here before.");
  second = dup_all_pixels (fixture);

  g_assert_cmpuint (first->len, >=, 3);
  for (guint i = 0; i < first->len; i++)
    g_assert_true (g_bytes_equal (first->pdata[i], second->pdata[i]));
  /* Of something: another question looks different. */
  g_assert_false (g_bytes_equal (first->pdata[0], first->pdata[1]));
}

static void
test_large_print (Fixture       *fixture,
                  gconstpointer  data)
{
  g_test_summary ("An adjustment of the candidate sets all text half as large again");

  g_assert_false (gtk_widget_has_css_class (open_window (fixture), "large-print"));
  hide (fixture);

  ik_test_library_run_sql (&fixture->base, "INSERT INTO adjustment (candidate_id, large_print) "
                           "SELECT id, 1 FROM candidate");
  show (fixture, "Marker");
  g_assert_true (gtk_widget_has_css_class (open_window (fixture), "large-print"));
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add ("/widgets/candidate-window/large-print", Fixture, NULL, set_up, test_large_print,
              tear_down);
  g_test_add ("/widgets/candidate-window/follows-question", Fixture, NULL, set_up,
              test_follows_question, tear_down);
  g_test_add ("/widgets/candidate-window/blank", Fixture, NULL, set_up, test_blank, tear_down);
  g_test_add ("/widgets/candidate-window/locked-screen", Fixture, NULL, set_up,
              test_locked_screen, tear_down);
  g_test_add ("/widgets/candidate-window/keys-are-the-pages", Fixture, NULL, set_up,
              test_keys_are_the_pages, tear_down);
  g_test_add ("/widgets/candidate-window/can-be-closed-by-itself", Fixture, NULL, set_up,
              test_can_be_closed_by_itself, tear_down);
  g_test_add ("/widgets/candidate-window/holds-nothing-of-the-interviewer", Fixture, NULL, set_up,
              test_holds_nothing_of_the_interviewer, tear_down);
  g_test_add ("/widgets/candidate-window/pixels-are-the-same", Fixture, NULL, set_up,
              test_pixels_are_the_same, tear_down);

  return g_test_run ();
}
