#include <adwaita.h>
#include <glib/gstdio.h>

#include "ik-attachment-list.h"
#include "ik-bank-bar.h"
#include "ik-bank-filter.h"
#include "ik-bank-page.h"
#include "ik-bank-row.h"
#include "ik-bank-view.h"
#include "ik-bank.h"
#include "ik-budget-bar.h"
#include "ik-draft-list.h"
#include "ik-draft-row.h"
#include "ik-filter-button.h"
#include "ik-import-page.h"
#include "ik-import.h"
#include "ik-level-answer-editor.h"
#include "ik-level-answer-row.h"
#include "ik-link-row.h"
#include "ik-named-text-dialog.h"
#include "ik-interviews.h"
#include "ik-owner-row.h"
#include "ik-pack-page.h"
#include "ik-packs-page.h"
#include "ik-plan-dialog.h"
#include "ik-preferences-window.h"
#include "ik-question-editor.h"
#include "ik-question-form.h"
#include "ik-question-item.h"
#include "ik-question-row.h"
#include "ik-rich-view.h"
#include "ik-set-entry.h"
#include "ik-set-bank.h"
#include "ik-set-page.h"
#include "ik-two-panes.h"
#include "ik-set-row.h"
#include "ik-sets-page.h"
#include "ik-starter-list.h"
#include "ik-test-window.h"
#include "ik-toast.h"
#include "ik-text-area.h"
#include "ik-text-list-editor.h"
#include "ik-text-list-row.h"
#include "ik-today-page.h"
#include "ik-welcome.h"
#include "ik-widgets.h"
#include "ik-window.h"

static gboolean
is_maximized (gpointer data)
{
  return gtk_window_is_maximized (data);
}

static gboolean
is_not_maximized (gpointer data)
{
  return !is_maximized (data);
}

/* The first line of a pack is a heading. */
static const IkQuestionSummary *
get_first_question (IkTestWindow *fixture)
{
  g_autoptr(IkQuestionItem) item =
    g_list_model_get_item (ik_test_window_get_model (fixture, IK_TYPE_PACK_PAGE), 1);

  return ik_question_item_get_summary (item);
}

static void
test_starter_pack (IkTestWindow  *fixture,
                   gconstpointer  data)
{
  g_test_summary ("An empty library offers starter packs; adding one is undone by the window");

  ik_test_window_add_starter_pack (fixture);
  g_assert_nonnull (get_first_question (fixture));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  ik_test_window_wait_for (fixture, IK_TYPE_WELCOME);
}

static gboolean
has_focus_on_button (gpointer data)
{
  GtkWidget *focus = ik_test_window_get_focus (data);

  return focus != NULL && GTK_IS_BUTTON (focus);
}

static void
test_sidebar_focus (IkTestWindow  *fixture,
                    gconstpointer  data)
{
  GtkWidget *sidebar;

  g_test_summary ("The focus of the sidebar goes to the page that a key chose");

  /* The page of today gives the focus to what there is to do first. */
  ik_test_widgets_wait (has_focus_on_button, fixture);
  sidebar = ik_test_widgets_find (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX,
                                  "navigation-sidebar");
  gtk_widget_grab_focus (gtk_widget_get_first_child (sidebar));
  g_assert_cmpstr (gtk_widget_get_name (ik_test_window_get_focus (fixture)), ==, "today");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "candidates");
  g_assert_cmpstr (gtk_widget_get_name (ik_test_window_get_focus (fixture)), ==, "candidates");
}

static gboolean
shows_toast (gpointer data)
{
  IkTestWindow *fixture = data;

  return ik_test_widgets_find (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"),
                               NULL) != NULL;
}

static gboolean
shows_no_toast (gpointer data)
{
  return !shows_toast (data);
}

