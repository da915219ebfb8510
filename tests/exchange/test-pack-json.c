#include "ik-pack-json.h"

#include <string.h>

static GBytes *
bytes_from_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
load_starter_pack (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "packs", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

/* What is written reads as what it was, twice over. */
static void
test_round_trip (gconstpointer data)
{
  g_autoptr(GBytes) file = load_starter_pack (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_pack_from_bytes (file, NULL, &error);
  g_autoptr(IkPack) again = NULL;
  g_autoptr(JsonNode) wanted = NULL;
  g_autoptr(JsonNode) written = NULL;
  g_autoptr(GBytes) once = NULL;
  g_autoptr(GBytes) twice = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), >=, 15);

  wanted = json_from_string (g_bytes_get_data (file, NULL), &error);
  g_assert_no_error (error);
  written = ik_pack_to_json (pack, FALSE);
  g_assert_true (json_node_equal (wanted, written));

  once = ik_pack_to_bytes (pack);
  again = ik_pack_from_bytes (once, NULL, &error);
  g_assert_no_error (error);
  twice = ik_pack_to_bytes (again);
  g_assert_true (g_bytes_equal (once, twice));
}

static const char full_pack[] =
  "{\"format\":\"interview-kit-pack\",\"version\":1,"
  "\"id\":\"11111111-1111-4111-8111-111111111111\",\"title\":\"T\",\"description\":\"D\","
  "\"language\":\"en\",\"source\":\"S\",\"author\":\"A\",\"licence\":\"L\","
  "\"competencies\":[{\"id\":\"22222222-2222-4222-8222-222222222222\",\"name\":\"C\","
  "\"description\":\"about\"}],"
  "\"rubrics\":[{\"id\":\"33333333-3333-4333-8333-333333333333\",\"name\":\"R\",\"levels\":["
  "{\"value\":1,\"label\":\"low\",\"anchor\":\"bad\"},{\"value\":3,\"label\":\"high\"}]}],"
  "\"sections\":[{\"title\":\"One\",\"introduction\":\"Hello\",\"questions\":[{"
  "\"id\":\"44444444-4444-4444-8444-444444444444\",\"state\":\"draft\",\"prompt\":\"P\","
  "\"details\":\"d\\ne\",\"sub_questions\":[\"a\",\"b\"],\"kind\":\"coding\",\"level\":\"senior\","
  "\"minutes\":7,\"tags\":[\"x\",\"y\"],\"competency\":\"22222222-2222-4222-8222-222222222222\","
  "\"rubric\":\"33333333-3333-4333-8333-333333333333\",\"follow_ups\":[\"f\"],\"answer\":\"ans\","
  "\"answers\":[{\"level\":\"junior\",\"text\":\"less\"}],\"why_it_matters\":\"why\","
  "\"clarifying_questions\":[\"c\"],\"solution_steps\":[\"s\"],\"positive_indicators\":[\"p\"],"
  "\"red_flags\":[\"r\"],\"references\":[\"https://example.com/\"],\"attachments\":["
  "{\"name\":\"n.png\",\"type\":\"image/png\",\"side\":\"candidate\",\"base64\":\"AAEC\"},"
  "{\"name\":\"m\",\"type\":\"text/plain\",\"side\":\"interviewer\",\"base64\":\"\"}],"
  "\"lines\":{\"prompt\":[[1,1]],\"answer\":[[2,3],[5,5]]}}]}],"
  "\"left_over\":[{\"lines\":[9,9],\"text\":\"advert\",\"reason\":\"not a question\"}]}";

/* Each field there is, in the documented order. */
static void
test_every_field (void)
{
  g_autoptr(GBytes) bytes = bytes_from_text (full_pack);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, &error);
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  node = ik_pack_to_json (pack, TRUE);
  text = json_to_string (node, FALSE);
  g_assert_cmpstr (text, ==, full_pack);
}

/* Sources and left-overs belong to an import, not to a pack file. */
static void
test_pack_file_has_no_lines (void)
{
  g_autoptr(GBytes) bytes = bytes_from_text (full_pack);
  g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, NULL);
  g_autoptr(GBytes) written = ik_pack_to_bytes (pack);
  const char *text = g_bytes_get_data (written, NULL);

  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (written), "\"lines\""));
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (written), "left_over"));
}

