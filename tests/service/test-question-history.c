/* What a question said before, as each way of changing it leaves it behind. */

#include "ik-bank.h"
#include "ik-bank-edit.h"
#include "ik-duplicates.h"
#include "ik-import.h"
#include "ik-question-history.h"
#include "ik-test-library.h"
#include "ik-text.h"

static IkQuestionHistory *
load (IkTestLibrary *test,
      const char    *id)
{
  g_autoptr(GError) error = NULL;
  IkQuestionHistory *history = ik_question_history_load (test->library, id, NULL, &error);

  g_assert_no_error (error);
  return history;
}

static const IkQuestionVersion *
get_version (const IkQuestionHistory *history,
             guint                    index)
{
  g_assert_cmpuint (index, <, history->versions->len);
  return history->versions->pdata[index];
}

static guint
count_versions (IkTestLibrary *test,
                const char    *id)
{
  g_autoptr(IkQuestionHistory) history = load (test, id);

  return history->versions->len;
}

static void
save (IkTestLibrary *test,
      const char    *id,
      const char    *prompt,
      const char    *red_flag)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestion) question = ik_bank_load_question (test->library, id, NULL, &error);

  g_assert_no_error (error);
  ik_text_set (&question->candidate.prompt, prompt);
  if (red_flag != NULL)
    g_ptr_array_add (question->interviewer.red_flags, g_strdup (red_flag));
  ik_bank_save_question (test->library, question, NULL, &error);
  g_assert_no_error (error);
}

static char *
dup_prompt (IkTestLibrary *test,
            const char    *id)
{
  g_autoptr(IkQuestion) question = ik_bank_load_question (test->library, id, NULL, NULL);

  return g_strdup (question->candidate.prompt);
}

/* Makes what is there as old as if half a day had gone by. */
static void
let_time_pass (IkTestLibrary *test)
{
  ik_test_library_run_sql (test, "UPDATE question_version SET changed_at = changed_at - 43200000000");
}

static void
test_sittings (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(IkQuestionHistory) history = NULL;
  g_autofree char *first = dup_prompt (test, TEST_CACHE_ID);

  g_test_summary ("The saves of one sitting leave one version, those of two leave two");

  save (test, TEST_CACHE_ID, "What is", NULL);
  save (test, TEST_CACHE_ID, "What is a queue?", "Guesses");
  g_assert_cmpuint (count_versions (test, TEST_CACHE_ID), ==, 1);

  let_time_pass (test);
  save (test, TEST_CACHE_ID, "What is a stack?", NULL);

  history = load (test, TEST_CACHE_ID);
  g_assert_cmpuint (history->versions->len, ==, 2);
  g_assert_cmpstr (get_version (history, 0)->text->candidate.prompt, ==, "What is a queue?");
  g_assert_cmpuint (get_version (history, 0)->changed, ==, 1 << IK_QUESTION_FIELD_PROMPT);
  g_assert_cmpstr (get_version (history, 1)->text->candidate.prompt, ==, first);
  g_assert_cmpuint (get_version (history, 1)->changed, ==,
                    1 << IK_QUESTION_FIELD_PROMPT | 1 << IK_QUESTION_FIELD_RED_FLAGS);
  g_assert_cmpint (get_version (history, 1)->change, ==, IK_QUESTION_CHANGE_EDIT);
}

