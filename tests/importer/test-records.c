#include <string.h>

#include "ik-csv-reader.h"
#include "ik-field-name.h"
#include "ik-gift-reader.h"
#include "ik-hostile.h"
#include "ik-importer.h"
#include "ik-json-reader.h"

/* Tables, JSON and quizzes. The outcome is told in one line a question:
 * "section|prompt|details|answer|f p r|level minutes tags", where f, p and r
 * are numbers of follow-ups, positive indicators and red flags, and "/" stands
 * for a line feed. */
typedef struct
{
  const char     *name;
  IkDocumentKind  kind;
  const char     *document;
  const char     *outcome;
} Case;

static const Case cases[] = {
  { "commas", IK_DOCUMENT_KIND_CSV,
    "Question,IdealAnswer,Category,Keywords\n\"Why tea, and when?\",Warm,Tea,\"a,b\"\n"
    "Which pot?,Blue,Pots,\nHow hot?,\"Very \"\"hot\"\"\",Tea,c\n",
    "Tea|Why tea, and when?||Warm|0 0 0| 0 a,b\nTea|How hot?||Very \"hot\"|0 0 0| 0 c\n"
    "Pots|Which pot?||Blue|0 0 0| 0 \n" },
  { "semicolons-in-chinese", IK_DOCUMENT_KIND_CSV,
    "编号;题目;参考答案;难度;分类\n1;什么是茶？;叶子和水;简单;茶\n2;请解释茶壶;泡茶;中等;茶\n3;什么是杯子？;喝茶;简单;杯\n",
    "茶|什么是茶？||叶子和水|0 0 0|简单 0 \n茶|请解释茶壶||泡茶|0 0 0|中等 0 \n杯|什么是杯子？||喝茶|0 0 0|简单 0 \n" },
  { "tabs-and-guidance", IK_DOCUMENT_KIND_CSV,
    "Interview question\tLook for\tRed flags\tfollow_ups\tMinutes\n"
    "Tell me about tea.\tcare; patience\tnone\tWhy? | Which?\t5\n"
    "Tell me about cups.\t\"• round\n• big\"\t\t\t10 min\n",
    "|Tell me about tea.|||2 2 1| 5 \n|Tell me about cups.|||0 2 0| 10 \n" },
  { "no-header", IK_DOCUMENT_KIND_CSV,
    "\"What is tea, and why?\",\"A drink, hot\",Drinks\n\"How do you make coffee?\",\"Grind, brew\",Drinks\n"
    "\"Describe some cake.\",\"Sweet, mostly\",Food\n\"Which pot?\",\"The blue one\",Drinks\n",
    "Drinks|What is tea, and why?||A drink, hot|0 0 0| 0 \n"
    "Drinks|How do you make coffee?||Grind, brew|0 0 0| 0 \n"
    "Drinks|Which pot?||The blue one|0 0 0| 0 \nFood|Describe some cake.||Sweet, mostly|0 0 0| 0 \n" },
  { "header-of-unknown-words", IK_DOCUMENT_KIND_CSV,
    "Galdera,Erantzuna\nWhy is tea warm?,It was heated before\nWhich pot is this?,The blue one over there\n",
    "|Why is tea warm?||It was heated before|0 0 0| 0 \n"
    "|Which pot is this?||The blue one over there|0 0 0| 0 \n" },
  { "options-in-columns", IK_DOCUMENT_KIND_CSV,
    "Question,A,B,C,Correct answer,Explanation\n\"1. Which is hot?\",Tea,Ice,Snow,A,It is\n"
    "2. Which is cold?,Tea,Ice,Snow,\"B, C\",\n",
    "|Which is hot?|a) Tea/b) Ice/c) Snow|- Tea//It is|0 0 0| 0 \n"
    "|Which is cold?|a) Tea/b) Ice/c) Snow|- Ice/- Snow|0 0 0| 0 \n" },
  { "options-named-by-letters", IK_DOCUMENT_KIND_CSV,
    "问题,选项A,选项B,答案\n哪个是热的？,茶,冰,A\n哪个是冷的？,茶,冰,B\n",
    "|哪个是热的？|a) 茶/b) 冰|- 茶|0 0 0| 0 \n|哪个是冷的？|a) 茶/b) 冰|- 冰|0 0 0| 0 \n" },
  { "answers-named-by-letters", IK_DOCUMENT_KIND_CSV,
    "Question,answer_a,answer_b,correct_answer\nWhich is hot?,Tea,Ice,Tea\nWhich is cold?,Tea,Ice,Ice\n",
    "|Which is hot?|a) Tea/b) Ice|- Tea|0 0 0| 0 \n|Which is cold?|a) Tea/b) Ice|- Ice|0 0 0| 0 \n" },
  { "code-beside-the-answer-that-has-it", IK_DOCUMENT_KIND_JSON,
    "[\n{\"question\":\"How is tea made?\",\n\"answer\":\"So: pour()\",\n\"answer code\":\"pour()\"},\n"
    "{\"question\":\"How is it drunk?\",\n\"answer\":\"Warm\"}\n]\n",
    "|How is tea made?||So: pour()|0 0 0| 0 \n|How is it drunk?||Warm|0 0 0| 0 \n" },
  { "one-question-in-a-list", IK_DOCUMENT_KIND_JSON,
    "[{\"category\":\"Tea\",\"questions\":[\"Why tea?\",\"Which tea?\"]},"
    "{\"category\":\"Cups\",\"questions\":[\"Whose cup?\"]}]",
    "Tea|Why tea?|||0 0 0| 0 \nTea|Which tea?|||0 0 0| 0 \nCups|Whose cup?|||0 0 0| 0 \n" },
  { "quote-left-open", IK_DOCUMENT_KIND_CSV,
    "Frage,Antwort\n\"Was ist Tee?,Heiß\nWas ist Kaffee?,Auch\n",
    "|\"Was ist Tee?||Heiß|0 0 0| 0 \n|Was ist Kaffee?||Auch|0 0 0| 0 \n" },
  { "rows-too-long-and-short", IK_DOCUMENT_KIND_CSV,
    "Question,Answer\nWhy tea?,Warm,x\nWhich pot?\n,\nHow hot?,Very\n",
    "|Why tea?||Warm|0 0 0| 0 \n|Which pot?|||0 0 0| 0 \n|How hot?||Very|0 0 0| 0 \n" },
  { "code-in-a-cell", IK_DOCUMENT_KIND_CSV,
    "Question,Answer\n\"What does it print?\n```\nx\n```\",`1`\nWhat is <b>?,A tag `<b>`\n",
    "|What does it print?|```/x/```|`1`|0 0 0| 0 \n|What is <b>?||A tag `<b>`|0 0 0| 0 \n" },
  { "anki", IK_DOCUMENT_KIND_CSV,
    "#separator:tab\n#html:true\n#deck column:1\n#tags column:4\n"
    "Tea\tWhat is <b>green</b> tea?\tUnfermented<br>leaves<ul><li>a</li><li>b</li></ul>\tx\n"
    "Pots\t\"Why \"\"blue\"\"?\"\t<div>Paint</div>\t\n",
    "Tea|What is green tea?||Unfermented//leaves//- a/- b|0 0 0| 0 x\nPots|Why \"blue\"?||Paint|0 0 0| 0 \n" },
  { "array-of-objects", IK_DOCUMENT_KIND_JSON,
    "[\n  {\"id\": 1, \"question\": \"Why tea?\", \"idealAnswer\": \"Warm\", \"goodToHear\": [\"a\", \"b\"],\n"
    "   \"redFlags\": [\"c\"], \"followUps\": [\"Which?\"], \"tags\": [\"x\", \"y\"], \"difficulty\": \"easy\"},\n"
    "  {\"id\": 2, \"question\": \"Which pot?\", \"idealAnswer\": null}\n]\n",
    "|Why tea?||Warm|1 2 1|easy 0 x,y\n|Which pot?|||0 0 0| 0 \n" },
  { "sections-of-objects", IK_DOCUMENT_KIND_JSON,
    "{\"title\": \"Kitchen\", \"sections\": [\n{\"name\": \"Tea\", \"questions\": ["
    "{\"text\": \"Which is hot?\", \"options\": [\"Tea\", \"Ice\"], \"answer\": 0},"
    "{\"text\": \"Which is cold?\", \"options\": [\"Tea\", \"Ice\"], \"answer\": 1}]},"
    "{\"name\": \"Cups\", \"questions\": [{\"text\": \"Which is round?\", \"options\": ["
    "{\"text\": \"Cup\", \"isCorrect\": true}, {\"text\": \"Box\", \"isCorrect\": false}]}]}]}",
    "Tea|Which is hot?|a) Tea/b) Ice|- Tea|0 0 0| 0 \nTea|Which is cold?|a) Tea/b) Ice|- Ice|0 0 0| 0 \n"
    "Cups|Which is round?|a) Cup/b) Box|- Cup|0 0 0| 0 \n" },
  { "lists-by-key", IK_DOCUMENT_KIND_JSON,
    "{\"Tea\": [\"Why tea?\", \"Which tea do you like?\"], \"Cups\": [\"How many cups?\", \"Whose is it?\"]}",
    "Tea|Why tea?|||0 0 0| 0 \nTea|Which tea do you like?|||0 0 0| 0 \n"
    "Cups|How many cups?|||0 0 0| 0 \nCups|Whose is it?|||0 0 0| 0 \n" },
  { "keys-that-ask", IK_DOCUMENT_KIND_JSON,
    "{\"¿Qué es el té?\": \"Una bebida\", \"¿Cómo se hace?\": {\"respuesta\": \"Con agua\", \"nivel\": \"fácil\"}}",
    "|¿Qué es el té?||Una bebida|0 0 0| 0 \n|¿Cómo se hace?||Con agua|0 0 0|fácil 0 \n" },
  { "keys-of-unknown-words", IK_DOCUMENT_KIND_JSON,
    "[{\"galdera\": \"Why is tea warm?\", \"erantzuna\": \"It was heated before\"},"
    " {\"galdera\": \"Which pot is this?\", \"erantzuna\": \"The blue one over there\"}]",
    "|Why is tea warm?||It was heated before|0 0 0| 0 \n"
    "|Which pot is this?||The blue one over there|0 0 0| 0 \n" },
  { "one-object-a-line", IK_DOCUMENT_KIND_JSON,
    "{\"question\": \"Why?\", \"answer\": \"\\ud83c\\udf75 \\ud800 \\u0000x\"}\n{\"question\": \"How?\", \"answer\": \"So\"}\n",
    "|Why?||🍵 \xef\xbf\xbd x|0 0 0| 0 \n|How?||So|0 0 0| 0 \n" },
  { "torn-off", IK_DOCUMENT_KIND_JSON,
    "[{\"question\": \"Why?\", \"answer\": \"So\"}, {\"question\": \"How?\", \"ans",
    "|Why?||So|0 0 0| 0 \n|How?|||0 0 0| 0 \n" },
  { "nothing-asked", IK_DOCUMENT_KIND_JSON,
    "{\"name\": \"tea\", \"version\": \"1.0\", \"parts\": [{\"name\": \"pot\", \"size\": 3}, {\"name\": \"cup\"}]}",
    "" },
  { "gift", IK_DOCUMENT_KIND_GIFT,
    "// a comment\n$CATEGORY: $course$/top/Tea\n\n::Q1:: Which drink is hot? {\n=Tea #It is\n~Ice\n~%50%Soup\n}\n\n"
    "Tea is blue. {F}\n\nHow many cups? {#3}\n\nTea {~is =was} hot.\n\nA brace \\{ in tea? {}\n\n"
    "Match them. {=pot -> tea =cup -> milk}\n\nJust a text.\n",
    "Tea|Which drink is hot?|a) Tea/b) Ice/c) Soup|- Tea/- Soup//It is|0 0 0| 0 \n"
    "Tea|Tea is blue.||FALSE|0 0 0| 0 \nTea|How many cups?||3|0 0 0| 0 \n"
    "Tea|Tea \\_\\_\\_\\_ hot.|a) is/b) was|- was|0 0 0| 0 \nTea|A brace { in tea?|||0 0 0| 0 \n"
    "Tea|Match them.||- pot -> tea/- cup -> milk|0 0 0| 0 \n" },
};