static void
test_dismisses_toasts (IkTestWindow  *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It failed");

  g_test_summary ("Before an interview all toasts go, and none that waited comes after them");

  ik_toast_show_error (GTK_WIDGET (fixture->window), error);
  ik_toast_show_error (GTK_WIDGET (fixture->window), error);
  ik_toast_show (GTK_WIDGET (fixture->window), "Something was done");
  ik_test_widgets_wait (shows_toast, fixture);
  ik_toast_dismiss_all (GTK_WIDGET (fixture->window));
  ik_test_widgets_wait (shows_no_toast, fixture);
  ik_test_widgets_settle ();
  g_assert_false (shows_toast (fixture));
}

/* Scrolled to its end, a list shows all of its last row above a toast. */
static void
test_toast_leaves_last_row (IkTestWindow  *fixture,
                            gconstpointer  data)
{
  GtkWidget *list;
  GtkAdjustment *adjustment;
  graphene_rect_t row;
  graphene_rect_t toast;

  ik_test_window_add_starter_pack (fixture);
  ik_test_widgets_settle ();
  list = ik_test_window_find_list (ik_test_widgets_find (GTK_WIDGET (fixture->window),
                                                         IK_TYPE_PACK_PAGE, NULL));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  ik_toast_show (GTK_WIDGET (fixture->window), "Something was done");
  ik_test_widgets_settle ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  ik_test_widgets_settle ();

  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (list),
                                            GTK_WIDGET (fixture->window), &row));
  g_assert_true (gtk_widget_compute_bounds (ik_test_widgets_find (GTK_WIDGET (fixture->window),
                                                                  g_type_from_name ("AdwToastWidget"),
                                                                  NULL),
                                            GTK_WIDGET (fixture->window), &toast));
  g_assert_cmpfloat (row.origin.y + row.size.height, <=, toast.origin.y);
}

