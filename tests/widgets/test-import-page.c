/* The review of a document before anything of it is stored. */

#include "ik-bank.h"
#include "ik-draft-list.h"
#include "ik-import-page.h"
#include "ik-import.h"
#include "ik-question-form.h"
#include "ik-source-list.h"
#include "ik-test-library.h"
#include "ik-test-widgets.h"
#include "ik-text-area.h"

#define FIRST "1. What happens between a write call and the moment the data is safe on a disk?"
#define SECOND "2. Explain how an index makes a search faster and what it costs."

typedef struct
{
  IkTestLibrary  base;
  GtkWidget     *page;
  GtkWidget     *window;
  IkDraftList   *questions;
  IkDraftList   *left_over;
  IkSourceList  *source;
  char          *pack_id; /* of what was stored, once it is over */
  gboolean       is_over;
} Fixture;

static void
finished_cb (Fixture    *fixture,
             const char *pack_id)
{
  fixture->pack_id = g_strdup (pack_id);
  fixture->is_over = TRUE;
}

static GtkWidget *
find_with (GtkWidget  *widget,
           GType       type,
           const char *property)
{
  GtkWidget *found = NULL;
  gboolean is_set = FALSE;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_object_get (widget, property, &is_set, NULL);
      return is_set ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_with (child, type, property);

  return found;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ik_test_library_set_up (&fixture->base, data);
  fixture->page = ik_import_page_new ();
  g_signal_connect_swapped (fixture->page, "finished", G_CALLBACK (finished_cb), fixture);
  fixture->questions = IK_DRAFT_LIST (ik_test_widgets_find (fixture->page, IK_TYPE_DRAFT_LIST,
                                                            NULL));
  fixture->left_over = IK_DRAFT_LIST (find_with (fixture->page, IK_TYPE_DRAFT_LIST, "left-over"));
  fixture->source = IK_SOURCE_LIST (ik_test_widgets_find (fixture->page, IK_TYPE_SOURCE_LIST,
                                                          NULL));
  fixture->window = ik_test_widgets_show (fixture->page);
  ik_page_set_library (IK_PAGE (fixture->page), fixture->base.library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_settle ();
  g_free (fixture->pack_id);
  ik_test_library_tear_down (&fixture->base, data);
}

/* What is seen */

static GtkListView *
get_view (gpointer list)
{
  return GTK_LIST_VIEW (ik_test_widgets_find (list, GTK_TYPE_LIST_VIEW, NULL));
}

static gboolean
has_row (GtkWidget  *list,
         const char *label)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (get_view (list)));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *mismatch =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL, label);

      if (mismatch == NULL)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  gpointer    list;
  const char *label;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;

  return has_row (wanted->list, wanted->label);
}

static void
wait_for_row (gpointer    list,
              const char *label)
{
  Wanted wanted = { list, label };

  g_test_message ("waiting for “%s”", label);
  ik_test_widgets_wait (is_shown, &wanted);
  ik_test_widgets_settle ();
}

static gboolean
is_over (gpointer data)
{
  return ((Fixture *) data)->is_over;
}

/* What is done */

static void
open_document (Fixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "look-alike.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  ik_import_page_add_file (IK_IMPORT_PAGE (fixture->page), file);
  wait_for_row (fixture->questions, FIRST
                " – Answer · 1 follow-up · 2 good signs · 1 red flag – Accepted");
}

static void
select_line (Fixture *fixture,
             guint    line)
{
  GtkSelectionModel *model = gtk_list_view_get_model (get_view (fixture->source));

  gtk_selection_model_select_item (model, line - 1, TRUE);
  ik_test_widgets_settle ();
}

