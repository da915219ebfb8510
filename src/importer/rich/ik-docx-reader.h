#pragma once

#include "ik-rich-document.h"

G_BEGIN_DECLS

IkRichDocument *ik_docx_reader_read (GBytes      *bytes,
                                    const char  *name,
                                    GError     **error);

G_END_DECLS
