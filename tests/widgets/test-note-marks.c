#include "ik-note-marks.h"
#include "ik-settings.h"
#include "ik-test-widgets.h"

#include <string.h>

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *marks;
  GtkWidget     *view;
  GtkTextBuffer *buffer; /* (nullable) (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  fixture->view = gtk_text_view_new ();
  fixture->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)));
  fixture->marks = g_object_new (IK_TYPE_NOTE_MARKS,
                                 "view", fixture->view,
                                 "caption", data,
                                 NULL);
  gtk_box_append (GTK_BOX (box), fixture->view);
  gtk_box_append (GTK_BOX (box), fixture->marks);
  fixture->window = ik_test_widgets_show (box);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->buffer);
  ik_test_widgets_settle ();
}

static const char *
get_line (Fixture *fixture)
{
  GtkWidget *label = ik_test_widgets_find (fixture->marks, GTK_TYPE_LABEL, NULL);

  return gtk_widget_get_visible (fixture->marks) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

/* What is underlined, each wording in brackets. */
static char *
dup_marked (GtkTextBuffer *buffer)
{
  GString *marked = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      GtkTextIter end = iter;
      g_autoptr(GSList) tags = gtk_text_iter_get_toggled_tags (&iter, TRUE);
      g_autofree char *text = NULL;

      if (tags == NULL)
        continue;
      gtk_text_iter_forward_to_tag_toggle (&end, tags->data);
      text = gtk_text_iter_get_text (&iter, &end);
      g_string_append_printf (marked, "[%s]", text);
    }
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL));

  return g_string_free (marked, FALSE);
}

typedef struct
{
  GtkTextBuffer *buffer;
  const char    *expected;
} Marked;

static gboolean
is_marked (gpointer data)
{
  const Marked *self = data;
  g_autofree char *marked = dup_marked (self->buffer);

  return g_str_equal (marked, self->expected);
}

static void
wait_marked (GtkTextBuffer *buffer,
             const char    *expected)
{
  Marked marked = { buffer, expected };

  ik_test_widgets_wait (is_marked, &marked);
  ik_test_widgets_settle ();
}

typedef struct
{
  Fixture    *fixture;
  const char *expected; /* nullable */
} Line;

static gboolean
says (gpointer data)
{
  const Line *self = data;

  return g_strcmp0 (get_line (self->fixture), self->expected) == 0;
}

static void
wait_line (Fixture    *fixture,
           const char *expected)
{
  Line line = { fixture, expected };

  ik_test_widgets_wait (says, &line);
}

static void
test_caption (Fixture       *fixture,
              gconstpointer  data)
{
  gboolean wraps = FALSE;
  GtkWidget *label = ik_test_widgets_find (fixture->marks, GTK_TYPE_LABEL, NULL);

  g_assert_cmpstr (get_line (fixture), ==, data);
  g_object_get (label, "wrap", &wraps, NULL);
  g_assert_true (wraps);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)), ==,
                   GTK_ACCESSIBLE_ROLE_STATUS);
}

/* Softly: the text is as it was, nothing can be undone, the focus stays. */
static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;

  gtk_widget_grab_focus (fixture->view);
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "Knows “Müller”. She is pregnant.", -1);
  before = dup_marked (fixture->buffer);
  g_assert_cmpstr (before, ==, "");

  wait_marked (fixture->buffer, "[She is pregnant]");
  g_assert_cmpstr (get_line (fixture), ==, "“She is pregnant”: family is not job-related. "
                   "The candidate may read this.");
  g_assert_true (gtk_widget_is_focus (fixture->view));

  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Knows “Müller”. She is pregnant.");
  gtk_text_buffer_undo (fixture->buffer);
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, 0);
  wait_line (fixture, data);
}

