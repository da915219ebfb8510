#include <string.h>

#include "ik-encoding.h"
#include "ik-importer.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gssize      size;     /* -1 for up to the first NUL */
  const char *text;     /* NULL where an error is expected */
  int         code;
} Case;

static const Case cases[] = {
  { "utf-8", "Fähig?\n", -1, "Fähig?\n", 0 },
  { "utf-8-bom", "\xef\xbb\xbfWhy?", -1, "Why?", 0 },
  { "utf-16-le", "\xff\xfeW\0h\0y\0?\0", 10, "Why?", 0 },
  { "utf-16-be", "\xfe\xff\0W\0h\0y\0?", 10, "Why?", 0 },
  { "utf-16-le-without-mark", "W\0h\0y\0 \0i\0t\0?\0", 14, "Why it?", 0 },
  { "utf-16-be-without-mark", "\0W\0h\0y\0\n\0i\0t\0?", 14, "Why\nit?", 0 },
  { "utf-16-chinese-without-mark", "\xc0\x4e\x48\x4e\n\0\x36\x83", 8, "什么\n茶", 0 },
  { "utf-16-both-orders", "W\0 \0\0 \0h", 8, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "utf-16-odd-without-mark", "W\0 \0h", 5, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "utf-16-odd", "\xff\xfeW\0h", 5, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "utf-16-lone-surrogate", "\xff\xfe\x00\xd8W\0", 6, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "utf-16-nul", "\xff\xfeW\0\0\0", 6, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "windows-1252", "Caf\xe9 \x93quoted\x94", -1, "Café “quoted”", 0 },
  { "undefined-in-1252", "Caf\xe9 \x81\x8d", -1, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "mostly-high", "\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0", -1, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "binary", "\x7f" "ELF\x02\x01\x01\0\0\0", 10, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "nul", "Why\0not?", 8, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "nul-before-line-feed", "Why is it\0\n?", 12, NULL, IK_IMPORTER_ERROR_NOT_TEXT },
  { "empty", "", 0, NULL, IK_IMPORTER_ERROR_EMPTY },
  { "blank", " \t\r\n\n", -1, NULL, IK_IMPORTER_ERROR_EMPTY },
  { "only-bom", "\xef\xbb\xbf", -1, NULL, IK_IMPORTER_ERROR_EMPTY },
  { "crlf", "a\r\nb\r\n", -1, "a\nb\n", 0 },
  { "cr", "a\rb\r", -1, "a\nb\n", 0 },
  { "form-feed", "a\fb", -1, "a b", 0 },
  { "vertical-tab", "a\vb", -1, "a b", 0 },
  { "no-break-space", "a\u00a0b", -1, "a b", 0 },
  { "line-separator", "a\u2028b\u2029c", -1, "a b c", 0 },
  { "zero-width-space", "a\u200bb\ufeffc", -1, "abc", 0 },
  { "joiner-kept-inside", "می\u200cروم", -1, "می\u200cروم", 0 },
  { "mark-before-line", "\u200f- a\u200fb", -1, "- a\u200fb", 0 },
  { "override", "a\u202eb\u2066c", -1, "abc", 0 },
  { "control", "a\x01" "b", -1, "ab", 0 },
};

static void
test_decode (gconstpointer data)
{
  const Case *row = data;
  gsize size = row->size < 0 ? strlen (row->bytes) : (gsize) row->size;
  g_autoptr(GBytes) bytes = g_bytes_new_static (row->bytes, size);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ik_encoding_decode (bytes, "list.txt", &error);

  if (row->text != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, row->text);
      return;
    }
  g_assert_null (text);
  g_assert_error (error, IK_IMPORTER_ERROR, row->code);
  g_assert_nonnull (strstr (error->message, "list.txt"));
}

static void
test_too_large (void)
{
  g_autofree char *data = g_malloc0 (IK_IMPORTER_MAX_BYTES + 1);
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, IK_IMPORTER_MAX_BYTES + 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ik_encoding_decode (bytes, "big.txt", &error);

  g_assert_null (text);
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/encoding/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_decode);
    }
  g_test_add_func ("/importer/encoding/too-large", test_too_large);

  return g_test_run ();
}
