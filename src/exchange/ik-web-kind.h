#pragma once

#include "ik-document-kind.h"

G_BEGIN_DECLS

gboolean ik_web_kind_from_type (const char     *media_type,
                                IkDocumentKind *out_kind);

G_END_DECLS
