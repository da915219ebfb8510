/* The review of a document before anything of it is stored. */

#include "ik-bank.h"
#include "ik-files-bar.h"
#include "ik-import-page-private.h"
#include "ik-import.h"
#include "ik-question-form.h"
#include "ik-test-import.h"
#include "ik-text-area.h"

#define FIRST "1. What happens between a write call and the moment the data is safe on a disk?"
#define SECOND "2. Explain how an index makes a search faster and what it costs."

/* How long it is looked whether something is drawn. */
#define FRAMES_WATCHED_US G_USEC_PER_SEC

static gboolean
is_over (gpointer data)
{
  return ((IkTestImport *) data)->is_over;
}

static void
test_source (IkTestImport  *fixture,
             gconstpointer  data)
{
  GtkListView *view;

  g_test_summary ("Each line says what it became; what is selected is the same on both sides");

  ik_test_import_open_document (fixture);
  g_assert_cmpuint (ik_source_list_get_line (fixture->source), ==, 12);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->questions), ==, 0);
  ik_test_import_wait_for_row (fixture->source, "Line 10, Section: ## Storage");
  ik_test_import_wait_for_row (fixture->source,
                               "Line 25, Red flag: - Believes that a closed file is a safe file");
  ik_test_import_wait_for_row (fixture->source, "Line 13: ");

  ik_test_import_select_line (fixture, 43);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->questions), ==, 1);
  ik_test_import_select_line (fixture, 336);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->left_over), ==, 0);

  view = ik_test_import_get_view (fixture->questions);
  gtk_selection_model_select_item (gtk_list_view_get_model (view), 4, TRUE);
  g_assert_cmpuint (ik_draft_list_get_entry (fixture->questions), ==, 3);
  g_assert_cmpuint (ik_source_list_get_line (fixture->source), ==, 67);
}

static gboolean
is_progress_seen (gpointer revealer)
{
  return gtk_revealer_get_child_revealed (revealer);
}

static gboolean
is_progress_gone (gpointer revealer)
{
  return !gtk_revealer_get_child_revealed (revealer);
}

static void
count_frame_cb (guint *n_frames)
{
  (*n_frames)++;
}

static gboolean
is_time_over (gpointer end_us)
{
  return g_get_monotonic_time () > *(gint64 *) end_us;
}

static void
test_slow_work (IkTestImport  *fixture,
                gconstpointer  data)
{
  IkImportPage *page = IK_IMPORT_PAGE (fixture->page);
  guint n_frames = 0;
  gint64 end_us;

  g_test_summary ("Nothing is drawn any more once work that took its time is done");

  ik_test_import_open_document (fixture);
  ik_import_page_begin_work (page, "Reading the document", 0);
  ik_test_widgets_wait (is_progress_seen, page->progress_revealer);
  ik_import_page_end_work (page);
  ik_test_widgets_wait (is_progress_gone, page->progress_revealer);

  g_signal_connect_swapped (gtk_widget_get_frame_clock (fixture->page), "update",
                            G_CALLBACK (count_frame_cb), &n_frames);
  end_us = g_get_monotonic_time () + FRAMES_WATCHED_US;
  ik_test_widgets_wait (is_time_over, &end_us);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (fixture->page), &n_frames);

  /* The blinking of a cursor may draw some of the 60 there would be. */
  g_assert_cmpuint (n_frames, <, 10);
}

static void
test_steps (IkTestImport  *fixture,
            gconstpointer  data)
{
  g_test_summary ("The steps of a solution are content too");

  ik_test_import_open_text (fixture, "threads.md", "# Threads\n\n### 1. Explain a thread.\n\n"
                            "**Solution Steps**:\n\n1. Define it\n2. Compare it\n\n"
                            "### 2. Explain a lock.\n\nIt locks.\n");
  ik_test_import_wait_for_row (fixture->questions,
                               "1. Explain a thread. – 2 solution steps – Accepted");
}

static void
test_correct (IkTestImport  *fixture,
              gconstpointer  data)
{
  g_test_summary ("Keys say what a line is; undo and redo take it back and do it again");

  ik_test_import_open_document (fixture);
  ik_test_import_select_line (fixture, 27);
  ik_test_import_press ("x");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 2 good signs · 1 red flag – Accepted");
  ik_test_import_select_line (fixture, 21);
  ik_test_import_press ("r");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 1 good sign · 2 red flags – Accepted");

  ik_test_import_press ("ctrl+z");
  ik_test_import_press ("ctrl+z");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 1 follow-up · 2 good signs · 1 red flag – "
                               "Accepted");
  ik_test_import_press ("ctrl+shift+z");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 2 good signs · 1 red flag – Accepted");
}

