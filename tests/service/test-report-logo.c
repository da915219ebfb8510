#include "ik-report-logo.h"

#include "ik-test-library.h"

static GBytes *
find (IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  GBytes *logo;

  g_assert_true (ik_report_logo_find (test->library, &logo, NULL, &error));
  g_assert_no_error (error);
  return logo;
}

static void
save (IkTestLibrary *test,
      GBytes        *logo)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ik_report_logo_save (test->library, logo, NULL, &error));
  g_assert_no_error (error);
}

static void
test_keeps (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\x89PNG\0\xff", 6);
  g_autoptr(GBytes) kept = NULL;

  g_test_summary ("A logo is in the library until it is taken away");

  g_assert_null (find (test));
  save (test, bytes);
  ik_test_library_reopen (test);
  kept = find (test);
  g_assert_true (g_bytes_equal (kept, bytes));
  save (test, NULL);
  g_assert_null (find (test));
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(GBytes) one = g_bytes_new_static ("one", 3);
  g_autoptr(GBytes) other = g_bytes_new_static ("other", 5);
  g_autofree char *with_one = NULL;
  g_autofree char *with_other = NULL;

  save (test, one);
  with_one = ik_test_library_dump (test);
  save (test, other);
  ik_test_library_assert_undoes_to (test, with_one);
  with_other = ik_test_library_dump (test);
  save (test, NULL);
  ik_test_library_assert_undoes_to (test, with_other);
}

static void
test_no_picture (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "logo.png", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) none = g_file_new_for_path ("/none.png");
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) none_error = NULL;

  g_test_summary ("What is no picture is told in a sentence with its name");

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "no picture", -1, NULL));
  g_assert_null (ik_report_logo_read (file, NULL, &error));
  g_assert_cmpstr (error->message, ==, "“logo.png” is no picture that can be read: choose a PNG, "
                   "JPEG or SVG file");
  g_assert_null (ik_report_logo_read (none, NULL, &none_error));
  g_assert_error (none_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(name, func) \
  g_test_add ("/service/report-logo/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("keeps", test_keeps);
  ADD ("undo", test_undo);
  ADD ("no-picture", test_no_picture);

  return g_test_run ();
}