static char *
on_one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n", '/');
}

static void
tell (const IkSection  *section,
      const IkQuestion *question,
      GString          *outcome)
{
  const IkInterviewerText *text = &question->interviewer;
  g_autofree char *details = on_one_line (question->candidate.details);
  g_autofree char *answer = on_one_line (text->reference_answer);

  g_string_append_printf (outcome, "%s|%s|%s|%s|%u %u %u|%s %u ", section->title,
                          question->candidate.prompt, details, answer, text->follow_ups->len,
                          text->positive_indicators->len, text->red_flags->len, question->level,
                          question->minutes);
  for (guint i = 0; i < question->tags->len; i++)
    g_string_append_printf (outcome, "%s%s", i > 0 ? "," : "", (char *) question->tags->pdata[i]);
  g_string_append_c (outcome, '\n');
}

static IkPack *
read_text (const char      *document,
           IkDocumentKind   kind,
           GError         **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (document, strlen (document));

  return ik_importer_read (bytes, "tea.txt", kind, NULL, error);
}

static gboolean
has_line (const IkQuestion *question,
          guint             line)
{
  for (guint i = 0; i < question->lines->len; i++)
    {
      const IkLineSpan *span = &g_array_index (question->lines, IkLineSpan, i);

      if (span->first <= line && line <= span->last)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_told (const IkPack *pack,
         guint         line)
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        {
          if (has_line (section->questions->pdata[k], line))
            return TRUE;
        }
    }
  for (guint i = 0; i < pack->left_over->len; i++)
    {
      const IkLeftOver *left_over = pack->left_over->pdata[i];

      if (left_over->first <= line && line <= left_over->last)
        return TRUE;
    }

  return FALSE;
}

