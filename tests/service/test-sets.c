#include "ik-sets.h"
#include "ik-set-checks.h"
#include "ik-interviews.h"
#include "ik-rubric.h"
#include "ik-test-library.h"
#include "ik-text.h"

static const char *const both_packs[] = { TEST_PACK_ID, TEST_FLAT_PACK_ID, NULL };
static const char *const backend[] = { TEST_PACK_ID, NULL };
static const char *const two_questions[] = { TEST_FLAT_ID, TEST_OPENING_ID, NULL };
static const char *const archived[] = { TEST_ARCHIVED_ID, NULL };
static const char *const performance[] = { "Performance", NULL };
static const char *const junior[] = { "junior", "mid", NULL };
static const char *const flat_optional[] = { TEST_FLAT_ID, NULL };

static const struct
{
  const char   *name;
  IkSetRequest  request;
  const char   *question_ids; /* joined by spaces */
  guint         n_sections;
} selections[] = {
  { "nothing", { .title = "T" }, "", 0 },
  { "one-pack", { .title = "T", .pack_ids = backend },
    TEST_OPENING_ID " " TEST_CACHE_ID " " TEST_DISPUTE_ID, 2 },
  { "packs-in-order", { .title = "T", .pack_ids = both_packs },
    TEST_OPENING_ID " " TEST_CACHE_ID " " TEST_DISPUTE_ID " " TEST_FLAT_ID, 2 },
  { "questions-alone", { .title = "T", .question_ids = two_questions },
    TEST_FLAT_ID " " TEST_OPENING_ID, 1 },
  { "archived-by-name", { .title = "T", .question_ids = archived }, TEST_ARCHIVED_ID, 1 },
  { "pack-and-questions", { .title = "T", .pack_ids = backend, .question_ids = two_questions },
    TEST_OPENING_ID " " TEST_CACHE_ID " " TEST_DISPUTE_ID " " TEST_FLAT_ID, 2 },
  { "tag", { .title = "T", .tags = performance }, TEST_CACHE_ID, 1 },
  { "level", { .title = "T", .levels = junior }, TEST_FLAT_ID, 0 },
  { "level-in-pack", { .title = "T", .pack_ids = backend, .levels = junior }, "", 0 },
};

static char *
join_question_ids (const IkQuestionSet *set)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < set->items->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((IkSetItem *) set->items->pdata[i])->question_id);

  return g_string_free (ids, FALSE);
}

static void
test_select (IkTestLibrary *test,
             gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(IkQuestionSet) created = NULL;
  g_autoptr(IkQuestionSet) loaded = NULL;
  g_autofree char *created_ids = NULL;
  g_autofree char *loaded_ids = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  created = ik_sets_create (test->library, &selections[i].request, NULL, &error);
  g_assert_no_error (error);
  loaded = ik_sets_load (test->library, created->id, NULL, &error);
  g_assert_no_error (error);

  created_ids = join_question_ids (created);
  loaded_ids = join_question_ids (loaded);
  g_assert_cmpstr (created_ids, ==, selections[i].question_ids);
  g_assert_cmpstr (loaded_ids, ==, selections[i].question_ids);
  g_assert_cmpuint (loaded->sections->len, ==, selections[i].n_sections);
}

static void
test_details (IkTestLibrary *test,
              gconstpointer  data)
{
  IkSetRequest request = {
    .title = "Screening", .role = "Engineer", .pack_ids = both_packs,
    .optional_ids = flat_optional, .rubric_id = TEST_RUBRIC_ID, .slot_minutes = 45,
  };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  const IkSetItem *item;
  const IkSetSection *section;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);
  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  g_assert_cmpstr (set->role, ==, "Engineer");
  g_assert_cmpstr (set->rubric_id, ==, TEST_RUBRIC_ID);
  g_assert_cmpuint (set->slot_minutes, ==, 45);

  item = set->items->pdata[0];
  section = ik_question_set_find_section (set, item->section_id);
  g_assert_cmpstr (section->title, ==, "Warming up");
  g_assert_cmpstr (section->introduction, ==, "Welcome.");
  g_assert_cmpuint (item->minutes, ==, ik_question_kind_minutes (IK_QUESTION_KIND_OPENING));
  g_assert_true (item->required);

  item = set->items->pdata[1];
  g_assert_cmpuint (item->minutes, ==, 12);

  item = set->items->pdata[3];
  g_assert_null (item->section_id);
  g_assert_false (item->required);
}

