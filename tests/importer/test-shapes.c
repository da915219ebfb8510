#include "ik-outcome.h"

/* Look-alikes of lists whose shape needs more than one look, as ik_outcome_of()
 * tells them. */
typedef struct
{
  const char *name;
  const char *document;
  const char *outcome;
} Case;

static const Case cases[] = {
  { "links-that-ask",
    "# Tea\n\n- [Pots](#pots)\n- [Cups](#cups)\n\n## Pots\n\n- [Why a pot?](https://tea.example/1)\n"
    "- [Which pot?](https://tea.example/2)\n- [Describe a lid.](https://tea.example/3)\n\n## Cups\n\n"
    "- [Whose cup?](https://tea.example/4)\n- [Cups of clay](https://tea.example/5)\n"
    "- [How many cups?](https://tea.example/6)\n",
    "Pots|Why a pot?|-|-|0|0|0\nPots|Which pot?|-|-|0|0|0\nPots|Describe a lid.|-|-|0|0|0\n"
    "Cups|Whose cup?|-|-|0|0|0\nCups|Cups of clay|-|-|0|0|0\nCups|How many cups?|-|-|0|0|0\n" },
  { "links-to-read",
    "# Tea\n\n- [A history of tea](https://tea.example/1)\n- [Why tea?](https://tea.example/2)\n"
    "- [Pots](https://tea.example/3)\n- [Cups](https://tea.example/4)\n- [Milk](https://tea.example/5)\n",
    "" },
  { "constant-summary",
    "## Tee\n\n* Miks on tee soe?\n  <details>\n  <summary>Kuidas vastata</summary>\n\n  Vesi on soe.\n\n"
    "  </details>\n\n* Milline kann?\n  <details>\n  <summary>Kuidas vastata</summary>\n\n  Sinine.\n\n"
    "  </details>\n\n* Kelle tass?\n  <details>\n  <summary>Kuidas vastata</summary>\n\n  Minu.\n\n"
    "  </details>\n",
    "Tee|Miks on tee soe?|-|a|0|0|0\nTee|Milline kann?|-|a|0|0|0\nTee|Kelle tass?|-|a|0|0|0\n" },
  { "answers-without-hamza",
    "### 1. ما هو الشاي؟\n\n- أ: ماء\n- ب: مشروب\n\n<details><summary><b>الاجابه</b></summary>\n<p>\n\n"
    "#### الاجابة الصحيحة: ب\n\nلأنه يشرب.\n</p></details>\n\n### 2. ما هو الابريق؟\n\n- أ: وعاء\n- ب: ماء\n\n"
    "<details><summary><b>الاجابه</b></summary>\n<p>\n\n#### الاجابة الصحيحة: أ\n\nلأنه وعاء.\n</p></details>\n",
    "|ما هو الشاي؟|d|a|0|0|0\n|ما هو الابريق؟|d|a|0|0|0\n" },
  { "numbers-without-a-blank",
    "##### 1.什么是茶？\n\n叶子。\n\n##### 2. 什么是壶？\n\n容器。\n\n##### 3.请介绍一下杯子\n\n圆的。\n\n"
    "##### 4.Qual é o bule?\n\nAzul.\n",
    "|什么是茶？|-|a|0|0|0\n|什么是壶？|-|a|0|0|0\n|请介绍一下杯子|-|a|0|0|0\n|Qual é o bule?|-|a|0|0|0\n" },
  { "code-above-its-question",
    "## Tea\n\n* Why tea?\n* Which pot?\n* How hot?\n\n## Recipes\n\n```\nboil ()\n```\n"
    "Question: What comes of it?\n**Answer: tea**\nUnless it is cold.\n\n```\npour ()\n```\n"
    "Question: Where does it go?\n**Answer: `cup`**\n\n## Cups\n\n* How many cups?\n* Whose?\n",
    "Tea|Why tea?|-|-|0|0|0\nTea|Which pot?|-|-|0|0|0\nTea|How hot?|-|-|0|0|0\n"
    "Recipes|What comes of it?|d|a|0|0|0\nRecipes|Where does it go?|d|a|0|0|0\n"
    "Cups|How many cups?|-|-|0|0|0\nCups|Whose?|-|-|0|0|0\n" },
  { "many-beside-a-few-labelled",
    "## Arbata\n\n* Kodėl arbata?\n* Nupieškite puodelį\n* Kam arbata?\n* Arbatos rūšys namuose\n"
    "* Koks puodelis?\n* Kas verda?\n\n## Puodeliai\n\nQuestion: Koks vanduo?\n\nAnswer: Karštas.\n\n"
    "Question: Kiek vandens?\n\nAnswer: Daug.\n\n## Pabaiga\n\n* Kiek puodelių?\n* Kieno?\n",
    "Arbata|Kodėl arbata?|-|-|0|0|0\nArbata|Nupieškite puodelį|-|-|0|0|0\nArbata|Kam arbata?|-|-|0|0|0\n"
    "Arbata|Arbatos rūšys namuose|-|-|0|0|0\nArbata|Koks puodelis?|-|-|0|0|0\n"
    "Arbata|Kas verda?|-|-|0|0|0\nPuodeliai|Koks vanduo?|-|a|0|0|0\nPuodeliai|Kiek vandens?|-|a|0|0|0\n"
    "Pabaiga|Kiek puodelių?|-|-|0|0|0\nPabaiga|Kieno?|-|-|0|0|0\n" },
  { "numbered-lines-run-together",
    "# 茶馆面试\n\n一、茶\n1、请介绍一下茶\n2、什么茶最热？\n3、你喝什么茶？\n\n二、杯\n1、杯子是谁的？\n答：我的。\n"
    "2、有几个杯子？\n答：两个，\n2个都是圆的。\n",
    "茶|请介绍一下茶|-|-|0|0|0\n茶|什么茶最热？|-|-|0|0|0\n茶|你喝什么茶？|-|-|0|0|0\n"
    "杯|杯子是谁的？|-|a|0|0|0\n杯|有几个杯子？|-|a|0|0|0\n" },
  { "paragraphs-that-ask-among-others",
    "## Tea\n\n### Pots\n\nWhy is tea hot?\n\n- The water boils\n- The pot is warm\n\n"
    "Which pot keeps it hot?\n\nClay does\n\nIron too, but it is heavy. Clay is what people have.\n\n"
    "True or False? Tea is a plant\n\nTrue\n\nExplain what a lid is for\n\nIt keeps the steam.\n\n"
    "## Cups\n\nHow many cups are there?\n\n- two\n\nNever more\n\nWhat holds them? Name one\n\n"
    "A tray\n\n- Wood\n- Tin\n\nWhose cup is blue?\n\nMine, since it was given to me\n",
    "Pots|Why is tea hot?|-|a|0|0|0\nPots|Which pot keeps it hot?|-|a|0|0|0\n"
    "Pots|True or False? Tea is a plant|-|a|0|0|0\nPots|Explain what a lid is for|-|a|0|0|0\n"
    "Cups|How many cups are there?|-|a|0|0|0\nCups|What holds them? Name one|-|a|0|0|0\n"
    "Cups|Whose cup is blue?|-|a|0|0|0\n" },
  { "paragraphs-of-which-most-ask",
    "## Tea\n\nTalk about tea you made.\n\nWhy is tea hot?\n\nWhich pot keeps it hot?\n\n"
    "Whose lid is it?\n\nYour guest wants coffee.\n\nHow many cups are there?\n\nWhere do they stand?\n",
    "Tea|Talk about tea you made.|-|-|0|0|0\nTea|Why is tea hot?|-|-|0|0|0\n"
    "Tea|Which pot keeps it hot?|-|-|0|0|0\nTea|Whose lid is it?|-|-|0|0|0\n"
    "Tea|Your guest wants coffee.|-|-|0|0|0\nTea|How many cups are there?|-|-|0|0|0\n"
    "Tea|Where do they stand?|-|-|0|0|0\n" },
  { "numbers-behind-levels",
    "## 茶\n\n<details>\n<summary>【简单】1. 茶是什么？</summary>\n\n叶子。\n</details>\n\n"
    "<details>\n<summary>【中等】2、哪个壶？</summary>\n\n蓝的。\n</details>\n\n"
    "<details>\n<summary>【困难】2.7 升的壶是谁的？</summary>\n\n我的。\n</details>\n",
    "茶|茶是什么？|-|a|0|0|0\n茶|哪个壶？|-|a|0|0|0\n茶|2.7 升的壶是谁的？|-|a|0|0|0\n" },
  { "days-of-a-calendar",
    "# Tea\n\n## Day385: Why is tea hot?\n\nIt boils.\n\n## Day386: Explain what a lid is for\n\nSteam.\n\n"
    "## Tag 3 – Wessen Tasse?\n\nMeine.\n\n## Day 388: Which pot?\n\nBlue.\n",
    "Tea|Why is tea hot?|-|a|0|0|0\nTea|Explain what a lid is for|-|a|0|0|0\n"
    "Tea|Wessen Tasse?|-|a|0|0|0\nTea|Which pot?|-|a|0|0|0\n" },
  { "arabic-short-marks",
    "## الشاي\n\n**س1: ما هو الشاي؟**\n\nنبات.\n\n**س2: اشرح الإبريق.**\n\nوعاء.\n\n**س3: كم كوبا؟**\n\nاثنان.\n",
    "الشاي|ما هو الشاي؟|-|a|0|0|0\nالشاي|اشرح الإبريق.|-|a|0|0|0\nالشاي|كم كوبا؟|-|a|0|0|0\n" },
  { "bullets-below-lettered-parts",
    "Teehaus\n=======\n\nA) Kannen (10 Min.)\n   * Wie warm ist der Tee?\n   * Was hält ihn warm?\n\n"
    "B) Tassen (5 Min.)\n   * Wessen Tasse ist blau?\n   * Wie viele gibt es?\n",
    "Kannen (10 Min.)|Wie warm ist der Tee?|-|-|0|0|0\nKannen (10 Min.)|Was hält ihn warm?|-|-|0|0|0\n"
    "Tassen (5 Min.)|Wessen Tasse ist blau?|-|-|0|0|0\nTassen (5 Min.)|Wie viele gibt es?|-|-|0|0|0\n" },
  { "counted-titles-above-questions",
    "# Tee\n\n## Frage 1\nDer Gast will Kaffee. Was tun Sie?\n\n*Erwartet:* fragt nach\n\n"
    "*Kritisch:* gibt ihm Tee\n\n## Frage 2\nWas bedeutet Tee für Sie?\n\n*Erwartet:* viel\n\n"
    "## Frage 3\nWie warm ist er?\n\n*Erwartet:* sehr\n",
    "Tee|Der Gast will Kaffee. Was tun Sie?|-|-|0|1|1\nTee|Was bedeutet Tee für Sie?|-|-|0|1|0\n"
    "Tee|Wie warm ist er?|-|-|0|1|0\n" },
  { "advice-in-japanese",
    "# お茶\n\n## 準備\n\n- 何を淹れるか確認しましょう\n- どの茶碗がよいか調べましょう\n\n## 質問\n\n"
    "### なぜお茶を選びましたか\n\n**回答例**: 好きだからです。\n\n### お茶とは何ですか\n\n**回答例**: 葉です。\n\n"
    "### 急須について説明してください\n\n**回答例**: 器です。\n\n## コツ\n\n- どの茶碗を使うか悩む人が多いです\n"
    "- なぜ熱いのか、を伝えましょう\n- いつ飲んでもよいですか、と聞く人が多いです\n",
    "質問|なぜお茶を選びましたか|-|a|0|0|0\n質問|お茶とは何ですか|-|a|0|0|0\n"
    "質問|急須について説明してください|-|a|0|0|0\n" },
  { "title-that-asks-alone",
    "# [Why does tea cool?](https://tea.example)\n\nIt was hot.\n\nThen it was not.\n\n## Answers\n\n"
    "The air is cold.\n\nSo is the cup.\n\nPut a lid on it.\n",
    "|Why does tea cool?|d|a|0|0|0\n" },
  { "title-that-tells",
    "# How tea cools\n\nIt was hot.\n\nThen it was not.\n\n## Reasons\n\nThe air is cold.\n\nSo is the cup.\n\n"
    "Put a lid on it.\n", "" },
  { "bullets-in-one-line",
    "Tea\n\n• Why tea? • Which • the green one? • How hot?\n\nCups\n\n• Whose cup? • How many?\n",
    "Tea|Why tea?|-|-|0|0|0\nTea|Which|-|-|0|0|0\nTea|the green one?|-|-|0|0|0\n"
    "Tea|How hot?|-|-|0|0|0\nCups|Whose cup?|-|-|0|0|0\nCups|How many?|-|-|0|0|0\n" },
  { "bullets-in-one-line-of-markdown",
    "## 茶\n\n・なぜお茶ですか？ ・どのお茶ですか？\n\n## 杯\n\n・誰の杯ですか？ ・いくつありますか？\n",
    "茶|なぜお茶ですか？|-|-|0|0|0\n茶|どのお茶ですか？|-|-|0|0|0\n杯|誰の杯ですか？|-|-|0|0|0\n"
    "杯|いくつありますか？|-|-|0|0|0\n" },
  { "bold-questions-and-dashes",
    "## Té\n\n1. **Cuéntame sobre el té** - Buscan calor\n2. **¿Por qué té?** - Porque sí\n"
    "3. **¿Qué tetera?** - La azul\n4. **¿De quién es la taza?** - Mía\n",
    "Té|Cuéntame sobre el té|-|a|0|0|0\nTé|¿Por qué té?|-|a|0|0|0\nTé|¿Qué tetera?|-|a|0|0|0\n"
    "Té|¿De quién es la taza?|-|a|0|0|0\n" },
  { "options-in-other-alphabets",
    "1. Что горячее?\nа) Чай\nб) Лёд\n2. ما هو البارد؟\nأ- الشاي\nب- الثلج\n3. 丸いのはどれですか？\nア．茶碗\nイ．箱\n"
    "4. 뜨거운 것은 무엇인가요?\n가. 차\n나. 얼음\n",
    "|Что горячее?|d|-|0|0|0\n|ما هو البارد؟|d|-|0|0|0\n|丸いのはどれですか？|d|-|0|0|0\n"
    "|뜨거운 것은 무엇인가요?|d|-|0|0|0\n" },
  { "options-without-answers",
    "1. Which is hot?\n   a) Tea\n   b) Ice\n2. Which is cold?\n   a) Tea\n   b) Ice\n"
    "3. Which is round?\n   a) Cup\n   b) Box\n",
    "|Which is hot?|d|-|0|0|0\n|Which is cold?|d|-|0|0|0\n|Which is round?|d|-|0|0|0\n" },
};

