#include "ik-pdf-language.h"

#include <string.h>

#define START_XREF "startxref\n"
#define CATALOG "<< /Type /Catalog\n"

/* "startxref", its number and "%%EOF" take less. */
#define TAIL_SIZE 64

/* The catalog that cairo writes is about 150 bytes long. */
#define CATALOG_SIZE 1024

static const char *
find_tail (GByteArray *pdf)
{
  gsize size = MIN (pdf->len, TAIL_SIZE);

  return memmem (pdf->data + pdf->len - size, size, START_XREF, strlen (START_XREF));
}

/* The catalog has to be the object right before the table: then no offset in
 * the table changes when it grows. */
static const char *
find_catalog (GByteArray *pdf,
              guint64     xref)
{
  const char *xref_start = (const char *) pdf->data + xref;
  gsize size = MIN (xref, CATALOG_SIZE);
  const char *catalog = memmem (xref_start - size, size, CATALOG, strlen (CATALOG));

  if (catalog == NULL || memmem (catalog, (gsize) (xref_start - catalog), " obj", 4) != NULL)
    return NULL;

  return catalog + strlen (CATALOG);
}

/**
 * ik_pdf_add_language:
 * @pdf: a document as cairo writes it
 * @language: a BCP 47 tag
 *
 * Says in a document's catalog which language it is in, so that a screen
 * reader speaks it right, and asks for its title in the title bar. cairo 1.16
 * can write neither. A document of another shape, as a later cairo may write
 * it, is left alone.
 *
 * Returns: whether it was said
 */
gboolean
ik_pdf_add_language (GByteArray *pdf,
                     const char *language)
{
  g_autofree char *entries = g_strdup_printf ("   /Lang (%s)\n"
                                              "   /ViewerPreferences << /DisplayDocTitle true >>\n",
                                              language);
  const char *tail = find_tail (pdf);
  const char *catalog;
  g_autofree char *end = NULL;
  g_autofree guint8 *rest = NULL;
  gsize head_size;
  gsize rest_size;
  guint64 xref;

  if (tail == NULL)
    return FALSE;

  xref = g_ascii_strtoull (tail + strlen (START_XREF), NULL, 10);
  catalog = xref < pdf->len ? find_catalog (pdf, xref) : NULL;
  if (catalog == NULL)
    return FALSE;

  head_size = (gsize) (catalog - (const char *) pdf->data);
  rest_size = (gsize) (tail - catalog);
  rest = g_memdup2 (catalog, rest_size);
  end = g_strdup_printf (START_XREF "%" G_GUINT64_FORMAT "\n%%%%EOF\n", xref + strlen (entries));

  g_byte_array_set_size (pdf, (guint) head_size);
  g_byte_array_append (pdf, (const guint8 *) entries, (guint) strlen (entries));
  g_byte_array_append (pdf, rest, (guint) rest_size);
  g_byte_array_append (pdf, (const guint8 *) end, (guint) strlen (end));

  return TRUE;
}
