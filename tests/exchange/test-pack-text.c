#include "ik-pack-csv.h"
#include "ik-pack-json.h"
#include "ik-pack-markdown.h"
#include "ik-text.h"

#include <string.h>

/* Packs as Markdown and as tables. */

#define PACK(rest) "{\"format\":\"interview-kit-pack\",\"version\":1,\"title\":\"T\"," rest "}"
#define QUESTION(rest) PACK ("\"sections\":[{\"title\":\"S\",\"questions\":[{" rest "}," \
                             "{\"prompt\":\"Last\"}]}]")

static IkPack *
pack_from_json (const char *json)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(GError) error = NULL;
  IkPack *pack = ik_pack_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

static IkPack *
pack_from_markdown (const char *markdown)
{
  g_autoptr(GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr(GError) error = NULL;
  IkPack *pack = ik_pack_from_markdown (bytes, &error);

  g_assert_no_error (error);
  return pack;
}

static IkPack *
load_starter_pack (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "packs", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return pack_from_json (text);
}

static const char *
find_name (GPtrArray  *competencies,
           const char *id)
{
  for (guint i = 0; id != NULL && i < competencies->len; i++)
    {
      const IkCompetency *competency = competencies->pdata[i];

      if (g_str_equal (competency->id, id))
        return competency->name;
    }

  return NULL;
}

static const char *
find_rubric_name (GPtrArray  *rubrics,
                  const char *id)
{
  for (guint i = 0; id != NULL && i < rubrics->len; i++)
    {
      const IkRubric *rubric = rubrics->pdata[i];

      if (g_str_equal (rubric->id, id))
        return rubric->name;
    }

  return NULL;
}

static void
drop_question_ids (const IkPack *pack,
                   IkQuestion   *question)
{
  const char *competency = find_name (pack->competencies, question->competency_id);
  const char *rubric = find_rubric_name (pack->rubrics, question->rubric_id);

  ik_text_set (&question->id, "");
  if (competency != NULL)
    ik_text_set (&question->competency_id, competency);
  if (rubric != NULL)
    ik_text_set (&question->rubric_id, rubric);
  g_ptr_array_set_size (question->candidate.attachments, 0);
  g_ptr_array_set_size (question->interviewer.attachments, 0);
}

/* Puts names in the place of ids, which texts don't hold. */
static void
drop_ids (IkPack *pack)
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        drop_question_ids (pack, section->questions->pdata[k]);
    }
  for (guint i = 0; i < pack->competencies->len; i++)
    ik_text_set (&((IkCompetency *) pack->competencies->pdata[i])->id, "");
  for (guint i = 0; i < pack->rubrics->len; i++)
    ik_text_set (&((IkRubric *) pack->rubrics->pdata[i])->id, "");
  ik_text_set (&pack->id, "");
}

/* Drops what a table has no place for. */
static void
drop_beside_table (IkPack *pack)
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      IkSection *section = pack->sections->pdata[i];

      ik_text_set (&section->introduction, "");
      for (guint k = 0; k < section->questions->len; k++)
        g_clear_pointer (&((IkQuestion *) section->questions->pdata[k])->rubric_id, g_free);
    }
  ik_text_set (&pack->description, "");
  ik_text_set (&pack->language, "");
  ik_text_set (&pack->source, "");
  ik_text_set (&pack->author, "");
  ik_text_set (&pack->licence, "");
  g_ptr_array_set_size (pack->competencies, 0);
  g_ptr_array_set_size (pack->rubrics, 0);
}

static void
assert_same (IkPack *one,
             IkPack *other)
{
  g_autofree char *one_text = NULL;
  g_autofree char *other_text = NULL;
  g_autoptr(JsonNode) one_node = ik_pack_to_json (one, FALSE);
  g_autoptr(JsonNode) other_node = ik_pack_to_json (other, FALSE);

  one_text = json_to_string (one_node, TRUE);
  other_text = json_to_string (other_node, TRUE);
  g_assert_cmpstr (one_text, ==, other_text);
}

