#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkMarkdownLines:
 * @mark: what the code that is open is fenced with, '\0' outside code
 * @length: how long that fence is
 *
 * A walk through lines of Markdown that tells code from text. Starts as zeros.
 */
typedef struct
{
  char  mark;
  gsize length;
} IkMarkdownLines;

GStrv    ik_markdown_split_lines         (const char      *text);

gboolean ik_markdown_lines_step          (IkMarkdownLines *self,
                                          const char      *line);
guint    ik_markdown_line_get_level      (const char      *line);
gboolean ik_markdown_line_is_indented_heading (const char *line);

G_END_DECLS
