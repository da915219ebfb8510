#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-redaction.h"
#include "ik-report-form.h"
#include "ik-report-view.h"
#include "ik-report-window.h"
#include "ik-settings.h"
#include "ik-test-interview.h"
#include "ik-test-window.h"
#include "ik-text.h"

#include <glib/gstdio.h>
#include <string.h>

/* A report on its way out of the program, as a person sends it. */

#define QUESTIONS 6 /* place of their switch among those of the form */
#define SIGNATURE 7

/* 1 March 2031 at noon */
#define PLANNED_AT_US (G_GINT64_CONSTANT (1930132800) * G_USEC_PER_SEC)

typedef struct
{
  IkTestWindow  base;
  char         *id;
  GtkWidget    *window; /* of the report */
  char         *path;   /* of what is written */
} Fixture;

static const char *const keys[] = {
  "page-size", "report-without", "report-signature", "report-redact-names", "report-header",
  "report-footer", "report-paged",
};

static void
set_up (Fixture       *test,
        gconstpointer  data)
{
  IkTestLibrary library = { 0 };

  ik_test_window_set_up (&test->base, data);
  library.library = ik_window_get_library (test->base.window);
  library.path = test->base.path;
  test->id = ik_test_interview_plan (&library);
  test->path = g_build_filename (test->base.directory, "report.md", NULL);
}

static void
tear_down (Fixture       *test,
           gconstpointer  data)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  if (test->window != NULL)
    gtk_window_destroy (GTK_WINDOW (test->window));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  g_remove (test->path);
  g_free (test->path);
  g_free (test->id);
  ik_test_window_tear_down (&test->base, data);
}

static GtkWidget *
find (Fixture *test,
      GType    type)
{
  return ik_test_widgets_find (test->window, type, NULL);
}

static gboolean
shows_page (gpointer data)
{
  Fixture *test = data;

  return ik_report_view_get_n_pages (IK_REPORT_VIEW (find (test, IK_TYPE_REPORT_VIEW))) > 0;
}

static void
wait_for_report (Fixture *test)
{
  test->window = ik_test_widgets_find_window (IK_TYPE_REPORT_WINDOW);
  g_assert_nonnull (test->window);
  ik_test_widgets_wait (shows_page, test);
}

static void
open_report (Fixture    *test,
             const char *action)
{
  ik_test_window_wait_for (&test->base, g_type_from_name ("IkTodayPage"));
  gtk_widget_activate_action (GTK_WIDGET (test->base.window), action, "s", test->id);
  wait_for_report (test);
}

static void
close_report (Fixture *test)
{
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&test->window)));
  ik_test_widgets_settle ();
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list_in_form (Fixture *test,
              GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (find (test, IK_TYPE_REPORT_FORM), type, found);
  return found;
}

static GtkSwitch *
get_switch (Fixture *test,
            guint    index)
{
  g_autoptr(GPtrArray) switches = list_in_form (test, GTK_TYPE_SWITCH);

  return switches->pdata[index];
}

static GtkEditable *
get_entry (Fixture *test,
           guint    index)
{
  g_autoptr(GPtrArray) entries = list_in_form (test, GTK_TYPE_ENTRY);

  return entries->pdata[index];
}

/* What is awaited, as the condition takes it. */
typedef struct
{
  Fixture    *test;
  const char *text;
} Expected;

static gboolean
says (gpointer data)
{
  const Expected *expected = data;
  GtkWidget *toast = find (expected->test, g_type_from_name ("AdwToastWidget"));
  GtkWidget *label = toast != NULL ? ik_test_widgets_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), expected->text) != NULL;
}

static void
wait_for_toast (Fixture    *test,
                const char *text)
{
  Expected expected = { test, text };

  ik_test_widgets_wait (says, &expected);
}

static gboolean
has_file_dialog (gpointer data)
{
  return ik_test_widgets_get_file_dialog () != NULL;
}

