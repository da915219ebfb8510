/* Statistics about interviews, as a person looks at them. */

#include "ik-insight-chart.h"
#include "ik-insight-filter-button.h"
#include "ik-insight-page.h"
#include "ik-insight-table-view.h"
#include "ik-test-library.h"
#include "ik-test-window.h"

#define N_CANDIDATES 6

/* Two people rated each candidate; the second is a level stricter now and then. */
static void
fill (IkTestWindow *test)
{
  g_autoptr(GString) sql = g_string_new ("INSERT INTO interviewer (id, name) VALUES "
                                         "('ada', 'Ada Moss'), ('ben', 'Ben Oak');");

  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      g_string_append_printf (sql, "INSERT INTO candidate (id, name, created_at) VALUES "
                              "  ('c%u', 'Candidate %u', 1);", i, i);
      for (guint k = 0; k < 2; k++)
        g_string_append_printf (
          sql,
          "INSERT INTO interview (id, candidate_id, interviewer_id, set_id, set_title, role, state, "
          "  started_at, created_at) VALUES ('i%u-%u', 'c%u', '%s', 'set', 'Backend', 'Engineer', "
          "  'handed_in', %u * 86400000000, 1);"
          "INSERT INTO interview_rubric (interview_id, rubric_id, position, name) VALUES "
          "  ('i%u-%u', 'r', 0, 'General');"
          "INSERT INTO interview_anchor (interview_id, rubric_id, value, label) VALUES "
          "  ('i%u-%u', 'r', 1, 'Poor'), ('i%u-%u', 'r', 2, 'Fair'), ('i%u-%u', 'r', 3, 'Good');"
          "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, prompt, "
          "  outcome, rating, elapsed_ms) VALUES "
          "  ('a%u-%u', 'i%u-%u', 'qa', 0, 5, 'Why?', 'answered', %u, 360000),"
          "  ('b%u-%u', 'i%u-%u', 'qb', 1, 5, 'How?', 'answered', %u, 240000);",
          i, k, i, k == 0 ? "ada" : "ben", i + 1, i, k, i, k, i, k, i, k,
          i, k, i, k, 1 + i % 3, i, k, i, k, k > 0 && i % 2 > 0 ? 1 : 2);
    }

  ik_test_library_run_sql_on_file (test->path, sql->str);
}

static GtkWidget *
get_part (GtkWidget  *page,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (page, IK_TYPE_INSIGHT_PAGE, name));
}

static GtkWidget *
show_page (IkTestWindow *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "insight");
  ik_test_window_wait_for (test, IK_TYPE_INSIGHT_PAGE);
  ik_test_widgets_settle ();

  return ik_test_widgets_find (GTK_WIDGET (test->window), IK_TYPE_INSIGHT_PAGE, NULL);
}

static const char *
get_view (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_part (page, "stack")));
}

static gboolean
shows_table (gpointer data)
{
  return g_strcmp0 (get_view (data), "table") == 0;
}

static gboolean
shows_nothing (gpointer data)
{
  AdwStatusPage *nothing = ADW_STATUS_PAGE (get_part (data, "nothing"));

  return g_strcmp0 (get_view (data), "nothing") == 0 &&
         adw_status_page_get_description (nothing) != NULL;
}

static GListModel *
get_rows (GtkWidget *page)
{
  GtkWidget *view = ik_test_widgets_find (page, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static gboolean
has_one_row (gpointer data)
{
  GListModel *rows = get_rows (data);

  return rows != NULL && g_list_model_get_n_items (rows) == 1;
}

static gboolean
has_three_rows (gpointer data)
{
  GListModel *rows = get_rows (data);

  return rows != NULL && g_list_model_get_n_items (rows) == 3;
}

static gboolean
can_export (GtkWidget *page)
{
  return gtk_widget_is_sensitive (ik_test_window_find_button (page, "insight.export"));
}

static void
test_nothing (IkTestWindow  *test,
              gconstpointer  data)
{
  GtkWidget *page = show_page (test);

  g_test_summary ("An empty page says what statistics are made of, and saves nothing");

  ik_test_widgets_wait (shows_nothing, page);
  g_assert_true (g_str_has_prefix (
                   adw_status_page_get_description (ADW_STATUS_PAGE (get_part (page, "nothing"))),
                   "Nothing was handed in yet"));
  g_assert_false (can_export (page));
}

static void
test_error (IkTestWindow  *test,
            gconstpointer  data)
{
  GtkWidget *page;

  g_test_summary ("What can't be read is said on the page");

  ik_test_library_run_sql_on_file (test->path, "ALTER TABLE interview_item RENAME TO gone");
  page = show_page (test);
  ik_test_widgets_wait (shows_nothing, page);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (get_part (page, "nothing"))), ==,
                   "The Interviews Can't Be Read");
  g_assert_false (can_export (page));
}

