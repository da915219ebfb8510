#include "ik-insight.h"
#include "ik-test-library.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define N_CANDIDATES 6

static const IkInsightFilter everything;

/* Ada is the owner; each candidate was interviewed by her and by somebody whose
 * name a spreadsheet would calculate, with two questions and a competency. */
static void
fill (IkTestLibrary *test)
{
  g_autoptr(GString) sql = g_string_new ("INSERT INTO interviewer (id, name, is_owner) VALUES "
                                         "('ada', 'Ada', 1), ('eve', '=1+1', 0);");

  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      g_string_append_printf (sql, "INSERT INTO candidate (id, name, created_at) VALUES "
                              "  ('c%u', 'Candidate %u', 1);", i, i);
      for (guint k = 0; k < 2; k++)
        g_string_append_printf (
          sql,
          "INSERT INTO interview (id, candidate_id, interviewer_id, set_id, set_title, role, state, "
          "  started_at, created_at) VALUES ('i%u-%u', 'c%u', '%s', 'set', 'Backend', 'Engineer', "
          "  'handed_in', %u * 86400000000, 1);"
          "INSERT INTO interview_rubric (interview_id, rubric_id, position, name) VALUES "
          "  ('i%u-%u', 'r', 0, 'General');"
          "INSERT INTO interview_anchor (interview_id, rubric_id, value, label) VALUES "
          "  ('i%u-%u', 'r', 1, 'Poor'), ('i%u-%u', 'r', 2, 'Fair'), ('i%u-%u', 'r', 3, 'Good'),"
          "  ('i%u-%u', 'r', 4, 'Great'), ('i%u-%u', 'r', 5, 'Best');"
          "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, prompt, "
          "  outcome, rating, elapsed_ms) VALUES "
          "  ('a%u-%u', 'i%u-%u', 'qa', 0, 5, '@home, why?', 'answered', %u, 360000),"
          "  ('b%u-%u', 'i%u-%u', 'qb', 1, 5, 'How?', 'answered', 4, 240000);"
          "INSERT INTO competency_rating (interview_id, competency_id, position, name, rating) VALUES "
          "  ('i%u-%u', 'c', 0, 'Judgement', %u);",
          i, k, i, k == 0 ? "ada" : "eve", i + 1, i, k, i, k, i, k, i, k, i, k, i, k,
          i, k, i, k, 1 + i % 5, i, k, i, k, i, k, 1 + (i + k) % 5);
    }

  ik_test_library_run_sql (test, sql->str);
}

static IkInsightData *
load (IkTestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  IkInsightData *data = ik_insight_load (test->library, NULL, &error);

  g_assert_no_error (error);
  return data;
}

static guint
find_column (const IkInsightTable *table,
             const char           *key)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      if (g_str_equal (((IkInsightColumn *) table->columns->pdata[i])->key, key))
        return i;
    }

  g_assert_not_reached ();
}

static void
assert_text (const IkInsightTable *table,
             guint                 row,
             const char           *key,
             const char           *text)
{
  g_assert_cmpuint (row, <, table->rows->len);
  g_assert_cmpstr (ik_insight_table_get_cell (table, row, find_column (table, key))->text, ==,
                   text);
}

static void
assert_number (const IkInsightTable *table,
               guint                 row,
               const char           *key,
               double                number)
{
  const IkInsightCell *cell;

  g_assert_cmpuint (row, <, table->rows->len);
  cell = ik_insight_table_get_cell (table, row, find_column (table, key));
  g_assert_true (cell->has_number);
  g_assert_cmpfloat_with_epsilon (cell->number, number, 1e-9);
}

static void
test_nothing (IkTestLibrary *test,
              gconstpointer  user_data)
{
  g_autoptr(IkInsightData) empty = load (test);
  g_autoptr(IkInsightData) data = NULL;
  IkInsightFilter cooks = { .role = "Cook" };

  for (guint i = 0; i < IK_N_INSIGHT_SECTIONS; i++)
    {
      g_autoptr(IkInsightTable) table = ik_insight_build (empty, &everything, i, 0);
      g_autoptr(GPtrArray) subjects = ik_insight_list_subjects (empty, &everything, i);

      g_assert_cmpuint (table->rows->len, ==, 0);
      g_assert_cmpuint (subjects->len, ==, 0);
      g_assert_true (g_str_has_prefix (table->nothing, "Nothing was handed in yet"));
    }

  fill (test);
  data = load (test);
  for (guint i = 0; i < IK_N_INSIGHT_SECTIONS; i++)
    {
      g_autoptr(IkInsightTable) table = ik_insight_build (data, &cooks, i, 0);

      g_assert_cmpuint (table->rows->len, ==, 0);
      g_assert_cmpstr (table->nothing, ==, "No interview matches the filter.");
    }
}

