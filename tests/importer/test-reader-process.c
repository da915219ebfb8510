#include <glib/gstdio.h>
#include <string.h>

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

/* Programs that do what the reader may do when a document breaks it. */
static void
run_as_reader (const char      *script,
               IkImporterError  code)
{
  g_autoptr(GBytes) bytes = make_document ();
  g_autofree char *folder = g_dir_make_tmp ("ik-reader-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "reader", NULL);
  g_autofree char *real = g_strdup (g_getenv ("IK_READER"));

  g_assert_true (g_file_set_contents (program, script, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_setenv ("IK_READER", program, TRUE);
  assert_fails (bytes, IK_DOCUMENT_KIND_DOCX, code);
  g_setenv ("IK_READER", real != NULL ? real : "", TRUE);
  g_unlink (program);
  g_rmdir (folder);
}

static void
test_dies (void)
{
  run_as_reader ("#!/bin/sh\nkill -SEGV $$\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\necho Why?; kill -XCPU $$\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\nexit 1\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\necho nonsense\n", IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\nprintf 'kind: json\\ntitle: \\nauthor: \\nlanguage: \\n\\nx'\n",
                 IK_IMPORTER_ERROR_DAMAGED);
  run_as_reader ("#!/bin/sh\nprintf 'error 99\\nx'; exit 1\n", IK_IMPORTER_ERROR_DAMAGED);
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
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = make_document ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ik-reader-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "reader", NULL);
  g_autofree char *real = g_strdup (g_getenv ("IK_READER"));
  GThread *thread;

  g_assert_true (g_file_set_contents (program, "#!/bin/sh\nexec sleep 100\n", -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_setenv ("IK_READER", program, TRUE);
  thread = g_thread_new ("cancel", cancel_thread, cancellable);
  g_assert_null (ik_reader_process_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_setenv ("IK_READER", real != NULL ? real : "", TRUE);
  g_unlink (program);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/reader-process/reads", test_reads);
  g_test_add_func ("/importer/reader-process/tells-why-not", test_tells_why_not);
  g_test_add_func ("/importer/reader-process/too-large", test_too_large);
  g_test_add_func ("/importer/reader-process/dies", test_dies);
  g_test_add_func ("/importer/reader-process/not-installed", test_not_installed);
  g_test_add_func ("/importer/reader-process/cancelled", test_cancelled);

  return g_test_run ();
}
