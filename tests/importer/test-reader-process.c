#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ik-importer.h"
#include "ik-reader-process.h"
#include "ik-test-archive.h"

static GBytes *
make_document (void)
{
  return ik_test_archive_new ("word/document.xml",
                              "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Why?</w:t></w:r></w:p>"
                              "</w:body></w:document>", NULL);
}

static void
assert_fails (GBytes          *bytes,
              IkDocumentKind   kind,
              IkImporterError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_reader_process_read (bytes, "a.docx", kind, NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“a.docx”"));
}

static void
test_reads (void)
{
  g_autoptr(GBytes) bytes = make_document ();
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_reader_process_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, NULL,
                                                           &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "Why?\n");
  g_assert_cmpint (text->kind, ==, IK_DOCUMENT_KIND_TEXT);
}

/* What could not be read is left over, with lines behind those of the text. */
static void
test_lost (void)
{
  g_autoptr(GBytes) bytes =
    ik_test_archive_new ("word/document.xml",
                         "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Why is it so?</w:t></w:r></w:p>"
                         "<w:p><w:r><w:t>How did it come?</w:t></w:r></w:p>",
                         "word/comments.xml", "<c><w><p>Too easy</p></w></c", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocument) document = ik_document_open (bytes, "a", IK_DOCUMENT_KIND_DOCX, NULL, &error);
  g_autoptr(IkPack) pack = NULL;
  const IkLeftOver *text;
  const IkLeftOver *notes;
  const IkLeftOver *aside;

  g_assert_no_error (error);
  g_assert_cmpstr (ik_document_get_source (document), ==,
                   "Why is it so?\n\nHow did it come?\n\nAll that stands behind “How did it come?”\n"
                   "Notes and comments\n\nToo easy\n");
  pack = ik_importer_draft (document, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 2);
  g_assert_cmpuint (pack->left_over->len, ==, 3);
  text = pack->left_over->pdata[0];
  notes = pack->left_over->pdata[1];
  aside = pack->left_over->pdata[2];
  g_assert_cmpstr (text->text, ==, "All that stands behind “How did it come?”");
  g_assert_cmpstr (text->reason, ==, "damaged: could not be read");
  g_assert_cmpuint (text->first, ==, 5);
  g_assert_cmpstr (notes->reason, ==, "damaged: could not be read");
  g_assert_cmpuint (notes->last, ==, 6);
  g_assert_cmpstr (aside->text, ==, "Too easy");
  g_assert_cmpuint (aside->first, ==, 8);
}

static void
test_tells_why_not (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("PK\x03\x04", 4);
  g_autoptr(GBytes) empty = g_bytes_new (NULL, 0);

  assert_fails (bytes, IK_DOCUMENT_KIND_DOCX, IK_IMPORTER_ERROR_DAMAGED);
  assert_fails (empty, IK_DOCUMENT_KIND_ODT, IK_IMPORTER_ERROR_DAMAGED);
}

static void
test_too_large (void)
{
  gsize size = IK_IMPORTER_MAX_BYTES + 1;
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);

  assert_fails (bytes, IK_DOCUMENT_KIND_PDF, IK_IMPORTER_ERROR_TOO_LARGE);
}

typedef void (*Check) (GBytes        *bytes,
                       gconstpointer  data);

