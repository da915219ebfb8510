#pragma once

#include "ik-block.h"

G_BEGIN_DECLS

/**
 * IkPromptNotes:
 * @level: (nullable): level
 * @tag: (nullable): topic
 * @address: (nullable): where the question leads as a link
 * @minutes: planned time, 0 where not said
 *
 * What stands in brackets or a link around a question and is no part of it.
 */
typedef struct
{
  char  *level;
  char  *tag;
  char  *address;
  guint  minutes;
} IkPromptNotes;

char *ik_inline_text_trim_title  (const char     *text);
char *ik_inline_text_dup_line    (const char     *source);
char *ik_inline_text_dup_prompt  (const IkBlock  *block,
                                  IkPromptNotes  *notes);
void  ik_prompt_notes_clear      (IkPromptNotes  *self);
char *ik_inline_text_fold        (const char     *text);
gboolean ik_inline_text_has_link  (const char     *source);
void  ik_inline_text_find_links  (const char     *source,
                                  GPtrArray      *links);

G_END_DECLS
