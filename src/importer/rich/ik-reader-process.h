#pragma once

#include <gio/gio.h>

#include "ik-document-text.h"

G_BEGIN_DECLS

IkDocumentText *ik_reader_process_read        (GBytes          *bytes,
                                               const char      *name,
                                               IkDocumentKind   kind,
                                               GCancellable    *cancellable,
                                               GError         **error);
IkDocumentText *ik_reader_process_read_within (GBytes          *bytes,
                                               const char      *name,
                                               IkDocumentKind   kind,
                                               guint            max_ms,
                                               GCancellable    *cancellable,
                                               GError         **error);
GBytes         *ik_reader_process_draw        (GBytes          *bytes,
                                               const char      *name,
                                               guint            page,
                                               guint           *out_n_pages,
                                               GCancellable    *cancellable,
                                               GError         **error);
GBytes         *ik_reader_process_read_logo   (GBytes          *bytes,
                                               const char      *name,
                                               GCancellable    *cancellable,
                                               GError         **error);

G_END_DECLS
