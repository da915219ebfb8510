#include "ik-pdf-embedding-private.h"

#include "ik-pdf-text.h"

/**
 * IkPdfEmbedding:
 *
 * What a document takes of a font: the glyphs on its pages, how wide they are
 * and what they stand for.
 */

/* A drawn font has codes of one byte. */
#define PART_SIZE 256

/* More are not allowed in one list of what codes stand for. */
#define MAX_TEXTS 100

/**
 * ik_pdf_embedding_new:
 * @face: a font; has to live longer
 *
 * Returns: (transfer full): nothing of it yet
 */
IkPdfEmbedding *
ik_pdf_embedding_new (IkPdfFace *face)
{
  IkPdfEmbedding *self = g_new0 (IkPdfEmbedding, 1);

  self->face = face;
  self->used = hb_set_create ();
  self->widths = g_new (gint16, face->n_glyphs);
  for (guint i = 0; i < face->n_glyphs; i++)
    self->widths[i] = -1;
  self->codes = g_hash_table_new (NULL, NULL);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * ik_pdf_embedding_free:
 * @self: (transfer full): what is taken of a font
 */
void
ik_pdf_embedding_free (IkPdfEmbedding *self)
{
  hb_set_destroy (self->used);
  g_free (self->widths);
  g_hash_table_unref (self->codes);
  g_array_unref (self->order);
  g_free (self);
}

static void
add_glyph (IkPdfEmbedding *self,
           guint           glyph)
{
  double width = hb_font_get_glyph_h_advance (self->face->font, glyph);

  self->widths[glyph] = (gint16) CLAMP (width * 1000 / self->face->units + 0.5, 0, G_MAXINT16);
  hb_set_add (self->used, glyph);
  if (self->face->kind == IK_PDF_FACE_DRAWN)
    {
      g_hash_table_insert (self->codes, GUINT_TO_POINTER (glyph),
                           GUINT_TO_POINTER (self->order->len));
      g_array_append_val (self->order, glyph);
    }
}

/**
 * ik_pdf_embedding_use:
 * @self: what is taken of a font
 * @glyph: one of its glyphs; 0 stands for those it doesn't have
 * @out_code: (out caller-allocates): how a page names it
 *
 * Takes a glyph.
 */
void
ik_pdf_embedding_use (IkPdfEmbedding *self,
                      guint           glyph,
                      IkPdfCode      *out_code)
{
  if (glyph >= self->face->n_glyphs)
    glyph = 0;
  if (self->widths[glyph] < 0)
    add_glyph (self, glyph);

  out_code->width = self->widths[glyph];
  if (self->face->kind == IK_PDF_FACE_DRAWN)
    {
      guint code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, GUINT_TO_POINTER (glyph)));

      out_code->part = code / PART_SIZE;
      out_code->code = code % PART_SIZE;
      out_code->n_bytes = 1;
    }
  else
    {
      out_code->part = 0;
      out_code->code = glyph;
      out_code->n_bytes = 2;
    }
}

static void
append_texts (GString        *out,
              IkPdfEmbedding *self,
              GArray         *glyphs,
              guint           n_bytes)
{
  guint from = 0;

  while (from < glyphs->len)
    {
      guint n = MIN (MAX_TEXTS, glyphs->len - from);

      g_string_append_printf (out, "%u beginbfchar\n", n);
      for (guint i = from; i < from + n; i++)
        {
          guint glyph = g_array_index (glyphs, guint, i);
          const char *text = g_hash_table_lookup (self->face->texts, GUINT_TO_POINTER (glyph));

          g_string_append_printf (out, n_bytes == 1 ? "<%02X> <" : "<%04X> <",
                                  n_bytes == 1 ? i : glyph);
          /* What is always said beside it stands for no letter by itself. */
          ik_pdf_append_units (out, text != NULL && *text != '\0' ? text : "\357\277\275");
          g_string_append (out, ">\n");
        }
      g_string_append (out, "endbfchar\n");
      from += n;
    }
}

/*< private >
 * ik_pdf_embedding_put_texts:
 * @self: what is taken of a font
 * @file: where to
 * @glyphs: (element-type guint): those of a font of the file
 * @n_bytes: of a code: with one it is the place in @glyphs, with two the glyph
 *
 * Returns: number of what the codes stand for
 */
guint
ik_pdf_embedding_put_texts (IkPdfEmbedding *self,
                            IkPdfFile      *file,
                            GArray         *glyphs,
                            guint           n_bytes)
{
  guint object = ik_pdf_file_reserve (file);
  GString *out = g_string_new ("/CIDInit /ProcSet findresource begin\n"
                               "12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
                               "/Supplement 0 >> def\n"
                               "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n");
  g_autoptr(GBytes) data = NULL;

  g_string_append (out, n_bytes == 1 ? "<00> <FF>\n" : "<0000> <FFFF>\n");
  g_string_append (out, "endcodespacerange\n");
  append_texts (out, self, glyphs, n_bytes);
  g_string_append (out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  data = g_string_free_to_bytes (out);
  ik_pdf_file_put_stream (file, object, "", data, TRUE);

  return object;
}

/**
 * ik_pdf_embedding_put:
 * @self: what is taken of a font
 * @file: where to
 * @resources: where the names of its fonts go
 *
 * Puts what was taken of a font.
 */
void
ik_pdf_embedding_put (IkPdfEmbedding *self,
                      IkPdfFile      *file,
                      GString        *resources)
{
  guint n_parts = self->face->kind == IK_PDF_FACE_DRAWN
                  ? (self->order->len + PART_SIZE - 1) / PART_SIZE : 1;

  if (hb_set_is_empty (self->used))
    return;

  for (guint i = 0; i < n_parts; i++)
    {
      guint font = ik_pdf_file_reserve (file);

      if (self->face->kind == IK_PDF_FACE_DRAWN)
        ik_pdf_embedding_put_drawn (self, file, font, i);
      else
        ik_pdf_embedding_put_subset (self, file, font);
      g_string_append_printf (resources, "/F%u.%u %u 0 R ", self->face->index, i, font);
    }
}
