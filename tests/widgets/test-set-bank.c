/* Adding questions from the bank beside a set, as a person does it. */

#include "ik-pack-page.h"
#include "ik-page-header.h"
#include "ik-set-bank.h"
#include "ik-set-entry.h"
#include "ik-set-page.h"
#include "ik-sets.h"
#include "ik-test-window.h"
#include "ik-two-panes.h"

static guint
count_lines (IkTestWindow *test)
{
  return g_list_model_get_n_items (ik_test_window_get_model (test, IK_TYPE_SET_PAGE));
}

static GListModel *
get_offered (IkTestWindow *test)
{
  GtkWidget *list = ik_test_window_find_list (ik_test_window_find (test, IK_TYPE_SET_BANK));

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static guint
count_offered (IkTestWindow *test)
{
  GListModel *model = get_offered (test);

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static gboolean
offers_many (gpointer data)
{
  return count_offered (data) >= 20;
}

static gboolean
offers_few (gpointer data)
{
  return count_offered (data) > 0 && count_offered (data) < 10;
}

static gboolean
offers_none (gpointer data)
{
  return get_offered (data) == NULL;
}

static gboolean
has_focus_in_bank (IkTestWindow *test)
{
  GtkWidget *focus = ik_test_window_get_focus (test);

  return focus != NULL && gtk_widget_is_ancestor (focus, ik_test_window_find (test, IK_TYPE_SET_BANK));
}

static gboolean
has_focus_in_search (IkTestWindow *test)
{
  return has_focus_in_bank (test) && GTK_IS_TEXT (ik_test_window_get_focus (test));
}

/* How many questions a set has, as it is stored. */
typedef struct
{
  IkTestWindow *test;
  guint         n_items;
} Stored;

static gboolean
has_stored (gpointer data)
{
  const Stored *stored = data;
  IkLibrary *library = ik_window_get_library (stored->test->window);
  g_autoptr(GPtrArray) sets = ik_sets_list (library, NULL, NULL);
  g_autoptr(IkQuestionSet) set =
    ik_sets_load (library, ((const IkSetSummary *) sets->pdata[0])->id, NULL, NULL);

  return set->items->len == stored->n_items;
}

static void
wait_for_items (IkTestWindow *test,
                guint         n_items)
{
  Stored stored = { test, n_items };

  ik_test_widgets_wait (has_stored, &stored);
  ik_test_widgets_settle ();
}

static void
open_new_set_at_bank (IkTestWindow *test)
{
  ik_test_window_add_starter_pack (test);
  ik_test_window_open_new_set (test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_SET_PAGE), "set.add-questions", NULL);
  ik_test_widgets_wait (offers_many, test);
  ik_test_widgets_settle ();
}

static void
test_keys (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);

  g_test_summary ("Return adds what is found first, a row, or all that are selected; undone at once");

  open_new_set_at_bank (test);
  g_assert_true (has_focus_in_search (test));
  ik_test_widgets_press (window, "type xyzzy");
  ik_test_widgets_wait (offers_none, test);
  gtk_widget_activate_action (window, "win.search", NULL);
  g_assert_true (has_focus_in_search (test));
  ik_test_widgets_press (window, "type disagree");
  ik_test_widgets_wait (offers_few, test);

  /* The same one twice is one; the next can be looked for at once. */
  ik_test_widgets_press (window, "key Return");
  wait_for_items (test, 1);
  ik_test_widgets_press (window, "key Return");
  wait_for_items (test, 1);
  g_assert_true (has_focus_in_search (test));

  ik_test_widgets_press (window, "key Escape");
  ik_test_widgets_wait (offers_many, test);
  ik_test_widgets_press (window, "key Down Return");
  wait_for_items (test, 2);
  g_assert_true (has_focus_in_bank (test));
  ik_test_widgets_press (window, "key Down shift+Down shift+Down Return");
  wait_for_items (test, 5);
  g_assert_true (has_focus_in_bank (test));
  g_assert_cmpuint (count_lines (test), ==, 5);

  ik_test_widgets_press (window, "key ctrl+z");
  wait_for_items (test, 2);
  g_assert_true (has_focus_in_bank (test));
  ik_test_widgets_press (window, "key ctrl+shift+z");
  wait_for_items (test, 5);
}

static gpointer
get_part (GtkWidget  *page,
          const char *name)
{
  return gtk_widget_get_template_child (page, IK_TYPE_SET_PAGE, name);
}

