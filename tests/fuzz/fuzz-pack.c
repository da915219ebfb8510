/* Reads bytes as a pack file, and what it holds once more. */

#include "ik-pack-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_pack_from_bytes (bytes, NULL, &error);

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