static void
assert_comes_back (const IkPack *pack)
{
  g_autoptr(IkPack) wanted = ik_pack_copy (pack);
  g_autoptr(GBytes) markdown = ik_pack_to_markdown (pack);
  g_autoptr(GBytes) csv = ik_pack_to_csv (pack);
  g_autoptr(IkPack) from_markdown = NULL;
  g_autoptr(IkPack) from_csv = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (ik_pack_is_markdown_in_bytes (markdown));
  g_assert_false (ik_pack_is_csv_in_bytes (markdown));
  from_markdown = ik_pack_from_markdown (markdown, &error);
  g_assert_no_error (error);
  drop_ids (wanted);
  drop_ids (from_markdown);
  assert_same (from_markdown, wanted);

  g_assert_true (ik_pack_is_csv_in_bytes (csv));
  g_assert_false (ik_pack_is_markdown_in_bytes (csv));
  from_csv = ik_pack_from_csv (csv, pack->title, &error);
  g_assert_no_error (error);
  drop_ids (from_csv);
  drop_beside_table (from_csv);
  drop_beside_table (wanted);
  assert_same (from_csv, wanted);
}

static void
test_starter_pack (gconstpointer data)
{
  g_autoptr(IkPack) pack = load_starter_pack (data);

  assert_comes_back (pack);
}

static const char full_pack[] =
  "{\"format\":\"interview-kit-pack\",\"version\":1,\"title\":\"It's: \\\"T\\\"\","
  "\"description\":\"One\\n\\n# Two\\n\\nThree\",\"language\":\"en\",\"source\":\"a 'b' ''c''\","
  "\"author\":\"A: B # C\",\"licence\":\"'L'\","
  "\"competencies\":[{\"id\":\"22222222-2222-4222-8222-222222222222\",\"name\":\"C: d\","
  "\"description\":\"about\\n\\n## it\"}],"
  "\"rubrics\":[{\"id\":\"33333333-3333-4333-8333-333333333333\",\"name\":\"R\",\"levels\":["
  "{\"value\":-1,\"label\":\"low: bad\",\"anchor\":\"1: bad\\n### x\"},"
  "{\"value\":3,\"label\":\"high\"}]}],"
  "\"sections\":[{\"title\":\"\",\"introduction\":\"Hello\",\"questions\":[]},"
  "{\"title\":\"Competencies\",\"questions\":[{"
  "\"state\":\"draft\",\"prompt\":\"# P #\","
  "\"details\":\"d\\ne\",\"sub_questions\":[\"a\",\"b\"],\"kind\":\"coding\",\"level\":\"senior\","
  "\"minutes\":7,\"tags\":[\"x\",\"y: z\"],\"competency\":\"22222222-2222-4222-8222-222222222222\","
  "\"rubric\":\"33333333-3333-4333-8333-333333333333\",\"follow_ups\":[\"f\"],\"answer\":\"ans\","
  "\"answers\":[{\"level\":\"junior\",\"text\":\"less\"},{\"level\":\"(old)\",\"text\":\"more\"}],"
  "\"why_it_matters\":\"why\","
  "\"clarifying_questions\":[\"c\"],\"solution_steps\":[\"s\"],\"positive_indicators\":[\"p\"],"
  "\"red_flags\":[\"r\"],\"references\":[\"https://example.com/\"]}]}]}";

static void
test_every_field (void)
{
  g_autoptr(IkPack) pack = pack_from_json (full_pack);
  g_autoptr(GBytes) markdown = ik_pack_to_markdown (pack);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) again = ik_pack_from_markdown (markdown, &error);

  g_assert_no_error (error);
  drop_ids (pack);
  drop_ids (again);
  assert_same (again, pack);
}