static gboolean
has_path (gpointer data)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());
  g_autoptr(GFile) file = gtk_file_chooser_get_file (chooser);

  return file != NULL && g_strcmp0 (g_file_peek_path (file), data) == 0;
}

/* The dialog looks through its own folder first. */
static gboolean
has_file (gpointer data)
{
  g_autoptr(GFile) file =
    gtk_file_chooser_get_file (GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ()));

  return file != NULL;
}

static void
save_as (Fixture    *test,
         const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  GtkFileChooser *chooser;

  gtk_widget_activate_action (test->window, "report.export", NULL);
  ik_test_widgets_wait (has_file_dialog, NULL);
  ik_test_widgets_wait (has_file, NULL);
  chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
  ik_test_widgets_wait (has_path, (gpointer) path);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

static char *
export_text (Fixture *test)
{
  char *text = NULL;

  save_as (test, test->path);
  wait_for_toast (test, "Exported: report.md");
  g_assert_true (g_file_get_contents (test->path, &text, NULL, NULL));
  return text;
}

static void
test_export (Fixture       *test,
             gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_test_summary ("What is chosen is what is written, and stays chosen for the next report");

  open_report (test, "win.export-report");
  gtk_switch_set_active (get_switch (test, QUESTIONS), FALSE);
  gtk_switch_set_active (get_switch (test, SIGNATURE), TRUE);
  gtk_editable_set_text (get_entry (test, 0), " Acme ");
  text = export_text (test);
  g_assert_true (g_str_has_prefix (text, "# Interview report"));
  g_assert_null (strstr (text, "### 1."));
  g_assert_nonnull (strstr (text, "Signature"));

  close_report (test);
  open_report (test, "win.export-report");
  g_assert_false (gtk_switch_get_active (get_switch (test, QUESTIONS)));
  g_assert_true (gtk_switch_get_active (get_switch (test, SIGNATURE)));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (test, 0)), ==, "Acme");
}

/* It has two parts of its own, and nothing of the interviewer's. */
static void
test_for_candidate (Fixture       *test,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) switches = NULL;
  g_autofree char *text = NULL;

  open_report (test, "win.export-feedback");
  switches = list_in_form (test, GTK_TYPE_SWITCH);
  g_assert_cmpuint (switches->len, ==, 4); /* two parts, signature, names */
  text = export_text (test);
  g_assert_true (g_str_has_prefix (text, "# Interview feedback"));
}

/* A change is laid out anew, and what was there stays until then. */
static void
test_change (Fixture       *test,
             gconstpointer  data)
{
  IkReportView *view;

  open_report (test, "win.export-report");
  view = IK_REPORT_VIEW (find (test, IK_TYPE_REPORT_VIEW));
  for (guint i = 0; i < 20; i++)
    {
      gtk_switch_set_active (get_switch (test, i % SIGNATURE), i % 2 == 0);
      g_assert_cmpuint (ik_report_view_get_n_pages (view), >, 0);
    }
  gtk_widget_activate_action (test->window, "report.larger", NULL);
  ik_test_widgets_settle ();
  g_assert_false (ik_report_view_is_fit (view));
  gtk_widget_activate_action (test->window, "report.fit", NULL);
  g_assert_true (ik_report_view_is_fit (view));
}

static void
test_problems (Fixture       *test,
               gconstpointer  data)
{
  g_autofree char *json = g_build_filename (test->base.directory, "report.json", NULL);

  g_test_summary ("What can't be written says so in a sentence, and is not there");

  open_report (test, "win.export-report");
  save_as (test, "/proc/report.md");
  wait_for_toast (test, "report.md");
  g_assert_false (g_file_test ("/proc/report.md", G_FILE_TEST_EXISTS));

  gtk_switch_set_active (get_switch (test, QUESTIONS), FALSE);
  save_as (test, json);
  wait_for_toast (test, "JSON file is always whole");
  g_assert_false (g_file_test (json, G_FILE_TEST_EXISTS));
}