static GtkWidget *
find_primary_menu (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_primary_menu (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What the main menu offers first and second. */
static void
assert_undo_items (IkTestWindow *fixture,
                   const char   *undo,
                   const char   *redo)
{
  GtkWidget *button = find_primary_menu (GTK_WIDGET (fixture->window));
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  const char *expected[] = { undo, redo };

  for (int i = 0; i < (int) G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_assert_cmpstr (label, ==, expected[i]);
    }
}

static gboolean
can_undo (gpointer data)
{
  IkTestWindow *fixture = data;

  return ik_undo_stack_get_undo_label (ik_window_get_undo_stack (fixture->window)) != NULL;
}

static gboolean
cannot_undo (gpointer data)
{
  return !can_undo (data);
}

static void
test_undo_menu (IkTestWindow  *fixture,
                gconstpointer  data)
{
  g_test_summary ("The menu says what it undoes and redoes");

  assert_undo_items (fixture, "_Undo", "_Redo");
  ik_test_window_add_starter_pack (fixture);
  ik_test_widgets_wait (can_undo, fixture);
  assert_undo_items (fixture, "_Undo Import Pack", "_Redo");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ik_test_widgets_wait (cannot_undo, fixture);
  assert_undo_items (fixture, "_Undo", "_Redo Import Pack");
}

static void
test_size (IkTestWindow  *fixture,
           gconstpointer  data)
{
  int width;
  int height;

  g_test_summary ("A new window is as large as the last one was, and as maximized");

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 811, 622);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_wait (ik_test_window_is_gone, &fixture->window);

  ik_test_window_open (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 811);
  g_assert_cmpint (height, ==, 622);
  g_assert_false (gtk_window_is_maximized (GTK_WINDOW (fixture->window)));

  gtk_window_maximize (GTK_WINDOW (fixture->window));
  ik_test_widgets_wait (is_maximized, fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_wait (ik_test_window_is_gone, &fixture->window);

  ik_test_window_open (fixture);
  ik_test_widgets_wait (is_maximized, fixture->window);
  gtk_window_unmaximize (GTK_WINDOW (fixture->window));
  ik_test_widgets_wait (is_not_maximized, fixture->window);

  /* For the tests that come next. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1080, 720);
}

static gboolean
is_edited (gpointer data)
{
  return g_str_equal (get_first_question (data)->prompt, "What do you do?");
}

static gboolean
is_not_edited (gpointer data)
{
  return !is_edited (data);
}

static gboolean
is_loaded (gpointer data)
{
  IkTestWindow *fixture = data;
  GtkWidget *area = ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_TEXT_AREA, NULL);
  g_autofree char *text = ik_text_area_dup_text (IK_TEXT_AREA (area));

  return gtk_widget_get_mapped (area) && text[0] != '\0';
}

static void
test_edit (IkTestWindow  *fixture,
           gconstpointer  data)
{
  GtkWidget *area;
  GtkWidget *view;

  g_test_summary ("What is typed is saved by itself, shown in the list and undone");

  ik_test_window_add_starter_pack (fixture);
  ik_test_widgets_wait (is_loaded, fixture);
  area = ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_TEXT_AREA, NULL);
  view = ik_test_widgets_find (area, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "What do you\ndo?", -1);
  ik_test_widgets_wait (is_edited, fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ik_test_widgets_wait (is_not_edited, fixture);
}

static gboolean
has_level_answer (gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestion) question =
    ik_bank_load_question (ik_window_get_library (((IkTestWindow *) data)->window),
                           get_first_question (data)->id, NULL, &error);
  GPtrArray *answers;
  const IkLevelAnswer *last;

  g_assert_no_error (error);
  answers = question->interviewer.level_answers;
  last = answers->len > 0 ? g_ptr_array_index (answers, answers->len - 1) : NULL;

  return last != NULL && g_str_equal (last->level, "principal") &&
         g_str_equal (last->text, "Says why.\n\nSays when not.");
}

static void
test_level_answers (IkTestWindow  *fixture,
                    gconstpointer  data)
{
  GtkWidget *editor;
  GtkWidget *row = NULL;
  GtkWidget *view;

  g_test_summary ("An answer for a level is added to a question and stored");

  ik_test_window_add_starter_pack (fixture);
  ik_test_widgets_wait (is_loaded, fixture);
  editor = ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_LEVEL_ANSWER_EDITOR, NULL);
  gtk_widget_activate_action (editor, "answers.add", NULL);
  for (GtkWidget *next = ik_test_widgets_find (editor, IK_TYPE_LEVEL_ANSWER_ROW, NULL);
       next != NULL;
       next = gtk_widget_get_next_sibling (next))
    row = next;
  gtk_editable_set_text (GTK_EDITABLE (ik_test_widgets_find (row, GTK_TYPE_ENTRY, NULL)), "principal");
  view = ik_test_widgets_find (row, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "Says why.\n\nSays when not.", -1);
  ik_test_widgets_wait (has_level_answer, fixture);
}

static void
test_set (IkTestWindow  *fixture,
          gconstpointer  data)
{
  GtkWidget *page;
  guint n_lines;
  GListModel *model;
  g_autoptr(IkSetEntry) entry = NULL;
  g_autofree char *id = NULL;

  g_test_summary ("A set of a pack in one step; a line is moved and taken out by actions");

  ik_test_window_add_starter_pack (fixture);
  gtk_widget_activate_action (ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_PACK_PAGE, NULL),
                              "pack.create-set", NULL);
  ik_test_widgets_wait (ik_test_window_has_lines, fixture);

  page = ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_SET_PAGE, NULL);
  model = ik_test_window_get_model (fixture, IK_TYPE_SET_PAGE);
  n_lines = g_list_model_get_n_items (model);
  entry = g_list_model_get_item (model, n_lines - 1);
  id = g_strdup (ik_set_entry_get_id (entry));
  gtk_widget_activate_action (page, "set.move", "(si)", id, -1);
  g_clear_object (&entry);
  entry = g_list_model_get_item (model, n_lines - 2);
  g_assert_cmpstr (ik_set_entry_get_id (entry), ==, id);

  gtk_widget_activate_action (page, "set.remove", "s", id);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_lines - 1);
}

/* Icon buttons and fields say what they are; a tooltip is not a name. */
static void
assert_named (GtkWidget *widget)
{
  gboolean is_icon_button = GTK_IS_BUTTON (widget) &&
                            gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL &&
                            gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL &&
                            !g_str_has_prefix (gtk_actionable_get_action_name
                                                 (GTK_ACTIONABLE (widget)), "window.");

  if (is_icon_button || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_MENU_BUTTON (widget) ||
      GTK_IS_LIST_VIEW (widget))
    {
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL))
        g_error ("a %s has no name", G_OBJECT_TYPE_NAME (widget));
    }

  /* The insides of a drop-down are GTK's. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !GTK_IS_DROP_DOWN (widget);
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_names (IkTestWindow  *fixture,
            gconstpointer  data)
{
  g_test_summary ("Each control of the pages has a name for assistive tools");

  ik_test_window_add_starter_pack (fixture);
  ik_test_widgets_wait (is_loaded, fixture);
  assert_named (ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_PACKS_PAGE, NULL));

  gtk_widget_activate_action (ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_PACK_PAGE, NULL),
                              "pack.create-set", NULL);
  ik_test_widgets_wait (ik_test_window_has_lines, fixture);
  assert_named (ik_test_widgets_find (GTK_WIDGET (fixture->window), IK_TYPE_SETS_PAGE, NULL));
}

static gboolean
has_two_packs (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (library, NULL, NULL);

  return packs->len == 2;
}

static gboolean
has_no_packs (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (library, NULL, NULL);

  return packs->len == 0;
}

static gboolean
shows_draft (gpointer data)
{
  IkTestWindow *fixture = data;
  GtkWidget *list = ik_test_widgets_find (ik_window_get_full (fixture->window), IK_TYPE_DRAFT_LIST, NULL);

  return list != NULL && gtk_widget_get_mapped (list);
}

/* The button of a page that is still reading can't be pressed. */
static gboolean
can_add (gpointer data)
{
  IkTestWindow *fixture = data;
  GtkWidget *page = ik_window_get_full (fixture->window);
  GtkWidget *button = ik_test_window_find_button (page, "import.add");

  return gtk_widget_get_sensitive (button);
}

static gboolean
has_status (GtkWidget *widget)
{
  gboolean found = ADW_IS_STATUS_PAGE (widget) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_status (child);

  return found;
}

static gboolean
shows_failure (gpointer data)
{
  IkTestWindow *fixture = data;

  return has_status (ik_window_get_full (fixture->window));
}

static gboolean
shows_browse (gpointer data)
{
  IkTestWindow *fixture = data;

  return ik_window_get_full (fixture->window) == NULL;
}

static void
test_import (IkTestWindow  *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  g_autofree char *path = g_build_filename (fixture->directory, "empty.md", NULL);
  g_autoptr(GFile) empty = g_file_new_for_path (path);
  GFile *files[] = { g_ptr_array_index (starters, 0), empty };

  g_test_summary ("Several files one after the other; nothing is stored unseen");

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  ik_window_import (fixture->window, files, G_N_ELEMENTS (files));
  ik_test_widgets_wait (shows_draft, fixture);
  assert_named (ik_window_get_full (fixture->window));
  gtk_widget_activate_action (ik_window_get_full (fixture->window), "import.add", NULL);
  ik_test_widgets_wait (shows_failure, fixture);
  gtk_widget_activate_action (ik_window_get_full (fixture->window), "import.discard", NULL);
  ik_test_widgets_wait (shows_browse, fixture);
  ik_test_widgets_wait (ik_test_window_has_questions, fixture);
}

static GtkWidget *
get_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

static gboolean
asks (gpointer data)
{
  return get_question () != NULL;
}

static gboolean
asks_not (gpointer data)
{
  return !asks (data);
}

/* Keys that lead elsewhere do so only while the window shows nothing that would be lost. */
static void
assert_keeps_window (IkTestWindow *fixture,
                     GtkWidget    *page)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (window, "win.search", NULL);
  gtk_widget_activate_action (window, "win.new-set", NULL);
  gtk_widget_activate_action (window, "win.show-page", "s", "candidates");
  g_assert_true (ik_window_get_full (fixture->window) == page);
}

/* Escape asks first. */
static void
test_import_leave (IkTestWindow  *fixture,
                   gconstpointer  data)
{
  const char *source = "# Threads\n\n### 1. Explain a thread.\n\n**Solution Steps**:\n\n"
                       "1. Define it\n2. Compare it\n\n### 2. Explain a lock.\n\nIt locks.\n";
  g_autofree char *path = g_build_filename (fixture->directory, "threads.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GtkWidget *page;

  g_assert_true (g_file_set_contents (path, source, -1, NULL));
  ik_window_import (fixture->window, &file, 1);
  ik_test_widgets_wait (can_add, fixture);
  page = ik_window_get_full (fixture->window);
  assert_keeps_window (fixture, page);

  gtk_widget_activate_action (page, "import.leave", NULL);
  ik_test_widgets_wait (asks, NULL);
  gtk_window_close (GTK_WINDOW (get_question ()));
  ik_test_widgets_wait (asks_not, NULL);
  g_assert_true (shows_draft (fixture));

  gtk_widget_activate_action (page, "import.leave", NULL);
  ik_test_widgets_wait (asks, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (get_question ()), "do");
  ik_test_widgets_wait (shows_browse, fixture);
  gtk_window_destroy (GTK_WINDOW (get_question ()));
}

static void
test_import_two (IkTestWindow  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  GFile *files[] = { g_ptr_array_index (starters, 0), g_ptr_array_index (starters, 1) };

  g_test_summary ("What several files brought is taken back in one go");

  ik_window_import (fixture->window, files, G_N_ELEMENTS (files));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      ik_test_widgets_wait (can_add, fixture);
      gtk_widget_activate_action (ik_window_get_full (fixture->window), "import.add", NULL);
    }
  ik_test_widgets_wait (shows_browse, fixture);
  ik_test_widgets_wait (has_two_packs, fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-steps", "u", 2);
  ik_test_widgets_wait (has_no_packs, fixture);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (((IkTestWindow *) data)->window)) <= 365;
}

static void
test_dialogs_fit (IkTestWindow  *fixture,
                  gconstpointer  data)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  IkLibrary *library = ik_window_get_library (fixture->window);
  GtkWidget *dialogs[3];

  g_test_summary ("No dialog is wider than the window it belongs to, on a phone for one");

  gtk_window_set_default_size (parent, 360, 640);
  ik_test_widgets_wait (is_narrow, fixture);
  dialogs[0] = ik_preferences_window_new (parent, library);
  dialogs[1] = ik_plan_dialog_new (parent, library, NULL);
  dialogs[2] = GTK_WIDGET (ik_named_text_dialog_new (parent, "Section"));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_window_present (GTK_WINDOW (dialogs[i]));
      ik_test_widgets_settle ();
      g_test_message ("%s: %d", G_OBJECT_TYPE_NAME (dialogs[i]), gtk_widget_get_width (dialogs[i]));
      g_assert_cmpint (gtk_widget_get_width (dialogs[i]), <=,
                       gtk_widget_get_width (GTK_WIDGET (parent)));
      gtk_window_destroy (GTK_WINDOW (dialogs[i]));
    }

  /* The next window opens as wide as this one was. */
  gtk_window_set_default_size (parent, 1080, 720);
  ik_test_widgets_settle ();
}

