#include "ik-bank-edit.h"
#include "ik-bank.h"
#include "ik-import.h"
#include "ik-test-library.h"

/* Changes of many questions: do, undo, equal to before, redo, equal to after. */

static const struct
{
  const char     *path;
  IkQuestionEdit  edit;
} edits[] = {
  { "add-tag", { .kind = IK_QUESTION_EDIT_ADD_TAG, .text = "memory" } },
  { "add-unspaced-tag", { .kind = IK_QUESTION_EDIT_ADD_TAG, .text = "記憶" } },
  { "remove-tag", { .kind = IK_QUESTION_EDIT_REMOVE_TAG, .text = "PERFORMANCE" } },
  { "set-level", { .kind = IK_QUESTION_EDIT_SET_LEVEL, .text = "principal" } },
  { "clear-level", { .kind = IK_QUESTION_EDIT_SET_LEVEL, .text = "" } },
  { "move", { IK_QUESTION_EDIT_MOVE, NULL, TEST_FLAT_PACK_ID, "New" } },
  { "copy", { IK_QUESTION_EDIT_COPY, NULL, TEST_FLAT_PACK_ID, "" } },
  { "archive", { .kind = IK_QUESTION_EDIT_ARCHIVE } },
  { "unarchive", { .kind = IK_QUESTION_EDIT_UNARCHIVE } },
  { "delete", { .kind = IK_QUESTION_EDIT_DELETE } },
};

static GArray *
make_rows (gint64 last)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 row = 1; row <= last; row++)
    g_array_append_val (rows, row);

  return rows;
}

static guint
edit_all (IkTestLibrary        *test,
          const IkQuestionEdit *edit)
{
  g_autoptr(GArray) rows = make_rows (5);
  g_autoptr(GError) error = NULL;
  IkBankEditProgress progress = { 0 };
  guint n_changed = 0;

  ik_bank_edit_questions (test->library, edit, rows, &progress, &n_changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_done, ==, rows->len);

  return n_changed;
}

static void
assert_is_sound (IkLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  ik_library_check (library, &problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *before = NULL;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);
  g_assert_cmpuint (edit_all (test, &edits[GPOINTER_TO_UINT (data)].edit), >, 0);
  assert_is_sound (test->library);
  ik_test_library_assert_undoes_to (test, before);
  assert_is_sound (test->library);
}

static guint
count_hits (IkTestLibrary *test,
            const char    *query)
{
  g_autoptr(GPtrArray) hits = ik_bank_search (test->library, query, 0, NULL, NULL);

  return hits->len;
}

static guint
count_sections_questions (IkTestLibrary *test,
                          const char    *pack_id,
                          const char    *title)
{
  g_autoptr(IkPack) pack = ik_bank_load_pack (test->library, pack_id, NULL, NULL);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      if (g_str_equal (section->title, title))
        return section->questions->len;
    }

  return 0;
}

/* A tag is found as soon as it is there, and no longer. */
static void
test_tags_are_found (IkTestLibrary *test,
                     gconstpointer  data)
{
  static const char *const tags[] = { "zymurgy", "記憶" };

  ik_test_library_fill (test);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const IkQuestionEdit add = { .kind = IK_QUESTION_EDIT_ADD_TAG, .text = tags[i] };
      const IkQuestionEdit remove = { .kind = IK_QUESTION_EDIT_REMOVE_TAG, .text = tags[i] };

      g_assert_cmpuint (edit_all (test, &add), ==, 5);
      g_assert_cmpuint (edit_all (test, &add), ==, 0);
      g_assert_cmpuint (count_hits (test, tags[i]), ==, 4); /* one is archived */
      g_assert_cmpuint (edit_all (test, &remove), ==, 5);
      g_assert_cmpuint (count_hits (test, tags[i]), ==, 0);
      assert_is_sound (test->library);
    }
}

static guint
count_sections (IkTestLibrary *test,
                const char    *pack_id)
{
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (test->library, NULL, NULL);

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPackSummary *pack = packs->pdata[i];

      if (g_str_equal (pack->id, pack_id))
        return pack->n_sections;
    }

  g_assert_not_reached ();
}

static void
test_no_section (IkTestLibrary *test,
                 gconstpointer  data)
{
  const IkQuestionEdit into_none = { IK_QUESTION_EDIT_MOVE, NULL, TEST_PACK_ID, "" };
  const IkQuestionEdit away = { IK_QUESTION_EDIT_MOVE, NULL, TEST_FLAT_PACK_ID, "Elsewhere" };
  guint n_before;

  g_test_summary ("What stands in no section is counted as one as long as something does");

  ik_test_library_fill (test);
  n_before = count_sections (test, TEST_PACK_ID);
  g_assert_cmpuint (edit_all (test, &into_none), ==, 5);
  g_assert_cmpuint (count_sections (test, TEST_PACK_ID), ==, n_before + 1);
  g_assert_cmpuint (edit_all (test, &away), ==, 5);
  g_assert_cmpuint (count_sections (test, TEST_PACK_ID), ==, n_before);
}