/* Each row has a cell for each column, and each chart a row that says something. */
static void
test_sections (IkTestLibrary *test,
               gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;

  fill (test);
  data = load (test);
  for (guint i = 0; i < IK_N_INSIGHT_SECTIONS; i++)
    {
      g_autoptr(IkInsightTable) table = ik_insight_build (data, &everything, i, 0);
      g_autofree char *description = ik_insight_table_describe_chart (table);
      IkInsightSection section;

      g_assert_true (ik_insight_section_from_nick (table->key, &section));
      g_assert_cmpuint (section, ==, i);
      g_assert_cmpuint (table->rows->len, >, 0);
      g_assert_cmpuint (table->chart_rows->len, ==, table->rows->len);
      g_assert_cmpfloat (table->axis_to, >, table->axis_from);
      g_assert_true (*table->explanation != '\0');
      g_assert_true (g_str_has_prefix (description, table->title));
      for (guint k = 0; k < table->rows->len; k++)
        g_assert_cmpuint (((GPtrArray *) table->rows->pdata[k])->len, ==, table->columns->len);
    }

  g_assert_false (ik_insight_section_from_nick ("luck", &(IkInsightSection) { 0 }));
}

static void
test_ratings (IkTestLibrary *test,
              gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(GPtrArray) subjects = NULL;
  g_autoptr(IkInsightTable) table = NULL;

  fill (test);
  data = load (test);
  subjects = ik_insight_list_subjects (data, &everything, IK_INSIGHT_RATINGS);
  g_assert_cmpuint (subjects->len, ==, 1);
  g_assert_cmpstr (subjects->pdata[0], ==, "General (1 to 5)");

  table = ik_insight_build (data, &everything, IK_INSIGHT_RATINGS, 0);
  g_assert_cmpstr (table->subject, ==, "General (1 to 5)");
  g_assert_cmpuint (table->rows->len, ==, 3);
  assert_text (table, 1, "interviewer", "Ada");
  assert_number (table, 1, "ratings", 12);
  assert_number (table, 1, "level_1", 2);
  assert_number (table, 1, "level_4", 7);
  assert_number (table, 1, "mean", (1 + 2 + 3 + 4 + 5 + 1 + 6 * 4) / 12.0);
  assert_text (table, 1, "difference", "0.00");
  assert_text (table, 2, "interviewer", "All");
  g_assert_cmpstr (table->levels->pdata[0], ==, "1 Poor");
}

static void
test_few_say_nothing (IkTestLibrary *test,
                      gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  /* The first two days: four ratings of two candidates each. */
  IkInsightFilter few = { .to_us = G_GINT64_CONSTANT (3) * 86400 * G_USEC_PER_SEC };
  static const struct
  {
    IkInsightSection  section;
    const char       *key;
  } cases[] = {
    { IK_INSIGHT_RATINGS, "mean" },
    { IK_INSIGHT_RATINGS, "level_4" },
    { IK_INSIGHT_HOURS, "difference" },
    { IK_INSIGHT_POSITIONS, "mean" },
    { IK_INSIGHT_QUESTIONS, "passed" },
    { IK_INSIGHT_TIMES, "median_minutes" },
    { IK_INSIGHT_ADHERENCE, "asked_percent" },
    { IK_INSIGHT_AGREEMENT, "value" },
    { IK_INSIGHT_AGREEMENT, "same_percent" },
  };

  fill (test);
  data = load (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkInsightTable) table = ik_insight_build (data, &few, cases[i].section, 0);

      assert_text (table, 0, cases[i].key, "");
      assert_text (table, 0, "remark", "too few");
      g_assert_false (((IkChartRow *) table->chart_rows->pdata[0])->is_told);
    }
}

