#pragma once

#include "ik-rich-document.h"

G_BEGIN_DECLS

void ik_pdf_flow_read (IkRichDocument *document,
                       GPtrArray      *lines,
                       gboolean        drawn_bullets);

G_END_DECLS
