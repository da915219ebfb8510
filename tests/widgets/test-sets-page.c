/* Building a question set, as a person does it with the keyboard. */

#include "ik-bank-chips.h"
#include "ik-link-row.h"
#include "ik-named-text-dialog.h"
#include "ik-pack-page.h"
#include "ik-report-window.h"
#include "ik-set-bank.h"
#include "ik-set-entry.h"
#include "ik-set-fill-dialog.h"
#include "ik-set-hint.h"
#include "ik-set-hint-button.h"
#include "ik-set-page.h"
#include "ik-sets-page.h"
#include "ik-sets.h"
#include "ik-test-window.h"
#include "ik-text-area.h"

/* The line that has the focus in its row is the one that is selected. */
static void
assert_at (IkTestWindow *test,
           const char   *id)
{
  GtkSingleSelection *selection =
    GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_SET_PAGE));
  IkSetEntry *entry = gtk_single_selection_get_selected_item (selection);
  GtkWidget *focus = ik_test_window_get_focus (test);

  g_assert_nonnull (entry);
  g_assert_cmpstr (ik_set_entry_get_id (entry), ==, id);
  g_assert_true (ik_test_window_has_focus_in_lines (test));
  g_assert_true ((gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0);
}

static void
test_new (IkTestWindow  *test,
          gconstpointer  data)
{
  GtkWidget *focus;
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("A new set has the focus on its name; adding questions is what comes next");

  ik_test_window_open_new_set (test);
  focus = ik_test_window_get_focus (test);
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "New question set");
  ik_test_widgets_press (window, "key F9");
  g_assert_true (gtk_widget_has_css_class (ik_test_window_find_button (window, "set.add-questions"),
                                           "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (ik_test_window_find_button (window, "set.plan"),
                                            "suggested-action"));
  ik_test_widgets_press (window, "key F9");
}

static gboolean
is_stored (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autoptr(GPtrArray) sets = ik_sets_list (library, NULL, NULL);

  return sets->len == 1 &&
         g_str_equal (((const IkSetSummary *) g_ptr_array_index (sets, 0))->title, "Probe");
}

static void
test_typing (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkEditable *title;

  g_test_summary ("What is typed stays while it is saved, the space before the next word too");

  ik_test_window_open_new_set (test);
  title = GTK_EDITABLE (ik_test_window_get_focus (test));
  ik_test_widgets_press (window, "type 'Probe '");
  ik_test_widgets_wait (is_stored, test);
  ik_test_widgets_settle ();
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Probe ");

  /* A load that began before the key comes after it. */
  ik_page_reload (IK_PAGE (ik_test_window_find (test, IK_TYPE_SET_PAGE)));
  g_main_context_iteration (NULL, FALSE);
  ik_test_widgets_press (window, "type x");
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Probe x");
}

static void
test_toast (IkTestWindow  *test,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("Undo of a toast stays as long as it takes back what the toast says");

  ik_test_window_open_new_set (test);
  g_assert_nonnull (ik_test_window_find_button (window, "win.undo"));
  ik_test_widgets_press (window, "type Probe");
  ik_test_widgets_wait (is_stored, test);
  ik_test_widgets_settle ();
  g_assert_null (ik_test_window_find_button (window, "win.undo"));
}

static gboolean
is_recorded (IkTestWindow *test,
             const char   *label)
{
  IkUndoStack *stack = ik_window_get_undo_stack (test->window);

  return g_strcmp0 (ik_undo_stack_get_undo_label (stack), label) == 0;
}

static gboolean
is_removal_recorded (gpointer data)
{
  return is_recorded (data, "Remove Question From Set");
}

static gboolean
is_option_recorded (gpointer data)
{
  return is_recorded (data, "Make Question Optional");
}

static void
test_toast_ahead (IkTestWindow  *test,
                  gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *page;
  g_autofree char *id = NULL;

  g_test_summary ("Undo of a removal stays while that is saved, and goes with the next change");

  ik_test_window_open_full_set (test);
  page = ik_test_window_find (test, IK_TYPE_SET_PAGE);
  id = ik_test_window_dup_line_id (test, 3);
  gtk_widget_activate_action (page, "set.remove", "s", id);
  ik_test_widgets_wait (is_removal_recorded, test);
  ik_test_widgets_settle ();
  g_assert_nonnull (ik_test_window_find_button (window, "win.undo"));

  g_free (id);
  id = ik_test_window_dup_line_id (test, 4);
  gtk_widget_activate_action (page, "set.set-required", "(sb)", id, FALSE);
  ik_test_widgets_wait (is_option_recorded, test);
  ik_test_widgets_settle ();
  g_assert_null (ik_test_window_find_button (window, "win.undo"));
}

