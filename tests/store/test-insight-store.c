#include "ik-insight-store.h"
#include "ik-test-library.h"

/* An owner, two others, two candidates. */
#define PEOPLE \
  "INSERT INTO interviewer (id, name, is_owner) VALUES " \
  "  ('me', 'Ada', 1), ('bea', 'Bea', 0), ('cem', 'Cem', 0);" \
  "INSERT INTO candidate (id, name, created_at) VALUES ('tom', 'Tom', 1), ('eve', 'Eve', 1);" \
  "INSERT INTO round (id, candidate_id, title, position) VALUES ('r', 'tom', 'Final', 0);"

static void
add_interview (IkTestLibrary *test,
               const char    *id,
               const char    *interviewer,
               const char    *candidate,
               const char    *state)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO interview (id, candidate_id, interviewer_id, set_title, state, "
                     "  started_at, created_at) VALUES ('%s', '%s', '%s', 'Backend', '%s', 5, 1);",
                     id, candidate, interviewer, state);

  ik_test_library_run_sql (test, sql);
}

static gboolean
load_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  IkInsightData **result = data;

  *result = ik_insight_store_load (database, error);
  return *result != NULL;
}

static IkInsightData *
load (IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  IkInsightData *data = NULL;

  ik_library_read (test->library, load_cb, &data, NULL, &error);
  g_assert_no_error (error);
  return data;
}

static gboolean
has (const IkInsightData *data,
     const char          *id)
{
  for (guint i = 0; i < data->interviews->len; i++)
    {
      if (g_str_equal (((IkInsightInterview *) data->interviews->pdata[i])->id, id))
        return TRUE;
    }

  return FALSE;
}

static const IkInsightInterview *
get (const IkInsightData *data,
     const char          *id)
{
  guint i = 0;

  g_assert_true (has (data, id));
  while (!g_str_equal (((IkInsightInterview *) data->interviews->pdata[i])->id, id))
    i++;

  return data->interviews->pdata[i];
}

static void
test_empty (IkTestLibrary *test,
            gconstpointer  data)
{
  g_autoptr(IkInsightData) loaded = load (test);

  g_assert_cmpuint (loaded->interviews->len, ==, 0);
  g_assert_cmpuint (loaded->starts->len, ==, 0);
  g_assert_cmpuint (loaded->scales->len, ==, 0);
}

static void
test_head (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkInsightData) loaded = NULL;
  const IkInsightInterview *interview;

  ik_test_library_run_sql (test, PEOPLE);
  ik_test_library_run_sql (test,
                           "INSERT INTO interview (id, candidate_id, interviewer_id, round_id, set_id, "
                           "  set_title, role, state, started_at, extra_time_percent, created_at) VALUES "
                           "  ('i', 'tom', 'bea', 'r', 'set', 'Backend', 'Engineer', 'handed_in', 7, 25, 1),"
                           "  ('later', 'eve', 'bea', NULL, NULL, 'Ad hoc', '', 'handed_in', 9, 0, 1),"
                           "  ('paper', 'eve', 'bea', NULL, NULL, 'Ad hoc', '', 'handed_in', NULL, 0, 1);");
  loaded = load (test);

  g_assert_cmpuint (loaded->interviews->len, ==, 3);
  g_assert_cmpstr (((IkInsightInterview *) loaded->interviews->pdata[0])->id, ==, "later");
  g_assert_cmpstr (((IkInsightInterview *) loaded->interviews->pdata[2])->id, ==, "paper");
  g_assert_cmpuint (loaded->starts->len, ==, 2);

  interview = get (loaded, "i");
  g_assert_cmpstr (interview->candidate_id, ==, "tom");
  g_assert_cmpstr (interview->candidate_name, ==, "Tom");
  g_assert_cmpstr (interview->interviewer_id, ==, "bea");
  g_assert_cmpstr (interview->interviewer_name, ==, "Bea");
  g_assert_cmpstr (interview->set_key, ==, "set");
  g_assert_cmpstr (interview->set_title, ==, "Backend");
  g_assert_cmpstr (interview->role, ==, "Engineer");
  g_assert_cmpstr (interview->round, ==, "Final");
  g_assert_cmpint (interview->started_at_us, ==, 7);
  g_assert_cmpuint (interview->extra_time_percent, ==, 25);
  g_assert_cmpstr (get (loaded, "later")->set_key, ==, "Ad hoc");
  g_assert_cmpint (get (loaded, "paper")->started_at_us, ==, 0);
}

