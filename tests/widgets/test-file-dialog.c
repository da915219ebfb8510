#include "ik-file-dialog.h"
#include "ik-test-widgets.h"

#include <glib/gstdio.h>
#include <string.h>

/* A folder with one file, and a window to ask from. */
typedef struct
{
  char      *directory;
  char      *path;
  GtkWidget *window;
  GFile     *chosen; /* (nullable) */
  gboolean   is_answered;
  gboolean   was_listed;
} Fixture;

/* What others put there stays. */
static void
add_other_file (void)
{
  const GtkRecentData other = {
    .mime_type = (char *) "text/plain", .app_name = (char *) "other", .app_exec = (char *) "other",
  };

  g_assert_true (gtk_recent_manager_add_full (gtk_recent_manager_get_default (),
                                              "file:///tmp/of-another-program.txt", &other));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->directory = g_dir_make_tmp ("ik-file-dialog-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "ada-lovelace.pdf", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "A curriculum", -1, NULL));
  fixture->window = ik_test_widgets_show (gtk_label_new ("Parent"));
  add_other_file ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->chosen);
  g_unlink (fixture->path);
  g_rmdir (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->directory);
}

static gboolean
has_dialog (gpointer data)
{
  return ik_test_widgets_get_file_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static gboolean
has_file (gpointer data)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (data);

  return file != NULL;
}

/* GTK has the file in memory for a while. */
static gboolean
is_listed (gpointer data)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  gboolean found = FALSE;

  for (GList *link = items; link != NULL; link = link->next)
    found = found || strstr (gtk_recent_info_get_uri (link->data), "ada-lovelace") != NULL;
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  return found;
}

static gboolean
is_not_listed (gpointer data)
{
  return !is_listed (NULL);
}

static gboolean
is_chosen (gpointer data)
{
  Fixture *fixture = data;

  fixture->was_listed = fixture->was_listed || is_listed (NULL);
  return fixture->chosen != NULL && fixture->was_listed;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->chosen = ik_file_dialog_finish (result);
  fixture->is_answered = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Fixture *) data)->is_answered;
}

/* GTK writes the list once more as an application ends. */
static void
end_application (void)
{
  g_autoptr(GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (g_application_quit), NULL);
  ik_file_dialog_forget_files ();
  g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
assert_not_in_list (Fixture *fixture)
{
  g_autofree char *list = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  g_autofree char *contents = NULL;

  /* It goes from there as the list is written, not after. */
  ik_test_widgets_wait (is_not_listed, NULL);
  g_assert_true (g_file_get_contents (list, &contents, NULL, NULL));
  g_assert_null (strstr (contents, "ada-lovelace"));
  g_assert_nonnull (strstr (contents, "of-another-program"));

  end_application ();
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (list, &contents, NULL, NULL));
  g_assert_null (strstr (contents, "ada-lovelace"));
  g_assert_nonnull (strstr (contents, "of-another-program"));
}

/* Answers the dialog as a person does. */
static void
accept (Fixture *fixture)
{
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  GtkWidget *dialog;

  ik_test_widgets_wait (has_dialog, NULL);
  dialog = ik_test_widgets_get_file_dialog ();
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_OPEN)
    g_assert_true (gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL));
  ik_test_widgets_wait (has_file, dialog);
  ik_test_widgets_settle ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  ik_test_widgets_wait (is_chosen, fixture);
}

/* What is opened says who is interviewed: other programs have no use for it. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = NULL;

  ik_file_dialog_open_async (fixture->window, "Add a File", IK_FILE_FILTER_ANY, FALSE, chosen_cb,
                             fixture);
  accept (fixture);

  path = g_file_get_path (fixture->chosen);
  g_assert_cmpstr (path, ==, fixture->path);
  assert_not_in_list (fixture);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  ik_file_dialog_save_async (fixture->window, "Save Report", IK_FILE_FILTER_REPORT,
                             "ada-lovelace.pdf", chosen_cb, fixture);
  accept (fixture);

  assert_not_in_list (fixture);
}

static void
choose_filter (GtkFileChooser *chooser,
               guint           i)
{
  g_autoptr(GListModel) filters = gtk_file_chooser_get_filters (chooser);
  g_autoptr(GtkFileFilter) filter = g_list_model_get_item (filters, i);

  g_assert_nonnull (filter);
  gtk_file_chooser_set_filter (chooser, filter);
  ik_test_widgets_settle ();
}

/* The name says in which format a pack is written, "All files" nothing. */
static void
test_ending_goes_with_filter (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char *const endings[] = { "ikpack", "md", "csv" };
  g_autofree char *bare = NULL;
  GtkFileChooser *chooser;

  ik_file_dialog_save_async (fixture->window, "Export Pack", IK_FILE_FILTER_PACK, "Ada 1.0.ikpack",
                             chosen_cb, fixture);
  ik_test_widgets_wait (has_dialog, NULL);
  chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());

  for (guint i = 2 * G_N_ELEMENTS (endings) + 1; i-- > 0;)
    {
      g_autofree char *name = NULL;
      g_autofree char *expected = NULL;

      choose_filter (chooser, i % (G_N_ELEMENTS (endings) + 1));
      name = gtk_file_chooser_get_current_name (chooser);
      expected = g_strjoin (".", "Ada 1.0", i % 4 == 3 ? endings[0] : endings[i % 4], NULL);
      g_assert_cmpstr (name, ==, expected);
    }

  gtk_file_chooser_set_current_name (chooser, "Ada 1.0");
  choose_filter (chooser, 1);
  bare = gtk_file_chooser_get_current_name (chooser);
  g_assert_cmpstr (bare, ==, "Ada 1.0.md");

  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  ik_test_widgets_wait (has_no_dialog, NULL);
  ik_test_widgets_wait (is_answered, fixture);
}

static void
test_make_name (void)
{
  static const struct
  {
    const char *title;
    const char *ending;
    const char *expected;
  } cases[] = {
    { "Ada Lovelace, Backend", "pdf", "Ada Lovelace, Backend.pdf" },
    { "Ada Lovelace, Backend.", "pdf", "Ada Lovelace, Backend.pdf" },
    { "What next? ...", "pdf", "What next.pdf" },
    { "Ada Lovelace Jr.", NULL, "Ada Lovelace Jr" },
    { "Ada", NULL, "Ada" },
    { ".NET", "ikpack", "_NET.ikpack" },
    { "C/C++: one", "ikpack", "C C++  one.ikpack" },
    { " . ", "db", "Untitled.db" },
    { "", NULL, "Untitled" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ik_file_dialog_make_name (cases[i].title, cases[i].ending);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/file-dialog/make-name", test_make_name);
  g_test_add ("/widgets/file-dialog/open-is-not-told", Fixture, NULL, set_up, test_open,
              tear_down);
  g_test_add ("/widgets/file-dialog/ending-goes-with-filter", Fixture, NULL, set_up,
              test_ending_goes_with_filter, tear_down);
  g_test_add ("/widgets/file-dialog/save-is-not-told", Fixture, NULL, set_up, test_save,
              tear_down);

  return g_test_run ();
}
