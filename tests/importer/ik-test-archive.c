#include "ik-test-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdarg.h>
#include <string.h>

#define ROOM (1 << 20)

static void
add_member (struct archive *archive,
            const char     *member,
            const char     *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, member);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (gint64) strlen (text));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text, strlen (text)), ==, strlen (text));
  archive_entry_free (entry);
}

/* Returns a ZIP archive of members: their paths and texts in turn, NULL last. */
GBytes *
ik_test_archive_new (const char *member,
                     ...)
{
  struct archive *archive = archive_write_new ();
  g_autofree char *buffer = g_malloc (ROOM);
  gsize size;
  va_list args;

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, ROOM, &size), ==, ARCHIVE_OK);
  va_start (args, member);
  for (; member != NULL; member = va_arg (args, const char *))
    add_member (archive, member, va_arg (args, const char *));
  va_end (args);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new (buffer, size);
}
