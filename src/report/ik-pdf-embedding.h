#pragma once

#include "ik-pdf-face.h"
#include "ik-pdf-file.h"

G_BEGIN_DECLS

/**
 * IkPdfCode:
 * @part: which of the fonts of the file that a font became
 * @code: of a glyph in there
 * @n_bytes: of @code
 * @width: of the glyph, in thousandths of the size
 *
 * How a page names a glyph.
 */
typedef struct
{
  guint part;
  guint code;
  guint n_bytes;
  int   width;
} IkPdfCode;

typedef struct _IkPdfEmbedding IkPdfEmbedding;

IkPdfEmbedding *ik_pdf_embedding_new  (IkPdfFace       *face);
void            ik_pdf_embedding_free (IkPdfEmbedding  *self);
void            ik_pdf_embedding_use  (IkPdfEmbedding  *self,
                                       guint            glyph,
                                       IkPdfCode       *out_code);
void            ik_pdf_embedding_put  (IkPdfEmbedding  *self,
                                       IkPdfFile       *file,
                                       GString         *resources);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPdfEmbedding, ik_pdf_embedding_free)

G_END_DECLS
