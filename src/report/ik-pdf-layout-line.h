#pragma once

#include "ik-pdf-arena.h"
#include "ik-pdf-line.h"

G_BEGIN_DECLS

void ik_pdf_line_init_from_layout (IkPdfLine       *self,
                                   PangoLayoutIter *iter,
                                   double           leading,
                                   IkPdfFonts      *fonts,
                                   IkPdfArena      *arena);

G_END_DECLS
