/* Where the keys go while a person reviews an import. */

#include "ik-list-scroll.h"
#include "ik-test-import.h"

static GtkWidget *
get_focus (IkTestImport *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static gboolean
has_focus (IkTestImport *fixture,
           gpointer      list)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, list);
}

static gboolean
source_has_focus (gpointer data)
{
  return has_focus (data, ((IkTestImport *) data)->source);
}

static gboolean
questions_have_focus (gpointer data)
{
  return has_focus (data, ((IkTestImport *) data)->questions);
}

static gboolean
left_over_has_focus (gpointer data)
{
  return has_focus (data, ((IkTestImport *) data)->left_over);
}

static void
test_parts (IkTestImport  *fixture,
            gconstpointer  data)
{
  g_test_summary ("The keys go to the list that comes into view");

  ik_test_import_open_document (fixture);
  ik_test_widgets_wait (questions_have_focus, fixture);
  ik_test_import_press ("t");
  ik_test_widgets_wait (left_over_has_focus, fixture);
  ik_test_import_press ("t");
  ik_test_widgets_wait (questions_have_focus, fixture);
}

static void
test_last_question (IkTestImport  *fixture,
                    gconstpointer  data)
{
  guint line;

  g_test_summary ("Where no question is left the keys go through the document");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("shift+s");
  ik_test_import_wait_for_label (fixture->page, "20 questions became 0 (Ctrl+Z)");
  ik_test_widgets_wait (source_has_focus, fixture);
  line = ik_source_list_get_line (fixture->source);
  ik_test_import_press ("Down");
  g_assert_cmpuint (ik_source_list_get_line (fixture->source), ==, line + 1);
}

static void
test_toast (IkTestImport  *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  g_test_summary ("The button of a toast takes the focus with it when it goes: a list gets it");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("shift+s");
  ik_test_import_wait_for_label (fixture->page, "20 questions became 0 (Ctrl+Z)");
  button = ik_test_import_find_button (gtk_widget_get_ancestor (GTK_WIDGET (fixture->left_over),
                                                                ADW_TYPE_TOAST_OVERLAY),
                                       "import.undo");
  g_assert_true (gtk_widget_grab_focus (button));
  ik_test_import_press ("Return");
  ik_test_import_wait_for_label (fixture->page, "20 questions in 5 sections");
  ik_test_import_press ("x");
  ik_test_import_wait_for_label (fixture->page, "19 questions in 5 sections");
  g_assert_true (questions_have_focus (fixture) || source_has_focus (fixture));
}

static void
test_no_question (IkTestImport  *fixture,
                  gconstpointer  data)
{
  g_test_summary ("A document without questions begins with its lines");

  ik_test_import_open_text (fixture, "links.md", "# Links\n\n- [One](https://a.example)\n"
                            "- [Two](https://b.example)\n");
  ik_test_import_wait_for_label (fixture->page, "No Question Was Found");
  ik_test_widgets_wait (source_has_focus, fixture);
}

static gboolean
is_over (gpointer data)
{
  return ((IkTestImport *) data)->is_over;
}

static void
test_failure (IkTestImport  *fixture,
              gconstpointer  data)
{
  g_test_summary ("Enter goes on where nothing was read");

  ik_test_import_open_text (fixture, "empty.md", "");
  ik_test_import_wait_for_label (fixture->page, "Nothing Was Imported");
  g_assert_true (get_focus (fixture) ==
                 ik_test_widgets_find (fixture->page, GTK_TYPE_BUTTON, "pill"));
  ik_test_import_press ("Return");
  ik_test_widgets_wait (is_over, fixture);
}

static gboolean
is_menu_shown (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
test_menu (IkTestImport  *fixture,
           gconstpointer  data)
{
  GtkWidget *menu = ik_test_widgets_find (GTK_WIDGET (fixture->questions), GTK_TYPE_POPOVER_MENU,
                                          NULL);

  g_test_summary ("The key of menus opens the one of the selected row, and Escape leaves it");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("Menu");
  ik_test_widgets_wait (is_menu_shown, menu);
  ik_test_import_press ("Escape");
  g_assert_false (gtk_widget_get_mapped (menu));
  ik_test_widgets_wait (questions_have_focus, fixture);
  ik_test_import_press ("shift+F10");
  ik_test_widgets_wait (is_menu_shown, menu);
  ik_test_import_press ("Escape");
  ik_test_widgets_wait (questions_have_focus, fixture);
}

static void
test_scroll_to_gone (IkTestImport  *fixture,
                     gconstpointer  data)
{
  GtkListView *view = ik_test_import_get_view (fixture->questions);

  g_test_summary ("Nothing is scrolled to that went in the meantime");

  ik_test_import_open_document (fixture);
  ik_list_scroll_to (view, 1000, FALSE);
  ik_test_widgets_settle ();
  while (ik_list_scroll_is_under_way (view))
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(path, func) \
  g_test_add ("/widgets/import-focus/" path, IkTestImport, NULL, ik_test_import_set_up, func, \
              ik_test_import_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("parts", test_parts);
  ADD ("last-question", test_last_question);
  ADD ("toast", test_toast);
  ADD ("no-question", test_no_question);
  ADD ("failure", test_failure);
  ADD ("menu", test_menu);
  ADD ("scroll-to-gone", test_scroll_to_gone);

  return g_test_run ();
}
