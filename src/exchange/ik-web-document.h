#pragma once

#include "ik-document-kind.h"
#include "ik-exchange-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The most that is read from an address. */
#define IK_WEB_DOCUMENT_MAX_BYTES (20u * 1024 * 1024)

/**
 * IkWebOptions:
 * @trust: (nullable): whose certificates count; %NULL for those that the
 *   system trusts
 * @silence_s: how long a server may be silent, in seconds; 0 for 20
 * @whole_s: how long all of it may take, in seconds; 0 for 180
 *
 * How an address is read. The program takes the defaults, tests don't wait.
 */
typedef struct
{
  GTlsDatabase *trust;
  guint         silence_s;
  guint         whole_s;
} IkWebOptions;

/**
 * IkWebDocument:
 * @bytes: its content
 * @name: file name that the server or the address gives it, else the host
 * @kind: what the server says it is; %IK_DOCUMENT_KIND_UNKNOWN where that
 *   says nothing
 *
 * A document as it came from the network.
 */
typedef struct
{
  GBytes         *bytes;
  char           *name;
  IkDocumentKind  kind;
} IkWebDocument;

IkWebDocument *ik_web_document_load (const char          *address,
                                     const IkWebOptions  *options,
                                     GCancellable        *cancellable,
                                     GError             **error);
void           ik_web_document_free (IkWebDocument       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkWebDocument, ik_web_document_free)

G_END_DECLS