/* Makes the reader a program that does what a document may make of it. */
static void
with_reader (const char    *script,
             Check          check,
             gconstpointer  data)
{
  g_autoptr(GBytes) bytes = make_document ();
  g_autofree char *folder = g_dir_make_tmp ("ik-reader-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "reader", NULL);
  g_autofree char *real = g_strdup (g_getenv ("IK_READER"));

  g_assert_true (g_file_set_contents (program, script, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_setenv ("IK_READER", program, TRUE);
  check (bytes, data);
  g_setenv ("IK_READER", real != NULL ? real : "", TRUE);
  g_unlink (program);
  g_rmdir (folder);
}

static void
check_code (GBytes        *bytes,
            gconstpointer  code)
{
  assert_fails (bytes, IK_DOCUMENT_KIND_DOCX, GPOINTER_TO_INT (code));
}

static void
run_as_reader (const char      *script,
               IkImporterError  code)
{
  with_reader (script, check_code, GINT_TO_POINTER (code));
}

static void
test_dies (void)
{
  run_as_reader ("#!/bin/sh\nkill -SEGV $$\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\necho Why?; kill -XCPU $$\n", IK_IMPORTER_ERROR_TOO_LARGE);
  run_as_reader ("#!/bin/sh\nexit 1\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\necho nonsense\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\nprintf 'kind: json\\ntitle: \\nauthor: \\nlanguage: \\n\\nx'\n",
                 IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\nprintf 'error 99\\nx'; exit 1\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\nprintf 'error 0\\n%09999d' 1; exit 1\n", IK_IMPORTER_ERROR_DAMAGED);
}

static void
test_not_installed (void)
{
  g_autoptr(GBytes) bytes = make_document ();
  g_autofree char *real = g_strdup (g_getenv ("IK_READER"));

  g_setenv ("IK_READER", "/nowhere/reader", TRUE);
  assert_fails (bytes, IK_DOCUMENT_KIND_DOCX, IK_IMPORTER_ERROR_NO_READER);
  g_setenv ("IK_READER", real != NULL ? real : "", TRUE);
}

static gpointer
cancel_thread (gpointer cancellable)
{
  g_usleep (50000);
  g_cancellable_cancel (cancellable);

  return NULL;
}

static void
check_cancelled (GBytes        *bytes,
                 gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  g_assert_null (ik_reader_process_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
check_late (GBytes        *bytes,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_reader_process_read_within (bytes, "a", IK_DOCUMENT_KIND_DOCX, 50, NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "“a”"));
}

/* One that writes nothing, one that has closed its output and stays, one that
 * stops in the middle. */
static const char *const stuck[] = {
  "#!/bin/sh\nexec sleep 100\n",
  "#!/bin/sh\nexec >&-; exec sleep 100\n",
  "#!/bin/sh\nprintf x; exec sleep 100\n",
};

static void
test_cancelled (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stuck); i++)
    with_reader (stuck[i], check_cancelled, NULL);
}

static void
test_late (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stuck); i++)
    with_reader (stuck[i], check_late, NULL);
}

static void
test_floods (void)
{
  run_as_reader ("#!/bin/sh\nexec cat /dev/zero\n", IK_IMPORTER_ERROR_DAMAGED);
}

/* Status of a process on a system that can't refuse calls. */
#define NO_FILTERS 77

/* Runs in the process that becomes the reader: the system refuses one call. */
static void
refuse_call_cb (gpointer number)
{
  struct sock_filter steps[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (guint) GPOINTER_TO_INT (number), 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = { G_N_ELEMENTS (steps), steps };

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
    _exit (NO_FILTERS);
}

/* A reader that can't be confined reads nothing. */
static void
assert_needs (int number)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *code = g_strdup_printf ("error %d\n", IK_IMPORTER_ERROR_NO_READER);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDIN_PIPE);
  g_subprocess_launcher_set_child_setup (launcher, refuse_call_cb, GINT_TO_POINTER (number), NULL);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("IK_READER"),
                                         "docx", "a.docx", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, "", NULL, &output, NULL, &error));
  if (g_subprocess_get_exit_status (process) == NO_FILTERS)
    {
      g_test_skip ("calls can't be refused here");
      return;
    }
  g_assert_false (g_subprocess_get_successful (process));
  g_assert_true (g_str_has_prefix (output, code));
  g_assert_nonnull (strstr (output, "“a.docx”"));
}

#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

