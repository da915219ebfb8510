#include "ik-interviews.h"
#include "ik-reports.h"
#include "ik-test-interview.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static gboolean
export (IkTestLibrary  *test,
        const char     *id,
        const char     *path,
        GError        **error)
{
  const char *ids[] = { id, NULL };
  IkReportOptions options = { 0 };
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return ik_reports_export (test->library, ids, file, &options, NULL, error);
}

static void
test_formats (IkTestLibrary *test,
              gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } cases[] = {
    { "report.pdf", "%PDF-" },
    { "report.MD", "#" },
    { "report.json", "{" },
  };
  g_autofree char *id = ik_test_interview_plan (test);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (test->directory, cases[i].name, NULL);
      g_autofree char *content = NULL;
      g_autoptr(GError) error = NULL;
      GStatBuf info;

      g_assert_true (export (test, id, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, &error));
      g_assert_true (g_str_has_prefix (content, cases[i].begins));
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
    }
}

static void
test_replaces_whole (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autofree char *path = g_build_filename (test->directory, "report.json", NULL);
  g_autofree char *long_text = g_strnfill (1000000, 'x');
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, long_text, -1, &error);
  g_assert_no_error (error);
  g_assert_false (export (test, "nothing", path, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_cmpstr (content, ==, long_text);
  g_clear_pointer (&content, g_free);

  g_assert_true (export (test, id, path, &error));
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_nonnull (strstr (content, "Ada Example"));
  g_assert_null (strstr (content, "xxxx"));
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* No file may grow past a few bytes meanwhile, as on a full disk. */
static gboolean
export_without_room (IkTestLibrary  *test,
                     const char     *id,
                     const char     *path,
                     GError        **error)
{
  struct rlimit before;
  struct rlimit little;
  gboolean is_written;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  little = before;
  little.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  is_written = export (test, id, path, error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  return is_written;
}

static void
test_no_room (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autofree char *folder = g_build_filename (test->directory, "reports", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("Where a PDF can't be written to its end, there is no part of it");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (export_without_room (test, id, path, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "report.pdf” can't be written: "));
  g_assert_cmpuint (count_files (folder), ==, 0);

  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "before", -1, &error));
  g_assert_false (export_without_room (test, id, path, &error));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_refused (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autofree char *unknown = g_build_filename (test->directory, "report.doc", NULL);
  g_autofree char *nowhere = g_build_filename (test->directory, "missing", "report.json", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (export (test, id, unknown, &error));
  g_assert_error (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "report.doc"));
  g_clear_error (&error);
  g_assert_false (g_file_test (unknown, G_FILE_TEST_EXISTS));

  g_assert_false (export (test, id, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "missing/report.json” is not there: make it"));
}

#define ADD(name, func) \
  g_test_add ("/service/reports/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("formats", test_formats);
  ADD ("replaces-whole", test_replaces_whole);
  ADD ("no-room", test_no_room);
  ADD ("refused", test_refused);

  return g_test_run ();
}
