#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ik_pdf_add_language (GByteArray *pdf,
                              const char *language);

G_END_DECLS
