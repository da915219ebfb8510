#include "ik-bank.h"
#include "ik-import-twins.h"
#include "ik-import.h"
#include "ik-test-library.h"
#include "ik-text.h"

/* The library of these tests holds a pack of four questions; a document brings
 * three of them again, and a new one. */

static const char *const stored_prompts[] = {
  "What is a cache?", "Why do queues grow?", "Où est l’été ?", "…?!",
};

static const char *const document_prompts[] = {
  "what is  a CACHE", "Why do queues grow", "OÙ EST L'ÉTÉ", "!!", "Something else?",
};

static IkPack *
make_pack (const char        *title,
           const char *const *prompts,
           guint              n_prompts)
{
  IkPack *pack = ik_pack_new (title);
  IkSection *section = ik_section_new ("Basics");

  for (guint i = 0; i < n_prompts; i++)
    {
      IkQuestion *question = ik_question_new (prompts[i]);

      ik_text_set (&question->interviewer.reference_answer, title);
      g_ptr_array_add (section->questions, question);
    }

  g_ptr_array_add (pack->sections, section);
  return pack;
}

static IkQuestion *
get_question (const IkPack *pack,
              guint         index)
{
  return ((IkSection *) pack->sections->pdata[0])->questions->pdata[index];
}

static char *
store (IkTestLibrary     *test,
       const IkPack      *pack,
       IkDuplicatePolicy  policy,
       GHashTable        *decisions)
{
  const IkImportOptions options = { .policy = policy, .decisions = decisions };
  g_autoptr(GError) error = NULL;
  char *id = ik_import_store (test->library, pack, &options, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static IkPack *
load_pack (IkTestLibrary *test,
           const char    *id)
{
  g_autoptr(GError) error = NULL;
  IkPack *pack = ik_bank_load_pack (test->library, id, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

static GPtrArray *
find_twins (IkTestLibrary *test,
            const IkPack  *draft)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *twins = ik_import_find_twins (test->library, draft, NULL, &error);

  g_assert_no_error (error);
  return twins;
}

static void
decide (GHashTable        *decisions,
        const IkPack      *pack,
        guint              index,
        IkDuplicatePolicy  policy)
{
  g_hash_table_insert (decisions, get_question (pack, index)->id, GUINT_TO_POINTER (policy));
}

static void
assert_answer (IkTestLibrary *test,
               const char    *id,
               const char    *answer)
{
  g_autoptr(IkQuestion) question = ik_bank_load_question (test->library, id, NULL, NULL);

  g_assert_nonnull (question);
  g_assert_cmpstr (question->interviewer.reference_answer, ==, answer);
}

static void
test_find (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_prompts, G_N_ELEMENTS (stored_prompts));
  g_autoptr(IkPack) draft = make_pack ("Draft", document_prompts, G_N_ELEMENTS (document_prompts));
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GPtrArray) twins = find_twins (test, draft);

  g_assert_cmpuint (twins->len, ==, 3);
  for (guint i = 0; i < twins->len; i++)
    {
      const IkTwin *twin = twins->pdata[i];

      g_assert_cmpstr (twin->question_id, ==, get_question (draft, i)->id);
      g_assert_cmpstr (twin->twin_id, ==, get_question (stored, i)->id);
      g_assert_cmpstr (twin->twin_prompt, ==, stored_prompts[i]);
      g_assert_cmpstr (twin->twin_pack_id, ==, id);
      g_assert_cmpstr (twin->twin_pack_title, ==, "Stored");
      g_assert_cmpstr (twin->twin_section, ==, "Basics");
    }
}

static void
test_signs_count (IkTestLibrary *test,
                  gconstpointer  data)
{
  static const char *const stored_ones[] = { "What is C?", "What does == do?", "Why R&D?" };
  static const char *const other_ones[] = {
    "What is C++?", "What is C#?", "What does === do?", "What is **C**?", "Why R & D?", "What is C\\#?",
  };
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_ones, G_N_ELEMENTS (stored_ones));
  g_autoptr(IkPack) draft = make_pack ("Draft", other_ones, G_N_ELEMENTS (other_ones));
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GPtrArray) twins = find_twins (test, draft);

  g_test_summary ("What is asked of a language is not asked of another one");

  g_assert_nonnull (id);
  g_assert_cmpuint (twins->len, ==, 2);
  g_assert_cmpstr (((IkTwin *) twins->pdata[0])->question_id, ==, get_question (draft, 3)->id);
  g_assert_cmpstr (((IkTwin *) twins->pdata[1])->question_id, ==, get_question (draft, 4)->id);
}

