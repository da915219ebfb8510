#pragma once

#include "ik-pdf-page.h"

G_BEGIN_DECLS

void ik_pdf_table_mark (GPtrArray *lines,
                        guint      first);

G_END_DECLS
