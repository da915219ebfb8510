#pragma once

#include "ik-rich-document.h"

G_BEGIN_DECLS

void ik_pdf_margins_drop (IkRichDocument *document,
                          GPtrArray      *lines,
                          guint           n_pages);

G_END_DECLS
