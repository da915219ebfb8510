#include "ik-block-list.h"

#include <string.h>

/**
 * ik_block_list_new:
 * @text: the source, which must outlive the list
 *
 * Returns: (transfer full): a list without blocks; linear
 */
IkBlockList *
ik_block_list_new (const char *text)
{
  IkBlockList *self = g_new0 (IkBlockList, 1);

  self->text = text;
  self->lines = ik_line_index_new (text);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);
  self->title = g_strdup ("");
  self->description = g_strdup ("");
  self->language = g_strdup ("");
  self->author = g_strdup ("");
  self->licence = g_strdup ("");

  return self;
}

/**
 * ik_block_list_free:
 * @self: (transfer full): a list
 */
void
ik_block_list_free (IkBlockList *self)
{
  ik_line_index_free (self->lines);
  g_ptr_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  g_free (self->author);
  g_free (self->licence);
  g_free (self);
}

/**
 * ik_block_list_count_lines:
 * @self: a list
 *
 * Returns: number of lines of the source
 */
guint
ik_block_list_count_lines (const IkBlockList *self)
{
  return ik_line_index_count (self->lines);
}

/**
 * ik_block_list_get_line:
 * @self: a list
 * @line: number of a line, from 1
 * @length: (out): its length in bytes without the line feed
 *
 * Returns: (transfer none): the line, not terminated
 */
const char *
ik_block_list_get_line (const IkBlockList *self,
                        guint              line,
                        gsize             *length)
{
  return ik_line_index_get (self->lines, line, length);
}

/**
 * ik_block_list_is_blank:
 * @self: a list
 * @line: number of a line, from 1
 *
 * Returns: whether nothing stands in it
 */
gboolean
ik_block_list_is_blank (const IkBlockList *self,
                        guint              line)
{
  return ik_line_index_is_blank (self->lines, line);
}

/**
 * ik_block_list_dup_lines:
 * @self: a list
 * @first: number of a line, from 1
 * @last: number of a line
 *
 * Returns: (transfer full): these lines as they stand in the source
 */
char *
ik_block_list_dup_lines (const IkBlockList *self,
                         guint              first,
                         guint              last)
{
  gsize length;
  const char *start = ik_block_list_get_line (self, first, &length);
  const char *end = ik_block_list_get_line (self, last, &length);

  return g_strndup (start, (gsize) (end - start) + length);
}

static gboolean
consists_of (const char *line,
             gsize       length,
             const char *characters)
{
  for (gsize i = 0; i < length; i++)
    {
      if (strchr (characters, line[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* A fence, an underline and a delimiter row belong to the block they mark, any
 * other line without text is a block of its own. */
static IkBlock *
place_line (IkBlockList *self,
            guint        line,
            IkBlock     *previous,
            IkBlock     *next)
{
  gsize length;
  const char *start = ik_block_list_get_line (self, line, &length);
  gsize indent = strspn (start, " \t>");
  gboolean fence = g_str_has_prefix (start + indent, "```") ||
                   g_str_has_prefix (start + indent, "~~~");
  g_autofree char *text = NULL;

  if (fence && previous != NULL && previous->kind == IK_BLOCK_CODE && previous->last + 1 == line)
    previous->last = line;
  else if (fence && next != NULL && next->kind == IK_BLOCK_CODE && next->first == line + 1)
    next->first = line;
  else if (previous != NULL && previous->last + 1 == line &&
           previous->kind == IK_BLOCK_HEADING && consists_of (start, length, "=- \t>"))
    previous->last = line;
  else if (previous != NULL && previous->last + 1 == line &&
           previous->kind == IK_BLOCK_TABLE_ROW && indent >= length)
    previous->last = line;
  else if (previous != NULL && previous->last + 1 == line &&
           previous->kind == IK_BLOCK_TABLE_ROW && strchr (previous->source, '\n') == NULL &&
           consists_of (start, length, "|:- \t>"))
    {
      /* Without it the rows were no table */
      g_autoptr(IkBlock) delimiter = NULL;

      text = g_strndup (start + indent, length - indent);
      delimiter = ik_block_new (IK_BLOCK_TABLE_ROW, line, line, "", text);
      ik_block_join (previous, delimiter);
      g_strchomp (previous->text);
    }
  else
    {
      gboolean rule = consists_of (start, length, "-*_= \t>");

      text = g_strndup (start + indent, length - MIN (indent, length));
      return ik_block_new (rule ? IK_BLOCK_RULE : IK_BLOCK_MARKUP, line, line, text, text);
    }

  return NULL;
}

/**
 * ik_block_list_fill_gaps:
 * @self: a list whose blocks are in order
 *
 * Gives every line that is in no block and not blank to a block, and notes
 * before which blocks a blank line stands.
 */
void
ik_block_list_fill_gaps (IkBlockList *self)
{
  g_autoptr(GPtrArray) read = g_steal_pointer (&self->blocks);
  guint line = 1;

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);
  g_ptr_array_set_free_func (read, NULL);

  for (guint i = 0; i <= read->len; i++)
    {
      IkBlock *next = i < read->len ? read->pdata[i] : NULL;
      guint end = next != NULL ? next->first : ik_line_index_count (self->lines) + 1;

      for (; line < end; line++)
        {
          IkBlock *previous = self->blocks->len > 0
                              ? self->blocks->pdata[self->blocks->len - 1] : NULL;
          IkBlock *placed;

          if (ik_block_list_is_blank (self, line))
            continue;
          placed = place_line (self, line, previous, next);
          if (placed != NULL)
            g_ptr_array_add (self->blocks, placed);
        }
      if (next != NULL)
        {
          next->gap = next->first > 1 && ik_block_list_is_blank (self, next->first - 1);
          g_ptr_array_add (self->blocks, next);
          line = MAX (line, next->last + 1);
        }
    }
}
