/* Answers of several candidates to one question. */

#include "ik-answers.h"
#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-recommendation.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-text.h"

static void
set_up (IkTestLibrary *test,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ik_test_library_set_up (test, data);
  ik_test_library_fill (test);
  g_assert_true (ik_interviews_set_owner (test->library, "Olga", NULL, &error));
  g_assert_no_error (error);
}

static char *
add_candidate (IkTestLibrary *test,
               const char    *name)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new (name);
  g_autoptr(GError) error = NULL;

  ik_candidates_save (test->library, candidate, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (candidate->id);
}

static IkInterview *
plan (IkTestLibrary *test,
      const char    *candidate_id,
      const char    *interviewer)
{
  static const char *const packs[] = { TEST_PACK_ID, NULL };
  IkSetRequest set_request = { .title = "Screening", .pack_ids = packs };
  IkPlanRequest request = { .candidate_id = candidate_id, .interviewer = interviewer };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(GError) error = NULL;
  IkInterview *interview;

  set = ik_sets_create (test->library, &set_request, NULL, &error);
  g_assert_no_error (error);
  request.set_id = set->id;
  interview = ik_interviews_plan (test->library, &request, NULL, &error);
  g_assert_no_error (error);

  return interview;
}

/* Answers the question about the cache; it is rated where @rating says so. */
static void
record (IkTestLibrary     *test,
        const IkInterview *planned,
        int                rating,
        const char        *note,
        gboolean           draft)
{
  g_autoptr(IkInterviewRecord) record = ik_interview_record_new ();
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GError) error = NULL;
  IkItemRecord *item = ik_item_record_new ();

  item->item_id = g_strdup (((IkInterviewItem *) planned->items->pdata[1])->id);
  item->outcome = IK_OUTCOME_ANSWERED;
  item->rating = rating;
  ik_text_set (&item->evidence, note);
  g_ptr_array_add (record->items, item);
  if (!draft)
    record->recommendation = IK_RECOMMENDATION_YES;
  interview = ik_interviews_record (test->library, planned->id, record, draft, NULL, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (IkTestLibrary *test,
      const char    *seed)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *answers = ik_answers_list (test->library, TEST_CACHE_ID, seed, NULL, &error);

  g_assert_no_error (error);
  return answers;
}

static const IkAnswer *
find_answer (GPtrArray  *answers,
             const char *evidence)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const IkAnswer *answer = answers->pdata[i];

      if (g_str_equal (answer->item->evidence, evidence))
        return answer;
    }

  return NULL;
}

static const IkAnswer *
get_answer (GPtrArray  *answers,
            const char *evidence)
{
  const IkAnswer *answer = find_answer (answers, evidence);

  if (answer == NULL)
    g_error ("There is no answer “%s”", evidence);

  return answer;
}

static void
test_list (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *ada = add_candidate (test, "Ada");
  g_autofree char *ben = add_candidate (test, "Ben");
  g_autofree char *cem = add_candidate (test, "Cem");
  g_autoptr(IkInterview) draft = plan (test, ada, NULL);
  g_autoptr(IkInterview) done = plan (test, ben, NULL);
  g_autoptr(IkInterview) planned = plan (test, cem, NULL);
  g_autoptr(IkInterview) of_ada = plan (test, ada, "Grace");
  g_autoptr(IkInterview) of_ben = plan (test, ben, "Grace");
  g_autoptr(GPtrArray) answers = NULL;

  record (test, draft, IK_RATING_NONE, "draft", TRUE);
  record (test, done, 2, "done", FALSE);
  record (test, of_ada, 3, "others, of Ada", FALSE);
  record (test, of_ben, 1, "others, of Ben", FALSE);
  answers = list (test, "seed");

  /* Not what Grace gave Ada before the own one is in; not what was not asked. */
  g_assert_cmpuint (answers->len, ==, 3);
  g_assert_null (find_answer (answers, "others, of Ada"));
  g_assert_true (get_answer (answers, "draft")->can_rate);
  g_assert_false (get_answer (answers, "done")->can_rate);
  g_assert_false (get_answer (answers, "others, of Ben")->can_rate);
  g_assert_cmpuint (get_answer (answers, "draft")->rubric->levels->len, ==, 3);
  /* A candidate has one number, whoever asked. */
  g_assert_cmpuint (get_answer (answers, "done")->number, ==,
                    get_answer (answers, "others, of Ben")->number);
  g_assert_cmpuint (get_answer (answers, "done")->number, !=,
                    get_answer (answers, "draft")->number);
  g_assert_cmpuint (((IkAnswer *) answers->pdata[0])->number, ==, 1);
  g_assert_cmpuint (((IkAnswer *) answers->pdata[2])->number, ==, 2);
}

