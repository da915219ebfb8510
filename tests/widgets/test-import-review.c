/* What a person is told and shown while they review an import. */

#include "ik-adaptive-bin.h"
#include "ik-block-bar.h"
#include "ik-draft-dialog.h"
#include "ik-import.h"
#include "ik-key-button.h"
#include "ik-question-bar.h"
#include "ik-test-import.h"
#include "ik-text-area.h"

static gboolean
has_key_button (GtkWidget  *bar,
                const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *shown = NULL;

      g_object_get (child, "text", &shown, NULL);
      if (g_str_equal (shown, text))
        return TRUE;
    }

  return FALSE;
}

static void
select_question (IkTestImport *fixture,
                 guint         position)
{
  GtkListView *view = ik_test_import_get_view (fixture->questions);

  gtk_selection_model_select_item (gtk_list_view_get_model (view), position, TRUE);
  ik_test_widgets_settle ();
}

static void
test_line_in_view (IkTestImport  *fixture,
                   gconstpointer  data)
{
  g_test_summary ("The line that is selected stays in view, wherever the other side goes");

  ik_test_import_open_document (fixture);
  for (guint position = 1; position < 24; position++)
    {
      select_question (fixture, position);
      g_assert_true (ik_test_import_is_line_in_view (fixture));
    }
  for (guint i = 0; i < 4; i++)
    {
      ik_test_import_press ("m");
      g_assert_true (ik_test_import_is_line_in_view (fixture));
      ik_test_import_press ("Up");
      g_assert_true (ik_test_import_is_line_in_view (fixture));
    }
}

static void
test_kind (IkTestImport  *fixture,
           gconstpointer  data)
{
  g_test_summary ("Where a key does much, the page says what it did and how it is undone");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("shift+s");
  ik_test_import_wait_for_label (fixture->page, "20 questions became 0 (Ctrl+Z)");
  g_assert_true (ik_test_import_has_label (fixture->page, "Ctrl+Z takes the last step back."));
  ik_test_import_press ("ctrl+z");
  ik_test_import_wait_for_label (fixture->page, "20 questions in 5 sections");
  g_assert_false (ik_test_import_has_label (fixture->page, "20 questions became 0 (Ctrl+Z)"));
}

static void
test_alike_button (IkTestImport  *fixture,
                   gconstpointer  data)
{
  GtkWidget *bar = ik_test_widgets_find (fixture->page, IK_TYPE_BLOCK_BAR, NULL);
  GtkWidget *alike = ik_test_widgets_find (bar, GTK_TYPE_CHECK_BUTTON, NULL);

  g_test_summary ("All lines that look alike are reached without a key, once for each time");

  ik_test_import_open_document (fixture);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (alike), TRUE);
  gtk_widget_activate (ik_test_import_find_button (bar, "import.role"));
  ik_test_import_wait_for_label (fixture->page, "20 questions became 0 (Ctrl+Z)");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (alike)));
}

static void
test_question_bar (IkTestImport  *fixture,
                   gconstpointer  data)
{
  GtkWidget *bar = ik_test_widgets_find (fixture->page, IK_TYPE_QUESTION_BAR, NULL);
  GtkWidget *all = ik_test_import_find_button (bar, "import.accept-all");

  g_test_summary ("The buttons offer what isn't so yet");

  ik_test_import_open_document (fixture);
  g_assert_true (has_key_button (bar, "Leave Out"));
  g_assert_true (has_key_button (bar, "Accept None"));
  ik_test_import_press ("space");
  g_assert_true (has_key_button (bar, "Accept"));
  g_assert_true (has_key_button (bar, "Accept All"));
  g_signal_emit_by_name (all, "clicked");
  ik_test_widgets_settle ();
  g_assert_true (has_key_button (bar, "Leave Out"));
  g_signal_emit_by_name (all, "clicked");
  ik_test_import_wait_for_label (fixture->page, "0 of 20 questions in 5 sections");
}

static void
test_refused (IkTestImport  *fixture,
              gconstpointer  data)
{
  GtkWidget *undo = ik_test_import_find_button (fixture->page, "import.undo");

  g_test_summary ("A split that isn't possible is told, and leaves nothing to undo");

  ik_test_import_open_text (fixture, "code.md",
                            "# Code\n\n### What is this?\n\n```\nfirst\nsecond\n```\n\n"
                            "### What is that?\n\nThat.\n");
  ik_test_import_wait_for_row (fixture->questions, "2. What is that? – Answer – Accepted");
  ik_test_import_select_line (fixture, 7);
  ik_test_import_press ("p");
  ik_test_import_wait_for_label (fixture->page, "“Split” isn't possible here; nothing was changed");
  g_assert_false (gtk_widget_is_sensitive (undo));
}

