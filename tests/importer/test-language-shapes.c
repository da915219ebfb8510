#include "ik-outcome.h"

/* Each shape is read in each language: "{q1}" and the like stand for its words. */
#define N_WORDS 20

static const char *const names[N_WORDS] = {
  "{t}", "{s1}", "{s2}", "{part1}", "{part2}", "{q1}", "{q2}", "{q3}", "{a1}", "{a2}", "{a3}",
  "{question}", "{answer}", "{look}", "{flag}", "{follow}", "{f}", "{todo}", "{easy}", "{hard}",
};

typedef struct
{
  const char *tag;
  const char *words[N_WORDS];
} Language;

static const Language languages[] = {
  { "zh",
    { "茶馆面试题", "茶叶", "茶壶", "第一部分", "第二部分", "为什么喝茶？", "请介绍一下茶壶", "杯子是谁的？", "因为热", "它是蓝色的",
      "是我的", "问题", "答案", "考察点", "危险信号", "追问", "那么咖啡呢？", "待补充", "简单", "困难" } },
  { "ja",
    { "喫茶店の面接質問", "お茶", "急須", "第1章", "第2章", "なぜお茶を飲みますか？", "急須について説明してください", "茶碗は誰のものですか？",
      "温かいから", "青いものです", "私のものです", "質問", "回答例", "評価ポイント", "危険信号", "深掘り", "コーヒーはどうですか？", "準備中",
      "初級", "上級" } },
  { "ar",
    { "أسئلة مقابلة المقهى", "الشاي", "الإبريق", "الجزء 1", "الجزء 2", "لماذا تشرب الشاي؟", "اشرح شكل الإبريق",
      "لمن هذا الكوب؟", "لأنه دافئ", "لونه أزرق", "إنه لي", "السؤال", "الإجابة", "ما نبحث عنه", "علامات تحذير",
      "سؤال متابعة", "وماذا عن القهوة؟", "قريبا", "سهل", "صعب" } },
  { "ru",
    { "Вопросы для чайной", "Чай", "Чайник", "Часть 1", "Часть 2", "Почему вы пьёте чай?",
      "Опишите ваш чайник", "Чья это чашка?", "Потому что тепло", "Он синий", "Она моя", "Вопрос", "Ответ",
      "На что обратить внимание", "Тревожные сигналы", "Дополнительный вопрос", "А как же кофе?",
      "Ответ будет позже", "лёгкий", "сложный" } },
  { "es",
    { "Preguntas de la casa de té", "Té", "Tetera", "Parte 1", "Parte 2", "¿Por qué tomas té?",
      "Describe tu tetera", "¿De quién es la taza?", "Porque calienta", "Es azul", "Es mía", "Pregunta",
      "Respuesta", "Qué buscar", "Señales de alerta", "Pregunta de seguimiento", "¿Y el café?", "Pendiente",
      "fácil", "difícil" } },
  { "de",
    { "Fragen im Teehaus", "Tee", "Kanne", "Teil 1", "Teil 2", "Warum trinken Sie Tee?",
      "Beschreiben Sie Ihre Kanne", "Wessen Tasse ist das?", "Weil er wärmt", "Sie ist blau", "Es ist meine",
      "Frage", "Antwort", "Worauf achten", "Warnsignale", "Nachfrage", "Und der Kaffee?", "Antwort folgt",
      "leicht", "schwer" } },
};

/* What comes of a document, as ik_outcome_of() tells it. */
typedef struct
{
  const char *name;
  const char *document;
  const char *outcome;
} Shape;

#define THREE(section) \
  section "|{q1}|-|a|0|0|0\n" section "|{q2}|-|a|0|0|0\n" section "|{q3}|-|a|0|0|0\n"

