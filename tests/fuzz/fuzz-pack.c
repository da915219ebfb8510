/* Reads bytes as a pack file of each kind, and what they hold once more. */

#include "ik-pack-csv.h"
#include "ik-pack-json.h"
#include "ik-pack-markdown.h"

/* What was read from Markdown comes back from it, and what it says as a table
 * is a table. */
static void
read_texts (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_pack_from_markdown (bytes, &error);
  g_autoptr(IkPack) table = ik_pack_from_csv (bytes, "Fuzz", NULL);

  g_assert_true ((pack == NULL) == (error != NULL));
  if (pack != NULL)
    {
      g_autoptr(GBytes) written = ik_pack_to_markdown (pack);
      g_autoptr(GBytes) csv = ik_pack_to_csv (pack);
      g_autoptr(IkPack) again = NULL;

      g_clear_error (&error);
      again = ik_pack_from_markdown (written, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ik_pack_count_questions (pack), ==, ik_pack_count_questions (again));
      g_assert_true (ik_pack_is_csv_in_bytes (csv));
    }
  if (table != NULL)
    {
      g_autoptr(GBytes) csv = ik_pack_to_csv (table);

      g_assert_true (ik_pack_is_csv_in_bytes (csv));
    }
}

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, &error);

  read_texts (bytes);
  g_assert_true ((pack == NULL) == (error != NULL));
  if (pack != NULL)
    {
      g_autoptr(GBytes) written = ik_pack_to_bytes (pack);
      g_autoptr(IkPack) again = ik_pack_from_bytes (written, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ik_pack_count_questions (pack), ==, ik_pack_count_questions (again));
    }

  return 0;
}