static void
test_empty_fields_are_left_out (void)
{
  g_autoptr(IkPack) pack = ik_pack_new ("T");
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wanted = NULL;

  g_ptr_array_add (pack->sections, ik_section_new (""));
  node = ik_pack_to_json (pack, TRUE);
  text = json_to_string (node, FALSE);
  wanted = g_strdup_printf ("{\"format\":\"interview-kit-pack\",\"version\":1,\"id\":\"%s\","
                            "\"title\":\"T\",\"sections\":[{\"title\":\"\",\"questions\":[]}]}",
                            pack->id);
  g_assert_cmpstr (text, ==, wanted);
}

#define PACK(rest) "{\"format\":\"interview-kit-pack\",\"version\":1,\"title\":\"T\"," rest "}"
#define QUESTION(rest) PACK ("\"sections\":[{\"title\":\"Basics\",\"questions\":[{\"prompt\":\"a\"},{" rest "}]}]")

static const struct
{
  const char      *text;
  IkExchangeError  code;
  const char      *message;
} bad_packs[] = {
  { "", IK_EXCHANGE_ERROR_INVALID, "It is empty" },
  { " ", IK_EXCHANGE_ERROR_INVALID, "It is not a sound JSON document: *" },
  { "[]", IK_EXCHANGE_ERROR_INVALID, "It is not a pack of Interview Kit" },
  { "{", IK_EXCHANGE_ERROR_INVALID, "It is not a sound JSON document: *" },
  { "\xff\xfe", IK_EXCHANGE_ERROR_INVALID, "It is not UTF-8 text" },
  { "{\"format\":\"interview-kit-pack\"}", IK_EXCHANGE_ERROR_INVALID,
    "It is not a pack of Interview Kit" },
  { "{\"format\":\"interview-kit-pack\",\"version\":2}", IK_EXCHANGE_ERROR_NEWER,
    "The pack was made by a newer version*" },
  { "{\"format\":\"interview-kit-pack\",\"version\":1}", IK_EXCHANGE_ERROR_INVALID,
    "the pack: “title” is missing" },
  { PACK ("\"sections\":{}"), IK_EXCHANGE_ERROR_INVALID, "the pack: “sections” is not a list" },
  { PACK ("\"author\":\"C\\ud800old\""), IK_EXCHANGE_ERROR_INVALID,
    "the pack: “author” is not a text" },
  { PACK ("\"sections\":[3]"), IK_EXCHANGE_ERROR_INVALID,
    "the pack: entry 1 of “sections” is not an object" },
  { PACK ("\"id\":\"xyz\""), IK_EXCHANGE_ERROR_INVALID, "the pack: “id” is not an id: “xyz”" },
  { PACK ("\"competencies\":[{\"name\":\"a\"},{}]"), IK_EXCHANGE_ERROR_INVALID,
    "entry 2 of “competencies”: “name” is missing" },
  { PACK ("\"rubrics\":[{\"name\":\"a\"}]"), IK_EXCHANGE_ERROR_INVALID,
    "entry 1 of “rubrics”: “levels” are not between 2 and 7" },
  { PACK ("\"rubrics\":[{\"name\":\"a\",\"levels\":[{\"value\":1,\"label\":\"x\"},"
          "{\"value\":1,\"label\":\"y\"}]}]"), IK_EXCHANGE_ERROR_INVALID,
    "entry 1 of “rubrics”: “levels” has one value twice" },
  { PACK ("\"rubrics\":[{\"name\":\"a\",\"levels\":[{\"value\":1,\"label\":\"x\"}]}]"),
    IK_EXCHANGE_ERROR_INVALID, "entry 1 of “rubrics”: “levels” are not between 2 and 7" },
  { PACK ("\"left_over\":[{\"text\":\"a\"}]"), IK_EXCHANGE_ERROR_INVALID,
    "the pack: “lines” is not a pair of line numbers" },
  { QUESTION (""), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “prompt” is missing" },
  { QUESTION ("\"prompt\":[]"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “prompt” is not a single value" },
  { QUESTION ("\"prompt\":1"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “prompt” is not a text" },
  { QUESTION ("\"prompt\":\"b\",\"kind\":\"riddle\""), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “kind” says “riddle”, which this version does not know" },
  { QUESTION ("\"prompt\":\"b\",\"minutes\":-1"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “minutes” is not between 0 and 1440" },
  { QUESTION ("\"prompt\":\"b\",\"minutes\":99999999999999999999999"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “minutes” is not *" },
  { QUESTION ("\"prompt\":\"b\",\"minutes\":1.5"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “minutes” is not a whole number" },
  { QUESTION ("\"prompt\":\"b\",\"minutes\":1e400"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “minutes” is not *" },
  { QUESTION ("\"prompt\":\"b\",\"tags\":[\"a\",{}]"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: entry 2 of “tags” is not a text" },
  { QUESTION ("\"prompt\":\"b\",\"rubric\":\"44444444-4444-4444-8444-444444444444\""),
    IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “rubric” names none of the pack's own" },
  { QUESTION ("\"prompt\":\"b\",\"lines\":{\"prompt\":[[2,1]]}"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “lines” is not a pair of line numbers" },
  { QUESTION ("\"prompt\":\"b\",\"attachments\":[{\"name\":\"a\",\"side\":\"public\"}]"),
    IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “side” says “public”, which this version does not know" },
  { QUESTION ("\"prompt\":\"b\",\"attachments\":[{\"name\":\"a\",\"base64\":\"AAEC AA\"}]"),
    IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “base64” of an attachment is cut off or damaged" },
  { QUESTION ("\"prompt\":\"b\",\"attachments\":[{\"name\":\"a\",\"base64\":\"@@@@\"}]"),
    IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “base64” of an attachment is cut off or damaged" },
  { QUESTION ("\"prompt\":\"b\",\"attachments\":[{\"name\":\"a\",\"base64\":\"A=EC\"}]"),
    IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: “base64” of an attachment is cut off or damaged" },
  { PACK ("\"sections\":[{\"questions\":[{\"prompt\":\"a\"},3]}]"), IK_EXCHANGE_ERROR_INVALID,
    "question 2: entry 2 of “questions” is not an object" },
  { QUESTION ("\"prompt\":"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: it begins in line 1 and is not sound JSON" },
  { QUESTION ("\n\"prompt\":\n\"b\"\n,"), IK_EXCHANGE_ERROR_INVALID,
    "question 2 of section “Basics”: it begins in line 1 and is not sound JSON" },
  { PACK ("\n\"sections\":[{\"questions\":[{\"prompt\":\"a\"}\n{\"prompt\":\"b\"}]}]"),
    IK_EXCHANGE_ERROR_INVALID,
    "It is not a sound JSON document: something is wrong or missing in line 3" },
  { PACK ("\"sections\":[{\"questions\":["), IK_EXCHANGE_ERROR_INVALID,
    "It is not a sound JSON document: * line 1" },
  { PACK ("\"sections\":[{\"questions\":[{\"prompt\":\"a}]}]"), IK_EXCHANGE_ERROR_INVALID,
    "It is not a sound JSON document: * line 1" },
  { PACK ("\"sections\":[{\"questions\":[],}]"), IK_EXCHANGE_ERROR_INVALID,
    "It is not a sound JSON document: *" },
  { PACK ("\"sections\":[{\"questions\":[{\"prompt\":\"a\"},]}]"), IK_EXCHANGE_ERROR_INVALID,
    "It is not a sound JSON document: *" },
  { PACK ("\"sections\":[{\"questions\":["
          "{\"id\":\"44444444-4444-4444-8444-444444444444\",\"prompt\":\"a\"},"
          "{\"id\":\"44444444-4444-4444-8444-444444444444\",\"prompt\":\"b\"}]}]"),
    IK_EXCHANGE_ERROR_INVALID, "question 2: another question has the same id" },
};

static void
test_bad_packs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_packs); i++)
    {
      g_autoptr(GBytes) bytes = bytes_from_text (bad_packs[i].text);
      g_autoptr(GError) error = NULL;
      g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, &error);

      g_test_message ("%s", error != NULL ? error->message : bad_packs[i].text);
      g_assert_null (pack);
      g_assert_error (error, IK_EXCHANGE_ERROR, (int) bad_packs[i].code);
      g_assert_true (g_pattern_match_simple (bad_packs[i].message, error->message));
    }
}

/* A file that ends at a backslash within a text: what lies behind it in memory
 * is no part of it, and its lines are not counted. */
static void
test_breaks_off_at_a_backslash (void)
{
  static const char text[] = PACK ("\n\"sections\":[{\"questions\":[{\"prompt\":\"a\\\n\n");
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, (gsize) (strchr (text, '\\') + 1 - text));
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_pack_from_bytes (bytes, NULL, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "It is not a sound JSON document: something is wrong or missing in line 2");
}

/* json-glib alone runs out of stack here. */
static void
test_deep_nesting (void)
{
  g_autoptr(GString) text = g_string_new ("{\"format\":\"interview-kit-pack\",\"x\":");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (text, '[');

  bytes = g_bytes_new (text->str, text->len);
  g_assert_true (ik_pack_is_in_bytes (bytes));
  g_assert_null (ik_pack_from_bytes (bytes, NULL, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = bytes_from_text (QUESTION ("\"prompt\":\"b\""));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ik_pack_from_bytes (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_texts_are_made_one_line (void)
{
  g_autoptr(GBytes) bytes =
    bytes_from_text (QUESTION ("\"prompt\":\" What\\nis it? \",\"follow_ups\":[\"a\\r\\nb\"],"
                               "\"unknown\":{\"a\":[1]}"));
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, &error);
  const IkSection *section;
  const IkQuestion *question;

  g_assert_no_error (error);
  section = pack->sections->pdata[0];
  question = section->questions->pdata[1];
  g_assert_cmpstr (question->candidate.prompt, ==, "What is it?");
  g_assert_cmpstr (question->interviewer.follow_ups->pdata[0], ==, "a  b");
  g_assert_true (g_uuid_string_is_valid (question->id));
}

/* Whatever a list is called in the text, and however often it is there. */
static void
test_names_of_lists (void)
{
  static const struct
  {
    const char *text;
    const char *prompts; /* between bars */
  } cases[] = {
    { PACK ("\"sections\":[{\"questions\":[{\"prompt\":\"a\"} , {\"prompt\":\"b\"}]}]"), "a|b|" },
    { PACK ("\"sections\":[{\"q\\u0075estions\":[{\"prompt\":\"a\"}]}]"), "a|" },
    { PACK ("\"\\u0073ections\":[{\"questions\":[{\"prompt\":\"a\"}]}]"), "a|" },
    { PACK ("\"sections\":[{\"questions\":[{\"prompt\":\"a\"}]}],"
            "\"sections\":[{},{\"questions\":[{\"prompt\":\"b\"}]}]"), "b|" },
    { PACK ("\"sections\":[{\"questions\":[{\"prompt\":\"a\"}],"
            "\"questions\":[{\"prompt\":\"b\"}]}]"), "b|" },
    { PACK ("\"x\":{\"sections\":[{\"questions\":[{}]}]},\"sections\":[{\"questions\":null}]"), "" },
    { PACK ("\"sections\":[{\"questions\":[{\"prompt\":\"[{\\\"a\\\\\"}]}]"), "[{\"a\\|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = bytes_from_text (cases[i].text);
      g_autoptr(GError) error = NULL;
      g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, &error);
      g_autoptr(GString) prompts = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < pack->sections->len; j++)
        {
          const IkSection *section = pack->sections->pdata[j];

          for (guint k = 0; k < section->questions->len; k++)
            g_string_append_printf (prompts, "%s|",
                                    ((IkQuestion *) section->questions->pdata[k])->candidate.prompt);
        }
      g_assert_cmpstr (prompts->str, ==, cases[i].prompts);
    }
}

static void
test_recognises_itself (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_pack;
  } cases[] = {
    { "", FALSE },
    { "# Questions about \"interview-kit-pack\"", FALSE },
    { "{\"a\": 1}", FALSE },
    { "\xef\xbb\xbf\n {\"format\":\"interview-kit-pack\"", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = bytes_from_text (cases[i].text);

      g_assert_cmpint (ik_pack_is_in_bytes (bytes), ==, cases[i].is_pack);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/exchange/pack-json/round-trip/backend",
                        "backend-engineering.ikpack", test_round_trip);
  g_test_add_data_func ("/exchange/pack-json/round-trip/behavioural",
                        "behavioural.ikpack", test_round_trip);
  g_test_add_data_func ("/exchange/pack-json/round-trip/support",
                        "customer-support.ikpack", test_round_trip);
  g_test_add_func ("/exchange/pack-json/every-field", test_every_field);
  g_test_add_func ("/exchange/pack-json/pack-file-has-no-lines", test_pack_file_has_no_lines);
  g_test_add_func ("/exchange/pack-json/empty-fields-are-left-out", test_empty_fields_are_left_out);
  g_test_add_func ("/exchange/pack-json/bad-packs", test_bad_packs);
  g_test_add_func ("/exchange/pack-json/breaks-off-at-a-backslash",
                   test_breaks_off_at_a_backslash);
  g_test_add_func ("/exchange/pack-json/deep-nesting", test_deep_nesting);
  g_test_add_func ("/exchange/pack-json/cancelled", test_cancelled);
  g_test_add_func ("/exchange/pack-json/texts-are-made-one-line", test_texts_are_made_one_line);
  g_test_add_func ("/exchange/pack-json/names-of-lists", test_names_of_lists);
  g_test_add_func ("/exchange/pack-json/recognises-itself", test_recognises_itself);

  return g_test_run ();
}