/* Only what was handed in counts, but each start is one of the day. */
static void
test_states (IkTestLibrary *test,
             gconstpointer  data)
{
  static const char *const states[] = {
    "planned", "live", "broken_off", "review", "handed_in", "cancelled", "no_show",
  };
  g_autoptr(IkInsightData) loaded = NULL;

  ik_test_library_run_sql (test, PEOPLE);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    add_interview (test, states[i], "bea", "tom", states[i]);
  loaded = load (test);

  g_assert_cmpuint (loaded->interviews->len, ==, 1);
  g_assert_cmpstr (((IkInsightInterview *) loaded->interviews->pdata[0])->id, ==, "handed_in");
  g_assert_cmpuint (loaded->starts->len, ==, G_N_ELEMENTS (states));
  g_assert_cmpuint (loaded->n_hidden, ==, 0);
}

/* Others' ratings of a candidate whom the owner still has to rate stay out. */
static void
test_independence (IkTestLibrary *test,
                   gconstpointer  data)
{
  static const struct
  {
    const char *state;
    gboolean    is_hidden;
  } cases[] = {
    { "planned", TRUE },
    { "live", TRUE },
    { "broken_off", TRUE },
    { "review", TRUE },
    { "handed_in", FALSE },
    { "cancelled", FALSE },
    { "no_show", FALSE },
  };

  ik_test_library_run_sql (test, PEOPLE);
  add_interview (test, "of-bea", "bea", "tom", "handed_in");
  add_interview (test, "of-cem", "cem", "eve", "handed_in");
  add_interview (test, "mine", "me", "tom", "planned");
  add_interview (test, "mine-before", "me", "tom", "handed_in");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkInsightData) loaded = NULL;
      g_autofree char *sql = g_strdup_printf ("UPDATE interview SET state = '%s' WHERE id = 'mine'",
                                              cases[i].state);

      ik_test_library_run_sql (test, sql);
      loaded = load (test);
      g_assert_cmpint (!has (loaded, "of-bea"), ==, cases[i].is_hidden);
      g_assert_cmpuint (loaded->n_hidden, ==, cases[i].is_hidden ? 1 : 0);
      g_assert_true (has (loaded, "of-cem"));
      g_assert_true (has (loaded, "mine-before"));
    }
}

/* What is left out leaves nothing behind: neither a scale nor an answer. */
static void
test_hidden_answers (IkTestLibrary *test,
                     gconstpointer  data)
{
  g_autoptr(IkInsightData) loaded = NULL;

  ik_test_library_run_sql (test, PEOPLE);
  add_interview (test, "of-bea", "bea", "tom", "handed_in");
  add_interview (test, "mine", "me", "tom", "review");
  ik_test_library_run_sql (test,
                           "INSERT INTO interview_rubric (interview_id, rubric_id, position, name) "
                           "  VALUES ('of-bea', 'r', 0, 'Scale');"
                           "INSERT INTO interview_anchor (interview_id, rubric_id, value, label) VALUES "
                           "  ('of-bea', 'r', 1, 'Low'), ('of-bea', 'r', 2, 'High');"
                           "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, "
                           "  prompt, outcome, rating) VALUES "
                           "  ('x', 'of-bea', 'q', 0, 5, 'Why?', 'answered', 2);"
                           "INSERT INTO competency_rating (interview_id, competency_id, position, name, "
                           "  rating) VALUES ('of-bea', 'c', 0, 'Judgement', 2);");
  loaded = load (test);

  g_assert_cmpuint (loaded->interviews->len, ==, 0);
  g_assert_cmpuint (loaded->scales->len, ==, 0);
  g_assert_cmpuint (loaded->n_hidden, ==, 1);
}

static const IkInsightAnswer *
get_answer (const IkInsightInterview *interview,
            guint                     i)
{
  g_assert_cmpuint (i, <, interview->answers->len);
  return &g_array_index (interview->answers, IkInsightAnswer, i);
}

