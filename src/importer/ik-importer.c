#include "ik-importer.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* What the questions are without those that seem to be none at first. */
typedef struct
{
  guint    n_questions;
  gboolean plain;       /* whether they are paragraphs like any other */
  gboolean reshaped;    /* whether there are such, and so these are not all */
  gboolean titled;      /* whether the title of the document is the only one */
} Others;

/* Looks for questions that seem to be none at first: links to pages that answer
 * them, paragraphs among others that don't ask. */
static gboolean
reshape (IkBlockList  *list,
         const Others *others)
{
  return ik_shape_release_links (list, others->n_questions) ||
         ik_shape_part_asking (list, others->plain ? 0 : others->n_questions);
}

static IkPattern *
learn (IkBlockList *list,
       Others      *others)
{
  IkPattern *pattern = ik_grammar_learn (list);

  others->n_questions = pattern->n_questions;
  others->plain = ik_pattern_is_plain (pattern);
  others->reshaped = reshape (list, others);
  if (others->reshaped)
    {
      ik_pattern_free (pattern);
      pattern = ik_grammar_learn (list);
    }
  if (pattern->questions->len == 0)
    {
      IkShape title = ik_shape_release_title (list);

      others->titled = title != 0;
      if (others->titled)
        ik_pattern_add_title (pattern, title);
    }

  return pattern;
}

/* Tables, JSON and quizzes say by the names of their fields what they hold. */
static IkPack *
draft_records (const IkDocument  *document,
               const GPtrArray   *corrections,
               GError           **error)
{
  g_autoptr(IkRecordList) records = ik_document_read_records (document, error);
  IkPack *pack;

  if (records == NULL)
    return NULL;

  pack = ik_record_draft_build (records, document, corrections, error);
  if (pack != NULL)
    ik_corrections_edit (corrections, pack);

  return pack;
}

static IkLeftOver *
make_left_over (const IkLineIndex *lines,
                guint              first,
                guint              last,
                const char        *reason)
{
  gsize length;
  const char *start = ik_line_index_get (lines, first, &length);
  const char *end = ik_line_index_get (lines, last, &length);
  g_autofree char *text = g_strndup (start, (gsize) (end - start) + length);

  return ik_left_over_new (first, last, text, reason);
}

/* Lists what could not be read, line by line. It stands in the source behind the
 * text. Returns the line behind it. */
static guint
list_lost (const IkDocument  *document,
           const IkLineIndex *lines,
           IkPack            *pack)
{
  guint line = ik_line_index_find (lines, strlen (document->text));
  guint end = document->lost_end > 0 ? ik_line_index_find (lines, document->lost_end - 1) + 1
                                     : line;

  for (; line < end; line++)
    {
      if (!ik_line_index_is_blank (lines, line))
        g_ptr_array_add (pack->left_over, make_left_over (lines, line, line,
                                                          _("damaged: could not be read")));
    }

  return line;
}

/* Lists what was set aside when the document was opened, part by part. It
 * stands in the source behind that. */
static void
list_aside (const IkDocument *document,
            IkPack           *pack)
{
  const char *source = ik_document_get_source (document);
  g_autoptr(IkLineIndex) lines = NULL;
  guint n_lines;

  if (source == document->text)
    return;
  lines = ik_line_index_new (source);
  n_lines = ik_line_index_count (lines);
  for (guint first = list_lost (document, lines, pack); first <= n_lines; first++)
    {
      guint last = first;

      if (ik_line_index_is_blank (lines, first))
        continue;
      while (last < n_lines && !ik_line_index_is_blank (lines, last + 1))
        last++;
      g_ptr_array_add (pack->left_over,
                       make_left_over (lines, first, last,
                                       _("side matter: navigation, notices, comments or what is "
                                         "hidden")));
      first = last;
    }
}

/**
 * ik_importer_draft:
 * @document: a document
 * @corrections: (nullable) (element-type IkCorrection): what a person changed
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
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr(IkBlockList) list = NULL;
  g_autoptr(IkPattern) pattern = NULL;
  g_autofree IkRole *forced = NULL;
  g_autofree IkRole *roles = NULL;
  g_autofree char *title = NULL;
  Others others = { 0 };
  IkPack *pack;

  if (ik_document_holds_records (document))
    return draft_records (document, corrections, error);

  list = prepare_blocks (document, NULL, error);
  if (list == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  pattern = learn (list, &others);
  if (ik_corrections_change_blocks (corrections))
    {
      ik_block_list_free (list);
      list = prepare_blocks (document, corrections, error);
      if (list == NULL)
        return NULL;
      if (others.reshaped)
        reshape (list, &others);
      if (others.titled)
        ik_shape_release_title (list);
    }

  forced = ik_corrections_force_roles (corrections, list);
  roles = ik_grammar_apply (list, pattern, forced);
  title = ik_title_find (list, roles, document->name);
  ik_answer_key_match (list, &roles);
  pack = ik_draft_builder_build (list, roles, document->name, title, error);
  if (pack == NULL)
    return NULL;
  ik_corrections_edit (corrections, pack);
  list_aside (document, pack);

  return pack;
}

/**
 * ik_importer_read:
 * @bytes: a document
 * @name: its file name, for messages and as the last resort for a title
 * @kind: what it is, or %IK_DOCUMENT_KIND_UNKNOWN to let the content decide
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
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr(IkDocument) document = ik_document_open (bytes, name, kind, cancellable, error);

  return document != NULL ? ik_importer_draft (document, NULL, cancellable, error) : NULL;
}
