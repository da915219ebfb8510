#include "ik-bank.h"
#include "ik-import-source.h"
#include "ik-import.h"
#include "ik-pack-json.h"
#include "ik-test-library.h"
#include "ik-text.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static IkPack *
make_pack (const char *title,
           guint       n_questions)
{
  IkPack *pack = ik_pack_new (title);
  IkRubric *rubric = ik_rubric_new (NULL, "Scale");
  IkSection *section = NULL;

  g_ptr_array_add (rubric->levels, ik_rubric_level_new (1, "low", "bad"));
  g_ptr_array_add (rubric->levels, ik_rubric_level_new (2, "high", "good"));
  g_ptr_array_add (pack->rubrics, rubric);
  g_ptr_array_add (pack->competencies, ik_competency_new (NULL, "Care", "takes it"));

  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *prompt = g_strdup_printf ("%s, question %u?", title, i);
      IkQuestion *question = ik_question_new (prompt);

      if (i % 30 == 0)
        {
          g_autofree char *name = g_strdup_printf ("Section %u", i / 30);

          section = ik_section_new (name);
          g_ptr_array_add (pack->sections, section);
        }

      question->rubric_id = g_strdup (rubric->id);
      question->competency_id = g_strdup (((IkCompetency *) pack->competencies->pdata[0])->id);
      ik_text_set (&question->interviewer.reference_answer, "An answer");
      g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Shrugs"));
      g_ptr_array_add (section->questions, question);
    }

  return pack;
}

static IkQuestion *
get_question (const IkPack *pack,
              guint         section,
              guint         index)
{
  return ((IkSection *) pack->sections->pdata[section])->questions->pdata[index];
}

