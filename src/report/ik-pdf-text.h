#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     ik_pdf_clean_text    (char       *text);
char    *ik_pdf_make_label    (const char *text);
gboolean ik_pdf_text_is_plain (const char *text,
                               gsize       length);

void     ik_pdf_append_number (GString    *out,
                               double      number);
void     ik_pdf_append_text   (GString    *out,
                               const char *text);
void     ik_pdf_append_units  (GString    *out,
                               const char *text);

G_END_DECLS
