#include <string.h>

#include "ik-archive.h"
#include "ik-importer.h"
#include "ik-test-archive.h"

static char *
read_all (IkArchive *archive)
{
  GString *text = g_string_new (NULL);
  char buffer[1000];
  gssize n;

  while ((n = ik_archive_read (archive, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);

  return g_string_free (text, FALSE);
}

static void
test_members (void)
{
  g_autoptr(GBytes) bytes = ik_test_archive_new ("a/b", "one", "c", "two", NULL);
  g_autoptr(IkArchive) archive = ik_archive_new (bytes, "x.zip");
  g_autofree char *second = NULL;
  g_autofree char *first = NULL;

  g_assert_true (ik_archive_open (archive, "c"));
  second = read_all (archive);
  g_assert_true (ik_archive_open (archive, "a/b"));
  first = read_all (archive);
  g_assert_false (ik_archive_open (archive, "b"));
  g_assert_true (ik_archive_check (archive, NULL));
  g_assert_false (ik_archive_is_broken (archive));
  g_assert_cmpstr (first, ==, "one");
  g_assert_cmpstr (second, ==, "two");
}

static void
assert_broken (GBytes     *bytes,
               const char *member)
{
  g_autoptr(IkArchive) archive = ik_archive_new (bytes, "x.odt");
  g_autoptr(GError) error = NULL;

  if (ik_archive_open (archive, member))
    g_free (read_all (archive));
  g_assert_true (ik_archive_is_broken (archive));
  g_assert_true (ik_archive_check (archive, &error));
  g_assert_no_error (error);
}

/* What stands before the damage can be read still, and after a look at it. */
static void
assert_read_before (GBytes *bytes)
{
  g_autoptr(IkArchive) archive = ik_archive_new (bytes, "x.odt");
  g_autofree char *text = NULL;

  g_assert_false (ik_archive_open (archive, "c"));
  g_assert_true (ik_archive_open (archive, "a"));
  text = read_all (archive);
  g_assert_cmpstr (text, ==, "one");
  g_assert_false (ik_archive_is_broken (archive));
}

static void
test_damaged (void)
{
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(GBytes) half = NULL;
  g_autoptr(GBytes) noise = g_bytes_new_static ("PK\x03\x04 and nothing", 16);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u", i * 2654435761u);
  whole = ik_test_archive_new ("a", "one", "b", text->str, "c", "two", NULL);
  half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  assert_broken (half, "b");
  assert_broken (half, "c");
  assert_read_before (half);
  assert_broken (noise, "a");
}

/* 60 MB of the same letter are 60 kB in the archive. */
static void
test_bomb (void)
{
  gsize size = 60 * 1024 * 1024;
  g_autofree char *text = g_malloc (size + 1);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(IkArchive) archive = NULL;
  g_autoptr(GError) error = NULL;

  memset (text, 'a', size);
  text[size] = '\0';
  bytes = ik_test_archive_new ("a", text, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100000);
  archive = ik_archive_new (bytes, "x.odt");
  g_assert_true (ik_archive_open (archive, "a"));
  g_free (read_all (archive));
  g_assert_false (ik_archive_check (archive, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "“x.odt”"));
  g_assert_false (ik_archive_open (archive, "a"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/archive/members", test_members);
  g_test_add_func ("/importer/archive/damaged", test_damaged);
  g_test_add_func ("/importer/archive/bomb", test_bomb);

  return g_test_run ();
}