/* Texts that look like what holds them. */
static void
test_hostile_texts (void)
{
  static const char *const packs[] = {
    QUESTION ("\"prompt\":\"P\",\"answer\":\"# One\\n## Two\\n### Three\\n#### Answer\\n"
              "##### Five\\n #### Details\\n   # x\\n#hash\\n#\""),
    QUESTION ("\"prompt\":\"P\",\"answer\":\"```sh\\n# comment\\n### Details\\n ```\\n\\n# After\""),
    QUESTION ("\"prompt\":\"P\",\"answer\":\"~~~~\\n```\\n~~~\\n# code\\n~~~~\\n\\n    # code\""),
    QUESTION ("\"prompt\":\"P\",\"answer\":\"- Level: senior\\n- Tags: none\""),
    QUESTION ("\"prompt\":\"P\",\"details\":\"- [ ] a) x\\n- [x] b) y\",\"answer\":\"- b) y\","
              "\"kind\":\"choice\""),
    QUESTION ("\"prompt\":\"P\",\"follow_ups\":[\"- a\",\"1. b\",\"# c\",\"d; e | f\",\"> g\","
              "\"'h'\",\"* i\"]"),
    QUESTION ("\"prompt\":\"=1+1\",\"answer\":\"+49\",\"details\":\"@a\",\"level\":\"-x\","
              "\"red_flags\":[\"=2\",\"'=3\"],\"why_it_matters\":\"'=4\""),
    QUESTION ("\"prompt\":\"''-\",\"answer\":\"'quoted'\",\"tags\":[\"'\"]"),
    QUESTION ("\"prompt\":\"a, \\\"b\\\"; c\",\"answer\":\"\\\"\\\"\",\"details\":\"a\\tb\""),
    QUESTION ("\"prompt\":\"---\",\"details\":\"---\",\"answer\":\"a\\n---\\nformat: x\\n---\""),
    QUESTION ("\"prompt\":\"P\",\"answer\":\"    indented\\n\\n\\n\\nfar below\""),
    QUESTION ("\"prompt\":\"面试?\",\"answer\":\"<!-- open\\n<pre>\\n[x]: https://example.com\""),
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr(IkPack) pack = pack_from_json (packs[i]);

      assert_comes_back (pack);
    }
}

/* Whatever ends the lines, a heading within a text is none of the pack. */
static void
test_line_ends (void)
{
  g_autoptr(IkPack) pack = pack_from_json (
    QUESTION ("\"prompt\":\"P\",\"answer\":\"a\\r### b\\r\\n###\\r\\rc\",\"red_flags\":[\"d\\re\"]"));
  g_autoptr(GBytes) markdown = ik_pack_to_markdown (pack);
  g_autoptr(IkPack) again = ik_pack_from_markdown (markdown, NULL);
  const IkSection *section = again->sections->pdata[0];
  const IkQuestion *question = section->questions->pdata[0];

  g_assert_cmpuint (section->questions->len, ==, 2);
  g_assert_cmpstr (question->interviewer.reference_answer, ==, "a\n### b\n###\n\nc");
  g_assert_cmpstr (question->interviewer.red_flags->pdata[0], ==, "d e");
}

/* The one thing that is added: the end of code that has none. */
static void
test_open_code_is_closed (void)
{
  g_autoptr(IkPack) pack = pack_from_json (QUESTION ("\"prompt\":\"P\",\"answer\":\"````\\na\""));
  g_autoptr(GBytes) markdown = ik_pack_to_markdown (pack);
  g_autoptr(IkPack) again = ik_pack_from_markdown (markdown, NULL);
  const IkSection *section = again->sections->pdata[0];
  const IkQuestion *question = section->questions->pdata[0];

  g_assert_cmpuint (section->questions->len, ==, 2);
  g_assert_cmpstr (question->interviewer.reference_answer, ==, "````\na\n````");
}

static void
test_markdown_as_written (void)
{
  g_autoptr(IkPack) pack = pack_from_json (
    QUESTION ("\"prompt\":\"What?\",\"level\":\"senior\",\"minutes\":5,\"answer\":\"# So\","
              "\"red_flags\":[\"a\",\"b\"]"));
  g_autoptr(GBytes) markdown = ik_pack_to_markdown (pack);
  g_autofree char *text = g_strndup (g_bytes_get_data (markdown, NULL),
                                     g_bytes_get_size (markdown));

  g_assert_cmpstr (text, ==,
                   "---\nformat: interview-kit-pack\nversion: 1\n---\n\n# T\n\n## S\n\n### What?\n\n"
                   "- Level: senior\n- Minutes: 5\n\n#### Answer\n\n # So\n\n"
                   "#### Red flags\n\n- a\n- b\n\n### Last\n");
}

