/* Several documents in one review, and ways out of it. */

#include <sqlite3.h>

#include "ik-bank.h"
#include "ik-files-bar.h"
#include "ik-test-import.h"

#define FIRST "# First\n\n### Which disk is best?\n\nNone.\n\n### Which disk is worst?\n\nThe full one.\n"
#define SECOND "# Second\n\n### What is a lock?\n\nA guard.\n\n### What is a log?\n\nA list.\n"
#define THIRD "# Third\n\n### What is a page?\n\nA block.\n\n### What is a block?\n\nA page.\n"

static gboolean
is_over (gpointer data)
{
  return ((IkTestImport *) data)->is_over;
}

static guint
count_packs (IkTestImport *fixture)
{
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (fixture->base.library, NULL, NULL);

  return packs->len;
}

static guint
count_questions (IkTestImport *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_bank_load_pack (fixture->base.library, fixture->pack_id, NULL, &error);

  g_assert_no_error (error);
  return ik_pack_count_questions (pack);
}

static void
open_three (IkTestImport *fixture)
{
  ik_test_import_open_text (fixture, "first.md", FIRST);
  ik_test_import_open_text (fixture, "second.md", SECOND);
  ik_test_import_open_text (fixture, "third.md", THIRD);
  ik_test_import_wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Accepted");
}

