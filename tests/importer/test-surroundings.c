#include "ik-outcome.h"

#include <string.h>

/* Look-alikes of lists with something around their questions that is none, as
 * ik_outcome_of() tells them. */
typedef struct
{
  const char *name;
  const char *document;
  const char *outcome;
} Case;

static const Case cases[] = {
  { "advert",
    "## Why tea?\n\nWarm.\n\n## Which pot?\n\nBlue.\n\n## Whose cup?\n\nMine.\n\n## Want to practise more?\n\n"
    "Buy our kettle.\n",
    "|Why tea?|-|a|0|0|0\n|Which pot?|-|a|0|0|0\n|Whose cup?|-|a|0|0|0\n" },
  { "advert-in-the-middle",
    "## 为什么喝茶？\n\n热。\n\n## 想了解更多茶吗？\n\n买我们的壶。\n\n## 哪个壶？\n\n蓝的。\n\n## 谁的杯子？\n\n我的。\n",
    "|为什么喝茶？|-|a|0|0|0\n|哪个壶？|-|a|0|0|0\n|谁的杯子？|-|a|0|0|0\n" },
  { "no-advert",
    "## Want to leave your tea house?\n\nTells why.\n\n## Ready to travel?\n\nYes.\n\n## Need sugar?\n\nNo.\n",
    "|Want to leave your tea house?|-|a|0|0|0\n|Ready to travel?|-|a|0|0|0\n|Need sugar?|-|a|0|0|0\n" },
  { "table-that-asks-in-an-answer",
    "## Wie wählt man eine Kanne?\n\nMit Fragen:\n\n| Frage | Warum |\n|---|---|\n| Ist sie dicht? | Tropfen |\n"
    "| Ist sie warm? | Hände |\n| Ist sie blau? | Auge |\n\n## Was ist eine Tasse?\n\nRund.\n\n"
    "## Warum Tee?\n\nWarm.\n",
    "|Wie wählt man eine Kanne?|-|a|0|0|0\n|Was ist eine Tasse?|-|a|0|0|0\n|Warum Tee?|-|a|0|0|0\n" },
  { "table-below-a-section",
    "## Kannen\n\n| Frage | Warum |\n|---|---|\n| Ist sie dicht? | Tropfen |\n| Ist sie warm? | Hände |\n",
    "Kannen|Ist sie dicht?|-|-|0|0|0\nKannen|Ist sie warm?|-|-|0|0|0\n" },
  { "count-above-its-question",
    "## Tea\n\n### Q1 · t1 · easy\n\n**Decision:** yes · no\n\n**Question:** Why tea?\n\n**Key points:**\n- warm\n\n"
    "### Q2 · t2 · easy\n\n**Decision:** yes · no\n\n**Question:** Which pot?\n\n**Key points:**\n- blue\n\n"
    "### Q3 · t3 · hard\n\n**Decision:** yes · no\n\n**Question:** Whose cup?\n\n**Key points:**\n- mine\n",
    "Tea|Why tea?|-|a|0|0|0\nTea|Which pot?|-|a|0|0|0\nTea|Whose cup?|-|a|0|0|0\n" },
  { "count-before-its-question",
    "## Q1 – Why tea?\n\nWarm.\n\n## Q2 – Which pot?\n\nBlue.\n\n## Question 3 - Whose cup?\n\nMine.\n\n"
    "## Q4 · How hot?\n\nVery.\n",
    "|Why tea?|-|a|0|0|0\n|Which pot?|-|a|0|0|0\n|Whose cup?|-|a|0|0|0\n|How hot?|-|a|0|0|0\n" },
};

static void
test_surroundings (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *outcome = ik_outcome_of (row->document);

  g_assert_cmpstr (outcome, ==, row->outcome);
}

