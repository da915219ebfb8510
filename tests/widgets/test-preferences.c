#include "ik-chips.h"
#include "ik-interviews.h"
#include "ik-own-texts-editor.h"
#include "ik-owner-row.h"
#include "ik-preferences-window.h"
#include "ik-settings.h"
#include "ik-test-window.h"
#include "ik-text-list-row.h"

static gboolean
is_named_ada (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autofree char *name = ik_interviews_dup_owner (library, NULL, NULL);

  return g_strcmp0 (name, "Ada") == 0;
}

static GtkWidget *
find_combo_row (GtkWidget  *widget,
                const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_COMBO_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_combo_row (child, title);

  return found;
}

static void
test_preferences (IkTestWindow  *fixture,
                  gconstpointer  data)
{
  GtkWidget *window;
  GtkWidget *paper;

  g_test_summary ("Name and paper are changed in the preferences");

  g_assert_true (ik_interviews_set_owner (ik_window_get_library (fixture->window), "Eve", NULL,
                                          NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.preferences", NULL);
  window = ik_test_widgets_find_window (IK_TYPE_PREFERENCES_WINDOW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_window_get_focus
                                                          (GTK_WINDOW (window)))), ==, "Eve");
  ik_test_widgets_press (window, "key ctrl+a");
  ik_test_widgets_press (window, "type Ada");
  ik_test_widgets_press (window, "key Return");
  ik_test_widgets_wait (is_named_ada, fixture);

  paper = find_combo_row (window, "Paper");
  adw_combo_row_set_selected (ADW_COMBO_ROW (paper), 2);
  g_assert_cmpint (ik_settings_get_page_size (), ==, IK_PAGE_SIZE_LETTER);
  adw_combo_row_set_selected (ADW_COMBO_ROW (paper), 1);
  g_assert_cmpint (ik_settings_get_page_size (), ==, IK_PAGE_SIZE_A4);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
has_own_chip (gpointer data)
{
  IkLibrary *library = ik_window_get_library (((IkTestWindow *) data)->window);
  g_autoptr(GPtrArray) chips = ik_chips_list (library, NULL, NULL, NULL);

  return chips->len == 4 && g_str_equal (chips->pdata[2], "On time");
}

static gboolean
has_chip_rows (gpointer data)
{
  return ik_test_widgets_find (data, IK_TYPE_TEXT_LIST_ROW, NULL) != NULL;
}

static void
test_chips (IkTestWindow  *fixture,
            gconstpointer  data)
{
  GtkWidget *window;

  g_test_summary ("A quick chip is added below the first and moved down, by keys");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.preferences", NULL);
  window = ik_test_widgets_find_window (IK_TYPE_PREFERENCES_WINDOW);
  ik_test_widgets_wait (has_chip_rows, window);
  ik_text_list_row_focus (IK_TEXT_LIST_ROW (ik_test_widgets_find (window, IK_TYPE_TEXT_LIST_ROW,
                                                                  NULL)));
  ik_test_widgets_press (window, "key Return");
  ik_test_widgets_press (window, "type 'On time'");
  ik_test_widgets_press (window, "key alt+Down");
  gtk_window_close (GTK_WINDOW (window));
  ik_test_widgets_wait (has_own_chip, fixture);
}

#define ADD(name, func) \
  g_test_add ("/widgets/preferences/" name, IkTestWindow, NULL, ik_test_window_set_up, func, \
              ik_test_window_tear_down)

int
main (int   argc,
      char *argv[])
{
  ik_test_window_init (&argc, &argv);

  ADD ("settings", test_preferences);
  ADD ("chips", test_chips);

  return g_test_run ();
}
