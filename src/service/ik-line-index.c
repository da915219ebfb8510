#include "ik-line-index.h"

#include <string.h>

/* Where the lines of a text are. */
struct _IkLineIndex
{
  const char *text;   /* unowned */
  GArray     *starts; /* owned; element-type gsize */
};

/**
 * ik_line_index_new:
 * @text: a text, which outlives the index
 *
 * Returns: (transfer full): where its lines are; a line feed at the end begins
 *   none; linear
 */
IkLineIndex *
ik_line_index_new (const char *text)
{
  IkLineIndex *self = g_new0 (IkLineIndex, 1);
  const char *line = text;

  self->text = text;
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  while (*line != '\0')
    {
      gsize offset = (gsize) (line - text);
      const char *end = strchr (line, '\n');

      g_array_append_val (self->starts, offset);
      if (end == NULL)
        break;
      line = end + 1;
    }

  return self;
}

/**
 * ik_line_index_free:
 * @self: (transfer full): an index
 */
void
ik_line_index_free (IkLineIndex *self)
{
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * ik_line_index_count:
 *
 * Returns: how many lines there are
 */
guint
ik_line_index_count (const IkLineIndex *self)
{
  return self->starts->len;
}

/**
 * ik_line_index_get:
 * @line: a line, from 1
 * @out_length: (out): its length in bytes
 *
 * Returns: (array length=out_length): the line, without the line feed
 */
const char *
ik_line_index_get (const IkLineIndex *self,
                   guint              line,
                   gsize             *out_length)
{
  const char *start;

  g_return_val_if_fail (line >= 1 && line <= self->starts->len, "");

  start = self->text + g_array_index (self->starts, gsize, line - 1);
  if (line < self->starts->len)
    *out_length = (gsize) (self->text + g_array_index (self->starts, gsize, line) - 1 - start);
  else
    *out_length = strcspn (start, "\n");

  return start;
}

/**
 * ik_line_index_is_blank:
 * @line: a line, from 1
 *
 * Returns: whether nothing can be seen of it
 */
gboolean
ik_line_index_is_blank (const IkLineIndex *self,
                        guint              line)
{
  gsize length;
  const char *text = ik_line_index_get (self, line, &length);

  return strspn (text, " \t") >= length;
}