static void
test_questions_and_times (IkTestLibrary *test,
                          gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(IkInsightTable) questions = NULL;
  g_autoptr(IkInsightTable) times = NULL;

  fill (test);
  data = load (test);
  questions = ik_insight_build (data, &everything, IK_INSIGHT_QUESTIONS, 0);
  assert_text (questions, 0, "question", "How?");
  assert_text (questions, 0, "remark", "everybody passes");
  assert_number (questions, 0, "passed_percent", 100);
  assert_number (questions, 1, "passed", 6);
  assert_text (questions, 1, "remark", "");

  times = ik_insight_build (data, &everything, IK_INSIGHT_TIMES, 0);
  assert_text (times, 0, "question", "@home, why?");
  assert_text (times, 0, "remark", "always runs over");
  assert_number (times, 0, "median_minutes", 6);
  assert_number (times, 1, "over", 0);
}

static void
test_agreement (IkTestLibrary *test,
                gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(IkInsightTable) all = NULL;
  g_autoptr(IkInsightTable) of_ada = NULL;
  IkInsightFilter ada = { .interviewer_id = "ada" };

  fill (test);
  data = load (test);
  all = ik_insight_build (data, &everything, IK_INSIGHT_AGREEMENT, 0);
  g_assert_cmpuint (all->rows->len, ==, 4);
  assert_text (all, 0, "rated", "Questions");
  assert_text (all, 0, "raters", "=1+1, Ada");
  assert_number (all, 0, "n", 12);
  assert_number (all, 0, "same_percent", 100);
  assert_number (all, 0, "value", 1);
  assert_text (all, 0, "low", "");
  g_assert_cmpstr (ik_insight_table_get_cell (all, 0, find_column (all, "remark"))->text, !=, "");
  assert_text (all, 2, "rated", "Competencies");
  assert_number (all, 2, "same_percent", 0);
  g_assert_true (ik_insight_table_get_cell (all, 2, find_column (all, "low"))->has_number);

  /* Filtered by a person, that person is compared, not alone. */
  of_ada = ik_insight_build (data, &ada, IK_INSIGHT_AGREEMENT, 0);
  g_assert_cmpuint (of_ada->rows->len, ==, 4);
}

/* Two levels: both weights are one, and the measure has its plain name. */
static void
test_agreement_of_two_levels (IkTestLibrary *test,
                              gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(IkInsightTable) table = NULL;

  fill (test);
  ik_test_library_run_sql (test, "DELETE FROM interview_anchor WHERE value > 2;"
                           "UPDATE interview_item SET rating = 1 + (rating > 2);"
                           "UPDATE competency_rating SET rating = 1 + (rating > 2);");
  data = load (test);
  table = ik_insight_build (data, &everything, IK_INSIGHT_AGREEMENT, 0);

  g_assert_cmpuint (table->rows->len, ==, 2);
  assert_text (table, 0, "measure", "Cohen's kappa");
  assert_text (table, 1, "measure", "Cohen's kappa");
}

/* While the owner still has to rate somebody, nobody's ratings of that person
 * are in any table. */
static void
test_independence (IkTestLibrary *test,
                   gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(IkInsightTable) table = NULL;
  g_autoptr(IkInsightData) nothing = NULL;
  g_autoptr(IkInsightTable) hidden = NULL;

  fill (test);
  ik_test_library_run_sql (test, "UPDATE interview SET state = 'review' WHERE id = 'i0-0'");
  data = load (test);
  g_assert_cmpuint (data->n_hidden, ==, 1);
  table = ik_insight_build (data, &everything, IK_INSIGHT_FAIR_TIME, 0);
  g_assert_cmpuint (table->rows->len, ==, 2 * N_CANDIDATES - 2);
  for (guint i = 0; i < table->rows->len; i++)
    g_assert_cmpstr (ik_insight_table_get_cell (table, i, 0)->text, !=, "Candidate 0");

  ik_test_library_run_sql (test, "UPDATE interview SET state = 'review' WHERE interviewer_id = 'ada'");
  nothing = load (test);
  hidden = ik_insight_build (nothing, &everything, IK_INSIGHT_RATINGS, 0);
  g_assert_cmpuint (hidden->rows->len, ==, 0);
  g_assert_true (g_str_has_prefix (hidden->nothing, "There is nothing to show until"));
}

