/* What a question set measures and what it does not, and how that is filled. */

#include "ik-list-focus.h"
#include "ik-pack-page.h"
#include "ik-set-coverage-view.h"
#include "ik-set-fill-dialog.h"
#include "ik-set-page.h"
#include "ik-test-window.h"

static gboolean
can_add (gpointer data)
{
  return gtk_widget_is_sensitive (ik_test_window_find_button (data, "fill.add"));
}

static void
test_coverage (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *expander;
  const char *label;
  guint n_lines;

  g_test_summary ("Folded away, the coverage says how much is measured; a change shows at once");

  ik_test_window_open_full_set (test);
  expander = ik_test_widgets_find (GTK_WIDGET (test->window), GTK_TYPE_EXPANDER, "set-coverage");
  label = gtk_expander_get_label (GTK_EXPANDER (expander));
  g_assert_true (g_str_has_prefix (label, "Coverage: "));
  g_assert_null (strstr (label, "not measured"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);

  n_lines = g_list_model_get_n_items (ik_test_window_get_model (test, IK_TYPE_SET_PAGE));
  ik_test_widgets_press (GTK_WIDGET (test->window), "key End");
  while (strstr (gtk_expander_get_label (GTK_EXPANDER (expander)), "not measured") == NULL)
    {
      g_assert_cmpuint (n_lines--, >, 0);
      ik_test_widgets_press (GTK_WIDGET (test->window), "key Delete");
    }
}

static GtkWidget *
find_gap (IkTestWindow *test)
{
  return ik_test_window_find_button (GTK_WIDGET (test->window), "set.fill-competency");
}

static gboolean
measures_gap (gpointer data)
{
  GtkWidget *competency = data;

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (competency)) > 0;
}

static void
test_gap (IkTestWindow  *test,
          gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *dialog;
  GtkStringObject *chosen;
  g_autofree char *tooltip = NULL;

  g_test_summary ("A gap in the coverage opens the dialog that fills it, with it chosen");

  ik_test_window_open_full_set (test);
  ik_set_coverage_view_reveal (IK_SET_COVERAGE_VIEW (ik_test_window_find (test, IK_TYPE_SET_COVERAGE_VIEW)));
  ik_test_widgets_settle ();
  g_assert_null (find_gap (test));
  ik_list_focus_selected (GTK_LIST_VIEW (ik_test_window_find_list (ik_test_window_find (test,
                                                                                        IK_TYPE_SET_PAGE))));
  ik_test_widgets_press (window, "key End");
  while (find_gap (test) == NULL)
    ik_test_widgets_press (window, "key Delete");
  ik_test_widgets_settle ();

  ik_set_coverage_view_reveal (IK_SET_COVERAGE_VIEW (ik_test_window_find (test, IK_TYPE_SET_COVERAGE_VIEW)));
  ik_test_widgets_settle ();
  tooltip = g_strdup (gtk_widget_get_tooltip_text (find_gap (test)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_gap (test)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip);
  ik_test_widgets_press (window, "key Tab Tab Return");
  dialog = ik_test_widgets_find_window (IK_TYPE_SET_FILL_DIALOG);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ik_test_widgets_find (dialog, GTK_TYPE_SPIN_BUTTON,
                                                                    NULL)), 100);
  ik_test_widgets_wait (measures_gap, ik_test_widgets_find (dialog, GTK_TYPE_DROP_DOWN,
                                                            "competency"));
  chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (ik_test_widgets_find (dialog,
                                                                                 GTK_TYPE_DROP_DOWN,
                                                                                 "competency")));
  g_assert_nonnull (strstr (tooltip, gtk_string_object_get_string (chosen)));
  ik_test_widgets_wait (can_add, dialog);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (dialog, "fill.add", NULL);
  ik_test_widgets_wait (ik_test_window_is_gone, &dialog);
  ik_test_widgets_settle ();
  g_assert_null (find_gap (test));
}

#define ADD(path, func) \
  g_test_add (path, IkTestWindow, NULL, ik_test_window_set_up, func, ik_test_window_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

  ADD ("/widgets/set-coverage/fold", test_coverage);
  ADD ("/widgets/set-coverage/gap", test_gap);

  return g_test_run ();
}