static char *
store (IkTestLibrary     *test,
       const IkPack      *pack,
       IkDuplicatePolicy  policy)
{
  g_autoptr(GError) error = NULL;
  const IkImportOptions options = { .policy = policy };
  char *id = ik_import_store (test->library, pack, &options, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static guint
count_packs (IkTestLibrary *test)
{
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (test->library, NULL, NULL);

  return packs->len;
}

static guint
count_questions (IkTestLibrary *test)
{
  g_autoptr(GPtrArray) questions = ik_bank_list_questions (test->library, NULL, NULL, NULL);

  return questions->len;
}

static void
assert_is_sound (IkTestLibrary *test)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  ik_library_check (test->library, &problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
assert_packs_equal (const IkPack *one,
                    const IkPack *other)
{
  g_autoptr(JsonNode) a = ik_pack_to_json (one, FALSE);
  g_autoptr(JsonNode) b = ik_pack_to_json (other, FALSE);
  g_autofree char *text_a = json_to_string (a, TRUE);
  g_autofree char *text_b = json_to_string (b, TRUE);

  g_assert_cmpstr (text_a, ==, text_b);
}

/* What the library gives back is what went in, and so is what it exports. */
static void
test_starter_packs (IkTestLibrary *test,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) files = ik_import_list_starter_packs ();

  g_assert_cmpuint (files->len, ==, 13);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(IkPack) draft = ik_import_read (files->pdata[i], IK_DOCUMENT_KIND_UNKNOWN, NULL,
                                                NULL, &error);
      g_autoptr(IkPack) stored = NULL;
      g_autoptr(IkPack) exported = NULL;
      g_autofree char *path = g_build_filename (test->directory, "out.ikpack", NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autofree char *id = NULL;

      g_assert_no_error (error);
      id = store (test, draft, IK_DUPLICATE_DEFAULT);
      g_assert_cmpstr (id, ==, draft->id);
      stored = ik_bank_load_pack (test->library, id, NULL, &error);
      g_assert_no_error (error);
      assert_packs_equal (stored, draft);

      ik_import_export_pack (test->library, id, file, NULL, &error);
      g_assert_no_error (error);
      exported = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_packs_equal (exported, draft);
    }

  assert_is_sound (test);
}

static void
count_progress_cb (guint    n_done,
                   guint    n_questions,
                   gpointer data)
{
  guint *n_calls = data;

  g_assert_cmpuint (n_done, <=, n_questions);
  (*n_calls)++;
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("New", 130);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  guint n_calls = 0;
  const IkImportOptions options = { .progress = count_progress_cb, .progress_data = &n_calls };

  id = ik_import_store (test->library, pack, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_calls, >=, 1);
  g_assert_cmpuint (count_questions (test), ==, 130);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (test->changesets->len, ==, 1);

  ik_library_apply (test->library, test->changesets->pdata[0], TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_packs (test), ==, 0);
  g_assert_cmpuint (count_questions (test), ==, 0);

  ik_library_apply (test->library, test->changesets->pdata[0], FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_questions (test), ==, 130);
}

/* An import that was undone can be done again from the file. */
static void
test_import_after_undo (IkTestLibrary *test,
                        gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("New", 10);
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *again = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  ik_library_apply (test->library, test->changesets->pdata[0], TRUE, NULL, NULL);
  g_assert_cmpuint (count_packs (test), ==, 0);

  again = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_assert_cmpstr (again, ==, id);
  g_assert_cmpuint (count_questions (test), ==, 10);
}

static void
cancel_cb (guint    n_done,
           guint    n_questions,
           gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled_leaves_nothing (IkTestLibrary *test,
                               gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("New", 130);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const IkImportOptions options = { .progress = cancel_cb, .progress_data = cancellable };
  g_autoptr(GError) error = NULL;
  g_autofree char *before = ik_test_library_dump (test);
  g_autofree char *after = NULL;

  g_assert_null (ik_import_store (test->library, pack, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);
}

/* A rule of the library stops the import in the middle. */
static void
test_failed_leaves_nothing (IkTestLibrary *test,
                            gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("New", 130);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = ik_test_library_dump (test);
  g_autofree char *after = NULL;

  ik_text_set (&get_question (pack, 3, 5)->competency_id, "no such thing");
  g_assert_null (ik_import_store (test->library, pack, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED);
  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);
}

static void
kill_cb (guint    n_done,
         guint    n_questions,
         gpointer data)
{
  kill (getpid (), SIGKILL);
}

static void
import_and_die (void)
{
  g_autoptr(IkLibrary) library = ik_library_open (g_getenv ("IK_TEST_LIBRARY"), NULL, NULL);
  g_autoptr(IkPack) pack = make_pack ("New", 130);
  const IkImportOptions options = { .progress = kill_cb };

  ik_text_set (&pack->id, "12121212-1212-4212-8212-121212121212");
  ik_import_store (library, pack, &options, NULL, NULL);
  g_assert_not_reached ();
}

/* Killed in the middle, an import leaves nothing that anybody sees, nothing in
 * the way of the next try, and in the end nothing at all. */
static void
test_killed_leaves_nothing (IkTestLibrary *test,
                            gconstpointer  data)
{
  g_autoptr(IkManualClock) clock = ik_manual_clock_new (g_get_real_time ());
  g_autoptr(IkPack) pack = make_pack ("Newer", 20);
  g_autofree char *id = NULL;
  g_autofree char *dump = NULL;

  if (g_test_subprocess ())
    {
      import_and_die ();
      return;
    }

  g_setenv ("IK_TEST_LIBRARY", test->path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());

  ik_test_library_reopen (test);
  g_assert_cmpuint (count_packs (test), ==, 0);
  g_assert_cmpuint (count_questions (test), ==, 0);
  assert_is_sound (test);
  dump = ik_test_library_dump (test);
  g_assert_nonnull (strstr (dump, "New, question 0?"));

  /* At once the other copy could still be at it, so the pack gets an id of its
   * own; a few minutes later what it left is known to be dead. */
  ik_text_set (&pack->id, "12121212-1212-4212-8212-121212121212");
  ik_library_set_clock (test->library, IK_CLOCK (clock));
  ik_manual_clock_advance (clock, 2 * G_TIME_SPAN_MINUTE);
  id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_assert_cmpstr (id, ==, pack->id);
  g_assert_cmpuint (count_questions (test), ==, 20);
  g_clear_pointer (&dump, g_free);
  dump = ik_test_library_dump (test);
  g_assert_null (strstr (dump, "New, question 0?"));
}

static void
test_purged_at_start (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autofree char *dump = NULL;

  ik_test_library_fill (test);
  ik_test_library_run_sql (test, "UPDATE pack SET is_hidden = 1 WHERE id = '" TEST_PACK_ID "'");
  ik_test_library_reopen (test);
  g_assert_cmpuint (count_packs (test), ==, 1);

  /* The purge stands behind what somebody waits for; the close waits for it. */
  ik_test_library_run_sql (test, "SELECT 1");
  ik_test_library_reopen (test);
  dump = ik_test_library_dump (test);
  g_assert_null (strstr (dump, TEST_CACHE_ID));
  g_assert_nonnull (strstr (dump, TEST_FLAT_ID));
  assert_is_sound (test);
}

static void
test_update_known_pack (IkTestLibrary *test,
                        gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 40);
  g_autoptr(IkPack) stored = NULL;
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *again = NULL;
  g_autofree char *before = NULL;

  before = ik_test_library_dump (test);
  ik_text_set (&pack->title, "Newer");
  ik_text_set (&get_question (pack, 0, 3)->candidate.prompt, "Changed?");
  g_ptr_array_set_size (get_question (pack, 0, 4)->interviewer.red_flags, 0);
  g_ptr_array_insert (((IkSection *) pack->sections->pdata[1])->questions, 0,
                      ik_question_new ("Added?"));
  again = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_assert_cmpstr (again, ==, id);

  stored = ik_bank_load_pack (test->library, id, NULL, NULL);
  assert_packs_equal (stored, pack);
  assert_is_sound (test);
  ik_test_library_assert_undoes_to (test, before);
}

/* What the library has on top of the file stays. */
/* Questions enough for several parts end as they would in one, and are undone
 * as one. */
static void
test_update_many (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 600);
  g_autoptr(IkPack) stored = NULL;
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *again = NULL;
  g_autofree char *before = ik_test_library_dump (test);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        ik_text_set (&get_question (pack, i, j)->interviewer.reference_answer, "A better answer");
      g_ptr_array_insert (section->questions, 10, ik_question_new ("Added?"));
    }
  again = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_assert_cmpstr (again, ==, id);

  stored = ik_bank_load_pack (test->library, id, NULL, NULL);
  assert_packs_equal (stored, pack);
  assert_is_sound (test);
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_update_keeps_own_questions (IkTestLibrary *test,
                                 gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 3);
  g_autoptr(IkQuestion) own = ik_question_new ("My own?");
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *own_id = ik_bank_add_question (test->library, id, "Section 0", own, NULL, NULL);
  g_autofree char *again = store (test, pack, IK_DUPLICATE_DEFAULT);

  g_assert_nonnull (own_id);
  g_assert_cmpstr (again, ==, id);
  g_assert_cmpuint (count_questions (test), ==, 4);
}

static void
test_keep_makes_a_copy (IkTestLibrary *test,
                        gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 10);
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *copy = store (test, pack, IK_DUPLICATE_KEEP);
  g_autoptr(IkPack) stored = NULL;
  g_autoptr(GPtrArray) rubrics = NULL;

  g_assert_cmpstr (copy, !=, id);
  g_assert_cmpuint (count_packs (test), ==, 2);
  g_assert_cmpuint (count_questions (test), ==, 20);

  /* The scales are the same, so they are there once. */
  rubrics = ik_bank_list_rubrics (test->library, NULL, NULL);
  g_assert_cmpuint (rubrics->len, ==, 2);
  stored = ik_bank_load_pack (test->library, copy, NULL, NULL);
  g_assert_cmpuint (stored->rubrics->len, ==, 1);
  g_assert_cmpstr (get_question (stored, 0, 0)->rubric_id, ==,
                   get_question (pack, 0, 0)->rubric_id);
}

