#pragma once

#include "ik-importer.h"
#include "ik-library.h"
#include "ik-pack.h"

G_BEGIN_DECLS

typedef enum
{
  IK_DUPLICATE_DEFAULT, /* keep for documents, update for a pack file whose id is known */
  IK_DUPLICATE_SKIP,
  IK_DUPLICATE_UPDATE,
  IK_DUPLICATE_KEEP,
} IkDuplicatePolicy;

typedef void (*IkImportProgress) (guint    n_done,
                                  guint    n_questions,
                                  gpointer data);

/* Both block: call them off the main loop. @kind UNKNOWN: content decides.
 * Reads a document or a pack file into a draft; stores nothing. */
IkPack  *ik_import_read         (GFile             *file,
                                 IkDocumentKind     kind,
                                 const char        *title, /* nullable */
                                 GCancellable      *cancellable,
                                 GError           **error);
/* Returns the id of the pack that now holds the draft. Undoable as one command;
 * cancelled or failed, it leaves nothing. */
char    *ik_import_store        (IkLibrary         *library,
                                 const IkPack      *draft,
                                 IkDuplicatePolicy  policy,
                                 IkImportProgress   progress, /* nullable; on the calling thread */
                                 gpointer           progress_data,
                                 GCancellable      *cancellable,
                                 GError           **error);
/* Writes a pack file (.ikpack); .md and .csv belong to a later version. */
gboolean ik_import_export_pack  (IkLibrary         *library,
                                 const char        *pack_id,
                                 GFile             *file,
                                 GCancellable      *cancellable,
                                 GError           **error);
/* The starter packs that the program brings: GFile list (resource URIs). */
GPtrArray *ik_import_list_starter_packs (void);

G_END_DECLS
