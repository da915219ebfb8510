#include "ik-importer.h"

#include "ik-draft-builder.h"
#include "ik-grammar.h"
#include "ik-labelling.h"
#include "ik-repair.h"
#include "ik-shape.h"
#include "ik-title.h"

G_DEFINE_QUARK (ik-importer-error-quark, ik_importer_error)

/**
 * ik_importer_draft:
 * @document: a document
 * @title: (nullable): title of the pack, overrides the document's own
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Makes a draft pack of a document. May be called on any thread. Linear.
 *
 * Returns: (transfer full): a pack, possibly without questions, its
 *   `left_over` filled; or %NULL with an error of %IK_IMPORTER_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
IkPack *
ik_importer_draft (const IkDocument  *document,
                   const char        *title,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr(IkBlockList) list = ik_document_read_blocks (document, error);
  g_autofree IkRole *roles = NULL;
  g_autofree char *found_title = NULL;

  if (list == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  ik_repair_blocks (list);
  ik_labelling_apply (list);
  ik_shape_measure (list);
  roles = ik_grammar_read (list);
  found_title = ik_title_find (list, roles, document->name);

  return ik_draft_builder_build (list, roles, document->name,
                                 title != NULL ? title : found_title);
}

/**
 * ik_importer_read:
 * @bytes: a document
 * @name: its file name, for messages and as the last resort for a title
 * @kind: what it is, or %IK_DOCUMENT_KIND_UNKNOWN to let the content decide
 * @title: (nullable): title of the pack, overrides the document's own
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Opens a document and makes a draft pack of it. May be called on any thread.
 *
 * Returns: (transfer full): a pack as by ik_importer_draft(); or %NULL with an
 *   error of %IK_IMPORTER_ERROR or %G_IO_ERROR_CANCELLED
 */
IkPack *
ik_importer_read (GBytes          *bytes,
                  const char      *name,
                  IkDocumentKind   kind,
                  const char      *title,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr(IkDocument) document = ik_document_open (bytes, name, kind, cancellable, error);

  return document != NULL ? ik_importer_draft (document, title, cancellable, error) : NULL;
}
