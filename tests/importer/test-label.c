#include <string.h>

#include "ik-label.h"
#include "ik-labelling.h"
#include "ik-markdown-reader.h"

static const struct
{
  const char *text;
  IkLabel     label;
} words[] = {
  { "Answer", IK_LABEL_ANSWER },
  { "REFERENCE ANSWER:", IK_LABEL_ANSWER },
  { "Follow-up 2", IK_LABEL_FOLLOW_UP },
  { "Anti-Patterns", IK_LABEL_RED_FLAG },
  { "💡 Best practices", IK_LABEL_POSITIVE },
  { "Why it matters", IK_LABEL_WHY },
  { "Warnsignale", IK_LABEL_RED_FLAG },
  { "Señales de alerta", IK_LABEL_RED_FLAG },
  { "Ответ", IK_LABEL_ANSWER },
  { "参考答案", IK_LABEL_ANSWER },
  { "模範解答", IK_LABEL_ANSWER },
  { "الإجابة", IK_LABEL_ANSWER },
  { "The answer is 42", IK_LABEL_NONE },
  { "", IK_LABEL_NONE },
};

static void
test_lookup (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i].text);
      g_assert_cmpint (ik_label_lookup (words[i].text, -1), ==, words[i].label);
    }
}

/* What a paragraph comes to, as "LABEL|text|source" parts. */
static const struct
{
  const char *markdown;
  IkLabel     labels[3];
  const char *texts[3];
} paragraphs[] = {
  { "**Why It Matters**: It **does**.", { IK_LABEL_WHY }, { "It **does**." } },
  { "**Why It Matters:** It does.", { IK_LABEL_WHY }, { "It does." } },
  { "Answer: Because.", { IK_LABEL_ANSWER }, { "Because." } },
  { "[Answer] Because.", { IK_LABEL_ANSWER }, { "Because." } },
  { "【答案】因为。", { IK_LABEL_ANSWER }, { "因为。" } },
  { "Look for: Calm. Red flag: Blame.", { IK_LABEL_POSITIVE, IK_LABEL_RED_FLAG },
    { "Calm.", "Blame." } },
  { "Look for: ‘Calm.’ **Red flag:** Blame.", { IK_LABEL_POSITIVE, IK_LABEL_RED_FLAG },
    { "‘Calm.’", "Blame." } },
  { "It is so. Look for: Calm.", { IK_LABEL_NONE, IK_LABEL_POSITIVE }, { "It is so.", "Calm." } },
  { "Look for: Loops. int f(int n) { return n; }", { IK_LABEL_POSITIVE, IK_LABEL_ANSWER },
    { "Loops.", "int f(int n) { return n; }" } },
  { "It depends. Avoid: nothing.", { IK_LABEL_NONE }, { "It depends. Avoid: nothing." } },
  { "Note that http://x.y is an answer: yes", { IK_LABEL_NONE },
    { "Note that http://x.y is an answer: yes" } },
};

static void
test_paragraphs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      g_autoptr(IkBlockList) list = ik_markdown_reader_read (paragraphs[i].markdown);

      g_test_message ("%s", paragraphs[i].markdown);
      ik_labelling_apply (list);
      for (guint j = 0; j < G_N_ELEMENTS (paragraphs[i].texts); j++)
        {
          const IkBlock *block = j < list->blocks->len ? list->blocks->pdata[j] : NULL;

          g_assert_cmpstr (block != NULL ? block->source : NULL, ==, paragraphs[i].texts[j]);
          if (block != NULL)
            g_assert_cmpint (block->label, ==, paragraphs[i].labels[j]);
        }
    }
}

/* A heading that stands there once is a chapter, repeated it is a label. */
static void
test_headings (void)
{
  g_autoptr(IkBlockList) once = ik_markdown_reader_read ("## Steps\n\ntext\n");
  g_autoptr(IkBlockList) often = ik_markdown_reader_read ("## Steps\n\na\n\n## Steps\n\nb\n");

  ik_labelling_apply (once);
  ik_labelling_apply (often);
  g_assert_cmpint (((IkBlock *) once->blocks->pdata[0])->label, ==, IK_LABEL_NONE);
  g_assert_cmpint (((IkBlock *) often->blocks->pdata[0])->label, ==, IK_LABEL_STEP);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/label/lookup", test_lookup);
  g_test_add_func ("/importer/label/paragraphs", test_paragraphs);
  g_test_add_func ("/importer/label/headings", test_headings);

  return g_test_run ();
}