static void
test_answers (IkTestLibrary *test,
              gconstpointer  data)
{
  g_autoptr(IkInsightData) loaded = NULL;
  const IkInsightInterview *interview;
  const IkInsightScale *three;

  ik_test_library_run_sql (test, PEOPLE);
  add_interview (test, "i", "me", "tom", "handed_in");
  ik_test_library_run_sql (test,
                           "INSERT INTO interview_rubric (interview_id, rubric_id, position, name) VALUES "
                           "  ('i', 'three', 0, 'Three'), ('i', 'yes', 1, 'Yes or no');"
                           "INSERT INTO interview_anchor (interview_id, rubric_id, value, label) VALUES "
                           "  ('i', 'three', 1, 'Low'), ('i', 'three', 2, 'Fair'), ('i', 'three', 3, 'Good'),"
                           "  ('i', 'yes', 0, 'No'), ('i', 'yes', 1, 'Yes');"
                           "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, "
                           "  prompt, outcome, rating, rubric_id, elapsed_ms, is_scored, is_required, "
                           "  is_off_script, asked_as, knock_out) VALUES "
                           "  ('a', 'i', 'q1', 0, 5, 'Why?', 'answered', 3, NULL, 60000, 1, 1, 0, '', 2),"
                           "  ('b', 'i', 'q2', 1, 6, 'How?', 'partly', 1, 'yes', 0, 1, 0, 0, 'How so?', NULL),"
                           "  ('c', 'i', 'q3', 2, 7, 'When?', 'no_evidence', 2, NULL, 0, 1, 1, 0, '', NULL),"
                           "  ('d', 'i', NULL, 3, 0, 'Who?', 'answered', 2, NULL, 0, 0, 1, 1, '', NULL),"
                           "  ('e', 'i', 'q5', 4, 1, 'Hello', 'not_asked', NULL, NULL, 30000, 0, 1, 0, '', NULL),"
                           "  ('f', 'i', 'q6', 5, 1, 'Bye', 'not_asked', NULL, NULL, 29999, 0, 1, 0, '', NULL),"
                           "  ('g', 'i', 'q7', 6, 1, 'Noted', 'not_asked', NULL, NULL, 0, 0, 1, 0, '', NULL);"
                           "INSERT INTO note (id, interview_id, item_id, position, at, text) VALUES "
                           "  ('n', 'i', 'g', 0, 1, 'Laughed'), ('m', 'i', 'f', 0, 1, ' ');"
                           "INSERT INTO competency_rating (interview_id, competency_id, position, name, "
                           "  rating) VALUES ('i', 'c', 0, 'Judgement', 2), ('i', 'd', 1, 'Calm', NULL);");
  loaded = load (test);
  interview = get (loaded, "i");
  g_assert_cmpuint (interview->answers->len, ==, 7);
  g_assert_cmpuint (loaded->scales->len, ==, 2);

  three = get_answer (interview, 0)->scale;
  g_assert_cmpuint (three->n_levels, ==, 3);
  g_assert_cmpint (three->values[2], ==, 3);
  g_assert_cmpstr (three->labels[2], ==, "Good");
  g_assert_cmpstr (three->name, ==, "Three");
  /* An answer and a competency. */
  g_assert_cmpuint (three->n_ratings, ==, 2);
  g_assert_cmpstr (get_answer (interview, 0)->question_id, ==, "q1");
  g_assert_cmpstr (get_answer (interview, 0)->prompt, ==, "Why?");
  g_assert_cmpint (get_answer (interview, 0)->rating, ==, 3);
  g_assert_cmpint (get_answer (interview, 0)->knock_out, ==, 2);
  g_assert_cmpint (get_answer (interview, 0)->elapsed_ms, ==, 60000);
  g_assert_cmpuint (get_answer (interview, 0)->minutes, ==, 5);
  g_assert_true (get_answer (interview, 0)->is_planned && get_answer (interview, 0)->is_required);

  g_assert_true (get_answer (interview, 1)->scale != three);
  g_assert_true (get_answer (interview, 1)->is_reworded);
  g_assert_false (get_answer (interview, 1)->is_required);
  g_assert_cmpint (get_answer (interview, 1)->knock_out, ==, IK_RATING_NONE);

  /* Without evidence, or of a kind that is not scored: no rating. */
  g_assert_cmpint (get_answer (interview, 2)->rating, ==, IK_RATING_NONE);
  g_assert_cmpint (get_answer (interview, 3)->rating, ==, IK_RATING_NONE);
  g_assert_false (get_answer (interview, 3)->is_planned);
  g_assert_null (get_answer (interview, 3)->question_id);

  g_assert_true (get_answer (interview, 4)->is_asked);
  g_assert_false (get_answer (interview, 5)->is_asked);
  g_assert_true (get_answer (interview, 6)->is_asked);

  g_assert_cmpuint (interview->competencies->len, ==, 1);
  g_assert_cmpstr (g_array_index (interview->competencies, IkInsightCompetency, 0).name, ==,
                   "Judgement");
  g_assert_true (g_array_index (interview->competencies, IkInsightCompetency, 0).scale == three);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func) \
  g_test_add ("/store/insight/" path, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

  add ("empty", test_empty);
  add ("head", test_head);
  add ("states", test_states);
  add ("independence", test_independence);
  add ("hidden-answers", test_hidden_answers);
  add ("answers", test_answers);

  return g_test_run ();
}
