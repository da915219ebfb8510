#pragma once

#include "ik-pdf-canvas-private.h"

G_BEGIN_DECLS

GBytes *ik_pdf_content_new (IkPdfCanvas *canvas,
                            GArray      *ops);

G_END_DECLS
