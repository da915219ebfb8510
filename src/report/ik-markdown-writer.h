#pragma once

#include "ik-rich-text.h"

G_BEGIN_DECLS

void ik_markdown_append_text   (GString          *markdown,
                                const char       *text);
void ik_markdown_append_rich   (GString          *markdown,
                                const IkRichText *text);
void ik_markdown_append_blocks (GString          *markdown,
                                GPtrArray        *blocks);
void ik_markdown_append_signature (GString       *markdown,
                                   const char    *name);

G_END_DECLS
