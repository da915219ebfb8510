#include "ik-bank-list.h"
#include "ik-test-bank.h"

#include <glib/gstdio.h>

/* Many windows of a bank, and more than the list keeps of it. */
#define N_QUESTIONS 8000
#define WINDOW 32

/* As often as the list shows some of what was read. */
#define TICK_MS 4

/* A window takes four; all that was read took some 350. */
#define MAX_TICKS 100

typedef struct
{
  char       *directory;
  char       *path;
  IkLibrary  *library;
  IkBankList *list;
} Test;

static void
set_up (Test          *test,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rows = NULL;
  const IkQuestionFilter filter = { NULL };

  test->directory = g_dir_make_tmp ("ik-test-XXXXXX", NULL);
  test->path = g_build_filename (test->directory, "library.db", NULL);
  ik_test_bank_make (test->path, N_QUESTIONS);
  test->library = ik_library_open (test->path, NULL, &error);
  g_assert_no_error (error);

  rows = ik_bank_find_questions (test->library, &filter, NULL, &error);
  g_assert_no_error (error);
  test->list = ik_bank_list_new ();
  ik_bank_list_set_library (test->list, test->library);
  ik_bank_list_set_rows (test->list, NULL, rows, NULL, TRUE);
  while (g_list_model_get_n_items (G_LIST_MODEL (test->list)) < rows->len)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Test          *test,
           gconstpointer  data)
{
  /* A reading under way holds it. */
  g_object_add_weak_pointer (G_OBJECT (test->list), (gpointer *) &test->list);
  g_object_unref (test->list);
  while (test->list != NULL)
    g_main_context_iteration (NULL, TRUE);
  ik_library_close (test->library);
  g_unlink (test->path);
  g_rmdir (test->directory);
  g_free (test->path);
  g_free (test->directory);
}

static void
ask_for (Test  *test,
         guint  window)
{
  for (guint i = 0; i < WINDOW; i++)
    {
      g_autoptr(IkBankItem) item = g_list_model_get_item (G_LIST_MODEL (test->list),
                                                          window * WINDOW + i);

      g_assert_nonnull (item);
    }
}

/* What was asked for has been read then, or nearly so. */
static void
let_read (Test *test)
{
  g_autoptr(GPtrArray) packs = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  packs = ik_bank_list_packs (test->library, NULL, NULL);
  g_assert_nonnull (packs);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
count_cb (gpointer data)
{
  guint *n_ticks = data;

  (*n_ticks)++;
  return G_SOURCE_CONTINUE;
}

static void
test_scrolled_far (Test          *test,
                   gconstpointer  data)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (test->list)) / WINDOW - 1;
  g_autoptr(IkBankItem) item = NULL;
  guint n_ticks = 0;
  guint tick_id;

  g_test_summary ("Who drags through a long list sees where it stops before what it passed");

  for (guint window = 0; window <= last; window++)
    {
      ask_for (test, window);
      let_read (test);
    }

  item = g_list_model_get_item (G_LIST_MODEL (test->list), last * WINDOW);
  tick_id = g_timeout_add (TICK_MS, count_cb, &n_ticks);
  while (ik_bank_item_get_summary (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick_id);

  g_assert_cmpuint (n_ticks, <, MAX_TICKS);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, n_removed, n_added);
}

static GArray *
make_rows (const char *digits)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *digits != '\0'; digits++)
    {
      gint64 row = *digits - '0';

      g_array_append_val (rows, row);
    }

  return rows;
}

static void
test_smallest_change (void)
{
  static const char *const steps[] = { "12345", "1245", "12745", "12745", "3", "" };
  g_autoptr(IkBankList) list = ik_bank_list_new ();
  g_autoptr(GString) log = g_string_new (NULL);

  g_test_summary ("A list tells of the smallest change, and of none where there is none");

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), log);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GArray) rows = make_rows (steps[i]);

      ik_bank_list_set_rows (list, NULL, rows, NULL, TRUE);
    }
  g_assert_cmpstr (log->str, ==, "0-0+5 2-1+0 2-0+1 0-5+1 0-1+0 ");
}

static void
test_first_change (void)
{
  static const struct
  {
    const char *query;
    const char *rows;
    gboolean    is_all;
    const char *shown;
    const char *log;
    guint       n_current;
  } steps[] = {
    { "a", "12345", TRUE, "12345", "0-0+5 ", 5 },
    { "b", "67", FALSE, "67345", "0-2+2 ", 2 },
    { "c", "89", FALSE, "89345", "0-2+2 ", 2 },
    { "c", "8961", TRUE, "8961", "2-3+0 2-0+2 ", 4 },
    { "d", "2", FALSE, "2961", "0-1+1 ", 1 },
    { "e", "3", TRUE, "3", "1-3+0 0-1+1 ", 1 },
    { "f", "45", FALSE, "45", "0-1+2 ", 2 },
  };
  g_autoptr(IkBankList) list = ik_bank_list_new ();
  g_autoptr(GString) log = g_string_new (NULL);

  g_test_summary ("Until all are found a list has what is found first, and the rest of what it had");

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), log);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GArray) rows = make_rows (steps[i].rows);
      g_autoptr(GString) shown = g_string_new (NULL);

      ik_bank_list_set_rows (list, steps[i].query, rows, NULL, steps[i].is_all);
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (list)); j++)
        {
          g_string_append_printf (shown, "%d", (int) ik_bank_list_get_row (list, j));
          g_assert_true (ik_bank_list_is_outdated (list, j) == (j >= steps[i].n_current));
        }
      g_assert_cmpstr (shown->str, ==, steps[i].shown);
      g_assert_cmpstr (log->str, ==, steps[i].log);
      g_string_truncate (log, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/widgets/bank-list/scrolled-far", Test, NULL, set_up, test_scrolled_far, tear_down);

  g_test_add_func ("/widgets/bank-list/smallest-change", test_smallest_change);
  g_test_add_func ("/widgets/bank-list/first-change", test_first_change);

  return g_test_run ();
}