static void
test_details_count (IkTestLibrary *test,
                    gconstpointer  data)
{
  static const char *const prompts[] = {
    "What is the output?", "What is the output?", "What is the output?", "What is the output?",
  };
  static const char *const details[] = { "print(1)", "print(2)", "Print( 1 )", "" };
  g_autoptr(IkPack) stored = make_pack ("Stored", prompts, 1);
  g_autoptr(IkPack) bare = make_pack ("Bare", prompts, 1);
  g_autoptr(IkPack) draft = make_pack ("Draft", prompts, G_N_ELEMENTS (prompts));
  g_autofree char *id = NULL;
  g_autofree char *bare_id = NULL;
  g_autoptr(GPtrArray) twins = NULL;
  g_autoptr(GPtrArray) all = NULL;

  g_test_summary ("One prompt with two programs is two questions");

  ik_text_set (&get_question (stored, 0)->candidate.details, details[0]);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    ik_text_set (&get_question (draft, i)->candidate.details, details[i]);

  id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  twins = find_twins (test, draft);
  g_assert_cmpuint (twins->len, ==, 3);
  for (guint i = 0; i < twins->len; i++)
    g_assert_cmpstr (((IkTwin *) twins->pdata[i])->question_id, ==,
                     get_question (draft, i == 0 ? 0 : i + 1)->id);

  /* One without details may be any of them. */
  bare_id = store (test, bare, IK_DUPLICATE_KEEP, NULL);
  all = find_twins (test, draft);
  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpstr (((IkTwin *) all->pdata[i])->twin_pack_id, ==, i == 1 ? bare_id : id);
}

/* The id says more than the wording. */
static void
test_find_by_id (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_prompts, 2);
  g_autoptr(IkPack) draft = make_pack ("Draft", document_prompts, 1);
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GPtrArray) twins = NULL;

  g_assert_nonnull (id);
  ik_text_set (&get_question (draft, 0)->id, get_question (stored, 1)->id);
  twins = find_twins (test, draft);
  g_assert_cmpuint (twins->len, ==, 1);
  g_assert_cmpstr (((IkTwin *) twins->pdata[0])->twin_prompt, ==, stored_prompts[1]);
}

/* Two of one document that are worded alike have the same twin, the oldest. */
static void
test_find_first (IkTestLibrary *test,
                 gconstpointer  data)
{
  static const char *const alike[] = { "What is a cache", "What is a cache?" };
  g_autoptr(IkPack) first = make_pack ("Zero", stored_prompts, 1);
  g_autoptr(IkPack) second = make_pack ("And", stored_prompts, 1);
  g_autoptr(IkPack) draft = make_pack ("Draft", alike, G_N_ELEMENTS (alike));
  g_autofree char *first_id = store (test, first, IK_DUPLICATE_KEEP, NULL);
  g_autofree char *second_id = store (test, second, IK_DUPLICATE_KEEP, NULL);
  g_autoptr(GPtrArray) twins = find_twins (test, draft);

  g_assert_cmpstr (first_id, !=, second_id);
  g_assert_cmpuint (twins->len, ==, 2);
  g_assert_cmpstr (((IkTwin *) twins->pdata[0])->twin_pack_title, ==, "Zero");
  g_assert_cmpstr (((IkTwin *) twins->pdata[1])->twin_pack_title, ==, "Zero");
}

static void
test_find_none_in_removed_packs (IkTestLibrary *test,
                                 gconstpointer  data)
{
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_prompts, 2);
  g_autoptr(IkPack) draft = make_pack ("Draft", document_prompts, 2);
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GPtrArray) twins = NULL;

  g_assert_true (ik_bank_remove_pack (test->library, id, NULL, NULL));
  twins = find_twins (test, draft);
  g_assert_cmpuint (twins->len, ==, 0);
}

static void
test_decisions (IkTestLibrary *test,
                gconstpointer  data)
{
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_prompts, 3);
  g_autoptr(IkPack) draft = make_pack ("Draft", document_prompts, G_N_ELEMENTS (document_prompts));
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GHashTable) decisions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *draft_id = NULL;
  g_autoptr(IkPack) added = NULL;

  g_assert_nonnull (id);
  decide (decisions, draft, 0, IK_DUPLICATE_SKIP);
  decide (decisions, draft, 1, IK_DUPLICATE_UPDATE);
  decide (decisions, draft, 2, IK_DUPLICATE_KEEP);
  decide (decisions, draft, 4, IK_DUPLICATE_SKIP); /* has no twin: it is new all the same */
  draft_id = store (test, draft, IK_DUPLICATE_DEFAULT, decisions);

  added = load_pack (test, draft_id);
  g_assert_cmpuint (ik_pack_count_questions (added), ==, 3);
  g_assert_cmpstr (get_question (added, 0)->candidate.prompt, ==, document_prompts[2]);
  g_assert_cmpstr (get_question (added, 1)->candidate.prompt, ==, document_prompts[3]);
  g_assert_cmpstr (get_question (added, 2)->candidate.prompt, ==, document_prompts[4]);
  assert_answer (test, get_question (stored, 0)->id, "Stored");
  assert_answer (test, get_question (stored, 1)->id, "Draft");
  assert_answer (test, get_question (stored, 2)->id, "Stored");
}

