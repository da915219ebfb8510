#pragma once

#include "ik-document-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkImportSource:
 * @bytes: the content
 * @name: what it is called, for messages and as the last resort for a title
 * @kind: what it is; %IK_DOCUMENT_KIND_UNKNOWN lets the content decide
 * @address: (nullable): where in the web it came from
 *
 * A document as it came from a file, from the web or from the clipboard.
 */
typedef struct
{
  GBytes         *bytes;
  char           *name;
  IkDocumentKind  kind;
  char           *address;
} IkImportSource;

GFile          *ik_import_source_file_for_text (GBytes           *text,
                                                const char       *name,
                                                gboolean          is_page);
IkImportSource *ik_import_source_load          (GFile            *file,
                                                IkDocumentKind    kind,
                                                GCancellable     *cancellable,
                                                GError          **error);
void            ik_import_source_free          (IkImportSource   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkImportSource, ik_import_source_free)

G_END_DECLS
