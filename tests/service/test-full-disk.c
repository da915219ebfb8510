#include "ik-test-interview.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/mount.h>
#include <unistd.h>

/* A disk that is full while somebody types: needs root, for a small disk of its
 * own. */

static char *
mount_disk (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("ik-test-XXXXXX", &error);

  g_assert_no_error (error);
  if (mount ("tmpfs", directory, "tmpfs", 0, "size=4m,mode=0700") == 0)
    return g_steal_pointer (&directory);

  g_rmdir (directory);
  return NULL;
}

static char *
fill_disk (const char *directory)
{
  char *path = g_build_filename (directory, "ballast", NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const char block[512] = { 0 };

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, sizeof block) == (gssize) sizeof block)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_close (fd, NULL);

  return path;
}

static void
failed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_live_interview_flush_finish (IK_LIVE_INTERVIEW (source), result, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FULL);
  *done = TRUE;
}

static void
type_on_full_disk (IkTestLibrary *test)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *note = NULL;
  g_autofree char *ballast = NULL;
  g_autofree char *message = NULL;
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  gboolean done = FALSE;

  live = ik_live_interview_new (test->library, ik_test_interview_load (test->library, id), clock);
  ik_live_interview_start (live);
  ik_test_interview_flush (live);

  /* More than what the journal may still hold */
  ballast = fill_disk (test->directory);
  ik_live_interview_set_note (live, text);
  ik_live_interview_flush_async (live, failed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (live, "save-error", &message, NULL);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "full"));

  text[0] = 'y';
  ik_live_interview_set_note (live, text);
  g_unlink (ballast);
  while (ik_live_interview_get_save_error (live) != NULL)
    g_main_context_iteration (NULL, TRUE);
  ik_test_interview_flush (live);
  note = ik_test_interview_dup_note (test->library, id);
  g_assert_cmpstr (note, ==, text);
  g_assert_finalize_object (g_steal_pointer (&live));
}

static void
test_full_disk (void)
{
  g_autofree char *directory = mount_disk ();
  IkTestLibrary test = { 0 };

  if (directory == NULL)
    {
      g_test_skip ("a small disk can be mounted by root only");
      return;
    }

  ik_test_library_set_up_in (&test, directory);
  type_on_full_disk (&test);
  ik_test_library_tear_down (&test, NULL);
  umount2 (directory, MNT_DETACH);
  g_rmdir (directory);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/service/live-interview/full-disk", test_full_disk);

  return g_test_run ();
}