static void
choose_logo (Fixture    *test,
             const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GtkFileChooser *chooser;

  gtk_widget_activate_action (find (test, IK_TYPE_REPORT_FORM), "logo.choose", NULL);
  ik_test_widgets_wait (has_file_dialog, NULL);
  chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());
  gtk_file_chooser_set_file (chooser, file, NULL);
  ik_test_widgets_wait (has_path, (gpointer) path);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

static gboolean
has_logo (gpointer data)
{
  Fixture *test = data;
  IkReportForm *form = IK_REPORT_FORM (find (test, IK_TYPE_REPORT_FORM));

  return ik_report_form_get_choices (form)->logo != NULL;
}

static gboolean
has_no_logo (gpointer data)
{
  return !has_logo (data);
}

static void
test_logo (Fixture       *test,
           gconstpointer  data)
{
  g_autofree char *svg = g_build_filename (test->base.directory, "logo.svg", NULL);
  g_autofree char *text = g_build_filename (test->base.directory, "text.png", NULL);

  g_test_summary ("A logo stays until it is taken away; what is no picture is told");

  g_assert_true (g_file_set_contents (svg, "<svg xmlns='http://www.w3.org/2000/svg' width='30' "
                                      "height='10'><rect width='30' height='10'/></svg>",
                                      -1, NULL));
  g_assert_true (g_file_set_contents (text, "no picture", -1, NULL));

  open_report (test, "win.export-report");
  choose_logo (test, text);
  wait_for_toast (test, "“text.png” is no picture");
  g_assert_false (has_logo (test));

  choose_logo (test, svg);
  ik_test_widgets_wait (has_logo, test);
  close_report (test);
  open_report (test, "win.export-report");
  ik_test_widgets_wait (has_logo, test);
  gtk_widget_activate_action (find (test, IK_TYPE_REPORT_FORM), "logo.remove", NULL);
  ik_test_widgets_wait (has_no_logo, test);

  g_remove (svg);
  g_remove (text);
}

/* Hands the interview in for a role, with the only answer that is rated. */
static void
hand_in (Fixture *test)
{
  IkLibrary *library = ik_window_get_library (test->base.window);
  g_autoptr(IkInterview) interview = ik_test_interview_load (library, test->id);
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  IkItemRecord *item = ik_item_record_new ();
  g_autoptr(IkInterview) recorded = NULL;
  g_autoptr(GError) error = NULL;

  candidate = ik_candidates_load (library, interview->candidate_id, NULL, &error);
  g_assert_no_error (error);
  ik_text_set (&candidate->role, "Engineer");
  g_assert_true (ik_candidates_save (library, candidate, NULL, &error));

  item->item_id = g_strdup (((IkInterviewItem *) interview->items->pdata[1])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  item->rating = 3;
  ik_text_set (&item->evidence, "Said so");
  g_ptr_array_add (record->items, item);
  record->recommendation = IK_RECOMMENDATION_YES;
  recorded = ik_interviews_record (library, test->id, record, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_title (Fixture    *test,
              const char *title)
{
  GtkWidget *shown = find (test, ADW_TYPE_WINDOW_TITLE);

  g_assert_cmpstr (adw_window_title_get_title (ADW_WINDOW_TITLE (shown)), ==, title);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (test->window)), ==, title);
}

/* What is said of the other forms is true of this document. */
static void
assert_note (Fixture    *test,
             const char *note)
{
  g_autoptr(GPtrArray) groups = list_in_form (test, ADW_TYPE_PREFERENCES_GROUP);
  gboolean is_found = FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      const char *description = adw_preferences_group_get_description (groups->pdata[i]);

      g_assert_true (description == NULL || strstr (description, "whole record") == NULL);
      is_found = is_found || (description != NULL && strstr (description, note) != NULL);
    }
  g_assert_true (is_found);
}

