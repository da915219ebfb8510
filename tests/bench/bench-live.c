#include "ik-live-page.h"
#include "ik-test-widgets.h"

#define N_ITEMS 200

/* Words of people's length; one question holds a single word of 100 kB. */
static char *
create_text (guint n_chars)
{
  GString *text = g_string_new (NULL);

  while (text->len < n_chars)
    g_string_append (text, "measure what it does before changing ");

  return g_string_free (text, FALSE);
}

static IkInterviewItem *
create_item (guint index)
{
  g_autofree char *prompt = g_strdup_printf ("Question %u: what would you look at first?", index);
  g_autoptr(IkQuestion) question = ik_question_new (prompt);

  g_free (question->candidate.details);
  question->candidate.details = index == N_ITEMS / 2 ? g_strnfill (100 * 1000, 'x')
                                                     : create_text (2000);
  g_free (question->interviewer.reference_answer);
  question->interviewer.reference_answer = create_text (4000);
  for (guint i = 0; i < 6; i++)
    {
      g_ptr_array_add (question->interviewer.follow_ups, create_text (80));
      g_ptr_array_add (question->interviewer.positive_indicators, create_text (70));
      g_ptr_array_add (question->interviewer.red_flags, create_text (70));
    }

  return ik_interview_item_new (question);
}

static IkInterview *
create_interview (void)
{
  IkInterview *interview = ik_interview_new ();

  interview->slot_minutes = 60;
  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  for (guint i = 0; i < N_ITEMS; i++)
    g_ptr_array_add (interview->items, create_item (i));

  return interview;
}

static IkLibrary *
open_library (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr(GError) error = NULL;
  IkLibrary *library = ik_library_open (path, NULL, &error);

  g_assert_no_error (error);
  return library;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
print_figures (const char *what,
               gint64     *times_us,
               guint       n_times)
{
  qsort (times_us, n_times, sizeof *times_us, compare);
  g_print ("%s per change of question, %u questions: "
           "median %.1f ms, p99 %.1f ms, longest %.1f ms\n",
           what, N_ITEMS, (double) times_us[n_times / 2] / 1000,
           (double) times_us[n_times * 99 / 100] / 1000, (double) times_us[n_times - 1] / 1000);
}

static void
painted_cb (GdkFrameClock *frame_clock,
            gint64        *out_at_us)
{
  *out_at_us = g_get_monotonic_time ();
}

/* From the action to the end of the first frame after it. */
static gint64
change_question (GtkWidget *page,
                 gint64    *out_stall_us)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (page);
  gint64 painted_us = 0;
  gulong id = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (painted_cb), &painted_us);
  gint64 start_us = g_get_monotonic_time ();
  gint64 start_cpu_us = ik_test_widgets_get_cpu_us ();
  gint64 stall_us;

  gtk_widget_activate_action (page, "live.next", NULL);
  stall_us = ik_test_widgets_get_cpu_us () - start_cpu_us;
  while (painted_us == 0)
    {
      gint64 turn_us = ik_test_widgets_get_cpu_us ();

      g_main_context_iteration (NULL, TRUE);
      stall_us = MAX (stall_us, ik_test_widgets_get_cpu_us () - turn_us);
    }
  g_signal_handler_disconnect (frame_clock, id);
  *out_stall_us = MAX (stall_us, ik_test_widgets_settle ());

  return painted_us - start_us;
}

/* Goes through all questions; prints the longest time that the main loop was
 * busy without a break after each step, frame included, in CPU time, and the
 * time on the wall until the new question was painted, which the frame clock's
 * beat and whatever else the machine does are part of. */
int
main (int    argc,
      char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("bench-live-XXXXXX", NULL);
  g_autoptr(IkLibrary) library = open_library (directory);
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  gint64 stalls_us[N_ITEMS - 1];
  gint64 waits_us[N_ITEMS - 1];
  GtkWidget *page;

  ik_test_widgets_init (&argc, &argv);
  live = ik_live_interview_new (library, create_interview (), clock);
  ik_live_interview_start (live);
  page = ik_live_page_new (live);
  ik_test_widgets_show (page);

  for (guint i = 0; i < G_N_ELEMENTS (stalls_us); i++)
    waits_us[i] = change_question (page, &stalls_us[i]);

  print_figures ("CPU time, main loop busy without a break,", stalls_us,
                 G_N_ELEMENTS (stalls_us));
  print_figures ("wall time, from the key to the painted frame,", waits_us,
                 G_N_ELEMENTS (waits_us));

  return 0;
}
