#include "ik-comment.h"

/**
 * ik_comment_new:
 * @word: what is typed for it
 * @text: what it becomes
 *
 * Returns: (transfer full): a comment
 */
IkComment *
ik_comment_new (const char *word,
                const char *text)
{
  IkComment *self = g_new0 (IkComment, 1);

  self->word = g_strdup (word);
  self->text = g_strdup (text);

  return self;
}

/**
 * ik_comment_new_from_line:
 * @line: a word and, behind the first space, what it becomes
 *
 * Reads a comment as a person writes it down.
 *
 * Returns: (transfer full) (nullable): the comment, %NULL where @line is no more
 *   than a word
 */
IkComment *
ik_comment_new_from_line (const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  g_auto(GStrv) parts = g_strsplit (stripped, " ", 2);

  if (parts[0] == NULL || *parts[0] == '\0' || parts[1] == NULL || *g_strchug (parts[1]) == '\0')
    return NULL;

  return ik_comment_new (parts[0], parts[1]);
}

/**
 * ik_comment_to_line:
 * @self: a comment
 *
 * Returns: (transfer full): what ik_comment_new_from_line() reads
 */
char *
ik_comment_to_line (const IkComment *self)
{
  return g_strdup_printf ("%s %s", self->word, self->text);
}

/**
 * ik_comment_free:
 * @self: (transfer full): a comment
 */
void
ik_comment_free (IkComment *self)
{
  g_free (self->word);
  g_free (self->text);
  g_free (self);
}

/**
 * ik_comments_new:
 *
 * Returns: (transfer full) (element-type IkComment): an empty list
 */
GPtrArray *
ik_comments_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_comment_free);
}

/**
 * ik_comments_find:
 * @comments: (element-type IkComment): comments
 * @word: a word, in any case
 *
 * Returns: (transfer none) (nullable): the comment that @word stands for
 */
const IkComment *
ik_comments_find (GPtrArray  *comments,
                  const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < comments->len; i++)
    {
      const IkComment *comment = comments->pdata[i];
      g_autofree char *other = g_utf8_casefold (comment->word, -1);

      if (g_str_equal (folded, other))
        return comment;
    }

  return NULL;
}
