#include "ik-pdf-embedding-private.h"

#include "ik-pdf-text.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

/* Glyphs keep their numbers, which are the codes on the pages (ISO 32000-1,
 * 9.7.4): the pages are written before it is known which glyphs there are. */

/* Signs of its own rather than the letters of a standard; upright stems of a
 * usual weight. Readers need both only where the font is missing. */
#define FLAGS 4
#define STEM 80

static hb_blob_t *
create_subset (IkPdfEmbedding *self)
{
  static const hb_tag_t unneeded[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('J', 'S', 'T', 'F'), HB_TAG ('D', 'S', 'I', 'G'),
    HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('M', 'A', 'T', 'H'), HB_TAG ('S', 'T', 'A', 'T'),
    HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('p', 'o', 's', 't'),
    HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('O', 'S', '/', '2'), HB_TAG ('c', 'm', 'a', 'p'),
    HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('h', 'd', 'm', 'x'), HB_TAG ('V', 'D', 'M', 'X'),
    HB_TAG ('m', 'e', 't', 'a'), HB_TAG ('F', 'F', 'T', 'M'), HB_TAG ('p', 'r', 'o', 'p'),
  };
  hb_face_t *face = hb_font_get_face (self->face->font);
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *subset;
  hb_blob_t *blob;

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
                             HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_union (hb_subset_input_glyph_set (input), self->used);
  for (guint i = 0; i < G_N_ELEMENTS (unneeded); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), unneeded[i]);

  subset = hb_subset_or_fail (face, input);
  hb_subset_input_destroy (input);
  if (subset == NULL)
    return hb_face_reference_blob (face);

  blob = self->face->kind == IK_PDF_FACE_CFF
         ? hb_face_reference_table (subset, HB_TAG ('C', 'F', 'F', ' '))
         : hb_face_reference_blob (subset);
  hb_face_destroy (subset);

  return blob;
}

/* Six letters that tell this subset from others, then the font's name. */
static char *
make_name (IkPdfEmbedding *self,
           GBytes         *file)
{
  hb_face_t *face = hb_font_get_face (self->face->font);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, file);
  char name[64] = "";
  guint size = sizeof name;
  char tag[7] = "";

  hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  for (char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '-')
        *at = '-';
    }

  for (guint i = 0; i < 6; i++)
    tag[i] = (char) ('A' + g_ascii_xdigit_value (sum[i]));

  return g_strdup_printf ("%s+%s", tag, *name != '\0' ? name : "Font");
}

static int
to_thousandths (IkPdfEmbedding *self,
                double          units)
{
  return (int) (units * 1000 / self->face->units);
}

static guint
put_descriptor (IkPdfEmbedding *self,
                IkPdfFile      *file,
                const char     *name,
                guint           stream)
{
  gboolean is_cff = self->face->kind == IK_PDF_FACE_CFF;
  guint object = ik_pdf_file_reserve (file);
  hb_font_extents_t extents = { 0 };
  g_autofree char *text = NULL;
  int ascent;
  int descent;

  hb_font_get_h_extents (self->face->font, &extents);
  ascent = to_thousandths (self, extents.ascender);
  descent = to_thousandths (self, extents.descender);
  text = g_strdup_printf ("<< /Type /FontDescriptor /FontName /%s /Flags %d "
                          "/FontBBox [-1000 %d 3000 %d] /ItalicAngle %d /Ascent %d /Descent %d "
                          "/CapHeight %d /StemV %d /FontFile%d %u 0 R >>", name, FLAGS,
                          MIN (descent, -500), MAX (ascent, 1000),
                          (int) hb_style_get_value (self->face->font, HB_STYLE_TAG_SLANT_ANGLE),
                          ascent, descent, ascent, STEM, is_cff ? 3 : 2, stream);
  ik_pdf_file_put_object (file, object, text, strlen (text));

  return object;
}

static GArray *
list_glyphs (IkPdfEmbedding *self)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (guint));
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (self->used, &glyph))
    {
      guint value = glyph;

      g_array_append_val (glyphs, value);
    }

  return glyphs;
}

static guint
put_descendant (IkPdfEmbedding *self,
                IkPdfFile      *file,
                GArray         *glyphs,
                const char     *name,
                guint           descriptor)
{
  gboolean is_cff = self->face->kind == IK_PDF_FACE_CFF;
  guint object = ik_pdf_file_reserve (file);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "<< /Type /Font /Subtype /CIDFontType%d /BaseFont /%s "
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                   "/FontDescriptor %u 0 R /DW 0 %s/W [", is_cff ? 0 : 2, name, descriptor,
                   is_cff ? "" : "/CIDToGIDMap /Identity ");
  for (guint i = 0; i < glyphs->len; i++)
    {
      guint glyph = g_array_index (glyphs, guint, i);

      g_string_append_printf (text, "%u [%d] ", glyph, self->widths[glyph]);
    }
  g_string_append (text, "] >>");
  ik_pdf_file_put_object (file, object, text->str, text->len);

  return object;
}

static GBytes *
take_bytes (hb_blob_t *blob)
{
  guint length;
  const char *data = hb_blob_get_data (blob, &length);

  return g_bytes_new_with_free_func (data, length, (GDestroyNotify) hb_blob_destroy, blob);
}

/*< private >
 * ik_pdf_embedding_put_subset:
 * @self: what is taken of a font with a file of outlines
 * @file: where to
 * @font: number of the font
 */
void
ik_pdf_embedding_put_subset (IkPdfEmbedding *self,
                             IkPdfFile      *file,
                             guint           font)
{
  guint stream = ik_pdf_file_reserve (file);
  g_autoptr(GBytes) data = take_bytes (create_subset (self));
  g_autoptr(GArray) glyphs = list_glyphs (self);
  g_autofree char *name = make_name (self, data);
  g_autofree char *entries = self->face->kind == IK_PDF_FACE_CFF
                             ? g_strdup ("/Subtype /CIDFontType0C")
                             : g_strdup_printf ("/Length1 %" G_GSIZE_FORMAT,
                                                g_bytes_get_size (data));
  g_autofree char *text = NULL;
  guint descendant;

  ik_pdf_file_put_stream (file, stream, entries, data, TRUE);
  descendant = put_descendant (self, file, glyphs, name,
                               put_descriptor (self, file, name, stream));
  text = g_strdup_printf ("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "
                          "/DescendantFonts [%u 0 R] /ToUnicode %u 0 R >>", name, descendant,
                          ik_pdf_embedding_put_texts (self, file, glyphs, 2));
  ik_pdf_file_put_object (file, font, text, strlen (text));
}