static void
test_room (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *page;
  GtkExpander *details;
  GtkSpinButton *slot;

  g_test_summary ("With its first question a set folds what it is for, once there is a slot; "
                  "beside the bank no button leads there");

  open_new_set_at_bank (test);
  page = ik_test_window_find (test, IK_TYPE_SET_PAGE);
  details = get_part (page, "details");
  slot = get_part (page, "slot");
  g_assert_null (ik_test_window_find_button (window, "set.add-questions"));
  ik_test_widgets_press (window, "type disagree");
  ik_test_widgets_wait (offers_few, test);
  gtk_spin_button_set_value (slot, 0);
  ik_test_widgets_press (window, "key Return");
  wait_for_items (test, 1);
  g_assert_true (gtk_expander_get_expanded (details));

  gtk_widget_activate_action (window, "win.undo", NULL);
  wait_for_items (test, 0);
  gtk_spin_button_set_value (slot, 60);
  ik_test_widgets_press (window, "key Return");
  wait_for_items (test, 1);
  g_assert_false (gtk_expander_get_expanded (details));

  /* Who unfolds it wants it so. */
  gtk_expander_set_expanded (details, TRUE);
  ik_test_widgets_press (window, "key Escape");
  ik_test_widgets_wait (offers_many, test);
  ik_test_widgets_press (window, "key Down Return");
  wait_for_items (test, 2);
  g_assert_true (gtk_expander_get_expanded (details));
}

static void
test_panes (IkTestWindow  *test,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *bank;

  g_test_summary ("F6 leads from the set to the bank and back, Escape back, F9 puts the bank away");

  open_new_set_at_bank (test);
  bank = ik_test_window_find (test, IK_TYPE_SET_BANK);
  ik_test_widgets_press (window, "key Down ctrl+Return");
  wait_for_items (test, 1);
  g_assert_true (ik_test_window_has_focus_in_lines (test));
  ik_test_widgets_press (window, "key F6");
  g_assert_true (has_focus_in_search (test));
  ik_test_widgets_press (window, "key F6");
  g_assert_true (ik_test_window_has_focus_in_lines (test));
  ik_test_widgets_press (window, "key F6 Escape");
  g_assert_true (ik_test_window_has_focus_in_lines (test));

  ik_test_widgets_press (window, "key F6 F9");
  g_assert_false (gtk_widget_get_mapped (bank));
  g_assert_true (ik_test_window_has_focus_in_lines (test));
  ik_test_widgets_press (window, "key F9");
  g_assert_true (gtk_widget_get_mapped (bank));
  g_assert_true (has_focus_in_search (test));
}

/* The row of the bank at a place, counted from 0. */
static GtkWidget *
get_bank_row (IkTestWindow *test,
              guint         position)
{
  GtkWidget *row =
    gtk_widget_get_first_child (ik_test_window_find_list (ik_test_window_find (test, IK_TYPE_SET_BANK)));

  while (position-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return gtk_widget_get_first_child (row);
}

/* By hand, from one widget to another, as slowly as a hand is. */
static void
drag (GtkWidget *from,
      GtkWidget *to)
{
  ik_test_widgets_point_at (from, "mousedown 1");
  for (guint i = 0; i < 6; i++)
    ik_test_widgets_press (GTK_WIDGET (gtk_widget_get_root (from)), "mousemove_relative -- 3 2");
  ik_test_widgets_point_at (to, "");
  ik_test_widgets_press (GTK_WIDGET (gtk_widget_get_root (from)), "mousemove_relative -- 1 0");
  ik_test_widgets_press (GTK_WIDGET (gtk_widget_get_root (from)), "mousemove_relative -- 1 0");
  ik_test_widgets_press (GTK_WIDGET (gtk_widget_get_root (from)), "mouseup 1");
}

static void
test_pointer (IkTestWindow  *test,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  g_autofree char *id = NULL;
  GtkWidget *button;

  g_test_summary ("A double click adds, and the button of a row; what is dragged comes between two");

  open_new_set_at_bank (test);
  ik_test_widgets_point_at (get_bank_row (test, 0), "click --repeat 2 --delay 60 1");
  wait_for_items (test, 1);
  button = ik_test_window_find_button (get_bank_row (test, 1), "bank.add");
  ik_test_widgets_point_at (button, "click 1");
  wait_for_items (test, 2);
  g_assert_false (gtk_widget_get_can_target (button));
  g_assert_true (has_focus_in_bank (test));
  first_id = ik_test_window_dup_line_id (test, 0);
  second_id = ik_test_window_dup_line_id (test, 1);

  /* Onto the upper half of the second row. */
  drag (get_bank_row (test, 2), gtk_widget_get_next_sibling
          (gtk_widget_get_first_child (ik_test_window_find_list (ik_test_window_find (test, IK_TYPE_SET_PAGE)))));
  wait_for_items (test, 3);
  id = ik_test_window_dup_line_id (test, 0);
  g_assert_cmpstr (id, ==, first_id);
  g_free (g_steal_pointer (&id));
  id = ik_test_window_dup_line_id (test, 2);
  g_assert_cmpstr (id, ==, second_id);

  /* All that are selected come with the one that is dragged. */
  ik_test_widgets_press (window, "key F6 F6 Down");
  ik_test_widgets_point_at (get_bank_row (test, 3), "click 1");
  ik_test_widgets_press (window, "key shift+Down shift+Down");
  drag (get_bank_row (test, 4), gtk_widget_get_first_child
          (ik_test_window_find_list (ik_test_window_find (test, IK_TYPE_SET_PAGE))));
  wait_for_items (test, 6);
  g_free (g_steal_pointer (&id));
  id = ik_test_window_dup_line_id (test, 3);
  g_assert_cmpstr (id, ==, first_id);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (((IkTestWindow *) data)->window)) <= 365;
}

