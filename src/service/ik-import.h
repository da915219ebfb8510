#pragma once

#include "ik-importer.h"
#include "ik-library.h"
#include "ik-pack.h"

G_BEGIN_DECLS

/**
 * IkDuplicatePolicy:
 * @IK_DUPLICATE_DEFAULT: keep for documents, update for a pack that is known
 * @IK_DUPLICATE_SKIP: a question that the bank has is left out
 * @IK_DUPLICATE_UPDATE: a question that the bank has is changed in place
 * @IK_DUPLICATE_KEEP: all questions are stored, as new ones
 *
 * What becomes of questions that the bank has already: of the same id, or of
 * the same prompt but for case, spaces and punctuation, and of no other details.
 */
typedef enum
{
  IK_DUPLICATE_DEFAULT,
  IK_DUPLICATE_SKIP,
  IK_DUPLICATE_UPDATE,
  IK_DUPLICATE_KEEP,
} IkDuplicatePolicy;

/**
 * IkImportProgress:
 * @n_done: questions stored so far
 * @n_questions: questions there are
 * @data: data of the caller
 *
 * Tells how far an import is; on the thread that imports.
 */
typedef void (*IkImportProgress) (guint    n_done,
                                  guint    n_questions,
                                  gpointer data);

/**
 * IkImportOptions:
 * @policy: what becomes of questions that the bank has
 * @decisions: (nullable) (element-type utf8 IkDuplicatePolicy): by id of a
 *   question of the draft, what becomes of it instead; the others follow
 *   @policy
 * @progress: (nullable) (scope call): is told how far it is
 * @progress_data: data for @progress
 *
 * How a draft is stored.
 */
typedef struct
{
  IkDuplicatePolicy  policy;
  GHashTable        *decisions;
  IkImportProgress   progress;
  gpointer           progress_data;
} IkImportOptions;

/**
 * IkImportFile:
 * @document: (nullable): a document
 * @pack: (nullable): what a pack file holds; one of both
 * @address: (nullable): where in the web it came from
 *
 * A file that is open to make a draft of.
 */
typedef struct
{
  IkDocument *document;
  IkPack     *pack;
  char       *address;
} IkImportFile;

void       ik_import_file_free          (IkImportFile       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkImportFile, ik_import_file_free)

IkImportFile *ik_import_open            (GFile              *file,
                                         IkDocumentKind      kind,
                                         GCancellable       *cancellable,
                                         GError            **error);
IkPack    *ik_import_draft              (const IkImportFile *self,
                                         const GPtrArray    *corrections,
                                         GCancellable       *cancellable,
                                         GError            **error);
IkPack    *ik_import_read               (GFile              *file,
                                         IkDocumentKind      kind,
                                         const char         *title,
                                         GCancellable       *cancellable,
                                         GError            **error);
char      *ik_import_store              (IkLibrary              *library,
                                         const IkPack           *draft,
                                         const IkImportOptions  *options,
                                         GCancellable           *cancellable,
                                         GError                **error);
gboolean   ik_import_export_pack        (IkLibrary          *library,
                                         const char         *pack_id,
                                         GFile              *file,
                                         GCancellable       *cancellable,
                                         GError            **error);
GPtrArray *ik_import_list_starter_packs (void);

G_END_DECLS
