#include "ik-candidates.h"
#include "ik-interview-lock.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-rescue-copy.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-text.h"

#include <glib/gstdio.h>

/* Texts that must be nowhere after an erasure; long ones reach over several
 * pages of the file. */
#define SECRET "Zyxwvut"

static void
add_file (IkCandidate *candidate,
          const char  *name,
          const char  *content)
{
  g_autoptr(GBytes) data = g_bytes_new (content, strlen (content));

  g_ptr_array_add (candidate->attachments,
                   ik_attachment_new (name, "text/plain", IK_SIDE_INTERVIEWER, data));
}

static IkCandidate *
add_candidate (IkTestLibrary *test,
               const char    *name)
{
  g_autoptr(GError) error = NULL;
  IkCandidate *candidate = ik_candidate_new (name);
  g_autofree char *long_text = g_strnfill (20000, 'z');
  g_autofree char *content = g_strconcat (long_text, SECRET " wrote this", NULL);

  ik_text_set (&candidate->email, "contact@" SECRET ".example");
  add_file (candidate, "../cv.txt", content);
  ik_candidates_save (test->library, candidate, NULL, &error);
  g_assert_no_error (error);

  return candidate;
}

static IkInterview *
plan (IkTestLibrary     *test,
      const IkCandidate *candidate)
{
  const char *question_ids[] = { TEST_CACHE_ID, TEST_DISPUTE_ID, NULL };
  IkSetRequest set_request = { .title = "Set", .question_ids = question_ids };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(GError) error = NULL;
  IkPlanRequest request = { 0 };
  IkInterview *interview;

  set = ik_sets_create (test->library, &set_request, NULL, &error);
  g_assert_no_error (error);
  request.set_id = set->id;
  request.candidate_id = candidate->id;
  request.round = "first round";
  interview = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  return interview;
}