/* A scale of the same id that says something else is another scale. */
static void
test_changed_scale_is_kept_apart (IkTestLibrary *test,
                                  gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 10);
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *copy = NULL;
  g_autoptr(IkPack) stored = NULL;
  IkRubric *rubric = pack->rubrics->pdata[0];

  ik_text_set (&((IkRubricLevel *) rubric->levels->pdata[0])->anchor, "worse");
  copy = store (test, pack, IK_DUPLICATE_KEEP);
  g_assert_nonnull (id);
  stored = ik_bank_load_pack (test->library, copy, NULL, NULL);
  g_assert_cmpstr (get_question (stored, 0, 0)->rubric_id, !=, rubric->id);
  g_assert_cmpstr (get_question (stored, 0, 0)->rubric_id, ==,
                   ((IkRubric *) stored->rubrics->pdata[0])->id);
}

/* A document that holds what the bank has, in other words: another case and
 * other punctuation. */
static IkPack *
make_overlapping_pack (void)
{
  IkPack *pack = make_pack ("Other", 2);

  ik_text_set (&get_question (pack, 0, 0)->candidate.prompt, "OLD  question 1");
  ik_text_set (&get_question (pack, 0, 0)->interviewer.reference_answer, "A better answer");

  return pack;
}

static void
test_skip (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 3);
  g_autoptr(IkPack) other = make_overlapping_pack ();
  g_autoptr(IkPack) same = make_pack ("Old", 3);
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *other_id = store (test, other, IK_DUPLICATE_SKIP);
  g_autofree char *same_id = NULL;

  g_assert_cmpstr (id, !=, other_id);
  g_assert_cmpuint (count_questions (test), ==, 4);

  /* Nothing is new: no empty pack is made. */
  same_id = store (test, same, IK_DUPLICATE_SKIP);
  g_assert_cmpstr (same_id, ==, id);
  g_assert_cmpuint (count_packs (test), ==, 2);
}