static void
test_records (IkTestImport  *fixture,
              gconstpointer  data)
{
  GtkWidget *prompt;
  GtkWidget *dialog;

  g_test_summary ("Of several records on one line the selected one is meant");

  ik_test_import_open_text (fixture, "records.json",
                            "[{\"question\": \"Why?\"}, {\"question\": \"Which?\"}, "
                            "{\"question\": \"Whose?\"}]\n");
  ik_test_import_wait_for_row (fixture->questions,
                               "3. Whose? – Nothing but the question – Accepted");
  g_assert_true (ik_test_import_has_label (fixture->page, "The fields of a record say what belongs "
                                           "together: nothing is split or joined here."));
  select_question (fixture, 2);
  ik_test_import_press ("space");
  ik_test_import_wait_for_row (fixture->questions,
                               "3. Whose? – Nothing but the question – Left out");

  select_question (fixture, 1);
  gtk_widget_activate_action (fixture->page, "import.edit", NULL);
  ik_test_widgets_settle ();
  dialog = ik_test_widgets_find_window (IK_TYPE_DRAFT_DIALOG);
  prompt = ik_test_widgets_find (dialog, IK_TYPE_TEXT_AREA, NULL);
  ik_text_area_set_text (IK_TEXT_AREA (prompt), "Which one?");
  gtk_widget_activate_action (dialog, "draft.save", NULL);
  ik_test_import_wait_for_row (fixture->questions,
                               "2. Which one? – Nothing but the question – Accepted");
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->questions), ==, 1);
}

static void
test_table (IkTestImport  *fixture,
            gconstpointer  data)
{
  g_test_summary ("A table says why nothing can be said about its lines");

  ik_test_import_open_text (fixture, "table.csv", "question,answer\nWhat is a lock?,A guard\n"
                            "What is a log?,A list\n");
  ik_test_import_wait_for_row (fixture->questions, "2. What is a log? – Answer – Accepted");
  g_assert_true (ik_test_import_has_label (fixture->page, "The columns say what their cells are. A "
                                           "question is edited with Enter and left out with "
                                           "Space."));
}

static void
store_duplicates (IkTestImport *fixture)
{
  const IkImportOptions options = { .policy = IK_DUPLICATE_KEEP };
  g_autoptr(IkPack) pack = ik_pack_new ("Before");
  IkSection *section = ik_section_new ("Old");
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  g_ptr_array_add (section->questions, ik_question_new ("What is a lock?"));
  g_ptr_array_add (section->questions, ik_question_new ("What is a log?"));
  g_ptr_array_add (pack->sections, section);
  id = ik_import_store (fixture->base.library, pack, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
test_all_duplicates (IkTestImport  *fixture,
                     gconstpointer  data)
{
  GtkWidget *questions = GTK_WIDGET (fixture->questions);
  GtkWidget *button = ik_test_import_find_button (fixture->page, "import.decide-all");

  g_test_summary ("One press decides about all questions that the bank has");

  store_duplicates (fixture);
  ik_test_import_open_text (fixture, "bare.md", "# Storage\n\n- What is a lock?\n"
                            "- What is a log?\n- What is an index?\n");
  ik_test_import_wait_for_row (fixture->questions, "2. What is a log? – Nothing but the question – "
                               "in the bank already, skipped");
  g_assert_nonnull (ik_test_widgets_find (questions, GTK_TYPE_BOX, "left-out"));
  g_assert_true (gtk_widget_get_mapped (button));

  gtk_widget_activate (gtk_widget_get_next_sibling (button));
  ik_test_import_wait_for_row (fixture->questions, "2. What is a log? – Nothing but the question – "
                               "in the bank already, updates it");
  ik_test_import_press ("shift+3");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Nothing but the question – "
                               "in the bank already, both are kept");
  g_assert_null (ik_test_widgets_find (questions, GTK_TYPE_BOX, "left-out"));
}

static void
test_skipped (IkTestImport  *fixture,
              gconstpointer  data)
{
  GtkWidget *check;

  g_test_summary ("What is skipped isn't ticked; to accept it is to keep both");

  store_duplicates (fixture);
  ik_test_import_open_text (fixture, "bare.md", "# Storage\n\n- What is a lock?\n"
                            "- What is a log?\n- What is an index?\n");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Nothing but the question – "
                               "in the bank already, skipped");
  check = ik_test_widgets_find (ik_test_widgets_find (GTK_WIDGET (fixture->questions), GTK_TYPE_BOX,
                                                      "left-out"), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  ik_test_import_press ("space");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Nothing but the question – "
                               "in the bank already, both are kept");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  ik_test_import_press ("space");
  ik_test_import_wait_for_row (fixture->questions,
                               "1. What is a lock? – Nothing but the question – Left out");
  ik_test_import_press ("ctrl+z");
  ik_test_import_press ("ctrl+z");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Nothing but the question – "
                               "in the bank already, skipped");
}

