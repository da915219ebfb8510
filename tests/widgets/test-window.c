#include <adwaita.h>
#include <glib/gstdio.h>

#include "ik-attachment-list.h"
#include "ik-budget-bar.h"
#include "ik-draft-list.h"
#include "ik-draft-row.h"
#include "ik-filter-button.h"
#include "ik-import-page.h"
#include "ik-import.h"
#include "ik-level-answer-editor.h"
#include "ik-level-answer-row.h"
#include "ik-link-row.h"
#include "ik-owner-row.h"
#include "ik-pack-page.h"
#include "ik-packs-page.h"
#include "ik-question-editor.h"
#include "ik-question-form.h"
#include "ik-question-item.h"
#include "ik-question-row.h"
#include "ik-rich-view.h"
#include "ik-search-row.h"
#include "ik-section-dialog.h"
#include "ik-set-entry.h"
#include "ik-set-page.h"
#include "ik-set-row.h"
#include "ik-sets-page.h"
#include "ik-text-area.h"
#include "ik-text-list-editor.h"
#include "ik-text-list-row.h"
#include "ik-welcome.h"
#include "ik-widgets.h"
#include "ik-window.h"

#define TIMEOUT_S 20

typedef gboolean (*Condition) (gpointer data);

static GtkApplication *application;

/* A window on an empty library, open. */
typedef struct
{
  char     *directory;
  char     *path;
  IkWindow *window;
} Fixture;

static gboolean
time_out_cb (gpointer data)
{
  g_error ("what the test waits for did not come");

  return G_SOURCE_REMOVE;
}

