/* Reads bytes as a document of the kind that the build names. */

#include "ik-importer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_importer_read (bytes, "fuzz", IK_FUZZ_KIND, NULL, &error);

  g_assert_true ((pack == NULL) == (error != NULL));

  return 0;
}
