#include "ik-searches.h"
#include "ik-test-library.h"

/* Searches that are kept: what comes back, and undo of each step. */

static const char *const packs[] = { "a pack", "another", NULL };
static const char *const sections[] = { "a section", NULL };
static const char *const tags[] = { "", "Performance", NULL };
static const char *const competencies[] = { "Design", NULL };
static const char *const levels[] = { "junior", "senior", NULL };

static const IkQuestionFilter all_fields = {
  .query = "how “it” works",
  .pack_ids = packs,
  .section_ids = sections,
  .tags = tags,
  .competencies = competencies,
  .levels = levels,
  .kinds = 1u << IK_QUESTION_KIND_OPEN | 1u << IK_QUESTION_KIND_CANDIDATE_QUESTIONS,
    .states = 1u << IK_QUESTION_STATE_ARCHIVED,
    .minutes_from = 3,
    .minutes_to = 12,
    .used = IK_WANTED_NO,
    .answered = IK_WANTED_YES,
    .sort = IK_QUESTION_SORT_LAST_USED,
    .is_descending = TRUE,
};

static GPtrArray *
list (IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *searches = ik_searches_list (test->library, NULL, &error);

  g_assert_no_error (error);
  return searches;
}

static char *
add (IkTestLibrary          *test,
     const char             *name,
     const IkQuestionFilter *filter)
{
  g_autoptr(GError) error = NULL;
  char *id = ik_searches_add (test->library, name, filter, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
test_comes_back (IkTestLibrary *test,
                 gconstpointer  data)
{
  const IkQuestionFilter nothing = { NULL };
  g_autofree char *id = add (test, " Short ones ", &all_fields);
  g_autofree char *other_id = add (test, "all", &nothing);
  g_autoptr(GPtrArray) searches = NULL;
  const IkSavedSearch *search;

  ik_test_library_reopen (test);
  searches = list (test);
  g_assert_cmpuint (searches->len, ==, 2);

  search = searches->pdata[0];
  g_assert_cmpstr (search->id, ==, other_id);
  g_assert_true (ik_question_filter_equal (search->filter, &nothing));
  search = searches->pdata[1];
  g_assert_cmpstr (search->id, ==, id);
  g_assert_cmpstr (search->name, ==, "Short ones");
  g_assert_true (ik_question_filter_equal (search->filter, &all_fields));
}

static void
test_add_and_undo (IkTestLibrary *test,
                   gconstpointer  data)
{
  g_autofree char *before = ik_test_library_dump (test);

  g_free (add (test, "Short ones", &all_fields));
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_replace_and_undo (IkTestLibrary *test,
                       gconstpointer  data)
{
  const IkQuestionFilter other = { .query = "other words", .levels = levels };
  g_autofree char *id = add (test, "Short ones", &all_fields);
  g_autofree char *replaced_id = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) searches = NULL;
  const IkSavedSearch *search;

  ik_test_library_reopen (test);
  before = ik_test_library_dump (test);
  replaced_id = ik_searches_replace (test->library, " short ONES", &other, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (replaced_id, ==, id);
  searches = list (test);
  g_assert_cmpuint (searches->len, ==, 1);
  search = searches->pdata[0];
  g_assert_cmpstr (search->name, ==, "short ONES");
  g_assert_true (ik_question_filter_equal (search->filter, &other));
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_rename_and_undo (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autofree char *id = add (test, "Short ones", &all_fields);
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) searches = NULL;

  ik_test_library_reopen (test);
  before = ik_test_library_dump (test);
  g_assert_true (ik_searches_rename (test->library, id, "SHORT ones", NULL, &error));
  g_assert_no_error (error);
  searches = list (test);
  g_assert_cmpstr (((IkSavedSearch *) searches->pdata[0])->name, ==, "SHORT ones");
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_remove_and_undo (IkTestLibrary *test,
                      gconstpointer  data)
{
  g_autofree char *id = add (test, "Short ones", &all_fields);
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) searches = NULL;

  ik_test_library_reopen (test);
  before = ik_test_library_dump (test);
  g_assert_true (ik_searches_remove (test->library, id, NULL, &error));
  g_assert_no_error (error);
  searches = list (test);
  g_assert_cmpuint (searches->len, ==, 0);
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_refused (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autofree char *id = add (test, "Short ones", &all_fields);
  g_autofree char *other_id = add (test, "Others", &all_fields);
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_searches_add (test->library, "  ", &all_fields, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ik_searches_add (test->library, "short ONES", &all_fields, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "There is a saved search “short ONES” already; choose another name");
  g_clear_error (&error);
  g_assert_false (ik_searches_rename (test->library, other_id, "Short ones", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ik_searches_rename (test->library, "nobody", "New", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ik_searches_remove (test->library, "nobody", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/service/searches/" path, IkTestLibrary, NULL, \
              ik_test_library_set_up, func, ik_test_library_tear_down)
  ADD ("comes-back", test_comes_back);
  ADD ("add-and-undo", test_add_and_undo);
  ADD ("replace-and-undo", test_replace_and_undo);
  ADD ("rename-and-undo", test_rename_and_undo);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
