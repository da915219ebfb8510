#include "ik-bank-terms.h"
#include "ik-bank.h"
#include "ik-test-library.h"
#include "ik-text.h"

#include <string.h>

#define UNKNOWN_ID "eeee0000-0000-4000-8000-000000000009"

/* Each operation on the bank: do, undo, equal to before, redo, equal to after. */

typedef void (*Operation) (IkLibrary *library);

static void
rename_pack (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;

  ik_bank_rename_pack (library, TEST_PACK_ID, "Servers", NULL, &error);
  g_assert_no_error (error);
}

static void
remove_pack (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;

  ik_bank_remove_pack (library, TEST_PACK_ID, NULL, &error);
  g_assert_no_error (error);
}

static void
create_pack (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_bank_create_pack (library, "Mine", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (id));
}

static IkQuestion *
load_question (IkLibrary  *library,
               const char *id)
{
  g_autoptr(GError) error = NULL;
  IkQuestion *question = ik_bank_load_question (library, id, NULL, &error);

  g_assert_no_error (error);
  return question;
}

static void
save_question (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestion) question = load_question (library, TEST_CACHE_ID);

  ik_text_set (&question->candidate.prompt, "How large is a cache?");
  g_ptr_array_set_size (question->interviewer.red_flags, 0);
  g_ptr_array_add (question->tags, g_strdup ("memory"));
  g_ptr_array_set_size (question->candidate.attachments, 0);
  ik_bank_save_question (library, question, NULL, &error);
  g_assert_no_error (error);
}

static void
add_question (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestion) question = ik_question_new ("What is a lock?");
  g_autofree char *id = NULL;

  g_ptr_array_add (question->interviewer.follow_ups, g_strdup ("And two?"));
  id = ik_bank_add_question (library, TEST_PACK_ID, "New section", question, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, question->id);
}

static void
remove_question (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;

  ik_bank_remove_question (library, TEST_CACHE_ID, NULL, &error);
  g_assert_no_error (error);
}

static const struct
{
  const char *path;
  Operation   operation;
} operations[] = {
  { "/service/bank/undo/rename-pack", rename_pack },
  { "/service/bank/undo/remove-pack", remove_pack },
  { "/service/bank/undo/create-pack", create_pack },
  { "/service/bank/undo/save-question", save_question },
  { "/service/bank/undo/add-question", add_question },
  { "/service/bank/undo/remove-question", remove_question },
};

static void
assert_is_sound (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  ik_library_check (library, &problems, NULL, &error);
  g_assert_no_error (error);
  if (problems->len > 0)
    g_test_message ("%s", (const char *) problems->pdata[0]);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *before = NULL;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);

  operations[GPOINTER_TO_UINT (data)].operation (test->library);
  ik_test_library_assert_undoes_to (test, before);
  assert_is_sound (test->library);
}

/* A question that was read and stored again is the same. */
static void
test_save_changes_nothing (IkTestLibrary *test,
                           gconstpointer  data)
{
  g_autoptr(IkQuestion) question = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(IkManualClock) clock = ik_manual_clock_new (1);

  ik_library_set_clock (test->library, IK_CLOCK (clock));
  ik_test_library_fill (test);
  ik_test_library_run_sql (test, "UPDATE question SET search_text = '' WHERE id = '" TEST_CACHE_ID "'");
  question = load_question (test->library, TEST_CACHE_ID);
  ik_bank_save_question (test->library, question, NULL, NULL);
  before = ik_test_library_dump (test);
  ik_bank_save_question (test->library, question, NULL, NULL);
  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpstr (question->candidate.details, ==, "It is read a lot.");
  g_assert_cmpuint (question->candidate.attachments->len, ==, 1);
  g_assert_cmpuint (question->interviewer.attachments->len, ==, 1);
  g_assert_cmpuint (question->interviewer.positive_indicators->len, ==, 2);
  g_assert_cmpuint (question->interviewer.level_answers->len, ==, 1);
  g_assert_cmpstr (question->rubric_id, ==, TEST_RUBRIC_ID);
}