static void
press (const char *key)
{
  g_autofree char *command = g_strdup_printf ("xdotool key %s", key);
  g_autoptr(GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  ik_test_widgets_settle ();
}

static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("Each line says what it became; what is selected is the same on both sides");

  open_document (fixture);
  g_assert_cmpuint (ik_source_list_get_line (fixture->source), ==, 12);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->questions), ==, 0);
  wait_for_row (fixture->source, "Line 10, Section: ## Storage");
  wait_for_row (fixture->source, "Line 25, Red flag: - Believes that a closed file is a safe file");
  wait_for_row (fixture->source, "Line 13: ");

  select_line (fixture, 43);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->questions), ==, 1);
  select_line (fixture, 336);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->left_over), ==, 0);

  gtk_selection_model_select_item (gtk_list_view_get_model (get_view (fixture->questions)), 4,
                                   TRUE);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->questions), ==, 3);
  g_assert_cmpuint (ik_source_list_get_line (fixture->source), ==, 67);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.directory, "threads.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_test_summary ("The steps of a solution are content too");

  g_assert_true (g_file_set_contents (path, "# Threads\n\n### 1. Explain a thread.\n\n"
                                      "**Solution Steps**:\n\n1. Define it\n2. Compare it\n\n"
                                      "### 2. Explain a lock.\n\nIt locks.\n", -1, NULL));
  ik_import_page_add_file (IK_IMPORT_PAGE (fixture->page), file);
  wait_for_row (fixture->questions, "1. Explain a thread. – 2 solution steps – Accepted");
}

static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  g_test_summary ("Keys say what a line is; undo and redo take it back and do it again");

  open_document (fixture);
  select_line (fixture, 27);
  press ("x");
  wait_for_row (fixture->questions, FIRST " – Answer · 2 good signs · 1 red flag – Accepted");
  select_line (fixture, 21);
  press ("r");
  wait_for_row (fixture->questions, FIRST " – Answer · 1 good sign · 2 red flags – Accepted");

  press ("ctrl+z");
  press ("ctrl+z");
  wait_for_row (fixture->questions, FIRST
                " – Answer · 1 follow-up · 2 good signs · 1 red flag – Accepted");
  press ("ctrl+shift+z");
  wait_for_row (fixture->questions, FIRST " – Answer · 2 good signs · 1 red flag – Accepted");
}

static void
test_all_alike (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_summary ("With Shift a key is about all that look alike");

  open_document (fixture);
  select_line (fixture, 27);
  press ("shift+x");
  wait_for_row (fixture->questions, FIRST " – Answer · 2 good signs · 1 red flag – Accepted");
  wait_for_row (fixture->questions, "3. When would you keep the same fact in two places?"
                " – Answer · 1 good sign · 1 red flag – Accepted");
}

static void
test_merge_and_split (Fixture       *fixture,
                      gconstpointer  data)
{
  g_test_summary ("A question becomes part of the one above, a line a question of its own");

  open_document (fixture);
  select_line (fixture, 29);
  press ("m");
  wait_for_row (fixture->questions, "2. When would you keep the same fact in two places?"
                " – Answer · 2 follow-ups · 1 good sign · 1 red flag – Accepted");
  press ("ctrl+z");
  wait_for_row (fixture->questions, SECOND " – Answer · 1 good sign · 1 red flag – Accepted");

  select_line (fixture, 35);
  press ("q");
  wait_for_row (fixture->questions, "3. It costs – Answer · 1 good sign · 1 red flag – Accepted");
}

static void
open_bare_document (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->base.directory, "bare.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "# Storage\n\n- What is a lock?\n- What is a log?\n"
                                      "- What is an index?\n- What is a page?\n", -1, NULL));
  ik_import_page_add_file (IK_IMPORT_PAGE (fixture->page), file);
  wait_for_row (fixture->questions, "2. What is a log? – Nothing but the question – Accepted");
}

static void
test_merge_follow_ups (Fixture       *fixture,
                       gconstpointer  data)
{
  g_test_summary ("Below a question with follow-ups and no answer, one more is a follow-up");

  open_bare_document (fixture);
  select_line (fixture, 4);
  press ("f");
  wait_for_row (fixture->questions, "1. What is a lock? – 1 follow-up – Accepted");
  select_line (fixture, 5);
  press ("m");
  wait_for_row (fixture->questions, "1. What is a lock? – 2 follow-ups – Accepted");
}

