#include "ik-reader-process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ik-importer.h"
#include "ik-logo-picture.h"
#include "ik-process-output.h"

/* More than the text of any document that is read; what writes more is broken
 * or taken over. */
#define MAX_OUTPUT (256u * 1024 * 1024)

/* Its own time is limited by the process itself, to a minute; this is for one
 * that waits or hasn't come to that, on a machine with much else to do. */
#define MAX_MS (3u * 60 * 1000)

/* Nobody waits longer for a page. */
#define MAX_PAGE_MS (20u * 1000)

/* All points of a logo, each with four bytes, and what stands around them. */
#define MAX_LOGO_OUTPUT (IK_LOGO_MAX_WIDTH * IK_LOGO_MAX_HEIGHT * 4u + 64 * 1024)

/* The first line of what the process writes before a picture. */
#define PAGES "pages "

/* The first line of what the process writes when it fails, before the code;
 * and how long all of that is, with a name of 255 bytes and a translation. */
#define FAILURE "error "
#define MAX_FAILURE 2000u

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
set_too_slow (const char  *name,
              GError     **error)
{
  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
               _("“%s” takes longer to read than any list of questions: split it into several "
                 "documents, or save its text as plain text and import that"), name);
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

/* @words are those of the call, %NULL at the end; the first one becomes the
 * program. */
static GSubprocess *
start (GBytes      *bytes,
       const char  *name,
       const char **words,
       GError     **error)
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
  /* GLib 2.74 keeps small pieces for more of the same size; later ones don't. */
  g_subprocess_launcher_setenv (launcher, "G_SLICE", "always-malloc", TRUE);
  words[0] = program;
  process = g_subprocess_launcher_spawnv (launcher, words, &reason);
  if (process == NULL)
    set_no_program (name, reason->message, error);

  return process;
}

/* The process's own sentence, where it came to write one. */
static gboolean
set_told (GBytes  *output,
          GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (output, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", MIN (size, MAX_FAILURE + 1));
  char *sentence = strchr (text, '\n');
  gint64 code;

  if (size > MAX_FAILURE || !g_str_has_prefix (text, FAILURE) || sentence == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  code = g_ascii_strtoll (text + strlen (FAILURE), NULL, 10);
  if (code < IK_IMPORTER_ERROR_EMPTY || code > IK_IMPORTER_ERROR_NO_READER)
    return FALSE;
  g_set_error_literal (error, IK_IMPORTER_ERROR, (int) code, sentence + 1);

  return TRUE;
}

static gboolean
check_end (IkProcessEnd   end,
           GBytes        *output,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  switch (end)
    {
    case IK_PROCESS_END_SOUND:
      return TRUE;

    case IK_PROCESS_END_CANCELLED:
      return !g_cancellable_set_error_if_cancelled (cancellable, error);

    case IK_PROCESS_END_LATE:
      return set_too_slow (name, error);

    case IK_PROCESS_END_FAILED:
      return set_told (output, error) ? FALSE : set_failed (name, error);

    case IK_PROCESS_END_FLOODED:
    default:
      return set_failed (name, error);
    }
}

/**
 * ik_reader_process_read_within:
 * @bytes: a document
 * @name: its name, for messages
 * @kind: HTML, PDF, ODT or DOCX
 * @max_ms: how long it may take
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Does what ik_reader_process_read() does, in a time of one's own choice.
 *
 * Returns: (transfer full): its text, or %NULL with an #IkImporterError or
 *   %G_IO_ERROR_CANCELLED
 */
IkDocumentText *
ik_reader_process_read_within (GBytes          *bytes,
                               const char      *name,
                               IkDocumentKind   kind,
                               guint            max_ms,
                               GCancellable    *cancellable,
                               GError         **error)
{
  const char *words[] = { "", ik_document_kind_to_nick (kind), name, NULL };
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) output = NULL;
  IkDocumentText *text;
  IkProcessEnd end;

  if (g_bytes_get_size (bytes) > IK_IMPORTER_MAX_BYTES)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” is larger than 64 MB: split it into several documents"), name);
      return NULL;
    }
  process = start (bytes, name, words, error);
  if (process == NULL)
    return NULL;

  end = ik_process_output_read (process, MAX_OUTPUT, max_ms, cancellable, &output);
  if (!check_end (end, output, name, cancellable, error))
    return NULL;
  text = ik_document_text_from_bytes (output);
  if (text == NULL)
    set_failed (name, error);

  return text;
}