static void
test_lists (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) packs = NULL;
  g_autoptr(IkBankTerms) terms = NULL;
  GPtrArray *titles;
  g_autoptr(GPtrArray) rubrics = NULL;
  g_autoptr(GPtrArray) competencies = NULL;
  g_autoptr(IkPack) pack = NULL;
  const IkPackSummary *summary;
  const IkSection *section;

  ik_test_library_fill (test);
  packs = ik_bank_list_packs (test->library, NULL, NULL);
  g_assert_cmpuint (packs->len, ==, 2);
  summary = packs->pdata[1];
  g_assert_cmpstr (summary->title, ==, "Backend");
  g_assert_cmpuint (summary->n_sections, ==, 2);
  g_assert_cmpuint (summary->n_questions, ==, 3);

  pack = ik_bank_load_pack (test->library, TEST_PACK_ID, NULL, NULL);
  g_assert_cmpuint (pack->sections->len, ==, 2);
  section = pack->sections->pdata[0];
  g_assert_cmpstr (section->introduction, ==, "Welcome.");
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 4);
  g_assert_cmpuint (pack->rubrics->len, ==, 1);
  g_assert_cmpuint (((IkRubric *) pack->rubrics->pdata[0])->levels->len, ==, 3);
  g_assert_cmpuint (pack->competencies->len, ==, 1);

  terms = ik_bank_terms_load (test->library, NULL, NULL);
  g_assert_cmpuint (terms->tags->len, ==, 2);
  g_assert_cmpstr (terms->tags->pdata[0], ==, "language");
  g_assert_cmpuint (terms->competencies->len, ==, 1);
  titles = g_hash_table_lookup (terms->sections, TEST_PACK_ID);
  g_assert_cmpuint (titles->len, ==, 2);
  g_assert_cmpstr (titles->pdata[0], ==, section->title);

  rubrics = ik_bank_list_rubrics (test->library, NULL, NULL);
  g_assert_cmpuint (rubrics->len, ==, 2);
  g_assert_cmpstr (((IkRubric *) rubrics->pdata[0])->id, ==, IK_RUBRIC_BUILT_IN_ID);

  competencies = ik_bank_list_competencies (test->library, NULL, NULL);
  g_assert_cmpuint (competencies->len, ==, 1);
}

static guint
count_questions (IkLibrary              *library,
                 const IkQuestionFilter *filter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) questions = ik_bank_list_questions (library, filter, NULL, &error);

  g_assert_no_error (error);
  return questions->len;
}

static void
test_filters (IkTestLibrary *test,
              gconstpointer  data)
{
  const char *const flat_pack[] = { TEST_FLAT_PACK_ID, NULL };
  const char *const tags[] = { "Performance", "\"quoted\" \\ tag", NULL };
  const char *const levels[] = { "junior", "senior", NULL };
  const char *const competencies[] = { "design", NULL };
  const char *const none[] = { NULL };
  const struct
  {
    IkQuestionFilter filter;
    guint            n;
  } cases[] = {
    { { NULL }, 4 },
    { { .states = IK_QUESTION_STATES_ALL }, 5 },
    { { .limit = 2 }, 2 },
    { { .pack_ids = flat_pack }, 1 },
    { { .pack_ids = none }, 4 },
    { { .tags = tags }, 1 },
    { { .levels = levels }, 2 },
    { { .kinds = 1u << IK_QUESTION_KIND_BEHAVIOURAL }, 1 },
    { { .competencies = competencies }, 2 },
    { { .query = "how" }, 2 },
    { { .query = "how", .levels = levels }, 1 },
    { { .query = " " }, 4 },
    { { .query = "?" }, 0 },
  };

  ik_test_library_fill (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpuint (count_questions (test->library, &cases[i].filter), ==, cases[i].n);
    }

  g_assert_cmpuint (count_questions (test->library, NULL), ==, 4);
}

