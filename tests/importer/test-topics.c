#include "ik-outcome.h"

/* Look-alikes of lists whose questions hardly ask, as ik_outcome_of() tells
 * them. */
typedef struct
{
  const char *name;
  const char *document;
  const char *outcome;
} Case;

static const Case cases[] = {
  { "some-ask",
    "# Чай\n\n## Что такое чай?\n\nЛист.\n\n## Сорта чая\n\nМного.\n\n## Чёрный чай\n\nТёмный.\n\n"
    "## Зачем греть воду?\n\nДля чая.\n\n## Заварка\n\nСухая.\n\n# Посуда\n\n## Чайник\n\n#### Синий\n\nКруглый.\n\n"
    "## Чашка\n\nМоя.\n\n## Блюдце\n\nПлоское.\n\n## Когда пить чай?\n\nУтром.\n\n## Ложка\n\nОдна.\n",
    "Чай|Что такое чай?|-|a|0|0|0\nЧай|Сорта чая|-|a|0|0|0\nЧай|Чёрный чай|-|a|0|0|0\n"
    "Чай|Зачем греть воду?|-|a|0|0|0\nЧай|Заварка|-|a|0|0|0\nПосуда|Чайник|-|a|0|0|0\n"
    "Посуда|Чашка|-|a|0|0|0\nПосуда|Блюдце|-|a|0|0|0\nПосуда|Когда пить чай?|-|a|0|0|0\n"
    "Посуда|Ложка|-|a|0|0|0\n" },
  { "few-headings",
    "# Tea\n\n## Why tea?\n\nWarm.\n\n## Pots\n\nBlue.\n\n## Cups\n\nRound.\n\n## Milk\n\nWhite.\n\n"
    "## Sugar\n\nSweet.\n\n## Spoons\n\nOne.\n",
    "" },
  { "labels-below-titles",
    "## Tee\n\n**Freude am Tee**\n- Worauf achten: Beispiele\n- Warnsignal: keine Tasse\n\n"
    "**Wärme**\n- Worauf achten: Zahlen\n- Warnsignal: Eis\n\n## Kannen\n\n**Der Deckel**\n"
    "- Worauf achten: Ruhe\n- Warnsignal: Scherben\n",
    "Tee|Freude am Tee|-|-|0|1|1\nTee|Wärme|-|-|0|1|1\nKannen|Der Deckel|-|-|0|1|1\n" },
  { "summaries-below-a-summary",
    "<details>\n<summary><h3>Tea</h3></summary>\n\n<details>\n<summary>Why tea?</summary>\n\nWarm.\n</details>\n\n"
    "<details>\n<summary>Which leaf?</summary>\n\nGreen.\n</details>\n</details>\n\n<details>\n"
    "<summary><h3>Pots</h3></summary>\n\n<details>\n<summary>Which pot?</summary>\n\nBlue.\n</details>\n\n"
    "<details>\n<summary>A lid</summary>\n\nFits.\n</details>\n</details>\n",
    "Tea|Why tea?|-|a|0|0|0\nTea|Which leaf?|-|a|0|0|0\nPots|Which pot?|-|a|0|0|0\n"
    "Pots|A lid|-|a|0|0|0\n" },
  { "answer-inside-a-summary",
    "<details>\n<summary>The green pot</summary>\n\n<details>\n<summary>Answer</summary>\n\nMine.\n</details>\n"
    "</details>\n\n<details>\n<summary>Which pot is hot?</summary>\n\n<details>\n<summary>Answer</summary>\n\n"
    "Blue.\n</details>\n</details>\n\n<details>\n<summary>Whose cup?</summary>\n\n<details>\n"
    "<summary>Answer</summary>\n\nOurs.\n</details>\n</details>\n",
    "|The green pot|-|a|0|0|0\n|Which pot is hot?|-|a|0|0|0\n|Whose cup?|-|a|0|0|0\n" },
  { "heading-behind-a-list",
    "## 茶\n\n* 为什么喝茶？\n* 哪个壶？\n\n#### 原文\n\n* 谁的杯子？\n* 水有多热？\n",
    "茶|为什么喝茶？|-|-|0|0|0\n茶|哪个壶？|-|-|0|0|0\n原文|谁的杯子？|-|-|0|0|0\n"
    "原文|水有多热？|-|-|0|0|0\n" },
  { "few-answers-below-headings",
    "## Why tea?\n\nWarm.\n\n## Which pot?\n\n## Whose cup?\n\n## How hot?\n\n## What leaf?\n\n## Who pours?\n",
    "|Why tea?|-|a|0|0|0\n|Which pot?|-|-|0|0|0\n|Whose cup?|-|-|0|0|0\n|How hot?|-|-|0|0|0\n"
    "|What leaf?|-|-|0|0|0\n|Who pours?|-|-|0|0|0\n" },
  { "questions-of-two-levels",
    "# Tea\n\n## The house\n\n### Doors\n\n#### 1. Why a door?\n\nTo come in.\n\n#### 2. Which door?\n\nGreen.\n\n"
    "#### 3. Whose door?\n\nMine.\n\n## Why tea?\n\nWarm.\n\n## Which pot?\n\nBlue.\n\n## Whose cup?\n\n"
    "## How hot?\n\nVery.\n",
    "Doors|Why a door?|-|a|0|0|0\nDoors|Which door?|-|a|0|0|0\nDoors|Whose door?|-|a|0|0|0\n"
    "Doors|Why tea?|-|a|0|0|0\nDoors|Which pot?|-|a|0|0|0\nDoors|Whose cup?|-|-|0|0|0\n"
    "Doors|How hot?|-|a|0|0|0\n" },
  { "sections-that-ask",
    "# Té\n\n## ¿Qué debes saber?\n\n- Nada.\n\n## Hojas\n\n1. ¿Qué es una hoja?\n2. ¿Cuál es verde?\n\n"
    "## Tazas\n\n1. ¿De quién es la taza?\n2. ¿Cuántas hay?\n\n## Agua\n\n1. ¿Por qué hierve?\n",
    "Hojas|¿Qué es una hoja?|-|-|0|0|0\nHojas|¿Cuál es verde?|-|-|0|0|0\n"
    "Tazas|¿De quién es la taza?|-|-|0|0|0\nTazas|¿Cuántas hay?|-|-|0|0|0\n"
    "Agua|¿Por qué hierve?|-|-|0|0|0\n" },
  { "parts-of-an-answer",
    "## Method\n\n- **Situation (S):** Tell me where. Describe the tea.\n- **Task (T):** What was it? Explain it.\n"
    "- **Action (A):** How did you pour? Describe it.\n- **Result (R):** What came of it? Tell us.\n\n## Questions\n\n"
    "1. Why tea?\n2. Which pot?\n3. Whose cup?\n4. How hot?\n5. What leaf?\n6. Who pours?\n",
    "Questions|Why tea?|-|-|0|0|0\nQuestions|Which pot?|-|-|0|0|0\nQuestions|Whose cup?|-|-|0|0|0\n"
    "Questions|How hot?|-|-|0|0|0\nQuestions|What leaf?|-|-|0|0|0\nQuestions|Who pours?|-|-|0|0|0\n" },
  { "linked-headings",
    "# 茶\n\n<h3 id=\"1\">壶</h3>\n\n---\n##### [1.1.1 为什么喝茶？](https://tea.example/1)\n\n"
    "##### [1.1.2 哪个壶最好？](https://tea.example/2)\n\n##### [1.1.3 壶的种类](https://tea.example/3)\n\n"
    "<h3 id=\"2\">杯</h3>\n\n---\n##### [2.1.1 杯子是谁的？](https://tea.example/4)\n\n"
    "##### [2.1.2 水有多热？](https://tea.example/5)\n\n##### 2.1.3 茶叶怎么选？\n",
    "壶|为什么喝茶？|-|-|0|0|0\n壶|哪个壶最好？|-|-|0|0|0\n壶|壶的种类|-|-|0|0|0\n"
    "杯|杯子是谁的？|-|-|0|0|0\n杯|水有多热？|-|-|0|0|0\n杯|茶叶怎么选？|-|-|0|0|0\n" },
  { "titles-like-requests",
    "# Tea\n\n### Design\n\n<details>\n<summary>Why tea?</summary>\n\nWarm.\n</details>\n\n<details>\n"
    "<summary>Which leaf?</summary>\n\nGreen.\n</details>\n\n### State\n\n<details>\n"
    "<summary>How hot?</summary>\n\nVery.\n</details>\n\n<details>\n<summary>Who pours?</summary>\n\n"
    "Ann.\n</details>\n\n# Pots\n\n### Which pot?\n\nBlue.\n\n### Whose pot?\n\nMine.\n\n"
    "### Where is it?\n\nThere.\n",
    "Design|Why tea?|-|a|0|0|0\nDesign|Which leaf?|-|a|0|0|0\nState|How hot?|-|a|0|0|0\n"
    "State|Who pours?|-|a|0|0|0\nPots|Which pot?|-|a|0|0|0\nPots|Whose pot?|-|a|0|0|0\n"
    "Pots|Where is it?|-|a|0|0|0\n" },
  { "address-above-questions",
    "My tea is here: https://tea.example/me\n\n## Why tea?\n\nWarm.\n\n## Which pot?\n\nBlue.\n\n"
    "## Whose cup?\n\nMine.\n",
    "|Why tea?|-|a|0|0|0\n|Which pot?|-|a|0|0|0\n|Whose cup?|-|a|0|0|0\n" },
};

