#include "ik-reader-process.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ik-importer.h"

/* More than the text of any document that is read; what writes more is broken
 * or taken over. */
#define MAX_OUTPUT (256u * 1024 * 1024)
#define CHUNK (256 * 1024)

/* The first line of what the process writes when it fails, before the code. */
#define FAILURE "error "

/* Tests name the program; else it stands beside this one in the build tree and
 * where it was installed otherwise. */
static char *
find_program (void)
{
  const char *named = g_getenv ("IK_READER");
  g_autofree char *self = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *beside = NULL;

  if (named != NULL && *named != '\0')
    return g_strdup (named);
  self = g_file_read_link ("/proc/self/exe", NULL);
  folder = self != NULL ? g_path_get_dirname (self) : NULL;
  beside = folder != NULL ? g_build_filename (folder, "interview-kit-reader", NULL) : NULL;
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);

  return g_build_filename (IK_LIBEXECDIR, "interview-kit-reader", NULL);
}

static gboolean
set_failed (const char  *name,
            GError     **error)
{
  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_DAMAGED,
               _("“%s” could not be read: it may be damaged. Open it in the program that made it "
                 "and save it again, or save its text as plain text"), name);
  return FALSE;
}

static gboolean
set_no_program (const char  *name,
                const char  *reason,
                GError     **error)
{
  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_NO_READER,
               _("“%s” could not be read: the program that reads such documents can't be started "
                 "(%s). Install Interview Kit again"), name, reason);
  return FALSE;
}

/* A file in memory with the document, at its beginning. */
static int
open_document (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = memfd_create ("interview-kit-document", MFD_CLOEXEC);

  for (gsize done = 0; fd >= 0 && done < size;)
    {
      gssize n = write (fd, data + done, size - done);

      if (n > 0)
        done += (gsize) n;
      else if (n == 0 || errno != EINTR)
        {
          close (fd);
          return -1;
        }
    }
  if (fd >= 0 && lseek (fd, 0, SEEK_SET) != 0)
    {
      close (fd);
      return -1;
    }

  return fd;
}

static GSubprocess *
start (GBytes          *bytes,
       const char      *name,
       IkDocumentKind   kind,
       GError         **error)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GError) reason = NULL;
  g_autofree char *program = find_program ();
  GSubprocess *process;
  int fd = open_document (bytes);

  if (fd < 0)
    {
      set_no_program (name, g_strerror (errno), error);
      return NULL;
    }
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, &reason, program,
                                         ik_document_kind_to_nick (kind), name, NULL);
  if (process == NULL)
    set_no_program (name, reason->message, error);

  return process;
}

/* All that the process writes, up to the limit. */
static GBytes *
read_output (GSubprocess   *process,
             const char    *name,
             GCancellable  *cancellable,
             GError       **error)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (process);
  g_autoptr(GByteArray) output = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  while (TRUE)
    {
      gssize n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&output));
      if (output->len + (gsize) n > MAX_OUTPUT)
        {
          set_failed (name, error);
          return NULL;
        }
      g_byte_array_append (output, chunk, (guint) n);
    }
}

/* The process's own sentence, where it came to write one. */
static gboolean
set_told (GBytes  *output,
          GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (output, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", size);
  char *sentence = strchr (text, '\n');
  gint64 code;

  if (!g_str_has_prefix (text, FAILURE) || sentence == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  code = g_ascii_strtoll (text + strlen (FAILURE), NULL, 10);
  if (code < IK_IMPORTER_ERROR_EMPTY || code > IK_IMPORTER_ERROR_NO_READER)
    return FALSE;
  g_set_error_literal (error, IK_IMPORTER_ERROR, (int) code, sentence + 1);

  return TRUE;
}

/**
 * ik_reader_process_read:
 * @bytes: a document
 * @name: its name, for messages
 * @kind: PDF, ODT or DOCX
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads a document in a process of its own with limits, so that a broken or
 * hostile one takes nothing with it. Blocks; may be called on any thread.
 *
 * Returns: (transfer full): its text, or %NULL with an #IkImporterError or
 *   %G_IO_ERROR_CANCELLED
 */
IkDocumentText *
ik_reader_process_read (GBytes          *bytes,
                        const char      *name,
                        IkDocumentKind   kind,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) output = NULL;
  IkDocumentText *text;

  if (g_bytes_get_size (bytes) > IK_IMPORTER_MAX_BYTES)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” is larger than 64 MB: split it into several documents"), name);
      return NULL;
    }
  process = start (bytes, name, kind, error);
  if (process == NULL)
    return NULL;

  output = read_output (process, name, cancellable, error);
  if (output == NULL)
    {
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      return NULL;
    }
  if (!g_subprocess_wait_check (process, NULL, NULL))
    {
      if (!set_told (output, error))
        set_failed (name, error);
      return NULL;
    }
  text = ik_document_text_from_bytes (output);
  if (text == NULL)
    set_failed (name, error);

  return text;
}
