#pragma once

#include "ik-pdf-canvas.h"
#include "ik-pdf-file.h"

G_BEGIN_DECLS

guint ik_pdf_metadata_put_information (const IkPdfMetadata *self,
                                       IkPdfFile           *file);
guint ik_pdf_metadata_put_description (const IkPdfMetadata *self,
                                       IkPdfFile           *file);
guint ik_pdf_metadata_put_colours     (IkPdfFile           *file);

G_END_DECLS
