#include "ik-importer.h"

#include "ik-answer-key.h"
#include "ik-draft-builder.h"
#include "ik-grammar.h"
#include "ik-labelling.h"
#include "ik-record-draft.h"
#include "ik-repair.h"
#include "ik-shape.h"
#include "ik-split-lines.h"
#include "ik-tables.h"
#include "ik-title.h"

G_DEFINE_QUARK (ik-importer-error-quark, ik_importer_error)

/* The blocks of a document with all that the grammar looks at. */
static IkBlockList *
prepare_blocks (const IkDocument  *document,
                const GPtrArray   *corrections,
                GError           **error)
{
  IkBlockList *list = ik_document_read_blocks (document, error);

  if (list == NULL)
    return NULL;

  ik_repair_blocks (list);
  ik_tables_apply (list);
  ik_split_lines_apply (list);
  ik_corrections_shape_blocks (corrections, document->kind, list);
  ik_labelling_apply (list);
  ik_shape_measure (list);

  return list;
}

/* Sets @links where the questions are links to pages that answer them. */
static IkPattern *
learn (IkBlockList *list,
       gboolean    *links)
{
  IkPattern *pattern = ik_grammar_learn (list);

  *links = pattern->questions->len == 0 && ik_shape_release_links (list);
  if (*links)
    {
      ik_pattern_free (pattern);
      pattern = ik_grammar_learn (list);
    }

  return pattern;
}

/* Tables, JSON and quizzes say by the names of their fields what they hold. */
static IkPack *
draft_records (const IkDocument  *document,
               const GPtrArray   *corrections,
               const char        *title,
               GError           **error)
{
  g_autoptr(IkRecordList) records = ik_document_read_records (document, error);
  IkPack *pack;

  if (records == NULL)
    return NULL;

  pack = ik_record_draft_build (records, document, corrections, title, error);
  if (pack != NULL)
    ik_corrections_edit (corrections, pack);

  return pack;
}

/**
 * ik_importer_draft:
 * @document: a document
 * @corrections: (nullable) (element-type IkCorrection): what a person changed
 * @title: (nullable): title of the pack, overrides the document's own
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Makes a draft pack of a document. Its pattern is learnt from the document as
 * it stands: a correction changes what it names, and what is below that, never
 * anything elsewhere. May be called on any thread. Linear.
 *
 * Returns: (transfer full): a pack, possibly without questions, its
 *   `left_over` filled; or %NULL with an error of %IK_IMPORTER_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
IkPack *
ik_importer_draft (const IkDocument  *document,
                   const GPtrArray   *corrections,
                   const char        *title,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr(IkBlockList) list = NULL;
  g_autoptr(IkPattern) pattern = NULL;
  g_autofree IkRole *forced = NULL;
  g_autofree IkRole *roles = NULL;
  g_autofree char *found_title = NULL;
  gboolean links;
  IkPack *pack;

  if (ik_document_holds_records (document))
    return draft_records (document, corrections, title, error);

  list = prepare_blocks (document, NULL, error);
  if (list == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  pattern = learn (list, &links);
  if (ik_corrections_change_blocks (corrections))
    {
      ik_block_list_free (list);
      list = prepare_blocks (document, corrections, error);
      if (list == NULL)
        return NULL;
      if (links)
        ik_shape_release_links (list);
    }

  forced = ik_corrections_force_roles (corrections, list);
  roles = ik_grammar_apply (list, pattern, forced);
  found_title = ik_title_find (list, roles, document->name);
  ik_answer_key_match (list, &roles);
  pack = ik_draft_builder_build (list, roles, document->name, title != NULL ? title : found_title,
                                 error);
  if (pack != NULL)
    ik_corrections_edit (corrections, pack);

  return pack;
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

  return document != NULL ? ik_importer_draft (document, NULL, title, cancellable, error) : NULL;
}