static void
test_paragraphs (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  GtkTextIter iter;

  gtk_text_buffer_set_text (fixture->buffer, "Too young.\n\nFine.\nMarried, two kids.\n", -1);
  wait_marked (fixture->buffer, "[Too young][Married][two kids]");
  g_assert_cmpstr (get_line (fixture), ==, "“two kids”: family is not job-related. "
                   "2 more wordings are marked. "
                   "The candidate may read this.");

  /* The one at the cursor is what the line is about. */
  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, 2);
  gtk_text_buffer_place_cursor (fixture->buffer, &iter);
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "Wears a hijab. ", -1);
  wait_marked (fixture->buffer, "[Too young][hijab][Married][two kids]");
  g_assert_nonnull (strstr (get_line (fixture), "“hijab”: faith is not job-related."));

  /* Two paragraphs become one that says something else. */
  gtk_text_buffer_set_text (fixture->buffer, "race\ncondition, too\nyoung", -1);
  wait_marked (fixture->buffer, "");
  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, 2);
  gtk_text_buffer_backspace (fixture->buffer, &iter, FALSE, TRUE);
  gtk_text_buffer_insert (fixture->buffer, &iter, " ", 1);
  wait_marked (fixture->buffer, "[too young]");
}

/* Each question has a buffer of its own. */
static void
test_buffers (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GtkTextBuffer) other = gtk_text_buffer_new (NULL);

  gtk_text_buffer_set_text (fixture->buffer, "Strong accent.", -1);
  wait_marked (fixture->buffer, "[Strong accent]");

  gtk_text_buffer_set_text (other, "Uses a wheelchair.", -1);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (fixture->view), other);
  g_assert_null (get_line (fixture));
  wait_marked (other, "[wheelchair]");

  gtk_text_view_set_buffer (GTK_TEXT_VIEW (fixture->view), fixture->buffer);
  g_assert_nonnull (strstr (get_line (fixture), "“Strong accent”: origin is not job-related."));
}

/* Where the person wants none, and where nothing can be changed any more. */
static void
test_off (Fixture       *fixture,
          gconstpointer  data G_GNUC_UNUSED)
{
  gtk_text_buffer_set_text (fixture->buffer, "Too young.", -1);
  wait_marked (fixture->buffer, "[Too young]");
  g_object_set (fixture->marks, "active", FALSE, NULL);
  wait_marked (fixture->buffer, "");
  wait_line (fixture, NULL);

  g_object_set (fixture->marks, "active", TRUE, NULL);
  wait_marked (fixture->buffer, "[Too young]");
  gtk_text_view_set_editable (GTK_TEXT_VIEW (fixture->view), FALSE);
  wait_marked (fixture->buffer, "");
}

static void
test_setting (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  g_assert_nonnull (settings);
  gtk_text_buffer_set_text (fixture->buffer, "Too young.", -1);
  wait_marked (fixture->buffer, "[Too young]");
  g_settings_set_boolean (settings, "mark-notes", FALSE);
  wait_marked (fixture->buffer, "");
  g_settings_reset (settings, "mark-notes");
  wait_marked (fixture->buffer, "[Too young]");
}

static void
test_entry (void)
{
  Fixture fixture = { .view = gtk_entry_new () };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  fixture.marks = g_object_new (IK_TYPE_NOTE_MARKS, "entry", fixture.view, NULL);
  gtk_box_append (GTK_BOX (box), fixture.view);
  gtk_box_append (GTK_BOX (box), fixture.marks);
  fixture.window = ik_test_widgets_show (box);

  g_assert_null (get_line (&fixture));
  gtk_editable_set_text (GTK_EDITABLE (fixture.view), "Good, but über 50: She looks old.");
  wait_line (&fixture, "“She looks old”: age is not job-related. The candidate may read this.");
  g_assert_nonnull (gtk_entry_get_attributes (GTK_ENTRY (fixture.view)));

  gtk_editable_set_text (GTK_EDITABLE (fixture.view), "Good.");
  wait_line (&fixture, NULL);
  tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  ik_test_widgets_init (&argc, &argv);

#define ADD(name, caption, func) \
  g_test_add ("/widgets/note-marks/" name, Fixture, caption, set_up, func, tear_down)

  ADD ("caption", "They may read it.", test_caption);
  ADD ("mark", "They may read it.", test_mark);
  ADD ("paragraphs", NULL, test_paragraphs);
  ADD ("buffers", NULL, test_buffers);
  ADD ("off", NULL, test_off);
  ADD ("setting", NULL, test_setting);
  g_test_add_func ("/widgets/note-marks/entry", test_entry);

#undef ADD

  return g_test_run ();
}