static void
assert_kind (Fixture      *test,
             IkReportKind  kind,
             guint         n_switches)
{
  IkReportForm *form = IK_REPORT_FORM (find (test, IK_TYPE_REPORT_FORM));
  g_autoptr(GPtrArray) switches = list_in_form (test, GTK_TYPE_SWITCH);

  g_assert_cmpint (ik_report_form_get_choices (form)->kind, ==, kind);
  g_assert_cmpuint (switches->len, ==, n_switches);
}

/* Once all pages are there they can be printed. */
static gboolean
is_complete (gpointer data)
{
  Fixture *test = data;

  return gtk_widget_is_sensitive (ik_test_window_find_button (test->window, "report.print"));
}

static gboolean
compares (gpointer data)
{
  Fixture *test = data;
  GtkWidget *page = ik_window_get_full (test->base.window);
  GtkWidget *view = page != NULL ? ik_test_widgets_find (page, GTK_TYPE_COLUMN_VIEW, NULL) : NULL;

  return view != NULL && gtk_widget_get_mapped (view);
}

static void
test_comparison (Fixture       *test,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_test_summary ("A comparison is shown, printed and written without names like any report");

  ik_test_window_wait_for (&test->base, g_type_from_name ("IkTodayPage"));
  hand_in (test);
  gtk_widget_activate_action (GTK_WIDGET (test->base.window), "win.compare", "s", "engineer");
  ik_test_widgets_wait (compares, test);
  ik_test_widgets_press (GTK_WIDGET (test->base.window), "key ctrl+e");
  wait_for_report (test);
  assert_kind (test, IK_REPORT_KIND_COMPARISON, 3); /* two parts, names */
  assert_title (test, "Comparison of Candidates");
  assert_note (test, "JSON and CSV hold all figures");
  ik_test_widgets_wait (is_complete, test);

  gtk_switch_set_active (get_switch (test, 1), FALSE);
  gtk_switch_set_active (get_switch (test, 2), TRUE);
  text = export_text (test);
  g_assert_true (g_str_has_prefix (text, "# Comparison: Engineer"));
  g_assert_nonnull (strstr (text, IK_REDACTION_BAR " 1"));
  g_assert_null (strstr (text, "Ada"));
  g_assert_null (strstr (text, "| Time"));
}

static void
test_day (Fixture       *test,
          gconstpointer  data)
{
  IkLibrary *library = ik_window_get_library (test->base.window);
  g_autoptr(IkInterview) interview = ik_test_interview_load (library, test->id);
  IkPlanRequest request = {
    .set_id = interview->set_id,
    .candidate_id = interview->candidate_id,
    .planned_at_us = PLANNED_AT_US,
  };
  g_autoptr(IkInterview) planned = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("The sheet of a panel day is shown, printed and written with its names");

  ik_test_window_wait_for (&test->base, g_type_from_name ("IkTodayPage"));
  planned = ik_interviews_plan (library, &request, NULL, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (test->base.window), "win.export-day", "(sx)",
                              interview->candidate_id, G_GINT64_CONSTANT (0));
  wait_for_report (test);
  assert_kind (test, IK_REPORT_KIND_DAY, 2); /* two parts */
  assert_title (test, "Panel Day");
  assert_note (test, "JSON and CSV hold the whole plan of the day");
  ik_test_widgets_wait (is_complete, test);

  gtk_switch_set_active (get_switch (test, 0), FALSE);
  text = export_text (test);
  g_assert_true (g_str_has_prefix (text, "# Panel day: Ada Example"));
  g_assert_null (strstr (text, "| Competencies"));
}

