#include "ik-markdown-limits.h"

#include <string.h>

/* md4c 0.4.8 keeps twenty bytes for each mark of a paragraph: ten megabytes. */
#define MAX_MARKS 500000u

/* It looks for the line of each link from the first one of the paragraph on,
 * a thousand million lines a second. */
#define MAX_LOOK_UPS 300000000u

/* A paragraph so far, or what may be one. */
typedef struct
{
  guint64 n_lines;
  guint64 n_brackets;
  gsize   n_marks;
} Paragraph;

/* Whether a line begins something of its own rather than going on with the
 * paragraph above it. */
static gboolean
begins_block (const char *line)
{
  gsize indent = strspn (line, " \t");
  gsize digits = strspn (line + indent, "0123456789");

  line += indent + digits;
  if (digits > 0)
    return (line[0] == '.' || line[0] == ')') && line[1] == ' ';

  return line[0] == '\n' || line[0] == '\0' || line[0] == '#' || line[0] == '|' ||
         ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ');
}

/* Returns where the line ends. */
static const char *
pass_line (Paragraph  *paragraph,
           const char *line)
{
  static const guint8 counts[256] = {
    ['['] = 1, [']'] = 1, ['!'] = 1, ['*'] = 1, ['_'] = 1, ['`'] = 1, ['<'] = 1, ['&'] = 1,
    ['~'] = 1, ['\\'] = 1, ['\n'] = 1, ['\0'] = 1,
  };

  paragraph->n_lines++;
  while (TRUE)
    {
      while (!counts[(guint8) *line])
        line++;
      if (*line == '\n' || *line == '\0')
        return line;
      paragraph->n_marks++;
      paragraph->n_brackets += *line == '[';
      line++;
    }
}

/**
 * ik_markdown_limits_hold:
 * @text: Markdown
 *
 * Looks at Markdown before the library does that reads it, which takes memory
 * for each mark of a paragraph and, in the release of Debian 12, time with the
 * square of its lines where they hold links. Linear.
 *
 * Returns: whether it can be read in time: no paragraph has more marks or links
 *   than a book
 */
gboolean
ik_markdown_limits_hold (const char *text)
{
  Paragraph paragraph = { 0 };
  guint64 n_look_ups = 0;

  while (*text != '\0')
    {
      if (begins_block (text))
        {
          n_look_ups += paragraph.n_lines * paragraph.n_brackets;
          paragraph = (Paragraph) { 0 };
        }
      text = pass_line (&paragraph, text);
      text += *text == '\n';
      if (paragraph.n_marks > MAX_MARKS ||
          n_look_ups + paragraph.n_lines * paragraph.n_brackets > MAX_LOOK_UPS)
        return FALSE;
    }

  return TRUE;
}