/* What no question took is told with the reason. */
static void
assert_lines_are_told (const char   *document,
                       const IkPack *pack)
{
  g_auto(GStrv) lines = g_strsplit (document, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][strspn (lines[i], " \t\r")] == '\0' || is_told (pack, i + 1))
        continue;
      g_test_message ("line %u: %s", i + 1, lines[i]);
      g_test_fail ();
    }
}

static void
test_shape (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = read_text (row->document, row->kind, &error);
  g_autoptr(GString) outcome = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint k = 0; k < section->questions->len; k++)
        tell (section, section->questions->pdata[k], outcome);
    }
  g_assert_cmpstr (outcome->str, ==, row->outcome);
  assert_lines_are_told (row->document, pack);
}

static void
test_lines (void)
{
  g_autoptr(IkPack) pack = read_text (
    "[\n  {\n    \"question\": \"Why?\",\n    \"answer\": \"So\",\n    \"shelf\": \"left\"\n  },\n"
    "  {\n    \"question\": \"How?\"\n  }\n]\n", IK_DOCUMENT_KIND_JSON, NULL);
  const IkSection *section = pack->sections->pdata[0];
  const IkQuestion *question = section->questions->pdata[0];
  const IkLineSpan *prompt = &g_array_index (question->lines, IkLineSpan, 0);
  const IkLineSpan *answer = &g_array_index (question->lines, IkLineSpan, 1);
  const IkLeftOver *bracket = pack->left_over->pdata[0];
  const IkLeftOver *shelf = pack->left_over->pdata[2];

  g_assert_cmpstr (prompt->field, ==, "prompt");
  g_assert_cmpuint (prompt->first, ==, 3);
  g_assert_cmpuint (prompt->last, ==, 3);
  g_assert_cmpstr (answer->field, ==, "answer");
  g_assert_cmpuint (answer->first, ==, 4);
  g_assert_cmpuint (bracket->first, ==, 1);
  g_assert_cmpuint (bracket->last, ==, 1);
  g_assert_cmpstr (shelf->text, ==, "shelf: left");
  g_assert_cmpuint (pack->left_over->len, ==, 3);
}

