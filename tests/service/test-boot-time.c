#include "ik-test-interview.h"

/* The clock of an interview through a suspend: a child sees the boot clock an
 * hour later than it is, in a time namespace of its own (time_namespaces(7)). */

#define ASLEEP_S "3600"
#define ASLEEP_MS (3600 * 1000)
#define MAX_ERROR_MS 1000

/* Prints how long the interview and its first item have lasted. */
static int
print_elapsed (const char *path,
               const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, &error);
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  gboolean estimated;

  g_assert_no_error (error);
  live = ik_live_interview_new (library, ik_test_interview_load (library, id), clock);
  ik_live_interview_get_slot_remaining_ms (live, &estimated);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n",
           ik_live_interview_get_elapsed_ms (live),
           ik_live_interview_get_item_elapsed_ms (live, 0), estimated);

  return 0;
}

/* What the child prints, an hour later by the boot clock; %NULL where no such
 * namespace can be made. */
static char *
run_later (const char *path,
           const char *id)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *words[] = { "unshare", "--time", "--boottime", ASLEEP_S, "--fork", program,
                          "--elapsed", path, id, NULL };
  char *output = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) words, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     &output, NULL, &status, NULL) ||
      !g_spawn_check_wait_status (status, NULL))
    g_clear_pointer (&output, g_free);

  return output;
}

/* Whether a time lies between two others, by what an error may be. */
static gboolean
is_between (gint64 ms,
            gint64 before_ms,
            gint64 after_ms)
{
  return ms >= before_ms - MAX_ERROR_MS && ms <= after_ms + MAX_ERROR_MS;
}

static void
test_suspend (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  g_autofree char *output = NULL;
  g_auto(GStrv) words = NULL;
  gint64 before_ms;
  gint64 after_ms;

  live = ik_live_interview_new (test->library, ik_test_interview_load (test->library, id), clock);
  ik_live_interview_start (live);
  ik_test_interview_flush (live);

  before_ms = ik_live_interview_get_elapsed_ms (live) + ASLEEP_MS;
  output = run_later (test->path, id);
  after_ms = ik_live_interview_get_elapsed_ms (live) + ASLEEP_MS;
  if (output == NULL)
    {
      g_test_skip ("a time namespace can be made by root only");
      g_assert_finalize_object (g_steal_pointer (&live));
      return;
    }

  words = g_strsplit_set (output, " \n", 4);
  for (guint i = 0; i < 2; i++)
    g_assert_true (is_between (g_ascii_strtoll (words[i], NULL, 10), before_ms, after_ms));
  g_assert_cmpstr (words[2], ==, "0");
  ik_test_interview_flush (live);
  g_assert_finalize_object (g_steal_pointer (&live));
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--elapsed"))
    return print_elapsed (argv[2], argv[3]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/service/live-interview/suspend", IkTestLibrary, NULL, ik_test_library_set_up,
              test_suspend, ik_test_library_tear_down);

  return g_test_run ();
}
