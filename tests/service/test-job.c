#include "ik-job.h"

#include "ik-test-library.h"

/* Work that is cancelled the moment it is done. */
static gpointer
done_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_cancellable_cancel (cancellable);

  return g_strdup ("stored");
}

static gpointer
refused_job (IkLibrary     *library,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_cancellable_cancel (cancellable);
  g_cancellable_set_error_if_cancelled (cancellable, error);

  return NULL;
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **ended = user_data;

  *ended = g_object_ref (result);
}

static char *
finish (GAsyncResult **ended,
        GError       **error)
{
  char *stored;

  while (*ended == NULL)
    g_main_context_iteration (NULL, TRUE);
  stored = ik_job_run_finish (*ended, error);
  g_clear_object (ended);

  return stored;
}

static void
test_cancelled (IkTestLibrary *test,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) ended = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("What was read for somebody who no longer wants it is dropped");

  ik_job_run_async (test->library, test->library, done_job, NULL, NULL, g_free, cancellable,
                    ended_cb, &ended);
  g_assert_null (finish (&ended, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_change (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) ended = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *stored = NULL;

  g_test_summary ("What is stored when a cancel comes is reported as stored");

  ik_job_change_async (test->library, test->library, done_job, NULL, NULL, g_free, cancellable,
                       ended_cb, &ended);
  stored = finish (&ended, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored, ==, "stored");

  g_cancellable_reset (cancellable);
  ik_job_change_async (test->library, test->library, refused_job, NULL, NULL, g_free, cancellable,
                       ended_cb, &ended);
  g_assert_null (finish (&ended, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) \
  g_test_add ("/service/job/" path, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("cancelled", test_cancelled);
  ADD ("change", test_change);

  return g_test_run ();
}
