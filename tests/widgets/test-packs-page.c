/* The question bank, as a person goes through it with the keyboard. */

#include "ik-bank-row.h"
#include "ik-bank.h"
#include "ik-import.h"
#include "ik-pack-page.h"
#include "ik-packs-page.h"
#include "ik-question-editor.h"
#include "ik-question-form.h"
#include "ik-question-history-dialog.h"
#include "ik-question-item.h"
#include "ik-starter-list.h"
#include "ik-test-window.h"
#include "ik-text-area.h"

static gboolean
has_focus_in (IkTestWindow *test,
              GtkWidget    *ancestor)
{
  GtkWidget *focus = ik_test_window_get_focus (test);

  return focus != NULL && (focus == ancestor || gtk_widget_is_ancestor (focus, ancestor));
}

static gboolean
has_focus_in_list (gpointer data)
{
  return has_focus_in (data, ik_test_window_find_list (ik_test_window_find (data, IK_TYPE_PACK_PAGE)));
}

static gboolean
has_focus_in_prompt (gpointer data)
{
  return has_focus_in (data, ik_test_window_find (data, IK_TYPE_TEXT_AREA));
}

static gboolean
shows_pack (gpointer data)
{
  GtkWidget *page = ik_test_window_find (data, IK_TYPE_PACK_PAGE);

  return page != NULL && gtk_widget_get_child_visible (page) && gtk_widget_get_mapped (page);
}

static gboolean
shows_no_pack (gpointer data)
{
  return !shows_pack (data);
}

static void
test_open (IkTestWindow  *test,
           gconstpointer  data)
{
  g_test_summary ("A pack that is opened has the focus in its list, not on a button that deletes");

  ik_test_window_add_starter_pack (test);
  ik_test_widgets_wait (has_focus_in_list, test);
}

static void
test_undo_added (IkTestWindow  *test,
                 gconstpointer  data)
{
  g_test_summary ("Where the question that had the focus is undone, the list has it");

  ik_test_window_add_starter_pack (test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_PACK_PAGE), "pack.add-question", NULL);
  ik_test_widgets_wait (has_focus_in_prompt, test);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_focus_in_list, test);
  ik_test_widgets_settle ();
  g_assert_true (has_focus_in_list (test));
}

static void
test_delete (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkSingleSelection *selection;
  GtkWidget *button;

  g_test_summary ("A question that is deleted leaves the focus in the list, at its neighbour");

  ik_test_window_add_starter_pack (test);
  ik_test_widgets_wait (has_focus_in_list, test);
  selection = GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_PACK_PAGE));
  gtk_single_selection_set_selected (selection, 3);
  ik_test_widgets_settle ();

  button = ik_test_window_find_button (GTK_WIDGET (test->window), "question.remove");
  gtk_widget_grab_focus (button);
  ik_test_widgets_press (GTK_WIDGET (test->window), "key space");
  ik_test_widgets_wait (has_focus_in_list, test);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);

  ik_test_widgets_press (GTK_WIDGET (test->window), "key ctrl+z");
  g_assert_true (has_focus_in_list (test));
}

static void
test_undo_row (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *editor;

  g_test_summary ("Where the row of a list that had the focus is undone, a field keeps it");

  ik_test_window_add_starter_pack (test);
  ik_test_widgets_wait (has_focus_in_list, test);
  ik_test_widgets_settle ();
  editor = ik_test_window_find (test, IK_TYPE_QUESTION_EDITOR);
  gtk_widget_activate_action (ik_test_window_find (test, g_type_from_name ("IkTextListEditor")), "list.add", NULL);
  ik_test_widgets_press (GTK_WIDGET (test->window), "type probe");
  ik_question_editor_save (IK_QUESTION_EDITOR (editor));
  ik_test_widgets_settle ();

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_settle ();
  g_assert_true (has_focus_in (test, ik_test_window_find (test, g_type_from_name ("IkQuestionForm"))));
}

