#pragma once

#include <gio/gio.h>

#include "ik-document-text.h"

G_BEGIN_DECLS

IkDocumentText *ik_reader_process_read (GBytes          *bytes,
                                        const char      *name,
                                        IkDocumentKind   kind,
                                        GCancellable    *cancellable,
                                        GError         **error);

G_END_DECLS
