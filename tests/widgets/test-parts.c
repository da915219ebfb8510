/* Parts of pages that need no window around them. */

#include "ik-anchor-text.h"
#include "ik-attachment-list.h"
#include "ik-boxed-list.h"
#include "ik-column-layout.h"
#include "ik-entry-choices.h"
#include "ik-gradual-list.h"
#include "ik-inscription.h"
#include "ik-link-row.h"
#include "ik-list-click.h"
#include "ik-question-item.h"
#include "ik-rating-bar.h"
#include "ik-scroll-start.h"
#include "ik-match-marks.h"
#include "ik-spin-button.h"
#include "ik-test-widgets.h"
#include "ik-wheel.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_attachments (void)
{
  IkAttachmentList *list = g_object_ref_sink (g_object_new (IK_TYPE_ATTACHMENT_LIST, NULL));
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  guint n_changes = 0;

  g_test_summary ("Only what a person does to the files counts as a change");

  g_ptr_array_add (files, ik_attachment_new ("a.png", "image/png", IK_SIDE_CANDIDATE, bytes));
  g_ptr_array_add (files, ik_attachment_new ("b.png", "image/png", IK_SIDE_CANDIDATE, bytes));
  g_signal_connect_swapped (list, "changed", G_CALLBACK (count_cb), &n_changes);
  ik_attachment_list_set_attachments (list, files);
  g_assert_cmpuint (n_changes, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (list), "attachments.remove", "s",
                              ((IkAttachment *) g_ptr_array_index (files, 0))->id);
  g_assert_cmpuint (n_changes, ==, 1);
  left = ik_attachment_list_dup_attachments (list);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((IkAttachment *) g_ptr_array_index (left, 0))->name, ==, "b.png");

  g_assert_finalize_object (list);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, gtk_label_new (NULL));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkStringObject *item = gtk_list_item_get_item (list_item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (item));
}

static GtkWidget *
create_list (void)
{
  const char *words[] = { "One", "Two", "Three", NULL };
  GListModel *model = G_LIST_MODEL (gtk_string_list_new (words));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (model)), factory);
  ik_list_click_init (GTK_LIST_VIEW (list));

  return list;
}

static void
point_at_row (GtkWidget  *list,
              guint       position,
              const char *press)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (guint i = 0; i < position; i++)
    row = gtk_widget_get_next_sibling (row);
  ik_test_widgets_point_at (row, press);
}

static void
activated_cb (GtkListView *list,
              guint        position,
              guint       *activated)
{
  *activated = position;
}

static gboolean
is_activated (gpointer data)
{
  guint *activated = data;

  return *activated != GTK_INVALID_LIST_POSITION;
}

static void
test_list_click (void)
{
  GtkWidget *list = create_list ();
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  GtkWidget *window = ik_test_widgets_show (list);
  GtkSettings *settings = gtk_widget_get_settings (list);
  guint activated = GTK_INVALID_LIST_POSITION;

  g_test_summary ("A click chooses and activates a row, the pointer alone does neither");

  /* Two clicks are never a double one, however soon they come. */
  g_object_set (settings, "gtk-double-click-time", 0, NULL);
  g_signal_connect (list, "activate", G_CALLBACK (activated_cb), &activated);
  point_at_row (list, 2, "");
  point_at_row (list, 1, "");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);

  point_at_row (list, 1, "click 1");
  ik_test_widgets_wait (is_activated, &activated);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  g_assert_cmpuint (activated, ==, 1);

  activated = GTK_INVALID_LIST_POSITION;
  point_at_row (list, 1, "click 1");
  ik_test_widgets_wait (is_activated, &activated);
  g_assert_cmpuint (activated, ==, 1);

  gtk_settings_reset_property (settings, "gtk-double-click-time");
  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static gboolean
shows_all (gpointer data)
{
  return g_list_model_get_n_items (data) == 500;
}

static void
test_gradual_list (void)
{
  g_autoptr(GtkStringList) items = gtk_string_list_new (NULL);
  IkGradualList *list;
  GListModel *shown;

  g_test_summary ("A list that waits for new items shows some, and all of them in the end");

  for (guint i = 0; i < 500; i++)
    gtk_string_list_append (items, "line");
  list = ik_gradual_list_new (G_LIST_MODEL (items));
  shown = ik_gradual_list_get_model (list);
  g_assert_true (shows_all (shown));

  ik_gradual_list_prepare (list);
  g_assert_false (shows_all (shown));
  g_assert_cmpuint (g_list_model_get_n_items (shown), >, 0);
  ik_gradual_list_restart (list);
  g_assert_false (shows_all (shown));
  ik_test_widgets_wait (shows_all, shown);

  /* Where they never come. */
  ik_gradual_list_prepare (list);
  ik_test_widgets_wait (shows_all, shown);

  ik_gradual_list_prepare (list);
  g_assert_finalize_object (list);
}

