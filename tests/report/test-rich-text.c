#include "ik-rich-text.h"

#include <string.h>

static void
assert_span (const IkRichText *text,
             guint             index,
             IkRichSpanKind    kind,
             const char       *words)
{
  const IkRichSpan *span = &g_array_index (text->spans, IkRichSpan, index);
  g_autofree char *found = g_strndup (text->text + span->start, span->end - span->start);

  g_assert_cmpuint (index, <, text->spans->len);
  g_assert_cmpint (span->kind, ==, kind);
  g_assert_cmpstr (found, ==, words);
}

static void
test_inline (void)
{
  static const struct
  {
    const char *commonmark;
    const char *text;
  } cases[] = {
    { "", "" },
    { "plain", "plain" },
    { "1. What is it?", "1. What is it?" },
    { "# Not a heading", "# Not a heading" },
    { "- Not a list", "- Not a list" },
    { "> Not a quotation", "> Not a quotation" },
    { "**Strong** and *light*", "Strong and light" },
    { "_Light_ at the start", "Light at the start" },
    { "`code()` at the start", "code() at the start" },
    { "Why `a * b * c`?", "Why a * b * c?" },
    { "2 \\* 3", "2 * 3" },
    { "a &lt; b &amp;&#x20AC;&#8364; &unknown;", "a < b &€€ &unknown;" },
    { "See [the manual](https://example.com/m)", "See the manual (https://example.com/m)" },
    { "See <https://example.com>", "See https://example.com" },
    { "<b>tags</b> are words", "<b>tags</b> are words" },
    { "two\nlines", "two lines" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkRichText) text = ik_rich_text_new_inline (cases[i].commonmark);

      g_assert_cmpstr (text->text, ==, cases[i].text);
    }
}

static void
test_spans (void)
{
  g_autoptr(IkRichText) text = ik_rich_text_new_inline ("**a *b* c** and `d`");

  g_assert_cmpstr (text->text, ==, "a b c and d");
  g_assert_cmpuint (text->spans->len, ==, 3);
  assert_span (text, 0, IK_RICH_SPAN_EMPHASIS, "b");
  assert_span (text, 1, IK_RICH_SPAN_STRONG, "a b c");
  assert_span (text, 2, IK_RICH_SPAN_CODE, "d");
}

static void
assert_block (GPtrArray       *blocks,
              guint            index,
              IkRichBlockKind  kind,
              guint            depth,
              const char      *marker,
              const char      *text)
{
  const IkRichBlock *block = blocks->pdata[index];

  g_assert_cmpuint (index, <, blocks->len);
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpuint (block->depth, ==, depth);
  g_assert_cmpstr (block->marker, ==, marker);
  g_assert_cmpstr (block->text->text, ==, text);
}

static void
test_blocks (void)
{
  g_autoptr(GPtrArray) blocks =
    ik_rich_blocks_parse ("# Head\n\nWords\nof one paragraph\n\n- a\n- b\n\n  more\n  3. c\n\n"
                          "```\ncode\n\n  more\n```\n\n***\n\nLast\\\nline\n");

  g_assert_cmpuint (blocks->len, ==, 7);
  assert_block (blocks, 0, IK_RICH_BLOCK_HEADING, 0, NULL, "Head");
  assert_block (blocks, 1, IK_RICH_BLOCK_PARAGRAPH, 0, NULL, "Words of one paragraph");
  assert_block (blocks, 2, IK_RICH_BLOCK_PARAGRAPH, 1, "•", "a");
  assert_block (blocks, 3, IK_RICH_BLOCK_PARAGRAPH, 1, "•", "b");
  assert_block (blocks, 4, IK_RICH_BLOCK_PARAGRAPH, 1, NULL, "more 3. c");
  assert_block (blocks, 5, IK_RICH_BLOCK_CODE, 0, NULL, "code\n\n  more");
  assert_block (blocks, 6, IK_RICH_BLOCK_PARAGRAPH, 0, NULL, "Last\nline");
}

static void
test_language (void)
{
  g_autoptr(GPtrArray) blocks =
    ik_rich_blocks_parse ("~~~ Java line=3\nint a;\n~~~\n\n```\nplain\n```\n\n    indented\n");
  const char *const languages[] = { "Java", NULL, NULL };

  g_test_summary ("Code has the language that its fence names, and none without");

  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (languages));
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpstr (((const IkRichBlock *) blocks->pdata[i])->language, ==, languages[i]);
}

static void
test_table (void)
{
  g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse ("|a|b|\n|---|---|\n|**c**|d|\n|e||\n");
  const IkRichBlock *table = blocks->pdata[0];
  GPtrArray *row;

  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpint (table->kind, ==, IK_RICH_BLOCK_TABLE);
  g_assert_cmpuint (table->rows->len, ==, 3);
  row = table->rows->pdata[1];
  g_assert_cmpuint (row->len, ==, 2);
  g_assert_cmpstr (((IkRichText *) row->pdata[0])->text, ==, "c");
  assert_span (row->pdata[0], 0, IK_RICH_SPAN_STRONG, "c");
}

static void
test_quotation (void)
{
  g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse ("> one\n>\n> > two\n\nthree\n");

  g_assert_cmpuint (blocks->len, ==, 3);
  g_assert_cmpuint (((IkRichBlock *) blocks->pdata[0])->n_quotations, ==, 1);
  g_assert_cmpuint (((IkRichBlock *) blocks->pdata[1])->n_quotations, ==, 2);
  g_assert_cmpuint (((IkRichBlock *) blocks->pdata[2])->n_quotations, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("CommonMark becomes words, spans and blocks");

  g_test_add_func ("/report/rich-text/inline", test_inline);
  g_test_add_func ("/report/rich-text/spans", test_spans);
  g_test_add_func ("/report/rich-text/blocks", test_blocks);
  g_test_add_func ("/report/rich-text/language", test_language);
  g_test_add_func ("/report/rich-text/table", test_table);
  g_test_add_func ("/report/rich-text/quotation", test_quotation);

  return g_test_run ();
}
