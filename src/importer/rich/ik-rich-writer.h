#pragma once

#include "ik-rich-document.h"

G_BEGIN_DECLS

char *ik_rich_writer_write (IkRichDocument *document,
                            IkDocumentKind *kind);

G_END_DECLS
