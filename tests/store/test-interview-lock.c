#include "ik-database.h"
#include "ik-interview-lock.h"
#include "ik-test-library.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define ONE "c0ffee00-0000-4000-8000-000000000001"
#define OTHER "c0ffee00-0000-4000-8000-000000000002"

/* Somebody else gets another interview of the library, but not the same one
 * until it is let go. */
static void
test_shuts_out (IkTestLibrary *test,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInterviewLock) one = NULL;
  g_autoptr(IkInterviewLock) other = NULL;
  g_autoptr(IkInterviewLock) again = NULL;

  g_assert_false (ik_interview_lock_is_any_held (test->library));
  one = ik_interview_lock_new (test->library, ONE, "Ada", &error);
  g_assert_no_error (error);
  g_assert_true (ik_interview_lock_is_any_held (test->library));
  other = ik_interview_lock_new (test->library, OTHER, "Ada", &error);
  g_assert_no_error (error);

  again = ik_interview_lock_new (test->library, ONE, "Ada", &error);
  g_assert_null (again);
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "Ada"));
  g_clear_error (&error);

  g_clear_pointer (&one, ik_interview_lock_free);
  again = ik_interview_lock_new (test->library, ONE, "Ada", &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);

  g_clear_pointer (&other, ik_interview_lock_free);
  g_assert_true (ik_interview_lock_is_any_held (test->library));
  g_clear_pointer (&again, ik_interview_lock_free);
  g_assert_false (ik_interview_lock_is_any_held (test->library));
}

/* In place of the C library's: a file system on a server may have no locks. */
static gboolean has_no_locks;

int
fcntl64 (int fd,
         int command,
         ...)
{
  va_list arguments;
  void *argument;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);

  if (has_no_locks && command == F_OFD_SETLK)
    {
      errno = ENOLCK;
      return -1;
    }

  return (int) syscall (SYS_fcntl, fd, command, argument);
}

/* Nobody holds it then, and it isn't said. */
static void
test_no_locks (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  has_no_locks = TRUE;
  g_assert_null (ik_interview_lock_new (test->library, ONE, "Ada", &error));
  has_no_locks = FALSE;
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "Ada"));
  g_assert_null (strstr (error->message, "another window of"));
}

/* The file is nobody else's to read, and holds nothing. */
static void
test_file (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *path = g_strconcat (test->path, "-held", NULL);
  g_autoptr(IkInterviewLock) lock = ik_interview_lock_new (test->library, ONE, "Ada", NULL);
  GStatBuf info;

  g_assert_nonnull (lock);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, 0);
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/interview-lock/shuts-out", test_shuts_out);
  ADD ("/store/interview-lock/file", test_file);
  ADD ("/store/interview-lock/no-locks", test_no_locks);

  return g_test_run ();
}
