#include "ik-file-access.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ik-importer.h"
#include "ik-pack-json.h"

/* Files that a person names, read and written whole. GIO's own sentences name
 * no file or don't tell what to do: here they do. */

#define CHUNK_BYTES (1024 * 1024)

/* Takes @io_error. */
static gboolean
propagate (GError   *io_error,
           char     *sentence, /* owned, nullable */
           GError  **error)
{
  if (sentence != NULL)
    {
      g_free (io_error->message);
      io_error->message = sentence;
    }

  g_propagate_error (error, io_error);
  return FALSE;
}

static gboolean
take_load_error (GFile   *file,
                 GError  *io_error,
                 GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  char *sentence = NULL;

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    sentence = g_strdup_printf (_("There is no file “%s”: check its name"), name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    sentence = g_strdup_printf (_("“%s” is a folder: choose a document in it"), name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    sentence = g_strdup_printf (_("“%s” can't be read: check its permissions"), name);
  else if (!g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sentence = g_strdup_printf (_("“%s” can't be read: %s"), name, io_error->message);

  return propagate (io_error, sentence, error);
}

static gboolean
take_replace_error (GFile   *file,
                    GError  *io_error,
                    GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  char *sentence = NULL;

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    sentence = g_strdup_printf (_("The folder of “%s” is not there: make it or choose another one"),
                                name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    sentence = g_strdup_printf (_("“%s” is a folder: name a file in it"), name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    sentence = g_strdup_printf (_("“%s” can't be written there: choose another folder"), name);
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    sentence = g_strdup_printf (_("There is no room for “%s”: free some space or choose another "
                                  "folder"), name);
  else if (!g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sentence = g_strdup_printf (_("“%s” can't be written: %s"), name, io_error->message);

  return propagate (io_error, sentence, error);
}

static gboolean
is_pack (GByteArray *content)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (content->data, content->len);

  return ik_pack_is_in_bytes (bytes);
}

/* What the file says of its length, 0 where it says nothing. */
static goffset
query_size (GFileInputStream *stream,
            GCancellable     *cancellable)
{
  g_autoptr(GFileInfo) info = g_file_input_stream_query_info (stream,
                                                              G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                              cancellable, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* Whether a file of which that much was read may go on. Once it is longer than
 * a document, what it says of its length spares reading it in vain. */
static gboolean
is_within_limit (GByteArray *content,
                 goffset     size)
{
  return content->len <= IK_IMPORTER_MAX_BYTES ||
         (MAX (content->len, size) <= IK_PACK_MAX_BYTES && is_pack (content));
}

static void
set_too_large (GFile       *file,
               GByteArray  *content,
               GError     **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (is_pack (content))
    g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                 _("“%s” is larger than 512 MB: export its questions in several packs"), name);
  else
    g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                 _("“%s” is larger than 64 MB: split it into several documents"), name);
}

/**
 * ik_file_access_load:
 * @file: a document or a pack file
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads a file, which may be a device or a pipe that never ends: no more than
 * a document or a pack file may hold, and one chunk to tell. Blocks.
 *
 * Returns: (transfer full): the content; %NULL with a #GIOErrorEnum, or with
 *   #IK_IMPORTER_ERROR_TOO_LARGE
 */
GBytes *
ik_file_access_load (GFile         *file,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(GByteArray) content = g_byte_array_new ();
  g_autoptr(GFileInputStream) stream = NULL;
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  GError *io_error = NULL;
  gsize n_read = CHUNK_BYTES;
  goffset size;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, &io_error);
  size = stream != NULL ? query_size (stream, cancellable) : 0;
  while (stream != NULL && n_read == CHUNK_BYTES && is_within_limit (content, size) &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, &n_read,
                                  cancellable, &io_error))
    g_byte_array_append (content, chunk, (guint) n_read);

  if (io_error != NULL)
    {
      take_load_error (file, io_error, error);
      return NULL;
    }
  if (!is_within_limit (content, size))
    {
      set_too_large (file, content, error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* GIO writes beside what is there already, but not beside a new file, and not
 * beside what a link leads to. */
static GFile *
follow_links (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  GFile *followed = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);

  free (real);
  return followed;
}

static GFile *
make_sibling (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_strdup_printf (".interview-kit-%08x", g_random_int ());

  return folder != NULL ? g_file_get_child (folder, name) : g_object_ref (file);
}

/* Has what was written go where it belongs, or away: as
 * g_file_replace_contents(), which in GLib 2.74 puts what it could write in the
 * file's place when the disk is full. */
static gboolean
write_stream (GFileOutputStream   *stream,
              IkFileAccessWriter   writer,
              gpointer             user_data,
              GCancellable        *cancellable,
              GError             **error)
{
  GOutputStream *output = G_OUTPUT_STREAM (stream);
  g_autoptr(GCancellable) discarded = NULL;

  if (writer (output, user_data, cancellable, error) &&
      g_output_stream_close (output, cancellable, error))
    return TRUE;

  discarded = g_cancellable_new ();
  g_cancellable_cancel (discarded);
  g_output_stream_close (output, discarded, NULL);
  return FALSE;
}

static gboolean
write_new (GFile               *file,
           GFileCreateFlags     flags,
           IkFileAccessWriter   writer,
           gpointer             user_data,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr(GFile) sibling = make_sibling (file);
  g_autoptr(GFileOutputStream) stream = g_file_create (sibling, flags, cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (write_stream (stream, writer, user_data, cancellable, error) &&
      g_file_move (sibling, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE,
                   cancellable, NULL, NULL, error))
    return TRUE;

  g_file_delete (sibling, NULL, NULL);
  return FALSE;
}

static gboolean
write_over (GFile               *file,
            GFileCreateFlags     flags,
            IkFileAccessWriter   writer,
            gpointer             user_data,
            GCancellable        *cancellable,
            GError             **error)
{
  g_autoptr(GFile) target = follow_links (file);
  g_autoptr(GFileOutputStream) stream = g_file_replace (target, NULL, FALSE, flags, cancellable,
                                                        error);

  return stream != NULL && write_stream (stream, writer, user_data, cancellable, error);
}

/**
 * ik_file_access_write:
 * @file: where to
 * @flags: who may read it
 * @writer: writes it
 * @user_data: for @writer
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes a file, whole or not at all: while @writer writes, what was there is
 * there still, and where nothing was, nothing is. So it stays where it fails.
 * Blocks.
 *
 * Returns: whether it was written; a #GIOErrorEnum or what @writer said
 *   otherwise
 */
gboolean
ik_file_access_write (GFile               *file,
                      GFileCreateFlags     flags,
                      IkFileAccessWriter   writer,
                      gpointer             user_data,
                      GCancellable        *cancellable,
                      GError             **error)
{
  GError *own_error = NULL;
  gboolean is_written;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (writer != NULL, FALSE);

  if (g_file_query_exists (file, NULL))
    is_written = write_over (file, flags, writer, user_data, cancellable, &own_error);
  else
    is_written = write_new (file, flags, writer, user_data, cancellable, &own_error);

  if (is_written)
    return TRUE;
  if (own_error->domain == G_IO_ERROR)
    return take_replace_error (file, own_error, error);

  g_propagate_error (error, own_error);
  return FALSE;
}

static gboolean
write_bytes_cb (GOutputStream  *output,
                gpointer        user_data,
                GCancellable   *cancellable,
                GError        **error)
{
  gsize size;
  const void *data = g_bytes_get_data (user_data, &size);

  return g_output_stream_write_all (output, data, size, NULL, cancellable, error);
}

/**
 * ik_file_access_replace:
 * @file: where to
 * @bytes: what
 * @flags: who may read it
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes a file as ik_file_access_write() does. Blocks.
 *
 * Returns: whether it was written; a #GIOErrorEnum otherwise
 */
gboolean
ik_file_access_replace (GFile             *file,
                        GBytes            *bytes,
                        GFileCreateFlags   flags,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return ik_file_access_write (file, flags, write_bytes_cb, bytes, cancellable, error);
}
