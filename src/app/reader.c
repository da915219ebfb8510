/* Reads one document in a process with limits: see ik-reader-process.c, which
 * starts it and reads what it writes.
 *
 * usage: interview-kit-reader pdf|odt|docx NAME <DOCUMENT */
#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ik-document-text.h"
#include "ik-importer.h"

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

int
main (int    argc,
      char **argv)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) output = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = NULL;
  IkDocumentKind kind;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc != 3 || !ik_document_kind_from_nick (argv[1], &kind) ||
      (kind != IK_DOCUMENT_KIND_PDF && kind != IK_DOCUMENT_KIND_ODT &&
       kind != IK_DOCUMENT_KIND_DOCX))
    {
      fprintf (stderr, "usage: interview-kit-reader pdf|odt|docx NAME <DOCUMENT\n");
      return 2;
    }

  if (!set_limits ())
    return tell_no_limits (argv[2]);
  bytes = map_document ();
  text = ik_document_text_read (bytes, argv[2], kind, &error);
  if (text == NULL)
    return tell_failure (error->code, error->message);
  output = ik_document_text_to_bytes (text);
  if (fwrite (g_bytes_get_data (output, NULL), 1, g_bytes_get_size (output), stdout) !=
      g_bytes_get_size (output) || fflush (stdout) != 0)
    return EXIT_FAILURE;

  return EXIT_SUCCESS;
}
