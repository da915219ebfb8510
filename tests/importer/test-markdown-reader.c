#include <string.h>

#include "ik-markdown-reader.h"

static const IkBlock *
get (const IkBlockList *list,
     guint              i)
{
  g_assert_cmpuint (i, <, list->blocks->len);

  return list->blocks->pdata[i];
}

static void
assert_block (const IkBlock *block,
              IkBlockKind    kind,
              guint          first,
              guint          last,
              const char    *text,
              const char    *source)
{
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpuint (block->first, ==, first);
  g_assert_cmpuint (block->last, ==, last);
  g_assert_cmpstr (block->text, ==, text);
  g_assert_cmpstr (block->source, ==, source);
}

static void
test_blocks (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "# Title #\n"
    "\n"
    "Some *text*\n"
    "over two lines.\n"
    "\n"
    "Under\n"
    "-----\n"
    "\n"
    "1. **First**\n"
    "   - [x] inner\n"
    "\n"
    "```c\n"
    "# no heading?\n"
    "```\n"
    "---\n"
    "> quoted\n");

  g_assert_cmpuint (list->blocks->len, ==, 8);
  assert_block (get (list, 0), IK_BLOCK_HEADING, 1, 1, "Title", "Title");
  assert_block (get (list, 1), IK_BLOCK_PARAGRAPH, 3, 4, "Some text over two lines.",
                "Some *text*\nover two lines.");
  assert_block (get (list, 2), IK_BLOCK_HEADING, 6, 7, "Under", "Under");
  g_assert_cmpuint (get (list, 2)->level, ==, 2);
  assert_block (get (list, 3), IK_BLOCK_ITEM, 9, 9, "First", "**First**");
  g_assert_true (get (list, 3)->bold);
  g_assert_cmpint (get (list, 3)->marker.style, ==, IK_MARKER_NUMBER);
  assert_block (get (list, 4), IK_BLOCK_ITEM, 10, 10, "inner", "inner");
  g_assert_cmpuint (get (list, 4)->depth, ==, 1);
  g_assert_true (get (list, 4)->task && get (list, 4)->checked);
  assert_block (get (list, 5), IK_BLOCK_CODE, 12, 14, "# no heading?", "# no heading?");
  g_assert_cmpstr (ik_block_get_info (get (list, 5)), ==, "c");
  g_assert_cmpint (get (list, 6)->kind, ==, IK_BLOCK_RULE);
  g_assert_true (get (list, 7)->quoted);
}

static void
test_numbers (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "### 3. Why?\n\n**Q4:** How?\n\n**5. When?**\n\n3\\. Where?\n");

  assert_block (get (list, 0), IK_BLOCK_HEADING, 1, 1, "Why?", "Why?");
  g_assert_cmpuint (get (list, 0)->marker.number, ==, 3);
  assert_block (get (list, 1), IK_BLOCK_PARAGRAPH, 3, 3, "How?", "How?");
  g_assert_cmpint (get (list, 1)->marker.style, ==, IK_MARKER_QUESTION);
  assert_block (get (list, 2), IK_BLOCK_PARAGRAPH, 5, 5, "When?", "**When?**");
  assert_block (get (list, 3), IK_BLOCK_PARAGRAPH, 7, 7, "Where?", "Where?");
}

static void
test_html (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "<details>\n"
    "<summary>What does <code>x</code> do &amp; why?</summary><br><b>\n"
    "\n"
    "It maps `a<T>` to <kbd>b</kbd><br/>and List<T>.\n"
    "</b></details>\n");

  assert_block (get (list, 0), IK_BLOCK_MARKUP, 1, 1, "<details>", "<details>");
  assert_block (get (list, 1), IK_BLOCK_SUMMARY, 2, 2, "What does x do & why?",
                "What does `x` do &amp; why?");
  assert_block (get (list, 2), IK_BLOCK_PARAGRAPH, 4, 5, "It maps a<T> to b and List<T>.",
                "It maps `a<T>` to b and List<T>.");
}