static gboolean
has_focus_in_text (gpointer data)
{
  return GTK_IS_TEXT (ik_test_window_get_focus (data));
}

static void
test_late_list (IkTestWindow  *test,
                gconstpointer  data)
{
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("Probe");
  g_autoptr(GError) error = NULL;
  GtkWidget *page;

  g_test_summary ("A set that is open keeps the focus when the list of all sets comes after it");

  ik_sets_save (ik_window_get_library (test->window), set, "New Question Set", NULL, &error);
  g_assert_no_error (error);
  ik_window_show_page (test->window, "sets");
  page = ik_test_window_find (test, IK_TYPE_SETS_PAGE);
  ik_sets_page_open (IK_SETS_PAGE (page), set->id);
  while (!has_focus_in_text (test))
    {
      /* Begins anew, and so comes later. */
      ik_page_reload (IK_PAGE (page));
      g_main_context_iteration (NULL, TRUE);
    }
  ik_test_widgets_settle ();

  g_assert_nonnull (ik_test_widgets_find (page, IK_TYPE_LINK_ROW, NULL));
  g_assert_true (has_focus_in_text (test));
}

static gboolean
is_printing (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean is_open = FALSE;

  for (guint i = 0; !is_open && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      is_open = IK_IS_REPORT_WINDOW (window);
    }

  return is_open;
}

static void
test_print (IkTestWindow  *test,
            gconstpointer  data)
{
  GtkEditable *title;

  g_test_summary ("What is printed is what is shown, also right after the last key");

  ik_test_window_open_new_set (test);
  title = GTK_EDITABLE (ik_test_window_get_focus (test));
  gtk_editable_set_text (title, "Probe");
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.export", NULL);
  ik_test_widgets_wait (is_printing, test);
  g_assert_true (is_stored (test));

  /* Left open, it would have the keys of the next test. */
  gtk_window_destroy (GTK_WINDOW (ik_test_widgets_find_window (IK_TYPE_REPORT_WINDOW)));
}

static char *
dup_opening (IkTestWindow *test)
{
  IkLibrary *library = ik_window_get_library (test->window);
  g_autoptr(GPtrArray) sets = ik_sets_list (library, NULL, NULL);
  g_autoptr(IkQuestionSet) set =
    ik_sets_load (library, ((const IkSetSummary *) sets->pdata[0])->id, NULL, NULL);

  return g_strdup (set->opening);
}

static gboolean
has_opening (gpointer data)
{
  g_autofree char *opening = dup_opening (data);

  return g_str_equal (opening, "Welcome");
}

static gboolean
has_no_opening (gpointer data)
{
  IkTestWindow *test = data;
  g_autofree char *opening = dup_opening (test);
  g_autofree char *shown =
    ik_text_area_dup_text (IK_TEXT_AREA (ik_test_window_find (test, IK_TYPE_TEXT_AREA)));

  return *opening == '\0' && *shown == '\0';
}

static void
test_opening (IkTestWindow  *test,
              gconstpointer  data)
{
  GtkWidget *script;

  g_test_summary ("The opening script is saved as it is typed, and undone");

  ik_test_window_open_new_set (test);
  script = ik_test_widgets_find (GTK_WIDGET (test->window), GTK_TYPE_EXPANDER, "opening-script");
  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (script)), ==,
                   "Opening Script (none yet)");
  gtk_expander_set_expanded (GTK_EXPANDER (script), TRUE);
  ik_test_widgets_settle ();
  ik_text_area_focus (IK_TEXT_AREA (ik_test_window_find (test, IK_TYPE_TEXT_AREA)), FALSE);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                                                                ik_test_window_get_focus (test))), "Welcome", -1);
  ik_test_widgets_wait (has_opening, test);
  ik_test_widgets_settle ();
  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (script)), ==, "Opening Script");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_no_opening, test);
}

