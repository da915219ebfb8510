#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkDocumentKind:
 * @IK_DOCUMENT_KIND_UNKNOWN: let the content decide
 * @IK_DOCUMENT_KIND_MARKDOWN: CommonMark with the usual extensions
 * @IK_DOCUMENT_KIND_TEXT: plain text
 * @IK_DOCUMENT_KIND_HTML: web page
 * @IK_DOCUMENT_KIND_PDF: PDF
 * @IK_DOCUMENT_KIND_ODT: OpenDocument text
 * @IK_DOCUMENT_KIND_DOCX: Office Open XML text
 * @IK_DOCUMENT_KIND_CSV: table with commas, semicolons or tabs, Anki's text
 *   export among it
 * @IK_DOCUMENT_KIND_JSON: JSON, our own pack file among it
 * @IK_DOCUMENT_KIND_GIFT: quiz in Moodle's GIFT format
 *
 * What a document is, by its content.
 */
typedef enum
{
  IK_DOCUMENT_KIND_UNKNOWN,
  IK_DOCUMENT_KIND_MARKDOWN,
  IK_DOCUMENT_KIND_TEXT,
  IK_DOCUMENT_KIND_HTML,
  IK_DOCUMENT_KIND_PDF,
  IK_DOCUMENT_KIND_ODT,
  IK_DOCUMENT_KIND_DOCX,
  IK_DOCUMENT_KIND_CSV,
  IK_DOCUMENT_KIND_JSON,
  IK_DOCUMENT_KIND_GIFT,
} IkDocumentKind;

IkDocumentKind ik_document_kind_guess     (GBytes         *bytes,
                                           const char     *name);
const char    *ik_document_kind_to_nick   (IkDocumentKind  kind);
gboolean       ik_document_kind_from_nick (const char     *nick,
                                           IkDocumentKind *out_kind);

G_END_DECLS
