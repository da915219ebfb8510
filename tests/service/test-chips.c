#include "ik-chips.h"

#include "ik-list.h"
#include "ik-test-library.h"

static void
assert_listed (IkTestLibrary *test,
               const char    *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_chips_list (test->library, NULL, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (texts, NULL);
  joined = g_strjoinv (", ", (char **) texts->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
save (IkTestLibrary *test,
      const char    *chips)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_text_list_new ();
  g_auto(GStrv) words = g_strsplit (chips, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    ik_text_list_add (texts, words[i]);
  g_assert_true (ik_chips_save (test->library, texts, NULL, &error));
  g_assert_no_error (error);
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
  ADD ("undo", test_undo);

  return g_test_run ();
}