/* Answers below all questions, by number; told is the answer to each. */
static void
test_answer_key (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(IkPack) pack = ik_outcome_read (row->document);
  g_autoptr(GString) answers = g_string_new (NULL);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint n = 0; n < section->questions->len; n++)
        {
          const IkQuestion *question = section->questions->pdata[n];

          g_string_append_printf (answers, "%s %s\n", question->candidate.prompt,
                                  question->interviewer.reference_answer);
        }
    }

  g_assert_cmpstr (answers->str, ==, row->outcome);
}

static const Case keys[] = {
  { "headings",
    "# Tea\n\n## Questions\n\n1. Why tea?\n2. Which pot?\n3. Whose cup?\n\n## Answers\n\n"
    "1. It is warm.\n2. One of two:\n   - blue\n   - red\n3. Mine.\n",
    "Why tea? It is warm.\nWhich pot? One of two:\n\n- blue\n- red\nWhose cup? Mine.\n" },
  { "sections-and-a-gap",
    "Вопросы\n\nЧай\n1. Почему чай?\n2. Какой чайник?\nЧашки\n3. Чья чашка?\n4. Сколько чашек?\n\nОтветы\n\n"
    "1. Он тёплый.\n2. Синий,\nне красный.\n4. Две.\n",
    "Почему чай? Он тёплый.\nКакой чайник? Синий,\nне красный.\nЧья чашка? \nСколько чашек? Две.\n" },
  { "letters-and-numbers",
    "QUESTIONS\n\nQ1. Why tea?\nQ2. Which pot?\nQ3. Whose cup?\n\nANSWERS\n\nA1. Warm.\nA2. Blue.\nA3. Mine.\n",
    "Why tea? Warm.\nWhich pot? Blue.\nWhose cup? Mine.\n" },
  { "options",
    "1. 哪个是热的？\n   a) 茶\n   b) 冰\n2. 哪个是冷的？\n   a) 茶\n   b) 冰\n\n### 答案\n\n1. a\n2. b\n",
    "哪个是热的？ a\n哪个是冷的？ b\n" },
  { "letters-in-a-line",
    "1. Which is hot?\n   a) Tea\n   b) Ice\n2. Which is cold?\n   a) Tea\n   b) Ice\n3. Which are round?\n"
    "   a) Cup\n   b) Pot\n\nAnswers: 1-a, 2-b, 3-ab\n",
    "Which is hot? a\nWhich is cold? b\nWhich are round? ab\n" },
  { "line-below-its-title",
    "## Quiz\n\n1. Which is hot?\n   - A: Tea\n   - B: Ice\n2. Which is cold?\n   - A: Tea\n   - B: Ice\n\n"
    "## Answer key\n\n1) A; 2) B\n",
    "Which is hot? A\nWhich is cold? B\n" },
  { "line-in-chinese",
    "1. 哪个是热的？\nA. 茶\nB. 冰\n2. 哪个是冷的？\nA. 茶\nB. 冰\n3. 哪个是圆的？\nA. 杯\nB. 盒\n\n答案：1.A 2.B 3.A\n",
    "哪个是热的？ A\n哪个是冷的？ B\n哪个是圆的？ A\n" },
  { "range-of-letters",
    "1. 哪个是热的？\nA. 茶\nB. 冰\n2. 哪个是冷的？\nA. 茶\nB. 冰\n3. 哪个是圆的？\nA. 杯\nB. 盒\n\n参考答案：1-3 ABA\n",
    "哪个是热的？ A\n哪个是冷的？ B\n哪个是圆的？ A\n" },
  { "line-in-russian",
    "1. Что горячее?\nа) Чай\nб) Лёд\n2. Что холодное?\nа) Чай\nб) Лёд\n\nОтветы: 1) а, 2) б\n",
    "Что горячее? а\nЧто холодное? б\n" },
  { "line-in-arabic",
    "1. ما هو الساخن؟\nأ) الشاي\nب) الثلج\n2. ما هو البارد؟\nأ) الشاي\nب) الثلج\n\nالإجابات: 1-أ، 2-ب\n",
    "ما هو الساخن؟ أ\nما هو البارد؟ ب\n" },
  { "numbers-in-an-answer",
    "1. How many pots?\n2. How many cups?\n\nAnswer: 1 pot, 2 cups\n",
    "How many pots? \nHow many cups? 1 pot, 2 cups\n" },
  { "parts-of-one-answer",
    "1. Why tea?\n2. Whose cup?\n\nAnswer\n\n1. Mine.\n2. Yours.\n3. Ours.\n",
    "Why tea? \nWhose cup? 1. Mine.\n2. Yours.\n3. Ours.\n" },
};

