#include "ik-pdf-alternatives.h"

#include <string.h>

#define FIGURE "<< /Type /StructElem\n   /S /Figure\n"
#define DICTIONARY "<< "
#define TRAILER "trailer\n<< "
#define START_XREF "startxref\n"

/* Digits of a number and " 0 obj\n". */
#define HEAD_SIZE 32

/* Pointers into a document as it was before anything was added to it. */
typedef struct
{
  guint       number;
  const char *start; /* of its dictionary */
  gsize       size;  /* to the end of the object */
} Element;

static const char *
find (GByteArray *pdf,
      const char *from, /* nullable */
      const char *text)
{
  const char *start = from != NULL ? from : (const char *) pdf->data;

  return memmem (start, (gsize) ((const char *) pdf->data + pdf->len - start), text,
                 strlen (text));
}

static const char *
find_last (GByteArray *pdf,
           const char *text)
{
  const char *last = NULL;

  for (const char *next = find (pdf, NULL, text); next != NULL; next = find (pdf, next + 1, text))
    last = next;

  return last;
}

/* "12 0 obj\n" stands right before the dictionary. */
static guint
read_number (GByteArray *pdf,
             const char *dictionary)
{
  gsize before = (gsize) (dictionary - (const char *) pdf->data);
  g_autofree char *head = g_strndup (dictionary - MIN (before, HEAD_SIZE),
                                     MIN (before, HEAD_SIZE));
  const char *line;

  if (!g_str_has_suffix (head, " 0 obj\n"))
    return 0;

  head[strlen (head) - strlen (" 0 obj\n")] = '\0';
  line = strrchr (head, '\n');

  return line != NULL ? (guint) g_ascii_strtoull (line + 1, NULL, 10) : 0;
}

/* In the order of the structure, which is that of the pages. */
static GArray *
find_figures (GByteArray *pdf)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Element));

  for (const char *start = find (pdf, NULL, FIGURE);
       start != NULL;
       start = find (pdf, start + 1, FIGURE))
    {
      const char *end = find (pdf, start, "endobj\n");
      Element figure = { read_number (pdf, start), start, 0 };

      if (figure.number == 0 || end == NULL)
        continue;
      figure.size = (gsize) (end - start) + strlen ("endobj\n");
      g_array_append_val (figures, figure);
    }

  return figures;
}

/* As UTF-16, in hexadecimal digits. */
static void
append_text (GString    *out,
             const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

/* Each again with what it lacked, and where that stands. */
static void
append_figures (GString    *out,
                GString    *table,
                GByteArray *pdf,
                GArray     *figures,
                GPtrArray  *texts)
{
  g_string_append (table, "xref\n");
  for (guint i = 0; i < figures->len; i++)
    {
      const Element *figure = &g_array_index (figures, Element, i);

      g_string_append_printf (table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", figure->number,
                              pdf->len + out->len);
      g_string_append_printf (out, "%u 0 obj\n" DICTIONARY "/Alt ", figure->number);
      append_text (out, texts->pdata[i]);
      g_string_append (out, "\n   ");
      g_string_append_len (out, figure->start + strlen (DICTIONARY),
                           (gssize) (figure->size - strlen (DICTIONARY)));
    }
}

/**
 * ik_pdf_add_alternatives:
 * @pdf: a document as cairo writes it
 * @texts: (element-type utf8): what stands for each figure, in their order
 *
 * Gives the figures of a document's structure their texts, for who can't see
 * them. cairo 1.16 takes such a text and doesn't write it. They are appended as
 * PDF has it for changes of a document, so that nothing in it moves. A document
 * of another shape, as a later cairo may write it, is left alone.
 *
 * Returns: whether all have theirs
 */
gboolean
ik_pdf_add_alternatives (GByteArray *pdf,
                         GPtrArray  *texts)
{
  g_autoptr(GArray) figures = find_figures (pdf);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GString) table = g_string_new (NULL);
  const char *trailer = find_last (pdf, TRAILER);
  const char *xref = find_last (pdf, START_XREF);

  if (trailer == NULL || xref == NULL || xref < trailer || figures->len != texts->len)
    return FALSE;

  append_figures (out, table, pdf, figures, texts);
  g_string_append_printf (table, TRAILER "/Prev %" G_GUINT64_FORMAT "\n   ",
                          g_ascii_strtoull (xref + strlen (START_XREF), NULL, 10));
  g_string_append_len (table, trailer + strlen (TRAILER),
                       xref - trailer - (gssize) strlen (TRAILER));
  g_string_append_printf (table, START_XREF "%" G_GSIZE_FORMAT "\n%%%%EOF\n", pdf->len + out->len);

  g_byte_array_append (pdf, (const guint8 *) out->str, (guint) out->len);
  g_byte_array_append (pdf, (const guint8 *) table->str, (guint) table->len);
  return TRUE;
}
