#include <string.h>

#include "ik-document.h"
#include "ik-outcome.h"
#include "ik-repair.h"

/* A look-alike of each shape of document that people write questions in. The
 * outcome is told in one line a question: "section|prompt|d|a|f|p|r", where the
 * letters stand for details, answer, and numbers of follow-ups, positive
 * indicators and red flags. */
typedef struct
{
  const char *name;
  const char *document;
  const char *outcome;
} Case;

static const Case cases[] = {
  { "headings-with-answers",
    "# Interview questions\n\n## Tea\n\n### 1. Why does tea steep?\n\nBecause of water.\n\n"
    "- heat\n- time\n\n### 2. Explain the pot.\n\nIt is warm.\n\n## Conclusion\n\nDrink it.\n",
    "Tea|Why does tea steep?|-|a|0|0|0\nTea|Explain the pot.|-|a|0|0|0\n" },
  { "heading-inside-an-answer",
    "## Why tea?\n\nIt is warm.\n\n### Kinds of tea\n\nGreen.\n\n## Why cups?\n\nFor tea.\n\n"
    "## Why spoons?\n\nFor sugar.\n",
    "|Why tea?|-|a|0|0|0\n|Why cups?|-|a|0|0|0\n|Why spoons?|-|a|0|0|0\n" },
  { "bullets-under-headings",
    "## Tea\n\n- Why tea?\n- Describe a pot.\n  - Whose pot?\n\n## Cups\n\n- How many?\n",
    "Tea|Why tea?|-|-|0|0|0\nTea|Describe a pot.|-|-|1|0|0\nCups|How many?|-|-|0|0|0\n" },
  { "lists-of-two-kinds",
    "## Tea\n\n- Why tea?\n- Which tea?\n- How much tea?\n\n## Cups\n\n1. How many cups?\n1. Whose cup?\n",
    "Tea|Why tea?|-|-|0|0|0\nTea|Which tea?|-|-|0|0|0\nTea|How much tea?|-|-|0|0|0\n"
    "Cups|How many cups?|-|-|0|0|0\nCups|Whose cup?|-|-|0|0|0\n" },
  { "bold-questions",
    "## Tea\n\n**Why tea? ☕**\n\nIt is warm.\n\n**Which pot? (easy)**\n\nAnswer here\n\n"
    "## Cups\n\n**How many?**\n\nTwo.\n",
    "Tea|Why tea?|-|a|0|0|0\nTea|Which pot?|-|-|0|0|0\nCups|How many?|-|a|0|0|0\n" },
  { "labels",
    "### Tell me about a time you made tea.\n\n**Look for**:\n\n- Patience\n- Water\n\n"
    "**Red flags**:\n\n- Coffee\n\n**Follow-up questions**:\n\n- Which tea?\n- Whose?\n\n"
    "### Describe your pot.\n\n**Look for**:\n\n- Shape\n\n### Why cups?\n\n**Look for**:\n\n- Handles\n",
    "|Tell me about a time you made tea.|-|-|2|2|1\n|Describe your pot.|-|-|0|1|0\n"
    "|Why cups?|-|-|0|1|0\n" },
  { "labels-in-spanish",
    "## Té\n\n### ¿Por qué té?\n\n**Respuesta:** Es caliente.\n\n**Señales de alerta:**\n\n- Café\n\n"
    "### ¿Qué tetera?\n\n**Respuesta:** La azul.\n\n**Señales de alerta:**\n\n- Ninguna\n",
    "Té|¿Por qué té?|-|a|0|0|1\nTé|¿Qué tetera?|-|a|0|0|1\n" },
  { "chinese",
    "## 茶\n\n### 1、什么是茶？\n\n**答案**：热水泡的叶子。\n\n### 2、请解释茶壶的用途。\n\n**答案**：泡茶。\n",
    "茶|什么是茶？|-|a|0|0|0\n茶|请解释茶壶的用途。|-|a|0|0|0\n" },
  { "title-above-the-question",
    "## Kitchen\n\n#### Tea\nWhy would anyone drink tea?\n\n#### Pot\nA pot is warm. What is in it?\n\n"
    "```\npot\n```\n\n#### Cup\nHow big is it?\n",
    "Kitchen|Tea: Why would anyone drink tea?|-|-|0|0|0\n"
    "Kitchen|Pot: A pot is warm. What is in it?|d|-|0|0|0\nKitchen|Cup: How big is it?|-|-|0|0|0\n" },
  { "details-and-summary",
    "## Tea\n\n<details>\n<summary>Why tea?</summary><br>\n\nIt is warm.\n</details>\n\n"
    "<details>\n<summary>Which pot?</summary>\n\n- blue\n</details>\n",
    "Tea|Why tea?|-|a|0|0|0\nTea|Which pot?|-|a|0|0|0\n" },
  { "choice",
    "#### Q1. Which is tea?\n\n- [ ] A\n\n```\nx\n```\n\n- [x] B\n\n```\ny\n```\n\n"
    "#### Q2. Which is a pot?\n\n- [x] this\n- [ ] that\n",
    "|Which is tea?|d|a|0|0|0\n|Which is a pot?|d|a|0|0|0\n" },
  { "contents-of-links",
    "## Contents\n\n- [Why tea?](#a)\n- [Which pot?](#b)\n\n## Tea\n\n### Why tea?\n\nWarm.\n\n"
    "### Which pot?\n\nBlue.\n\n[Back to top](#contents)\n",
    "Tea|Why tea?|-|a|0|0|0\nTea|Which pot?|-|a|0|0|0\n" },
  { "listed-then-answered",
    "Tea\n\n  1. Why tea?\n  2. Which pot?\n  3. How hot?\n\nCups\n\n  1. Whose cup?\n\n"
    "Tea\n\n1. Why tea?\n\nIt is warm.\n\n2. Which pot?\n\nThe blue one.\n\n"
    "Cups\n\n3. Whose cup?\n\nMine, see:\n\n  1. I bought it.\n  2. I washed it.\n",
    "Tea|How hot?|-|-|0|0|0\nTea|Why tea?|-|a|0|0|0\nTea|Which pot?|-|a|0|0|0\n"
    "Cups|Whose cup?|-|a|0|0|0\n" },
  { "numbered-titles-and-bullets",
    "Kitchen\n1. Tea\n• Why tea?\n• Which tea?\n2. Pots\n• How many?\n",
    "Tea|Why tea?|-|-|0|0|0\nTea|Which tea?|-|-|0|0|0\nPots|How many?|-|-|0|0|0\n" },
  { "banner-above-the-title",
    "FREE TEA EVERY DAY!\n\nNews from our kitchen\n\nInterview questions about tea\n\n"
    "All that a tea house asks of the people who come to work in it, with answers.\n\n"
    "1\nWhy tea?\nReference answer\nWarm.\n2\nWhich pot?\nReference answer\nBlue.\n"
    "3\nHow hot?\nReference answer\nHot.\n",
    "|Why tea?|-|a|0|0|0\n|Which pot?|-|a|0|0|0\n|How hot?|-|a|0|0|0\n" },
  { "lone-numbers-and-an-advert",
    "1\nWhy tea?\nReference answer\nWarm.\n2\nWhich pot?\nReference answer\nBlue.\n"
    "Great Offers\n\nBuy our tea.\n\n1 100% tea\n3\nHow hot?\nReference answer\nHot.\n"
    "4\nHow long?\nReference answer\nLong.\n5\nWhose?\nReference answer\nMine.\n"
    "6\nWhere?\nReference answer\nHere.\n7\nWhen?\nReference answer\nNow.\n"
    "8\nWhat now?\nReference answer\nWait.\n9\nAnd then?\nReference answer\nDrink.\n"
    "10\nWhat else?\nReference answer\nCake.\n11\nWhy cake?\nReference answer\nHunger.\n",
    "|Why tea?|-|a|0|0|0\n|Which pot?|-|a|0|0|0\n|How hot?|-|a|0|0|0\n|How long?|-|a|0|0|0\n"
    "|Whose?|-|a|0|0|0\n|Where?|-|a|0|0|0\n|When?|-|a|0|0|0\n|What now?|-|a|0|0|0\n"
    "|And then?|-|a|0|0|0\n|What else?|-|a|0|0|0\n|Why cake?|-|a|0|0|0\n" },
  { "torn-items",
    "## Tea\n\n- How would you boil water for a very large\n\npot? Explain it.\n\n"
    "- Why do you use a lid? Name\n\nTea is a reason.\n\n- Which cup would you take?\n- Why?\n"
    "- Whose?\n- How hot?\n- How long?\n- When?\n- Where?\n- Which leaf?\n",
    "Tea|How would you boil water for a very large pot? Explain it.|-|-|0|0|0\n"
    "Tea|Why do you use a lid? Name Tea is a reason.|-|-|0|0|0\n"
    "Tea|Which cup would you take?|-|-|0|0|0\nTea|Why?|-|-|0|0|0\nTea|Whose?|-|-|0|0|0\n"
    "Tea|How hot?|-|-|0|0|0\nTea|How long?|-|-|0|0|0\nTea|When?|-|-|0|0|0\n"
    "Tea|Where?|-|-|0|0|0\nTea|Which leaf?|-|-|0|0|0\n" },
  { "scenario-with-lost-indents",
    "### Tea\n\n- You are making tea for forty people.\n  - Which pot do you take?\n\n- How hot is it?\n\n"
    "### Cups\n\n- How many cups?\n- Whose are they?\n- Why?\n",
    "Tea|You are making tea for forty people.|-|-|2|0|0\nCups|How many cups?|-|-|0|0|0\n"
    "Cups|Whose are they?|-|-|0|0|0\nCups|Why?|-|-|0|0|0\n" },
  { "lost-indent-below-a-number",
    "### 1. Pots\n\n- Which pot?\n\n2. Tea:\n- Why tea?\n  - Which tea?\n3. Cups:\n- How many cups?\n"
    "  - Whose?\n",
    "Pots|Which pot?|-|-|0|0|0\nTea|Why tea?|-|-|0|0|0\nTea|Which tea?|-|-|0|0|0\n"
    "Cups|How many cups?|-|-|0|0|0\nCups|Whose?|-|-|0|0|0\n" },
  { "statements-inside-an-item",
    "1. How do you keep tea warm?\n   - Cover: a cloth.\n   - Implement a rule: no open pots.\n"
    "   - Heat it again.\n2. Why?\n",
    "|How do you keep tea warm?|-|a|0|0|0\n|Why?|-|-|0|0|0\n" },
  { "listed-with-follow-ups",
    "## All\n\n- Why tea?\n  - Which?\n- Which pot?\n\n## Tea\n\n### Why tea?\n\nWarm.\n\n"
    "### Which pot?\n\nBlue.\n\n### Whose cup?\n\nMine.\n",
    "All|Why tea?|-|-|1|0|0\nTea|Why tea?|-|a|0|0|0\nTea|Which pot?|-|a|0|0|0\n"
    "Tea|Whose cup?|-|a|0|0|0\n" },
  { "text-between-scenario-and-follow-up",
    "### Tea\n\n- You are making tea for forty people.\n  - Which pot do you take?\n\nSome remark.\n\n"
    "- How hot is it?\n\n### Cups\n\n- How many cups?\n- Whose are they?\n",
    "Tea|You are making tea for forty people.|-|-|2|0|0\nCups|How many cups?|-|-|0|0|0\n"
    "Cups|Whose are they?|-|-|0|0|0\n" },
  { "headings-in-items",
    "1. ### Why tea?\n\n    It is warm.\n\n    **[Back to Top](#top)**\n\n2. ### Which pot?\n\n    Blue.\n",
    "|Why tea?|-|a|0|0|0\n|Which pot?|-|a|0|0|0\n" },
  { "lettered-options",
    "###### 1. What is warm?\n\n- A: Tea\n- B: Ice\n\n<details><summary><b>Answer</b></summary>\n<p>\n\n"
    "#### Answer: A\n\nTea is.\n</p></details>\n\n###### 2. What is blue?\n\n- A: Tea\n- B: The pot\n\n"
    "<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: B\n\nIt is.\n</p></details>\n",
    "|What is warm?|d|a|0|0|0\n|What is blue?|d|a|0|0|0\n" },
  { "indented-labels-in-text",
    "ОБЩИЕ ВОПРОСЫ\n\n1) Что такое чай?\n   Ответ: Напиток.\n2) Чем он отличается от кофе?\n   Ответ: Всем.\n",
    "ОБЩИЕ ВОПРОСЫ|Что такое чай?|-|a|0|0|0\nОБЩИЕ ВОПРОСЫ|Чем он отличается от кофе?|-|a|0|0|0\n" },
  { "same-text-twice",
    "### What is the output?\n\n```\na\n```\n\nAnswer: 1\n\n### What is the output?\n\n```\nb\n```\n\n"
    "Answer: 2\n",
    "|What is the output?|d|a|0|0|0\n|What is the output?|d|a|0|0|0\n" },
  { "fences-left-open",
    "## Why tea?\n```js\nx = 1\n# no heading?\n\n## Why cups?\nRound.\n\n## Why spoons?\n```\ny\n```\n"
    "Long.\n\n## Why milk?\nWhite.\n",
    "|Why tea?|-|a|0|0|0\n|Why cups?|-|a|0|0|0\n|Why spoons?|-|a|0|0|0\n|Why milk?|-|a|0|0|0\n" },
  { "list-counted-in-an-answer",
    "1. Why tea?\n\n   Answer: warm\n\n2. Why cups?\n\n   Answer: round\n\n3. Why pots?\n\n"
    "<details><summary>Answer</summary>\n\nTwo things:\n\n1. They are big\n2. They are warm\n\n</details>\n\n"
    "4. Why milk?\n\n   Answer: white\n",
    "|Why tea?|-|a|0|0|0\n|Why cups?|-|a|0|0|0\n|Why pots?|-|a|0|0|0\n|Why milk?|-|a|0|0|0\n" },
  { "question-without-its-element",
    "<details>\n<summary>Why tea?</summary>\n\nWarm.\n</details>\n\n<details>\n[Question] Why cups?\n\n"
    "[Answer] Round.\n</details>\n\n<details>\n<summary>Why pots?</summary>\n\nBig.\n</details>\n",
    "|Why tea?|-|a|0|0|0\n|Why cups?|-|a|0|0|0\n|Why pots?|-|a|0|0|0\n" },
  { "lists-of-links-and-people",
    "# Questions\n\nAvailable in:\n\n- [English](a.md)\n- [Deutsch](b.md)\n\n#### Authors\n\n"
    "* [@a](http://a.org) - http://a.org\n* [@b](http://b.org) - http://b.org\n\n## Tea\n\n"
    "* Why tea?\n* Which tea?\n* Explain milk.\n",
    "Tea|Why tea?|-|-|0|0|0\nTea|Which tea?|-|-|0|0|0\nTea|Explain milk.|-|-|0|0|0\n" },
  { "no-question",
    "# Links\n\n- [A page](http://a.b)\n- [Another](http://c.d)\n\nSome text about tea.\n",
    "" },
};

