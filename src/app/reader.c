/* Reads one document in a process with limits: see ik-reader-process.c, which
 * starts it and reads what it writes.
 *
 * usage: interview-kit-reader html|pdf|odt|docx NAME <DOCUMENT
 *        interview-kit-reader page NAME NUMBER <PDF
 *        interview-kit-reader logo NAME <PICTURE */
#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ik-document-text.h"
#include "ik-importer.h"
#include "ik-logo-picture.h"
#include "ik-pdf-picture.h"

/* The text of 64 MB with what the libraries make of it on the way. */
#define MAX_MEMORY (1536ull * 1024 * 1024)

/* A PDF of 10,000 pages takes 20 seconds. */
#define MAX_CPU_SECONDS 60u
#define MAX_FILES 64u

/* Lowers a limit; one that is lower already stays. */
static gboolean
limit (int    resource,
       rlim_t value)
{
  struct rlimit limits;

  if (getrlimit (resource, &limits) != 0)
    return FALSE;
  limits.rlim_max = MIN (limits.rlim_max, value);
  limits.rlim_cur = limits.rlim_max;

  return setrlimit (resource, &limits) == 0;
}

/* The signal that tells why comes at the lower limit, the one that can't be
 * caught at the upper. */
static gboolean
limit_time (void)
{
  struct rlimit limits;

  if (!limit (RLIMIT_CPU, MAX_CPU_SECONDS + 1) || getrlimit (RLIMIT_CPU, &limits) != 0)
    return FALSE;
  limits.rlim_cur = MIN (limits.rlim_cur, MAX_CPU_SECONDS);

  return setrlimit (RLIMIT_CPU, &limits) == 0;
}

/* From here on nothing can be written but what is open, no program be started
 * with more rights, and memory and time end. A sanitizer needs the room. */
static gboolean
set_limits (void)
{
#ifndef __SANITIZE_ADDRESS__
  if (!limit (RLIMIT_AS, MAX_MEMORY))
    return FALSE;
#endif

  return limit_time () && limit (RLIMIT_CORE, 0) && limit (RLIMIT_FSIZE, 0) &&
         limit (RLIMIT_NOFILE, MAX_FILES) && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/* The form in which the other process expects it. */
static int
tell_failure (int         code,
              const char *sentence)
{
  printf ("error %d\n%s", code, sentence);
  return EXIT_FAILURE;
}

static int
tell_no_limits (const char *name)
{
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (_("“%s” was not read: the program that reads such documents could not "
                                "be confined first (%s). Save its text as plain text and import that"),
                              name, g_strerror (errno));

  return tell_failure (IK_IMPORTER_ERROR_NO_READER, sentence);
}

static GBytes *
map_document (void)
{
  struct stat status;
  void *data;

  if (fstat (STDIN_FILENO, &status) != 0 || status.st_size <= 0)
    return g_bytes_new (NULL, 0);
  data = mmap (NULL, (gsize) status.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);

  return data != MAP_FAILED ? g_bytes_new_static (data, (gsize) status.st_size)
                            : g_bytes_new (NULL, 0);
}

static int
write_output (GBytes *output)
{
  gsize size;
  const void *data = g_bytes_get_data (output, &size);

  return fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Writes what a document says. */
static int
read_text (const char     *name,
           IkDocumentKind  kind)
{
  g_autoptr(GBytes) bytes = map_document ();
  g_autoptr(GBytes) output = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, name, kind, &error);

  if (text == NULL)
    return tell_failure (error->code, error->message);

  output = ik_document_text_to_bytes (text);
  return write_output (output);
}

/* Writes how many pages a PDF has, and the picture of one. */
static int
draw_page (const char *name,
           guint       page)
{
  g_autoptr(GBytes) bytes = map_document ();
  g_autoptr(GError) error = NULL;
  guint n_pages;
  g_autoptr(GBytes) picture = ik_pdf_picture_draw (bytes, name, page, &n_pages, &error);

  if (picture == NULL)
    return tell_failure (error->code, error->message);

  printf ("pages %u\n", n_pages);
  return write_output (picture);
}

/* Writes a picture as small as a logo. */
static int
shrink_logo (const char *name)
{
  g_autoptr(GBytes) bytes = map_document ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) picture = ik_logo_picture_read (bytes, name, &error);

  return picture != NULL ? write_output (picture) : tell_failure (error->code, error->message);
}

static gboolean
parse_text_words (int              argc,
                  char           **argv,
                  IkDocumentKind  *out_kind)
{
  return argc == 3 && ik_document_kind_from_nick (argv[1], out_kind) &&
         *out_kind >= IK_DOCUMENT_KIND_HTML && *out_kind <= IK_DOCUMENT_KIND_DOCX;
}

static gboolean
parse_page_words (int       argc,
                  char    **argv,
                  guint64  *out_page)
{
  return argc == 4 && g_str_equal (argv[1], "page") &&
         g_ascii_string_to_unsigned (argv[3], 10, 0, G_MAXINT, out_page, NULL);
}

int
main (int    argc,
      char **argv)
{
  IkDocumentKind kind = IK_DOCUMENT_KIND_UNKNOWN;
  guint64 page = 0;
  gboolean draws = parse_page_words (argc, argv, &page);
  gboolean shrinks = argc == 3 && g_str_equal (argv[1], "logo");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (!draws && !shrinks && !parse_text_words (argc, argv, &kind))
    {
      fprintf (stderr, "usage: interview-kit-reader html|pdf|odt|docx NAME <DOCUMENT\n"
               "       interview-kit-reader page NAME NUMBER <PDF\n"
               "       interview-kit-reader logo NAME <PICTURE\n");
      return 2;
    }

  /* Many small pieces are given back before others are needed. What is kept
   * apart for more of the same size makes the process half as large again. */
  mallopt (M_MXFAST, 0);
  if (!set_limits ())
    return tell_no_limits (argv[2]);

  if (shrinks)
    return shrink_logo (argv[2]);

  return draws ? draw_page (argv[2], (guint) page) : read_text (argv[2], kind);
}