static void
test_classes (void)
{
  GType types[] = {
    IK_TYPE_ATTACHMENT_LIST, IK_TYPE_LEVEL_ANSWER_EDITOR, IK_TYPE_LEVEL_ANSWER_ROW,
    IK_TYPE_QUESTION_FORM, IK_TYPE_BUDGET_BAR, IK_TYPE_DRAFT_LIST, IK_TYPE_DRAFT_ROW, IK_TYPE_FILTER_BUTTON,
    IK_TYPE_IMPORT_PAGE, IK_TYPE_LINK_ROW, IK_TYPE_OWNER_ROW, IK_TYPE_PACK_PAGE,
    IK_TYPE_PACKS_PAGE, IK_TYPE_QUESTION_EDITOR, IK_TYPE_QUESTION_ROW, IK_TYPE_BANK_BAR,
    IK_TYPE_BANK_FILTER, IK_TYPE_BANK_PAGE, IK_TYPE_BANK_ROW, IK_TYPE_BANK_VIEW,
    IK_TYPE_SET_BANK, IK_TYPE_TWO_PANES,
    IK_TYPE_SET_PAGE, IK_TYPE_SET_ROW, IK_TYPE_SETS_PAGE, IK_TYPE_TEXT_AREA,
    IK_TYPE_STARTER_LIST, IK_TYPE_TEXT_LIST_EDITOR, IK_TYPE_TEXT_LIST_ROW, IK_TYPE_WELCOME,
  };

  g_test_summary ("Each class is made and goes without a library");

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_test_message ("%s", g_type_name (types[i]));
      g_assert_finalize_object (widget);
    }
}

