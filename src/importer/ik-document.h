#pragma once

#include <gio/gio.h>

#include "ik-block-list.h"
#include "ik-document-kind.h"
#include "ik-record-list.h"

G_BEGIN_DECLS

/**
 * IkDocument:
 * @name: its file name
 * @kind: how @text is to be read
 * @text: UTF-8 with line feeds
 * @source: (nullable): @text and, behind it, what was set aside of the
 *   document, see ik_document_get_source(); %NULL where nothing was
 * @lost_end: where in @source that ends which could not be read, a line for each
 *   part; it begins behind @text and an empty line. 0 where there is none
 * @title: title by the metadata beside the text, "" where not said
 * @author: author likewise
 * @language: language tag likewise
 *
 * A document as text. It doesn't change once it is open, so threads may read it
 * at once.
 */
typedef struct
{
  char           *name;
  IkDocumentKind  kind;
  char           *text;
  char           *source;
  gsize           lost_end;
  char           *title;
  char           *author;
  char           *language;
} IkDocument;

IkDocument  *ik_document_open        (GBytes           *bytes,
                                      const char       *name,
                                      IkDocumentKind    kind,
                                      GCancellable     *cancellable,
                                      GError          **error);
void         ik_document_free        (IkDocument       *self);
const char  *ik_document_get_source  (const IkDocument *self);
IkBlockList *ik_document_read_text   (IkDocumentKind    kind,
                                      const char       *text);
gboolean     ik_document_holds_records (const IkDocument *self);
IkRecordList *ik_document_read_records (const IkDocument *self,
                                        GError          **error);
IkBlockList *ik_document_read_blocks (const IkDocument *self,
                                      GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDocument, ik_document_free)

G_END_DECLS
