/* Corrects the draft of a document: each four bytes up to the first that give
 * no correction are one, the rest is the document. */

#include "ik-importer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GPtrArray) corrections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_correction_free);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(IkDocument) document = NULL;
  g_autoptr(IkPack) pack = NULL;

  for (; size >= 4 && data[0] < IK_CORRECTION_EDIT && data[1] <= IK_ROLE_UNKNOWN; data += 4, size -= 4)
    g_ptr_array_add (corrections, ik_correction_new (data[0], data[2] + data[3] * 256u, data[1]));

  bytes = g_bytes_new (data, size);
  document = ik_document_open (bytes, "fuzz", IK_DOCUMENT_KIND_MARKDOWN, NULL, NULL);
  if (document != NULL)
    {
      pack = ik_importer_draft (document, corrections, NULL, NULL);
      g_assert_nonnull (pack);
    }

  return 0;
}
