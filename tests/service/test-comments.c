#include "ik-comments.h"

#include "ik-test-library.h"

static void
save (IkTestLibrary *test,
      const char    *line,
      const char    *other_line)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) comments = ik_comments_new ();

  g_ptr_array_add (comments, ik_comment_new_from_line (line));
  g_ptr_array_add (comments, ik_comment_new_from_line (other_line));
  g_assert_true (ik_comments_save (test->library, comments, NULL, &error));
  g_assert_no_error (error);
}

static void
test_lines (void)
{
  g_autoptr(IkComment) comment = ik_comment_new_from_line ("  hint  Needed a hint ");
  g_autofree char *line = ik_comment_to_line (comment);

  g_assert_cmpstr (comment->word, ==, "hint");
  g_assert_cmpstr (line, ==, "hint Needed a hint");
  g_assert_null (ik_comment_new_from_line ("hint "));
  g_assert_null (ik_comment_new_from_line (" "));
}

static void
test_keeps (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) comments = NULL;

  g_test_summary ("Comments are found by their word in any case, and no word stands for two");

  save (test, "höhe Height", "HÖHE Again");
  ik_test_library_reopen (test);
  comments = ik_comments_list (test->library, NULL, NULL);
  g_assert_cmpuint (comments->len, ==, 1);
  g_assert_cmpstr (ik_comments_find (comments, "Höhe")->text, ==, "Height");
  g_assert_null (ik_comments_find (comments, "Höh"));
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *before = NULL;

  save (test, "a First", "b Second");
  before = ik_test_library_dump (test);
  g_ptr_array_set_size (test->changesets, 0);
  save (test, "c Third", "a Other");
  ik_test_library_assert_undoes_to (test, before);
}

#define ADD(name, func) \
  g_test_add ("/service/comments/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/service/comments/lines", test_lines);
  ADD ("keeps", test_keeps);
  ADD ("undo", test_undo);

  return g_test_run ();
}
