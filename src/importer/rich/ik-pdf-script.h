#pragma once

#include "ik-rich-document.h"

G_BEGIN_DECLS

gboolean     ik_pdf_script_is_rtl       (gunichar     ch);
gboolean     ik_pdf_script_reads_rtl    (const char  *text);
char        *ik_pdf_script_drop_marks   (const char  *text);
gsize        ik_pdf_script_take_apart   (gunichar     ch,
                                         gunichar    *letters);
IkRichBlock *ik_pdf_script_order_words  (IkRichBlock *line);
void         ik_pdf_script_turn_lam     (char        *text);

G_END_DECLS