static void
test_fit_slot (IkTestLibrary *test,
               gconstpointer  data)
{
  g_test_summary ("A slot that is to fit holds all questions, in quarters of an hour");

  ik_test_library_fill (test);
  for (guint i = 0; i < 3; i++)
    {
      /* One pack, the other one, and none. */
      const char *pack_ids[] = { both_packs[i], NULL };
      IkSetRequest request = { .title = "Fits", .pack_ids = pack_ids, .fit_slot = TRUE };
      g_autoptr(IkQuestionSet) set = NULL;
      g_autoptr(GError) error = NULL;
      guint minutes;

      set = ik_sets_create (test->library, &request, NULL, &error);
      g_assert_no_error (error);
      minutes = ik_question_set_get_planned_minutes (set);
      g_assert_cmpuint (set->slot_minutes % 15, ==, 0);
      g_assert_cmpuint (set->slot_minutes, >=, minutes);
      g_assert_cmpuint (set->slot_minutes, <, minutes + 15);
    }
}

static void
test_refused (IkTestLibrary *test,
              gconstpointer  data)
{
  static const char *const unknown[] = { "nothing-like-this", NULL };
  const struct
  {
    IkSetRequest request;
    IkStoreError code;
  } cases[] = {
    { { .title = " " }, IK_STORE_ERROR_REFUSED },
    { { .title = "T", .question_ids = unknown }, IK_STORE_ERROR_NOT_FOUND },
    { { .title = "T", .pack_ids = unknown }, IK_STORE_ERROR_NOT_FOUND },
    { { .title = "T", .rubric_id = unknown[0] }, IK_STORE_ERROR_NOT_FOUND },
    { { .title = "T", .pack_ids = backend, .optional_ids = flat_optional },
      IK_STORE_ERROR_REFUSED },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ik_sets_create (test->library, &cases[i].request, NULL, &error));
      g_assert_error (error, IK_STORE_ERROR, (int) cases[i].code);
    }

  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);
}

static void
test_built_in_rubric (IkTestLibrary *test,
                      gconstpointer  data)
{
  IkSetRequest request = { .title = "T", .rubric_id = IK_RUBRIC_BUILT_IN_ID };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkQuestionSet) loaded = NULL;
  g_autoptr(GError) error = NULL;

  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  loaded = ik_sets_load (test->library, set->id, NULL, &error);
  g_assert_null (loaded->rubric_id);
}

static void
test_duplicate_and_remove (IkTestLibrary *test,
                           gconstpointer  data)
{
  IkSetRequest request = { .title = "Screening", .pack_ids = backend };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkQuestionSet) copy = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  g_autofree char *copy_id = NULL;
  g_autofree char *set_ids = NULL;
  g_autofree char *copy_ids = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  set = ik_sets_create (test->library, &request, NULL, &error);
  before = ik_test_library_dump (test);
  copy_id = ik_sets_duplicate (test->library, set->id, NULL, &error);
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  copy = ik_sets_load (test->library, copy_id, NULL, &error);
  set_ids = join_question_ids (set);
  copy_ids = join_question_ids (copy);
  g_assert_cmpstr (copy->title, ==, "Screening (copy)");
  g_assert_cmpstr (copy_ids, ==, set_ids);
  for (guint i = 0; i < copy->items->len; i++)
    g_assert_nonnull (ik_question_set_find_section (copy, ((IkSetItem *) copy->items->pdata[i])->section_id));

  g_assert_true (ik_sets_remove (test->library, set->id, NULL, &error));
  sets = ik_sets_list (test->library, NULL, &error);
  g_assert_cmpuint (sets->len, ==, 1);
  g_assert_cmpuint (((IkSetSummary *) sets->pdata[0])->n_items, ==, 3);
  g_assert_cmpuint (((IkSetSummary *) sets->pdata[0])->planned_minutes, ==, 20);
}

/* A weight wants a reason; both are frozen into an interview, with the level that
 * has to be reached, and planning refuses a level that is not on the scale. */
