#include "ik-live-page.h"
#include "ik-test-interview.h"
#include "ik-test-widgets.h"

#define N_ITEMS 100
#define NOTE_LETTERS 2000
#define N_KEYS 600

/* What an interviewer may wait for a letter more than in a bare text view, and how
 * long a frame may take. */
#define MAX_ABOVE_US 16000
#define MAX_FRAME_US 33000

/* The frames of a window while somebody types into it. */
typedef struct
{
  gint64 begun_us;
  gint64 begun_cpu_us;
  gint64 painted_us;       /* 0 until the next one is */
  gint64 longest_us;       /* on the wall */
  gint64 longest_cpu_us;
} Frames;

static char *
create_note (void)
{
  GString *text = g_string_new (NULL);

  while (text->len < NOTE_LETTERS)
    g_string_append (text, text->len % 400 < 40 ? "\nHe **measures** before he changes "
                                                : "what it does and says why ");

  return g_string_free (text, FALSE);
}

/* With a note for each question. */
static IkLiveInterview *
hold_interview (IkTestLibrary *test,
                IkClock       *clock)
{
  g_autofree char *id = ik_test_interview_plan (test);
  g_autofree char *note = create_note ();
  IkInterview *interview = ik_test_interview_load (test->library, id);
  IkLiveInterview *live = ik_live_interview_new (test->library, interview, clock);

  ik_live_interview_start (live);
  while (interview->items->len < N_ITEMS)
    ik_live_interview_add_question (live, "What would you look at first?");
  for (guint i = 0; i < N_ITEMS; i++)
    {
      ik_live_interview_go_to (live, i);
      ik_live_interview_set_note (live, note);
    }
  ik_test_interview_flush (live);

  return live;
}

static void
before_paint_cb (GdkFrameClock *frame_clock,
                 Frames        *frames)
{
  frames->begun_us = g_get_monotonic_time ();
  frames->begun_cpu_us = ik_test_widgets_get_cpu_us ();
}

static void
after_paint_cb (GdkFrameClock *frame_clock,
                Frames        *frames)
{
  frames->painted_us = g_get_monotonic_time ();
  frames->longest_us = MAX (frames->longest_us, frames->painted_us - frames->begun_us);
  frames->longest_cpu_us = MAX (frames->longest_cpu_us,
                                ik_test_widgets_get_cpu_us () - frames->begun_cpu_us);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

typedef struct
{
  gint64 p99_us;           /* from a letter to the painted frame, on the wall */
  gint64 longest_cpu_us;   /* of a frame */
} Figures;

/* Types into @view; prints how long a letter takes until it is painted. */
static Figures
type (const char  *what,
      GtkTextView *view)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (view));
  gint64 waits_us[N_KEYS];
  Frames frames = { 0 };

  g_signal_connect (frame_clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect (frame_clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  for (guint i = 0; i < N_KEYS; i++)
    {
      gint64 start_us = g_get_monotonic_time ();

      frames.painted_us = 0;
      g_signal_emit_by_name (view, "insert-at-cursor", i % 6 == 5 ? " " : "x");
      while (frames.painted_us == 0)
        g_main_context_iteration (NULL, TRUE);
      waits_us[i] = frames.painted_us - start_us;
    }
  g_signal_handlers_disconnect_by_data (frame_clock, &frames);

  qsort (waits_us, N_KEYS, sizeof *waits_us, compare);
  g_print ("%s: letter to painted frame, %d letters: median %.1f ms, p99 %.1f ms; "
           "longest frame %.1f ms, of that %.1f ms CPU time\n",
           what, N_KEYS, (double) waits_us[N_KEYS / 2] / 1000,
           (double) waits_us[N_KEYS * 99 / 100] / 1000, (double) frames.longest_us / 1000,
           (double) frames.longest_cpu_us / 1000);

  return (Figures) { waits_us[N_KEYS * 99 / 100], frames.longest_cpu_us };
}

static gint64
type_bare (void)
{
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *note = create_note ();
  GtkWidget *window;
  gint64 p99_us;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), note, -1);
  window = ik_test_widgets_show (view);
  p99_us = type ("bare text view", GTK_TEXT_VIEW (view)).p99_us;
  gtk_window_destroy (GTK_WINDOW (window));

  return p99_us;
}

/* Types into a bare text view and into the note of a question, in one run, so
 * that the frame clock's beat and whatever else the machine does are in both.
 * The interview is saved meanwhile as it always is. Fails where the bounds are
 * not kept. */
int
main (int    argc,
      char **argv)
{
  IkTestLibrary test;
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(IkLiveInterview) live = NULL;
  gint64 bare_us;
  Figures note;
  GtkWidget *page;
  GtkWidget *window;

  ik_test_widgets_init (&argc, &argv);
  bare_us = type_bare ();

  ik_test_library_set_up (&test, NULL);
  live = hold_interview (&test, clock);
  page = ik_live_page_new (live);
  window = ik_test_widgets_show (page);
  note = type ("note of 100 questions, saving",
               GTK_TEXT_VIEW (ik_test_widgets_find (page, GTK_TYPE_TEXT_VIEW, "note")));
  g_print ("p99 above the bare view: %.1f ms (bound %d); longest frame (bound %d)\n",
           (double) (note.p99_us - bare_us) / 1000, MAX_ABOVE_US / 1000, MAX_FRAME_US / 1000);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_interview_flush (live);
  g_clear_object (&live);
  ik_test_library_tear_down (&test, NULL);

  return note.p99_us - bare_us <= MAX_ABOVE_US && note.longest_cpu_us <= MAX_FRAME_US ? 0 : 1;
}
