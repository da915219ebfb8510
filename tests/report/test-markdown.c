#include "ik-markdown-writer.h"
#include "invented-interview.h"
#include "report-file.h"

#include "ik-text.h"

#include <locale.h>
#include <string.h>

/* Whatever is written as words is read as those words. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "plain words", "*not emphasis*", "_not_ and snake_case and __init__", "`not code`",
    "# no heading", "1. no list", "12) no list", "- no list", "+ no list", "=== no line",
    "> no quotation", "<b>no tag</b>", "&amp; no entity", "[no](link)", "![no](picture)",
    "a | b | no table", "~~not struck~~", "back\\slash \\* \\", "3.14 and 4. and 5.", "a * b",
    "```", "<!-- no comment -->", "https://example.com/a_b_c", "«ünïcode» 中文 عربي",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GString) markdown = g_string_new (NULL);
      g_autoptr(GPtrArray) blocks = NULL;
      const IkRichBlock *block;

      ik_markdown_append_text (markdown, texts[i]);
      blocks = ik_rich_blocks_parse (markdown->str);
      g_assert_cmpuint (blocks->len, ==, 1);
      block = blocks->pdata[0];
      g_assert_cmpint (block->kind, ==, IK_RICH_BLOCK_PARAGRAPH);
      g_assert_null (block->marker);
      g_assert_cmpstr (block->text->text, ==, texts[i]);
      g_assert_cmpuint (block->text->spans->len, ==, 0);
    }
}

static char *
render (IkInterview *interview)
{
  static const IkReportOptions options = { .audience = IK_REPORT_AUDIENCE_INTERNAL };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (interviews, interview);
  bytes = ik_report_render (interviews, &options, IK_REPORT_FORMAT_MARKDOWN, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What was skipped first and answered later was answered. */
static void
test_skipped_and_answered (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  IkInterviewItem *item = invented_interview_get_item (interview, 1);
  g_autofree char *answered = NULL;
  g_autofree char *skipped = NULL;

  item->n_skipped = 1;
  answered = render (interview);
  g_assert_null (strstr (answered, "Skipped"));

  item->outcome = IK_OUTCOME_NOT_ASKED;
  item->rating = IK_RATING_NONE;
  skipped = render (interview);
  g_assert_nonnull (strstr (skipped, "Skipped"));
}

static void
test_asked_without_outcome (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autofree char *text = NULL;
  IkInterviewItem *item = invented_interview_get_item (interview, 1);

  item->outcome = IK_OUTCOME_NOT_ASKED;
  item->rating = IK_RATING_NONE;
  text = render (interview);

  g_assert_nonnull (strstr (text, "Asked, no outcome"));
  g_assert_null (strstr (text, "Not asked"));
  /* What was asked stands there with its details. */
  g_assert_nonnull (strstr (text, "traffic is flat"));
}

static void
assert_same_blocks (GPtrArray *one,
                    GPtrArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const IkRichBlock *a = one->pdata[i];
      const IkRichBlock *b = other->pdata[i];

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpuint (a->depth, ==, b->depth);
      g_assert_cmpuint (a->n_quotations, ==, b->n_quotations);
      g_assert_cmpstr (a->marker, ==, b->marker);
      if (a->text != NULL)
        {
          g_assert_cmpstr (a->text->text, ==, b->text->text);
          g_assert_cmpuint (a->text->spans->len, ==, b->text->spans->len);
        }
      if (a->rows != NULL)
        g_assert_cmpuint (a->rows->len, ==, b->rows->len);
    }
}

static void
test_blocks (void)
{
  static const char *const documents[] = {
    "One paragraph.\n\nAnother with **strong**, *emphasis* and `code`.\n",
    "- one\n- two\n  - nested\n- three\n",
    "1. first\n2. second\n\n   more of the second\n",
    "```c\nint main (void);\n\n  indented\n```\n",
    "> quoted\n> twice\n",
    "| a | b |\n|---|---|\n| `x|y` | *z* |\n| 1 | 2 |\n",
    "Nested **strong with *emphasis* and `code`** done.\n",
    "````\n```\nfence in a fence\n```\n````\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse (documents[i]);
      g_autoptr(GString) markdown = g_string_new (NULL);
      g_autoptr(GPtrArray) again = NULL;

      ik_markdown_append_blocks (markdown, blocks);
      again = ik_rich_blocks_parse (markdown->str);
      assert_same_blocks (blocks, again);
    }
}

static void
test_report (void)
{
  static const char *const words[] = {
    "# Interview report: Mara Lindqvist\n", "* **Recommendation:** Strong yes\n",
    "* **Mean rating:** 3.4 from 13 of 15\n", "| Communication | 5 Outstanding | ",
    "## Background and debugging\n", "### 1. Tell me in two minutes",
    "percentile. Where do you look first?\n", "```\ndef mean(values):\n",
    "* **Evidence:** Found the lock", "- 09:03: ✓ Asks what was measured",
    "**Red flag:** Blames a colleague", "The rating of question 4 was meant for question 5.",
    "## Strengths\n\n- Measures before she names a cause. (for the candidate as well)\n- Would lift the team.\n",
  };
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(GBytes) report = report_render (interview, IK_REPORT_FORMAT_MARKDOWN, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (text, words[i]) == NULL)
        g_error ("“%s” is missing in:\n%s", words[i], text);
    }

  g_assert_null (strstr (text, "SECRET"));
  g_assert_null (strstr (text, "UNTICKED"));
  g_assert_null (strstr (text, "Draft"));
  g_assert_true (g_str_has_suffix (text, "\n"));
}

/* A question can't get out of its place, whatever its details hold. */
static void
test_question_stays_in_place (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (3);
  g_autoptr(GBytes) report = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) blocks = NULL;
  guint n_headings = 0;

  interview->state = IK_INTERVIEW_STATE_REVIEW;
  ik_text_set (&invented_interview_get_item (interview, 0)->candidate.details,
               "# A heading of its own\n\n```\nnever closed\n\n# in code\n");
  report = report_render (interview, IK_REPORT_FORMAT_MARKDOWN, NULL);
  text = g_strndup (g_bytes_get_data (report, NULL), g_bytes_get_size (report));
  blocks = ik_rich_blocks_parse (text);
  for (guint i = 0; i < blocks->len; i++)
    n_headings += ((IkRichBlock *) blocks->pdata[i])->kind == IK_RICH_BLOCK_HEADING ? 1 : 0;

  /* Title, summary, strengths, concerns, competencies, notes, opened again, 2 sections,
   * 3 questions */
  g_assert_cmpuint (n_headings, ==, 12);
  g_assert_nonnull (strstr (text, "**Draft – not handed in**"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("Markdown is read back as what was written");

  g_test_add_func ("/report/markdown/round-trip", test_round_trip);
  g_test_add_func ("/report/markdown/blocks", test_blocks);
  g_test_add_func ("/report/markdown/report", test_report);
  g_test_add_func ("/report/markdown/asked-without-outcome", test_asked_without_outcome);
  g_test_add_func ("/report/markdown/skipped-and-answered", test_skipped_and_answered);
  g_test_add_func ("/report/markdown/question-stays-in-place", test_question_stays_in_place);

  return g_test_run ();
}
