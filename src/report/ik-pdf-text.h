#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  ik_pdf_clean_text (char       *text);
char *ik_pdf_make_label (const char *text);

G_END_DECLS