/* The same seed gives the same order; some seed gives another one. */
static void
test_order (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) answers = NULL;
  g_autoptr(GPtrArray) again = NULL;
  gboolean differs = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Candidate %u", i);
      g_autofree char *candidate_id = add_candidate (test, name);
      g_autoptr(IkInterview) interview = plan (test, candidate_id, NULL);

      record (test, interview, IK_RATING_NONE, name, TRUE);
    }

  answers = list (test, "seed");
  again = list (test, "seed");
  g_assert_cmpuint (answers->len, ==, 4);
  for (guint i = 0; i < answers->len; i++)
    g_assert_cmpstr (((IkAnswer *) answers->pdata[i])->item->id, ==,
                     ((IkAnswer *) again->pdata[i])->item->id);

  for (guint i = 0; i < 20 && !differs; i++)
    {
      g_autofree char *seed = g_strdup_printf ("seed %u", i);
      g_autoptr(GPtrArray) others = list (test, seed);

      differs = !g_str_equal (((IkAnswer *) answers->pdata[0])->item->id,
                              ((IkAnswer *) others->pdata[0])->item->id);
    }
  g_assert_true (differs);
}

static void
test_rate (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autofree char *ada = add_candidate (test, "Ada");
  g_autofree char *ben = add_candidate (test, "Ben");
  g_autoptr(IkInterview) draft = plan (test, ada, NULL);
  g_autoptr(IkInterview) done = plan (test, ben, NULL);
  g_autoptr(IkInterview) other = plan (test, ben, "Grace");
  const IkInterview *locked[] = { done, other };
  const char *item_id = ((IkInterviewItem *) draft->items->pdata[1])->id;
  g_autoptr(GPtrArray) answers = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  record (test, draft, IK_RATING_NONE, "draft", TRUE);
  record (test, done, 2, "done", FALSE);
  record (test, other, 2, "other", TRUE);

  before = ik_test_library_dump (test);
  g_assert_true (ik_answers_rate (test->library, draft->id, item_id, 2, FALSE, NULL, &error));
  g_assert_no_error (error);
  answers = list (test, "seed");
  g_assert_cmpint (get_answer (answers, "draft")->item->rating, ==, 2);
  ik_test_library_assert_undoes_to (test, before);

  /* Locked, somebody else's, off the scale */
  for (guint i = 0; i < G_N_ELEMENTS (locked); i++)
    {
      item_id = ((IkInterviewItem *) locked[i]->items->pdata[1])->id;
      g_assert_false (ik_answers_rate (test->library, locked[i]->id, item_id, 3, FALSE, NULL,
                                       &error));
      g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
      g_clear_error (&error);
    }
  item_id = ((IkInterviewItem *) draft->items->pdata[1])->id;
  g_assert_false (ik_answers_rate (test->library, draft->id, item_id, 9, FALSE, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

#define add(path, func) \
  g_test_add ("/service/answers/" path, IkTestLibrary, NULL, set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("list", test_list);
  add ("order", test_order);
  add ("rate", test_rate);

  return g_test_run ();
}
