#include "ik-test-widgets.h"

#include "ik-widgets.h"

#include <gdk/x11/gdkx.h>

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define DOMAIN_NAME "interview-kit"

/* How often a condition is looked at that nothing announces. */
#define POLL_MS 5

void
ik_test_widgets_init (int    *argc,
                      char ***argv)
{
  GtkCssProvider *provider;

  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  ik_widgets_init ();

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/com/example/InterviewKit/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

/* A window around @child, drawn. */
GtkWidget *
ik_test_widgets_show (GtkWidget *child)
{
  return ik_test_widgets_show_sized (child, 1280, 800);
}

GtkWidget *
ik_test_widgets_show_sized (GtkWidget *child,
                            int        width,
                            int        height)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  ik_test_widgets_settle ();

  return window;
}

/* Answers the dialog that is open. */
void
ik_test_widgets_answer_dialog (const char *response)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (l->data))
        {
          adw_message_dialog_response (l->data, response);
          gtk_window_destroy (l->data);
          return;
        }
    }
  g_error ("no dialog is open");
}

static void
collect_keys (GtkWidget *widget,
              GString   *keys)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (tooltip != NULL)
    g_string_append_printf (keys, "%s\n", tooltip);
  if (gtk_widget_has_css_class (widget, "keycap"))
    {
      g_auto(GStrv) words = g_strsplit (gtk_label_get_text (GTK_LABEL (widget)), " ", -1);
      g_autofree char *key = g_strjoinv ("+", words);

      g_string_append_printf (keys, "%s\n", key);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_keys (child, keys);
}

/* What the controls below @widget say of keys, keycaps and tooltips; those that
 * only another width shows as well. */
char *
ik_test_widgets_dup_keys (GtkWidget *widget)
{
  GString *keys = g_string_new (NULL);

  collect_keys (widget, keys);
  return g_string_free (keys, FALSE);
}

/* The text of one section of the window of the shortcuts. */
static char *
dup_shortcuts (const char *section)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes =
    g_resources_lookup_data ("/com/example/InterviewKit/gtk/help-overlay.ui",
                             G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *name = g_strdup_printf ("<property name=\"section-name\">%s</property>", section);
  const char *start;
  const char *end;

  g_assert_no_error (error);
  start = strstr (g_bytes_get_data (bytes, NULL), name);
  g_assert_nonnull (start);
  end = strstr (start, "GtkShortcutsSection");
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}

/* Each of @chords stands on a control below @widget and in @section of the
 * window of the shortcuts. */
void
ik_test_widgets_check_keys (GtkWidget     *widget,
                            const char    *section,
                            const IkChord *chords,
                            gsize          n_chords)
{
  g_autofree char *keys = ik_test_widgets_dup_keys (widget);
  g_autofree char *shortcuts = dup_shortcuts (section);

  for (gsize i = 0; i < n_chords; i++)
    {
      g_autofree char *accelerator = ik_chord_dup_accelerator (&chords[i]);
      g_autofree char *escaped = g_markup_escape_text (accelerator, -1);
      g_autofree char *shown = g_strdup_printf (chords[i].shift ? "Alt+Shift+%c" : "Alt+%c",
                                                g_ascii_toupper (chords[i].first));

      if (strstr (shortcuts, escaped) == NULL)
        g_error ("%s is not among the shortcuts", accelerator);
      /* Scrolling has no control; the space has no letter. */
      if (g_ascii_isalnum (chords[i].first) && strstr (keys, shown) == NULL)
        g_error ("%s stands on no control", shown);
    }
}

/* The first one of @type below @widget that has @css_class, which may be NULL. */
GtkWidget *
ik_test_widgets_find (GtkWidget  *widget,
                      GType       type,
                      const char *css_class)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ik_test_widgets_find (child, type, css_class);

  return found;
}

static gboolean
poll_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the main loop run until @condition, which is called @name, is true. */
void
ik_test_widgets_wait_for (const char      *name,
                          IkTestCondition  condition,
                          gpointer         data)
{
  gint64 end_us = g_get_monotonic_time () + IK_TEST_WIDGETS_TIMEOUT_US;
  guint poll_id = g_timeout_add_full (G_PRIORITY_LOW, POLL_MS, poll_cb, NULL, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end_us)
        g_error ("waited in vain for %s", name);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (poll_id);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

/* What a person does at the keyboard, in the words of xdotool, such as
 * "key alt+Left" or "type word". */
void
ik_test_widgets_press (GtkWidget  *window,
                       const char *input)
{
  g_autofree char *command = g_strdup_printf ("xdotool %s", input);
  g_autoptr(GError) error = NULL;
  int status;

  ik_test_widgets_wait (is_active, window);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  ik_test_widgets_settle ();
}

/* Moves the pointer of the screen over a widget, and presses a button of it where
 * @press says so. */
void
ik_test_widgets_point_at (GtkWidget  *widget,
                          const char *press)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree char *command = NULL;
  g_autoptr(GError) error = NULL;
  graphene_point_t point;
  double left, top;
  int status;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT (20, 5), &point));
  gtk_native_get_surface_transform (native, &left, &top);

  command = g_strdup_printf ("xdotool mousemove --window %lu %d %d %s",
                             gdk_x11_surface_get_xid (gtk_native_get_surface (native)),
                             (int) (point.x + left), (int) (point.y + top), press);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  ik_test_widgets_settle ();
}

static GtkWidget *
get_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

/* The first window of a class that is open, drawn; NULL where there is none. */
GtkWidget *
ik_test_widgets_find_window (GType type)
{
  ik_test_widgets_settle ();

  return get_window (type);
}

/* The dialog of files that is open, which may still be looking through folders;
 * NULL where there is none. */
GtkWidget *
ik_test_widgets_get_file_dialog (void)
{
  return get_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

/* Words from now on are German, which are longer. Without the translation the test
 * counts as skipped, and should end. */
gboolean
ik_test_widgets_speak_german (void)
{
  const char *directory = g_getenv ("IK_TEST_LOCALES");

  if (directory == NULL || !g_file_test (directory, G_FILE_TEST_IS_DIR) ||
      setlocale (LC_ALL, "C.UTF-8") == NULL)
    {
      g_test_skip ("no German translation here");
      return FALSE;
    }

  g_setenv ("LANGUAGE", "de", TRUE);
  bindtextdomain (DOMAIN_NAME, directory);
  textdomain (DOMAIN_NAME);
  g_assert_cmpstr (g_dgettext (DOMAIN_NAME, "Answered"), !=, "Answered");

  return TRUE;
}

void
ik_test_widgets_speak_english (void)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  bindtextdomain (DOMAIN_NAME, "/nonexistent");
}
