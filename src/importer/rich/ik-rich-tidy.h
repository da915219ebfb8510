#pragma once

#include "ik-rich-document.h"

G_BEGIN_DECLS

void     ik_rich_tidy_table  (IkRichDocument *document,
                              guint           first,
                              guint           row,
                              guint           column);
gboolean ik_rich_tidy_plain  (IkRichDocument *document);
void     ik_rich_tidy_code   (IkRichDocument *document);
void     ik_rich_tidy_blocks (IkRichDocument *document);

G_END_DECLS
