#include "ik-markdown-escape.h"

#include <string.h>

#include "ik-html-fragment.h"

/* What would be a mark of Markdown where it stands. Marks that have a meaning
 * in plain text as well (a bullet, a number, a back-tick) stay. */
static gboolean
is_special (const char *at,
            char        before,
            char        after,
            gboolean    first)
{
  switch (*at)
    {
    case '*':
      return before != ' ' || after != ' ';

    case '_':
      return !(g_ascii_isalnum (before) && g_ascii_isalnum (after));

    case '<':
      return g_ascii_isalpha (after) || strchr ("/!?", after) != NULL;

    case '\\':
      return g_ascii_ispunct (after);

    case '&':
      return ik_html_entity_length (at) > 0;

    case '#':
    case '>':
    case '+':
    case '|':
      return first;

    case '`':
    case '~':
      return first && at[1] == at[0] && at[2] == at[0];

    default:
      return FALSE;
    }
}

/**
 * ik_markdown_escape:
 * @markdown: CommonMark so far
 * @text: plain text, terminated somewhere behind @length
 * @length: how much of it to take, in bytes
 * @begins: whether it begins a block
 *
 * Appends plain text as CommonMark that shows the same; linear.
 */
void
ik_markdown_escape (GString    *markdown,
                    const char *text,
                    gsize       length,
                    gboolean    begins)
{
  gboolean links = memmem (text, length, "](", 2) != NULL ||
                   (begins && length > 0 && text[0] == '[');

  for (gsize i = 0; i < length; i++)
    {
      char before = i > 0 ? text[i - 1] : ' ';
      char after = i + 1 < length ? text[i + 1] : ' ';

      if (is_special (text + i, before, after, begins && i == 0) || (links && text[i] == '['))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, text[i]);
    }
}
