#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ik-bank-item.h"
#include "ik-bank-list.h"
#include "ik-bank-page.h"
#include "ik-bank-rows.h"
#include "ik-bank-view.h"
#include "ik-bench-stall.h"
#include "ik-found-questions.h"
#include "ik-import.h"
#include "ik-text.h"
#include "ik-widgets.h"
#include "ik-window.h"

/* The list of all questions: how long it takes to open, what a frame takes while
 * it is scrolled, dragged and searched, how long a key takes to what it finds, and
 * what the list takes of memory. Times of a
 * frame are those of the main thread, from the first phase of it to the last;
 * others may use the machine as well. */

#define SETTLE_MS 1500
#define N_FRAMES 200

static GArray *frames_us; /* element-type gint64 */
static gint64 frame_start_us;

static gint64
get_busy_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_frame_cb (void)
{
  frame_start_us = get_busy_us ();
}

static void
after_frame_cb (void)
{
  gint64 frame_us = get_busy_us () - frame_start_us;

  g_array_append_val (frames_us, frame_us);
}

static int
compare_cb (gconstpointer one,
            gconstpointer other)
{
  gint64 a = *(const gint64 *) one;
  gint64 b = *(const gint64 *) other;

  return a < b ? -1 : a > b;
}

static void
report_frames (const char *name)
{
  guint last = frames_us->len - 1;

  g_array_sort (frames_us, compare_cb);
  g_print ("%-30s %4u frames, median %5.1f ms, p95 %5.1f ms, worst %5.1f ms; longest stall %5.1f ms\n",
           name, frames_us->len, (double) g_array_index (frames_us, gint64, last / 2) / 1000,
           (double) g_array_index (frames_us, gint64, last * 95 / 100) / 1000,
           (double) g_array_index (frames_us, gint64, last) / 1000,
           (double) ik_bench_stall_take () / 1000);
  g_array_set_size (frames_us, 0);
}

/* Filling, in a process of its own, or its memory would be counted. */

static const char *const words[] = {
  "index", "cache", "thread", "customer", "conflict", "deadline", "query", "memory", "latency",
  "release", "incident", "review", "estimate", "feedback", "schema", "network",
};

static IkQuestion *
make_question (GRand *rand,
               guint  number)
{
  g_autofree char *prompt =
    g_strdup_printf ("How would you explain the %s of a %s to somebody who is new to it (%u)?",
                     words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                     words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))], number);
  IkQuestion *question = ik_question_new (prompt);

  ik_text_set (&question->level, number % 3 == 0 ? "senior" : "junior");
  question->minutes = 3 + number % 10;
  ik_text_set (&question->interviewer.reference_answer, "Begins with what the listener knows.");

  return question;
}

static int
fill (const char *path,
      guint       n_questions)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, &error);
  g_autoptr(IkPack) pack = ik_pack_new ("Bank");
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < n_questions; i++)
    {
      if (i % 500 == 0)
        {
          g_autofree char *title = g_strdup_printf ("Section %u", i / 500 + 1);

          g_ptr_array_add (pack->sections, ik_section_new (title));
        }
      g_ptr_array_add (((IkSection *) pack->sections->pdata[i / 500])->questions,
                       make_question (rand, i));
    }
  id = ik_import_store (library, pack, NULL, NULL, &error);
  g_assert_no_error (error);
  ik_library_close (library);

  return EXIT_SUCCESS;
}