static GPtrArray *
create_lines (const char *ids)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_question_summary_free);

  for (const char *id = ids; *id != '\0'; id++)
    {
      IkQuestionSummary *summary = g_new0 (IkQuestionSummary, 1);

      summary->id = g_strndup (id, 1);
      summary->pack_id = g_strdup ("pack");
      summary->section = g_strdup ("");
      summary->prompt = g_strdup (ids);
      summary->level = g_strdup ("");
      summary->tags = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (summaries, summary);
    }

  return ik_question_item_list_new (summaries);
}

static void
test_update_store (void)
{
  static const char *const steps[] = { "abcde", "abxde", "abxde", "xbe", "", "a", "ab" };
  g_autoptr(GListStore) store = g_list_store_new (IK_TYPE_QUESTION_ITEM);
  GListModel *model = G_LIST_MODEL (store);

  g_test_summary ("A list has the lines that it is given; an item stays with its question");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(IkQuestionItem) first = g_list_model_get_item (model, 0);
      g_autofree char *first_id = NULL;

      if (first != NULL)
        first_id = g_strdup (ik_question_item_get_summary (first)->id);
      ik_question_item_update_store (store, create_lines (steps[i]));

      g_assert_cmpuint (g_list_model_get_n_items (model), ==, strlen (steps[i]));
      for (guint j = 0; steps[i][j] != '\0'; j++)
        {
          g_autoptr(IkQuestionItem) item = g_list_model_get_item (model, j);
          const IkQuestionSummary *summary = ik_question_item_get_summary (item);

          g_assert_cmpint (summary->id[0], ==, steps[i][j]);
          g_assert_cmpstr (summary->prompt, ==, steps[i]);
          if (j == 0 && first_id != NULL && g_str_equal (summary->id, first_id))
            g_assert_true (item == first);
        }
    }
}

static void
test_mark (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *expected;
  } cases[] = {
    { "plain", "", "plain" },
    { "What is a cache?", "CACH", "What is a <b>cache</b>?" },
    { "<Cafés> & bars", "cafe ba", "&lt;<b>Cafés</b>&gt; &amp; <b>bars</b>" },
    { "encode", "code", "encode" },
    { "", "a", "" },
  };

  g_test_summary ("Words that begin like those of a search are marked, and all else is text");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = ik_match_marks_make (cases[i].text, cases[i].query);

      g_assert_cmpstr (markup, ==, cases[i].expected);
    }
}

static void
test_snippet_marks (void)
{
  g_autofree char *markup = ik_match_marks_from_snippet ("…a < b, \002cache\003 & \002caches\003");

  g_assert_cmpstr (markup, ==, "…a &lt; b, <b>cache</b> &amp; <b>caches</b>");
}

/* Where a widget draws, from its left edge. */
static graphene_rect_t
get_ink (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  graphene_rect_t ink;

  gdk_paintable_snapshot (picture, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &ink);
  gsk_render_node_unref (node);

  return ink;
}