static void
test_copies_are_whole (IkTestLibrary *test,
                       gconstpointer  data)
{
  const IkQuestionEdit copy = { IK_QUESTION_EDIT_COPY, NULL, TEST_FLAT_PACK_ID, "Copies" };
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(IkQuestion) original = NULL;
  const IkSection *section;
  const IkQuestion *first;

  ik_test_library_fill (test);
  g_assert_cmpuint (edit_all (test, &copy), ==, 5);

  original = ik_bank_load_question (test->library, TEST_CACHE_ID, NULL, NULL);
  pack = ik_bank_load_pack (test->library, TEST_FLAT_PACK_ID, NULL, NULL);
  section = pack->sections->pdata[pack->sections->len - 1];
  g_assert_cmpuint (section->questions->len, ==, 5);
  first = section->questions->pdata[0];
  g_assert_cmpstr (first->candidate.prompt, ==, original->candidate.prompt);
  g_assert_cmpstr (first->id, !=, original->id);
  g_assert_cmpuint (first->interviewer.positive_indicators->len, ==, 2);
  g_assert_cmpuint (first->candidate.attachments->len, ==, 1);
  g_assert_cmpuint (first->tags->len, ==, original->tags->len);
  g_assert_cmpuint (count_hits (test, "size a cache"), ==, 2);
}

/* In the order in which they were given, behind what is there. */
static void
test_moves_in_order (IkTestLibrary *test,
                     gconstpointer  data)
{
  const IkQuestionEdit move = { IK_QUESTION_EDIT_MOVE, NULL, TEST_FLAT_PACK_ID, "Moved" };
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 order[] = { 3, 1, 2 };
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GError) error = NULL;
  const IkSection *section;

  ik_test_library_fill (test);
  g_array_append_vals (rows, order, G_N_ELEMENTS (order));
  ik_bank_edit_questions (test->library, &move, rows, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  pack = ik_bank_load_pack (test->library, TEST_FLAT_PACK_ID, NULL, NULL);
  section = pack->sections->pdata[pack->sections->len - 1];
  g_assert_cmpuint (section->questions->len, ==, 3);
  g_assert_cmpstr (((IkQuestion *) section->questions->pdata[0])->id, ==, TEST_ARCHIVED_ID);
  g_assert_cmpstr (((IkQuestion *) section->questions->pdata[2])->id, ==, TEST_DISPUTE_ID);
}

static void
test_deleted_are_gone (IkTestLibrary *test,
                       gconstpointer  data)
{
  const IkQuestionEdit delete = { .kind = IK_QUESTION_EDIT_DELETE };
  g_autoptr(GPtrArray) packs = NULL;
  g_autoptr(GPtrArray) questions = NULL;

  ik_test_library_fill (test);
  g_assert_cmpuint (edit_all (test, &delete), ==, 5);
  packs = ik_bank_list_packs (test->library, NULL, NULL);
  g_assert_cmpuint (packs->len, ==, 2);
  questions = ik_bank_list_questions (test->library, NULL, NULL, NULL);
  g_assert_cmpuint (questions->len, ==, 0);
  g_assert_cmpuint (count_hits (test, "cache"), ==, 0);
}

/* Importing a pack again brings back what was deleted of it. */
static void
test_import_brings_back (IkTestLibrary *test,
                         gconstpointer  data)
{
  const IkImportOptions update = { .policy = IK_DUPLICATE_UPDATE };
  const IkQuestionEdit delete = { .kind = IK_QUESTION_EDIT_DELETE };
  g_autoptr(IkPack) pack = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  guint n_before;

  ik_test_library_fill (test);
  pack = ik_bank_load_pack (test->library, TEST_FLAT_PACK_ID, NULL, NULL);
  n_before = count_sections_questions (test, TEST_FLAT_PACK_ID, "");
  g_assert_cmpuint (n_before, >, 0);
  edit_all (test, &delete);
  g_assert_cmpuint (count_sections_questions (test, TEST_FLAT_PACK_ID, ""), ==, 0);

  id = ik_import_store (test->library, pack, &update, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_sections_questions (test, TEST_FLAT_PACK_ID, ""), ==, n_before);
}

static void
test_refusals (IkTestLibrary *test,
               gconstpointer  data)
{
  const IkQuestionEdit no_name = { .kind = IK_QUESTION_EDIT_ADD_TAG, .text = " " };
  const IkQuestionEdit no_pack = { IK_QUESTION_EDIT_MOVE, NULL, TEST_CACHE_ID, "" };
  g_autoptr(GArray) rows = make_rows (5);
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  g_assert_false (ik_bank_edit_questions (test->library, &no_name, rows, NULL, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ik_bank_edit_questions (test->library, &no_pack, rows, NULL, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

/* What was done before somebody cancelled is taken back, in the index too. */
static void
test_cancelled (IkTestLibrary *test,
                gconstpointer  data)
{
  const IkQuestionEdit add = { .kind = IK_QUESTION_EDIT_ADD_TAG, .text = "zymurgy" };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GArray) rows = make_rows (5);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);
  g_cancellable_cancel (cancellable);
  g_assert_false (ik_bank_edit_questions (test->library, &add, rows, NULL, NULL, cancellable,
                                          &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = ik_test_library_dump (test);
  g_assert_cmpstr (before, ==, after);
  assert_is_sound (test->library);
}

#define ADD(path, func) \
  g_test_add (path, IkTestLibrary, NULL, ik_test_library_set_up, func, ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/service/bank-edit/undo/", edits[i].path, NULL);

      g_test_add (path, IkTestLibrary, GUINT_TO_POINTER (i), ik_test_library_set_up, test_undo,
                  ik_test_library_tear_down);
    }

  ADD ("/service/bank-edit/tags-are-found", test_tags_are_found);
  ADD ("/service/bank-edit/copies-are-whole", test_copies_are_whole);
  ADD ("/service/bank-edit/no-section", test_no_section);
  ADD ("/service/bank-edit/moves-in-order", test_moves_in_order);
  ADD ("/service/bank-edit/deleted-are-gone", test_deleted_are_gone);
  ADD ("/service/bank-edit/import-brings-back", test_import_brings_back);
  ADD ("/service/bank-edit/refusals", test_refusals);
  ADD ("/service/bank-edit/cancelled", test_cancelled);

  return g_test_run ();
}
