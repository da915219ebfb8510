#include "ik-bank.h"
#include "ik-duplicates.h"
#include "ik-import.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-text.h"

/* A bank of two packs: the second one asks two questions of the first again, one
 * of them twice. */

static const char *const first_prompts[] = { "What is a cache?", "How does TCP work?", "Why do queues grow?" };
static const char *const second_prompts[] = {
  "1. What is the cache", "How does UDP work?", "Why does a queue grow?", "So why do queues grow?",
};

static const IkImportOptions keep = { .policy = IK_DUPLICATE_KEEP };

static IkPack *
store_pack (IkTestLibrary     *test,
            const char        *title,
            const char *const *prompts,
            guint              n_prompts)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  IkPack *pack = ik_pack_new (title);
  IkSection *section = ik_section_new ("");

  for (guint i = 0; i < n_prompts; i++)
    {
      IkQuestion *question = ik_question_new (prompts[i]);

      ik_text_set (&question->interviewer.reference_answer, title);
      g_ptr_array_add (question->tags, g_strdup (title));
      g_ptr_array_add (question->tags, g_strdup ("basics"));
      g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Guesses"));
      g_ptr_array_add (question->interviewer.follow_ups, g_strdup (title));
      g_ptr_array_add (section->questions, question);
    }
  g_ptr_array_add (pack->sections, section);

  id = ik_import_store (test->library, pack, &keep, NULL, &error);
  g_assert_no_error (error);

  return pack;
}

static const char *
get_id (const IkPack *pack,
        guint         index)
{
  return ((IkQuestion *) ((IkSection *) pack->sections->pdata[0])->questions->pdata[index])->id;
}

typedef struct
{
  IkTestLibrary  library;
  IkPack        *first;
  IkPack        *second;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  ik_test_library_set_up (&self->library, data);
  self->first = store_pack (&self->library, "First", first_prompts, G_N_ELEMENTS (first_prompts));
  self->second = store_pack (&self->library, "Second", second_prompts, G_N_ELEMENTS (second_prompts));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ik_pack_free (self->first);
  ik_pack_free (self->second);
  ik_test_library_tear_down (&self->library, data);
}

static GPtrArray *
find (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *groups = ik_duplicates_find (self->library.library, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return groups;
}

static void
assert_member (GPtrArray  *groups,
               guint       group,
               guint       member,
               const char *id)
{
  const IkDuplicate *question = g_ptr_array_index ((GPtrArray *) groups->pdata[group], member);

  g_assert_cmpstr (question->id, ==, id);
}

static void
test_find (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) groups = find (self);
  const IkDuplicate *question;

  g_assert_cmpuint (groups->len, ==, 2);
  assert_member (groups, 0, 0, get_id (self->first, 0));
  assert_member (groups, 0, 1, get_id (self->second, 0));
  assert_member (groups, 1, 0, get_id (self->first, 2));
  assert_member (groups, 1, 1, get_id (self->second, 2));
  assert_member (groups, 1, 2, get_id (self->second, 3));

  question = g_ptr_array_index ((GPtrArray *) groups->pdata[0], 1);
  g_assert_cmpstr (question->prompt, ==, second_prompts[0]);
  g_assert_cmpstr (question->pack_title, ==, "Second");
  g_assert_cmpuint (question->n_sets, ==, 0);
  g_assert_cmpuint (question->n_asked, ==, 0);
}

static void
forget_steps (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_ptr_array_set_size (self->library.changesets, 0);
}

static void
test_keep_both (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = ik_test_library_dump (&self->library);
  g_autoptr(GPtrArray) groups = NULL;

  g_test_summary ("That two questions are not the same is remembered, and can be undone");

  forget_steps (self);
  ik_duplicates_keep_both (self->library.library, get_id (self->second, 0), get_id (self->first, 0),
                           NULL, &error);
  g_assert_no_error (error);
  ik_test_library_reopen (&self->library);

  groups = find (self);
  g_assert_cmpuint (groups->len, ==, 1);
  assert_member (groups, 0, 0, get_id (self->first, 2));
  ik_test_library_assert_undoes_to (&self->library, before);
}

static IkQuestionSet *
make_set (Fixture           *self,
          const char *const *ids)
{
  const IkSetRequest request = { .title = "Set", .question_ids = ids };
  g_autoptr(GError) error = NULL;
  IkQuestionSet *set = ik_sets_create (self->library.library, &request, NULL, &error);

  g_assert_no_error (error);
  return set;
}

static void
merge (Fixture    *self,
       const char *kept_id,
       const char *other_id,
       gboolean    with_guidance)
{
  g_autoptr(GError) error = NULL;

  ik_duplicates_merge (self->library.library, kept_id, other_id, with_guidance, NULL, &error);
  g_assert_no_error (error);
}

/* Each change is told of by the main loop. */
static void
assert_n_steps (Fixture *self,
                guint    n_steps)
{
  while (self->library.changesets->len < n_steps)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_cmpuint (self->library.changesets->len, ==, n_steps);
}

static void
assert_set (Fixture             *self,
            const IkQuestionSet *set,
            const char          *ids[2],
            guint                n_ids)
{
  g_autoptr(IkQuestionSet) stored = ik_sets_load (self->library.library, set->id, NULL, NULL);

  g_assert_cmpuint (stored->items->len, ==, n_ids);
  for (guint i = 0; i < n_ids; i++)
    g_assert_cmpstr (((IkSetItem *) stored->items->pdata[i])->question_id, ==, ids[i]);
}