static void
test_inscription (void)
{
  static const char *const texts[] = { "Threads", "خيوط المعالجة", "1. Threads", "12" };
  GtkWidget *inscription = gtk_inscription_new (NULL);
  GtkWidget *window = ik_test_widgets_show (inscription);
  int width = gtk_widget_get_width (inscription);

  g_test_summary ("A text begins where its row does, in whatever script it is");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      graphene_rect_t ink;

      gtk_widget_set_direction (inscription, GTK_TEXT_DIR_LTR);
      ik_inscription_set_text (GTK_INSCRIPTION (inscription), texts[i]);
      ik_test_widgets_settle ();
      ink = get_ink (inscription);
      g_assert_cmpfloat_with_epsilon (ink.origin.x, 0, 3);

      gtk_widget_set_direction (inscription, GTK_TEXT_DIR_RTL);
      ik_inscription_set_text (GTK_INSCRIPTION (inscription), texts[i]);
      ik_test_widgets_settle ();
      ink = get_ink (inscription);
      g_assert_cmpfloat_with_epsilon (ink.origin.x + ink.size.width, width, 3);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static IkRubric *
make_rubric (const char *id,
             const char *anchor)
{
  IkRubric *rubric = ik_rubric_new (id, id);

  for (int i = 1; i <= 5; i++)
    g_ptr_array_add (rubric->levels, ik_rubric_level_new (i, "Level", anchor));

  return rubric;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
test_anchors (void)
{
  GtkWidget *bar = g_object_new (IK_TYPE_RATING_BAR, NULL);
  GtkWidget *window = ik_test_widgets_show_sized (bar, 900, 300);
  g_autoptr(GPtrArray) rubrics = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rubric_free);
  g_autoptr(PangoLayout) layout = NULL;
  const IkRubricLevel *level;
  GtkWidget *anchor;
  int height;

  g_test_summary ("Anchors are read whole, and another rubric moves nothing");

  g_ptr_array_add (rubrics, make_rubric ("short", "Nothing usable."));
  g_ptr_array_add (rubrics, make_rubric ("long", "Gives an example, but stays with their own point "
                                         "of view; an agreement came about through rank."));
  ik_rating_bar_set_room_for (IK_RATING_BAR (bar), rubrics);
  ik_rating_bar_set_rubric (IK_RATING_BAR (bar), rubrics->pdata[0]);
  height = get_height (bar, 900);
  g_assert_cmpint (get_height (bar, 700), >, height);
  ik_rating_bar_set_rubric (IK_RATING_BAR (bar), rubrics->pdata[1]);
  g_assert_cmpint (get_height (bar, 900), ==, height);

  ik_test_widgets_settle ();
  anchor = ik_test_widgets_find (bar, IK_TYPE_ANCHOR_TEXT, NULL);
  level = ((IkRubric *) rubrics->pdata[1])->levels->pdata[0];
  layout = gtk_widget_create_pango_layout (anchor, level->anchor);
  pango_layout_set_width (layout, gtk_widget_get_width (anchor) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  g_assert_cmpint (gtk_widget_get_height (anchor), ==, height);
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 3);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_column (void)
{
  GtkWidget *outer = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("Says what others need to know, in words they can use");

  g_test_summary ("A column that is still empty is known to be as high as its width demands");

  gtk_widget_set_layout_manager (column, g_object_new (IK_TYPE_COLUMN_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (outer), column);
  g_assert_cmpint (gtk_widget_get_request_mode (outer), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (column), label);
  g_assert_cmpint (get_height (outer, 200), ==, get_height (label, 200));
  gtk_box_append (GTK_BOX (column), gtk_label_new ("Next"));
  g_assert_cmpint (get_height (outer, 200), >, get_height (label, 200) + 18);

  g_assert_finalize_object (outer);
}

static gboolean
is_scrolled (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 0;
}

static gboolean
is_at_right_end (gpointer adjustment)
{
  double rest = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
                gtk_adjustment_get_value (adjustment);

  return gtk_adjustment_get_upper (adjustment) > 3000 && rest < 1;
}

static void
test_scroll_start (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *wide = gtk_label_new ("Wide");
  GtkAdjustment *sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  GtkWidget *window;

  g_test_summary ("From right to left a table opens at the right, and stays where it is put");

  gtk_widget_set_direction (scrolled, GTK_TEXT_DIR_RTL);
  gtk_widget_set_size_request (wide, 4000, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), wide);
  ik_scroll_start_keep (GTK_SCROLLED_WINDOW (scrolled));
  window = ik_test_widgets_show (scrolled);
  ik_test_widgets_wait (is_at_right_end, sideways);

  gtk_adjustment_set_value (sideways, 100);
  gtk_widget_set_size_request (wide, 5000, -1);
  ik_test_widgets_settle ();
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (sideways), 100, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static gboolean
shows_first_column (gpointer scrolled)
{
  GtkWidget *rows = ik_test_widgets_find (scrolled, GTK_TYPE_LIST_VIEW, NULL);
  graphene_rect_t place;

  return rows != NULL && gtk_widget_compute_bounds (rows, scrolled, &place) &&
         place.size.width > 900 && place.origin.x < -500;
}

static void
test_scroll_start_of_columns (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view =
    gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  GtkWidget *window;

  g_test_summary ("From right to left a table shows its first column, which is drawn there too");

  gtk_widget_set_direction (scrolled, GTK_TEXT_DIR_RTL);
  gtk_widget_set_direction (view, GTK_TEXT_DIR_RTL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  ik_scroll_start_keep (GTK_SCROLLED_WINDOW (scrolled));
  window = ik_test_widgets_show_sized (scrolled, 300, 200);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(GtkColumnViewColumn) column =
        gtk_column_view_column_new ("Column", gtk_signal_list_item_factory_new ());

      gtk_column_view_column_set_fixed_width (column, 200);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  ik_test_widgets_wait (shows_first_column, scrolled);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static void
test_wheel_idle (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *below = gtk_label_new ("Below");
  GtkAdjustment *outside = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  GtkAdjustment *inside = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (inner));
  g_autoptr(GString) lines = g_string_new ("");
  GtkWidget *window;

  g_test_summary ("The wheel above a field scrolls the field where it has more, else the page");

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (inner), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (inner), 120);
  ik_wheel_leave_idle (GTK_SCROLLED_WINDOW (inner));
  gtk_widget_set_size_request (below, -1, 4000);
  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (box), below);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  window = ik_test_widgets_show (scrolled);

  ik_test_widgets_point_at (inner, "click 5");
  ik_test_widgets_wait (is_scrolled, outside);

  gtk_adjustment_set_value (outside, 0);
  for (guint i = 0; i < 100; i++)
    g_string_append (lines, "Line\n");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), lines->str, -1);
  ik_test_widgets_settle ();
  ik_test_widgets_point_at (inner, "click 5");
  ik_test_widgets_wait (is_scrolled, inside);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static void
test_spin_button (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_spin_button_new_with_range (0, 23, 1);
  GtkWidget *below = gtk_label_new ("Below");
  GtkWidget *window;

  g_test_summary ("The wheel above a number scrolls the page and leaves the number");

  ik_spin_button_init (GTK_SPIN_BUTTON (button));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (button), 9);
  gtk_widget_set_size_request (below, -1, 4000);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), below);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  window = ik_test_widgets_show (scrolled);

  ik_test_widgets_point_at (button, "click 5");
  ik_test_widgets_wait (is_scrolled,
                        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (button)), ==, 9);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static void