static char *
dup_stored_prompt (IkTestWindow *test)
{
  IkQuestionEditor *editor = IK_QUESTION_EDITOR (ik_test_window_find (test, IK_TYPE_QUESTION_EDITOR));
  g_autoptr(IkQuestion) question =
    ik_bank_load_question (ik_window_get_library (test->window),
                           ik_question_editor_get_question_id (editor), NULL, NULL);

  return g_strdup (question->candidate.prompt);
}

/* The prompt of the question, in the library and on the page. */
typedef struct
{
  IkTestWindow *test;
  const char   *prompt;
} Shown;

static gboolean
shows_prompt (gpointer data)
{
  const Shown *shown = data;
  g_autofree char *stored = dup_stored_prompt (shown->test);
  g_autofree char *text = ik_text_area_dup_text (IK_TEXT_AREA (ik_test_window_find (shown->test,
                                                                                    IK_TYPE_TEXT_AREA)));

  return g_str_equal (stored, shown->prompt) && g_str_equal (text, shown->prompt);
}

static void
test_history (IkTestWindow  *test,
              gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  Shown with_first = { test, NULL };
  Shown with_second = { test, NULL };
  GtkWidget *dialog;
  GtkWidget *row;

  g_test_summary ("A question's earlier wording is found, compared and restored; undo takes that back");

  ik_test_window_add_starter_pack (test);
  ik_test_widgets_wait (has_focus_in_list, test);
  ik_test_widgets_settle ();
  first = dup_stored_prompt (test);
  second = g_strconcat (first, "indeed", NULL);
  with_first.prompt = first;
  with_second.prompt = second;

  ik_question_editor_focus_prompt (IK_QUESTION_EDITOR (ik_test_window_find (test, IK_TYPE_QUESTION_EDITOR)));
  ik_test_widgets_press (GTK_WIDGET (test->window), "key ctrl+End");
  ik_test_widgets_press (GTK_WIDGET (test->window), "type indeed");
  gtk_widget_grab_focus (ik_test_window_find_button (GTK_WIDGET (test->window), "question.history"));
  ik_test_widgets_press (GTK_WIDGET (test->window), "key space");
  dialog = ik_test_widgets_find_window (IK_TYPE_QUESTION_HISTORY_DIALOG);
  ik_test_widgets_wait (shows_prompt, &with_second);
  ik_test_widgets_settle ();

  row = ik_test_widgets_find (dialog, ADW_TYPE_EXPANDER_ROW, NULL);
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                                   "Edited · Question"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ik_test_widgets_settle ();
  g_assert_null (ik_test_window_find_button (dialog, "history.compare-answers"));
  gtk_widget_grab_focus (ik_test_window_find_button (row, "history.restore"));
  ik_test_widgets_press (dialog, "key space");
  ik_test_widgets_wait (shows_prompt, &with_first);
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_QUESTION_HISTORY_DIALOG));

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (shows_prompt, &with_second);
}

static gboolean
has_hits (gpointer data)
{
  return ik_test_widgets_find (GTK_WIDGET (((IkTestWindow *) data)->window), IK_TYPE_BANK_ROW,
                               NULL) != NULL;
}

static void
test_back (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("The first Alt+Left after a hit was opened goes back; search again selects");

  ik_test_window_add_starter_pack (test);
  gtk_widget_activate_action (window, "win.search", NULL);
  ik_test_widgets_wait (shows_no_pack, test);
  ik_test_widgets_press (window, "type the");
  ik_test_widgets_wait (has_hits, test);
  ik_test_widgets_press (window, "key Down");
  ik_test_widgets_press (window, "key Return");
  ik_test_widgets_wait (shows_pack, test);
  ik_test_widgets_wait (has_focus_in_list, test);

  ik_test_widgets_press (window, "key alt+Left");
  g_assert_true (shows_no_pack (test));

  gtk_widget_activate_action (window, "win.search", NULL);
  ik_test_widgets_press (window, "type a");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ik_test_window_get_focus (test))), ==, "a");
}

/* A message over a whole page, in view. */
static gboolean
shows_message (gpointer data)
{
  if (ADW_IS_STATUS_PAGE (data) && gtk_widget_get_mapped (data))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (data);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows_message (child))
        return TRUE;
    }

  return FALSE;
}

