#pragma once

#include <glib.h>

#include "ik-document-kind.h"

G_BEGIN_DECLS

/**
 * IkDocumentText:
 * @kind: %IK_DOCUMENT_KIND_MARKDOWN or %IK_DOCUMENT_KIND_TEXT
 * @text: the text, UTF-8
 * @title: title by the metadata, "" where not said
 * @author: author by the metadata
 * @language: language tag by the metadata
 * @aside: what was set aside, "" where nothing was: lines, parts apart by
 *   empty ones
 * @lost: what could not be read, likewise "": a line for each part
 *
 * What a document other than text says, as text.
 */
typedef struct
{
  IkDocumentKind  kind;
  char           *text;
  char           *title;
  char           *author;
  char           *language;
  char           *aside;
  char           *lost;
} IkDocumentText;

IkDocumentText *ik_document_text_read       (GBytes                *bytes,
                                             const char            *name,
                                             IkDocumentKind         kind,
                                             GError               **error);
void            ik_document_text_free       (IkDocumentText        *self);
GBytes         *ik_document_text_to_bytes   (const IkDocumentText  *self);
IkDocumentText *ik_document_text_from_bytes (GBytes                *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDocumentText, ik_document_text_free)

G_END_DECLS
