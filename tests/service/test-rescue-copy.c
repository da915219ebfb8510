#include "ik-rescue-copy.h"

#include <glib/gstdio.h>

static IkInterview *
create_interview (void)
{
  g_autoptr(IkQuestion) question = ik_question_new ("Why?");
  IkInterview *interview = ik_interview_new ();

  g_ptr_array_add (interview->items, ik_interview_item_new (question));
  return interview;
}

static char *
write_copy (const IkInterview *interview)
{
  g_autoptr(GError) error = NULL;
  char *path = ik_rescue_copy_write (interview, &error);

  g_assert_no_error (error);
  return path;
}

/* The folder for the state can't be written at first, and later it can. */
static void
test_only_one (void)
{
  g_autoptr(IkInterview) interview = create_interview ();
  const char *state_dir = g_get_user_state_dir ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *found = NULL;

  g_assert_true (g_file_set_contents (state_dir, "no folder", -1, NULL));
  first = write_copy (interview);
  g_assert_false (g_str_has_prefix (first, state_dir));
  found = ik_rescue_copy_find (interview->id);
  g_assert_cmpstr (found, ==, first);
  g_clear_pointer (&found, g_free);

  g_assert_cmpint (g_unlink (state_dir), ==, 0);
  second = write_copy (interview);
  g_assert_true (g_str_has_prefix (second, state_dir));
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  found = ik_rescue_copy_find (interview->id);
  g_assert_cmpstr (found, ==, second);

  ik_rescue_copy_remove (interview->id);
  g_assert_null (ik_rescue_copy_find (interview->id));
  ik_rescue_copy_remove (interview->id);
}

/* It is offered once, and goes when the interview is done. */
static void
test_taken_once (void)
{
  g_autoptr(IkInterview) interview = create_interview ();
  g_autofree char *written = write_copy (interview);
  g_autofree char *taken = ik_rescue_copy_take (interview);

  g_assert_nonnull (taken);
  g_assert_true (g_file_test (taken, G_FILE_TEST_EXISTS));
  g_assert_null (ik_rescue_copy_take (interview));
  ik_rescue_copy_remove (interview->id);
  g_assert_true (g_file_test (taken, G_FILE_TEST_EXISTS));
  ik_rescue_copy_remove_all (interview->id);
  g_assert_false (g_file_test (taken, G_FILE_TEST_EXISTS));
}

/* What the library has as well is nobody's to read. */
static void
test_outdated (void)
{
  g_autoptr(IkInterview) interview = create_interview ();
  g_autofree char *written = write_copy (interview);

  interview->focused.wall_us = g_get_real_time () + G_TIME_SPAN_MINUTE;
  g_assert_null (ik_rescue_copy_take (interview));
  g_assert_false (g_file_test (written, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/service/rescue-copy/only-one", test_only_one);
  g_test_add_func ("/service/rescue-copy/taken-once", test_taken_once);
  g_test_add_func ("/service/rescue-copy/outdated", test_outdated);

  return g_test_run ();
}
