#include "ik-file-preview.h"

#include "ik-document.h"
#include "ik-reader-process.h"

#include <string.h>

/* Thirty pages; more is looked at in another program. */
#define MAX_TEXT_BYTES (100 * 1000)

/**
 * ik_file_preview_free:
 * @self: (transfer full): a preview
 */
void
ik_file_preview_free (IkFilePreview *self)
{
  g_free (self->text);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self);
}

static IkFilePreview *
preview_new (void)
{
  IkFilePreview *self = g_new0 (IkFilePreview, 1);

  self->n_pages = 1;
  return self;
}

static gboolean
is_picture (const IkAttachment *file)
{
  return g_str_has_prefix (file->media_type, "image/");
}

static IkFilePreview *
show_page (const IkAttachment  *file,
           guint                page,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr(IkFilePreview) self = preview_new ();

  self->picture = ik_reader_process_draw (file->data, file->name, page, &self->n_pages,
                                          cancellable, error);
  if (self->picture == NULL)
    return NULL;

  self->page = MIN (page, self->n_pages - 1);
  return g_steal_pointer (&self);
}

/* At the end of a line, or of a letter where there is none. */
static void
cut (IkFilePreview *self)
{
  char *end;

  self->is_cut = strlen (self->text) > MAX_TEXT_BYTES;
  if (!self->is_cut)
    return;

  end = g_utf8_find_prev_char (self->text, self->text + MAX_TEXT_BYTES);
  *end = '\0';
  end = strrchr (self->text, '\n');
  if (end != NULL)
    end[1] = '\0';
}

static IkFilePreview *
show_text (const IkAttachment  *file,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr(IkDocument) document = ik_document_open (file->data, file->name,
                                                     IK_DOCUMENT_KIND_UNKNOWN, cancellable, error);
  IkFilePreview *self;

  if (document == NULL)
    return NULL;

  self = preview_new ();
  self->is_markdown = document->kind == IK_DOCUMENT_KIND_MARKDOWN;
  self->text = g_strdup (document->text);
  cut (self);

  return self;
}

/**
 * ik_file_preview_new:
 * @file: a file
 * @page: which page, from 0; the last one where there are fewer
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads a file to show it. PDF and office documents are read in a process with
 * limits, so that a broken one takes nothing with it. Blocks; any thread.
 *
 * Returns: (transfer full): the preview; %NULL with an #IkImporterError where it
 *   can't be read, or %G_IO_ERROR_CANCELLED
 */
IkFilePreview *
ik_file_preview_new (const IkAttachment  *file,
                     guint                page,
                     GCancellable        *cancellable,
                     GError             **error)
{
  IkFilePreview *self;

  g_return_val_if_fail (file != NULL, NULL);

  if (!is_picture (file))
    return ik_document_kind_guess (file->data, file->name) == IK_DOCUMENT_KIND_PDF
           ? show_page (file, page, cancellable, error)
           : show_text (file, cancellable, error);

  self = preview_new ();
  self->picture = g_bytes_ref (file->data);
  return self;
}
