#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkComment:
 * @word: what is typed for it, a single word in any case
 * @text: what it becomes in a note
 *
 * A comment that is used again and again.
 */
typedef struct
{
  char *word;
  char *text;
} IkComment;

IkComment *ik_comment_new           (const char *word,
                                     const char *text);
IkComment *ik_comment_new_from_line (const char *line);
char      *ik_comment_to_line       (const IkComment *self);
void       ik_comment_free          (IkComment  *self);

GPtrArray *ik_comments_new          (void);
const IkComment *ik_comments_find   (GPtrArray  *comments,
                                     const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkComment, ik_comment_free)

G_END_DECLS