static void
test_list_order (IkTestLibrary *test,
                 gconstpointer  data)
{
  static const char *const wanted[] = {
    TEST_FLAT_ID, TEST_OPENING_ID, TEST_CACHE_ID, TEST_DISPUTE_ID,
  };
  g_autoptr(GPtrArray) questions = NULL;
  const IkQuestionSummary *summary;

  ik_test_library_fill (test);
  questions = ik_bank_list_questions (test->library, NULL, NULL, NULL);
  g_assert_cmpuint (questions->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < questions->len; i++)
    g_assert_cmpstr (((IkQuestionSummary *) questions->pdata[i])->id, ==, wanted[i]);

  summary = questions->pdata[2];
  g_assert_cmpstr (summary->section, ==, "Systems");
  g_assert_cmpuint (summary->minutes, ==, 12);
  g_assert_cmpuint (summary->tags->len, ==, 1);
  summary = questions->pdata[3];
  g_assert_cmpuint (summary->minutes, ==, ik_question_kind_minutes (IK_QUESTION_KIND_BEHAVIOURAL));
  g_assert_cmpuint (summary->tags->len, ==, 0);
}

/* Whatever is typed is words to search for. */
static const struct
{
  const char *query;
  guint       n;
} queries[] = {
  { "cache", 1 },
  { "CACHE", 1 },
  { "c", 1 },
  { "si ca", 1 },
  { "how cache", 1 },
  { "how disagree", 0 },
  { "hit rate", 1 },
  { "old", 0 },
  { "", 0 },
  { "   ", 0 },
  { "\"", 0 },
  { "\"cache", 1 },
  { "cache\"*", 1 },
  { "cache AND", 0 },
  { "AND", 0 },
  { "NOT how", 0 },
  { "cache OR", 0 },
  { "NEAR(cache size)", 0 },
  { "prompt:cache", 0 },
  { "cache*", 1 },
  { "^cache", 1 },
  { "-cache", 1 },
  { "+ - * / ( ) { } : ^", 0 },
  { "'; DROP TABLE question; --", 0 },
  { "cäche", 1 },
  { "c\xff", 1 },
  { "c++", 1 },
  { "hit-r", 0 },
  { "hit-rat", 1 },
  { "%", 0 },
};

static void
test_queries (IkTestLibrary *test,
              gconstpointer  data)
{
  ik_test_library_fill (test);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) hits = ik_bank_search (test->library, queries[i].query, 10, NULL, &error);

      g_test_message ("query %u", i);
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, queries[i].n);
    }
}

static void
test_prompts_come_first (IkTestLibrary *test,
                         gconstpointer  data)
{
  g_autoptr(GPtrArray) hits = NULL;
  const IkSearchHit *hit;

  ik_test_library_fill (test);
  ik_test_library_run_sql (test, "UPDATE question SET reference_answer ="
                           " 'pointer pointer pointer pointer' WHERE id = '" TEST_CACHE_ID "';"
                           "INSERT INTO question_fts (question_fts) VALUES ('rebuild');"
                           "INSERT INTO prompt_fts (prompt_fts) VALUES ('rebuild');");

  hits = ik_bank_search (test->library, "point", 0, NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 2);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->id, ==, TEST_FLAT_ID);
  g_assert_cmpstr (hit->pack_title, ==, "A flat list");
  g_assert_cmpstr (hit->section, ==, "");
  g_assert_cmpstr (hit->snippet, ==,
                   "What is a " IK_SNIPPET_MATCH_BEGIN "pointer" IK_SNIPPET_MATCH_END "?");
}

static char *
search_first (IkTestLibrary *test,
              const char    *query,
              guint         *out_n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = ik_bank_search (test->library, query, 0, NULL, &error);

  g_assert_no_error (error);
  *out_n = hits->len;
  return hits->len > 0 ? g_strdup (((IkSearchHit *) hits->pdata[0])->id) : NULL;
}