/* Holds it on paper, with secrets wherever people write. */
static void
record (IkTestLibrary *test,
        IkInterview   *interview)
{
  g_autoptr(IkInterviewRecord) paper = ik_interview_record_new ();
  g_autoptr(IkInterview) recorded = NULL;
  g_autoptr(GError) error = NULL;
  IkItemRecord *item = ik_item_record_new ();
  IkItemRecord *extra = ik_item_record_new ();

  item->item_id = g_strdup (((IkInterviewItem *) interview->items->pdata[0])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  item->rating = 2;
  ik_text_set (&item->evidence, "Evidence of " SECRET);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("Paragraph %u about " SECRET, i);

      g_ptr_array_add (item->notes, ik_note_new (text, 0));
    }
  g_ptr_array_add (paper->items, item);

  extra->prompt = g_strdup ("And you, " SECRET "?");
  extra->outcome = IK_OUTCOME_ANSWERED;
  g_ptr_array_add (paper->extra, extra);

  g_ptr_array_add (paper->notes, ik_note_new ("In general " SECRET, 0));
  ik_text_set (&paper->summary, "All in all " SECRET);
  g_ptr_array_add (paper->strengths, ik_finding_new ("Strong " SECRET, TRUE));
  g_ptr_array_add (paper->concerns, ik_finding_new ("Weak " SECRET, FALSE));
  paper->recommendation = IK_RECOMMENDATION_YES;

  recorded = ik_interviews_record (test->library, interview->id, paper, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (recorded->state, ==, IK_INTERVIEW_STATE_HANDED_IN);
}

static void
change_and_reopen (IkTestLibrary     *test,
                   const IkInterview *interview)
{
  g_autoptr(IkInterview) reopened = NULL;
  g_autoptr(GError) error = NULL;

  ik_interviews_reopen (test->library, interview->id, SECRET " complained", NULL, &error);
  g_assert_no_error (error);
  reopened = ik_interviews_load (test->library, interview->id, NULL, &error);
  ik_text_set (&reopened->summary, "After all " SECRET);
  ik_interviews_save_review (test->library, reopened, NULL, "Summary", NULL, &error);
  g_assert_no_error (error);
}

/* Pages of the file split and join while notes grow and shrink; copies that this
 * leaves behind must go as well. */
static void
type_much (IkTestLibrary     *test,
           const IkInterview *interview)
{
  g_autoptr(IkInterview) open = ik_interviews_load (test->library, interview->id, NULL, NULL);
  IkInterviewItem *item = open->items->pdata[0];
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 100; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, (int) item->notes->len);
      g_autofree char *filling = g_strnfill ((gsize) g_rand_int_range (rand, 0, 3000), 'x');
      g_autofree char *text = g_strconcat (SECRET, filling, SECRET, NULL);
      g_autoptr(GError) error = NULL;

      ik_text_set (&((IkNote *) item->notes->pdata[n])->text, text);
      if (i % 3 == 0)
        g_ptr_array_insert (item->notes, (int) n, ik_note_new (text, 1));
      else if (i % 3 == 1)
        g_ptr_array_remove_index (item->notes, n);
      ik_interviews_save_review (test->library, open, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
test_erase (IkTestLibrary *test,
            gconstpointer  data)
{
  gboolean keep_scores = GPOINTER_TO_INT (data);
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(IkCandidate) other = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GPtrArray) candidates = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  g_autofree char *copy = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  other = ik_candidate_new ("Bob Example");
  ik_candidates_save (test->library, other, NULL, &error);
  g_assert_no_error (error);
  candidate = add_candidate (test, SECRET " Example");
  interview = plan (test, candidate);
  record (test, interview);
  change_and_reopen (test, interview);
  type_much (test, interview);
  g_assert_true (ik_test_library_holds_bytes (test, SECRET));
  g_assert_true (ik_test_library_holds_bytes (test, candidate->id));
  copy = ik_rescue_copy_write (interview, &error);
  g_assert_no_error (error);

  g_assert_true (ik_candidates_erase (test->library, candidate->id, keep_scores, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ik_test_library_holds_bytes (test, SECRET));
  g_assert_false (ik_test_library_holds_bytes (test, candidate->id));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  ik_test_library_reopen (test);
  g_assert_false (ik_test_library_holds_bytes (test, SECRET));

  candidates = ik_candidates_list (test->library, NULL, &error);
  interviews = ik_interviews_list (test->library, NULL, NULL, &error);
  g_assert_cmpuint (candidates->len, ==, keep_scores ? 2 : 1);
  g_assert_cmpuint (interviews->len, ==, keep_scores ? 1 : 0);
}

/* Nobody is erased under an interview that is being held. */
static void
test_erase_held (IkTestLibrary *test,
                 gconstpointer  data)
{
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(IkInterview) kept = NULL;
  g_autoptr(IkInterviewLock) lock = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  candidate = add_candidate (test, SECRET " Example");
  interview = plan (test, candidate);
  lock = ik_interview_lock_new (test->library, interview->id, "Ada", &error);
  g_assert_no_error (error);

  g_assert_false (ik_candidates_erase (test->library, candidate->id, FALSE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY);
  g_clear_error (&error);
  kept = ik_interviews_load (test->library, interview->id, NULL, &error);
  g_assert_no_error (error);

  g_clear_pointer (&lock, ik_interview_lock_free);
  g_assert_true (ik_candidates_erase (test->library, candidate->id, FALSE, NULL, &error));
  g_assert_no_error (error);
}

static void
test_erase_keeps_scores (IkTestLibrary *test,
                         gconstpointer  data)
{
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(IkInterview) kept = NULL;
  g_autoptr(GError) error = NULL;
  const IkInterviewItem *item;

  ik_test_library_fill (test);
  candidate = add_candidate (test, SECRET " Example");
  interview = plan (test, candidate);
  record (test, interview);
  g_assert_true (ik_candidates_erase (test->library, candidate->id, TRUE, NULL, &error));

  kept = ik_interviews_load (test->library, interview->id, NULL, &error);
  g_assert_no_error (error);
  item = kept->items->pdata[0];
  g_assert_cmpint (item->rating, ==, 2);
  g_assert_cmpint (item->outcome, ==, IK_OUTCOME_ANSWERED);
  g_assert_cmpuint (item->notes->len, ==, 0);
  g_assert_cmpstr (item->evidence, ==, "");
  g_assert_cmpstr (item->candidate.prompt, ==, "How do you size a cache?");
  g_assert_cmpstr (kept->summary, ==, "");
  g_assert_cmpuint (kept->strengths->len + kept->concerns->len, ==, 0);
  g_assert_cmpint (kept->recommendation, ==, IK_RECOMMENDATION_YES);
  g_assert_cmpstr (kept->candidate_id, !=, candidate->id);
}

static void
test_erase_unknown (IkTestLibrary *test,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_candidates_erase (test->library, "nobody", FALSE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ik_candidates_erase (test->library, "nobody", TRUE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

static void
test_name (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new (" \t");
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_candidates_save (test->library, candidate, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

static char *
read_file (const char *directory,
           const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_export (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autofree char *directory = g_build_filename (test->directory, "export", NULL);
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autofree char *person = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *file = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  ik_test_library_fill (test);
  candidate = add_candidate (test, "Ada Example");
  interview = plan (test, candidate);
  record (test, interview);

  g_mkdir (directory, 0700);
  g_assert_true (ik_candidates_export (test->library, candidate->id, directory, NULL, &error));
  g_assert_no_error (error);

  person = read_file (directory, "candidate.json");
  sheet = read_file (directory, "interview-1.json");
  file = read_file (directory, "files/.._cv.txt");
  g_assert_nonnull (strstr (person, "\"Ada Example\""));
  g_assert_nonnull (strstr (sheet, "Paragraph 199 about " SECRET));
  g_assert_nonnull (strstr (sheet, "\"handed_in\""));
  g_assert_cmpint (g_stat (directory, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);

  g_assert_false (ik_candidates_export (test->library, candidate->id, directory, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_export_unknown (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autofree char *directory = g_build_filename (test->directory, "export", NULL);
  g_autoptr(GDir) there = NULL;
  g_autoptr(GError) error = NULL;
  const char *name;

  g_assert_false (ik_candidates_export (test->library, "nobody", directory, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);

  there = g_dir_open (test->directory, 0, NULL);
  while ((name = g_dir_read_name (there)) != NULL)
    g_assert_true (g_str_has_prefix (name, "library.db"));
}

#define ADD(name, data, func) \
  g_test_add ("/service/candidates/" name, IkTestLibrary, data, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("erase", NULL, test_erase);
  ADD ("erase-but-scores", GINT_TO_POINTER (TRUE), test_erase);
  ADD ("erase-keeps-scores", NULL, test_erase_keeps_scores);
  ADD ("erase-held", NULL, test_erase_held);
  ADD ("erase-unknown", NULL, test_erase_unknown);
  ADD ("name", NULL, test_name);
  ADD ("export", NULL, test_export);
  ADD ("export-unknown", NULL, test_export_unknown);

  return g_test_run ();
}
