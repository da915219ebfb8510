/* Rubrics and competencies, as a person makes and changes them. */

#include "ik-bank.h"
#include "ik-chips.h"
#include "ik-level-editor.h"
#include "ik-named-text-dialog.h"
#include "ik-rubric-dialog.h"
#include "ik-rubric-rules.h"
#include "ik-rubrics-page.h"
#include "ik-test-window.h"
#include "ik-text-list-editor.h"

static GtkWidget *
show_page (IkTestWindow *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "rubrics");
  ik_test_window_wait_for (test, IK_TYPE_RUBRICS_PAGE);
  ik_test_widgets_settle ();

  return ik_test_widgets_find (GTK_WIDGET (test->window), IK_TYPE_RUBRICS_PAGE, NULL);
}

static guint
count_rubrics (IkTestWindow *test)
{
  g_autoptr(GPtrArray) rubrics =
    ik_bank_list_rubrics (ik_window_get_library (test->window), NULL, NULL);

  return rubrics->len;
}

static gboolean
has_two_rubrics (gpointer data)
{
  return count_rubrics (data) == 2;
}

static gboolean
has_one_rubric (gpointer data)
{
  return count_rubrics (data) == 1;
}

static gboolean
has_competency (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autoptr(GPtrArray) competencies = ik_bank_list_competencies (library, NULL, NULL);

  return competencies->len == 1 &&
         g_str_equal (((IkCompetency *) competencies->pdata[0])->name, "Care");
}

static void
test_new_rubric (IkTestWindow  *test,
                 gconstpointer  data)
{
  GtkWidget *page = show_page (test);
  GtkWidget *dialog;

  g_test_summary ("A rubric from a template is stored by Save, and undo takes it back");

  gtk_widget_activate_action (page, "rubrics.new", "u", 1u);
  dialog = ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (dialog))));
  g_assert_cmpuint (count_rubrics (test), ==, 1);
  gtk_widget_activate_action (dialog, "rubric.save", NULL);
  ik_test_widgets_wait (has_two_rubrics, test);
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG));

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_one_rubric, test);
}

static guint
count_levels (GtkWidget *dialog)
{
  GtkWidget *level = ik_test_widgets_find (dialog, IK_TYPE_LEVEL_EDITOR, NULL);
  guint n = 0;

  for (; level != NULL; level = gtk_widget_get_next_sibling (level))
    n++;

  return n;
}

static void
test_levels (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *page = show_page (test);
  GtkWidget *dialog;
  GtkWidget *save;
  GtkWidget *add;

  g_test_summary ("Levels can be added up to seven; what lacks a word can't be saved");

  gtk_widget_activate_action (page, "rubrics.new", "u", 0u);
  dialog = ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG);
  save = ik_test_window_find_button (dialog, "rubric.save");
  add = ik_test_window_find_button (dialog, "rubric.add-level");
  g_assert_true (gtk_widget_is_sensitive (save));
  g_assert_cmpuint (count_levels (dialog), ==, 5);

  gtk_widget_activate_action (dialog, "rubric.add-level", NULL);
  g_assert_cmpuint (count_levels (dialog), ==, 6);
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_widget_activate_action (dialog, "rubric.add-level", NULL);
  g_assert_cmpuint (count_levels (dialog), ==, IK_RUBRIC_MAX_LEVELS);
  g_assert_false (gtk_widget_is_sensitive (add));

  /* What can't be saved is asked about all the same. */
  gtk_window_close (GTK_WINDOW (dialog));
  ik_test_widgets_settle ();
  ik_test_widgets_answer_dialog ("discard");
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG));
  g_assert_cmpuint (count_rubrics (test), ==, 1);
}

static void
test_unsaved (IkTestWindow  *test,
              gconstpointer  data)
{
  GtkWidget *page = show_page (test);
  GtkWidget *dialog;
  GtkEditable *name;

  g_test_summary ("Escape asks before it drops what was changed, and only then");

  gtk_widget_activate_action (page, "rubrics.new", "u", 0u);
  dialog = ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG);
  ik_test_widgets_press (dialog, "key Escape");
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG));

  gtk_widget_activate_action (page, "rubrics.new", "u", 0u);
  dialog = ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG);
  name = GTK_EDITABLE (ik_test_widgets_find (dialog, GTK_TYPE_ENTRY, NULL));
  gtk_editable_set_text (name, "Care");
  ik_test_widgets_press (dialog, "key Escape");
  ik_test_widgets_answer_dialog ("keep");
  g_assert_true (ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG) == dialog);
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Care");

  ik_test_widgets_press (dialog, "key Escape");
  ik_test_widgets_answer_dialog ("save");
  ik_test_widgets_wait (has_two_rubrics, test);
  g_assert_null (ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG));
}