static void
test_shape (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *outcome = ik_outcome_of (row->document);

  g_assert_cmpstr (outcome, ==, row->outcome);
}

static const IkQuestion *
first_question (const IkPack *pack)
{
  return ((IkSection *) pack->sections->pdata[0])->questions->pdata[0];
}

static void
test_fields (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read (
    "# Tea questions\n\nA list of questions about making tea and drinking it.\n\n"
    "## Making\n\n### 1. Tell me about a time you made tea. [Senior]\n\n"
    "**Why it matters**: It shows *care*.\n\n**Time**: 5 minutes\n\n**Tags**: tea, water\n\n"
    "**Clarifying questions**:\n\n- Which tea?\n\n**Steps**:\n\n1. Boil:\n   - water\n   - milk\n2. Pour\n\n"
    "Source: [a page](https://example.org/tea).\n\n"
    "### 2. Why tea?\n\n**Steps**:\n\n1. Wait\n");
  const IkQuestion *question = first_question (pack);

  g_assert_cmpstr (pack->title, ==, "Tea questions");
  g_assert_cmpstr (pack->description, ==, "A list of questions about making tea and drinking it.");
  g_assert_cmpstr (question->candidate.prompt, ==, "Tell me about a time you made tea.");
  g_assert_cmpint (question->kind, ==, IK_QUESTION_KIND_BEHAVIOURAL);
  g_assert_cmpint (question->state, ==, IK_QUESTION_STATE_DRAFT);
  g_assert_cmpstr (question->level, ==, "senior");
  g_assert_cmpuint (question->minutes, ==, 5);
  g_assert_cmpuint (question->tags->len, ==, 2);
  g_assert_cmpstr (question->interviewer.why_it_matters, ==, "It shows *care*.");
  g_assert_cmpuint (question->interviewer.clarifying_questions->len, ==, 1);
  g_assert_cmpuint (question->interviewer.solution_steps->len, ==, 2);
  g_assert_cmpstr (question->interviewer.solution_steps->pdata[0], ==, "Boil: water; milk");
  g_assert_cmpstr (question->interviewer.references->pdata[0], ==, "https://example.org/tea");
}

