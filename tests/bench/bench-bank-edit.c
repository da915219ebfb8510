#include "ik-bank-edit.h"
#include "ik-bank.h"
#include "ik-import.h"
#include "ik-statement.h"
#include "ik-text.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

/* What it costs to change 10,000 questions of a bank at once, to undo it and to
 * do it again; and how long the full-text index takes to follow after that. */

#define N_EDITED 10000
#define WORDS_OF_A_QUESTION 140

static const IkImportOptions keep = { .policy = IK_DUPLICATE_KEEP };

static GBytes *last_changeset;

/* Times of the processors stand beside those of the clock, as others may use
 * them as well. */
typedef struct
{
  gint64  start_us;
  clock_t start_ticks;
} Stopwatch;

static Stopwatch
stopwatch_start (void)
{
  return (Stopwatch) { g_get_monotonic_time (), clock () };
}

static void
stopwatch_print (const Stopwatch *self)
{
  g_print ("%7.1f ms (%6.1f)", (double) (g_get_monotonic_time () - self->start_us) / 1000,
           (double) (clock () - self->start_ticks) * 1000 / CLOCKS_PER_SEC);
}

static void
recorded_cb (IkLibrary  *library,
             const char *label,
             GBytes     *changeset)
{
  g_clear_pointer (&last_changeset, g_bytes_unref);
  last_changeset = g_bytes_ref (changeset);
}

/* Few words are common and many are rare, as in a language. */
static void
append_words (GString *text,
              GRand   *rand,
              guint    n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      double share = g_rand_double (rand);

      g_string_append_printf (text, "%sword%u", i > 0 ? " " : "", (guint) (share * share * share * 20000));
    }
}

static IkQuestion *
make_question (GRand *rand,
               guint  number)
{
  g_autoptr(GString) prompt = g_string_new (NULL);
  g_autoptr(GString) answer = g_string_new (NULL);
  IkQuestion *question;

  g_string_append_printf (prompt, "Question %u: ", number);
  append_words (prompt, rand, 10);
  append_words (answer, rand, WORDS_OF_A_QUESTION);
  question = ik_question_new (prompt->str);
  ik_text_set (&question->interviewer.reference_answer, answer->str);
  g_ptr_array_add (question->interviewer.follow_ups, g_strdup ("And if it fails?"));
  g_ptr_array_add (question->interviewer.positive_indicators, g_strdup ("Names a case of their own"));
  g_ptr_array_add (question->interviewer.red_flags, g_strdup ("Has no example"));
  g_ptr_array_add (question->tags, g_strdup_printf ("tag%u", number % 50));

  return question;
}

static IkPack *
make_pack (guint n_questions)
{
  IkPack *pack = ik_pack_new ("Many");
  IkSection *section = ik_section_new ("");
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_questions; i++)
    g_ptr_array_add (section->questions, make_question (rand, i));
  g_ptr_array_add (pack->sections, section);

  return pack;
}

static void
apply (IkLibrary  *library,
       const char *name,
       gboolean    inverted)
{
  Stopwatch stopwatch = stopwatch_start ();
  g_autoptr(GError) error = NULL;

  ik_library_apply (library, last_changeset, inverted, NULL, &error);
  g_assert_no_error (error);
  g_print (", %s ", name);
  stopwatch_print (&stopwatch);
}

static gboolean
find_unindexed_cb (IkDatabase    *database,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT 1 FROM unindexed_question LIMIT 1");

  *(gboolean *) data = ik_statement_next (find);
  return ik_statement_finish (find, error);
}

static void
wait_for_index (IkLibrary *library)
{
  Stopwatch stopwatch = stopwatch_start ();
  gboolean is_waiting = TRUE;

  while (is_waiting)
    {
      g_autoptr(GError) error = NULL;

      g_usleep (1000);
      ik_library_read (library, find_unindexed_cb, &is_waiting, NULL, &error);
      g_assert_no_error (error);
    }

  g_print (", indexed ");
  stopwatch_print (&stopwatch);
}

static void
measure (IkLibrary            *library,
         const IkQuestionEdit *edit,
         GArray               *rows)
{
  Stopwatch stopwatch = stopwatch_start ();
  g_autoptr(GError) error = NULL;
  guint n_changed = 0;

  ik_bank_edit_questions (library, edit, rows, NULL, &n_changed, NULL, &error);
  g_assert_no_error (error);
  g_print ("%-20s %5u in ", ik_bank_edit_get_label (edit->kind), n_changed);
  stopwatch_print (&stopwatch);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  apply (library, "undo", TRUE);
  apply (library, "redo", FALSE);
  wait_for_index (library);
  g_print ("\n");
}

/* Every tenth question or so, as a search would choose them. */
static GArray *
choose_rows (guint n_questions)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint step = MAX (n_questions / N_EDITED, 1);

  for (gint64 row = 1; row <= n_questions && rows->len < N_EDITED; row += step)
    g_array_append_val (rows, row);

  return rows;
}

static void
measure_all (IkLibrary *library,
             guint      n_questions)
{
  g_autoptr(IkPack) pack = make_pack (n_questions);
  g_autoptr(GArray) rows = choose_rows (n_questions);
  g_autoptr(GError) error = NULL;
  g_autofree char *pack_id = ik_import_store (library, pack, &keep, NULL, &error);
  g_autofree char *target_id = ik_bank_create_pack (library, "Target", NULL, NULL);
  const IkQuestionEdit edits[] = {
    { .kind = IK_QUESTION_EDIT_ADD_TAG, .text = "reviewed" },
    { .kind = IK_QUESTION_EDIT_REMOVE_TAG, .text = "reviewed" },
    { .kind = IK_QUESTION_EDIT_SET_LEVEL, .text = "senior" },
    { .kind = IK_QUESTION_EDIT_ARCHIVE },
    { .kind = IK_QUESTION_EDIT_UNARCHIVE },
    { .kind = IK_QUESTION_EDIT_COPY, .pack_id = target_id, .section = "Copies" },
    { .kind = IK_QUESTION_EDIT_MOVE, .pack_id = target_id, .section = "Moved" },
    { .kind = IK_QUESTION_EDIT_DELETE },
  };

  g_assert_no_error (error);
  ik_library_set_recording (library, TRUE);
  g_signal_connect (library, "recorded", G_CALLBACK (recorded_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    measure (library, &edits[i], rows);
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
  measure_all (library, argc > 1 ? (guint) atoi (argv[1]) : 20000);
  ik_library_close (library);
  g_clear_pointer (&last_changeset, g_bytes_unref);
  g_unlink (path);
  g_rmdir (directory);

  return EXIT_SUCCESS;
}