static void
test_same_again (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autofree char *first = dup_prompt (test, TEST_CACHE_ID);

  g_test_summary ("What is typed and taken back leaves no version, and nor does a new level");

  save (test, TEST_CACHE_ID, "What is", NULL);
  save (test, TEST_CACHE_ID, first, NULL);
  g_assert_cmpuint (count_versions (test, TEST_CACHE_ID), ==, 0);

  {
    g_autoptr(IkQuestion) question = ik_bank_load_question (test->library, TEST_CACHE_ID, NULL, NULL);

    ik_text_set (&question->level, "principal");
    g_assert_true (ik_bank_save_question (test->library, question, NULL, NULL));
  }
  g_assert_cmpuint (count_versions (test, TEST_CACHE_ID), ==, 0);
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *before = NULL;

  g_test_summary ("Undo takes a version back with the change");

  save (test, TEST_CACHE_ID, "What is a queue?", NULL);
  before = ik_test_library_dump (test);
  let_time_pass (test);
  g_clear_pointer (&before, g_free);
  before = ik_test_library_dump (test);

  save (test, TEST_CACHE_ID, "What is a stack?", NULL);
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_restore (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionHistory) history = NULL;
  g_autoptr(IkQuestion) first = ik_bank_load_question (test->library, TEST_CACHE_ID, NULL, NULL);
  g_autoptr(IkQuestion) restored = NULL;
  g_autofree char *before = NULL;

  g_test_summary ("An earlier version comes back whole, as one step, and leaves one itself");

  save (test, TEST_CACHE_ID, "What is a queue?", "Guesses");
  before = ik_test_library_dump (test);
  history = load (test, TEST_CACHE_ID);
  ik_question_history_restore (test->library, TEST_CACHE_ID, get_version (history, 0)->id, NULL,
                               &error);
  g_assert_no_error (error);

  restored = ik_bank_load_question (test->library, TEST_CACHE_ID, NULL, NULL);
  g_assert_cmpuint (ik_question_find_changed_fields (first, restored), ==, 0);
  g_assert_cmpuint (restored->tags->len, ==, first->tags->len);
  g_clear_pointer (&history, ik_question_history_free);
  history = load (test, TEST_CACHE_ID);
  g_assert_cmpuint (history->versions->len, ==, 2);
  g_assert_cmpint (get_version (history, 0)->change, ==, IK_QUESTION_CHANGE_RESTORE);
  g_assert_cmpstr (get_version (history, 0)->text->candidate.prompt, ==, "What is a queue?");

  ik_test_library_assert_undoes_to (test, before);
}

static void
test_restore_unknown (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_test_summary ("A version that is gone is not found, and nothing changes");

  g_assert_false (ik_question_history_restore (test->library, TEST_CACHE_ID, TEST_DISPUTE_ID, NULL,
                                               &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_versions (test, TEST_CACHE_ID), ==, 0);
}

static void
test_bound (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(IkQuestionHistory) history = NULL;

  g_test_summary ("Of many sittings the latest thirty versions stay");

  for (guint i = 0; i < 35; i++)
    {
      g_autofree char *prompt = g_strdup_printf ("Try %u", i);

      save (test, TEST_CACHE_ID, prompt, NULL);
      let_time_pass (test);
    }

  history = load (test, TEST_CACHE_ID);
  g_assert_cmpuint (history->versions->len, ==, 30);
  g_assert_cmpstr (get_version (history, 0)->text->candidate.prompt, ==, "Try 33");
  g_assert_cmpstr (get_version (history, 29)->text->candidate.prompt, ==, "Try 4");
}

static void
test_import (IkTestLibrary *test,
             gconstpointer  data)
{
  static const IkImportOptions update = { .policy = IK_DUPLICATE_UPDATE };
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_bank_load_pack (test->library, TEST_PACK_ID, NULL, NULL);
  g_autoptr(IkQuestionHistory) history = NULL;
  g_autofree char *first = dup_prompt (test, TEST_CACHE_ID);
  g_autofree char *id = NULL;

  g_test_summary ("An import that updates keeps what was there, of what it changes only");

  for (guint i = 0; i < pack->sections->len; i++)
    {
      GPtrArray *questions = ((IkSection *) pack->sections->pdata[i])->questions;

      for (guint j = 0; j < questions->len; j++)
        {
          IkQuestion *question = questions->pdata[j];

          if (g_str_equal (question->id, TEST_CACHE_ID))
            ik_text_set (&question->candidate.prompt, "What is a queue?");
        }
    }
  id = ik_import_store (test->library, pack, &update, NULL, &error);
  g_assert_no_error (error);

  history = load (test, TEST_CACHE_ID);
  g_assert_cmpuint (history->versions->len, ==, 1);
  g_assert_cmpint (get_version (history, 0)->change, ==, IK_QUESTION_CHANGE_IMPORT);
  g_assert_cmpstr (get_version (history, 0)->text->candidate.prompt, ==, first);
  g_assert_cmpuint (count_versions (test, TEST_DISPUTE_ID), ==, 0);
}

static void
test_merge (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionHistory) history = NULL;
  g_autofree char *first = dup_prompt (test, TEST_DISPUTE_ID);
  g_autofree char *before = NULL;

  g_test_summary ("A question that is merged leaves its history and its last words to the other");

  save (test, TEST_CACHE_ID, "What is a queue?", NULL);
  let_time_pass (test);
  save (test, TEST_DISPUTE_ID, "When did you argue?", NULL);
  before = ik_test_library_dump (test);
  ik_duplicates_merge (test->library, TEST_CACHE_ID, TEST_DISPUTE_ID, FALSE, NULL, &error);
  g_assert_no_error (error);

  history = load (test, TEST_CACHE_ID);
  g_assert_cmpuint (history->versions->len, >=, 3);
  for (guint i = 0; i < history->versions->len; i++)
    {
      const IkQuestionVersion *version = get_version (history, i);

      if (!g_str_equal (version->origin_id, TEST_DISPUTE_ID))
        continue;

      if (version->change == IK_QUESTION_CHANGE_MERGE)
        {
          g_assert_cmpstr (version->text->candidate.prompt, ==, "When did you argue?");
          g_assert_cmpuint (version->changed, ==, 0);
        }
      else
        {
          g_assert_cmpstr (version->text->candidate.prompt, ==, first);
          g_assert_cmpuint (version->changed, ==, 1 << IK_QUESTION_FIELD_PROMPT);
        }
    }

  ik_test_library_assert_undoes_to (test, before);
}