static void
test_reasons (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read (
    "## Contents\n\n- [Why tea?](#a)\n\n## Tea\n\n### Why tea?\n\nWarm.\n\n### Which pot?\n\nBlue.\n\n"
    "## License\n\nFree.\n");
  const IkLeftOver *contents = pack->left_over->pdata[0];
  const IkLeftOver *licence = pack->left_over->pdata[1];

  g_assert_cmpuint (pack->left_over->len, ==, 2);
  g_assert_cmpuint (contents->first, ==, 1);
  g_assert_cmpuint (contents->last, ==, 3);
  g_assert_cmpuint (licence->first, ==, 15);
  g_assert_cmpstr (licence->text, ==, "## License\n\nFree.");
  g_assert_cmpstr (licence->reason, !=, contents->reason);
}

static void
test_decorated_titles (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read (
    "## [-] # Tea\n\n### :star: :tea: Why tea? :star: ***\n\nWarm.\n\n"
    "### Which pot? :tea:\n\nBlue.\n");
  const IkSection *section = pack->sections->pdata[0];

  g_test_summary ("Any number of pictograms and marks are cut from both ends of a title");

  g_assert_cmpstr (section->title, ==, "Tea");
  g_assert_cmpstr (((IkQuestion *) section->questions->pdata[0])->candidate.prompt, ==, "Why tea?");
  g_assert_cmpstr (((IkQuestion *) section->questions->pdata[1])->candidate.prompt, ==,
                   "Which pot?");
}

static void
test_torn_item_ends (void)
{
  g_autoptr(GString) text = g_string_new ("## Why tea?\n\n- torn\n");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(IkDocument) document = NULL;
  g_autoptr(IkBlockList) list = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("Page breaks tear an item in so many parts, not in any number");

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "\nloose\n");
  bytes = g_bytes_new (text->str, text->len);
  document = ik_document_open (bytes, "a.md", IK_DOCUMENT_KIND_MARKDOWN, NULL, &error);
  g_assert_no_error (error);
  list = ik_document_read_blocks (document, &error);
  g_assert_no_error (error);
  ik_repair_blocks (list);
  g_assert_cmpuint (list->blocks->len, ==, 2 + 40 - 16);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/grammar/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_shape);
    }
  g_test_add_func ("/importer/grammar/fields", test_fields);
  g_test_add_func ("/importer/grammar/reasons", test_reasons);
  g_test_add_func ("/importer/grammar/decorated-titles", test_decorated_titles);
  g_test_add_func ("/importer/grammar/torn-item-ends", test_torn_item_ends);

  return g_test_run ();
}
