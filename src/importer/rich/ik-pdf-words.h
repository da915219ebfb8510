#pragma once

#include "ik-pdf-page.h"

G_BEGIN_DECLS

typedef struct _IkPdfWords IkPdfWords;

IkPdfWords *ik_pdf_words_new         (GPtrArray        *lines);
void        ik_pdf_words_free        (IkPdfWords       *self);
void        ik_pdf_words_join        (const IkPdfWords *self,
                                      IkRichBlock      *block,
                                      const IkPdfLine  *line);
gboolean    ik_pdf_words_begin_lower (const char       *text);
gboolean    ik_pdf_words_begin_item  (const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPdfWords, ik_pdf_words_free)

G_END_DECLS