/* The policy holds for what nobody decided about. */
static void
test_decisions_over_policy (IkTestLibrary *test,
                            gconstpointer  data)
{
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_prompts, 3);
  g_autoptr(IkPack) draft = make_pack ("Draft", document_prompts, 3);
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GHashTable) decisions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *draft_id = NULL;
  g_autoptr(IkPack) added = NULL;

  g_assert_nonnull (id);
  decide (decisions, draft, 1, IK_DUPLICATE_KEEP);
  draft_id = store (test, draft, IK_DUPLICATE_SKIP, decisions);
  added = load_pack (test, draft_id);
  g_assert_cmpuint (ik_pack_count_questions (added), ==, 1);
  g_assert_cmpstr (get_question (added, 0)->candidate.prompt, ==, document_prompts[1]);
}

/* A newer state of a pack: one question stays as it was, one is kept beside
 * its newer wording, one follows the file. */
static void
test_decisions_on_known_pack (IkTestLibrary *test,
                              gconstpointer  data)
{
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_prompts, 3);
  g_autoptr(IkPack) newer = NULL;
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GHashTable) decisions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *before = ik_test_library_dump (test);
  g_autofree char *again = NULL;
  g_autoptr(IkPack) after = NULL;

  newer = ik_pack_copy (stored);
  for (guint i = 0; i < 3; i++)
    ik_text_set (&get_question (newer, i)->interviewer.reference_answer, "Newer");
  decide (decisions, newer, 0, IK_DUPLICATE_SKIP);
  decide (decisions, newer, 1, IK_DUPLICATE_KEEP);
  again = store (test, newer, IK_DUPLICATE_DEFAULT, decisions);
  g_assert_cmpstr (again, ==, id);

  after = load_pack (test, id);
  g_assert_cmpuint (ik_pack_count_questions (after), ==, 4);
  assert_answer (test, get_question (stored, 0)->id, "Stored");
  assert_answer (test, get_question (stored, 1)->id, "Stored");
  assert_answer (test, get_question (stored, 2)->id, "Newer");
  ik_test_library_assert_undoes_to (test, before);
}

/* What another pack has is brought up to date there. */
static void
test_update_twin_of_known_pack (IkTestLibrary *test,
                                gconstpointer  data)
{
  g_autoptr(IkPack) stored = make_pack ("Stored", stored_prompts, 1);
  g_autoptr(IkPack) other = make_pack ("Other", &stored_prompts[1], 1);
  g_autofree char *id = store (test, stored, IK_DUPLICATE_DEFAULT, NULL);
  g_autofree char *other_id = store (test, other, IK_DUPLICATE_DEFAULT, NULL);
  g_autoptr(GHashTable) decisions = g_hash_table_new (g_str_hash, g_str_equal);
  IkQuestion *question = ik_question_new ("WHAT IS A CACHE");
  g_autofree char *again = NULL;
  g_autoptr(IkPack) after = NULL;

  ik_text_set (&question->interviewer.reference_answer, "Newer");
  g_ptr_array_add (((IkSection *) other->sections->pdata[0])->questions, question);
  decide (decisions, other, 1, IK_DUPLICATE_UPDATE);
  again = store (test, other, IK_DUPLICATE_DEFAULT, decisions);
  g_assert_nonnull (id);
  g_assert_cmpstr (again, ==, other_id);

  after = load_pack (test, other_id);
  g_assert_cmpuint (ik_pack_count_questions (after), ==, 1);
  assert_answer (test, get_question (stored, 0)->id, "Newer");
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/service/import-twins/find", test_find);
  ADD ("/service/import-twins/find-by-id", test_find_by_id);
  ADD ("/service/import-twins/signs-count", test_signs_count);
  ADD ("/service/import-twins/details-count", test_details_count);
  ADD ("/service/import-twins/find-first", test_find_first);
  ADD ("/service/import-twins/find-none-in-removed-packs", test_find_none_in_removed_packs);
  ADD ("/service/import-twins/decisions", test_decisions);
  ADD ("/service/import-twins/decisions-over-policy", test_decisions_over_policy);
  ADD ("/service/import-twins/decisions-on-known-pack", test_decisions_on_known_pack);
  ADD ("/service/import-twins/update-twin-of-known-pack", test_update_twin_of_known_pack);

  return g_test_run ();
}