static void
wait_for (Condition condition,
          gpointer  data)
{
  guint id = g_timeout_add_seconds (TIMEOUT_S, time_out_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static gboolean
is_open (gpointer data)
{
  return ik_window_get_library (data) != NULL;
}

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

static void
open_window (Fixture *fixture)
{
  fixture->window = ik_window_new (application, fixture->path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  wait_for (is_open, fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->directory = g_dir_make_tmp ("ik-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "library.db", NULL);
  open_window (fixture);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (is_gone, &fixture->window);

  dir = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The list of a page; lists of drop-downs that are closed are not in view. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A page in view. */
typedef struct
{
  IkWindow *window;
  GType     type;
} Wanted;

static gboolean
is_in_view (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *widget = find (GTK_WIDGET (wanted->window), wanted->type);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
wait_until_in_view (Fixture *fixture,
                    GType    type)
{
  Wanted wanted = { fixture->window, type };

  wait_for (is_in_view, &wanted);
}

static GListModel *
get_model (Fixture *fixture,
           GType    page_type)
{
  GtkWidget *page = find (GTK_WIDGET (fixture->window), page_type);
  GtkWidget *list = page != NULL ? find_list (page) : NULL;

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static gboolean
has_questions (gpointer data)
{
  GListModel *model = get_model (data, IK_TYPE_PACK_PAGE);

  return model != NULL && g_list_model_get_n_items (model) > 0;
}

static gboolean
has_lines (gpointer data)
{
  GListModel *model = get_model (data, IK_TYPE_SET_PAGE);

  return model != NULL && g_list_model_get_n_items (model) > 0;
}

/* The first line of a pack is a heading. */
static const IkQuestionSummary *
get_first_question (Fixture *fixture)
{
  g_autoptr(IkQuestionItem) item =
    g_list_model_get_item (get_model (fixture, IK_TYPE_PACK_PAGE), 1);

  return ik_question_item_get_summary (item);
}

static void
add_starter_pack (Fixture *fixture)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  g_autofree char *uri = g_file_get_uri (g_ptr_array_index (starters, 0));

  ik_window_show_page (fixture->window, "packs");
  wait_until_in_view (fixture, IK_TYPE_WELCOME);
  g_assert_true (gtk_widget_activate_action (find (GTK_WIDGET (fixture->window), IK_TYPE_WELCOME),
                                             "welcome.add", "s", uri));
  wait_for (has_questions, fixture);
}

static void
test_starter_pack (Fixture       *fixture,
                   gconstpointer  data)
{
  g_test_summary ("An empty library offers starter packs; adding one is undone by the window");

  add_starter_pack (fixture);
  g_assert_nonnull (get_first_question (fixture));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  wait_until_in_view (fixture, IK_TYPE_WELCOME);
}

static GtkWidget *
find_action_button (GtkWidget  *widget,
                    const char *action_name)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action_name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action_button (child, action_name);

      if (found != NULL)
        return found;
    }

  return NULL;
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
assert_undo_items (Fixture    *fixture,
                   const char *undo,
                   const char *redo)
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
  Fixture *fixture = data;

  return ik_undo_stack_get_undo_label (ik_window_get_undo_stack (fixture->window)) != NULL;
}

static gboolean
cannot_undo (gpointer data)
{
  return !can_undo (data);
}

static void
test_undo_menu (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_summary ("The menu says what it undoes and redoes");

  assert_undo_items (fixture, "_Undo", "_Redo");
  add_starter_pack (fixture);
  wait_for (can_undo, fixture);
  assert_undo_items (fixture, "_Undo Import Pack", "_Redo");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (cannot_undo, fixture);
  assert_undo_items (fixture, "_Undo", "_Redo Import Pack");
}

static void
test_size (Fixture       *fixture,
           gconstpointer  data)
{
  int width;
  int height;

  g_test_summary ("A new window is as large as the last one was, and as maximized");

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 811, 622);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (is_gone, &fixture->window);

  open_window (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 811);
  g_assert_cmpint (height, ==, 622);
  g_assert_false (gtk_window_is_maximized (GTK_WINDOW (fixture->window)));

  gtk_window_maximize (GTK_WINDOW (fixture->window));
  wait_for (is_maximized, fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (is_gone, &fixture->window);

  open_window (fixture);
  wait_for (is_maximized, fixture->window);
  gtk_window_unmaximize (GTK_WINDOW (fixture->window));
  wait_for (is_not_maximized, fixture->window);

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
  Fixture *fixture = data;
  GtkWidget *area = find (GTK_WIDGET (fixture->window), IK_TYPE_TEXT_AREA);
  g_autofree char *text = ik_text_area_dup_text (IK_TEXT_AREA (area));

  return gtk_widget_get_mapped (area) && text[0] != '\0';
}

static gboolean
has_focus_in_list (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *page = find (GTK_WIDGET (fixture->window), IK_TYPE_PACK_PAGE);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, find_list (page));
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  g_test_summary ("A pack that is opened has the focus in its list, not on a button that deletes");

  add_starter_pack (fixture);
  wait_for (has_focus_in_list, fixture);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *area;
  GtkWidget *view;

  g_test_summary ("What is typed is saved by itself, shown in the list and undone");

  add_starter_pack (fixture);
  wait_for (is_loaded, fixture);
  area = find (GTK_WIDGET (fixture->window), IK_TYPE_TEXT_AREA);
  view = find (area, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "What do you\ndo?", -1);
  wait_for (is_edited, fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (is_not_edited, fixture);
}

static gboolean
has_level_answer (gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestion) question =
    ik_bank_load_question (ik_window_get_library (((Fixture *) data)->window),
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
test_level_answers (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *editor;
  GtkWidget *row = NULL;
  GtkWidget *view;

  g_test_summary ("An answer for a level is added to a question and stored");

  add_starter_pack (fixture);
  wait_for (is_loaded, fixture);
  editor = find (GTK_WIDGET (fixture->window), IK_TYPE_LEVEL_ANSWER_EDITOR);
  gtk_widget_activate_action (editor, "answers.add", NULL);
  for (GtkWidget *next = find (editor, IK_TYPE_LEVEL_ANSWER_ROW);
       next != NULL;
       next = gtk_widget_get_next_sibling (next))
    row = next;
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY)), "principal");
  view = find (row, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "Says why.\n\nSays when not.", -1);
  wait_for (has_level_answer, fixture);
}

static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page;
  guint n_lines;
  GListModel *model;
  g_autoptr(IkSetEntry) entry = NULL;
  g_autofree char *id = NULL;

  g_test_summary ("A set of a pack in one step; a line is moved and taken out by actions");

  add_starter_pack (fixture);
  gtk_widget_activate_action (find (GTK_WIDGET (fixture->window), IK_TYPE_PACK_PAGE),
                              "pack.create-set", NULL);
  wait_for (has_lines, fixture);

  page = find (GTK_WIDGET (fixture->window), IK_TYPE_SET_PAGE);
  model = get_model (fixture, IK_TYPE_SET_PAGE);
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
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_test_summary ("Each control of the pages has a name for assistive tools");

  add_starter_pack (fixture);
  wait_for (is_loaded, fixture);
  assert_named (find (GTK_WIDGET (fixture->window), IK_TYPE_PACKS_PAGE));

  gtk_widget_activate_action (find (GTK_WIDGET (fixture->window), IK_TYPE_PACK_PAGE),
                              "pack.create-set", NULL);
  wait_for (has_lines, fixture);
  assert_named (find (GTK_WIDGET (fixture->window), IK_TYPE_SETS_PAGE));
}

static gboolean
has_two_packs (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((Fixture *) data)->window);
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (library, NULL, NULL);

  return packs->len == 2;
}

static gboolean
has_no_packs (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((Fixture *) data)->window);
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (library, NULL, NULL);

  return packs->len == 0;
}

