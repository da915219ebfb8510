#include "ik-line-index.h"

#include <string.h>

/* Where the lines of a text are. */
struct _IkLineIndex
{
  const char *text;   /* unowned */
  gsize       end;    /* of the last line, without its line feed */
  GArray     *starts; /* owned; element-type gsize */
};

/**
 * ik_line_index_new:
 * @text: a text, which outlives the index
 *
 * Returns: (transfer full): where its lines are, one at least; a line feed at
 *   the end begins none; linear
 */
IkLineIndex *
ik_line_index_new (const char *text)
{
  IkLineIndex *self = g_new0 (IkLineIndex, 1);
  gsize start = 0;

  self->text = text;
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  while (TRUE)
    {
      const char *end = strchr (text + start, '\n');

      g_array_append_val (self->starts, start);
      if (end == NULL || end[1] == '\0')
        {
          self->end = end != NULL ? (gsize) (end - text) : start + strlen (text + start);
          break;
        }
      start = (gsize) (end + 1 - text);
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
 * ik_line_index_get_offset:
 * @line: a line, from 1
 *
 * Returns: where it begins in the text, in bytes
 */
gsize
ik_line_index_get_offset (const IkLineIndex *self,
                          guint              line)
{
  g_return_val_if_fail (line >= 1 && line <= self->starts->len, 0);

  return g_array_index (self->starts, gsize, line - 1);
}

/**
 * ik_line_index_find:
 * @offset: where in the text, in bytes
 *
 * Returns: the line that holds @offset, from 1; logarithmic
 */
guint
ik_line_index_find (const IkLineIndex *self,
                    gsize              offset)
{
  guint low = 0;
  guint high = self->starts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }

  return low + 1;
}

/**
 * ik_line_index_get:
 * @line: a line, from 1
 * @out_length: (out): its length in bytes
 *
 * Returns: (array length=out_length): the line, without the line feed; in
 *   constant time, as long as the line may be
 */
const char *
ik_line_index_get (const IkLineIndex *self,
                   guint              line,
                   gsize             *out_length)
{
  gsize start;
  gsize end;

  *out_length = 0;
  g_return_val_if_fail (line >= 1 && line <= self->starts->len, "");

  start = g_array_index (self->starts, gsize, line - 1);
  end = line < self->starts->len ? g_array_index (self->starts, gsize, line) - 1 : self->end;
  *out_length = end - start;

  return self->text + start;
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
  const char *start = ik_line_index_get (self, line, &length);
  const char *end = start + length;

  while (start < end && (*start == ' ' || *start == '\t'))
    start++;

  return start == end;
}
