#include "ik-hostile.h"

#include <string.h>

/* What, repeated, made one Markdown parser or another take time that grows
 * with the square of the size; NULL-terminated. */
const char *const ik_hostile_parts[] = {
  "![[]()", "> ", "- ", "# a\n", "1\n", "<summary>", "Look for: ", "[", "*", "a: ", "&amp;",
  "\t- x\n", "| a |\n|--|\n", "**", "```\n", "Why? ", "a. {};", "<!--", "----\n\n", "- Why?\n",
  "- A\n  - Why?\n", "<", "<a", "**Q1:** x\n\n", "Part 1: A\n\n", "[Answer] b\n\n", "&",
  "Answer: x\n", "A) x\n", "A) x\nB) y\n", "• a\n", "**Why?** x\n\n", "Q1. x\nA1. y\n", "Frage 1\n",
  "## a\n\n```js\n\n## b\n\n", "```js\n\n", "<ul><li>a", "| Question | x |\n|--|--|\n| Why? | y |\n",
  "::a::b {=c ~d}\n\n", "{=", "[{\"question\":\"Why?\",\"a\":[", "[{\"q\":\"Why?\"},", "Question,Answer\n",
  "\"a\",\"\n", "#a:b\n", "Question: a\n\nAnswer: b\n\n", "**a** <b>b</b>\n", ":a: ", "1. a\n\n   Answer:\n\n", ". ", "追问：", NULL,
};

/* Returns a document of about @size bytes that says @part again and again. */
char *
ik_hostile_document (const char *part,
                     gsize       size)
{
  gsize length = strlen (part);
  GString *text = g_string_sized_new (size + length);

  while (text->len < size)
    g_string_append_len (text, part, (gssize) length);

  return g_string_free (text, FALSE);
}