static void
test_needs_limits (void)
{
  if (IS_SANITIZED)
    {
      g_test_skip ("the sanitizer needs the calls itself that are refused");
      return;
    }

  assert_needs (SYS_prlimit64);
  assert_needs (SYS_prctl);
}

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_pdf (guint n_pages)
{
  g_autoptr(GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, 200, 400);
  cairo_t *cairo = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    cairo_show_page (cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}

/* Width and height stand behind the name of a PNG's first chunk. */
static guint32
read_number (GBytes *png,
             gsize   offset)
{
  const guint8 *data = g_bytes_get_data (png, NULL);
  guint32 number;

  g_assert_cmpuint (g_bytes_get_size (png), >, 24);
  memcpy (&number, data + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
test_draws (void)
{
  g_autoptr(GBytes) pdf = make_pdf (3);
  g_autoptr(GBytes) picture = NULL;
  g_autoptr(GError) error = NULL;
  guint n_pages = 0;

  picture = ik_reader_process_draw (pdf, "a.pdf", 99, &n_pages, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, 3);
  g_assert_cmpuint (read_number (picture, 20), ==, 2 * read_number (picture, 16));
}

static void
assert_draws_not (GBytes          *bytes,
                  IkImporterError  code)
{
  g_autoptr(GError) error = NULL;
  guint n_pages = 0;

  g_assert_null (ik_reader_process_draw (bytes, "a.pdf", 0, &n_pages, NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“a.pdf”"));
}

static void
check_draws_not (GBytes        *bytes,
                 gconstpointer  code)
{
  assert_draws_not (bytes, GPOINTER_TO_INT (code));
}

static void
test_draws_nothing (void)
{
  g_autoptr(GBytes) broken = g_bytes_new_static ("%PDF-1.7\nnonsense", 17);

  assert_draws_not (broken, IK_IMPORTER_ERROR_DAMAGED);
  with_reader ("#!/bin/sh\nkill -SEGV $$\n", check_draws_not,
               GINT_TO_POINTER (IK_IMPORTER_ERROR_DAMAGED));
  with_reader ("#!/bin/sh\nkill -XCPU $$\n", check_draws_not,
               GINT_TO_POINTER (IK_IMPORTER_ERROR_TOO_LARGE));
  with_reader ("#!/bin/sh\necho pages 0\n", check_draws_not,
               GINT_TO_POINTER (IK_IMPORTER_ERROR_DAMAGED));
}

static GBytes *
make_png (int width,
          int height)
{
  g_autoptr(GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);

  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

static const struct
{
  int     width;
  int     height;
  guint32 logo_width;
  guint32 logo_height;
} logos[] = {
  { 100, 50, 100, 50 },
  { 6400, 100, 640, 10 },
  { 100, 6400, 5, 320 },
  { 5000, 5000, 320, 320 },
  { 9000, 1, 640, 1 },
};

static void
test_logo (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (logos); i++)
    {
      g_autoptr(GBytes) png = make_png (logos[i].width, logos[i].height);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) logo = ik_reader_process_read_logo (png, "a.png", NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (read_number (logo, 16), ==, logos[i].logo_width);
      g_assert_cmpuint (read_number (logo, 20), ==, logos[i].logo_height);
    }
}

static void
check_no_logo (GBytes        *bytes,
               gconstpointer  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_reader_process_read_logo (bytes, "a.png", NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, GPOINTER_TO_INT (code));
  g_assert_nonnull (strstr (error->message, "“a.png”"));
}

static void
test_no_logo (void)
{
  const gconstpointer damaged = GINT_TO_POINTER (IK_IMPORTER_ERROR_DAMAGED);
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr(GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr(GBytes) png = make_png (100, 100);
  g_autoptr(GBytes) torn = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  g_autoptr(GBytes) huge = make_png (8000, 8000);

  check_no_logo (nothing, damaged);
  check_no_logo (text, damaged);
  check_no_logo (torn, damaged);
  check_no_logo (huge, GINT_TO_POINTER (IK_IMPORTER_ERROR_TOO_LARGE));
  /* A decoder that was taken over may write what it wants. */
  with_reader ("#!/bin/sh\necho nonsense\n", check_no_logo, damaged);
  with_reader ("#!/bin/sh\nkill -SEGV $$\n", check_no_logo, damaged);
  with_reader ("#!/bin/sh\nprintf '\\211PNG\\r\\n\\032\\n\\0\\0\\0\\015IHDR\\0\\377\\0\\0\\0\\0\\0\\1'\n",
               check_no_logo, damaged);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/reader-process/reads", test_reads);
  g_test_add_func ("/importer/reader-process/draws", test_draws);
  g_test_add_func ("/importer/reader-process/draws-nothing", test_draws_nothing);
  g_test_add_func ("/importer/reader-process/lost", test_lost);
  g_test_add_func ("/importer/reader-process/tells-why-not", test_tells_why_not);
  g_test_add_func ("/importer/reader-process/too-large", test_too_large);
  g_test_add_func ("/importer/reader-process/dies", test_dies);
  g_test_add_func ("/importer/reader-process/not-installed", test_not_installed);
  g_test_add_func ("/importer/reader-process/cancelled", test_cancelled);
  g_test_add_func ("/importer/reader-process/late", test_late);
  g_test_add_func ("/importer/reader-process/floods", test_floods);
  g_test_add_func ("/importer/reader-process/needs-limits", test_needs_limits);
  g_test_add_func ("/importer/reader-process/logo", test_logo);
  g_test_add_func ("/importer/reader-process/no-logo", test_no_logo);

  return g_test_run ();
}
