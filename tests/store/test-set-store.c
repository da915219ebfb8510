#include "ik-set-store.h"
#include "ik-test-library.h"
#include "ik-text.h"

static gboolean
save_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return ik_set_store_save (database, data, error);
}

static void
save (IkTestLibrary *test,
      IkQuestionSet *set)
{
  g_autoptr(GError) error = NULL;

  ik_library_write (test->library, "Save", IK_PRIORITY_USER, save_cb, set, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char    *id;
  IkQuestionSet *set;
} Load;

static gboolean
load_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Load *load = data;

  load->set = ik_set_store_load (database, load->id, error);
  return load->set != NULL;
}

static IkQuestionSet *
load_set (IkTestLibrary *test,
          const char    *id)
{
  g_autoptr(GError) error = NULL;
  Load load = { id, NULL };

  ik_library_read (test->library, load_cb, &load, NULL, &error);
  g_assert_no_error (error);
  return load.set;
}

static void
add_item (IkQuestionSet *set,
          const char    *question_id,
          const char    *section_id,
          guint          minutes)
{
  g_autoptr(IkQuestion) question = ik_question_new ("");
  IkSetItem *item;

  ik_text_set (&question->id, question_id);
  item = ik_set_item_new (question);
  item->section_id = g_strdup (section_id);
  item->minutes = minutes;
  g_ptr_array_add (set->items, item);
}

static IkQuestionSet *
new_set (void)
{
  IkQuestionSet *set = ik_question_set_new ("Backend, one hour");
  IkSetSection *section = ik_set_section_new ("Systems", "Now some systems.");

  ik_text_set (&set->role, "Engineer");
  set->slot_minutes = 60;
  set->rubric_id = g_strdup (TEST_RUBRIC_ID);
  g_ptr_array_add (set->sections, section);
  add_item (set, TEST_OPENING_ID, NULL, 3);
  add_item (set, TEST_CACHE_ID, section->id, 20);
  add_item (set, TEST_DISPUTE_ID, section->id, 5);
  ((IkSetItem *) set->items->pdata[2])->required = FALSE;

  return set;
}

static void
test_round_trip (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autoptr(IkQuestionSet) set = new_set ();
  g_autoptr(IkQuestionSet) loaded = NULL;
  const IkSetItem *item;

  ik_test_library_fill (test);
  save (test, set);
  loaded = load_set (test, set->id);

  g_assert_cmpstr (loaded->title, ==, "Backend, one hour");
  g_assert_cmpstr (loaded->role, ==, "Engineer");
  g_assert_cmpuint (loaded->slot_minutes, ==, 60);
  g_assert_cmpstr (loaded->rubric_id, ==, TEST_RUBRIC_ID);
  g_assert_cmpuint (loaded->sections->len, ==, 1);
  g_assert_cmpstr (((IkSetSection *) loaded->sections->pdata[0])->introduction, ==,
                   "Now some systems.");
  g_assert_cmpuint (loaded->items->len, ==, 3);
  g_assert_cmpuint (ik_question_set_get_planned_minutes (loaded), ==, 28);

  item = loaded->items->pdata[1];
  g_assert_cmpstr (item->question_id, ==, TEST_CACHE_ID);
  g_assert_cmpstr (item->prompt, ==, "How do you size a cache?");
  g_assert_cmpint (item->kind, ==, IK_QUESTION_KIND_DESIGN);
  g_assert_cmpstr (item->level, ==, "senior");
  g_assert_cmpstr (item->competency_id, ==, TEST_COMPETENCY_ID);
  g_assert_cmpstr (item->section_id, ==, ((IkSetSection *) set->sections->pdata[0])->id);
  g_assert_cmpuint (item->minutes, ==, 20);
  g_assert_true (item->required);
  item = loaded->items->pdata[2];
  g_assert_false (item->required);
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkQuestionSet) set = new_set ();
  g_autofree char *before = NULL;
  g_autofree char *added = NULL;
  g_autofree char *moved = NULL;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);
  save (test, set);
  ik_test_library_assert_undoes_to (test, before);

  added = ik_test_library_dump (test);
  g_ptr_array_add (set->items, g_ptr_array_steal_index (set->items, 0));
  save (test, set);
  ik_test_library_assert_undoes_to (test, added);

  moved = ik_test_library_dump (test);
  g_ptr_array_set_size (set->sections, 0);
  for (guint i = 0; i < set->items->len; i++)
    g_clear_pointer (&((IkSetItem *) set->items->pdata[i])->section_id, g_free);
  g_ptr_array_remove_index (set->items, 1);
  g_clear_pointer (&set->rubric_id, g_free);
  save (test, set);
  ik_test_library_assert_undoes_to (test, moved);
}

static gboolean
remove_cb (IkDatabase    *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return ik_set_store_remove (database, data, error);
}

static void
test_remove (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autoptr(IkQuestionSet) set = new_set ();
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  Load load = { set->id, NULL };

  ik_test_library_fill (test);
  save (test, set);
  before = ik_test_library_dump (test);
  g_assert_true (ik_library_write (test->library, "Remove", IK_PRIORITY_USER, remove_cb, set->id,
                                   NULL, &error));
  ik_test_library_assert_undoes_to (test, before);

  g_assert_false (ik_library_read (test->library, load_cb, &load, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ik_library_write (test->library, NULL, IK_PRIORITY_USER, remove_cb, set->id,
                                    NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

#define ADD(name, func) \
  g_test_add ("/store/set-store/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("undo", test_undo);
  ADD ("remove", test_remove);

  return g_test_run ();
}