/**
 * ik_reader_process_read:
 * @bytes: a document
 * @name: its name, for messages
 * @kind: HTML, PDF, ODT or DOCX
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
  return ik_reader_process_read_within (bytes, name, kind, MAX_MS, cancellable, error);
}

/* A number of pages and a picture behind it. */
static GBytes *
read_picture (GBytes *output,
              guint  *out_n_pages)
{
  gsize size;
  const char *data = g_bytes_get_data (output, &size);
  const char *end = data != NULL ? memchr (data, '\n', MIN (size, 32)) : NULL;
  g_autofree char *line = NULL;
  guint64 n_pages;
  gsize start_at;

  if (end == NULL)
    return NULL;
  line = g_strndup (data, (gsize) (end - data));
  if (!g_str_has_prefix (line, PAGES) ||
      !g_ascii_string_to_unsigned (line + strlen (PAGES), 10, 1, G_MAXINT, &n_pages, NULL))
    return NULL;

  *out_n_pages = (guint) n_pages;
  start_at = (gsize) (end - data) + 1;
  return g_bytes_new_from_bytes (output, start_at, size - start_at);
}

/**
 * ik_reader_process_draw:
 * @bytes: a PDF
 * @name: its name, for messages
 * @page: number of a page, from 0; the last one where there are fewer
 * @out_n_pages: (out): how many there are
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Draws a page of a PDF in a process of its own with limits. Blocks; may be
 * called on any thread.
 *
 * Returns: (transfer full): what should be a picture as PNG, or %NULL with an
 *   #IkImporterError or %G_IO_ERROR_CANCELLED
 */
GBytes *
ik_reader_process_draw (GBytes        *bytes,
                        const char    *name,
                        guint          page,
                        guint         *out_n_pages,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *words[] = { "", "page", name, number, NULL };
  g_autoptr(GSubprocess) process = start (bytes, name, words, error);
  g_autoptr(GBytes) output = NULL;
  GBytes *picture;
  IkProcessEnd end;

  if (process == NULL)
    return NULL;

  end = ik_process_output_read (process, MAX_OUTPUT, MAX_PAGE_MS, cancellable, &output);
  if (end == IK_PROCESS_END_LATE)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("A page of “%s” takes too long to draw: open it in another program"), name);
      return NULL;
    }
  if (!check_end (end, output, name, cancellable, error))
    return NULL;

  picture = read_picture (output, out_n_pages);
  if (picture == NULL)
    set_failed (name, error);

  return picture;
}

/* What cairo reads it with allocates what the first chunk says. */
static gboolean
is_logo (GBytes *png)
{
  static const guint8 head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13,
                                 'I', 'H', 'D', 'R' };
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  guint32 sides[2];

  if (size < sizeof head + sizeof sides || memcmp (data, head, sizeof head) != 0)
    return FALSE;
  memcpy (sides, data + sizeof head, sizeof sides);

  return GUINT32_FROM_BE (sides[0]) - 1 < IK_LOGO_MAX_WIDTH &&
         GUINT32_FROM_BE (sides[1]) - 1 < IK_LOGO_MAX_HEIGHT;
}

/**
 * ik_reader_process_read_logo:
 * @bytes: what should be a picture
 * @name: its name, for messages
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Reads a picture in a process of its own with limits. Blocks; may be called on
 * any thread.
 *
 * Returns: (transfer full): a PNG of %IK_LOGO_MAX_WIDTH by %IK_LOGO_MAX_HEIGHT
 *   at most, or %NULL with an #IkImporterError or %G_IO_ERROR_CANCELLED
 */
GBytes *
ik_reader_process_read_logo (GBytes        *bytes,
                             const char    *name,
                             GCancellable  *cancellable,
                             GError       **error)
{
  const char *words[] = { "", "logo", name, NULL };
  g_autoptr(GSubprocess) process = start (bytes, name, words, error);
  g_autoptr(GBytes) output = NULL;
  IkProcessEnd end;

  if (process == NULL)
    return NULL;

  end = ik_process_output_read (process, MAX_LOGO_OUTPUT, MAX_PAGE_MS, cancellable, &output);
  if (end == IK_PROCESS_END_SOUND && is_logo (output))
    return g_steal_pointer (&output);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (end == IK_PROCESS_END_FAILED && set_told (output, error)))
    return NULL;

  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_DAMAGED,
               _("“%s” is no picture that can be read: choose a PNG, JPEG or SVG file"), name);
  return NULL;
}
