#include "ik-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-encoding.h"
#include "ik-text.h"

G_DEFINE_QUARK (ik-importer-error-quark, ik_importer_error)

/**
 * ik_importer_read:
 * @bytes: a document
 * @name: its file name, for messages and as the last resort for a title
 * @kind: what it is, or %IK_DOCUMENT_KIND_UNKNOWN to let the content decide
 * @title: (nullable): title of the pack, overrides the document's own
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Makes a draft pack of a document. May be called on any thread.
 *
 * Returns: (transfer full): a pack, possibly without questions, its
 *   `left_over` filled; or %NULL with an error of %IK_IMPORTER_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
IkPack *
ik_importer_read (GBytes          *bytes,
                  const char      *name,
                  IkDocumentKind   kind,
                  const char      *title,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr (IkPack) pack = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (kind == IK_DOCUMENT_KIND_UNKNOWN)
    kind = ik_document_kind_guess (bytes, name);
  if (kind > IK_DOCUMENT_KIND_TEXT)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_NOT_SUPPORTED,
                   _("“%s” is a document of kind %s, which is not in this version: save it as "
                     "plain text or Markdown and import that"),
                   name, ik_document_kind_to_nick (kind));
      return NULL;
    }

  text = ik_encoding_decode (bytes, name, error);
  if (text == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  pack = ik_pack_new (title != NULL ? title : name);
  ik_text_set (&pack->source, name);
  g_ptr_array_add (pack->left_over,
                   ik_left_over_new (1, 1, text, _("holds no question")));

  return g_steal_pointer (&pack);
}