static void
test_set (Fixture       *test,
          gconstpointer  data)
{
  IkLibrary *library = ik_window_get_library (test->base.window);
  g_autoptr(IkInterview) interview = ik_test_interview_load (library, test->id);
  GtkWidget *audience;
  g_autofree char *text = NULL;

  g_test_summary ("A set is shown and written as the kit, or as a hand-out without its title");

  ik_test_window_wait_for (&test->base, g_type_from_name ("IkTodayPage"));
  gtk_widget_activate_action (GTK_WIDGET (test->base.window), "win.export-set", "s",
                              interview->set_id);
  wait_for_report (test);
  assert_kind (test, IK_REPORT_KIND_KIT, 0);
  assert_title (test, "Interviewer's Kit");
  ik_test_widgets_wait (is_complete, test);

  audience = ik_test_widgets_find (test->window, ADW_TYPE_COMBO_ROW, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (audience), 1);
  assert_kind (test, IK_REPORT_KIND_HANDOUT, 0);
  assert_title (test, "Interview Questions");
  ik_test_widgets_wait (is_complete, test);
  text = export_text (test);
  g_assert_null (strstr (text, interview->set_title));
  for (guint i = 0; i < interview->items->len; i++)
    g_assert_nonnull (strstr (text, ((IkInterviewItem *) interview->items->pdata[i])->candidate.prompt));
}

/* It looks for printers as long as it is open, so that nothing ever settles. */
static GtkWidget *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        return window;
    }

  return NULL;
}

/* The only printer there is writes a file; it is chosen by hand. */
static gboolean
has_printer (gpointer data)
{
  GtkWidget *dialog = find_print_dialog ();
  GtkWidget *view = dialog != NULL ? ik_test_widgets_find (dialog, GTK_TYPE_COLUMN_VIEW, NULL)
                                   : NULL;
  GtkSelectionModel *printers = NULL;

  if (view != NULL)
    printers = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  return printers != NULL && gtk_selection_model_select_item (printers, 0, TRUE) &&
         gtk_selection_model_is_selected (printers, 0);
}

static void
test_print (Fixture       *test,
            gconstpointer  data)
{
  GtkWidget *dialog;
  int page;

  g_test_summary ("A print knows the page in view and its name, and says where it went");

  open_report (test, "win.export-report");
  ik_test_widgets_wait (is_complete, test);
  gtk_widget_activate_action (test->window, "report.print", NULL);
  ik_test_widgets_wait (has_printer, NULL);
  dialog = find_print_dialog ();
  g_object_get (dialog, "current-page", &page, NULL);
  g_assert_cmpint (page, ==, 0);

  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  wait_for_toast (test, "Printed to a file: Ada Example");
}

static gboolean
is_narrow (gpointer data)
{
  Fixture *test = data;

  return !gtk_widget_get_mapped (find (test, IK_TYPE_REPORT_VIEW));
}

static gboolean
is_previewed (gpointer data)
{
  Fixture *test = data;

  return gtk_widget_get_mapped (find (test, IK_TYPE_REPORT_VIEW)) &&
         !gtk_widget_get_mapped (find (test, IK_TYPE_REPORT_FORM));
}

static void
test_narrow (Fixture       *test,
             gconstpointer  data)
{
  GtkToggleButton *choose;

  g_test_summary ("In little width it is either what is chosen or the preview");

  open_report (test, "win.export-report");
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 640);
  ik_test_widgets_wait (is_narrow, test);
  choose = GTK_TOGGLE_BUTTON (find (test, GTK_TYPE_TOGGLE_BUTTON));
  gtk_toggle_button_set_active (choose, FALSE);
  ik_test_widgets_wait (is_previewed, test);
  g_assert_cmpint (gtk_widget_get_width (test->window), <=, 360);
}

#define ADD(name, func) \
  g_test_add ("/widgets/report-window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  ADD ("export", test_export);
  ADD ("for-candidate", test_for_candidate);
  ADD ("change", test_change);
  ADD ("problems", test_problems);
  ADD ("logo", test_logo);
  ADD ("comparison", test_comparison);
  ADD ("day", test_day);
  ADD ("set", test_set);
  ADD ("print", test_print);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