static gboolean
shows_draft (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *list = find (ik_window_get_full (fixture->window), IK_TYPE_DRAFT_LIST);

  return list != NULL && gtk_widget_get_mapped (list);
}

/* The button of a page that is still reading can't be pressed. */
static gboolean
can_add (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *page = ik_window_get_full (fixture->window);
  GtkWidget *button = find_action_button (page, "import.add");

  return gtk_widget_get_sensitive (button);
}

static gboolean
shows_failure (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *status = find (ik_window_get_full (fixture->window), ADW_TYPE_STATUS_PAGE);

  return status != NULL && gtk_widget_get_mapped (status);
}

static gboolean
shows_browse (gpointer data)
{
  Fixture *fixture = data;

  return ik_window_get_full (fixture->window) == NULL;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  g_autofree char *path = g_build_filename (fixture->directory, "empty.md", NULL);
  g_autoptr(GFile) empty = g_file_new_for_path (path);
  GFile *files[] = { g_ptr_array_index (starters, 0), empty };

  g_test_summary ("Several files one after the other; nothing is stored unseen");

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  ik_window_import (fixture->window, files, G_N_ELEMENTS (files));
  wait_for (shows_draft, fixture);
  assert_named (ik_window_get_full (fixture->window));
  gtk_widget_activate_action (ik_window_get_full (fixture->window), "import.add", NULL);
  wait_for (shows_failure, fixture);
  gtk_widget_activate_action (ik_window_get_full (fixture->window), "import.discard", NULL);
  wait_for (shows_browse, fixture);
  wait_for (has_questions, fixture);
}

static void
test_import_two (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) starters = ik_import_list_starter_packs ();
  GFile *files[] = { g_ptr_array_index (starters, 0), g_ptr_array_index (starters, 1) };

  g_test_summary ("What several files brought is taken back in one go");

  ik_window_import (fixture->window, files, G_N_ELEMENTS (files));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      wait_for (can_add, fixture);
      gtk_widget_activate_action (ik_window_get_full (fixture->window), "import.add", NULL);
    }
  wait_for (shows_browse, fixture);
  wait_for (has_two_packs, fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-steps", "u", 2);
  wait_for (has_no_packs, fixture);
}

static void
test_classes (void)
{
  GType types[] = {
    IK_TYPE_ATTACHMENT_LIST, IK_TYPE_LEVEL_ANSWER_EDITOR, IK_TYPE_LEVEL_ANSWER_ROW,
    IK_TYPE_QUESTION_FORM, IK_TYPE_BUDGET_BAR, IK_TYPE_DRAFT_LIST, IK_TYPE_DRAFT_ROW, IK_TYPE_FILTER_BUTTON,
    IK_TYPE_IMPORT_PAGE, IK_TYPE_LINK_ROW, IK_TYPE_OWNER_ROW, IK_TYPE_PACK_PAGE,
    IK_TYPE_PACKS_PAGE, IK_TYPE_QUESTION_EDITOR, IK_TYPE_QUESTION_ROW, IK_TYPE_SEARCH_ROW,
    IK_TYPE_SET_PAGE, IK_TYPE_SET_ROW, IK_TYPE_SETS_PAGE, IK_TYPE_TEXT_AREA,
    IK_TYPE_TEXT_LIST_EDITOR, IK_TYPE_TEXT_LIST_ROW, IK_TYPE_WELCOME,
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

  g_assert_cmpstr (fits, ==, "48 of 60 min, 36 required");
  g_assert_cmpstr (over, ==, "72 of 60 min, 12 too many, 36 required");
  g_assert_cmpstr (open, ==, "48 min, 36 required");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ik_widgets_init ();

  application = GTK_APPLICATION (adw_application_new ("com.example.InterviewKit.Test",
                                                      G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/com/example/InterviewKit/icons");

  g_test_add_func ("/widgets/classes", test_classes);
  g_test_add_func ("/widgets/budget-bar/words", test_budget);
  g_test_add ("/widgets/window/starter-pack", Fixture, NULL, set_up, test_starter_pack, tear_down);
  g_test_add ("/widgets/window/undo-menu", Fixture, NULL, set_up, test_undo_menu, tear_down);
  g_test_add ("/widgets/window/size", Fixture, NULL, set_up, test_size, tear_down);
  g_test_add ("/widgets/window/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/widgets/window/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/widgets/window/level-answers", Fixture, NULL, set_up, test_level_answers,
              tear_down);
  g_test_add ("/widgets/window/set", Fixture, NULL, set_up, test_set, tear_down);
  g_test_add ("/widgets/window/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/widgets/window/import-two", Fixture, NULL, set_up, test_import_two, tear_down);
  g_test_add ("/widgets/window/names", Fixture, NULL, set_up, test_names, tear_down);

  return g_test_run ();
}
