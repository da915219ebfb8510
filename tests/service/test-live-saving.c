#include "ik-interview-lock.h"
#include "ik-live-interview.h"
#include "ik-rescue-copy.h"
#include "ik-test-live.h"

#include <string.h>

/* What a live interview does to be on disk, and what it does where that fails. */

/* It was started, and its first item was shown. */
#define N_START_EVENTS 2

static gboolean
is_stored (IkTestLive *fixture,
           const char *note)
{
  g_autofree char *text = ik_test_interview_dup_note (fixture->base.library, fixture->id);

  return g_str_equal (text, note);
}

static gboolean
due_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Without being asked to, 250 ms after the first key; keys that follow do not
 * put it off. Timers of one main loop come in their order however busy the
 * machine is, and the library does one thing after the other. */
static void
test_autosave (IkTestLive    *fixture,
               gconstpointer  data)
{
  gboolean is_due = FALSE;
  guint n_keys = 0;

  ik_live_interview_start (fixture->live);
  ik_test_live_flush (fixture);
  ik_live_interview_set_note (fixture->live, "A");
  g_timeout_add (250, due_cb, &is_due);

  while (!is_due)
    {
      g_autofree char *text = g_strdup_printf ("A%0*u", (int) ++n_keys, 0);

      while (!is_due && g_main_context_iteration (NULL, FALSE))
        ;
      ik_live_interview_set_note (fixture->live, text);
      g_usleep (10 * 1000);
    }

  ik_test_interview_wait_for_writes (fixture->base.library);
  g_assert_false (is_stored (fixture, ""));
}

static void
failed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_live_interview_flush_finish (IK_LIVE_INTERVIEW (source), result, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  *done = TRUE;
}

/* A save that fails loses nothing, and goes through once it can. */
static void
test_save_error (IkTestLive    *fixture,
                 gconstpointer  data)
{
  g_autoptr(IkInterview) stored = NULL;
  gboolean done = FALSE;

  ik_live_interview_start (fixture->live);
  ik_test_live_flush (fixture);
  ik_test_library_run_sql (&fixture->base, "UPDATE interview SET state = 'handed_in'");

  ik_live_interview_set_note (fixture->live, "Before");
  ik_live_interview_flush_async (fixture->live, failed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ik_live_interview_get_save_error (fixture->live));
  ik_live_interview_set_note (fixture->live, "Before and after");
  ik_live_interview_rate (fixture->live, 2);

  ik_test_library_run_sql (&fixture->base, "UPDATE interview SET state = 'live'");
  while (ik_live_interview_get_save_error (fixture->live) != NULL)
    g_main_context_iteration (NULL, TRUE);
  ik_test_live_flush (fixture);
  g_assert_true (is_stored (fixture, "Before and after"));
  stored = ik_test_live_load (fixture);
  g_assert_cmpuint (stored->events->len, ==, N_START_EVENTS);
}

static gboolean
be_busy (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_usleep (200 * 1000);
  return TRUE;
}

static void
close_at_once_cb (GApplication *application,
                  IkTestLive   *fixture)
{
  g_application_hold (application);
  ik_library_write_async (fixture->base.library, NULL, IK_PRIORITY_LIVE, be_busy, NULL, NULL, NULL,
                          NULL, NULL);
  ik_live_interview_set_note (fixture->live, "Last wor");
  g_clear_object (&fixture->live);
  g_application_release (application);
}

/* The program ends right behind the last key, and the library has other things to
 * do: it has to wait. */
static void
test_end_of_program (IkTestLive    *fixture,
                     gconstpointer  data)
{
  g_autoptr(GApplication) application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  ik_live_interview_start (fixture->live);
  ik_test_live_flush (fixture);
  g_signal_connect (application, "activate", G_CALLBACK (close_at_once_cb), fixture);
  g_assert_cmpint (g_application_run (application, 0, NULL), ==, 0);
  g_assert_true (is_stored (fixture, "Last wor"));

  fixture->live = ik_live_interview_new (fixture->base.library, ik_test_live_load (fixture),
                                         IK_CLOCK (fixture->clock));
}

/* What could not be saved before the library was closed is in the copy, and the
 * interview is free for whoever opens the library again. */
static void
test_closed_library (IkTestLive    *fixture,
                     gconstpointer  data)
{
  IkLibrary *library = fixture->base.library;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;

  ik_live_interview_start (fixture->live);
  ik_test_live_flush (fixture);
  ik_live_interview_take_lock (fixture->live,
                               ik_interview_lock_new (library, fixture->id, "Ada", &error));
  g_assert_no_error (error);
  ik_live_interview_set_note (fixture->live, "Too late");
  ik_library_close (library);
  g_clear_object (&fixture->live);
  while (ik_interview_lock_is_any_held (library))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }

  path = ik_rescue_copy_find (fixture->id);
  g_assert_nonnull (path);
  g_file_get_contents (path, &copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (copy, "Too late"));
  ik_rescue_copy_remove (fixture->id);

  ik_test_library_reopen (&fixture->base);
  fixture->live = ik_live_interview_new (fixture->base.library, ik_test_live_load (fixture),
                                         IK_CLOCK (fixture->clock));
}

#define ADD(name, func) \
  g_test_add ("/service/live-saving/" name, IkTestLive, NULL, ik_test_live_set_up, func, \
              ik_test_live_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("autosave", test_autosave);
  ADD ("save-error", test_save_error);
  ADD ("end-of-program", test_end_of_program);
  ADD ("closed-library", test_closed_library);

  return g_test_run ();
}
