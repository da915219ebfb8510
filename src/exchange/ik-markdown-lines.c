#include "ik-markdown-lines.h"

#include <string.h>

/* By CommonMark 0.30, 4.5. */
#define MIN_FENCE 3

/**
 * ik_markdown_split_lines:
 * @text: Markdown
 *
 * Splits a text where CommonMark (0.30, 2.1) has a line end: LF, CR, or both.
 *
 * Returns: (transfer full): the lines, without their ends
 */
GStrv
ik_markdown_split_lines (const char *text)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();

  while (TRUE)
    {
      gsize length = strcspn (text, "\r\n");
      g_autofree char *line = g_strndup (text, length);

      g_strv_builder_add (lines, line);
      text += length;
      if (*text == '\0')
        return g_strv_builder_end (lines);

      text += text[0] == '\r' && text[1] == '\n' ? 2 : 1;
    }
}

/**
 * ik_markdown_lines_step:
 * @self: a walk
 * @line: the next line
 *
 * Returns: whether it is code, or the fence around code
 */
gboolean
ik_markdown_lines_step (IkMarkdownLines *self,
                        const char      *line)
{
  const char *fence = line + strspn (line, " \t");
  gboolean may_fence = *fence == '`' || *fence == '~';
  gsize length = 0;

  while (may_fence && fence[length] == *fence)
    length++;
  may_fence = length >= MIN_FENCE;

  if (self->mark != '\0')
    {
      if (may_fence && *fence == self->mark && length >= self->length &&
          fence[length + strspn (fence + length, " \t")] == '\0')
        self->mark = '\0';
      return TRUE;
    }

  if (!may_fence || (*fence == '`' && strchr (fence + length, '`') != NULL))
    return FALSE;

  self->mark = *fence;
  self->length = length;
  return TRUE;
}

/**
 * ik_markdown_line_get_level:
 * @line: a line that is no code
 *
 * Returns: its level as a heading that begins in the first column, 0 where it
 *   is none
 */
guint
ik_markdown_line_get_level (const char *line)
{
  gsize level = strspn (line, "#");

  return level <= 6 && (line[level] == ' ' || line[level] == '\0') ? (guint) level : 0;
}

/**
 * ik_markdown_line_is_indented_heading:
 * @line: a line that is no code
 *
 * Returns: whether it is a heading behind spaces
 */
gboolean
ik_markdown_line_is_indented_heading (const char *line)
{
  gsize n_spaces = strspn (line, " ");

  return n_spaces > 0 && ik_markdown_line_get_level (line + n_spaces) > 0;
}