static void
test_no_hits (IkTestWindow  *test,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *entry;

  g_test_summary ("A search that finds nothing leads to a wider one; Escape empties it from the hits too");

  ik_test_window_add_starter_pack (test);
  gtk_widget_activate_action (window, "win.search", NULL);
  ik_test_widgets_wait (shows_no_pack, test);
  entry = gtk_widget_get_ancestor (ik_test_window_get_focus (test), GTK_TYPE_SEARCH_ENTRY);
  ik_test_widgets_press (window, "type xyzzy");
  ik_test_widgets_wait (shows_message, ik_test_window_find (test, IK_TYPE_PACKS_PAGE));
  ik_test_widgets_press (window, "key Down");
  ik_test_widgets_press (window, "key Return");
  g_assert_true (has_focus_in (test, entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  ik_test_widgets_press (window, "type the");
  ik_test_widgets_wait (has_hits, test);
  ik_test_widgets_press (window, "key Down");
  g_assert_false (has_focus_in (test, entry));
  ik_test_widgets_press (window, "key Escape");
  g_assert_true (has_focus_in (test, entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_home (IkTestWindow  *test,
           gconstpointer  data)
{
  g_test_summary ("Asking for the packs inside a pack goes to all of them");

  ik_test_window_add_starter_pack (test);
  ik_test_widgets_wait (has_focus_in_list, test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "packs");
  ik_test_widgets_wait (shows_no_pack, test);
  ik_test_widgets_settle ();
  g_assert_true (GTK_IS_LIST_BOX_ROW (ik_test_window_get_focus (test)));
}

static gboolean
has_focus_on_import (gpointer data)
{
  GtkWidget *focus = ik_test_window_get_focus (data);

  return GTK_IS_BUTTON (focus) && gtk_widget_has_css_class (focus, "pill") &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "win.import") == 0;
}

static gboolean
has_focus_on_start (gpointer data)
{
  GtkWidget *focus = ik_test_window_get_focus (data);

  return focus != NULL && GTK_IS_BUTTON (focus) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "win.show-page") == 0;
}

static void
test_welcome (IkTestWindow  *test,
              gconstpointer  data)
{
  g_test_summary ("Return alone leads from an empty library to the button that imports");

  ik_test_widgets_wait (has_focus_on_start, test);
  ik_test_widgets_press (GTK_WIDGET (test->window), "key Return");
  ik_test_widgets_wait (has_focus_on_import, test);
}

/* Never a pack without its questions. */
static gboolean
shows_filled_pack (gpointer data)
{
  if (!shows_pack (data))
    return FALSE;

  g_assert_true (ik_test_window_has_questions (data));
  return TRUE;
}

/* The page is kept by work that is still under way. */
static void
test_gone_late (IkTestWindow  *test,
                gconstpointer  data)
{
  g_autoptr(GtkWidget) packs = NULL;
  g_autoptr(GtkWidget) pack = NULL;

  g_test_summary ("A pack that turns out to be gone when the window is closed moves no focus");

  ik_test_window_add_starter_pack (test);
  packs = g_object_ref (ik_test_window_find (test, IK_TYPE_PACKS_PAGE));
  pack = g_object_ref (ik_test_window_find (test, IK_TYPE_PACK_PAGE));
  gtk_window_destroy (GTK_WINDOW (test->window));
  g_signal_emit_by_name (pack, "gone");
  g_clear_object (&pack);
  g_clear_object (&packs);
  ik_test_widgets_wait (ik_test_window_is_gone, &test->window);

  ik_test_window_open (test);
}

static void
test_filled (IkTestWindow  *test,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  g_autofree char *uri = g_file_get_uri (starters->pdata[0]);

  g_test_summary ("A pack comes into view with its questions");

  ik_window_show_page (test->window, "packs");
  ik_test_window_wait_for (test, IK_TYPE_PACKS_PAGE);
  ik_test_widgets_settle ();
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_STARTER_LIST), "starters.add", "s", uri);
  ik_test_widgets_wait (shows_filled_pack, test);
}

static gboolean
has_file_dialog (gpointer data)
{
  return ik_test_widgets_get_file_dialog () != NULL;
}

/* The dialog looks through its own folder first. */
static gboolean
has_file (gpointer data)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (data);

  return file != NULL;
}

