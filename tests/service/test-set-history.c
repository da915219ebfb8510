/* What a question set was before, as editing and restoring leave it behind. */

#include "ik-bank.h"
#include "ik-set-history.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-text.h"

static IkSetHistory *
load (IkTestLibrary *test,
      const char    *id)
{
  g_autoptr(GError) error = NULL;
  IkSetHistory *history = ik_set_history_load (test->library, id, NULL, &error);

  g_assert_no_error (error);
  return history;
}

static guint
count_versions (IkTestLibrary *test,
                const char    *id)
{
  g_autoptr(IkSetHistory) history = load (test, id);

  return history->versions->len;
}

static char *
add_set (IkTestLibrary *test)
{
  static const char *const packs[] = { TEST_PACK_ID, NULL };
  IkSetRequest request = { .title = "Screening", .pack_ids = packs, .slot_minutes = 40 };
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionSet) set = NULL;

  ik_test_library_fill (test);
  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (set->id);
}

/* Takes the first question out, and says more about what is left. */
static void
change (IkTestLibrary *test,
        const char    *id,
        const char    *title,
        gboolean       drop)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionSet) set = ik_sets_load (test->library, id, NULL, &error);

  g_assert_no_error (error);
  ik_text_set (&set->title, title);
  if (drop)
    g_ptr_array_remove_index (set->items, 0);
  g_assert_true (ik_sets_save (test->library, set, "Change", NULL, &error));
  g_assert_no_error (error);
}

static void
end_sitting (IkTestLibrary *test)
{
  ik_test_library_run_sql (test, "UPDATE set_version SET changed_at = changed_at - 43200000000");
}

static void
test_sittings (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autofree char *id = add_set (test);
  g_autoptr(IkSetHistory) history = NULL;
  const IkSetVersion *version;

  g_assert_cmpuint (count_versions (test, id), ==, 0);
  change (test, id, "Screening", FALSE);
  g_assert_cmpuint (count_versions (test, id), ==, 0);

  change (test, id, "First", FALSE);
  change (test, id, "Second", TRUE);
  g_assert_cmpuint (count_versions (test, id), ==, 1);
  end_sitting (test);
  change (test, id, "Third", FALSE);

  history = load (test, id);
  g_assert_cmpuint (history->versions->len, ==, 2);
  version = history->versions->pdata[0];
  g_assert_cmpstr (version->set->title, ==, "Second");
  g_assert_cmpuint (version->set->items->len, ==, history->now->items->len);
  version = history->versions->pdata[1];
  g_assert_cmpstr (version->set->title, ==, "Screening");
  g_assert_cmpuint (version->set->items->len, ==, history->now->items->len + 1);
}

/* As many questions as somebody puts in at once. */
static void
change_questions (IkTestLibrary *test,
                  const char    *id,
                  guint          n_questions)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionSet) set = ik_sets_load (test->library, id, NULL, &error);
  g_autoptr(GPtrArray) questions = ik_bank_list_questions (test->library, NULL, NULL, NULL);

  g_assert_no_error (error);
  g_ptr_array_set_size (set->items, 0);
  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new ("");

      g_free (question->id);
      question->id = g_strdup (((IkQuestionSummary *) questions->pdata[0])->id);
      g_ptr_array_add (set->items, ik_set_item_new (question));
    }
  g_assert_true (ik_sets_save (test->library, set, "Change", NULL, &error));
  g_assert_no_error (error);
}

static void
test_large_change (IkTestLibrary *test,
                   gconstpointer  data)
{
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("Screening");
  g_autoptr(IkSetHistory) history = NULL;

  g_test_summary ("What was there before many questions came or went at once is kept, and nothing "
                  "where there was nothing yet");

  ik_test_library_fill (test);
  g_assert_true (ik_sets_save (test->library, set, "New", NULL, NULL));
  for (guint n = 1; n <= 3; n++)
    change_questions (test, set->id, n);
  g_assert_cmpuint (count_versions (test, set->id), ==, 0);

  change_questions (test, set->id, 10);
  change_questions (test, set->id, 9);
  change_questions (test, set->id, 5);
  history = load (test, set->id);
  g_assert_cmpuint (history->versions->len, ==, 2);
  g_assert_cmpuint (((IkSetVersion *) history->versions->pdata[0])->set->items->len, ==, 9);
  g_assert_cmpuint (((IkSetVersion *) history->versions->pdata[1])->set->items->len, ==, 3);
}