/* What a document says of itself in its first lines. */
static void
test_first_lines (void)
{
  const struct
  {
    const char *document;
    const char *title;
    const char *author;
    const char *language;
    guint       n_questions;
  } rows[] = {
    { "**Title**: Tea house\n**Author:** Ann\n\n1. Why tea?\n2. Which pot?\n3. Whose cup?\n",
      "Tea house", "Ann", "", 3 },
    { "- **Titel:** Teehaus\n- **Sprache:** de\n\n## Warum Tee?\n\nWarm.\n\n## Welche Kanne?\n\nBlau.\n\n"
      "## Wessen Tasse?\n\nMeine.\n", "Teehaus", "", "de", 3 },
    { "标题：茶馆\n作者：安\n语言：普通话与其他方言\n\n## 为什么喝茶？\n\n热。\n\n## 哪个壶？\n\n蓝的。\n\n## 谁的？\n\n我的。\n",
      "茶馆", "安", "", 3 },
    { "Title: Why tea?\nAnswer: Warm.\n\nTitle: Which pot?\nAnswer: Blue.\n\n"
      "Title: Whose cup?\nAnswer: Mine.\n", "tea", "", "", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (rows[i].document, strlen (rows[i].document));
      g_autoptr(GError) error = NULL;
      g_autoptr(IkPack) pack = ik_importer_read (bytes, "tea.md", IK_DOCUMENT_KIND_MARKDOWN,
                                                 NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (pack->title, ==, rows[i].title);
      g_assert_cmpstr (pack->author, ==, rows[i].author);
      g_assert_cmpstr (pack->language, ==, rows[i].language);
      g_assert_cmpuint (ik_pack_count_questions (pack), ==, rows[i].n_questions);
    }
}

/* The tags around a question are its own even if its answer is still to come. */
static void
test_tags (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read ("## Tea\n\n<details>\n<summary>Why tea?</summary>\n\nTODO\n\n</details>\n\n"
                                            "<details>\n<summary>Which pot?</summary>\n\nBlue.\n\n</details>\n\n"
                                            "<details>\n<summary>Whose cup?</summary>\n\nTODO\n\n</details>\n");

  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 3);
  g_assert_cmpuint (pack->left_over->len, ==, 2);
  for (guint i = 0; i < pack->left_over->len; i++)
    {
      const IkLeftOver *left_over = pack->left_over->pdata[i];

      g_assert_cmpstr (left_over->text, ==, "TODO");
    }
}

/* A tag that opens something else is none of the first question. */
static void
test_other_tags (void)
{
  g_autoptr(IkPack) pack = ik_outcome_read ("# Tea\n\n<details>\n\n- [Why tea?](#1)\n- [Which pot?](#2)\n\n</details>\n\n"
                                            "## Why tea?\n\nWarm.\n\n## Which pot?\n\nBlue.\n\n"
                                            "## Whose cup?\n\nMine.\n");
  const IkLeftOver *left_over = pack->left_over->pdata[0];

  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 3);
  g_assert_cmpuint (left_over->first, ==, 3);
  g_assert_cmpuint (left_over->last, ==, 3);
}

/* What no field can hold is left over, and told of. */
static void
test_not_held (void)
{
  static const char *const rows[][2] = {
    { "[chapter two](./ch2.md)", "a source without an address in the web" },
    { "hard", "one more level, where a question has one" },
    { "as long as it takes", "tells no number of minutes" },
    { "My aunt", "a source without an address in the web" },
  };
  g_autoptr(IkPack) pack = ik_outcome_read (
    "## Tea\n\n### Why tea?\n\nWarm.\n\nSource: [chapter two](./ch2.md)\n\n### Which pot?\n\nBlue.\n\n"
    "Difficulty: easy\n\nDifficulty: hard\n\nTime: as long as it takes\n\n### Whose cup?\n\nMine.\n\n"
    "Source: My aunt\n\n### How hot?\n\nVery.\n\nSource: [tea](https://tea.example)\n");
  const IkSection *section = pack->sections->pdata[0];
  const IkQuestion *last = section->questions->pdata[3];

  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 4);
  g_assert_cmpstr (last->interviewer.references->pdata[0], ==, "https://tea.example");
  g_assert_cmpuint (pack->left_over->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const IkLeftOver *left_over = pack->left_over->pdata[i];

      g_assert_cmpstr (left_over->text, ==, rows[i][0]);
      g_assert_cmpstr (left_over->reason, ==, rows[i][1]);
    }
}

static void
test_hours (void)
{
  static const guint minutes[] = { 180, 45, 60, 120, 15 };
  g_autoptr(IkPack) pack = ik_outcome_read (
    "## Tea\n\n### Why tea?\n\nTime: 3 hours\n\n### Which pot?\n\nTime: 45\n\n### Whose cup?\n\n"
    "Time: 1h\n\n### How hot?\n\nTime: 2 小时\n\n### What lid?\n\nTime: 15 min\n");
  const IkSection *section = pack->sections->pdata[0];

  g_assert_cmpuint (section->questions->len, ==, G_N_ELEMENTS (minutes));
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    g_assert_cmpuint (((IkQuestion *) section->questions->pdata[i])->minutes, ==, minutes[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/surroundings/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_surroundings);
    }
  g_test_add_func ("/importer/surroundings/first-lines", test_first_lines);
  g_test_add_func ("/importer/surroundings/tags", test_tags);
  g_test_add_func ("/importer/surroundings/other-tags", test_other_tags);
  g_test_add_func ("/importer/surroundings/hours", test_hours);
  g_test_add_func ("/importer/surroundings/not-held", test_not_held);

  return g_test_run ();
}
