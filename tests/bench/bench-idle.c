#include "ik-live-page.h"
#include "ik-test-widgets.h"

#include <sys/resource.h>

/* What an interview costs in which nobody types: the clocks go on. The cursor
 * doesn't blink, which is the desktop's to say. Fails where the bounds are not
 * kept. */

#define N_ITEMS 40
#define SECONDS 20

#define MAX_CPU_PERCENT 1.0
#define MAX_WAKE_UPS 12.0 /* a second */

static IkInterview *
create_interview (void)
{
  IkInterview *interview = ik_interview_new ();

  interview->slot_minutes = 60;
  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new ("What would you look at first?");

      g_ptr_array_add (question->interviewer.positive_indicators, g_strdup ("Measures"));
      g_ptr_array_add (interview->items, ik_interview_item_new (question));
    }

  return interview;
}

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gint64
get_cpu_us (const struct rusage *usage)
{
  return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * G_USEC_PER_SEC +
         usage->ru_utime.tv_usec + usage->ru_stime.tv_usec;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("bench-idle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, NULL);
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(IkLiveInterview) live = NULL;
  struct rusage before;
  struct rusage after;
  double cpu_percent;
  double wake_ups;

  ik_test_widgets_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  live = ik_live_interview_new (library, create_interview (), clock);
  ik_live_interview_start (live);
  ik_test_widgets_show (ik_live_page_new (live));
  ik_test_widgets_settle ();

  getrusage (RUSAGE_SELF, &before);
  g_timeout_add_seconds (SECONDS, stop_cb, loop);
  g_main_loop_run (loop);
  getrusage (RUSAGE_SELF, &after);

  cpu_percent = (double) (get_cpu_us (&after) - get_cpu_us (&before)) / (SECONDS * 10000.0);
  wake_ups = (double) (after.ru_nvcsw - before.ru_nvcsw) / SECONDS;
  g_print ("idle live page, %d s: %.2f %% of a core, %.1f wake-ups a second "
           "(bounds %.0f %% and %.0f)\n",
           SECONDS, cpu_percent, wake_ups, MAX_CPU_PERCENT, MAX_WAKE_UPS);

  return cpu_percent <= MAX_CPU_PERCENT && wake_ups <= MAX_WAKE_UPS ? 0 : 1;
}