/* Typed and taken back in one sitting: nothing happened. */
static void
test_back_to_before (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autofree char *id = add_set (test);

  change (test, id, "First", FALSE);
  change (test, id, "Screening", FALSE);
  g_assert_cmpuint (count_versions (test, id), ==, 0);
}

static void
assert_same_items (const IkQuestionSet *one,
                   const IkQuestionSet *other)
{
  g_autofree char *outline = ik_question_set_dup_outline (one);
  g_autofree char *other_outline = ik_question_set_dup_outline (other);

  g_assert_cmpstr (outline, ==, other_outline);
  g_assert_cmpuint (one->items->len, ==, other->items->len);
  for (guint i = 0; i < one->items->len; i++)
    g_assert_cmpstr (((IkSetItem *) one->items->pdata[i])->id, ==,
                     ((IkSetItem *) other->items->pdata[i])->id);
}

static void
test_restore (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autofree char *id = add_set (test);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionSet) first = ik_sets_load (test->library, id, NULL, &error);
  g_autoptr(IkSetHistory) history = NULL;
  g_autoptr(IkSetHistory) restored = NULL;
  g_autofree char *before = NULL;

  change (test, id, "Changed", TRUE);
  history = load (test, id);
  before = ik_test_library_dump (test);
  g_ptr_array_set_size (test->changesets, 0);
  g_assert_true (ik_set_history_restore (test->library, id,
                                         ((IkSetVersion *) history->versions->pdata[0])->id, NULL,
                                         &error));
  g_assert_no_error (error);

  /* What it was until now is kept, though the sitting goes on. */
  restored = load (test, id);
  g_assert_cmpstr (restored->now->title, ==, "Screening");
  assert_same_items (restored->now, first);
  g_assert_cmpuint (restored->versions->len, ==, 2);
  g_assert_cmpstr (((IkSetVersion *) restored->versions->pdata[0])->set->title, ==, "Changed");
  ik_test_library_assert_undoes_to (test, before);

  g_assert_false (ik_set_history_restore (test->library, id, "no-such-version", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

/* A question that is deleted since does not come back; its prompt is told. */
static void
test_gone (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *id = add_set (test);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionSet) first = ik_sets_load (test->library, id, NULL, &error);
  const IkSetItem *item = first->items->pdata[0];
  g_autofree char *sql = g_strdup_printf ("DELETE FROM question WHERE id = '%s'",
                                          item->question_id);
  g_autoptr(IkSetHistory) history = NULL;
  const IkSetVersion *version;

  change (test, id, "Changed", TRUE);
  ik_test_library_run_sql (test, sql);
  history = load (test, id);
  version = history->versions->pdata[0];
  g_assert_cmpuint (version->gone->len, ==, 1);
  g_assert_cmpstr (version->gone->pdata[0], ==, item->prompt);
  g_assert_true (ik_set_history_restore (test->library, id, version->id, NULL, &error));
  g_assert_no_error (error);
  g_ptr_array_remove_index (first->items, 0);
  g_clear_pointer (&history, ik_set_history_free);
  history = load (test, id);
  assert_same_items (history->now, first);
}

static void
test_limit (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autofree char *id = add_set (test);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      change (test, id, title, FALSE);
      end_sitting (test);
    }
  g_assert_cmpuint (count_versions (test, id), ==, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/service/set-history/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)
  ADD ("sittings", test_sittings);
  ADD ("large-change", test_large_change);
  ADD ("back-to-before", test_back_to_before);
  ADD ("restore", test_restore);
  ADD ("gone", test_gone);
  ADD ("limit", test_limit);
#undef ADD

  return g_test_run ();
}
