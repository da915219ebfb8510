#include "ik-import.h"

#include "ik-bank.h"
#include "ik-file-access.h"
#include "ik-import-source.h"
#include "ik-pack-csv.h"
#include "ik-pack-json.h"
#include "ik-pack-markdown.h"
#include "ik-starter-packs.h"
#include "ik-text.h"
#include "ik-title.h"

#include <glib/gi18n.h>

#define STARTER_PACKS_PATH "/com/example/InterviewKit/packs/"

/* A pack file that says what it is is read as one, whatever its name, and so is
 * what ik_import_export_pack() wrote as Markdown and as a table. */
typedef enum
{
  PACK_FILE_NONE,
  PACK_FILE_JSON,
  PACK_FILE_MARKDOWN,
  PACK_FILE_CSV,
} PackFile;

static PackFile
guess_pack_file (GBytes         *bytes,
                 IkDocumentKind  kind)
{
  gboolean may_be_any = kind == IK_DOCUMENT_KIND_UNKNOWN;

  if ((may_be_any || kind == IK_DOCUMENT_KIND_JSON) && ik_pack_is_in_bytes (bytes))
    return PACK_FILE_JSON;
  if ((may_be_any || kind == IK_DOCUMENT_KIND_MARKDOWN) && ik_pack_is_markdown_in_bytes (bytes))
    return PACK_FILE_MARKDOWN;
  if ((may_be_any || kind == IK_DOCUMENT_KIND_CSV) && ik_pack_is_csv_in_bytes (bytes))
    return PACK_FILE_CSV;

  return PACK_FILE_NONE;
}

static IkPack *
read_pack_file (const IkImportSource  *source,
                PackFile               pack_file,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autofree char *title = ik_title_of_name (source->name);
  IkPack *pack;

  if (pack_file == PACK_FILE_MARKDOWN)
    pack = ik_pack_from_markdown (source->bytes, error);
  else if (pack_file == PACK_FILE_CSV)
    pack = ik_pack_from_csv (source->bytes, title, error);
  else
    pack = ik_pack_from_bytes (source->bytes, cancellable, error);

  if (pack == NULL)
    g_prefix_error (error, _("“%s” can't be read: "), source->name);

  return pack;
}

/**
 * ik_import_file_free:
 * @self: (transfer full): an open file
 */
void
ik_import_file_free (IkImportFile *self)
{
  g_clear_pointer (&self->document, ik_document_free);
  g_clear_pointer (&self->pack, ik_pack_free);
  g_free (self->address);
  g_free (self);
}

/**
 * ik_import_open:
 * @file: a document or a pack file, or its address in the web
 * @kind: what it is; #IK_DOCUMENT_KIND_UNKNOWN lets the content decide
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads a file as far as its text; ik_import_draft() goes on from there.
 * Blocks: call it off the main loop.
 *
 * Returns: (transfer full): the file; %NULL with an #IkImporterError,
 *   #IkExchangeError or #GIOErrorEnum
 */
IkImportFile *
ik_import_open (GFile           *file,
                IkDocumentKind   kind,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr(IkImportSource) source = NULL;
  g_autoptr(IkImportFile) opened = g_new0 (IkImportFile, 1);
  PackFile pack_file;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  source = ik_import_source_load (file, kind, cancellable, error);
  if (source == NULL)
    return NULL;

  opened->address = g_strdup (source->address);
  pack_file = guess_pack_file (source->bytes, source->kind);
  if (pack_file != PACK_FILE_NONE)
    opened->pack = read_pack_file (source, pack_file, cancellable, error);
  else
    opened->document = ik_document_open (source->bytes, source->name, source->kind, cancellable,
                                         error);

  return opened->pack != NULL || opened->document != NULL ? g_steal_pointer (&opened) : NULL;
}

/**
 * ik_import_draft:
 * @self: an open file
 * @corrections: (nullable) (element-type IkCorrection): what a person changed
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes a draft of a file. Blocks: call it off the main loop.
 *
 * Returns: (transfer full): the draft, which may hold no question; %NULL with
 *   an error
 */
IkPack *
ik_import_draft (const IkImportFile  *self,
                 const GPtrArray     *corrections,
                 GCancellable        *cancellable,
                 GError             **error)
{
  IkPack *draft;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->pack != NULL)
    return ik_pack_copy (self->pack);

  draft = ik_importer_draft (self->document, corrections, cancellable, error);
  if (draft != NULL && self->address != NULL)
    ik_text_set (&draft->source, self->address);

  return draft;
}

/**
 * ik_import_read:
 * @file: a document or a pack file, or its address in the web
 * @kind: what it is; #IK_DOCUMENT_KIND_UNKNOWN lets the content decide
 * @title: (nullable): title of the pack in place of its own
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads a document into a draft; stores nothing. Blocks: call it off the main
 * loop.
 *
 * Returns: (transfer full): the draft, which may hold no question; %NULL with
 *   an #IkImporterError, #IkExchangeError or #GIOErrorEnum
 */
IkPack *
ik_import_read (GFile           *file,
                IkDocumentKind   kind,
                const char      *title,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr(IkImportFile) opened = ik_import_open (file, kind, cancellable, error);
  IkPack *draft;

  if (opened == NULL)
    return NULL;

  draft = opened->pack != NULL ? g_steal_pointer (&opened->pack)
                               : ik_import_draft (opened, NULL, cancellable, error);
  if (draft != NULL && title != NULL)
    ik_text_set (&draft->title, title);

  return draft;
}

static GBytes *
write_pack (const IkPack *pack,
            GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".md"))
    return ik_pack_to_markdown (pack);
  if (g_str_has_suffix (lower, ".csv"))
    return ik_pack_to_csv (pack);

  return ik_pack_to_bytes (pack);
}

/**
 * ik_import_export_pack:
 * @library: a library
 * @pack_id: a pack
 * @file: where to; replaced whole or not at all
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes a pack: as Markdown where the name ends in ".md", as a table where it
 * ends in ".csv", else as a pack file. ik_import_read() reads all of them.
 * Blocks: call it off the main loop.
 *
 * Returns: whether it was written; a #GIOErrorEnum or an #IkStoreError
 *   otherwise
 */
gboolean
ik_import_export_pack (IkLibrary     *library,
                       const char    *pack_id,
                       GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (IK_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  pack = ik_bank_load_pack (library, pack_id, cancellable, error);
  if (pack == NULL)
    return FALSE;

  bytes = write_pack (pack, file);
  return ik_file_access_replace (file, bytes, G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                                 error);
}

/**
 * ik_import_list_starter_packs:
 *
 * Returns: (transfer full) (element-type GFile): the packs that the program
 *   brings, for ik_import_read()
 */
GPtrArray *
ik_import_list_starter_packs (void)
{
  GResource *resource = ik_starter_packs_get_resource ();
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) names = g_resource_enumerate_children (resource, STARTER_PACKS_PATH,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *uri = g_strconcat ("resource://" STARTER_PACKS_PATH, names[i], NULL);

      g_ptr_array_add (files, g_file_new_for_uri (uri));
    }

  return files;
}