static void
test_narrow (IkTestImport  *fixture,
             gconstpointer  data)
{
  GtkWidget *bin = ik_test_widgets_find (fixture->page, IK_TYPE_ADAPTIVE_BIN, NULL);

  g_test_summary ("A narrow page counts the questions as well");

  ik_test_import_open_document (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  while (!ik_adaptive_bin_is_narrow (IK_ADAPTIVE_BIN (bin)))
    g_main_context_iteration (NULL, TRUE);
  ik_test_widgets_settle ();
  g_assert_true (ik_test_import_has_label (fixture->page, "20 questions in 5 sections"));
}

/* How many buttons stand in each row, such as "55". */
static char *
dup_rows (GtkWidget *bar)
{
  GString *rows = g_string_new (NULL);
  float top = 0;
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (bar);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (child, bar, &bounds));
      if (bounds.origin.y > top)
        {
          g_string_append_printf (rows, "%u", n);
          n = 0;
        }
      top = bounds.origin.y;
      n++;
    }
  g_string_append_printf (rows, "%u", n);

  return g_string_free (rows, FALSE);
}

static void
test_bars (void)
{
  const int widths[] = { 340, 420, 520, 640, 1000 };

  g_test_summary ("No button stands alone below full rows of others");

  for (guint i = 0; i < G_N_ELEMENTS (widths) * 2; i++)
    {
      GtkWidget *bar = g_object_new (i % 2 == 0 ? IK_TYPE_BLOCK_BAR : IK_TYPE_QUESTION_BAR, NULL);
      GtkWidget *window = ik_test_widgets_show_sized (bar, widths[i / 2], 400);
      g_autofree char *rows =
        dup_rows (i % 2 == 0 ? gtk_widget_get_last_child (bar) : bar);
      gsize last = strlen (rows) - 1;

      g_test_message ("%s in %d pixels: %s", G_OBJECT_TYPE_NAME (bar), widths[i / 2], rows);
      g_assert_cmpint (rows[last], >, '1');
      g_assert_cmpint (rows[0] - rows[last], <=, 1);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_mirrored (void)
{
  GtkWidget *button = g_object_ref_sink (g_object_new (IK_TYPE_KEY_BUTTON, "text", "Skip", NULL));
  GtkWidget *text = ik_test_widgets_find (button, GTK_TYPE_INSCRIPTION, NULL);

  g_test_summary ("What a button does stands at the side that the language begins at");

  gtk_widget_set_direction (button, GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (text)), >, 0.9);
  gtk_widget_set_direction (button, GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (text)), <, 0.1);
  g_assert_finalize_object (button);
}

#define ADD(path, func) \
  g_test_add ("/widgets/import-review/" path, IkTestImport, NULL, ik_test_import_set_up, func, \
              ik_test_import_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("line-in-view", test_line_in_view);
  ADD ("kind", test_kind);
  ADD ("alike-button", test_alike_button);
  ADD ("question-bar", test_question_bar);
  ADD ("refused", test_refused);
  ADD ("records", test_records);
  ADD ("table", test_table);
  ADD ("all-duplicates", test_all_duplicates);
  ADD ("skipped", test_skipped);
  ADD ("narrow", test_narrow);
  g_test_add_func ("/widgets/import-review/bars", test_bars);
  g_test_add_func ("/widgets/import-review/mirrored", test_mirrored);

  return g_test_run ();
}
