#include "ik-bank.h"
#include "ik-import.h"
#include "ik-pack-store.h"
#include "ik-text.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* The library against its own floor: how long a commit of one note takes while
 * nothing else happens, and while an import goes on; what a search costs. Times
 * move with the machine, so each figure stands beside a bare commit of the same
 * run. */

#define N_COMMITS 200

static const IkImportOptions keep = { .policy = IK_DUPLICATE_KEEP };
static const IkImportOptions update = { .policy = IK_DUPLICATE_UPDATE };

static int
compare_cb (gconstpointer one,
            gconstpointer other)
{
  gint64 a = *(const gint64 *) one;
  gint64 b = *(const gint64 *) other;

  return a < b ? -1 : a > b;
}

static void
print_figure (const char *name,
              GArray     *times_us)
{
  guint last = times_us->len - 1;

  g_array_sort (times_us, compare_cb);
  g_print ("%-34s median %8.2f ms, p99 %8.2f ms, worst %8.2f ms\n", name,
           (double) g_array_index (times_us, gint64, last / 2) / 1000,
           (double) g_array_index (times_us, gint64, last * 99 / 100) / 1000,
           (double) g_array_index (times_us, gint64, last) / 1000);
}

static const char *const words[] = {
  "index", "cache", "thread", "customer", "conflict", "deadline", "query", "memory", "latency",
  "release", "incident", "review", "estimate", "feedback", "schema", "network",
};

static IkPack *
make_pack (guint n_questions)
{
  IkPack *pack = ik_pack_new ("Many");
  IkSection *section = ik_section_new ("");
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *prompt = NULL;
      IkQuestion *question;

      while (text->len < 800)
        g_string_append_printf (text, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

      prompt = g_strdup_printf ("Question %u about the %s?", i,
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      question = ik_question_new (prompt);
      ik_text_set (&question->interviewer.reference_answer, text->str);
      g_ptr_array_add (question->interviewer.follow_ups, g_strdup ("And if it fails?"));
      g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Has no example"));
      g_ptr_array_add (section->questions, question);
    }

  g_ptr_array_add (pack->sections, section);
  return pack;
}

static void
change_all (IkPack *pack)
{
  const IkSection *section = pack->sections->pdata[0];

  for (guint i = 0; i < section->questions->len; i++)
    {
      IkQuestion *question = section->questions->pdata[i];

      ik_text_set (&question->interviewer.why_it_matters, "It shows how somebody works.");
    }
}

static gboolean
commit_cb (IkDatabase    *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ik_pack_store_rename (database, data, "Noted", error);
}

static void
measure_commits (IkLibrary  *library,
                 const char *name,
                 const char *pack_id)
{
  g_autoptr(GArray) times_us = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_COMMITS; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      gint64 elapsed_us;
      g_autoptr(GError) error = NULL;

      ik_library_write (library, NULL, IK_PRIORITY_LIVE, commit_cb, (gpointer) pack_id, NULL,
                        &error);
      g_assert_no_error (error);
      elapsed_us = g_get_monotonic_time () - start_us;
      g_array_append_val (times_us, elapsed_us);
      g_usleep (2000);
    }

  print_figure (name, times_us);
}

static void
measure_search (IkLibrary  *library,
                const char *query)
{
  g_autoptr(GArray) times_us = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *name = g_strdup_printf ("search “%s”, best 50", query);

  for (guint i = 0; i < 30; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      gint64 elapsed_us;
      g_autoptr(GPtrArray) hits = ik_bank_search (library, query, 50, NULL, NULL);

      g_assert_nonnull (hits);
      elapsed_us = g_get_monotonic_time () - start_us;
      g_array_append_val (times_us, elapsed_us);
    }

  print_figure (name, times_us);
}

typedef struct
{
  IkLibrary             *library;
  IkPack                *pack;
  const IkImportOptions *options;
} ImportJob;

static gpointer
import_in_thread (gpointer data)
{
  ImportJob *job = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_import_store (job->library, job->pack, job->options, NULL, &error);

  g_assert_no_error (error);
  return NULL;
}

static void
measure_whole (const char *name,
               gint64      start_us)
{
  g_print ("%-34s %15.1f ms\n", name, (double) (g_get_monotonic_time () - start_us) / 1000);
}

static void
measure (IkLibrary *library,
         guint      n_questions)
{
  g_autoptr(IkPack) pack = make_pack (n_questions);
  g_autoptr(IkPack) other = make_pack (n_questions);
  ImportJob job = { library, other, &keep };
  ImportJob update_job = { library, pack, &update };
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GPtrArray) list = NULL;
  gint64 start_us = g_get_monotonic_time ();
  GThread *thread;

  g_print ("%u questions\n", n_questions);
  id = ik_import_store (library, pack, &keep, NULL, &error);
  g_assert_no_error (error);
  measure_whole ("import", start_us);

  start_us = g_get_monotonic_time ();
  list = ik_bank_list_questions (library, NULL, NULL, NULL);
  measure_whole ("list of all questions", start_us);

  measure_search (library, "c");
  measure_search (library, "cache");
  measure_search (library, "lat que");
  measure_commits (library, "commit of a note", pack->id);

  thread = g_thread_new ("import", import_in_thread, &job);
  measure_commits (library, "commit of a note behind an import", pack->id);
  g_thread_join (thread);

  start_us = g_get_monotonic_time ();
  g_free (g_steal_pointer (&id));
  id = ik_import_store (library, pack, &update, NULL, &error);
  g_assert_no_error (error);
  measure_whole ("update that changes nothing", start_us);

  change_all (pack);
  thread = g_thread_new ("update", import_in_thread, &update_job);
  measure_commits (library, "commit of a note behind an update", other->id);
  g_thread_join (thread);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = g_dir_make_tmp ("ik-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, &error);

  g_assert_no_error (error);
  measure (library, argc > 1 ? (guint) atoi (argv[1]) : 1000);
  ik_library_close (library);
  g_unlink (path);
  g_rmdir (directory);

  return EXIT_SUCCESS;
}