static gboolean
has_path (gpointer data)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());
  g_autoptr(GFile) file = gtk_file_chooser_get_file (chooser);

  return file != NULL && g_strcmp0 (g_file_peek_path (file), data) == 0;
}

static gboolean
has_name (gpointer data)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);

  return g_str_has_suffix (name, data);
}

static gboolean
is_written (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

/* Whether the toast on top says that. */
static gboolean
says_exported (gpointer data)
{
  GtkWidget *toast = ik_test_window_find (data, g_type_from_name ("AdwToastWidget"));
  GtkWidget *label = toast != NULL ? ik_test_widgets_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (label)),
                                       "Pack exported as “Backend engineering.md”");
}

static void
test_export (IkTestWindow  *test,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (test->directory, "Backend engineering.md", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (test->directory);
  g_autofree char *content = NULL;
  g_autoptr(GListModel) filters = NULL;
  g_autoptr(GtkFileFilter) markdown = NULL;
  GtkFileChooser *chooser;

  g_test_summary ("A pack is exported in the format that is chosen");

  ik_test_window_add_starter_pack (test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_PACK_PAGE), "pack.export", NULL);
  ik_test_widgets_wait (has_file_dialog, NULL);
  chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());
  ik_test_widgets_wait (has_file, chooser);

  filters = gtk_file_chooser_get_filters (chooser);
  markdown = g_list_model_get_item (filters, 1);
  gtk_file_chooser_set_filter (chooser, markdown);
  ik_test_widgets_wait (has_name, (gpointer) ".md");
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, "Backend engineering.md");
  ik_test_widgets_wait (has_path, path);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  ik_test_widgets_wait (is_written, path);
  ik_test_widgets_wait (says_exported, test);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "---\nformat: interview-kit-pack\n"));
}

static gboolean
offers_more (gpointer data)
{
  return ik_test_window_find_button (ik_test_window_find (data, IK_TYPE_PACKS_PAGE), "starters.add") != NULL;
}

static gboolean
offers_no_more (gpointer data)
{
  GtkWidget *button = ik_test_window_find_button (GTK_WIDGET (((IkTestWindow *) data)->window),
                                                  "packs.create");

  return button != NULL && !offers_more (data);
}

static void
test_starters (IkTestWindow  *test,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();

  g_test_summary ("Starter packs are on offer until all of them are in");

  ik_test_window_add_starter_pack (test);
  for (guint i = 1; i < starters->len; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "packs");
      ik_test_widgets_settle ();
      ik_test_widgets_wait (offers_more, test);
      gtk_widget_activate (ik_test_window_find_button (ik_test_window_find (test, IK_TYPE_PACKS_PAGE),
                                                       "starters.add"));
      ik_test_widgets_wait (shows_pack, test);
    }
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "packs");
  ik_test_widgets_wait (offers_no_more, test);
}

static gboolean
has_no_packs (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (library, NULL, NULL);

  return packs->len == 0;
}

static void
test_add_twice (IkTestWindow  *test,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  g_autoptr(IkPack) pack = ik_import_read (starters->pdata[0], IK_DOCUMENT_KIND_UNKNOWN, NULL,
                                           NULL, NULL);
  g_autoptr(GPtrArray) packs = NULL;
  g_autofree char *uri = g_file_get_uri (starters->pdata[0]);
  GtkWidget *list;

  g_test_summary ("A second press while a starter pack is being added does nothing");

  ik_window_show_page (test->window, "packs");
  ik_test_window_wait_for (test, IK_TYPE_PACKS_PAGE);
  ik_test_widgets_wait (offers_more, test);
  list = ik_test_window_find (test, IK_TYPE_STARTER_LIST);
  gtk_widget_activate_action (list, "starters.add", "s", uri);
  gtk_widget_activate_action (list, "starters.add", "s", uri);
  ik_test_widgets_wait (shows_pack, test);
  ik_test_widgets_settle ();

  packs = ik_bank_list_packs (ik_window_get_library (test->window), NULL, NULL);
  g_assert_cmpuint (packs->len, ==, 1);
  g_assert_cmpuint (((const IkPackSummary *) packs->pdata[0])->n_questions, ==,
                    ik_pack_count_questions (pack));
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_no_packs, test);
}

