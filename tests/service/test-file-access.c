#include "ik-file-access.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NAME "report.pdf"
#define BEFORE "what was there"
#define AFTER "what is there now"

typedef struct
{
  char   *folder;
  char   *path;
  GFile  *file;
  GError *failure;  /* (owned) (nullable): what becomes of writing */
  char   *seen;     /* (owned) (nullable): what @path held while it was written */
  guint   n_seen;   /* files in the folder at that time */
} Fixture;

static guint
count_files (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ik-access-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, NAME, NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_object (&fixture->file);
  g_clear_error (&fixture->failure);
  g_free (fixture->seen);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
put (const char *path)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, BEFORE, -1, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

/* Half of it is on disk when somebody looks. */
static gboolean
write_cb (GOutputStream  *output,
          gpointer        user_data,
          GCancellable   *cancellable,
          GError        **error)
{
  Fixture *fixture = user_data;
  gsize half = strlen (AFTER) / 2;

  if (!g_output_stream_write_all (output, AFTER, half, NULL, cancellable, error) ||
      !g_output_stream_flush (output, cancellable, error))
    return FALSE;

  g_clear_pointer (&fixture->seen, g_free);
  g_file_get_contents (fixture->path, &fixture->seen, NULL, NULL);
  fixture->n_seen = count_files (fixture->folder);
  if (fixture->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (fixture->failure));
      return FALSE;
    }

  return g_output_stream_write_all (output, AFTER + half, strlen (AFTER) - half, NULL, cancellable,
                                    error);
}

static gboolean
write_file (Fixture  *fixture,
            GError  **error)
{
  return ik_file_access_write (fixture->file, G_FILE_CREATE_PRIVATE, write_cb, fixture, NULL,
                               error);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_test_summary ("A new file is not there before it is whole");

  g_assert_true (write_file (fixture, &error));
  g_assert_no_error (error);
  g_assert_null (fixture->seen);
  g_assert_cmpuint (fixture->n_seen, ==, 1);
  assert_holds (fixture->path, AFTER);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_over (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  g_test_summary ("What was there is there until the new one is whole");

  put (fixture->path);
  g_assert_true (write_file (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->seen, ==, BEFORE);
  assert_holds (fixture->path, AFTER);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_test_summary ("What a link leads to is written whole as well, and the link stays");

  put (target);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  fixture->failure = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  g_assert_false (write_file (fixture, &error));
  g_assert_cmpstr (fixture->seen, ==, BEFORE);
  assert_holds (target, BEFORE);

  g_clear_error (&error);
  g_clear_error (&fixture->failure);
  g_assert_true (write_file (fixture, &error));
  assert_holds (target, AFTER);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_remove (target), ==, 0);
}

static void
test_fails (Fixture       *fixture,
            gconstpointer  user_data)
{
  gboolean is_there = GPOINTER_TO_INT (user_data);
  g_autoptr(GError) error = NULL;

  g_test_summary ("Where the disk is full, all is as it was");

  if (is_there)
    put (fixture->path);
  fixture->failure = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  g_assert_false (write_file (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "There is no room for “"));
  g_assert_nonnull (strstr (error->message, NAME));
  g_assert_cmpuint (count_files (fixture->folder), ==, is_there ? 1 : 0);
  if (is_there)
    assert_holds (fixture->path, BEFORE);
}

static void
test_says_why (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  g_test_summary ("What is no matter of the file is said as it is");

  fixture->failure = g_error_new_literal (G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "too hard");
  g_assert_false (write_file (fixture, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE);
  g_assert_cmpstr (error->message, ==, "too hard");
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ik_file_access_write (fixture->file, G_FILE_CREATE_PRIVATE, write_cb, fixture,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

#define ADD(name, data, func) \
  g_test_add ("/service/file-access/" name, Fixture, data, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("new", NULL, test_new);
  ADD ("over", NULL, test_over);
  ADD ("link", NULL, test_link);
  ADD ("fails/new", GINT_TO_POINTER (FALSE), test_fails);
  ADD ("fails/over", GINT_TO_POINTER (TRUE), test_fails);
  ADD ("says-why", NULL, test_says_why);
  ADD ("cancelled", NULL, test_cancelled);

  return g_test_run ();
}