show_rows (GtkWidget         *list,
           const char *const *ids)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (rows, ik_link_row_new (ids[i], "", "parts.open", ids[i]));
  ik_boxed_list_replace (GTK_LIST_BOX (list), rows);
  ik_test_widgets_settle ();
}

static const char *
get_focused_row (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (IK_IS_LINK_ROW (focus));
  return gtk_widget_get_name (focus);
}

static void
test_boxed_list (void)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;

  g_test_summary ("Rows made anew leave the focus with what it was about, or where it was");

  show_rows (list, (const char *const[]) { "a", "b", "c", NULL });
  window = ik_test_widgets_show (list);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
  g_assert_cmpstr (get_focused_row (window), ==, "b");

  show_rows (list, (const char *const[]) { "c", "a", "b", "d", NULL });
  g_assert_cmpstr (get_focused_row (window), ==, "b");
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 4));

  show_rows (list, (const char *const[]) { "c", "a", "e", "d", NULL });
  g_assert_cmpstr (get_focused_row (window), ==, "e");
  show_rows (list, (const char *const[]) { "c", "a", NULL });
  g_assert_cmpstr (get_focused_row (window), ==, "a");
  show_rows (list, (const char *const[]) { NULL });
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
test_entry_choices (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_drop_down_new (NULL, NULL);
  GtkWidget *window;
  g_autoptr(GPtrArray) choices = g_ptr_array_new ();

  g_test_summary ("What there is can be chosen beside an entry; one of several goes behind the others");

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  ik_entry_choices_set (GTK_ENTRY (entry), GTK_DROP_DOWN (button), choices, TRUE);
  g_assert_false (gtk_widget_get_visible (button));

  g_ptr_array_add (choices, (gpointer) "databases");
  g_ptr_array_add (choices, (gpointer) "java");
  ik_entry_choices_set (GTK_ENTRY (entry), GTK_DROP_DOWN (button), choices, TRUE);
  g_assert_true (gtk_widget_get_visible (button));
  window = ik_test_widgets_show (box);
  gtk_widget_grab_focus (entry);
  ik_test_widgets_press (window, "type new");
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_grab_focus (button);
      ik_test_widgets_press (window, "key space");
      ik_test_widgets_press (window, "key Down Return");
      g_assert_cmpstr (get_text (entry), ==, "new, java");
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
    }

  ik_entry_choices_set (GTK_ENTRY (entry), GTK_DROP_DOWN (button), choices, FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (button), 0);
  g_assert_cmpstr (get_text (entry), ==, "databases");

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/attachment-list/remove", test_attachments);
  g_test_add_func ("/widgets/boxed-list/focus", test_boxed_list);
  g_test_add_func ("/widgets/column-layout/filled-later", test_column);
  g_test_add_func ("/widgets/gradual-list/prepare", test_gradual_list);
  g_test_add_func ("/widgets/question-item/update-store", test_update_store);
  g_test_add_func ("/widgets/inscription/begins-with-its-row", test_inscription);
  g_test_add_func ("/widgets/list-click/row", test_list_click);
  g_test_add_func ("/widgets/rating-bar/anchors", test_anchors);
  g_test_add_func ("/widgets/search-row/mark", test_mark);
  g_test_add_func ("/widgets/search-row/snippet-marks", test_snippet_marks);
  g_test_add_func ("/widgets/entry-choices/choose", test_entry_choices);
  g_test_add_func ("/widgets/spin-button/wheel", test_spin_button);
  g_test_add_func ("/widgets/wheel/idle", test_wheel_idle);
  g_test_add_func ("/widgets/scroll-start/right-to-left", test_scroll_start);
  g_test_add_func ("/widgets/scroll-start/columns", test_scroll_start_of_columns);

  return g_test_run ();
}