static void
test_topics (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *outcome = ik_outcome_of (row->document);

  g_assert_cmpstr (outcome, ==, row->outcome);
}

static guint
count_questions (guint       n_headings,
                 const char *behind)
{
  g_autoptr(GString) document = g_string_new ("# 茶\n\n");
  g_autoptr(IkPack) pack = NULL;

  for (guint i = 1; i <= n_headings; i++)
    g_string_append_printf (document, "## %u%s 杯子\n\n圆的。\n\n", i, behind);
  pack = ik_outcome_read (document->str);

  return ik_pack_count_questions (pack);
}

/* Many headings that count are questions, a few are chapters. */
static void
test_counting (void)
{
  g_assert_cmpuint (count_questions (24, ""), ==, 24);
  g_assert_cmpuint (count_questions (24, "."), ==, 24);
  g_assert_cmpuint (count_questions (12, ""), ==, 0);
}

/* A number without a mark behind it is none of the text. */
static void
test_bare_numbers (void)
{
  g_autofree char *counted = ik_outcome_of ("## 1 Why tea?\n\nWarm.\n\n## 2 Which pot?\n\nBlue.\n\n"
                                            "## 3 Whose cup?\n\nMine.\n");
  g_autofree char *glued = ik_outcome_of ("### 1.什么茶？\n\n热。\n\n### 2.tea是什么？\n\n茶。\n\n### 3.谁的？\n\n我的。\n");
  g_autofree char *single = ik_outcome_of ("## Why tea?\n\nWarm.\n\n## 2 cups or which?\n\nBlue.\n\n"
                                           "## Whose cup?\n\nMine.\n");

  g_assert_cmpstr (counted, ==, "|Why tea?|-|a|0|0|0\n|Which pot?|-|a|0|0|0\n|Whose cup?|-|a|0|0|0\n");
  g_assert_cmpstr (glued, ==, "|什么茶？|-|a|0|0|0\n|tea是什么？|-|a|0|0|0\n|谁的？|-|a|0|0|0\n");
  g_assert_cmpstr (single, ==,
                   "|Why tea?|-|a|0|0|0\n|2 cups or which?|-|a|0|0|0\n|Whose cup?|-|a|0|0|0\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/topics/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_topics);
    }
  g_test_add_func ("/importer/topics/counting", test_counting);
  g_test_add_func ("/importer/topics/bare-numbers", test_bare_numbers);

  return g_test_run ();
}