static void
test_all_alike (IkTestImport  *fixture,
                gconstpointer  data)
{
  g_test_summary ("With Shift a key is about all that look alike");

  ik_test_import_open_document (fixture);
  ik_test_import_select_line (fixture, 27);
  ik_test_import_press ("shift+x");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 2 good signs · 1 red flag – Accepted");
  ik_test_import_wait_for_row (fixture->questions,
                               "3. When would you keep the same fact in two places? – Answer · 1 "
                               "good sign · 1 red flag – Accepted");
}

static void
test_merge_and_split (IkTestImport  *fixture,
                      gconstpointer  data)
{
  g_test_summary ("A question becomes part of the one above, a line a question of its own");

  ik_test_import_open_document (fixture);
  ik_test_import_select_line (fixture, 29);
  ik_test_import_press ("m");
  ik_test_import_wait_for_row (fixture->questions,
                               "2. When would you keep the same fact in two places? – Answer · 2 "
                               "follow-ups · 1 good sign · 1 red flag – Accepted");
  ik_test_import_press ("ctrl+z");
  ik_test_import_wait_for_row (fixture->questions,
                               SECOND " – Answer · 1 good sign · 1 red flag – Accepted");

  ik_test_import_select_line (fixture, 35);
  ik_test_import_press ("q");
  ik_test_import_wait_for_row (fixture->questions,
                               "3. It costs – Answer · 1 good sign · 1 red flag – Accepted");
}

static void
open_bare_document (IkTestImport *fixture)
{
  ik_test_import_open_text (fixture, "bare.md", "# Storage\n\n- What is a lock?\n- What is a log?\n"
                            "- What is an index?\n- What is a page?\n");
  ik_test_import_wait_for_row (fixture->questions,
                               "2. What is a log? – Nothing but the question – Accepted");
}

static void
test_merge_follow_ups (IkTestImport  *fixture,
                       gconstpointer  data)
{
  g_test_summary ("Below a question with follow-ups and no answer, one more is a follow-up");

  open_bare_document (fixture);
  ik_test_import_select_line (fixture, 4);
  ik_test_import_press ("f");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – 1 follow-up – Accepted");
  ik_test_import_select_line (fixture, 5);
  ik_test_import_press ("m");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – 2 follow-ups – Accepted");
}

static void
test_join_first (IkTestImport  *fixture,
                 gconstpointer  data)
{
  GtkWidget *button = ik_test_import_find_button (fixture->page, "import.join");

  g_test_summary ("The first line has none above that it could be joined with");

  open_bare_document (fixture);
  g_assert_true (gtk_widget_is_sensitive (button));
  ik_test_import_select_line (fixture, 1);
  g_assert_false (gtk_widget_is_sensitive (button));
}

static void
test_level (IkTestImport  *fixture,
            gconstpointer  data)
{
  g_test_summary ("A level that is a number says that it is a level");

  ik_test_import_open_text (fixture, "levels.csv",
                            "question,answer,level\nWhat is a lock?,A guard,1\n"
                            "What is a log?,A list,2\nWhat is a page?,A block,1\n");
  ik_test_import_wait_for_row (fixture->questions,
                               "2. What is a log? – Level 2 · Answer – Accepted");
}

static gboolean
is_failure_shown (gpointer data)
{
  return ik_test_import_has_label (data, "Nothing Was Imported");
}

static void
test_failure (IkTestImport  *fixture,
              gconstpointer  data)
{
  g_test_summary ("Where nothing was read there is nothing to add");

  ik_test_import_open_text (fixture, "broken.pdf", "%PDF-1.6\n1 0 obj\n");
  ik_test_widgets_wait (is_failure_shown, fixture->page);
  g_assert_false (gtk_widget_get_mapped (ik_test_import_find_button (fixture->page, "import.add")));
}

static void
test_edit (IkTestImport  *fixture,
           gconstpointer  data)
{
  GtkWindow *dialog;
  GtkWidget *prompt;

  g_test_summary ("A question is edited in a window of its own, as one step");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("Return");
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
  ik_test_import_wait_for_row (fixture->questions,
                               "1. When is data safe? – Answer · 1 follow-up · 2 good signs · 1 "
                               "red flag – Accepted");

  ik_test_import_press ("ctrl+z");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 1 follow-up · 2 good signs · 1 red flag – "
                               "Accepted");
}

