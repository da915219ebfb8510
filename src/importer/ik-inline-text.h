#pragma once

#include "ik-block.h"

G_BEGIN_DECLS

char *ik_inline_text_trim_title  (const char     *text);
char *ik_inline_text_dup_line    (const char     *source);
char *ik_inline_text_dup_prompt  (const IkBlock  *block,
                                  char          **level);
char *ik_inline_text_fold        (const char     *text);
void  ik_inline_text_find_links  (const char     *source,
                                  GPtrArray      *links);

G_END_DECLS
