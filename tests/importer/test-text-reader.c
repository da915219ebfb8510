#include <string.h>

#include "ik-text-reader.h"

typedef struct
{
  IkBlockKind    kind;
  IkMarkerStyle  marker;
  guint          number;
  guint          depth;
  guint          first;
  guint          last;
  const char    *text;
} Expected;

typedef struct
{
  const char *name;
  const char *text;
  Expected    blocks[6];
} Case;

static const Case cases[] = {
  { "bullets", "Title\n• Why?\n  ◦ And how?\n",
    { { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 1, 1, "Title" },
      { IK_BLOCK_ITEM, IK_MARKER_BULLET, 0, 0, 2, 2, "Why?" },
      { IK_BLOCK_ITEM, IK_MARKER_BULLET, 0, 1, 3, 3, "And how?" } } },
  { "numbers", "1. Why?\n2) How?\n\nText\n",
    { { IK_BLOCK_ITEM, IK_MARKER_NUMBER, 1, 0, 1, 1, "Why?" },
      { IK_BLOCK_ITEM, IK_MARKER_NUMBER, 2, 0, 2, 2, "How?" },
      { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 4, 4, "Text" } } },
  { "lone-numbers", "1\nWhy?\nBecause.\n2\n\nHow?\n",
    { { IK_BLOCK_ITEM, IK_MARKER_LONE, 1, 0, 1, 2, "Why?" },
      { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 3, 3, "Because." },
      { IK_BLOCK_ITEM, IK_MARKER_LONE, 2, 0, 4, 6, "How?" } } },
  { "hanging", "4. Why is it that\n   it hangs?\nNo more.\n",
    { { IK_BLOCK_ITEM, IK_MARKER_NUMBER, 4, 0, 1, 2, "Why is it that it hangs?" },
      { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 3, 3, "No more." } } },
  { "underlined", "Storage\n=======\nText.\n",
    { { IK_BLOCK_HEADING, IK_MARKER_NONE, 0, 0, 1, 2, "Storage" },
      { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 3, 3, "Text." } } },
  { "capitals", "BASIC QUESTIONS\nWhy?\n",
    { { IK_BLOCK_HEADING, IK_MARKER_NONE, 0, 0, 1, 1, "BASIC QUESTIONS" },
      { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 2, 2, "Why?" } } },
  { "rule", "Why?\n\n-----\n",
    { { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 1, 1, "Why?" },
      { IK_BLOCK_RULE, IK_MARKER_NONE, 0, 0, 3, 3, "-----" } } },
  { "wrapped",
    "This is a text that somebody has wrapped by hand at\n"
    "about fifty columns, so that all its lines are long\n"
    "but the last.\n"
    "A new one begins here as there was room for it\n",
    { { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 1, 3,
        "This is a text that somebody has wrapped by hand at about fifty columns, so that all "
        "its lines are long but the last." },
      { IK_BLOCK_PARAGRAPH, IK_MARKER_NONE, 0, 0, 4, 4,
        "A new one begins here as there was room for it" } } },
};

static void
test_read (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(IkBlockList) list = ik_text_reader_read (row->text);

  for (guint i = 0; i < G_N_ELEMENTS (row->blocks); i++)
    {
      const Expected *expected = &row->blocks[i];
      const IkBlock *block = i < list->blocks->len ? list->blocks->pdata[i] : NULL;

      g_assert_true ((expected->text == NULL) == (block == NULL));
      if (block == NULL)
        break;
      g_assert_cmpstr (block->text, ==, expected->text);
      g_assert_cmpint (block->kind, ==, expected->kind);
      g_assert_cmpint (block->marker.style, ==, expected->marker);
      g_assert_cmpuint (block->marker.number, ==, expected->number);
      g_assert_cmpuint (block->depth, ==, expected->depth);
      g_assert_cmpuint (block->first, ==, expected->first);
      g_assert_cmpuint (block->last, ==, expected->last);
    }
}

/* Plain text is no Markdown: what would be mark-up is escaped. */
static void
test_escape (void)
{
  static const char *const texts[][2] = {
    { "What does *p do?", "What does \\*p do?" },
    { "2 * 3 and snake_case", "2 * 3 and snake_case" },
    { "Why List<T>?", "Why List\\<T>?" },
    { "a < b", "a < b" },
    { "_x_", "\\_x\\_" },
    { "&amp; & co", "\\&amp; & co" },
    { "# one", "\\# one" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(IkBlockList) list = ik_text_reader_read (texts[i][0]);

      g_assert_cmpstr (((IkBlock *) list->blocks->pdata[0])->text, ==, texts[i][0]);
      g_assert_cmpstr (((IkBlock *) list->blocks->pdata[0])->source, ==, texts[i][1]);
    }
}

static void
test_endless_item (void)
{
  g_autoptr(GString) text = g_string_new ("- one\n");
  g_autoptr(IkBlockList) list = NULL;

  g_test_summary ("An item that never ends is cut, and loses nothing");

  for (guint i = 0; i < 600; i++)
    g_string_append (text, "  more of the same\n");
  list = ik_text_reader_read (text->str);

  g_assert_cmpuint (list->blocks->len, >, 1);
  g_assert_cmpuint (((IkBlock *) list->blocks->pdata[0])->last, ==, 257);
  for (guint i = 1; i < list->blocks->len; i++)
    g_assert_cmpuint (((IkBlock *) list->blocks->pdata[i])->first, ==,
                      ((IkBlock *) list->blocks->pdata[i - 1])->last + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/text-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/importer/text-reader/escape", test_escape);
  g_test_add_func ("/importer/text-reader/endless-item", test_endless_item);

  return g_test_run ();
}