static void
test_new_pack (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *dialog;

  g_test_summary ("A dialog that asks for a text has the focus in it; Return does it");

  ik_window_show_page (test->window, "packs");
  ik_test_widgets_settle ();
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_PACKS_PAGE), "packs.create", NULL);
  dialog = ik_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (dialog))));
  ik_test_widgets_press (dialog, "type Probe");
  ik_test_widgets_press (dialog, "key Return");
  ik_test_widgets_wait (shows_pack, test);
}

static gpointer
get_part (IkTestWindow *test,
          const char   *name)
{
  GtkWidget *form = ik_test_window_find (test, IK_TYPE_QUESTION_FORM);

  return form != NULL ? gtk_widget_get_template_child (form, IK_TYPE_QUESTION_FORM, name) : NULL;
}

static gboolean
offers_tags (gpointer data)
{
  GtkDropDown *button = get_part (data, "tags_button");
  GListModel *tags = button != NULL ? gtk_drop_down_get_model (button) : NULL;

  return tags != NULL && g_list_model_get_n_items (tags) > 5;
}

static gboolean
names_level (gpointer data)
{
  return g_ascii_isupper (gtk_editable_get_text (get_part (data, "level"))[0]);
}

static void
test_terms (IkTestWindow  *test,
            gconstpointer  data)
{
  g_test_summary ("The page of a question calls its level by name, and offers what others have");

  ik_test_window_add_starter_pack (test);
  ik_test_widgets_wait (has_focus_in_list, test);
  gtk_single_selection_set_selected
    (GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_PACK_PAGE)), 3);
  ik_test_widgets_wait (offers_tags, test);
  ik_test_widgets_wait (names_level, test);
}

static void
test_narrow (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *label;

  g_test_summary ("In little width the button that imports is whole, as a picture");

  ik_test_window_add_starter_pack (test);
  ik_window_show_page (test->window, "packs");
  ik_test_widgets_settle ();
  page = ik_test_window_find (test, IK_TYPE_PACKS_PAGE);
  label = GTK_WIDGET (gtk_widget_get_template_child (page, IK_TYPE_PACKS_PAGE, "import_label"));
  g_assert_true (gtk_widget_get_visible (label));
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  ik_test_widgets_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (test->window)), ==, 360);
  g_assert_false (gtk_widget_get_visible (label));

  /* The next window opens as this one was left. */
  gtk_window_set_default_size (GTK_WINDOW (test->window), 1080, 720);
  ik_test_widgets_settle ();
}

#define ADD(path, func) \
  g_test_add (path, IkTestWindow, NULL, ik_test_window_set_up, func, ik_test_window_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  ADD ("/widgets/packs-page/open", test_open);
  ADD ("/widgets/packs-page/undo-added", test_undo_added);
  ADD ("/widgets/packs-page/undo-row", test_undo_row);
  ADD ("/widgets/packs-page/delete", test_delete);
  ADD ("/widgets/packs-page/history", test_history);
  ADD ("/widgets/packs-page/export", test_export);
  ADD ("/widgets/packs-page/back", test_back);
  ADD ("/widgets/packs-page/no-hits", test_no_hits);
  ADD ("/widgets/packs-page/home", test_home);
  ADD ("/widgets/packs-page/welcome", test_welcome);
  ADD ("/widgets/packs-page/gone-late", test_gone_late);
  ADD ("/widgets/packs-page/filled", test_filled);
  ADD ("/widgets/packs-page/starters", test_starters);
  ADD ("/widgets/packs-page/add-twice", test_add_twice);
  ADD ("/widgets/packs-page/new-pack", test_new_pack);
  ADD ("/widgets/packs-page/terms", test_terms);
  ADD ("/widgets/packs-page/narrow", test_narrow);

  return g_test_run ();
}