static void
test_open (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("A set with questions has the focus in its list; planning is what comes next");

  ik_test_window_open_full_set (test);
  ik_test_widgets_wait (ik_test_window_has_focus_in_lines, test);
  g_assert_true (gtk_widget_has_css_class (ik_test_window_find_button (window, "set.plan"),
                                           "suggested-action"));
  ik_test_widgets_press (window, "key F9");
  g_assert_false (gtk_widget_has_css_class (ik_test_window_find_button (window,
                                                                        "set.add-questions"),
                                            "suggested-action"));
  ik_test_widgets_press (window, "key F9");
}

static void
assert_line (IkTestWindow *test,
             guint         position,
             const char   *id)
{
  g_autofree char *there = ik_test_window_dup_line_id (test, position);
  g_assert_cmpstr (there, ==, id);
}

static void
test_move (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  g_autofree char *id = NULL;
  g_autofree char *last_id = NULL;

  g_test_summary ("Focus and selection stay with a line that is moved, by key and by hand");

  ik_test_window_open_full_set (test);
  id = ik_test_window_dup_line_id (test, 2);
  gtk_single_selection_set_selected
    (GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_SET_PAGE)), 2);
  ik_test_widgets_press (window, "key alt+Down");
  assert_at (test, id);
  ik_test_widgets_press (window, "key alt+Down alt+Up alt+Up");
  assert_at (test, id);

  last_id = ik_test_window_dup_line_id (test, g_list_model_get_n_items (ik_test_window_get_model (test,
                                                                                                  IK_TYPE_SET_PAGE)) - 1);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.move-to", "(ss)", id, last_id);
  ik_test_widgets_settle ();
  assert_at (test, id);
}

static void
click_line (IkTestWindow *test,
            guint         position)
{
  GtkWidget *list = ik_test_window_find_list (ik_test_window_find (test, IK_TYPE_SET_PAGE));
  GtkWidget *row = gtk_widget_get_first_child (list);

  gtk_single_selection_set_selected
    (GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_SET_PAGE)), position);
  ik_test_widgets_settle ();
  while ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);
  ik_test_widgets_point_at (row, "click 1");
}

static void
test_move_far (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  g_autofree char *id = NULL;

  g_test_summary ("A question that was clicked is moved as far as the key is pressed");

  /* The second section of the pack begins at line 2 and has five questions. */
  ik_test_window_open_full_set (test);
  id = ik_test_window_dup_line_id (test, 4);
  click_line (test, 4);
  assert_at (test, id);
  for (guint i = 5; i <= 7; i++)
    {
      ik_test_widgets_press (window, "key alt+Down");
      assert_line (test, i, id);
      assert_at (test, id);
    }
  for (guint i = 6; i >= 3; i--)
    {
      ik_test_widgets_press (window, "key alt+Up");
      assert_line (test, i, id);
      assert_at (test, id);
    }
}

static void
test_add_section (IkTestWindow  *test,
                  gconstpointer  data)
{
  GtkWidget *dialog;
  g_autofree char *id = NULL;
  g_autoptr(IkSetEntry) entry = NULL;

  g_test_summary ("A new section goes below the question that is selected, and is selected");

  ik_test_window_open_full_set (test);
  gtk_single_selection_set_selected
    (GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_SET_PAGE)), 1);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.add-section", NULL);
  dialog = ik_test_widgets_find_window (IK_TYPE_NAMED_TEXT_DIALOG);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (dialog))));
  g_assert_nonnull (adw_preferences_group_get_description
                      (ADW_PREFERENCES_GROUP (ik_test_widgets_find (dialog,
                                                                    ADW_TYPE_PREFERENCES_GROUP,
                                                                    NULL))));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (ik_test_window_find_button
                                                       (dialog, "dialog.save"))), ==, "_Add");
  ik_test_widgets_press (dialog, "type Probe");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  ik_test_widgets_press (dialog, "key Return");
  ik_test_widgets_wait (ik_test_window_is_gone, &dialog);
  ik_test_widgets_settle ();

  entry = g_list_model_get_item (ik_test_window_get_model (test, IK_TYPE_SET_PAGE), 2);
  g_assert_nonnull (ik_set_entry_get_section (entry));
  g_assert_cmpstr (ik_set_entry_get_section (entry)->title, ==, "Probe");
  id = ik_test_window_dup_line_id (test, 2);
  assert_at (test, id);
}