static void
test_chart_and_table (IkTestWindow  *test,
                      gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *chart;

  g_test_summary ("A chart that is an image with words stands beside its table");

  fill (test);
  page = show_page (test);
  ik_test_widgets_wait (shows_table, page);

  chart = ik_test_widgets_find (page, IK_TYPE_INSIGHT_CHART, NULL);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (chart)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ratings by Interviewer");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Ratings by Interviewer: Ada Moss: mean 2.00 of 12 ratings; "
                                       "Ben Oak: mean 1.75 of 12 ratings; "
                                       "All: mean 1.88 of 24 ratings");
  g_assert_true (has_three_rows (page));
  g_assert_true (can_export (page));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_part (page, "legend"))), ==,
                   "From faint to strong: 1 Poor, 2 Fair, 3 Good.");
}

/* The title that the chart has, for each section. */
typedef struct
{
  GtkWidget  *page;
  const char *title;
} Expected;

static gboolean
shows_section (gpointer data)
{
  const Expected *expected = data;
  GtkWidget *view = ik_test_widgets_find (expected->page, GTK_TYPE_COLUMN_VIEW, NULL);
  g_autofree char *error = NULL;

  if (!shows_table (expected->page))
    return FALSE;

  error = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, expected->title);
  return error == NULL;
}

static void
test_sections (IkTestWindow  *test,
               gconstpointer  data)
{
  GtkWidget *page;

  g_test_summary ("Each statistic has rows and is drawn");

  fill (test);
  page = show_page (test);
  for (guint i = 0; i < IK_N_INSIGHT_SECTIONS; i++)
    {
      Expected expected = { page, ik_insight_section_get_title (i) };

      gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (page, "section")), i);
      ik_test_widgets_wait (shows_section, &expected);
      g_assert_cmpuint (g_list_model_get_n_items (get_rows (page)), >, 0);
      ik_test_widgets_settle ();
    }
}

static void
test_filter (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *page;
  IkInsightFilterButton *filter;
  GtkDropDown *interviewer;
  g_autofree char *chosen = NULL;

  g_test_summary ("One interviewer can be looked at alone, and all again");

  fill (test);
  page = show_page (test);
  ik_test_widgets_wait (has_three_rows, page);
  filter = IK_INSIGHT_FILTER_BUTTON (get_part (page, "filter"));
  interviewer = GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (filter),
                                                              IK_TYPE_INSIGHT_FILTER_BUTTON,
                                                              "interviewer"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (interviewer)), ==, 3);

  gtk_drop_down_set_selected (interviewer, 2);
  ik_test_widgets_wait (has_one_row, page);
  chosen = ik_insight_filter_button_describe (filter);
  g_assert_cmpstr (chosen, ==, "Ben Oak");
  g_assert_cmpstr (ik_insight_filter_button_get_key (filter, IK_INSIGHT_CHOICE_INTERVIEWER), ==,
                   "ben");

  gtk_widget_activate_action (GTK_WIDGET (filter), "insight-filter.reset", NULL);
  ik_test_widgets_wait (has_three_rows, page);
  g_assert_null (ik_insight_filter_button_get_key (filter, IK_INSIGHT_CHOICE_INTERVIEWER));
}

static gboolean
is_one_below_the_other (gpointer data)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (get_part (data, "sides"))) ==
         GTK_ORIENTATION_VERTICAL;
}

static void
test_narrow (IkTestWindow  *test,
             gconstpointer  data)
{
  GtkWidget *page;

  g_test_summary ("In little width the table stands below the chart");

  fill (test);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 640);
  page = show_page (test);
  ik_test_widgets_wait (shows_table, page);
  ik_test_widgets_wait (is_one_below_the_other, page);
}

static gboolean
says_what_is_cut (gpointer data)
{
  const char *legend = gtk_label_get_label (GTK_LABEL (get_part (data, "legend")));

  return g_str_has_suffix (legend, "The first 60 of 61 rows are drawn; the table has all. The "
                           "table shows the first 40 of 68 columns; the file that is saved has "
                           "all.");
}