/* Sets that had the other question have the one, once. */
static void
test_merge_sets (Fixture       *self,
                 gconstpointer  data)
{
  const char *kept_id = get_id (self->first, 0);
  const char *other_id = get_id (self->second, 0);
  const char *bystander_id = get_id (self->first, 1);
  const char *const of_other[] = { other_id, bystander_id, NULL };
  const char *const of_both[] = { kept_id, other_id, NULL };
  g_autoptr(IkQuestionSet) one = make_set (self, of_other);
  g_autoptr(IkQuestionSet) both = make_set (self, of_both);
  g_autofree char *before = ik_test_library_dump (&self->library);

  forget_steps (self);
  merge (self, kept_id, other_id, TRUE);
  assert_n_steps (self, 1);

  assert_set (self, one, (const char *[2]) { kept_id, bystander_id }, 2);
  assert_set (self, both, (const char *[2]) { kept_id }, 1);
  g_assert_null (ik_bank_load_question (self->library.library, other_id, NULL, NULL));
  ik_test_library_assert_undoes_to (&self->library, before);
}

static void
test_merge_texts (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(IkQuestion) united = NULL;
  g_autoptr(IkQuestion) plain = NULL;

  merge (self, get_id (self->first, 0), get_id (self->second, 0), TRUE);
  united = ik_bank_load_question (self->library.library, get_id (self->first, 0), NULL, NULL);
  g_assert_cmpstr (united->candidate.prompt, ==, first_prompts[0]);
  g_assert_cmpstr (united->interviewer.reference_answer, ==, "First\n\nSecond");
  g_assert_cmpuint (united->interviewer.follow_ups->len, ==, 2);
  g_assert_cmpuint (united->interviewer.red_flags->len, ==, 1);
  g_assert_cmpuint (united->tags->len, ==, 3);

  merge (self, get_id (self->first, 2), get_id (self->second, 2), FALSE);
  plain = ik_bank_load_question (self->library.library, get_id (self->first, 2), NULL, NULL);
  g_assert_cmpstr (plain->interviewer.reference_answer, ==, "First");
  g_assert_cmpuint (plain->interviewer.follow_ups->len, ==, 1);
  g_assert_cmpuint (plain->tags->len, ==, 3);
}

static void
assert_used (Fixture    *self,
             const char *id,
             gboolean    is_used)
{
  g_autoptr(GPtrArray) questions =
    ik_bank_list_questions (self->library.library, NULL, NULL, NULL);
  guint n_found = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const IkQuestionSummary *question = questions->pdata[i];

      if (!g_str_equal (question->id, id))
        continue;

      g_assert_cmpint (question->is_used, ==, is_used);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* What was asked stays as it was asked, and counts for the question that is left;
 * also where that one goes in its turn. */
static void
test_merge_history (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *item = g_strdup_printf
                            ("INSERT INTO interviewer (id, name) VALUES ('me', 'Me');"
                            "INSERT INTO candidate (id, name, created_at) VALUES ('ada', 'Ada', 1);"
                            "INSERT INTO interview (id, candidate_id, interviewer_id, set_title, state, started_at, created_at)"
                            " VALUES ('talk', 'ada', 'me', 'Set', 'handed_in', 77, 1);"
                            "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, prompt, outcome)"
                            " VALUES ('item', 'talk', '%s', 0, 5, 'Why does a queue grow?', 'answered');",
                            get_id (self->second, 2));
  g_autofree char *before = NULL;
  const IkDuplicate *question;

  ik_test_library_run_sql (&self->library, item);
  merge (self, get_id (self->second, 3), get_id (self->second, 2), TRUE);

  {
    g_autoptr(GPtrArray) groups = find (self);

    g_assert_cmpuint (groups->len, ==, 2);
    question = g_ptr_array_index ((GPtrArray *) groups->pdata[1], 1);
    g_assert_cmpstr (question->id, ==, get_id (self->second, 3));
    g_assert_cmpuint (question->n_asked, ==, 1);
    g_assert_cmpint (question->last_asked_at_us, ==, 77);
  }

  before = ik_test_library_dump (&self->library);
  forget_steps (self);
  merge (self, get_id (self->first, 2), get_id (self->second, 3), TRUE);
  assert_n_steps (self, 1);

  {
    g_autoptr(GPtrArray) groups = find (self);
    g_autofree char *after = ik_test_library_dump (&self->library);

    question = g_ptr_array_index ((GPtrArray *) groups->pdata[0], 0);
    g_assert_cmpuint (groups->len, ==, 1);
    g_assert_cmpstr (question->id, ==, get_id (self->first, 0));
    g_assert_nonnull (strstr (after, "prompt=Why does a queue grow?"));
    assert_used (self, get_id (self->first, 2), TRUE);
    assert_used (self, get_id (self->first, 0), FALSE);
  }
  ik_test_library_assert_undoes_to (&self->library, before);
}

static gboolean
stop_cb (guint    n_done,
         guint    n_all,
         gpointer data)
{
  g_assert_cmpuint (n_done, <=, n_all);
  return FALSE;
}

static void
test_stop (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_duplicates_find (self->library.library, stop_cb, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) \
  g_test_add ("/service/duplicates/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("find", test_find);
  ADD ("keep-both", test_keep_both);
  ADD ("merge-sets", test_merge_sets);
  ADD ("merge-texts", test_merge_texts);
  ADD ("merge-history", test_merge_history);
  ADD ("stop", test_stop);

  return g_test_run ();
}
