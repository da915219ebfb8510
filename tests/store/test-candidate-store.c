#include "ik-candidate-store.h"
#include "ik-test-library.h"
#include "ik-text.h"

static gboolean
save_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return ik_candidate_store_save (database, data, error);
}

static void
save (IkTestLibrary *test,
      IkCandidate   *candidate)
{
  g_autoptr(GError) error = NULL;

  ik_library_write (test->library, "Save", IK_PRIORITY_USER, save_cb, candidate, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
load_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  IkCandidate **candidate = data;
  g_autofree char *id = g_strdup ((*candidate)->id);

  g_clear_pointer (candidate, ik_candidate_free);
  *candidate = ik_candidate_store_load (database, id, error);
  return *candidate != NULL;
}

static IkCandidate *
load (IkTestLibrary     *test,
      const IkCandidate *saved)
{
  g_autoptr(GError) error = NULL;
  IkCandidate *candidate = ik_candidate_copy (saved);

  ik_library_read (test->library, load_cb, &candidate, NULL, &error);
  g_assert_no_error (error);
  return candidate;
}

static void
add_file (IkCandidate *candidate,
          const char  *name,
          const char  *content)
{
  g_autoptr(GBytes) data = g_bytes_new_static (content, strlen (content));

  g_ptr_array_add (candidate->attachments,
                   ik_attachment_new (name, "text/plain", IK_SIDE_INTERVIEWER, data));
}

static void
test_round_trip (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autoptr(IkCandidate) loaded = NULL;
  const IkAttachment *file;

  ik_text_set (&candidate->pronunciation, "AY-da");
  ik_text_set (&candidate->pronouns, "she/her");
  ik_text_set (&candidate->email, "ada@example.com");
  ik_text_set (&candidate->role, "Engineer");
  add_file (candidate, "cv.txt", "Wrote programs");
  add_file (candidate, "empty", "");
  save (test, candidate);

  loaded = load (test, candidate);
  g_assert_cmpstr (loaded->name, ==, "Ada Example");
  g_assert_cmpstr (loaded->pronunciation, ==, "AY-da");
  g_assert_cmpstr (loaded->pronouns, ==, "she/her");
  g_assert_cmpstr (loaded->email, ==, "ada@example.com");
  g_assert_cmpstr (loaded->role, ==, "Engineer");
  g_assert_cmpint (loaded->created_at_us, >, 0);
  g_assert_cmpint (loaded->decided_at_us, ==, 0);
  g_assert_cmpuint (loaded->attachments->len, ==, 2);
  file = loaded->attachments->pdata[0];
  g_assert_cmpstr (file->name, ==, "cv.txt");
  g_assert_cmpuint (g_bytes_get_size (file->data), ==, strlen ("Wrote programs"));
}

static void
test_undo (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autofree char *before = ik_test_library_dump (test);
  g_autofree char *added = NULL;
  g_autofree char *changed = NULL;

  ik_text_set (&candidate->role, "Engineer");
  add_file (candidate, "cv.txt", "Wrote programs");
  save (test, candidate);
  ik_test_library_assert_undoes_to (test, before);

  added = ik_test_library_dump (test);
  ik_text_set (&candidate->role, "Architect");
  g_ptr_array_set_size (candidate->attachments, 0);
  add_file (candidate, "letter.txt", "Dear all");
  save (test, candidate);
  ik_test_library_assert_undoes_to (test, added);

  changed = ik_test_library_dump (test);
  candidate->state = IK_CANDIDATE_STATE_HIRED;
  save (test, candidate);
  ik_test_library_assert_undoes_to (test, changed);
}

static void
test_decided (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Ada Example");
  g_autoptr(IkCandidate) decided = NULL;
  g_autoptr(IkCandidate) open = NULL;

  save (test, candidate);
  candidate->state = IK_CANDIDATE_STATE_REJECTED;
  save (test, candidate);
  decided = load (test, candidate);
  g_assert_cmpint (decided->decided_at_us, >, 0);

  candidate->state = IK_CANDIDATE_STATE_WITHDRAWN;
  save (test, candidate);
  g_assert_cmpint (candidate->decided_at_us, ==, decided->decided_at_us);

  candidate->state = IK_CANDIDATE_STATE_OPEN;
  save (test, candidate);
  open = load (test, candidate);
  g_assert_cmpint (open->decided_at_us, ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/store/candidate-store/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("undo", test_undo);
  ADD ("decided", test_decided);

  return g_test_run ();
}