static void
test_narrow (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (test->window);
  GtkWidget *bank;

  g_test_summary ("In little width the bank takes the place of the set, with a way back");

  ik_test_window_add_starter_pack (test);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 640);
  ik_test_widgets_wait (is_narrow, test);
  ik_test_window_open_new_set (test);
  bank = ik_test_window_find (test, IK_TYPE_SET_BANK);
  g_assert_false (gtk_widget_get_mapped (bank));

  g_signal_emit_by_name (ik_test_window_find_button (window, "set.add-questions"), "clicked");
  ik_test_widgets_wait (offers_many, test);
  ik_test_widgets_settle ();
  g_assert_true (has_focus_in_search (test));
  g_assert_null (ik_test_window_find_button (window, "set.add-questions"));
  ik_test_widgets_press (window, "key Return");
  wait_for_items (test, 1);
  g_assert_nonnull (ik_test_window_find_button (window, "win.undo"));
  g_assert_true (has_focus_in_search (test));
  ik_test_widgets_press (window, "key Escape");
  g_assert_false (gtk_widget_get_mapped (bank));
  g_assert_true (ik_test_window_has_focus_in_lines (test));

  ik_test_widgets_press (window, "key F6");
  g_assert_true (has_focus_in_search (test));
  ik_test_widgets_press (window, "key alt+Left");
  g_assert_false (gtk_widget_get_mapped (bank));
  g_assert_true (ik_test_window_has_focus_in_lines (test));
  ik_test_widgets_press (window, "key F6");
  g_signal_emit_by_name (ik_test_window_find_button (window, "set.leave-bank"), "clicked");
  ik_test_widgets_settle ();
  g_assert_true (ik_test_window_has_focus_in_lines (test));

  /* The next window opens as wide as this one was. */
  gtk_window_set_default_size (GTK_WINDOW (test->window), 1080, 720);
  ik_test_widgets_settle ();
}

static int
measure_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("%s: %d", G_OBJECT_TYPE_NAME (widget), width);

  return width;
}

static void
test_large_text (IkTestWindow  *test,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page;
  GtkWidget *panes;

  g_test_summary ("In little width a set is whole, with text half as large again too");

  ik_test_window_add_starter_pack (test);
  gtk_widget_activate_action (ik_test_window_find (test, IK_TYPE_PACK_PAGE), "pack.create-set", NULL);
  ik_test_widgets_wait (ik_test_window_has_lines, test);
  g_object_set (settings, "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 640);
  ik_test_widgets_wait (is_narrow, test);
  ik_test_widgets_settle ();

  page = ik_test_window_find (test, IK_TYPE_SET_PAGE);
  panes = ik_test_widgets_find (page, IK_TYPE_TWO_PANES, NULL);
  g_assert_cmpint (measure_width (ik_test_widgets_find (page, IK_TYPE_PAGE_HEADER, NULL)), <=, 360);
  g_assert_cmpint (measure_width (ik_test_widgets_find (panes, GTK_TYPE_PANED, NULL)), <=, 360);
  ik_test_widgets_press (GTK_WIDGET (test->window), "key F6");
  g_assert_cmpint (measure_width (ik_test_widgets_find (panes, GTK_TYPE_PANED, NULL)), <=, 360);

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
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

  ADD ("/widgets/set-bank/keys", test_keys);
  ADD ("/widgets/set-bank/room", test_room);
  ADD ("/widgets/set-bank/panes", test_panes);
  ADD ("/widgets/set-bank/pointer", test_pointer);
  ADD ("/widgets/set-bank/narrow", test_narrow);
  ADD ("/widgets/set-bank/large-text", test_large_text);

  return g_test_run ();
}