static void
test_csv_as_written (void)
{
  g_autoptr(IkPack) pack = pack_from_json (
    QUESTION ("\"prompt\":\"=1\",\"answer\":\"a, \\\"b\\\"\",\"red_flags\":[\"c\",\"d\"]"));
  g_autoptr(GBytes) csv = ik_pack_to_csv (pack);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf" "Section,Question,Details,Sub-questions,Clarifying questions,"
                   "Follow-ups,Answer,Solution steps,Look for,Red flags,Why it matters,References,"
                   "Kind,Level,Minutes,Tags,Competency,State\r\n"
                   "S,'=1,,,,,\"a, \"\"b\"\"\",,,\"c\nd\",,,,,,,,\r\n"
                   "S,Last,,,,,,,,,,,,,,,,\r\n");
}

/* What people do to the file: other line breaks, other bullets, no headings. */
static void
test_changed_markdown (void)
{
  static const char text[] =
    "\xef\xbb\xbf---\r\nformat: interview-kit-pack\r\nlicense: free\r\n---\r\n\r\n# T\r\n"
    "### One\r\n\r\n* level:  Mid \r\n* Pleasure: none\r\n\r\nAnd so on.\r\n\r\n"
    "#### follow-ups\r\n1. a\r\n   goes on\r\n2) b\r\n\r\nc\r\n#### Remarks\r\nWell.\r\n# Part\r\n"
    "### Two\r\n- Rating scale: none\r\n- Competency: Care\r\n# Rating scales\r\n## Broken\r\n"
    "### 1: low\r\n### 1: high";
  g_autoptr(IkPack) pack = pack_from_markdown (text);
  const IkSection *flat = pack->sections->pdata[0];
  const IkSection *part = pack->sections->pdata[1];
  const IkQuestion *one = flat->questions->pdata[0];
  const IkQuestion *two = part->questions->pdata[0];

  g_assert_cmpstr (pack->licence, ==, "free");
  g_assert_cmpuint (pack->sections->len, ==, 2);
  g_assert_cmpuint (pack->rubrics->len, ==, 0);
  g_assert_cmpstr (flat->title, ==, "");
  g_assert_cmpstr (one->level, ==, "Mid");
  g_assert_cmpstr (one->interviewer.reference_answer, ==, "* Pleasure: none\n\nAnd so on.\n\n#### Remarks\nWell.");
  g_assert_cmpuint (one->interviewer.follow_ups->len, ==, 3);
  g_assert_cmpstr (one->interviewer.follow_ups->pdata[0], ==, "a goes on");
  g_assert_cmpstr (one->interviewer.follow_ups->pdata[1], ==, "b");
  g_assert_cmpstr (one->interviewer.follow_ups->pdata[2], ==, "c");
  g_assert_cmpstr (part->title, ==, "Part");
  g_assert_null (two->rubric_id);
  g_assert_cmpstr (find_name (pack->competencies, two->competency_id), ==, "Care");
}

/* A number that ends its line is a text, no bullet: what follows it in memory
 * is nobody's (the sanitizer sees a read of it). */
static void
test_number_alone (void)
{
  g_autoptr(IkPack) pack = pack_from_markdown (
    "---\nformat: interview-kit-pack\nversion: 1\n---\n\n# T\n\n## S\n\n"
    "### How many?\n\n#### Follow-ups\n\n17\n\n### And?\n\n42");
  const IkSection *section = pack->sections->pdata[0];
  const IkQuestion *many = section->questions->pdata[0];
  const IkQuestion *and = section->questions->pdata[1];

  g_assert_cmpuint (many->interviewer.follow_ups->len, ==, 1);
  g_assert_cmpstr (many->interviewer.follow_ups->pdata[0], ==, "17");
  g_assert_cmpstr (and->interviewer.reference_answer, ==, "42");
}

