#pragma once

#include "ik-pdf-spaces.h"

G_BEGIN_DECLS

GArray *ik_pdf_tight_rows_find (GPtrArray *pieces,
                                guint      first,
                                guint      last);

G_END_DECLS