/* "A." is an answer below "Q.", and an option above "B.". */
static void
test_answer_letter (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read ("Q. Why tea?\nA. Warm.\n\nQ. Which is hot?\nA. Tea\nB. Ice\n\n"
                                            "Q. Whose cup?\nA. Mine.\n");
  const IkSection *section = pack->sections->pdata[0];
  const IkQuestion *first = section->questions->pdata[0];
  const IkQuestion *second = section->questions->pdata[1];

  g_assert_cmpstr (first->interviewer.reference_answer, ==, "Warm.");
  g_assert_cmpstr (second->interviewer.reference_answer, ==, "a) Tea\nb) Ice");
}

/* A field ends where the next part of the answer begins. */
static void
test_subheading (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read ("## Why tea?\n\nWarm.\n\n**Why it matters**\n\nCold hands.\n\n"
                                            "### Green\n\nFrom China.\n\n## Which pot?\n\nBlue.\n\n"
                                            "## Whose cup?\n\nMine.\n");
  const IkSection *section = pack->sections->pdata[0];
  const IkQuestion *question = section->questions->pdata[0];

  g_assert_cmpstr (question->interviewer.why_it_matters, ==, "Cold hands.");
  g_assert_cmpstr (question->interviewer.reference_answer, ==,
                   "Warm.\n\n#### Green\n\nFrom China.");
}

/* Bold text that begins with a label ends with its line. */
static void
test_bold_line (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read ("Question: Why tea?\n**Answer: warm**\nMostly so.\n\n"
                                            "Question: Which pot?\n**Answer: blue**\n");
  const IkSection *section = pack->sections->pdata[0];
  const IkQuestion *question = section->questions->pdata[0];

  g_assert_cmpstr (question->interviewer.reference_answer, ==, "warm\nMostly so.");
}

static void
test_shape (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *outcome = ik_outcome_of (row->document);

  g_assert_cmpstr (outcome, ==, row->outcome);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/shapes/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_shape);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/shapes/answer-key/", keys[i].name, NULL);

      g_test_add_data_func (path, &keys[i], test_answer_key);
    }
  g_test_add_func ("/importer/shapes/subheading", test_subheading);
  g_test_add_func ("/importer/shapes/answer-letter", test_answer_letter);
  g_test_add_func ("/importer/shapes/bold-line", test_bold_line);

  return g_test_run ();
}
