/* Reads bytes as a document of the kind that the build names, in this process,
 * and what is handed over by the one that does it otherwise. */

#include "ik-document-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "fuzz", IK_FUZZ_KIND, &error);
  g_autoptr(IkDocumentText) claimed = ik_document_text_from_bytes (bytes);

  g_assert_true (claimed == NULL || claimed->kind <= IK_DOCUMENT_KIND_TEXT);
  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    {
      g_autoptr(GBytes) handed = ik_document_text_to_bytes (text);
      g_autoptr(IkDocumentText) taken = ik_document_text_from_bytes (handed);

      g_assert_cmpstr (taken->text, ==, text->text);
    }

  return 0;
}
