#include "ik-import-source.h"

#include "ik-file-access.h"
#include "ik-web-document.h"

#include <string.h>

/* Where a file that stands for a text keeps it. */
#define TEXT_KEY "ik-import-text"
#define TEXT_SCHEME "clipboard"

static IkImportSource *
source_new (GBytes         *bytes, /* (transfer full) */
            char           *name,  /* (transfer full) */
            IkDocumentKind  kind)
{
  IkImportSource *self = g_new0 (IkImportSource, 1);

  self->bytes = bytes;
  self->name = name;
  self->kind = kind;

  return self;
}

/**
 * ik_import_source_free:
 * @self: (nullable) (transfer full): a source
 */
void
ik_import_source_free (IkImportSource *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self->address);
  g_free (self);
}

/* A piece of a page has no head that tells what it is. */
static GBytes *
complete_page (GBytes *piece)
{
  static const char head[] = "<!DOCTYPE html>";
  GByteArray *page = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (piece, &size);

  g_byte_array_append (page, (const guint8 *) head, strlen (head));
  g_byte_array_append (page, data, (guint) size);
  return g_byte_array_free_to_bytes (page);
}

/**
 * ik_import_source_file_for_text:
 * @text: a text of any kind
 * @name: what people call it, such as "Clipboard"
 * @is_page: whether it is HTML, of a page or of a piece of one
 *
 * Makes a file of a text that is in none, so that it takes the same way as
 * documents do. Nothing is written anywhere; only ik_import_source_load() can
 * read it.
 *
 * Returns: (transfer full): what stands for the text
 */
GFile *
ik_import_source_file_for_text (GBytes     *text,
                                const char *name,
                                gboolean    is_page)
{
  g_autofree char *last_part = g_strdelimit (g_strdup (name), "/", ' ');
  g_autofree char *escaped = g_uri_escape_string (last_part, NULL, FALSE);
  g_autofree char *uri = g_strconcat (TEXT_SCHEME ":///", escaped, NULL);
  GFile *file = g_file_new_for_uri (uri);

  g_object_set_data_full (G_OBJECT (file), TEXT_KEY,
                          is_page ? complete_page (text) : g_bytes_ref (text),
                          (GDestroyNotify) g_bytes_unref);
  return file;
}

static IkImportSource *
load_address (GFile           *file,
              IkDocumentKind   kind,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(IkWebDocument) document = ik_web_document_load (uri, NULL, cancellable, error);
  IkImportSource *source;

  if (document == NULL)
    return NULL;

  source = source_new (g_bytes_ref (document->bytes), g_strdup (document->name),
                       kind != IK_DOCUMENT_KIND_UNKNOWN ? kind : document->kind);
  source->address = g_steal_pointer (&uri);
  return source;
}

/* Schemes that are no place on this computer; what others of GIO's mean is
 * GIO's own business. */
static gboolean
is_address (GFile *file)
{
  return g_file_has_uri_scheme (file, "https") || g_file_has_uri_scheme (file, "http") ||
         g_file_has_uri_scheme (file, "ftp");
}

/**
 * ik_import_source_load:
 * @file: a document, its address in the web, or what
 *   ik_import_source_file_for_text() made
 * @kind: what it is; #IK_DOCUMENT_KIND_UNKNOWN where nobody said
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Gets what shall be imported. Blocks: call it off the main loop.
 *
 * Returns: (transfer full): the content; %NULL with a #GIOErrorEnum, an
 *   #IkImporterError or an #IkExchangeError
 */
IkImportSource *
ik_import_source_load (GFile           *file,
                       IkDocumentKind   kind,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autofree char *name = NULL;
  GBytes *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (is_address (file))
    return load_address (file, kind, cancellable, error);

  bytes = g_object_get_data (G_OBJECT (file), TEXT_KEY);
  bytes = bytes != NULL ? g_bytes_ref (bytes) : ik_file_access_load (file, cancellable, error);

  if (bytes == NULL)
    return NULL;

  name = g_file_get_basename (file);
  return source_new (bytes, g_filename_display_name (name), kind);
}