static void
test_skip_known_pack (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 3);
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *again = NULL;
  g_autoptr(IkPack) stored = NULL;

  ik_text_set (&get_question (pack, 0, 0)->candidate.prompt, "Changed?");
  g_ptr_array_add (((IkSection *) pack->sections->pdata[0])->questions, ik_question_new ("Added?"));
  again = store (test, pack, IK_DUPLICATE_SKIP);
  g_assert_cmpstr (again, ==, id);

  stored = ik_bank_load_pack (test->library, id, NULL, NULL);
  g_assert_cmpuint (ik_pack_count_questions (stored), ==, 4);
  g_assert_cmpstr (get_question (stored, 0, 0)->candidate.prompt, ==, "Old, question 0?");
  g_assert_cmpstr (get_question (stored, 0, 3)->candidate.prompt, ==, "Added?");
}

static void
test_update_by_prompt (IkTestLibrary *test,
                       gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Old", 3);
  g_autoptr(IkPack) other = make_overlapping_pack ();
  g_autofree char *id = store (test, pack, IK_DUPLICATE_DEFAULT);
  g_autofree char *before = NULL;
  g_autofree char *other_id = NULL;
  g_autoptr(IkQuestion) question = NULL;

  g_assert_nonnull (id);
  other_id = store (test, other, IK_DUPLICATE_UPDATE);
  g_assert_nonnull (other_id);
  g_assert_cmpuint (count_questions (test), ==, 4);
  question = ik_bank_load_question (test->library, get_question (pack, 0, 1)->id, NULL, NULL);
  g_assert_cmpstr (question->interviewer.reference_answer, ==, "A better answer");
  g_assert_cmpstr (question->rubric_id, ==, get_question (pack, 0, 1)->rubric_id);
}