static const Shape shapes[] = {
  { "level-of-two-meanings",
    "# {t}\n\n## {part1}: {s1}\n\n## {q1}\n\n{a1}\n\n## {q2}\n\n{a2}\n\n## {part2}: {s2}\n\n## {q3}\n\n{a3}\n",
    "{s1}|{q1}|-|a|0|0|0\n{s1}|{q2}|-|a|0|0|0\n{s2}|{q3}|-|a|0|0|0\n" },
  { "headings-with-short-answers",
    "# {t}\n\n### {q1}\n\n{a1}\n\n### {q2}\n\n{a2}\n\n### {q3}\n\n{a3}\n",
    THREE ("{t}") },
  { "summary-asks",
    "# {t}\n\n## {s1}\n\n<details>\n<summary>{q1}</summary>\n\n{a1}\n\n</details>\n\n<details>\n"
    "<summary>{q2}</summary>\n\n{a2}\n\n</details>\n\n## {s2}\n\n<details>\n<summary>{q3}</summary>\n\n{a3}\n\n"
    "</details>\n",
    "{s1}|{q1}|-|a|0|0|0\n{s1}|{q2}|-|a|0|0|0\n{s2}|{q3}|-|a|0|0|0\n" },
  { "summary-names-the-answer",
    "# {t}\n\n### 1. {q1}\n\n<details>\n<summary>{answer}</summary>\n\n{a1}\n\n</details>\n\n### 2. {q2}\n\n"
    "<details>\n<summary>{answer}</summary>\n\n{a2}\n\n</details>\n\n### 3. {q3}\n\n<details>\n"
    "<summary>{answer}</summary>\n\n{a3}\n\n</details>\n",
    THREE ("{t}") },
  { "summary-in-an-answer",
    "# {t}\n\n### {q1}\n\n{a1}\n\n### {q2}\n\n{a2}\n\n<details>\n<summary>{s1}</summary>\n\n{a1}\n\n</details>\n\n"
    "### {q3}\n\n{a3}\n",
    THREE ("{t}") },
  { "letters",
    "# {t}\n\n**1. {q1}**\n\nA. {s1}\nB. {s2}\n\n**{answer}:** A\n\n**2. {q2}**\n\nA. {s1}\nB. {s2}\n\n**{answer}:** B\n\n"
    "**3. {q3}**\n\nA. {s1}\nB. {s2}\n\n**{answer}:** A\n",
    "{t}|{q1}|d|a|0|0|0\n{t}|{q2}|d|a|0|0|0\n{t}|{q3}|d|a|0|0|0\n" },
  { "boxes",
    "# {t}\n\n#### 1. {q1}\n\n- [x] {s1}\n- [ ] {s2}\n\n#### 2. {q2}\n\n- [ ] {s1}\n- [x] {s2}\n\n#### 3. {q3}\n\n"
    "- [x] {s1}\n- [ ] {s2}\n",
    "{t}|{q1}|d|a|0|0|0\n{t}|{q2}|d|a|0|0|0\n{t}|{q3}|d|a|0|0|0\n" },
  { "nested-bullets",
    "# {t}\n\n## {s1}\n\n- {q1}\n  - {f}\n- {q2}\n\n## {s2}\n\n- {q3}\n",
    "{s1}|{q1}|-|-|1|0|0\n{s1}|{q2}|-|-|0|0|0\n{s2}|{q3}|-|-|0|0|0\n" },
  { "labels",
    "# {t}\n\n**1. {q1}**\n\n**{answer}:** {a1}\n\n**{look}:**\n- {a2}\n- {a3}\n\n**{flag}**:\n- {a3}\n\n"
    "**{follow}:** {f}\n\n**2. {q2}**\n\n**{answer}**: {a2}\n\n**3. {q3}**\n\n**{answer}:** {a3}\n\n**{look}**\n- {a1}\n",
    "{t}|{q1}|-|a|1|2|1\n{t}|{q2}|-|a|0|0|0\n{t}|{q3}|-|a|0|1|0\n" },
  { "labels-in-lines",
    "{t}\n\n1. {q1}\n{answer}: {a1}\n{look}: {a2}\n{flag}: {a3}\n{follow}: {f}\n\n2. {q2}\n{answer}: {a2}\n\n3. {q3}\n"
    "{answer}: {a3}\n",
    "{t}|{q1}|-|a|1|1|1\n{t}|{q2}|-|a|0|0|0\n{t}|{q3}|-|a|0|0|0\n" },
  { "placeholder",
    "# {t}\n\n## {q1}\n\n{a1}\n\n## {q2}\n\n{todo}\n\n## {q3}\n\n{a3}\n",
    "{t}|{q1}|-|a|0|0|0\n{t}|{q2}|-|-|0|0|0\n{t}|{q3}|-|a|0|0|0\n" },
  { "marks",
    "# {t}\n\n### [{easy}] {q1}\n\n{a1}\n\n### {q2} ({hard}) ⭐⭐\n\n{a2}\n\n### 【{easy}】{q3}\n\n{a3}\n",
    THREE ("{t}") },
  { "stars",
    "# {t}\n\n### {q1} ⭐⭐\n\n{a1}\n\n### {q2} ★★☆\n\n{a2}\n\n### {q3}\n\n{a3}\n",
    THREE ("{t}") },
  { "fence-without-end",
    "# {t}\n\n## 1. {q1}\n\n{a1}\n\n```js\nx = 1\n\n## 2. {q2}\n\n{a2}\n\n## 3. {q3}\n\n```js\ny = 2\n```\n\n{a3}\n",
    THREE ("{t}") },
  { "contents",
    "# {t}\n\n1. [{q1}](#1)\n2. [{q2}](#2)\n3. [{q3}](#3)\n\n### {q1}\n\n{a1}\n\n### {q2}\n\n{a2}\n\n### {q3}\n\n{a3}\n",
    THREE ("{t}") },
  { "table",
    "# {t}\n\n| # | {question} | {answer} |\n|---|---|---|\n| 1 | {q1} | {a1} |\n| 2 | {q2} | {a2} |\n"
    "| 3 | {q3} | {a3} |\n",
    THREE ("{t}") },
  { "table-with-short-dashes",
    "# {t}\n\n{question} | {answer}\n--|:-:\n{q1} | {a1}\n{q2} | {a2}\n{q3} | {a3}\n",
    THREE ("{t}") },
};

static char *
fill (const char     *text,
      const Language *language)
{
  GString *filled = g_string_new (text);

  for (guint i = 0; i < N_WORDS; i++)
    g_string_replace (filled, names[i], language->words[i], 0);

  return g_string_free (filled, FALSE);
}

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *document = fill (shape->document, &languages[i]);
      g_autofree char *expected = fill (shape->outcome, &languages[i]);
      g_autofree char *outcome = ik_outcome_of (document);

      g_test_message ("%s", languages[i].tag);
      g_assert_cmpstr (outcome, ==, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/language-shapes/", shapes[i].name, NULL);

      g_test_add_data_func (path, &shapes[i], test_shape);
    }

  return g_test_run ();
}
