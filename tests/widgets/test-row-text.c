/* The rows of the lists of questions: as high as each other, whatever they say. */

#include "ik-beside-layout.h"
#include "ik-row-text.h"
#include "ik-set-row.h"
#include "ik-test-widgets.h"

static GtkWidget *
find_inscription (GtkWidget  *widget,
                  const char *css_class)
{
  return ik_test_widgets_find (widget, GTK_TYPE_INSCRIPTION, css_class);
}

static void
get_y (GtkWidget *widget,
       GtkWidget *child,
       int       *out_y)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (child, widget, &GRAPHENE_POINT_INIT (0, 0), &point));
  *out_y = (int) point.y;
}

static void
test_row_text (void)
{
  GtkWidget *text = g_object_new (IK_TYPE_ROW_TEXT, NULL);
  GtkWidget *window;
  GtkWidget *caption;
  int one_line;
  int two_lines;
  int y[2];

  g_test_summary ("One line and two have the same height; one stands in the middle of it");

  ik_row_text_set (IK_ROW_TEXT (text), "Short", "Behavioural");
  window = ik_test_widgets_show_sized (text, 300, 200);
  caption = find_inscription (text, "caption");
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 300, &one_line, NULL, NULL, NULL);
  get_y (text, find_inscription (text, NULL), &y[0]);
  get_y (text, caption, &y[1]);
  g_assert_cmpint (y[0], >, 0);
  /* No gap where the second line would be. */
  g_assert_cmpint (y[1] - y[0], <, one_line / 2);

  ik_row_text_set (IK_ROW_TEXT (text), "Tell me about a time when you and a colleague wanted to do "
                   "a piece of work in different ways, and what came of it in the end", "Mid");
  ik_test_widgets_settle ();
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 300, &two_lines, NULL, NULL, NULL);
  g_assert_cmpint (two_lines, ==, one_line);
  get_y (text, find_inscription (text, NULL), &y[0]);
  get_y (text, caption, &y[1]);
  g_assert_cmpint (y[1] - y[0], >, one_line / 2);

  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_tooltip (GtkWidget *text)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown = FALSE;

  g_signal_emit_by_name (text, "query-tooltip", 0, 0, FALSE, tooltip, &is_shown);

  return is_shown;
}

static void
test_cut_text (void)
{
  GtkWidget *text = g_object_new (IK_TYPE_ROW_TEXT, NULL);
  GtkWidget *window;
  int one_line;
  int two_lines;

  g_test_summary ("A text that has not all its room is there in whole under the pointer");

  ik_row_text_set (IK_ROW_TEXT (text), "Tell me about a time when you changed your mind", "Mid");
  window = ik_test_widgets_show_sized (text, 240, 200);
  g_assert_false (has_tooltip (text));
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 240, &two_lines, NULL, NULL, NULL);

  ik_row_text_set_n_lines (IK_ROW_TEXT (text), 1);
  ik_test_widgets_settle ();
  g_assert_true (has_tooltip (text));
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 240, &one_line, NULL, NULL, NULL);
  g_assert_cmpint (one_line, <, two_lines);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The row of a list of one line of a set, in a window so wide. */
static int
measure_set_row (IkSetEntry *entry,
                 int         width)
{
  GtkWidget *row = ik_set_row_new ();
  GtkWidget *window;
  int height;

  ik_set_row_set_entry (IK_SET_ROW (row), entry);
  window = ik_test_widgets_show_sized (row, width, 300);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));

  return height;
}

static void
test_set_row (void)
{
  g_autoptr(GListStore) store = g_list_store_new (IK_TYPE_SET_ENTRY);
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("Probe");
  g_autofree char *word = g_strnfill (200, 'x');
  g_autofree char *words = g_strdup_printf ("%s %s %s", word, "What did you do? ", word);
  const char *texts[] = { "Short", words };
  static const int widths[] = { 340, 700 };

  g_test_summary ("A line is as high as the others however long its text is");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new (texts[i]);

      g_ptr_array_add (set->items, ik_set_item_new (question));
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (set->sections, ik_set_section_new (texts[i], ""));

  ik_set_entry_update_store (store, set);
  for (guint i = 0; i < 4; i += 2)
    {
      g_autoptr(IkSetEntry) short_entry = g_list_model_get_item (G_LIST_MODEL (store), i);
      g_autoptr(IkSetEntry) long_entry = g_list_model_get_item (G_LIST_MODEL (store), i + 1);

      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        g_assert_cmpint (measure_set_row (long_entry, widths[j]), ==,
                         measure_set_row (short_entry, widths[j]));
    }
}

static int
measure_beside (GtkWidget *row,
                int        width)
{
  int height;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
test_beside (void)
{
  GtkWidget *row = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *text = gtk_label_new ("Text");
  GtkWidget *controls = gtk_label_new ("Controls");
  graphene_rect_t bounds;

  g_test_summary ("Controls stand beside a text where both have their width, else below it");

  gtk_widget_set_layout_manager (row, g_object_new (IK_TYPE_BESIDE_LAYOUT, NULL));
  gtk_widget_set_size_request (text, 200, 40);
  gtk_widget_set_size_request (controls, 100, 30);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), controls);
  g_assert_cmpint (measure_beside (row, 312), ==, 40);
  g_assert_cmpint (measure_beside (row, 311), ==, 40 + 3 + 30);

  gtk_widget_size_allocate (row, &(GtkAllocation) { 0, 0, 400, 40 }, -1);
  g_assert_cmpint (gtk_widget_get_width (text), ==, 288);

  /* At the end of the row, which is on the left where one reads from the right. */
  gtk_widget_size_allocate (row, &(GtkAllocation) { 0, 0, 250, 73 }, -1);
  g_assert_cmpint (gtk_widget_get_width (text), ==, 250);
  g_assert_true (gtk_widget_compute_bounds (controls, row, &bounds));
  g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT (150, 43, 100, 30)));
  gtk_widget_set_direction (controls, GTK_TEXT_DIR_RTL);
  gtk_widget_size_allocate (row, &(GtkAllocation) { 0, 0, 250, 73 }, -1);
  g_assert_true (gtk_widget_compute_bounds (controls, row, &bounds));
  g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT (0, 43, 100, 30)));

  g_assert_finalize_object (row);
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/row-text/height", test_row_text);
  g_test_add_func ("/widgets/row-text/cut", test_cut_text);
  g_test_add_func ("/widgets/set-row/height", test_set_row);
  g_test_add_func ("/widgets/beside-layout/below", test_beside);

  return g_test_run ();
}