static void
test_update_by_two (IkTestLibrary *test,
                    gconstpointer  data)
{
  g_autoptr(IkPack) old = make_pack ("Old", 1);
  g_autoptr(IkPack) list = ik_pack_new ("List");
  IkSection *section = ik_section_new ("");
  g_autofree char *old_id = store (test, old, IK_DUPLICATE_DEFAULT);
  g_autofree char *id = NULL;
  g_autoptr(IkQuestion) changed = NULL;
  g_autoptr(IkPack) stored = NULL;

  g_test_summary ("Of two questions that the bank has as one, none is lost");

  g_ptr_array_add (list->sections, section);
  for (guint i = 0; i < 2; i++)
    {
      IkQuestion *question = ik_question_new (get_question (old, 0, 0)->candidate.prompt);

      ik_text_set (&question->interviewer.reference_answer, i == 0 ? "First" : "Second");
      g_ptr_array_add (section->questions, question);
    }
  id = store (test, list, IK_DUPLICATE_UPDATE);
  g_assert_cmpstr (id, !=, old_id);

  changed = ik_bank_load_question (test->library, get_question (old, 0, 0)->id, NULL, NULL);
  g_assert_cmpstr (changed->interviewer.reference_answer, ==, "First");
  stored = ik_bank_load_pack (test->library, id, NULL, NULL);
  g_assert_cmpuint (ik_pack_count_questions (stored), ==, 1);
  g_assert_cmpstr (get_question (stored, 0, 0)->interviewer.reference_answer, ==, "Second");
}

/* A bare list of questions takes nothing from those that the bank has. */
static void
test_update_keeps_what_is_not_said (IkTestLibrary *test,
                                    gconstpointer  data)
{
  g_autoptr(IkPack) pack = ik_pack_new ("List");
  IkSection *section = ik_section_new ("");
  g_autofree char *id = NULL;
  g_autoptr(IkQuestion) question = NULL;

  ik_test_library_fill (test);
  g_ptr_array_add (section->questions, ik_question_new ("How do you size a cache?"));
  ik_text_set (&((IkQuestion *) section->questions->pdata[0])->interviewer.why_it_matters, "New");
  g_ptr_array_add (pack->sections, section);
  id = store (test, pack, IK_DUPLICATE_UPDATE);
  g_assert_cmpstr (id, ==, TEST_PACK_ID);

  question = ik_bank_load_question (test->library, TEST_CACHE_ID, NULL, NULL);
  g_assert_cmpstr (question->interviewer.why_it_matters, ==, "New");
  g_assert_cmpint (question->kind, ==, IK_QUESTION_KIND_DESIGN);
  g_assert_cmpstr (question->level, ==, "senior");
  g_assert_cmpuint (question->minutes, ==, 12);
  g_assert_cmpstr (question->competency_id, ==, TEST_COMPETENCY_ID);
  g_assert_cmpuint (question->tags->len, ==, 1);
  g_assert_cmpstr (question->candidate.details, ==, "It is read a lot.");
  g_assert_cmpuint (question->candidate.sub_questions->len, ==, 1);
  g_assert_cmpuint (question->candidate.attachments->len, ==, 1);
  g_assert_cmpstr (question->interviewer.reference_answer, ==, "By its hit rate.");
  g_assert_cmpuint (question->interviewer.follow_ups->len, ==, 1);
  g_assert_cmpuint (question->interviewer.level_answers->len, ==, 1);
  g_assert_cmpuint (question->interviewer.clarifying_questions->len, ==, 1);
  g_assert_cmpuint (question->interviewer.solution_steps->len, ==, 1);
  g_assert_cmpuint (question->interviewer.positive_indicators->len, ==, 2);
  g_assert_cmpuint (question->interviewer.red_flags->len, ==, 1);
  g_assert_cmpuint (question->interviewer.references->len, ==, 1);
  g_assert_cmpuint (question->interviewer.attachments->len, ==, 1);
}