/* There is no action of a page to ask; a button that does it knows. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action_name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action_name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action_name);

  return found;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  gboolean has = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                 g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !has;
       child = gtk_widget_get_next_sibling (child))
    has = has_label (child, text);

  return has;
}

static void
test_join_first (Fixture       *fixture,
                 gconstpointer  data)
{
  g_test_summary ("The first line has none above that it could be joined with");

  open_bare_document (fixture);
  g_assert_true (gtk_widget_is_sensitive (find_button (fixture->page, "import.join")));
  select_line (fixture, 1);
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture->page, "import.join")));
}

static void
test_level (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.directory, "levels.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_test_summary ("A level that is a number says that it is a level");

  g_assert_true (g_file_set_contents (path, "question,answer,level\nWhat is a lock?,A guard,1\n"
                                      "What is a log?,A list,2\nWhat is a page?,A block,1\n", -1,
                                      NULL));
  ik_import_page_add_file (IK_IMPORT_PAGE (fixture->page), file);
  wait_for_row (fixture->questions, "2. What is a log? – Level 2 · Answer – Accepted");
}

static gboolean
is_failure_shown (gpointer data)
{
  return has_label (data, "Nothing Was Imported");
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.directory, "broken.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_test_summary ("Where nothing was read there is nothing to add");

  g_assert_true (g_file_set_contents (path, "%PDF-1.6\n1 0 obj\n", -1, NULL));
  ik_import_page_add_file (IK_IMPORT_PAGE (fixture->page), file);
  ik_test_widgets_wait (is_failure_shown, fixture->page);
  g_assert_false (gtk_widget_get_mapped (find_button (fixture->page, "import.add")));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWindow *dialog;
  GtkWidget *prompt;

  g_test_summary ("A question is edited in a window of its own, as one step");

  open_document (fixture);
  press ("Return");
  dialog = g_list_model_get_item (gtk_window_get_toplevels (), 0);
  g_object_unref (dialog);
  if (GTK_WIDGET (dialog) == fixture->window)
    {
      dialog = g_list_model_get_item (gtk_window_get_toplevels (), 1);
      g_object_unref (dialog);
    }
  prompt = ik_test_widgets_find (GTK_WIDGET (dialog), IK_TYPE_TEXT_AREA, NULL);
  ik_text_area_set_text (IK_TEXT_AREA (prompt), "When is data safe?");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "draft.save", NULL);
  wait_for_row (fixture->questions,
                "1. When is data safe? – Answer · 1 follow-up · 2 good signs · 1 red flag – Accepted");

  press ("ctrl+z");
  wait_for_row (fixture->questions, FIRST
                " – Answer · 1 follow-up · 2 good signs · 1 red flag – Accepted");
}

static void
test_left_over (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_summary ("What was not taken is listed with its reason, and can be taken");

  open_document (fixture);
  press ("t");
  wait_for_row (fixture->left_over,
                "Lines 334 to 336: closing remarks or a notice, no part of a question – "
                "## Conclusion  Thank the candidate, say when they will hear from you, and rate each "
                "answer before you read your own notes again.");
  g_assert_cmpuint (ik_source_list_get_line (fixture->source), ==, 334);
  press ("q");
  press ("t");
  select_line (fixture, 334);
  wait_for_row (fixture->questions, "21. Conclusion – Answer – Accepted");
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GError) error = NULL;
  const IkSection *section;
  const IkQuestion *question;

  g_test_summary ("The bank gets what is accepted, as it was corrected");

  open_document (fixture);
  press ("ctrl+shift+a");
  wait_for_row (fixture->questions, SECOND " – Answer · 1 good sign · 1 red flag – Left out");
  press ("space");
  wait_for_row (fixture->questions, FIRST
                " – Answer · 1 follow-up · 2 good signs · 1 red flag – Accepted");
  select_line (fixture, 27);
  press ("g");
  wait_for_row (fixture->questions, FIRST " – Answer · 3 good signs · 1 red flag – Accepted");
  press ("ctrl+Return");
  ik_test_widgets_wait (is_over, fixture);

  pack = ik_bank_load_pack (fixture->base.library, fixture->pack_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 1);
  section = pack->sections->pdata[0];
  question = section->questions->pdata[0];
  g_assert_cmpstr (section->title, ==, "Storage");
  g_assert_cmpuint (question->interviewer.positive_indicators->len, ==, 3);
  g_assert_cmpuint (question->interviewer.follow_ups->len, ==, 0);
}

static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.directory, "second.md", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *together;

  g_test_summary ("Several files go into one pack where a person wants that");

  g_assert_true (g_file_set_contents (path, "# More\n\n## Storage\n\n### Which disk is best?\n\n"
                                      "None.\n\n### Which disk is worst?\n\nThe full one.\n", -1,
                                      &error));
  open_document (fixture);
  ik_import_page_add_file (IK_IMPORT_PAGE (fixture->page), file);
  together = ik_test_widgets_find (fixture->page, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (together), TRUE);
  press ("ctrl+Return");
  wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Accepted");
  press ("ctrl+Return");
  ik_test_widgets_wait (is_over, fixture);

  pack = ik_bank_load_pack (fixture->base.library, fixture->pack_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 22);
  g_assert_cmpuint (pack->sections->len, ==, 6);
  g_assert_cmpstr (pack->title, ==, "Interview questions for people who keep systems running");
}

static void
store_twin (Fixture    *fixture,
            const char *prompt)
{
  const IkImportOptions options = { .policy = IK_DUPLICATE_KEEP };
  g_autoptr(IkPack) pack = ik_pack_new ("Before");
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  g_ptr_array_add (pack->sections, ik_section_new ("Old"));
  g_ptr_array_add (((IkSection *) pack->sections->pdata[0])->questions, ik_question_new (prompt));
  id = ik_import_store (fixture->base.library, pack, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
test_twins (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("What the bank has already is skipped, unless a person says otherwise");

  store_twin (fixture, "compare a queue with a log of events");
  store_twin (fixture, "Why do retries make an outage worse?");
  open_document (fixture);
  wait_for_row (fixture->questions, "4. Compare a queue with a log of events. – Answer · "
                "1 good sign · 1 red flag – in the bank already, skipped");
  g_assert_true (has_label (fixture->page, "18 of 20, 2 in the bank already"));
  select_line (fixture, 67);
  press ("3");
  wait_for_row (fixture->questions, "4. Compare a queue with a log of events. – Answer · "
                "1 good sign · 1 red flag – in the bank already, both are kept");
  press ("ctrl+z");
  wait_for_row (fixture->questions, "4. Compare a queue with a log of events. – Answer · "
                "1 good sign · 1 red flag – in the bank already, skipped");
  press ("shift+2");
  wait_for_row (fixture->questions, "4. Compare a queue with a log of events. – Answer · "
                "1 good sign · 1 red flag – in the bank already, updates it");
  press ("ctrl+z");
  press ("3");
  press ("ctrl+Return");
  ik_test_widgets_wait (is_over, fixture);

  pack = ik_bank_load_pack (fixture->base.library, fixture->pack_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 19);
}

static gboolean
has_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        {
          *(GtkWindow **) data = window;
          return TRUE;
        }
    }

  return FALSE;
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) packs = NULL;
  GtkWindow *dialog = NULL;

  g_test_summary ("Only what was worked on is asked for before it goes");

  open_document (fixture);
  press ("space");
  gtk_widget_activate_action (fixture->page, "import.discard", NULL);
  ik_test_widgets_wait (has_dialog, &dialog);
  g_assert_false (fixture->is_over);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (dialog);
  ik_test_widgets_settle ();
  g_assert_false (fixture->is_over);

  gtk_widget_activate_action (fixture->page, "import.undo", NULL);
  gtk_widget_activate_action (fixture->page, "import.discard", NULL);
  ik_test_widgets_wait (is_over, fixture);
  g_assert_null (fixture->pack_id);
  packs = ik_bank_list_packs (fixture->base.library, NULL, NULL);
  g_assert_cmpuint (packs->len, ==, 0);
}

#define ADD(path, func) \
  g_test_add ("/widgets/import-page/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("source", test_source);
  ADD ("steps", test_steps);
  ADD ("correct", test_correct);
  ADD ("all-alike", test_all_alike);
  ADD ("merge-and-split", test_merge_and_split);
  ADD ("merge-follow-ups", test_merge_follow_ups);
  ADD ("join-first", test_join_first);
  ADD ("level", test_level);
  ADD ("failure", test_failure);
  ADD ("edit", test_edit);
  ADD ("left-over", test_left_over);
  ADD ("add", test_add);
  ADD ("together", test_together);
  ADD ("twins", test_twins);
  ADD ("discard", test_discard);

  return g_test_run ();
}