static void
test_budget (void)
{
  g_autofree char *fits = ik_budget_bar_describe (48, 36, 60);
  g_autofree char *over = ik_budget_bar_describe (72, 36, 60);
  g_autofree char *open = ik_budget_bar_describe (48, 36, 0);

  g_test_summary ("Too much is said in words");

  g_assert_cmpstr (fits, ==, "48 of 60 min planned, 36 min of them required");
  g_assert_cmpstr (over, ==, "72 min planned, 12 min more than the slot of 60 min; "
                   "the required questions take 36 min");
  g_assert_cmpstr (open, ==, "48 min planned, 36 min of them required");
}

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  g_test_add_func ("/widgets/classes", test_classes);
  g_test_add_func ("/widgets/budget-bar/words", test_budget);
  g_test_add ("/widgets/window/starter-pack", IkTestWindow, NULL, ik_test_window_set_up, test_starter_pack, ik_test_window_tear_down);
  g_test_add ("/widgets/window/sidebar-focus", IkTestWindow, NULL, ik_test_window_set_up,
              test_sidebar_focus, ik_test_window_tear_down);
  g_test_add ("/widgets/window/undo-menu", IkTestWindow, NULL, ik_test_window_set_up, test_undo_menu, ik_test_window_tear_down);
  g_test_add ("/widgets/window/size", IkTestWindow, NULL, ik_test_window_set_up, test_size, ik_test_window_tear_down);
  g_test_add ("/widgets/window/edit", IkTestWindow, NULL, ik_test_window_set_up, test_edit, ik_test_window_tear_down);
  g_test_add ("/widgets/window/level-answers", IkTestWindow, NULL, ik_test_window_set_up, test_level_answers,
              ik_test_window_tear_down);
  g_test_add ("/widgets/window/set", IkTestWindow, NULL, ik_test_window_set_up, test_set, ik_test_window_tear_down);
  g_test_add ("/widgets/window/import", IkTestWindow, NULL, ik_test_window_set_up, test_import, ik_test_window_tear_down);
  g_test_add ("/widgets/window/import-leave", IkTestWindow, NULL, ik_test_window_set_up,
              test_import_leave, ik_test_window_tear_down);
  g_test_add ("/widgets/window/import-two", IkTestWindow, NULL, ik_test_window_set_up, test_import_two, ik_test_window_tear_down);
  g_test_add ("/widgets/window/dialogs-fit", IkTestWindow, NULL, ik_test_window_set_up,
              test_dialogs_fit, ik_test_window_tear_down);
  g_test_add ("/widgets/window/dismisses-toasts", IkTestWindow, NULL, ik_test_window_set_up,
              test_dismisses_toasts, ik_test_window_tear_down);
  g_test_add ("/widgets/window/toast-leaves-last-row", IkTestWindow, NULL, ik_test_window_set_up,
              test_toast_leaves_last_row, ik_test_window_tear_down);
  g_test_add ("/widgets/window/names", IkTestWindow, NULL, ik_test_window_set_up, test_names, ik_test_window_tear_down);

  return g_test_run ();
}
