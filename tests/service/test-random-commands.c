/* Commands as people give them, in any order and on anything: taken back one
 * after the other they leave the library as it was, and done again as it was
 * afterwards. */

#include "ik-bank.h"
#include "ik-import.h"
#include "ik-test-library.h"
#include "ik-test-person.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_COMMANDS 1000

/* How far apart the states are that undo is held against on its way. */
#define STEP 50

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_is_sound (IkTestLibrary *test)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (ik_library_check (test->library, &problems, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What is in the library after each step: the number of commands that were
 * recorded by then, and all rows. */
typedef struct
{
  guint  n_recorded;
  char  *rows;
} State;

static void
state_clear (State *self)
{
  g_free (self->rows);
}

/* All rows, without the packs that nobody sees: an import that was taken back
 * is one that was deleted, until that can't be done again any more. */
static char *
dump_rows (IkTestLibrary *test)
{
  g_autofree char *path = g_build_filename (test->directory, "copy.db", NULL);
  IkTestLibrary copy = { .path = path };
  g_autoptr(GError) error = NULL;
  char *rows;

  ik_library_backup (test->library, path, NULL, &error);
  g_assert_no_error (error);
  ik_test_library_run_sql_on_file (path, "PRAGMA foreign_keys = ON;"
                                   "DELETE FROM pack WHERE is_hidden = 1 OR removed_at IS NOT NULL");
  rows = ik_test_library_dump (&copy);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return rows;
}

static void
keep_state (IkTestLibrary *test,
            GArray        *states)
{
  State state;

  drain ();
  state.n_recorded = test->changesets->len;
  state.rows = dump_rows (test);
  g_array_append_val (states, state);
}

/* The first row that differs says more than all of them. */
static void
assert_same_rows (const char *rows,
                  const char *expected)
{
  g_auto(GStrv) lines = g_strsplit_set (rows, "\n", -1);
  g_auto(GStrv) expected_lines = g_strsplit_set (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

/* Takes the commands between two states back, or does them again. */
static void
go_to (IkTestLibrary *test,
       guint          from,
       const State   *to)
{
  g_autofree char *rows = NULL;
  gboolean is_back = to->n_recorded < from;

  while (from != to->n_recorded)
    {
      g_autoptr(GError) error = NULL;
      guint index = is_back ? --from : from++;

      ik_library_apply (test->library, test->changesets->pdata[index], is_back, NULL, &error);
      g_assert_no_error (error);
    }
  g_test_message ("%s to %u", is_back ? "back" : "on", to->n_recorded);
  rows = dump_rows (test);
  assert_same_rows (rows, to->rows);
  assert_is_sound (test);
}

static void
give_commands (IkTestLibrary *test,
               GArray        *states)
{
  const char *seed = g_getenv ("IK_TEST_SEED");
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed != NULL ? (guint32) atoi (seed) : 1);
  IkTestPerson person = { test->library, rand };

  keep_state (test, states);
  for (guint i = 1; i <= N_COMMANDS; i++)
    {
      g_autoptr(GError) error = NULL;

      ik_test_person_act (&person, &error);
      g_assert_no_error (error);
      drain ();
      if (i % STEP == 0)
        keep_state (test, states);
    }
}

static void
test_commands (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(GArray) states = g_array_new (FALSE, FALSE, sizeof (State));

  g_test_summary ("Whatever was done can be taken back to the first row, and done again");

  g_array_set_clear_func (states, (GDestroyNotify) state_clear);
  ik_test_library_fill (test);
  drain ();
  give_commands (test, states);
  g_test_message ("%u of them changed something", test->changesets->len);
  g_assert_cmpuint (test->changesets->len, >, N_COMMANDS / 2);

  for (guint i = states->len - 1; i > 0; i--)
    go_to (test, g_array_index (states, State, i).n_recorded,
           &g_array_index (states, State, i - 1));
  for (guint i = 1; i < states->len; i++)
    go_to (test, g_array_index (states, State, i - 1).n_recorded,
           &g_array_index (states, State, i));
}

static void
take_back (IkTestLibrary *test,
           guint          index)
{
  g_autoptr(GError) error = NULL;

  ik_library_apply (test->library, test->changesets->pdata[index], TRUE, NULL, &error);
  g_assert_no_error (error);
}

static void
test_key_of_deleted_question (IkTestLibrary *test,
                              gconstpointer  data)
{
  g_autoptr(IkPack) pack = ik_pack_new ("Others");
  g_autoptr(IkQuestion) question = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  IkSection *section = ik_section_new ("Section");
  guint n_recorded;

  g_test_summary ("The rows of an import that was taken back are not in a deleted question's way");

  g_ptr_array_add (pack->sections, section);
  g_ptr_array_add (section->questions, ik_question_new ("Why is it slow?"));
  ik_test_library_fill (test);
  drain ();
  n_recorded = test->changesets->len;

  ik_bank_remove_question (test->library, TEST_FLAT_ID, NULL, &error);
  g_assert_no_error (error);
  drain ();
  id = ik_import_store (test->library, pack, NULL, NULL, &error);
  g_assert_no_error (error);
  drain ();
  g_assert_cmpuint (test->changesets->len, ==, n_recorded + 2);

  take_back (test, n_recorded + 1);
  take_back (test, n_recorded);
  question = ik_bank_load_question (test->library, TEST_FLAT_ID, NULL, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/service/random-commands/undo-and-redo", IkTestLibrary, NULL,
              ik_test_library_set_up, test_commands, ik_test_library_tear_down);

  g_test_add ("/service/random-commands/key-of-deleted-question", IkTestLibrary, NULL,
              ik_test_library_set_up, test_key_of_deleted_question, ik_test_library_tear_down);

  return g_test_run ();
}
