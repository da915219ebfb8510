#include "ik-command.h"
#include "ik-recommendation.h"
#include "ik-record-reader.h"

#include <string.h>

static void
test_everything (void)
{
  static const char text[] =
    "{ \"started_at\": \"2026-03-01T09:30:00Z\","
    "  \"items\": [ { \"id\": \"abcd\", \"outcome\": \"partly\", \"seconds\": 12.5, \"rating\": 4,"
    "                 \"not_assessed\": false, \"evidence\": \"said so\","
    "                 \"notes\": [ \"one\", { \"at\": \"2026-03-01T09:40:00Z\", \"text\": \"two\" } ],"
    "                 \"indicators\": [ \"ef01\" ], \"later\": {} } ],"
    "  \"extra\": [ { \"prompt\": \"And?\", \"notes\": \"three\" } ],"
    "  \"competencies\": { \"c1\": 5, \"c2\": null,"
    "    \"c3\": { \"rating\": null, \"not_assessed\": true },"
    "    \"c4\": { \"rating\": 2, \"not_assessed\": false } },"
    "  \"notes\": \"four\", \"recommendation\": \"no\", \"summary\": \"all in all\","
    "  \"strengths\": [ \"Calm\", { \"text\": \"Careful\", \"shareable\": true } ],"
    "  \"concerns\": [ { \"text\": \"Slow\" } ] }";
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInterviewRecord) record = ik_record_reader_read (text, "r.json", &error);
  const IkItemRecord *item;
  const IkItemRecord *extra;

  g_assert_no_error (error);
  g_assert_cmpint (record->started_at_us, ==, G_GINT64_CONSTANT (1772357400000000));

  item = record->items->pdata[0];
  g_assert_cmpstr (item->item_id, ==, "abcd");
  g_assert_cmpint (item->outcome, ==, IK_OUTCOME_PARTLY);
  g_assert_cmpint (item->elapsed_ms, ==, 12500);
  g_assert_cmpint (item->rating, ==, 4);
  g_assert_false (item->not_assessed);
  g_assert_cmpstr (item->evidence, ==, "said so");
  g_assert_cmpuint (item->notes->len, ==, 2);
  g_assert_cmpstr (((IkNote *) item->notes->pdata[1])->text, ==, "two");
  g_assert_cmpint (((IkNote *) item->notes->pdata[1])->at_us, ==,
                   G_GINT64_CONSTANT (1772358000000000));
  g_assert_cmpstr (item->indicator_ids->pdata[0], ==, "ef01");

  extra = record->extra->pdata[0];
  g_assert_cmpstr (extra->prompt, ==, "And?");
  g_assert_cmpint (extra->rating, ==, IK_RATING_NONE);
  g_assert_cmpstr (((IkNote *) extra->notes->pdata[0])->text, ==, "three");

  g_assert_cmpuint (g_hash_table_size (record->competency_ratings), ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (record->competency_ratings, "c4")),
                   ==, 2);
  g_assert_cmpuint (record->left_out_competencies->len, ==, 1);
  g_assert_cmpstr (record->left_out_competencies->pdata[0], ==, "c3");
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (record->competency_ratings, "c1")),
                   ==, 5);
  g_assert_cmpstr (((IkNote *) record->notes->pdata[0])->text, ==, "four");
  g_assert_cmpint (record->recommendation, ==, IK_RECOMMENDATION_NO);
  g_assert_cmpstr (record->summary, ==, "all in all");
  g_assert_cmpuint (record->strengths->len, ==, 2);
  g_assert_false (((IkFinding *) record->strengths->pdata[0])->is_shareable);
  g_assert_cmpstr (((IkFinding *) record->strengths->pdata[1])->text, ==, "Careful");
  g_assert_true (((IkFinding *) record->strengths->pdata[1])->is_shareable);
  g_assert_cmpuint (record->concerns->len, ==, 1);
}

/* What is not said is not there, and null says nothing. */
static void
test_nothing (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInterviewRecord) record =
    ik_record_reader_read ("{\"items\": null, \"recommendation\": null}", "r.json", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (record->items->len, ==, 0);
  g_assert_cmpint (record->recommendation, ==, IK_RATING_NONE);
  g_assert_cmpstr (record->summary, ==, "");
}

static const struct
{
  const char *text;
  const char *names; /* what the message has to name */
} mistakes[] = {
  { "", "r.json" },
  { "[]", "r.json" },
  { "{\"summary\": \"\xff\"}", "r.json" },
  { "{\"items\": 5}", "“items”" },
  { "{\"items\": [5]}", "“items[0]”" },
  { "{\"items\": [{\"id\": \"abcd\"}, {}]}", "“items[1].id”" },
  { "{\"items\": [{\"id\": \"abcd\", \"rating\": \"4\"}]}", "“items[0].rating”" },
  { "{\"items\": [{\"id\": \"abcd\", \"rating\": 3.5}]}", "“items[0].rating”" },
  { "{\"items\": [{\"id\": \"abcd\", \"rating\": 1e300}]}", "“items[0].rating”" },
  { "{\"items\": [{\"id\": \"abcd\", \"seconds\": 1e300}]}", "“items[0].seconds”" },
  { "{\"items\": [{\"id\": \"abcd\", \"not_assessed\": 1}]}", "“items[0].not_assessed”" },
  { "{\"items\": [{\"id\": \"abcd\", \"notes\": [[]]}]}", "“items[0].notes”" },
  { "{\"items\": [{\"id\": \"abcd\", \"indicators\": [1]}]}", "“items[0].indicators”" },
  { "{\"extra\": [{\"outcome\": \"answered\"}]}", "“extra[0].prompt”" },
  { "{\"competencies\": {\"abcd\": \"4\"}}", "“competencies”" },
  { "{\"competencies\": {\"abcd\": {\"rating\": \"4\"}}}", "“competencies”" },
  { "{\"competencies\": {\"abcd\": {\"not_assessed\": 1}}}", "“not_assessed”" },
  { "{\"recommendation\": \"maybe\"}", "“recommendation”" },
  { "{\"strengths\": \"Calm\"}", "“strengths”" },
  { "{\"strengths\": [5]}", "“strengths”" },
  { "{\"concerns\": [{\"text\": 5}]}", "“concerns[0].text”" },
  { "{\"concerns\": [\"a\", {\"text\": \"b\", \"shareable\": 1}]}", "“concerns[1].shareable”" },
  { "{\"started_at\": 5}", "“started_at”" },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(IkInterviewRecord) record = ik_record_reader_read (mistakes[i].text, "r.json",
                                                                   &error);

      g_test_message ("%u", i);
      g_assert_null (record);
      g_assert_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "r.json"));
      g_assert_nonnull (strstr (error->message, mistakes[i].names));
    }
}

static void
test_depth (void)
{
  g_autofree char *text = g_strnfill (200000, '[');
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_record_reader_read (text, "r.json", &error));
  g_assert_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/record-reader/everything", test_everything);
  g_test_add_func ("/app/record-reader/nothing", test_nothing);
  g_test_add_func ("/app/record-reader/mistakes", test_mistakes);
  g_test_add_func ("/app/record-reader/depth", test_depth);

  return g_test_run ();
}