static void
test_summary_of_several_blocks (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "<details>\n"
    "<summary>What does this do?\n"
    "\n"
    "```\n"
    "x\n"
    "```\n"
    "</summary>\n"
    "\n"
    "Nothing.\n"
    "</details>\n");

  g_assert_cmpint (get (list, 1)->kind, ==, IK_BLOCK_SUMMARY);
  g_assert_true (get (list, 2)->in_summary);
  g_assert_cmpint (get (list, 2)->kind, ==, IK_BLOCK_CODE);
  assert_block (get (list, 4), IK_BLOCK_PARAGRAPH, 9, 9, "Nothing.", "Nothing.");
  g_assert_false (get (list, 4)->in_summary);
}

static void
test_front_matter (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "---\ntitle: 'A list'\nauthor: Me\nother: x\n---\n* Why?\n");

  g_assert_cmpstr (list->title, ==, "A list");
  g_assert_cmpstr (list->author, ==, "Me");
  g_assert_cmpint (get (list, 0)->kind, ==, IK_BLOCK_METADATA);
  g_assert_cmpuint (get (list, 0)->last, ==, 5);
  assert_block (get (list, 1), IK_BLOCK_ITEM, 6, 6, "Why?", "Why?");
}

static void
test_table (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read ("| a | b |\n|---|---|\n| 1 | 2 |\n");

  g_assert_cmpuint (list->blocks->len, ==, 2);
  assert_block (get (list, 0), IK_BLOCK_TABLE_ROW, 1, 2, "a | b", "| a | b |\n|---|---|");
  assert_block (get (list, 1), IK_BLOCK_TABLE_ROW, 3, 3, "1 | 2", "| 1 | 2 |");
}

static void
test_quote_after_table (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "> | a | b |\n> |---|---|\n> | 1 | 2 |\n> \n> \n> \n");

  g_test_summary ("Empty lines of a quote belong to the table above, but not to its text");

  g_assert_cmpuint (list->blocks->len, ==, 2);
  assert_block (get (list, 1), IK_BLOCK_TABLE_ROW, 3, 6, "1 | 2", "| 1 | 2 |");
}

static void
test_tags_over_lines (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "one <b>two</b>\n<i>three\nfour</i> <span\nclass=x>five</span> six<br>\n<u>seven</u>\n");

  g_test_summary ("Tags are left out of each line, those as well that go over two of them");

  g_assert_cmpuint (list->blocks->len, ==, 1);
  assert_block (get (list, 0), IK_BLOCK_PARAGRAPH, 1, 5, "one two three four five six  seven",
                "one two\nthree\nfour \nfive six \nseven");
}

static void
test_nothing_is_lost (void)
{
  g_autoptr(IkBlockList) list = ik_markdown_reader_read (
    "<!-- comment -->\n[x]: http://a.b\n\n```\n\n* * *\n-\n");
  guint line = 0;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      g_assert_cmpuint (block->last, >=, block->first);
      line = MAX (line, block->last);
    }
  g_assert_cmpuint (line, ==, 7);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/markdown-reader/blocks", test_blocks);
  g_test_add_func ("/importer/markdown-reader/numbers", test_numbers);
  g_test_add_func ("/importer/markdown-reader/html", test_html);
  g_test_add_func ("/importer/markdown-reader/long-summary", test_summary_of_several_blocks);
  g_test_add_func ("/importer/markdown-reader/front-matter", test_front_matter);
  g_test_add_func ("/importer/markdown-reader/table", test_table);
  g_test_add_func ("/importer/markdown-reader/quote-after-table", test_quote_after_table);
  g_test_add_func ("/importer/markdown-reader/tags-over-lines", test_tags_over_lines);
  g_test_add_func ("/importer/markdown-reader/nothing-is-lost", test_nothing_is_lost);

  return g_test_run ();
}