static void
fill_elsewhere (const char *program,
                const char *path,
                const char *n_questions)
{
  char *argv[] = { (char *) program, (char *) "--fill", (char *) path, (char *) n_questions, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* What is of this process alone, in kB. */
static guint
get_memory_kb (void)
{
  g_autofree char *text = NULL;
  guint sum = 0;

  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  for (char *at = strstr (text, "\nPrivate_"); at != NULL; at = strstr (at + 1, "\nPrivate_"))
    sum += (guint) g_ascii_strtoull (strchr (at, ':') + 1, NULL, 10);

  return sum;
}

static gboolean
shows_question (GtkWidget *page)
{
  GtkWidget *list = ik_bench_find_mapped (page, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  g_autoptr(IkBankItem) first = model != NULL ? g_list_model_get_item (G_LIST_MODEL (model), 0)
                                              : NULL;

  return first != NULL && ik_bank_item_get_summary (first) != NULL;
}

static void
scroll (GtkWidget *page,
        gboolean   by_jumps)
{
  GtkWidget *list = ik_bench_find_mapped (page, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double upper = gtk_adjustment_get_upper (adjustment);

      gtk_adjustment_set_value (adjustment, by_jumps ? upper * (i * 37 % N_FRAMES) / N_FRAMES
                                                     : 120.0 * i);
      ik_bench_stall_settle (16);
    }
}

static void
type (GtkWidget *page)
{
  const char *texts[] = { "c", "ca", "cac", "cache", "cache n", "cache net", "e", "ex", "explain", "" };
  GtkWidget *entry = ik_bench_find_mapped (page, GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
      ik_bench_stall_settle (200);
    }
}

/* From a key to what it finds */

/* Where in a frame a key falls makes as much of a difference as half of what
 * happens then: a median of fewer keys is another one each time. */
#define ROUNDS 5

/* Each goes on from the one before, or takes all away. */
static const char *const keys[] = {
  "c", "ca", "cac", "cach", "cache", "cache ", "cache n", "cache ne", "cache net", "",
  "e", "ex", "exp", "expl", "explain", "", "t", "th", "the", "the i", "the in", "the ind", "",
  "so", "som", "somebody", "somebody qu", "somebody query", "",
};

typedef struct
{
  gboolean is_found;
  gint64   shown_us; /* 0 until it is on the screen */
} Key;

static void
found_cb (Key *key)
{
  key->is_found = TRUE;
}

static void
painted_cb (Key *key)
{
  if (key->is_found && key->shown_us == 0)
    key->shown_us = g_get_monotonic_time ();
}

static gint64
press_key (GtkWidget  *entry,
           Key        *key,
           const char *text)
{
  int position = (int) strlen (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gint64 pressed_us = g_get_monotonic_time ();

  *key = (Key) { FALSE };
  if (*text == '\0')
    gtk_editable_delete_text (GTK_EDITABLE (entry), 0, -1);
  else
    gtk_editable_insert_text (GTK_EDITABLE (entry), text + position, -1, &position);
  while (key->shown_us == 0)
    g_main_context_iteration (NULL, TRUE);

  return key->shown_us - pressed_us;
}

static void
press_keys (GtkWidget *page,
            GArray    *times_us)
{
  GtkWidget *entry = ik_bench_find_mapped (page, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *list = ik_bench_find_mapped (page, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page);
  Key key;
  gulong found_id = g_signal_connect_swapped (model, "items-changed", G_CALLBACK (found_cb), &key);
  gulong painted_id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &key);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gint64 time_us = press_key (entry, &key, keys[i]);

      g_array_append_val (times_us, time_us);
      ik_bench_stall_settle (300);
    }
  g_signal_handler_disconnect (model, found_id);
  g_signal_handler_disconnect (clock, painted_id);
}

/* Returns the median, in µs. */
static gint64
report_keys (const char *name,
             GArray     *times_us)
{
  guint last = times_us->len - 1;

  g_array_sort (times_us, compare_cb);
  g_print ("%-30s %4u keys,   median %5.1f ms, p95 %5.1f ms, worst %5.1f ms\n", name, last + 1,
           (double) g_array_index (times_us, gint64, last / 2) / 1000,
           (double) g_array_index (times_us, gint64, last * 95 / 100) / 1000,
           (double) g_array_index (times_us, gint64, last) / 1000);

  return g_array_index (times_us, gint64, last / 2);
}

/* What each key finds, known before. */
typedef struct
{
  IkBankList *questions;
  IkBankRows *rows;
  GHashTable *first; /* element-type utf8 IkFoundQuestions */
  GHashTable *all;   /* element-type utf8 IkFoundQuestions */
  const char *query; /* unowned: of the entry */
} Canned;

static gboolean
canned_shown_cb (GtkWidget     *list,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  Canned *self = data;
  const IkFoundQuestions *all = g_hash_table_lookup (self->all, self->query);

  ik_bank_list_set_rows (self->questions, self->query, all->rows, NULL, TRUE);

  return G_SOURCE_REMOVE;
}

static void
canned_changed_cb (GtkEditable *entry,
                   Canned      *self)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (entry), "list");
  const IkFoundQuestions *found;
  g_autoptr(GPtrArray) first = g_ptr_array_new ();

  self->query = gtk_editable_get_text (entry);
  found = g_hash_table_lookup (self->first, self->query);
  for (guint i = 0; i < found->first->len; i++)
    g_ptr_array_add (first, g_steal_pointer (&found->first->pdata[i]));
  ik_bank_rows_set_query (self->rows, self->query);
  ik_bank_list_set_rows (self->questions, self->query, found->rows, first, found->is_all);
  if (!found->is_all)
    gtk_widget_add_tick_callback (list, canned_shown_cb, self, NULL);
}

static void
can (Canned     *self,
     IkLibrary  *library,
     const char *text)
{
  IkQuestionFilter filter = { .query = text };

  g_hash_table_replace (self->first, (char *) text,
                        ik_found_questions_find_first (library, &filter, NULL, NULL));
  filter.limit = 0;
  g_hash_table_replace (self->all, (char *) text,
                        ik_found_questions_find_all (library, &filter, NULL, NULL));
}

static void
canned_init (Canned    *self,
             IkLibrary *library)
{
  self->query = NULL;
  self->questions = ik_bank_list_new ();
  ik_bank_list_set_library (self->questions, library);
  self->first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) ik_found_questions_free);
  self->all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                     (GDestroyNotify) ik_found_questions_free);
}

/* What the list took is its own: each round needs it anew. */
static void
canned_find (Canned    *self,
             IkLibrary *library)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    can (self, library, keys[i]);
}