static void
test_left_over (IkTestImport  *fixture,
                gconstpointer  data)
{
  g_test_summary ("What was not taken is listed with its reason, and can be taken");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("t");
  ik_test_import_wait_for_row (fixture->left_over,
                               "Lines 334 to 336: closing remarks or a notice, no part of a "
                               "question – ## Conclusion  Thank the candidate, say when they will "
                               "hear from you, and rate each answer before you read your own "
                               "notes again.");
  g_assert_cmpuint (ik_source_list_get_line (fixture->source), ==, 334);
  ik_test_import_press ("q");
  ik_test_import_press ("t");
  ik_test_import_select_line (fixture, 334);
  ik_test_import_wait_for_row (fixture->questions, "21. Conclusion – Answer – Accepted");
}

static void
test_add (IkTestImport  *fixture,
          gconstpointer  data)
{
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GError) error = NULL;
  const IkSection *section;
  const IkQuestion *question;

  g_test_summary ("The bank gets what is accepted, as it was corrected");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("ctrl+shift+a");
  ik_test_import_wait_for_row (fixture->questions,
                               SECOND " – Answer · 1 good sign · 1 red flag – Left out");
  ik_test_import_press ("space");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 1 follow-up · 2 good signs · 1 red flag – "
                               "Accepted");
  ik_test_import_select_line (fixture, 27);
  ik_test_import_press ("g");
  ik_test_import_wait_for_row (fixture->questions,
                               FIRST " – Answer · 3 good signs · 1 red flag – Accepted");
  ik_test_import_press ("ctrl+Return");
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
test_together (IkTestImport  *fixture,
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
  ik_test_import_open_document (fixture);
  ik_import_page_add_file (IK_IMPORT_PAGE (fixture->page), file);
  together = ik_test_widgets_find (ik_test_widgets_find (fixture->page, IK_TYPE_FILES_BAR, NULL),
                                   GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (together), TRUE);
  ik_test_import_press ("ctrl+Return");
  ik_test_import_wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Accepted");
  ik_test_import_press ("ctrl+Return");
  ik_test_widgets_wait (is_over, fixture);

  pack = ik_bank_load_pack (fixture->base.library, fixture->pack_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 22);
  g_assert_cmpuint (pack->sections->len, ==, 6);
  g_assert_cmpstr (pack->title, ==, "Interview questions for people who keep systems running");
}

static void
store_twin (IkTestImport *fixture,
            const char   *prompt)
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
test_twins (IkTestImport  *fixture,
            gconstpointer  data)
{
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("What the bank has already is skipped, unless a person says otherwise");

  store_twin (fixture, "compare a queue with a log of events");
  store_twin (fixture, "Why do retries make an outage worse?");
  ik_test_import_open_document (fixture);
  ik_test_import_wait_for_row (fixture->questions,
                               "4. Compare a queue with a log of events. – Answer · 1 good sign · "
                               "1 red flag – in the bank already, skipped");
  g_assert_true (ik_test_import_has_label (fixture->page, "18 of 20, 2 in the bank already"));
  ik_test_import_select_line (fixture, 67);
  ik_test_import_press ("3");
  ik_test_import_wait_for_row (fixture->questions,
                               "4. Compare a queue with a log of events. – Answer · 1 good sign · "
                               "1 red flag – in the bank already, both are kept");
  ik_test_import_press ("ctrl+z");
  ik_test_import_wait_for_row (fixture->questions,
                               "4. Compare a queue with a log of events. – Answer · 1 good sign · "
                               "1 red flag – in the bank already, skipped");
  ik_test_import_press ("shift+2");
  ik_test_import_wait_for_row (fixture->questions,
                               "4. Compare a queue with a log of events. – Answer · 1 good sign · "
                               "1 red flag – in the bank already, updates it");
  ik_test_import_press ("ctrl+z");
  ik_test_import_press ("3");
  ik_test_import_press ("ctrl+Return");
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
test_discard (IkTestImport  *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) packs = NULL;
  GtkWindow *dialog = NULL;

  g_test_summary ("Only what was worked on is asked for before it goes");

  ik_test_import_open_document (fixture);
  ik_test_import_press ("space");
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
  g_test_add ("/widgets/import-page/" path, IkTestImport, NULL, ik_test_import_set_up, func, \
              ik_test_import_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("source", test_source);
  ADD ("slow-work", test_slow_work);
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
