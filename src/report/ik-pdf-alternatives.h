#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ik_pdf_add_alternatives (GByteArray *pdf,
                                  GPtrArray  *texts);

G_END_DECLS
