#pragma once

#include <gio/gio.h>

#include "ik-correction.h"
#include "ik-pack.h"

G_BEGIN_DECLS

/**
 * IkImporterError:
 * @IK_IMPORTER_ERROR_EMPTY: nothing stands in the document
 * @IK_IMPORTER_ERROR_NOT_TEXT: the document is not text in a known encoding
 * @IK_IMPORTER_ERROR_TOO_LARGE: the document exceeds a limit
 * @IK_IMPORTER_ERROR_BROKEN: the document breaks the rules of its format
 * @IK_IMPORTER_ERROR_DAMAGED: the document isn't what its kind is
 * @IK_IMPORTER_ERROR_ENCRYPTED: the document has a password
 * @IK_IMPORTER_ERROR_NO_READER: the program that reads it can't be started
 *
 * Why a document could not be read. The message is a sentence for people that
 * names the document.
 */
typedef enum
{
  IK_IMPORTER_ERROR_EMPTY,
  IK_IMPORTER_ERROR_NOT_TEXT,
  IK_IMPORTER_ERROR_TOO_LARGE,
  IK_IMPORTER_ERROR_BROKEN,
  IK_IMPORTER_ERROR_DAMAGED,
  IK_IMPORTER_ERROR_ENCRYPTED,
  IK_IMPORTER_ERROR_NO_READER,
} IkImporterError;

#define IK_IMPORTER_ERROR (ik_importer_error_quark ())

/* The largest document that is read, in bytes, in blocks and in questions: a
 * question of a few letters takes a kilobyte. */
#define IK_IMPORTER_MAX_BYTES (64u * 1024 * 1024)
#define IK_IMPORTER_MAX_BLOCKS 200000u
#define IK_IMPORTER_MAX_QUESTIONS 25000u

GQuark  ik_importer_error_quark (void);

IkPack *ik_importer_draft       (const IkDocument  *document,
                                 const GPtrArray   *corrections,
                                 GCancellable      *cancellable,
                                 GError           **error);
IkPack *ik_importer_read        (GBytes          *bytes,
                                 const char      *name,
                                 IkDocumentKind   kind,
                                 GCancellable    *cancellable,
                                 GError         **error);

G_END_DECLS