/* Who types "java" does not mean JavaScript. */
static void
test_words_come_before_beginnings (IkTestLibrary *test,
                                   gconstpointer  data)
{
  g_autofree char *first = NULL;
  guint n;

  ik_test_library_fill (test);
  ik_test_library_run_sql (test, "UPDATE question SET prompt = 'JavaScript?' WHERE id = '"
                           TEST_CACHE_ID "';"
                           "UPDATE question SET prompt = 'What is there in Java?' WHERE id = '"
                           TEST_FLAT_ID "';"
                           "INSERT INTO question_fts (question_fts) VALUES ('rebuild');"
                           "INSERT INTO prompt_fts (prompt_fts) VALUES ('rebuild');");

  first = search_first (test, "java", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (first, ==, TEST_FLAT_ID);
}

/* Words of scripts without spaces are found inside a sentence, before and after
 * an undo. */
static void
test_unspaced (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(IkQuestion) question = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *first = NULL;
  guint n;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);
  question = ik_bank_load_question (test->library, TEST_FLAT_ID, NULL, &error);
  ik_text_set (&question->candidate.prompt, "什么是Redis缓存？");
  ik_text_set (&question->interviewer.reference_answer, "データベースの前にある");
  g_assert_true (ik_bank_save_question (test->library, question, NULL, &error));
  g_assert_no_error (error);

  first = search_first (test, "缓存", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (first, ==, TEST_FLAT_ID);
  g_free (search_first (test, "redis缓", &n));
  g_assert_cmpuint (n, ==, 1);
  g_free (search_first (test, "ベース", &n));
  g_assert_cmpuint (n, ==, 1);
  g_free (search_first (test, "存缓", &n));
  g_assert_cmpuint (n, ==, 0);

  ik_test_library_assert_undoes_to (test, before);
}

static void
test_removed_pack_is_not_found (IkTestLibrary *test,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(IkPack) pack = NULL;

  ik_test_library_fill (test);
  remove_pack (test->library);

  hits = ik_bank_search (test->library, "cache", 0, NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (count_questions (test->library, NULL), ==, 1);
  pack = ik_bank_load_pack (test->library, TEST_PACK_ID, NULL, &error);
  g_assert_null (pack);
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (ik_bank_remove_pack (test->library, TEST_PACK_ID, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no pack with the id “" TEST_PACK_ID "”");
}

static void
test_unknown_ids (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autoptr(IkQuestion) question = ik_question_new ("?");
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_bank_load_question (test->library, UNKNOWN_ID, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ik_bank_save_question (test->library, question, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ik_bank_remove_question (test->library, UNKNOWN_ID, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ik_bank_rename_pack (test->library, UNKNOWN_ID, "x", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ik_bank_add_question (test->library, UNKNOWN_ID, "", question, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

static void
test_prefixes (IkTestLibrary *test,
               gconstpointer  data)
{
  static const struct
  {
    IkRecordKind  kind;
    const char   *prefix;
    const char   *id;   /* NULL: an error */
    IkStoreError  code;
  } cases[] = {
    { IK_RECORD_PACK, TEST_PACK_ID, TEST_PACK_ID, 0 },
    { IK_RECORD_PACK, "aaaa", NULL, IK_STORE_ERROR_AMBIGUOUS },
    { IK_RECORD_PACK, "aaa", NULL, IK_STORE_ERROR_NOT_FOUND },
    { IK_RECORD_PACK, "", NULL, IK_STORE_ERROR_NOT_FOUND },
    { IK_RECORD_PACK, "%%%%", NULL, IK_STORE_ERROR_NOT_FOUND },
    { IK_RECORD_PACK, "bbbb", NULL, IK_STORE_ERROR_NOT_FOUND },
    { IK_RECORD_RUBRIC, "DDDD0000", TEST_RUBRIC_ID, 0 },
    { IK_RECORD_RUBRIC, "5b0f", IK_RUBRIC_BUILT_IN_ID, 0 },
    { IK_RECORD_QUESTION, "bbbb0000-0000-4000-8000-000000000005", TEST_FLAT_ID, 0 },
    { IK_RECORD_CANDIDATE, "aaaa", NULL, IK_STORE_ERROR_NOT_FOUND },
    { IK_RECORD_SET, "aaaa", NULL, IK_STORE_ERROR_NOT_FOUND },
    { IK_RECORD_INTERVIEW, "aaaa", NULL, IK_STORE_ERROR_NOT_FOUND },
  };

  ik_test_library_fill (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *id = ik_bank_resolve_id (test->library, cases[i].kind, cases[i].prefix, NULL,
                                                &error);

      g_test_message ("%s", cases[i].prefix);
      g_assert_cmpstr (id, ==, cases[i].id);
      if (cases[i].id == NULL)
        g_assert_error (error, IK_STORE_ERROR, (int) cases[i].code);
    }
}

/* A file may be large: it is written only where it changed. */
static void
test_save_leaves_files_alone (IkTestLibrary *test,
                              gconstpointer  data)
{
  g_autoptr(IkQuestion) question = NULL;
  g_autoptr(IkQuestion) saved = NULL;
  g_autoptr(GError) error = NULL;
  IkAttachment *attachment;

  ik_test_library_fill (test);
  ik_test_library_run_sql (test,
                           "CREATE TRIGGER no_insert BEFORE INSERT ON attachment BEGIN SELECT RAISE (ABORT, 'inserted'); END;"
                           "CREATE TRIGGER no_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE (ABORT, 'deleted'); END;"
                           "CREATE TRIGGER no_update BEFORE UPDATE ON attachment WHEN old.id = 'f2' BEGIN SELECT RAISE (ABORT, 'updated'); END;");
  question = load_question (test->library, TEST_CACHE_ID);
  attachment = question->candidate.attachments->pdata[0];
  ik_text_set (&question->candidate.prompt, "How large is a cache?");
  ik_text_set (&attachment->name, "drawing.png");
  g_assert_true (ik_bank_save_question (test->library, question, NULL, &error));
  g_assert_no_error (error);

  saved = load_question (test->library, TEST_CACHE_ID);
  attachment = saved->candidate.attachments->pdata[0];
  g_assert_cmpstr (attachment->name, ==, "drawing.png");
  g_assert_cmpuint (saved->interviewer.attachments->len, ==, 1);
}

static char *
dup_snippet (IkLibrary  *library,
             const char *query)
{
  const IkQuestionFilter filter = { .query = query };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rows = ik_bank_find_questions (library, &filter, NULL, &error);
  g_autoptr(GPtrArray) found = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  found = ik_bank_load_rows (library, query, (const gint64 *) (const void *) rows->data, rows->len,
                             NULL, &error);
  g_assert_no_error (error);

  return g_strdup (((const IkQuestionSummary *) found->pdata[0])->snippet);
}

/* The prompt shows what is in it. */
static void
test_snippets (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestion) question = NULL;
  g_autofree char *of_prompt = NULL;
  g_autofree char *of_both = NULL;
  g_autofree char *of_indicator = NULL;

  ik_test_library_fill (test);
  question = load_question (test->library, TEST_CACHE_ID);
  ik_text_set (&question->candidate.prompt, "How large is a quokka?");
  g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Asks for a wombat"));
  g_assert_true (ik_bank_save_question (test->library, question, NULL, &error));
  g_assert_no_error (error);

  of_prompt = dup_snippet (test->library, "quokka");
  of_both = dup_snippet (test->library, "QUOK wombat");
  of_indicator = dup_snippet (test->library, "womb");
  g_assert_null (of_prompt);
  g_assert_null (of_both);
  g_assert_cmpstr (of_indicator, ==,
                   "Asks for a " IK_SNIPPET_MATCH_BEGIN "wombat" IK_SNIPPET_MATCH_END);
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    g_test_add (operations[i].path, IkTestLibrary, GUINT_TO_POINTER (i),
                ik_test_library_set_up, test_undo, ik_test_library_tear_down);

  ADD ("/service/bank/save-changes-nothing", test_save_changes_nothing);
  ADD ("/service/bank/save-leaves-files-alone", test_save_leaves_files_alone);
  ADD ("/service/bank/lists", test_lists);
  ADD ("/service/bank/filters", test_filters);
  ADD ("/service/bank/list-order", test_list_order);
  ADD ("/service/bank/search/queries", test_queries);
  ADD ("/service/bank/search/prompts-come-first", test_prompts_come_first);
  ADD ("/service/bank/search/words-come-before-beginnings", test_words_come_before_beginnings);
  ADD ("/service/bank/search/unspaced", test_unspaced);
  ADD ("/service/bank/search/snippets", test_snippets);
  ADD ("/service/bank/removed-pack-is-not-found", test_removed_pack_is_not_found);
  ADD ("/service/bank/unknown-ids", test_unknown_ids);
  ADD ("/service/bank/prefixes", test_prefixes);

  return g_test_run ();
}
