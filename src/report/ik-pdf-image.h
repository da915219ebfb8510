#pragma once

#include "ik-pdf-file.h"

#include <cairo.h>

G_BEGIN_DECLS

guint ik_pdf_image_put (cairo_surface_t *picture,
                        IkPdfFile       *file);

G_END_DECLS
