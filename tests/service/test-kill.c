#include "ik-test-interview.h"

#include <string.h>

/* Nothing typed is lost but the last 250 ms: a child holds a live interview,
 * types and says so on a pipe, rates, pauses and switches, and the parent kills
 * it. IK_KILLS says how often, where 20 times are not enough. */

#define N_KILLS 20
#define MAX_LOSS_MS 250

/* The clock of the slot may be off by so much after a kill. */
#define MAX_CLOCK_ERROR_MS 1000

/* Of what the child says: when it began, and what it has typed and found stored. */
#define BEGAN "began "
#define TYPED "typed "
#define STORED "stored "

/* What stands at @index of the text that is typed: words and paragraphs. */
static char
get_key (gsize index)
{
  if (index % 97 == 96)
    return '\n';

  return index % 7 == 6 ? ' ' : (char) ('a' + index % 26);
}

/* The child */

typedef struct
{
  IkLibrary       *library;
  const char      *id;
  IkLiveInterview *live;
  GString         *text;
  GRand           *rand;
} Typist;

/* A key that has to be stored by now. */
typedef struct
{
  Typist *typist;
  gsize   n_keys;
} Due;

static void
say (const char *what,
     gsize       n_keys)
{
  g_print ("%s%" G_GSIZE_FORMAT " %" G_GINT64_FORMAT "\n", what, n_keys, g_get_monotonic_time ());
}

static gboolean
check_cb (gpointer data)
{
  g_autofree Due *due = data;
  g_autofree char *note = NULL;

  ik_test_interview_wait_for_writes (due->typist->library);
  note = ik_test_interview_dup_note (due->typist->library, due->typist->id);
  g_assert_cmpuint (strlen (note), >=, due->n_keys);
  say (STORED, due->n_keys);

  return G_SOURCE_REMOVE;
}

/* How long a disk takes is not the matter here: the save may have had to wait for
 * the one before, and begins as that is reported to the main loop. */
static gboolean
due_cb (gpointer data)
{
  Due *due = data;

  ik_test_interview_wait_for_writes (due->typist->library);
  g_idle_add_full (G_PRIORITY_DEFAULT, check_cb, due, NULL);

  return G_SOURCE_REMOVE;
}

/* Now and then something else than typing, and back to the first item. */
static void
do_something_else (Typist *typist)
{
  IkLiveInterview *live = typist->live;

  switch (g_rand_int_range (typist->rand, 0, 60))
    {
    case 0:
      ik_live_interview_set_outcome (live, IK_OUTCOME_PARTLY);
      break;
    case 1:
      ik_live_interview_rate (live, g_rand_int_range (typist->rand, 1, 6));
      break;
    case 2:
      ik_live_interview_set_paused (live, !ik_live_interview_is_paused (live), NULL);
      break;
    case 3:
      ik_live_interview_next (live);
      ik_live_interview_toggle_indicator (live, 0);
      ik_live_interview_go_to (live, 0);
      break;
    case 4:
      ik_live_interview_add_question (live, "Why?");
      ik_live_interview_go_to (live, 0);
      break;
    default:
      break;
    }
}

static gboolean
type_cb (gpointer data)
{
  Typist *typist = data;
  Due *due = g_new0 (Due, 1);

  do_something_else (typist);

  g_string_append_c (typist->text, get_key (typist->text->len));
  ik_live_interview_set_note (typist->live, typist->text->str);
  say (TYPED, typist->text->len);

  due->typist = typist;
  due->n_keys = typist->text->len;
  g_timeout_add (MAX_LOSS_MS, due_cb, due);
  g_timeout_add ((guint) g_rand_int_range (typist->rand, 1, 40), type_cb, typist);
  return G_SOURCE_REMOVE;
}

static int
type (const char *path,
      const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, &error);
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *note = NULL;
  Typist typist = { .library = library, .id = id };

  g_assert_no_error (error);
  note = ik_test_interview_dup_note (library, id);
  typist.text = g_string_new (note);
  typist.rand = g_rand_new ();
  typist.live = ik_live_interview_new (library, ik_test_interview_load (library, id), clock);
  g_print (BEGAN "%" G_GINT64_FORMAT "\n", g_get_real_time ());
  ik_live_interview_start (typist.live);
  ik_live_interview_go_to (typist.live, 0);
  type_cb (&typist);
  g_main_loop_run (loop);

  return 0;
}

/* The parent */

/* What the child says, up to the @n_wanted-th time that it says @what; all of it
 * where it is gone before. Returns whether it did. */
static gboolean
read_until (GDataInputStream *stream,
            GString          *log,
            const char       *what,
            guint             n_wanted)
{
  guint n_said = 0;
  char *line;

  while (n_said < n_wanted &&
         (line = g_data_input_stream_read_line (stream, NULL, NULL, NULL)) != NULL)
    {
      if (g_str_has_prefix (line, what))
        n_said++;
      g_string_append_printf (log, "%s\n", line);
      g_free (line);
    }

  return n_said == n_wanted;
}