/* The list of the page, with rows of which nothing has to be found. */
static void
set_canned (Canned    *self,
            GtkWidget *page)
{
  GtkWidget *view = ik_bench_find_mapped (page, IK_TYPE_BANK_VIEW);
  GtkWidget *entry = ik_bench_find_mapped (page, GTK_TYPE_SEARCH_ENTRY);
  GtkListView *list = GTK_LIST_VIEW (ik_bench_find_mapped (page, GTK_TYPE_LIST_VIEW));
  g_autoptr(GtkSelectionModel) model =
    GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->questions))));

  gtk_list_view_set_model (list, model);
  self->rows = ik_bank_rows_new (list);
  g_object_set_data (G_OBJECT (entry), "list", list);
  g_signal_handlers_disconnect_matched (entry, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, view);
  g_signal_connect (entry, "search-changed", G_CALLBACK (canned_changed_cb), self);
  ik_bench_stall_settle (SETTLE_MS);
}

static void
measure_keys (GtkWidget *page,
              IkLibrary *library)
{
  g_autoptr(GArray) found_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) canned_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  Canned canned;
  gint64 median_us;

  for (guint i = 0; i < ROUNDS; i++)
    press_keys (page, found_us);
  median_us = report_keys ("key to screen", found_us);

  canned_init (&canned, library);
  set_canned (&canned, page);
  for (guint i = 0; i < ROUNDS; i++)
    {
      canned_find (&canned, library);
      press_keys (page, canned_us);
    }
  g_print ("%-30s %5.2f\n", "found to canned, medians",
           (double) median_us / report_keys ("the same, of canned rows", canned_us));
  gtk_list_view_set_model (GTK_LIST_VIEW (ik_bench_find_mapped (page, GTK_TYPE_LIST_VIEW)), NULL);
  g_clear_object (&canned.questions);
  g_object_unref (canned.rows);
  g_hash_table_unref (canned.first);
  g_hash_table_unref (canned.all);
}

static void
watch_frames (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_frame_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_frame_cb), NULL);
}

static void
measure_open (GtkWidget *window)
{
  gint64 start_us = g_get_monotonic_time ();
  GtkWidget *page = NULL;

  gtk_widget_activate_action (window, "win.search", NULL);
  while (page == NULL || !shows_question (page))
    {
      g_main_context_iteration (NULL, TRUE);
      page = ik_bench_find_mapped (window, IK_TYPE_BANK_PAGE);
    }
  g_print ("%-30s %5.1f ms\n", "open, first rows",
           (double) (g_get_monotonic_time () - start_us) / 1000);
}

static guint
measure (GtkApplication *application,
         const char     *path,
         gboolean        is_empty)
{
  IkWindow *window = ik_window_new (application, path);
  GtkWidget *page = NULL;
  guint memory_kb;

  gtk_window_present (GTK_WINDOW (window));
  while (ik_window_get_library (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ik_window_show_page (window, "packs");
  ik_bench_stall_settle (SETTLE_MS);
  g_print ("%-30s %5.1f ms\n", "longest stall until it is made",
           (double) ik_bench_stall_take () / 1000);
  watch_frames (GTK_WIDGET (window));
  measure_open (GTK_WIDGET (window));
  if (is_empty)
    ik_bench_stall_settle (SETTLE_MS);
  else
    {
      page = ik_bench_find_mapped (GTK_WIDGET (window), IK_TYPE_BANK_PAGE);
      ik_bench_stall_settle (SETTLE_MS);
      report_frames ("opened");
      scroll (page, FALSE);
      report_frames ("scrolled");
      scroll (page, TRUE);
      report_frames ("dragged from end to end");
      type (page);
      report_frames ("searched");
    }
  memory_kb = get_memory_kb ();
  if (!is_empty)
    measure_keys (page, ik_window_get_library (window));
  g_array_set_size (frames_us, 0);
  ik_bench_stall_take ();

  gtk_window_destroy (GTK_WINDOW (window));
  ik_bench_stall_settle (SETTLE_MS);

  return memory_kb;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GtkApplication) application = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *full = NULL;
  guint empty_kb;

  if (argc == 4 && g_str_equal (argv[1], "--fill"))
    return fill (argv[2], (guint) atoi (argv[3]));

  gtk_init ();
  adw_init ();
  ik_widgets_init ();
  ik_bench_stall_watch ();
  frames_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  directory = g_dir_make_tmp ("bench-bank-XXXXXX", NULL);
  empty = g_build_filename (directory, "empty.db", NULL);
  full = g_build_filename (directory, "full.db", NULL);
  fill_elsewhere (argv[0], empty, "1");
  fill_elsewhere (argv[0], full, argc > 1 ? argv[1] : "100000");

  application = GTK_APPLICATION (adw_application_new ("com.example.InterviewKit.Bench",
                                                      G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  empty_kb = measure (application, empty, TRUE);
  g_print ("%-30s %5.1f MB\n", "memory above an empty bank",
           ((double) measure (application, full, FALSE) - empty_kb) / 1024);
  g_array_unref (frames_us);

  return EXIT_SUCCESS;
}
