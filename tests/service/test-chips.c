#include "ik-chips.h"

#include "ik-list.h"
#include "ik-test-library.h"

static void
assert_texts (GPtrArray  *texts,
              const char *expected)
{
  g_autofree char *joined = NULL;

  g_ptr_array_add (texts, NULL);
  joined = g_strjoinv (", ", (char **) texts->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_listed_for (IkTestLibrary *test,
                   const char    *rubric_id,
                   const char    *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_chips_list (test->library, rubric_id, NULL, &error);

  g_assert_no_error (error);
  assert_texts (texts, expected);
}

static void
assert_listed (IkTestLibrary *test,
               const char    *expected)
{
  assert_listed_for (test, NULL, expected);
}

/* What stands beside a question that is rated by a rubric, or not rated. */
static void
assert_beside (IkTestLibrary *test,
               const char    *rubric_id,
               const char    *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkChips) chips = ik_chips_load (test->library, NULL, &error);
  g_autoptr(GPtrArray) texts = NULL;

  g_assert_no_error (error);
  texts = ik_chips_for_rubric (chips, rubric_id);
  assert_texts (texts, expected);
}

static void
save_for (IkTestLibrary *test,
          const char    *rubric_id,
          const char    *chips)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_text_list_new ();
  g_auto(GStrv) words = g_strsplit (chips, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    ik_text_list_add (texts, words[i]);
  g_assert_true (ik_chips_save (test->library, rubric_id, texts, NULL, &error));
  g_assert_no_error (error);
}

static void
save (IkTestLibrary *test,
      const char    *chips)
{
  save_for (test, NULL, chips);
}

static void
test_usual (IkTestLibrary *test,
            gconstpointer  data)
{
  g_test_summary ("The usual chips are there until somebody wants others, or none");

  assert_listed (test, "Good example, Needed a hint, Own initiative");
  save (test, "");
  assert_listed (test, "");
  save (test, "Second,First,Second");
  ik_test_library_reopen (test);
  assert_listed (test, "Second, First");
}

static void
test_rubric (IkTestLibrary *test,
             gconstpointer  data)
{
  g_test_summary ("Chips of a rubric come on top of those of each question, each text once");

  ik_test_library_fill (test);
  assert_listed_for (test, TEST_RUBRIC_ID, "");
  save_for (test, TEST_RUBRIC_ID, "Edge cases,Own initiative");
  assert_listed_for (test, TEST_RUBRIC_ID, "Edge cases, Own initiative");

  /* The usual ones stand there until they are chosen for each question. */
  assert_beside (test, TEST_RUBRIC_ID,
                 "Good example, Needed a hint, Own initiative, Edge cases");
  assert_beside (test, NULL, "Good example, Needed a hint, Own initiative");
  save (test, "First");
  ik_test_library_reopen (test);
  assert_beside (test, TEST_RUBRIC_ID, "First, Edge cases, Own initiative");
  assert_beside (test, NULL, "First");

  save_for (test, TEST_RUBRIC_ID, "");
  assert_beside (test, TEST_RUBRIC_ID, "First");
}

static void
test_undo_rubric (IkTestLibrary *test,
                  gconstpointer  data)
{
  g_autofree char *before = NULL;

  ik_test_library_fill (test);
  save_for (test, TEST_RUBRIC_ID, "First,Second");
  before = ik_test_library_dump (test);
  g_ptr_array_set_size (test->changesets, 0);
  save_for (test, TEST_RUBRIC_ID, "Third,First");
  ik_test_library_assert_undoes_to (test, before);
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *before = NULL;

  save (test, "First,Second");
  before = ik_test_library_dump (test);
  g_ptr_array_set_size (test->changesets, 0);
  save (test, "Third,First");
  ik_test_library_assert_undoes_to (test, before);
}

#define ADD(name, func) \
  g_test_add ("/service/chips/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("usual", test_usual);
  ADD ("rubric", test_rubric);
  ADD ("undo", test_undo);
  ADD ("undo-rubric", test_undo_rubric);

  return g_test_run ();
}