static void
test_empty_document (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autoptr(IkPack) pack = ik_pack_new ("Nothing");
  g_autofree char *id = store (test, pack, IK_DUPLICATE_SKIP);

  g_assert_cmpstr (id, ==, pack->id);
  g_assert_cmpuint (count_packs (test), ==, 1);
}

/* Reading */

static GFile *
write_file (IkTestLibrary *test,
            const char    *name,
            const char    *text)
{
  g_autofree char *path = g_build_filename (test->directory, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
test_pack_file_under_another_name (IkTestLibrary *test,
                                   gconstpointer  data)
{
  g_autoptr(IkPack) pack = make_pack ("Mine", 2);
  g_autoptr(GBytes) bytes = ik_pack_to_bytes (pack);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(GFile) file = write_file (test, "notes.txt", text);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) read = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, "Title", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read->id, ==, pack->id);
  g_assert_cmpstr (read->title, ==, "Title");
}

static void
test_bad_files (IkTestLibrary *test,
                gconstpointer  data)
{
  g_autoptr(GFile) broken = write_file (test, "broken.ikpack",
                                        "{\"format\":\"interview-kit-pack\",\"version\":1}");
  g_autoptr(GFile) directory = g_file_get_parent (broken);
  g_autoptr(GFile) missing = g_file_get_child (directory, "missing.md");
  g_autoptr(GFile) web = g_file_new_for_uri ("http://example.com/questions.md");
  g_autoptr(GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_import_read (broken, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "“broken.ikpack” can't be read: the pack: “title” is missing");
  g_clear_error (&error);

  g_assert_null (ik_import_read (missing, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "There is no file “"));
  g_assert_true (g_str_has_suffix (error->message, "missing.md”: check its name"));
  g_clear_error (&error);

  g_assert_null (ik_import_read (directory, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_true (g_str_has_suffix (error->message, "is a folder: choose a document in it"));
  g_clear_error (&error);

  g_assert_null (ik_import_read (endless, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==,
                   "“/dev/zero” is larger than 64 MB: split it into several documents");
  g_clear_error (&error);

  g_assert_null (ik_import_read (web, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
}

/* The limit is that of what the file holds, whatever it is called and however
 * much there is of it. The files have a length, but next to nothing on disk. */
static void
test_too_large_files (IkTestLibrary *test,
                      gconstpointer  data)
{
  static const char pack[] = "{\"format\":\"interview-kit-pack\",";
  static const char too_large_pack[] = "is larger than 512 MB: export its questions in several "
                                       "packs";
  static const char too_large[] = "is larger than 64 MB: split it into several documents";
  static const struct
  {
    const char *name;
    const char *content;
    goffset     size;
    const char *sentence;
  } cases[] = {
    { "large.ikpack", pack, IK_PACK_MAX_BYTES + G_GOFFSET_CONSTANT (1), too_large_pack },
    { "larger.md", pack, G_GOFFSET_CONSTANT (1) << 33, too_large_pack },
    { "large.md", "# Questions\n", IK_IMPORTER_MAX_BYTES + 1, too_large },
    { "larger.ikpack", "{\"format\":\"another\",", G_GOFFSET_CONSTANT (1) << 33, too_large },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFile) file = write_file (test, cases[i].name, cases[i].content);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (truncate (g_file_peek_path (file), cases[i].size), ==, 0);
      g_assert_null (ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error));
      g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
      g_assert_true (g_str_has_suffix (error->message, cases[i].sentence));
    }
}

/* Text of the clipboard takes the way of a document. */
static void
test_text_in_no_file (IkTestLibrary *test,
                      gconstpointer  data)
{
  static const char text[] = "# Tea\n\n## Why is it hot?\n\nIt was boiled.\n";
  static const char piece[] = "<p>Why is it hot?</p>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GBytes) piece_bytes = g_bytes_new_static (piece, strlen (piece));
  g_autoptr(GFile) file = ik_import_source_file_for_text (bytes, "Paste/“Ä”", FALSE);
  g_autoptr(GFile) page = ik_import_source_file_for_text (piece_bytes, "Page", TRUE);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error);
  g_autoptr(IkImportSource) source = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 1);
  g_assert_cmpstr (pack->title, ==, "Tea");
  g_assert_cmpstr (name, ==, "Paste “Ä”");

  source = ik_import_source_load (page, IK_DOCUMENT_KIND_UNKNOWN, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ik_document_kind_guess (source->bytes, source->name), ==,
                   IK_DOCUMENT_KIND_HTML);
}

static void
test_export_endings (IkTestLibrary *test,
                     gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } cases[] = {
    { "out.MD", "---\nformat: interview-kit-pack\n" },
    { "out.csv", "\xef\xbb\xbfSection,Question,Details," },
    { "out.ikpack", "{\n  \"format\" : \"interview-kit-pack\"," },
    { "out", "{\n  \"format\" : \"interview-kit-pack\"," },
  };
  g_autoptr(IkPack) stored = NULL;

  ik_test_library_fill (test);
  stored = ik_bank_load_pack (test->library, TEST_PACK_ID, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFile) file = write_file (test, cases[i].name, "mine");
      g_autoptr(GError) error = NULL;
      g_autofree char *content = NULL;
      g_autoptr(IkPack) read = NULL;

      g_assert_true (ik_import_export_pack (test->library, TEST_PACK_ID, file, NULL, &error));
      g_assert_no_error (error);
      g_file_load_contents (file, NULL, &content, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (content, cases[i].start));

      read = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ik_pack_count_questions (read), ==, ik_pack_count_questions (stored));
      g_assert_cmpstr (read->title, ==, g_str_has_suffix (cases[i].name, ".csv") ? "out"
                                                                                 : stored->title);
    }
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/service/import/starter-packs", test_starter_packs);
  ADD ("/service/import/undo", test_undo);
  ADD ("/service/import/after-undo", test_import_after_undo);
  ADD ("/service/import/cancelled-leaves-nothing", test_cancelled_leaves_nothing);
  ADD ("/service/import/failed-leaves-nothing", test_failed_leaves_nothing);
  ADD ("/service/import/killed-leaves-nothing", test_killed_leaves_nothing);
  ADD ("/service/import/purged-at-start", test_purged_at_start);
  ADD ("/service/import/update-known-pack", test_update_known_pack);
  ADD ("/service/import/update-many", test_update_many);
  ADD ("/service/import/update-keeps-own-questions", test_update_keeps_own_questions);
  ADD ("/service/import/keep-makes-a-copy", test_keep_makes_a_copy);
  ADD ("/service/import/changed-scale-is-kept-apart", test_changed_scale_is_kept_apart);
  ADD ("/service/import/skip", test_skip);
  ADD ("/service/import/skip-known-pack", test_skip_known_pack);
  ADD ("/service/import/update-by-prompt", test_update_by_prompt);
  ADD ("/service/import/update-by-two", test_update_by_two);
  ADD ("/service/import/update-keeps-what-is-not-said", test_update_keeps_what_is_not_said);
  ADD ("/service/import/empty-document", test_empty_document);
  ADD ("/service/import/pack-file-under-another-name", test_pack_file_under_another_name);
  ADD ("/service/import/bad-files", test_bad_files);
  ADD ("/service/import/too-large-files", test_too_large_files);
  ADD ("/service/import/text-in-no-file", test_text_in_no_file);
  ADD ("/service/import/export-endings", test_export_endings);

  return g_test_run ();
}