/* The most keys that the child found stored. */
static gsize
find_stored (const char *log)
{
  const char *last = g_strrstr (log, STORED);

  return last != NULL ? g_ascii_strtoull (last + strlen (STORED), NULL, 10) : 0;
}

/* When the key that made the text longer than @n_keys was typed, or -1. */
static gint64
find_lost_key_us (const char *log,
                  gsize       n_keys)
{
  g_auto(GStrv) lines = g_strsplit (log, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *end;

      if (g_str_has_prefix (lines[i], TYPED) &&
          g_ascii_strtoull (lines[i] + strlen (TYPED), &end, 10) > n_keys)
        return g_ascii_strtoll (end, NULL, 10);
    }

  return -1;
}

static gint64
find_began_us (const char *log)
{
  const char *line = strstr (log, BEGAN);

  g_assert_nonnull (line);
  return g_ascii_strtoll (line + strlen (BEGAN), NULL, 10);
}

/* The slot's clock goes on as if nothing had been killed, and so does the item. */
static void
check_clock (IkLibrary  *library,
             const char *id,
             gint64      begun_us)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  gint64 elapsed_ms;

  live = ik_live_interview_new (library, ik_test_interview_load (library, id), clock);
  elapsed_ms = ik_live_interview_get_elapsed_ms (live);
  g_assert_cmpint (ABS (elapsed_ms - (g_get_real_time () - begun_us) / 1000), <=,
                   MAX_CLOCK_ERROR_MS);
  g_assert_cmpint (ik_live_interview_get_item_elapsed_ms (live, 0), <=,
                   elapsed_ms + MAX_CLOCK_ERROR_MS);
}

/* Returns how many milliseconds of typing are missing. */
static gint64
check_library (IkTestLibrary *test,
               const char    *id,
               const char    *log,
               gint64         killed_us,
               gint64         begun_us)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (test->path, NULL, &error);
  g_autofree char *note = NULL;
  gint64 lost_us;

  g_assert_no_error (error);
  g_assert_true (ik_library_check (library, &problems, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  note = ik_test_interview_dup_note (library, id);
  for (gsize i = 0; note[i] != '\0'; i++)
    g_assert_cmpint (note[i], ==, get_key (i));

  check_clock (library, id, begun_us);
  g_assert_cmpuint (strlen (note), >=, find_stored (log));
  lost_us = find_lost_key_us (log, strlen (note));
  return lost_us >= 0 ? (killed_us - lost_us) / 1000 : 0;
}

static gint64
kill_once (IkTestLibrary *test,
           const char    *id,
           gint64        *begun_us)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GDataInputStream) stream = NULL;
  g_autoptr(GString) log = g_string_new (NULL);
  gint64 killed_us;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                            "/proc/self/exe", "--type", test->path, id, NULL);
  g_assert_no_error (error);
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));

  /* A moment that nobody chose. */
  g_assert_true (read_until (stream, log, TYPED, 1));
  if (*begun_us == 0)
    *begun_us = find_began_us (log->str);
  g_assert_true (read_until (stream, log, STORED, (guint) g_test_rand_int_range (0, 20)));
  g_usleep ((gulong) g_test_rand_int_range (0, 200) * 1000);
  killed_us = g_get_monotonic_time ();
  g_subprocess_force_exit (child);
  read_until (stream, log, TYPED, G_MAXUINT);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);

  return check_library (test, id, log->str, killed_us, *begun_us);
}

/* Kills one interview again and again, which goes on each time. */
static gint64
kill_often (guint n_kills)
{
  IkTestLibrary test = { 0 };
  g_autofree char *id = NULL;
  gint64 begun_us = 0;
  gint64 worst_ms = 0;

  ik_test_library_set_up (&test, NULL);
  id = ik_test_interview_plan (&test);
  for (guint i = 0; i < n_kills; i++)
    worst_ms = MAX (worst_ms, kill_once (&test, id, &begun_us));
  ik_test_library_tear_down (&test, NULL);

  return worst_ms;
}

static void
test_kill (void)
{
  const char *wanted = g_getenv ("IK_KILLS");
  guint n_kills = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_KILLS;
  gint64 worst_ms = 0;

  /* What is typed grows, so a new interview begins in time. */
  for (guint n = 0; n < n_kills; n += N_KILLS)
    worst_ms = MAX (worst_ms, kill_often (MIN (N_KILLS, n_kills - n)));

  g_test_minimized_result ((double) worst_ms, "at most %" G_GINT64_FORMAT " ms of typing missing "
                           "after %u kills", worst_ms, n_kills);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--type"))
    return type (argv[2], argv[3]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/service/live-interview/kill", test_kill);

  return g_test_run ();
}
