#include "ik-block.h"

static void
test_shared (void)
{
  g_autoptr(IkBlock) same = ik_block_new (IK_BLOCK_PARAGRAPH, 1, 1, "Why?", "Why?");
  g_autoptr(IkBlock) other = ik_block_new (IK_BLOCK_PARAGRAPH, 1, 1, "Why?", "_Why?_");

  g_assert_cmpstr (same->text, ==, "Why?");
  g_assert_true (same->source == same->text);
  g_assert_cmpstr (other->text, ==, "Why?");
  g_assert_cmpstr (other->source, ==, "_Why?_");
}

static void
test_cut (void)
{
  g_autoptr(IkBlock) block = ik_block_new (IK_BLOCK_PARAGRAPH, 1, 1, "A: one two", "A: one two");

  ik_block_cut_start (block, 3, 0);
  g_assert_cmpstr (block->text, ==, "one two");
  g_assert_cmpstr (block->source, ==, "A: one two");

  ik_block_cut_end (block, 4, 7);
  g_assert_cmpstr (block->text, ==, "one");
  g_assert_cmpstr (block->source, ==, "A: one");

  ik_block_cut_source (block, 2, 4);
  g_assert_cmpstr (block->text, ==, "one");
  g_assert_cmpstr (block->source, ==, "A:");
}

static void
test_cut_source (void)
{
  g_autoptr(IkBlock) block = ik_block_new (IK_BLOCK_PARAGRAPH, 1, 1, "a*b", "a*b");

  ik_block_cut_source (block, 1, 1);
  g_assert_cmpstr (block->text, ==, "a*b");
  g_assert_cmpstr (block->source, ==, "ab");
}

static void
test_split (void)
{
  g_autoptr(IkBlock) block = ik_block_new (IK_BLOCK_ITEM, 2, 3, "One. Two.", "One. Two.");
  g_autoptr(IkBlock) tail = ik_block_split (block, 5, 5);

  g_assert_cmpstr (block->text, ==, "One.");
  g_assert_cmpstr (block->source, ==, "One.");
  g_assert_cmpstr (tail->text, ==, "Two.");
  g_assert_cmpstr (tail->source, ==, "Two.");
  g_assert_cmpint (tail->kind, ==, IK_BLOCK_PARAGRAPH);
  g_assert_cmpuint (tail->depth, ==, 1);

  ik_block_join (block, tail);
  ik_block_join (block, tail);
  g_assert_cmpstr (block->text, ==, "One. Two. Two.");
  g_assert_cmpstr (block->source, ==, "One.\nTwo.\nTwo.");
}

static void
test_strip_marker (void)
{
  static const struct
  {
    const char *text;
    const char *source;
    const char *stripped;
    const char *stripped_source;
  } cases[] = {
    { "3. Why?", "3. Why?", "Why?", "Why?" },
    { "3. Why?", "**3. Why?**", "Why?", "**Why?**" },
    { "Q1: Why?", "**Q1:** Why?", "Why?", "Why?" },
    { "*3. Why?", "*3. Why?", "*3. Why?", "*3. Why?" },
    { "Why?", "Why?", "Why?", "Why?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkBlock) block = ik_block_new (IK_BLOCK_PARAGRAPH, 1, 1, cases[i].text,
                                               cases[i].source);

      ik_block_strip_marker (block);
      g_assert_cmpstr (block->text, ==, cases[i].stripped);
      g_assert_cmpstr (block->source, ==, cases[i].stripped_source);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/block/shared", test_shared);
  g_test_add_func ("/importer/block/cut", test_cut);
  g_test_add_func ("/importer/block/cut-source", test_cut_source);
  g_test_add_func ("/importer/block/split", test_split);
  g_test_add_func ("/importer/block/strip-marker", test_strip_marker);

  return g_test_run ();
}
