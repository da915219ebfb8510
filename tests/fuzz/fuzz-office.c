/* Reads bytes as the text of an ODT or a DOCX: they stand in an archive as they
 * are, for no fuzzer finds its way through checksums. What follows a NUL is the
 * next member. */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "ik-document-text.h"

#define ROOM 100000

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static const char *const members[] = {
  "word/document.xml", "content.xml", "word/styles.xml", "styles.xml", "word/numbering.xml",
};

static GBytes *
make_archive (const guint8 *data,
              gsize         size)
{
  struct archive *archive = archive_write_new ();
  g_autofree char *buffer = g_malloc (ROOM);
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, buffer, ROOM, &used);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const guint8 *end = memchr (data, '\0', size);
      gsize length = end != NULL ? (gsize) (end - data) : size;
      struct archive_entry *entry;

      if (length == 0)
        break;
      entry = archive_entry_new ();
      archive_entry_set_pathname (entry, members[i]);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (gint64) length);
      archive_write_header (archive, entry);
      archive_write_data (archive, data, length);
      archive_entry_free (entry);
      if (i % 2 == 0) /* the document and its styles are both formats' */
        continue;
      data += MIN (length + 1, size);
      size -= MIN (length + 1, size);
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new (buffer, used);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = make_archive (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "fuzz", IK_FUZZ_KIND, &error);

  g_assert_true ((text == NULL) == (error != NULL));

  return 0;
}
