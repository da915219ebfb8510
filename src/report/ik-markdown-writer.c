#include "ik-markdown-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* A list's content stands this far from its marker. */
#define LIST_INDENT 4

/* Whether a character means something to CommonMark where it stands. */
static gboolean
needs_escape (const char *text,
              const char *at)
{
  const char *number = at;
  gboolean starts_line = at == text || at[-1] == '\n';
  gboolean ends_number;

  while (number > text && g_ascii_isdigit (number[-1]))
    number--;
  ends_number = number < at && (number == text || number[-1] == '\n') &&
                strchr (" \n", at[1]) != NULL;

  if (strchr ("\\`*[]<>|&~", *at) != NULL)
    return TRUE;

  /* Within a word an underscore is only itself. */
  if (*at == '_')
    return at == text || !g_ascii_isalnum (at[-1]) || !g_ascii_isalnum (at[1]);

  return (starts_line && strchr ("#+-=", *at) != NULL) ||
         (ends_number && strchr (".)", *at) != NULL);
}

/* Control characters have no place in a text file. */
static void
append_escaped (GString    *markdown,
                const char *text,
                const char *at)
{
  if (*at == '\n')
    g_string_append (markdown, "\\\n");
  else if (g_ascii_iscntrl (*at))
    g_string_append_c (markdown, ' ');
  else
    {
      if (needs_escape (text, at))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *at);
    }
}

/**
 * ik_markdown_append_text:
 * @markdown: what to add to
 * @text: words
 *
 * Adds words so that they are read back as these words, whatever they are.
 */
void
ik_markdown_append_text (GString    *markdown,
                         const char *text)
{
  text += strspn (text, " \t\n");
  for (const char *at = text; *at != '\0'; at++)
    append_escaped (markdown, text, at);
}

static guint
count_longest_fence (const char *text)
{
  guint longest = 0;
  guint n = 0;

  for (; *text != '\0'; text++)
    {
      n = *text == '`' ? n + 1 : 0;
      longest = MAX (longest, n);
    }

  return longest;
}

static void
append_fence (GString *markdown,
              guint    length)
{
  for (guint i = 0; i < length; i++)
    g_string_append_c (markdown, '`');
}

/* Returns the change in the number of open code spans. */
static int
append_mark (GString          *markdown,
             const IkRichText *text,
             const IkRichSpan *span)
{
  if (span->kind == IK_RICH_SPAN_STRONG)
    g_string_append (markdown, "**");
  else if (span->kind == IK_RICH_SPAN_EMPHASIS)
    g_string_append_c (markdown, '*');
  else
    {
      append_fence (markdown, count_longest_fence (text->text) + 1);
      return 1;
    }

  return 0;
}

/* The marks that close at a byte, then those that open there; spans are in the
 * order of their ends, so the inner one closes first and opens last. */
static int
append_marks (GString          *markdown,
              const IkRichText *text,
              guint             at)
{
  int change = 0;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const IkRichSpan *span = &g_array_index (text->spans, IkRichSpan, i);

      if (span->end == at && span->start < at)
        change -= append_mark (markdown, text, span);
    }

  for (guint i = text->spans->len; i > 0; i--)
    {
      const IkRichSpan *span = &g_array_index (text->spans, IkRichSpan, i - 1);

      if (span->start == at && span->end > at)
        change += append_mark (markdown, text, span);
    }

  return change;
}

/**
 * ik_markdown_append_rich:
 * @markdown: what to add to
 * @text: words with spans
 *
 * Adds words with the marks of their spans. Cost: bytes times spans.
 */
void
ik_markdown_append_rich (GString          *markdown,
                         const IkRichText *text)
{
  guint length = (guint) strlen (text->text);
  int n_code = 0;

  for (guint i = 0; i <= length; i++)
    {
      n_code += append_marks (markdown, text, i);
      if (i == length)
        break;

      if (n_code > 0)
        g_string_append_c (markdown, text->text[i]);
      else
        append_escaped (markdown, text->text, text->text + i);
    }
}

static void
append_indent (GString           *markdown,
               const IkRichBlock *block,
               guint              depth)
{
  for (guint i = 0; i < block->n_quotations; i++)
    g_string_append (markdown, "> ");
  for (guint i = 0; i < depth * LIST_INDENT; i++)
    g_string_append_c (markdown, ' ');
}

static void
append_code (GString           *markdown,
             const IkRichBlock *block)
{
  guint fence = MAX (3, count_longest_fence (block->text->text) + 1);
  g_auto(GStrv) lines = g_strsplit (block->text->text, "\n", -1);

  append_indent (markdown, block, block->depth);
  append_fence (markdown, fence);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append_c (markdown, '\n');
      append_indent (markdown, block, block->depth);
      g_string_append (markdown, lines[i]);
    }
  g_string_append_c (markdown, '\n');
  append_indent (markdown, block, block->depth);
  append_fence (markdown, fence);
}

static void
append_table (GString           *markdown,
              const IkRichBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = block->rows->pdata[i];

      append_indent (markdown, block, block->depth);
      for (guint j = 0; j < row->len; j++)
        {
          g_string_append (markdown, j == 0 ? "| " : " | ");
          ik_markdown_append_rich (markdown, row->pdata[j]);
        }
      g_string_append (markdown, " |\n");

      if (i > 0)
        continue;

      append_indent (markdown, block, block->depth);
      for (guint j = 0; j < row->len; j++)
        g_string_append (markdown, "|---");
      g_string_append (markdown, "|\n");
    }

  g_string_truncate (markdown, markdown->len - 1);
}

static void
append_words (GString           *markdown,
              const IkRichBlock *block)
{
  gboolean is_heading = block->kind == IK_RICH_BLOCK_HEADING;

  if (block->marker != NULL)
    {
      gboolean is_bullet = !g_ascii_isdigit (*block->marker);
      g_autofree char *marker = g_strdup_printf ("%-*s", LIST_INDENT,
                                                 is_bullet ? "-" : block->marker);

      append_indent (markdown, block, block->depth > 0 ? block->depth - 1 : 0);
      g_string_append (markdown, marker);
    }
  else
    append_indent (markdown, block, block->depth);

  /* The report has headings of its own. */
  g_string_append (markdown, is_heading ? "**" : "");
  ik_markdown_append_rich (markdown, block->text);
  g_string_append (markdown, is_heading ? "**" : "");
}

/**
 * ik_markdown_append_blocks:
 * @markdown: what to add to
 * @blocks: (element-type IkRichBlock): blocks
 *
 * Adds blocks, each with an empty line behind it.
 */
void
ik_markdown_append_blocks (GString   *markdown,
                           GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const IkRichBlock *block = blocks->pdata[i];

      if (block->kind == IK_RICH_BLOCK_TABLE)
        append_table (markdown, block);
      else if (block->kind == IK_RICH_BLOCK_CODE)
        append_code (markdown, block);
      else
        append_words (markdown, block);
      g_string_append (markdown, "\n\n");
    }
}

/**
 * ik_markdown_append_signature:
 * @markdown: what to add to
 * @name: who signs, "" where that is not said
 *
 * Adds a line for a date and one for a signature.
 */
void
ik_markdown_append_signature (GString    *markdown,
                              const char *name)
{
  g_autofree char *label = *name != '\0' ? g_strdup_printf (_("Signature: %s"), name)
                                         : g_strdup (_("Signature"));

  g_string_append_printf (markdown, "\n---\n\n%s …………………………\n\n", _("Date"));
  ik_markdown_append_text (markdown, label);
  g_string_append (markdown, " …………………………\n");
}
