#pragma once

#include "ik-pdf-embedding.h"

G_BEGIN_DECLS

/* What ik-pdf-embedding.c shares with those that put a kind of font. */

struct _IkPdfEmbedding
{
  IkPdfFace  *face;     /* (unowned) */
  hb_set_t   *used;     /* (owned): glyphs */
  gint16     *widths;   /* (owned): by glyph, in thousandths; -1 where not used */
  GHashTable *codes;    /* (owned) (element-type guint guint): of a drawn font, by glyph */
  GArray     *order;    /* (owned) (element-type guint): of a drawn font, by code */
};

void   ik_pdf_embedding_put_subset (IkPdfEmbedding *self,
                                    IkPdfFile      *file,
                                    guint           font);
void   ik_pdf_embedding_put_drawn  (IkPdfEmbedding *self,
                                    IkPdfFile      *file,
                                    guint           font,
                                    guint           part);
guint  ik_pdf_embedding_put_texts  (IkPdfEmbedding *self,
                                    IkPdfFile      *file,
                                    GArray         *glyphs,
                                    guint           n_bytes);

G_END_DECLS