static void
test_choices (IkTestLibrary *test,
              gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  g_autoptr(GPtrArray) roles = NULL;

  fill (test);
  ik_test_library_run_sql (test, "UPDATE interview SET role = '' WHERE id = 'i0-0'");
  data = load (test);
  people = ik_insight_list_choices (data, IK_INSIGHT_CHOICE_INTERVIEWER);
  sets = ik_insight_list_choices (data, IK_INSIGHT_CHOICE_SET);
  roles = ik_insight_list_choices (data, IK_INSIGHT_CHOICE_ROLE);

  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (((IkInsightChoice *) people->pdata[1])->key, ==, "ada");
  g_assert_cmpuint (sets->len, ==, 1);
  g_assert_cmpuint (((IkInsightChoice *) sets->pdata[0])->n, ==, 2 * N_CANDIDATES);
  g_assert_cmpuint (roles->len, ==, 1);
  g_assert_cmpuint (((IkInsightChoice *) roles->pdata[0])->n, ==, 2 * N_CANDIDATES - 1);
}

/* CSV */

static char *
export (IkTestLibrary *test,
        GPtrArray     *tables)
{
  g_autofree char *path = g_build_filename (test->directory, "insight.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_assert_true (ik_insight_export (tables, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ik_test_library_get_mode (path), ==, 0600);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_csv (IkTestLibrary *test,
          gconstpointer  user_data)
{
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(GPtrArray) tables = NULL;
  g_autofree char *one = NULL;
  g_autofree char *several = NULL;

  fill (test);
  data = load (test);
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_insight_table_free);
  g_ptr_array_add (tables, ik_insight_build (data, &everything, IK_INSIGHT_FAIR_TIME, 0));
  one = export (test, tables);

  /* Names that a spreadsheet would calculate are texts, in head and rows. */
  g_assert_nonnull (strstr (one, ",'=1+1,"));
  g_assert_nonnull (strstr (one, ",\"'@home, why?\","));
  g_assert_nonnull (strstr (one, ",10.000,10,100,6.000,4.000\r\n"));
  g_assert_true (g_str_has_prefix (one, "\xef\xbb\xbf" "candidate,date,"));

  g_ptr_array_add (tables, ik_insight_build (data, &everything, IK_INSIGHT_AGREEMENT, 0));
  several = export (test, tables);
  g_assert_true (g_str_has_prefix (several, "\xef\xbb\xbf" "fair-time: Backend\r\ncandidate,"));
  g_assert_nonnull (strstr (several, "\r\n\r\nagreement: General (1 to 5)\r\nrated,"));
  /* A number below zero is no formula. */
  g_assert_nonnull (strstr (several, ",-0."));
  g_assert_null (strstr (several, "'-0."));
}

static void
test_unwritable (IkTestLibrary *test,
                 gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (test->directory, "missing", "insight.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) tables = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_insight_export (tables, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_axis (void)
{
  static const struct
  {
    double from;
    double to;
    double step;
    double end;
  } cases[] = {
    { 0, 100, 20, 100 },
    { 1, 5, 1, 5 },
    { 0, 7.5, 2, 8 },
    { 0, 1, 0.2, 1 },
    { -1, 1, 0.5, 1 },
    { 0, 1234, 500, 1500 },
    { 10, 50, 10, 50 },
  };
  g_autoptr(IkInsightTable) table = ik_insight_table_new ("times", "Times");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ik_insight_table_set_axis (table, cases[i].from, cases[i].to);
      g_assert_cmpfloat_with_epsilon (table->axis_step, cases[i].step, 1e-9);
      g_assert_cmpfloat_with_epsilon (table->axis_to, cases[i].end, 1e-9);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func) \
  g_test_add ("/service/insight/" path, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

  add ("nothing", test_nothing);
  add ("sections", test_sections);
  add ("ratings", test_ratings);
  add ("few-say-nothing", test_few_say_nothing);
  add ("questions-and-times", test_questions_and_times);
  add ("agreement", test_agreement);
  add ("agreement-of-two-levels", test_agreement_of_two_levels);
  add ("independence", test_independence);
  add ("choices", test_choices);
  add ("csv", test_csv);
  add ("unwritable", test_unwritable);
  g_test_add_func ("/service/insight/axis", test_axis);

  return g_test_run ();
}