static GtkWindow *
wait_for_dialog (void)
{
  return GTK_WINDOW (ik_test_widgets_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_skip (IkTestImport  *fixture,
           gconstpointer  data)
{
  g_test_summary ("A file is skipped, and the others go on");

  open_three (fixture);
  ik_test_import_press ("k");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Answer – Accepted");
  g_assert_true (ik_test_import_has_label (fixture->page, "This file becomes a pack of its own"));
  ik_test_import_press ("ctrl+Return");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a page? – Answer – Accepted");
  ik_test_import_press ("k");
  ik_test_widgets_wait (is_over, fixture);
  g_assert_cmpuint (count_packs (fixture), ==, 1);
  g_assert_cmpuint (count_questions (fixture), ==, 2);
}

static void
test_next_in_view (IkTestImport  *fixture,
                   gconstpointer  data)
{
  g_test_summary ("The first question of a document is in view, whatever was shown before");

  ik_test_import_open_document (fixture);
  ik_test_import_open_text (fixture, "broken.pdf", "%PDF-1.6\n1 0 obj\n");
  ik_test_import_open_text (fixture, "next.txt",
                            "General Questions\n1. Storage\n"
                            "• How would you design a store for short addresses?\n"
                            "• Design a queue that grows, for ten times as many senders.\n"
                            "• How would you limit the rate? Tell about limits and their ends.\n"
                            "2. Network\n"
                            "• Explain how a name becomes an address.\n"
                            "• What is a window that is full, and when would you see one?\n");
  ik_test_import_press ("k");
  ik_test_import_wait_for_label (fixture->page, "Nothing Was Imported");
  ik_test_import_press ("Return");
  ik_test_import_wait_for_label (fixture->page, "5 questions in 2 sections");
  g_assert_true (ik_test_import_is_line_in_view (fixture));
}

static void
test_skip_changed (IkTestImport  *fixture,
                   gconstpointer  data)
{
  g_test_summary ("What was worked on is asked for before it is skipped");

  open_three (fixture);
  ik_test_import_press ("space");
  ik_test_import_press ("k");
  wait_for_dialog ();
  ik_test_widgets_answer_dialog ("cancel");
  ik_test_widgets_settle ();
  ik_test_import_wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Left out");
  ik_test_import_press ("k");
  wait_for_dialog ();
  ik_test_widgets_answer_dialog ("do");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Answer – Accepted");
}

static void
test_discard_all (IkTestImport  *fixture,
                  gconstpointer  data)
{
  g_test_summary ("All files are discarded at once, with those that wait for others");

  open_three (fixture);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ik_test_widgets_find (ik_test_widgets_find (fixture->page, IK_TYPE_FILES_BAR,
                                                                  NULL),
                                            GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  ik_test_import_press ("ctrl+Return");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Answer – Accepted");
  ik_test_import_press ("Escape");
  g_assert_true (ik_test_import_has_label (GTK_WIDGET (wait_for_dialog ()),
                                           "3 files are not in the library yet. The documents "
                                           "themselves stay as they are."));
  ik_test_widgets_answer_dialog ("do");
  ik_test_widgets_wait (is_over, fixture);
  g_assert_cmpuint (count_packs (fixture), ==, 0);
}

static void
test_failure_between (IkTestImport  *fixture,
                      gconstpointer  data)
{
  g_test_summary ("A file that can't be read is passed, in a pack of all files as well");

  ik_test_import_open_text (fixture, "first.md", FIRST);
  ik_test_import_open_text (fixture, "broken.pdf", "%PDF-1.6\n1 0 obj\n");
  ik_test_import_open_text (fixture, "third.md", THIRD);
  ik_test_import_wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Accepted");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ik_test_widgets_find (ik_test_widgets_find (fixture->page, IK_TYPE_FILES_BAR,
                                                                  NULL),
                                            GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  ik_test_import_press ("ctrl+Return");
  ik_test_import_wait_for_label (fixture->page, "Nothing Was Imported");
  ik_test_import_press ("Return");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a page? – Answer – Accepted");
  ik_test_import_press ("k");
  ik_test_widgets_wait (is_over, fixture);
  g_assert_cmpuint (count_questions (fixture), ==, 2);
}

/* Another program writes and doesn't end. */
static sqlite3 *
lock_library (IkTestImport *fixture)
{
  g_autofree char *path = g_build_filename (fixture->base.directory, "library.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

static void
test_store_failure (IkTestImport  *fixture,
                    gconstpointer  data)
{
  sqlite3 *db;

  g_test_summary ("What can't be stored now is still there to be added once more");

  ik_test_import_open_text (fixture, "first.md", FIRST);
  ik_test_import_wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Accepted");
  ik_test_import_press ("space");
  db = lock_library (fixture);
  ik_test_import_press ("ctrl+Return");
  while (!gtk_widget_is_sensitive (ik_test_import_find_button (fixture->page, "import.add")))
    g_main_context_iteration (NULL, TRUE);
  ik_test_import_wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Left out");
  g_assert_false (fixture->is_over);

  sqlite3_close (db);
  ik_test_import_press ("ctrl+Return");
  ik_test_widgets_wait (is_over, fixture);
  g_assert_cmpuint (count_questions (fixture), ==, 1);
}

/* The first file waits for the second one, which is skipped while nothing can be
 * stored. */
static sqlite3 *
fail_after_skip (IkTestImport *fixture)
{
  sqlite3 *db;

  ik_test_import_open_text (fixture, "first.md", FIRST);
  ik_test_import_open_text (fixture, "second.md", SECOND);
  ik_test_import_wait_for_row (fixture->questions, "1. Which disk is best? – Answer – Accepted");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ik_test_widgets_find (ik_test_widgets_find (fixture->page, IK_TYPE_FILES_BAR,
                                                                  NULL),
                                            GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  ik_test_import_press ("ctrl+Return");
  ik_test_import_wait_for_row (fixture->questions, "1. What is a lock? – Answer – Accepted");
  db = lock_library (fixture);
  ik_test_import_press ("k");

  return db;
}

static void
test_skip_store_failure (IkTestImport  *fixture,
                         gconstpointer  data)
{
  sqlite3 *db;

  g_test_summary ("What was kept before the last file was skipped is added once it can be");

  db = fail_after_skip (fixture);
  while (!ik_test_import_has_label (fixture->page, "Nothing Was Imported"))
    g_main_context_iteration (NULL, TRUE);
  ik_test_widgets_settle ();
  g_assert_true (ik_test_import_has_label (fixture->page, "Try Again"));
  ik_test_import_press ("Escape");
  wait_for_dialog ();
  ik_test_widgets_answer_dialog ("cancel");
  ik_test_widgets_settle ();
  g_assert_false (fixture->is_over);

  sqlite3_close (db);
  ik_test_import_press ("ctrl+Return");
  ik_test_widgets_wait (is_over, fixture);
  g_assert_cmpuint (count_packs (fixture), ==, 1);
  g_assert_cmpuint (count_questions (fixture), ==, 2);
}

static void
test_skip_cancel (IkTestImport  *fixture,
                  gconstpointer  data)
{
  sqlite3 *db;

  g_test_summary ("What was kept is not lost to a cancel of storing it, and can be discarded");

  db = fail_after_skip (fixture);
  gtk_widget_activate_action (fixture->page, "import.cancel", NULL);
  ik_test_import_wait_for_label (fixture->page, "Nothing Was Imported");
  sqlite3_close (db);

  /* A second key that comes late cancels nothing. */
  gtk_widget_activate_action (fixture->page, "import.cancel", NULL);
  g_assert_true (ik_test_import_has_label (fixture->page, "Nothing Was Imported"));
  gtk_widget_activate_action (fixture->page, "import.discard", NULL);
  ik_test_widgets_wait (is_over, fixture);
  g_assert_cmpuint (count_packs (fixture), ==, 0);
}

#define ADD(path, func) \
  g_test_add ("/widgets/import-files/" path, IkTestImport, NULL, ik_test_import_set_up, func, \
              ik_test_import_tear_down)

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("skip", test_skip);
  ADD ("next-in-view", test_next_in_view);
  ADD ("skip-changed", test_skip_changed);
  ADD ("discard-all", test_discard_all);
  ADD ("failure-between", test_failure_between);
  ADD ("store-failure", test_store_failure);
  ADD ("skip-store-failure", test_skip_store_failure);
  ADD ("skip-cancel", test_skip_cancel);

  return g_test_run ();
}