static void
test_cuts (IkTestWindow  *test,
           gconstpointer  data)
{
  g_autoptr(GString) sql = g_string_new ("INSERT INTO interviewer (id, name) VALUES ('ada', 'Ada');"
                                         "INSERT INTO candidate (id, name, created_at) VALUES "
                                         "('c', 'Tom', 1);");
  GtkWidget *page;

  g_test_summary ("What is too much for the screen is said below the chart");

  for (guint i = 0; i < 61; i++)
    g_string_append_printf (sql, "INSERT INTO interview (id, candidate_id, interviewer_id, set_title, "
                            "  state, created_at) VALUES ('i%u', 'c', 'ada', 'Long', 'handed_in', 1);"
                            "INSERT INTO interview_item (id, interview_id, question_id, position, "
                            "  minutes, prompt, elapsed_ms) "
                            "VALUES ('a%u', 'i%u', 'q%u', 0, 5, 'Why?', 60000);", i, i, i, i);
  ik_test_library_run_sql_on_file (test->path, sql->str);

  page = show_page (test);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (page, "section")), IK_INSIGHT_FAIR_TIME);
  ik_test_widgets_wait (says_what_is_cut, page);
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
is_written (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
test_export (IkTestWindow  *test,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (test->directory, "ratings.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GFile) folder = g_file_new_for_path (test->directory);
  GtkWidget *page;
  GtkFileChooser *chooser;

  g_test_summary ("Ctrl+S saves the table that is shown");

  fill (test);
  page = show_page (test);
  ik_test_widgets_wait (shows_table, page);
  gtk_widget_grab_focus (get_part (page, "section"));
  ik_test_widgets_press (GTK_WIDGET (test->window), "key ctrl+s");
  ik_test_widgets_wait (has_file_dialog, NULL);
  chooser = GTK_FILE_CHOOSER (ik_test_widgets_get_file_dialog ());
  ik_test_widgets_wait (has_file, chooser);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, "ratings.csv");
  ik_test_widgets_wait (has_path, path);
  ik_test_widgets_settle ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  ik_test_widgets_wait (is_written, path);

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_nonnull (strstr (text, "interviewer,interviews,ratings,mean,difference,level_1,"));
  g_assert_nonnull (strstr (text, "\r\nBen Oak,6,12,1.7500,"));
}

/* How dark the pixels from @from to @to of each row are, in all. */
static guint64
add_up_ink (GdkTexture *texture,
            int         from,
            int         to)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) width * height);
  guint64 ink = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int y = 0; y < height; y++)
    {
      for (int x = from; x < to; x++)
        ink += pixels[y * width + x] >> 24;
    }

  return ink;
}

static GdkTexture *
draw (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);

  return gsk_renderer_render_texture (renderer, node, NULL);
}

static void
test_direction (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  g_autoptr(IkInsightTable) table = ik_insight_table_new ("times", "Times");
  IkChartRow *row = ik_insight_table_add_chart_row (table, "");
  GtkWidget *chart = ik_insight_chart_new ();
  GtkWidget *window = ik_test_widgets_show (chart);

  g_test_summary ("A bar begins where lines of text do");

  table->chart_kind = IK_CHART_BARS;
  ik_insight_table_set_axis (table, 0, 100);
  row->is_told = TRUE;
  row->value = 40;
  g_clear_pointer (&row->text, g_free);
  row->text = g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr(GdkTexture) texture = NULL;
      int width;

      gtk_widget_set_direction (chart, directions[i]);
      ik_insight_chart_set_table (IK_INSIGHT_CHART (chart), table);
      ik_test_widgets_settle ();
      texture = draw (chart);
      width = gdk_texture_get_width (texture);
      if (directions[i] == GTK_TEXT_DIR_LTR)
        g_assert_cmpuint (add_up_ink (texture, 0, width / 2), >,
                          add_up_ink (texture, width / 2, width));
      else
        g_assert_cmpuint (add_up_ink (texture, 0, width / 2), <,
                          add_up_ink (texture, width / 2, width));
    }

  ik_insight_chart_set_table (IK_INSIGHT_CHART (chart), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_ending (GtkWidget  *widget,
             const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_ending (child, text);

  return found;
}

static void
test_minus (void)
{
  g_autoptr(IkInsightTable) table = ik_insight_table_new ("drift", "Drift");
  GtkWidget *view = g_object_new (IK_TYPE_INSIGHT_TABLE_VIEW, NULL);
  GtkWidget *window;
  GtkWidget *label;
  PangoRectangle minus;
  PangoRectangle one;

  g_test_summary ("A minus stands before its number, also where lines run from right to left");

  ik_insight_table_add_number_column (table, "difference", "Difference", 2);
  ik_insight_table_begin_row (table);
  ik_insight_table_add_number (table, -1.26);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = ik_test_widgets_show (view);
  ik_insight_table_view_set_table (IK_INSIGHT_TABLE_VIEW (view), table);
  ik_test_widgets_settle ();
  label = find_ending (view, "-1.26");
  g_assert_nonnull (label);
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (label)),
                             (int) strcspn (gtk_label_get_text (GTK_LABEL (label)), "-"), &minus);
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (label)),
                             (int) strcspn (gtk_label_get_text (GTK_LABEL (label)), "1"), &one);
  g_assert_cmpint (minus.x, <, one.x);

  ik_insight_table_view_set_table (IK_INSIGHT_TABLE_VIEW (view), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int    argc,
      char **argv)
{
  ik_test_window_init (&argc, &argv);

#define add(name, func) \
  g_test_add ("/widgets/insight-page/" name, IkTestWindow, NULL, ik_test_window_set_up, func, \
              ik_test_window_tear_down)

  add ("nothing", test_nothing);
  add ("error", test_error);
  add ("chart-and-table", test_chart_and_table);
  add ("sections", test_sections);
  add ("filter", test_filter);
  add ("narrow", test_narrow);
  add ("cuts", test_cuts);
  add ("export", test_export);
  g_test_add_func ("/widgets/insight-chart/direction", test_direction);
  g_test_add_func ("/widgets/insight-table-view/minus", test_minus);

  return g_test_run ();
}