static gboolean
has_chip (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autoptr(GPtrArray) rubrics = ik_bank_list_rubrics (library, NULL, NULL);
  g_autoptr(GPtrArray) chips = NULL;

  if (rubrics->len < 2)
    return FALSE;

  chips = ik_chips_list (library, ((IkRubric *) rubrics->pdata[1])->id, NULL, NULL);
  return chips->len == 1 && g_str_equal (chips->pdata[0], "Numbers");
}

/* Until the window knows that there is something to take back, nothing happens. */
static gboolean
is_undone (gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (((IkTestWindow *) data)->window), "win.undo", NULL);

  return has_one_rubric (data);
}

static void
test_chips (IkTestWindow  *test,
            gconstpointer  data)
{
  GtkWidget *page = show_page (test);
  GtkWidget *dialog;
  GtkWidget *list;

  g_test_summary ("A rubric has its quick chips in its window, saved and undone with it");

  gtk_widget_activate_action (page, "rubrics.new", "u", 0u);
  dialog = ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG);
  list = ik_test_widgets_find (dialog, IK_TYPE_TEXT_LIST_EDITOR, NULL);
  gtk_widget_activate_action (list, "list.add", NULL);
  ik_test_widgets_press (dialog, "type Numbers");
  ik_test_widgets_press (dialog, "key Escape");
  ik_test_widgets_answer_dialog ("save");
  ik_test_widgets_wait (has_chip, test);

  ik_test_widgets_wait (is_undone, test);
}

static void
test_built_in (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *page = show_page (test);
  GtkWidget *dialog;

  g_test_summary ("The built-in rubric is shown and copied, never changed");

  gtk_widget_activate_action (page, "rubrics.open", "s", IK_RUBRIC_BUILT_IN_ID);
  dialog = ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG);
  g_assert_null (ik_test_window_find_button (dialog, "rubric.delete"));
  g_assert_null (ik_test_window_find_button (dialog, "rubric.save"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (ik_test_window_find_button (dialog,
                                                                                 "window.close"))),
                   ==, "_Close");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Built-In Rubric");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) ==
                 ik_test_window_find_button (dialog, "rubric.copy"));
  ik_test_widgets_press (dialog, "key Return");
  dialog = ik_test_widgets_find_window (IK_TYPE_RUBRIC_DIALOG);
  gtk_widget_activate_action (dialog, "rubric.save", NULL);
  ik_test_widgets_wait (has_two_rubrics, test);
}

static void
test_competency (IkTestWindow  *test,
                 gconstpointer  data)
{
  GtkWidget *page = show_page (test);
  GtkWidget *dialog;
  GtkWidget *save;

  g_test_summary ("A competency needs a name");

  gtk_widget_activate_action (page, "rubrics.new-competency", NULL);
  dialog = ik_test_widgets_find_window (IK_TYPE_NAMED_TEXT_DIALOG);
  save = ik_test_window_find_button (dialog, "dialog.save");
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (ik_test_widgets_find (dialog, GTK_TYPE_ENTRY, NULL)),
                         "Care");
  g_assert_true (gtk_widget_is_sensitive (save));
  gtk_window_close (GTK_WINDOW (dialog));
  ik_test_widgets_settle ();
  ik_test_widgets_answer_dialog ("save");
  ik_test_widgets_wait (has_competency, test);
}

#define ADD(name, func) \
  g_test_add ("/widgets/rubrics-page/" name, IkTestWindow, NULL, ik_test_window_set_up, func, \
              ik_test_window_tear_down)

int
main (int   argc,
      char *argv[])
{
  ik_test_window_init (&argc, &argv);

  ADD ("new-rubric", test_new_rubric);
  ADD ("levels", test_levels);
  ADD ("unsaved", test_unsaved);
  ADD ("chips", test_chips);
  ADD ("built-in", test_built_in);
  ADD ("competency", test_competency);

  return g_test_run ();
}