static void
test_remove (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkSingleSelection *selection;
  g_autofree char *section_id = NULL;
  g_autofree char *item_id = NULL;
  g_autofree char *next_id = NULL;
  guint n_lines;

  g_test_summary ("The row below a line that is removed has the focus, and the line once it is back");

  ik_test_window_open_full_set (test);
  selection = GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_SET_PAGE));
  n_lines = g_list_model_get_n_items (G_LIST_MODEL (selection));
  section_id = ik_test_window_dup_line_id (test, 0);
  item_id = ik_test_window_dup_line_id (test, 1);
  next_id = ik_test_window_dup_line_id (test, 2);
  assert_at (test, section_id);

  ik_test_widgets_press (window, "key Delete");
  assert_at (test, item_id);
  ik_test_widgets_press (window, "key ctrl+z");
  assert_at (test, section_id);
  ik_test_widgets_press (window, "key ctrl+shift+z");
  assert_at (test, item_id);
  ik_test_widgets_press (window, "key Delete");
  assert_at (test, next_id);
  ik_test_widgets_press (window, "key alt+Down");
  assert_at (test, next_id);

  /* The last one leaves it to the one above. */
  ik_test_widgets_press (window, "key End Delete");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, n_lines - 4);
  g_free (g_steal_pointer (&next_id));
  next_id = ik_test_window_dup_line_id (test, n_lines - 4);
  assert_at (test, next_id);
}

/* The control of the first line that holds a question. */
static GtkWidget *
find_control (IkTestWindow *test,
              GType         type)
{
  GtkWidget *list = ik_test_window_find_list (ik_test_window_find (test, IK_TYPE_SET_PAGE));
  GtkWidget *row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (list));

  /* The row has the controls of a section as well, out of sight. */
  return ik_test_widgets_find (ik_test_widgets_find (row, GTK_TYPE_BOX, "row-controls"), type, NULL);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* As assistive tools open it: no pointer is near, the focus is elsewhere. */
static void
test_menu (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkMenuButton *button;

  g_test_summary ("The menu of a line stays open wherever the focus was before");

  ik_test_window_open_full_set (test);
  gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
  button = GTK_MENU_BUTTON (find_control (test, GTK_TYPE_MENU_BUTTON));
  gtk_menu_button_popup (button);
  ik_test_widgets_wait (is_mapped, gtk_menu_button_get_popover (button));
  ik_test_widgets_settle ();
  g_assert_true (is_mapped (gtk_menu_button_get_popover (button)));

  /* GTK asks a menu that is open where the pointer is as its window goes. */
  gtk_menu_button_popdown (button);
  ik_test_widgets_settle ();
}

static void
test_control (IkTestWindow  *test,
              gconstpointer  data)
{
  GtkSingleSelection *selection;
  GType types[] = { GTK_TYPE_CHECK_BUTTON, GTK_TYPE_SPIN_BUTTON, GTK_TYPE_MENU_BUTTON };

  g_test_summary ("Who uses a control of a line has selected the line");

  ik_test_window_open_full_set (test);
  selection = GTK_SINGLE_SELECTION (ik_test_window_get_model (test, IK_TYPE_SET_PAGE));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gtk_single_selection_set_selected (selection, 0);
      ik_test_widgets_point_at (find_control (test, types[i]), "click 1");
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
      ik_test_widgets_press (GTK_WIDGET (test->window), "key Escape");
      gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
    }
}

static guint
count_lines (IkTestWindow *test)
{
  return g_list_model_get_n_items (ik_test_window_get_model (test, IK_TYPE_SET_PAGE));
}

static void
go_to_hint (IkTestWindow  *test,
            IkSetHintKind  kind,
            const char    *line_id)
{
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.go-to-hint", "(us)",
                              (guint) kind, line_id);
  ik_test_widgets_settle ();
}

static gboolean
can_add (gpointer data)
{
  return gtk_widget_is_sensitive (ik_test_window_find_button (data, "fill.add"));
}