/* A spreadsheet saves with semicolons, quotes all or nothing, leaves rows. */
static void
test_changed_csv (void)
{
  g_autoptr(IkPack) pack = pack_from_json (QUESTION ("\"prompt\":\"What?\",\"answer\":\"So\""));
  g_autoptr(GBytes) csv = ik_pack_to_csv (pack);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_autofree char *saved = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(IkPack) again = NULL;

  g_strdelimit (text, ",", ';');
  saved = g_strconcat (text + 3, "S;;;;;;;;;;;;;;;;;\r\n\"Other\";\"Why?\";;;;;;;;;;;;;90000;;;\r\n",
                       "S;Third\r\n", NULL);
  bytes = g_bytes_new (saved, strlen (saved));
  g_assert_true (ik_pack_is_csv_in_bytes (bytes));
  again = ik_pack_from_csv (bytes, "T", NULL);

  g_assert_cmpuint (again->sections->len, ==, 2);
  g_assert_cmpuint (((IkSection *) again->sections->pdata[0])->questions->len, ==, 3);
  g_assert_cmpuint (((IkSection *) again->sections->pdata[1])->questions->len, ==, 1);
}

static void
test_bad_markdown (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *message;
  } cases[] = {
    { "", IK_EXCHANGE_ERROR_INVALID, "It is not a pack of Interview Kit" },
    { "---\ntitle: x\n---\n# T\n", IK_EXCHANGE_ERROR_INVALID, "It is not a pack of Interview Kit" },
    { "---\nformat: interview-kit-pack\n", IK_EXCHANGE_ERROR_INVALID,
      "It is not a pack of Interview Kit" },
    { "---\nformat: interview-kit-pack\n---\n\xff", IK_EXCHANGE_ERROR_INVALID,
      "It is not a pack of Interview Kit" },
    { "---\nformat: interview-kit-pack\nversion: 2\n---\n# T\n", IK_EXCHANGE_ERROR_NEWER,
      "The pack was made by a newer version of Interview Kit; update the program to read it" },
    { "---\nformat: interview-kit-pack\n---\n### Why?\n", IK_EXCHANGE_ERROR_INVALID,
      "The pack has no title: write it behind “#” in a line above all questions" },
    { "---\nformat: interview-kit-pack\n---\n# T\n\n###\n", IK_EXCHANGE_ERROR_INVALID,
      "The question in line 6 has no text: write it behind “###”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr(GError) error = NULL;

      g_assert_null (ik_pack_from_markdown (bytes, &error));
      g_assert_error (error, IK_EXCHANGE_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Bytes without any have no address either. */
static void
test_empty (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_pack_is_markdown_in_bytes (bytes));
  g_assert_false (ik_pack_is_csv_in_bytes (bytes));
  g_assert_null (ik_pack_from_markdown (bytes, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ik_pack_from_csv (bytes, "Empty", &error));
  g_assert_nonnull (error);
}

static void
test_other_documents_are_none (void)
{
  static const char *const texts[] = {
    "", "---", "---\n---\nformat: interview-kit-pack\n", "# T\n\nformat: interview-kit-pack\n",
    "Section", "Section,Question\nS,Q\n", "Question,Answer\nQ,A\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_false (ik_pack_is_markdown_in_bytes (bytes));
      g_assert_false (ik_pack_is_csv_in_bytes (bytes));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/exchange/pack-text/backend", "backend-engineering.ikpack",
                        test_starter_pack);
  g_test_add_data_func ("/exchange/pack-text/behavioural", "behavioural.ikpack",
                        test_starter_pack);
  g_test_add_data_func ("/exchange/pack-text/support", "customer-support.ikpack",
                        test_starter_pack);
  g_test_add_func ("/exchange/pack-text/every-field", test_every_field);
  g_test_add_func ("/exchange/pack-text/hostile-texts", test_hostile_texts);
  g_test_add_func ("/exchange/pack-text/line-ends", test_line_ends);
  g_test_add_func ("/exchange/pack-text/open-code-is-closed", test_open_code_is_closed);
  g_test_add_func ("/exchange/pack-text/markdown-as-written", test_markdown_as_written);
  g_test_add_func ("/exchange/pack-text/csv-as-written", test_csv_as_written);
  g_test_add_func ("/exchange/pack-text/changed-markdown", test_changed_markdown);
  g_test_add_func ("/exchange/pack-text/number-alone", test_number_alone);
  g_test_add_func ("/exchange/pack-text/changed-csv", test_changed_csv);
  g_test_add_func ("/exchange/pack-text/bad-markdown", test_bad_markdown);
  g_test_add_func ("/exchange/pack-text/empty", test_empty);
  g_test_add_func ("/exchange/pack-text/other-documents-are-none", test_other_documents_are_none);

  return g_test_run ();
}