static void
test_choice (void)
{
  g_autoptr(IkPack) pack = read_text ("Why? {=a ~b}\n\nHow? {=c ~d}\n", IK_DOCUMENT_KIND_UNKNOWN,
                                      NULL);
  const IkSection *section = pack->sections->pdata[0];
  const IkQuestion *question = section->questions->pdata[0];

  g_assert_cmpint (question->kind, ==, IK_QUESTION_KIND_CHOICE);
}

static void
test_broken_json (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr(GString) many = g_string_new ("[");
  g_autoptr(GError) too_deep = NULL;
  g_autoptr(GError) too_many = NULL;
  g_autoptr(GError) broken = NULL;
  g_autoptr(GError) none = NULL;

  for (guint i = 0; i < 2000001; i++)
    g_string_append (many, "1,");
  g_string_append (many, "1]");

  g_assert_null (read_text (deep, IK_DOCUMENT_KIND_JSON, &too_deep));
  g_assert_error (too_deep, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
  g_assert_null (read_text (many->str, IK_DOCUMENT_KIND_JSON, &too_many));
  g_assert_error (too_many, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
  g_assert_null (read_text ("{\"a\": ]", IK_DOCUMENT_KIND_JSON, &broken));
  g_assert_error (broken, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_BROKEN);
  g_assert_nonnull (strstr (broken->message, "tea.txt"));
  g_assert_null (read_text ("# Tea\n\nWhy is it hot?\n", IK_DOCUMENT_KIND_JSON, &none));
  g_assert_error (none, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_BROKEN);
}

static void
assert_full (IkRecordList *list) /* (transfer full) */
{
  g_assert_true (ik_record_list_is_full (list));
  g_assert_cmpuint (list->cells->len, ==, IK_IMPORTER_MAX_BLOCKS + 1);
  g_assert_cmpuint (list->fields->len, <=, IK_RECORD_LIST_MAX_FIELDS);
  ik_record_list_free (list);
}

/* What is refused in the end must not fill the memory on the way. */
static void
test_too_many_cells (void)
{
  const gsize size = 2 * 1024 * 1024;
  g_autofree char *rows = ik_hostile_document ("a,b\n", size);
  g_autofree char *columns = ik_hostile_document ("a,", size);
  g_autofree char *quiz = ik_hostile_document ("::a::b {=c ~d}\n\n", 2 * size);
  g_autofree char *objects = ik_hostile_document ("[{\"question\":\"Why?\",\"a\":\"b\"}],", 2 * size);
  g_autoptr(GError) error = NULL;

  assert_full (ik_csv_reader_read (rows));
  assert_full (ik_csv_reader_read (columns));
  assert_full (ik_gift_reader_read (quiz));
  assert_full (ik_json_reader_read (objects, "a", &error));
  g_assert_no_error (error);

  g_assert_null (read_text (rows, IK_DOCUMENT_KIND_CSV, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
}

/* Each key of an object is a field: a hostile one has a million. */
static void
test_too_many_fields (void)
{
  g_autoptr(GString) object = g_string_new ("{\"question\":\"Why?\"");
  g_autoptr(IkRecordList) list = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2 * IK_RECORD_LIST_MAX_FIELDS; i++)
    g_string_append_printf (object, ",\"key %u\":null", i);
  g_string_append (object, ",\"answer\":\"Tea\"}");
  list = ik_json_reader_read (object->str, "a", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->fields->len, ==, IK_RECORD_LIST_MAX_FIELDS);
  g_assert_cmpuint (list->cells->len, ==, 2);
}

static void
test_cut_name (void)
{
  g_autofree char *name = g_strdup ("Frage \xc3");
  g_autofree char *words = ik_field_name_dup_words (name);

  g_test_summary ("A name that ends within a letter is read no further");

  g_assert_cmpstr (words, ==, "frage");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/records/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_shape);
    }
  g_test_add_func ("/importer/records/cut-name", test_cut_name);
  g_test_add_func ("/importer/records/too-many-cells", test_too_many_cells);
  g_test_add_func ("/importer/records/too-many-fields", test_too_many_fields);
  g_test_add_func ("/importer/records/lines", test_lines);
  g_test_add_func ("/importer/records/choice", test_choice);
  g_test_add_func ("/importer/records/broken-json", test_broken_json);

  return g_test_run ();
}