static void
test_scoring (IkTestLibrary *test,
              gconstpointer  data)
{
  IkSetRequest request = { .title = "Screening", .pack_ids = backend };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  IkPlanRequest plan = { .candidate_name = "Ada Moss" };
  const IkInterviewItem *frozen;
  IkSetItem *item;

  ik_test_library_fill (test);
  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  plan.set_id = set->id;
  item = set->items->pdata[1];

  item->weight = 3;
  g_assert_false (ik_sets_save (test->library, set, "Score", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);

  before = ik_test_library_dump (test);
  ik_text_set (&item->weight_reason, "Main part of the job");
  item->knock_out = 3;
  g_assert_true (ik_sets_save (test->library, set, "Score", NULL, &error));
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  interview = ik_interviews_plan (test->library, &plan, NULL, &error);
  g_assert_no_error (error);
  frozen = interview->items->pdata[1];
  g_assert_cmpuint (frozen->weight, ==, 3);
  g_assert_cmpstr (frozen->weight_reason, ==, "Main part of the job");
  g_assert_cmpint (frozen->knock_out, ==, 3);
  frozen = interview->items->pdata[0];
  g_assert_cmpuint (frozen->weight, ==, IK_WEIGHT_EQUAL);
  g_assert_cmpint (frozen->knock_out, ==, IK_RATING_NONE);

  item->knock_out = 70;
  g_assert_true (ik_sets_save (test->library, set, "Score", NULL, &error));
  g_assert_null (ik_interviews_plan (test->library, &plan, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

static void
test_section_minutes (IkTestLibrary *test,
                      gconstpointer  data)
{
  IkSetRequest request = { .title = "Screening", .pack_ids = backend };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkSetCheck) check = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;

  g_test_summary ("The time of a section is kept, undone, and what goes beyond it is said");

  ik_test_library_fill (test);
  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  before = ik_test_library_dump (test);
  ((IkSetSection *) set->sections->pdata[1])->minutes = 1;
  g_assert_true (ik_sets_save (test->library, set, "Edit Section", NULL, &error));
  g_assert_no_error (error);

  check = ik_set_checks_run (test->library, set->id, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((IkSetSection *) check->set->sections->pdata[1])->minutes, ==, 1);
  g_assert_cmpint (((IkSetHint *) check->hints->pdata[0])->kind, ==, IK_SET_HINT_LONG_SECTION);
  g_assert_cmpstr (((IkSetHint *) check->hints->pdata[0])->line_id, ==,
                   ((IkSetSection *) set->sections->pdata[1])->id);
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_offered (IkTestLibrary *test,
              gconstpointer  data)
{
  const char *const one[] = { TEST_OPENING_ID, NULL };
  IkSetRequest request = { .title = "Screening", .question_ids = one };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkSetCheck) check = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("What a pack measures and the set leaves out is a gap, without other packs");

  ik_test_library_fill (test);
  set = ik_sets_create (test->library, &request, NULL, &error);
  g_assert_no_error (error);
  check = ik_set_checks_run (test->library, set->id, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check->offered->len, ==, 1);
  g_assert_cmpstr (((IkCompetency *) check->offered->pdata[0])->id, ==, TEST_COMPETENCY_ID);
  g_assert_cmpuint (check->coverage->n_competencies, ==, 0);
  g_assert_cmpuint (check->coverage->gaps->len, ==, 1);

  g_clear_pointer (&check, ik_set_check_free);
  g_assert_null (ik_set_checks_run (test->library, "nothing", NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, data, func) \
  g_test_add ("/service/sets/" name, IkTestLibrary, data, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autofree char *path = g_strconcat ("/service/sets/select/", selections[i].name, NULL);

      g_test_add (path, IkTestLibrary, GUINT_TO_POINTER (i), ik_test_library_set_up, test_select,
                  ik_test_library_tear_down);
    }
  ADD ("details", NULL, test_details);
  ADD ("scoring", NULL, test_scoring);
  ADD ("section-minutes", NULL, test_section_minutes);
  ADD ("offered", NULL, test_offered);
  ADD ("fit-slot", NULL, test_fit_slot);
  ADD ("refused", NULL, test_refused);
  ADD ("built-in-rubric", NULL, test_built_in_rubric);
  ADD ("duplicate-and-remove", NULL, test_duplicate_and_remove);

  return g_test_run ();
}