static void
test_fill (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  g_autofree char *id = NULL;
  GtkWidget *dialog;
  guint n_lines;

  g_test_summary ("What was removed can be filled in again: shown before, one step to undo");

  ik_test_window_open_full_set (test);
  id = ik_test_window_dup_line_id (test, 3);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.remove", "s", id);
  n_lines = count_lines (test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.fill", NULL);
  dialog = ik_test_widgets_find_window (IK_TYPE_SET_FILL_DIALOG);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ik_test_widgets_find (dialog, GTK_TYPE_SPIN_BUTTON,
                                                                    NULL)), 100);
  ik_test_widgets_wait (can_add, dialog);
  g_assert_cmpuint (count_lines (test), ==, n_lines);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "fill.add", NULL);
  ik_test_widgets_wait (ik_test_window_is_gone, &dialog);
  ik_test_widgets_settle ();
  g_assert_cmpuint (count_lines (test), >, n_lines);
  g_assert_true (ik_test_window_has_focus_in_lines (test));

  ik_test_widgets_press (window, "key ctrl+z");
  ik_test_widgets_settle ();
  g_assert_cmpuint (count_lines (test), ==, n_lines);
}

static gboolean
is_expanded (IkTestWindow *test,
             const char   *css_class)
{
  GtkWidget *expander = ik_test_widgets_find (GTK_WIDGET (test->window), GTK_TYPE_EXPANDER,
                                              css_class);

  return gtk_expander_get_expanded (GTK_EXPANDER (expander));
}

static void
test_hints (IkTestWindow  *test,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *hints;

  g_test_summary ("Each hint leads to its place; the button is there only while there are some");

  ik_test_window_open_new_set (test);
  hints = ik_test_window_find (test, IK_TYPE_SET_HINT_BUTTON);
  g_assert_false (gtk_widget_get_visible (hints));

  ik_test_window_open_full_set (test);
  id = ik_test_window_dup_line_id (test, 3);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.set-minutes", "(su)", id, 200);
  hints = ik_test_window_find (test, IK_TYPE_SET_HINT_BUTTON);
  g_assert_true (gtk_widget_get_visible (hints));

  go_to_hint (test, IK_SET_HINT_OVER_SLOT, "");
  g_assert_nonnull (gtk_widget_get_ancestor (ik_test_window_get_focus (test),
                                             GTK_TYPE_SPIN_BUTTON));
  go_to_hint (test, IK_SET_HINT_NO_OPENING, "");
  g_assert_true (is_expanded (test, "opening-script"));
  g_assert_true (GTK_IS_TEXT_VIEW (ik_test_window_get_focus (test)));
  go_to_hint (test, IK_SET_HINT_MANY_COMPETENCIES, "");
  g_assert_true (is_expanded (test, "set-coverage"));
  go_to_hint (test, IK_SET_HINT_LONG_QUESTION, id);
  assert_at (test, id);
  go_to_hint (test, IK_SET_HINT_NO_CLOSING, "");

  g_assert_true (gtk_widget_is_ancestor (ik_test_window_get_focus (test),
                                         ik_test_window_find (test, IK_TYPE_SET_BANK)));
  g_assert_true (gtk_widget_get_visible (ik_test_window_find (test, IK_TYPE_BANK_CHIPS)));
}

#define ADD(path, func) \
  g_test_add (path, IkTestWindow, NULL, ik_test_window_set_up, func, ik_test_window_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  ADD ("/widgets/sets-page/new", test_new);
  ADD ("/widgets/sets-page/typing", test_typing);
  ADD ("/widgets/sets-page/toast", test_toast);
  ADD ("/widgets/sets-page/toast-ahead", test_toast_ahead);
  ADD ("/widgets/sets-page/late-list", test_late_list);
  ADD ("/widgets/sets-page/print", test_print);
  ADD ("/widgets/sets-page/opening", test_opening);
  ADD ("/widgets/sets-page/open", test_open);
  ADD ("/widgets/sets-page/move", test_move);
  ADD ("/widgets/sets-page/move-far", test_move_far);
  ADD ("/widgets/sets-page/add-section", test_add_section);
  ADD ("/widgets/sets-page/remove", test_remove);
  ADD ("/widgets/sets-page/control", test_control);
  ADD ("/widgets/sets-page/menu", test_menu);
  ADD ("/widgets/sets-page/fill", test_fill);
  ADD ("/widgets/sets-page/hints", test_hints);

  return g_test_run ();
}
