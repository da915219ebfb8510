#include "ik-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-draft-builder.h"
#include "ik-encoding.h"
#include "ik-grammar.h"
#include "ik-labelling.h"
#include "ik-markdown-reader.h"
#include "ik-repair.h"
#include "ik-shape.h"
#include "ik-text-reader.h"
#include "ik-title.h"

G_DEFINE_QUARK (ik-importer-error-quark, ik_importer_error)

static gboolean
is_binary (IkDocumentKind kind)
{
  return kind == IK_DOCUMENT_KIND_PDF || kind == IK_DOCUMENT_KIND_ODT ||
         kind == IK_DOCUMENT_KIND_DOCX;
}

/* Tells the kind where the caller doesn't. A text is told by what it says, not
 * by the bytes it is written in: UTF-16 hides the marks of Markdown, and noise
 * has commas as well. Hands out the text where it had to be decoded. */
static gboolean
settle_kind (IkDocumentKind  *kind,
             GBytes          *bytes,
             const char      *name,
             char           **out_text,
             GError         **error)
{
  g_autoptr(GBytes) decoded = NULL;

  if (*kind != IK_DOCUMENT_KIND_UNKNOWN)
    return TRUE;

  *kind = ik_document_kind_guess (bytes, name);
  if (is_binary (*kind))
    return TRUE;

  *out_text = ik_encoding_decode (bytes, name, error);
  if (*out_text == NULL)
    return FALSE;

  decoded = g_bytes_new_static (*out_text, strlen (*out_text));
  *kind = ik_document_kind_guess (decoded, name);
  return TRUE;
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
  g_autofree char *text = NULL;
  g_autofree IkRole *roles = NULL;
  g_autofree char *found_title = NULL;
  g_autoptr(IkBlockList) list = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (!settle_kind (&kind, bytes, name, &text, error))
    return NULL;
  if (kind > IK_DOCUMENT_KIND_TEXT)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_NOT_SUPPORTED,
                   _("“%s” is a document of kind %s, which is not in this version: save it as "
                     "plain text or Markdown and import that"),
                   name, ik_document_kind_to_nick (kind));
      return NULL;
    }

  if (text == NULL)
    text = ik_encoding_decode (bytes, name, error);
  if (text == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  list = kind == IK_DOCUMENT_KIND_MARKDOWN ? ik_markdown_reader_read (text)
                                           : ik_text_reader_read (text);
  if (list->blocks->len > IK_IMPORTER_MAX_BLOCKS)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” has more than 200,000 paragraphs: split it into several documents"),
                   name);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  ik_repair_blocks (list);
  ik_labelling_apply (list);
  ik_shape_measure (list);
  roles = ik_grammar_read (list);
  found_title = ik_title_find (list, roles, name);

  return ik_draft_builder_build (list, roles, name, title != NULL ? title : found_title);
}