static void
test_bulk (IkTestLibrary *test,
           gconstpointer  data)
{
  static const IkQuestionEdit edit = { .kind = IK_QUESTION_EDIT_ADD_TAG, .text = "緩存" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rows = NULL;

  g_test_summary ("Changes of tags and the like leave no version");

  rows = ik_bank_find_questions (test->library, &(IkQuestionFilter) { 0 }, NULL, &error);
  g_assert_no_error (error);
  ik_bank_edit_questions (test->library, &edit, rows, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_versions (test, TEST_CACHE_ID), ==, 0);
}

static void
test_askings (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autoptr(IkQuestionHistory) history = NULL;
  const IkQuestionAsking *asking;

  g_test_summary ("When a question was asked and of whom is known, also after a merge");

  ik_test_library_run_sql
    (test, "INSERT INTO interviewer (id, name) VALUES ('bea', 'Bea');"
    "INSERT INTO candidate (id, name, created_at) VALUES ('ada', 'Ada', 1);"
    "INSERT INTO interview (id, candidate_id, interviewer_id, set_title, state, started_at, created_at)"
    " VALUES ('one', 'ada', 'bea', '', 'handed_in', 77, 1), ('two', 'ada', 'bea', '', 'live', 78, 1);"
    "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, prompt, outcome)"
    " VALUES ('a', 'one', '" TEST_DISPUTE_ID "', 0, 5, 'Wording', 'partly'),"
    " ('b', 'two', '" TEST_DISPUTE_ID "', 0, 5, 'Wording', 'not_asked')");
  ik_duplicates_merge (test->library, TEST_CACHE_ID, TEST_DISPUTE_ID, FALSE, NULL, NULL);

  history = load (test, TEST_CACHE_ID);
  g_assert_cmpuint (history->askings->len, ==, 1);
  asking = history->askings->pdata[0];
  g_assert_cmpstr (asking->candidate, ==, "Ada");
  g_assert_cmpstr (asking->interviewer, ==, "Bea");
  g_assert_false (asking->is_own);
  g_assert_cmpint (asking->at_us, ==, 77);
}

static void
set_up (IkTestLibrary *test,
        gconstpointer  data)
{
  ik_test_library_set_up (test, data);
  ik_test_library_fill (test);
}

static void
add (const char *path,
     void      (*func)(IkTestLibrary *, gconstpointer))
{
  g_test_add (path, IkTestLibrary, NULL, set_up, func, ik_test_library_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/service/question-history/sittings", test_sittings);
  add ("/service/question-history/same-again", test_same_again);
  add ("/service/question-history/undo", test_undo);
  add ("/service/question-history/restore", test_restore);
  add ("/service/question-history/restore-unknown", test_restore_unknown);
  add ("/service/question-history/bound", test_bound);
  add ("/service/question-history/import", test_import);
  add ("/service/question-history/merge", test_merge);
  add ("/service/question-history/bulk", test_bulk);
  add ("/service/question-history/askings", test_askings);

  return g_test_run ();
}
