#include "ik-pdf-font.h"

#include <string.h>

/**
 * IkPdfFonts:
 *
 * The fonts of a document, each with the words that were shaped in it: a
 * report says the same words on every page, and shaping is most of the work.
 * For one thread at a time.
 */

struct _IkPdfFonts
{
  GObject parent_instance;

  PangoContext *context; /* (owned) */
  GHashTable   *fonts;   /* (owned) (element-type PangoFont IkPdfFont) */
  GPtrArray    *faces;   /* (owned) (element-type IkPdfFace) */
};

G_DEFINE_FINAL_TYPE (IkPdfFonts, ik_pdf_fonts, G_TYPE_OBJECT)

static void
font_free (IkPdfFont *self)
{
  g_hash_table_unref (self->words);
  g_object_unref (self->pango);
  g_free (self);
}

static void
ik_pdf_fonts_finalize (GObject *object)
{
  IkPdfFonts *self = IK_PDF_FONTS (object);

  g_clear_pointer (&self->fonts, g_hash_table_unref);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ik_pdf_fonts_parent_class)->finalize (object);
}

static void
ik_pdf_fonts_class_init (IkPdfFontsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_pdf_fonts_finalize;
}

static void
ik_pdf_fonts_init (IkPdfFonts *self)
{
  self->fonts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) font_free);
  self->faces = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pdf_face_free);
}

/**
 * ik_pdf_fonts_new:
 * @context: where they come from
 *
 * Returns: (transfer full): no fonts yet
 */
IkPdfFonts *
ik_pdf_fonts_new (PangoContext *context)
{
  IkPdfFonts *self = g_object_new (IK_TYPE_PDF_FONTS, NULL);

  self->context = g_object_ref (context);

  return self;
}

/**
 * ik_pdf_fonts_get_context:
 * @self: fonts
 *
 * Returns: (transfer none): where they come from
 */
PangoContext *
ik_pdf_fonts_get_context (IkPdfFonts *self)
{
  return self->context;
}

/**
 * ik_pdf_fonts_get_faces:
 * @self: fonts
 *
 * Returns: (transfer none) (element-type IkPdfFace): what was used, in the
 *   order of their indices
 */
GPtrArray *
ik_pdf_fonts_get_faces (IkPdfFonts *self)
{
  return self->faces;
}

static IkPdfFace *
find_face (IkPdfFonts *self,
           hb_font_t  *font)
{
  for (guint i = 0; i < self->faces->len; i++)
    {
      if (ik_pdf_face_is_of (self->faces->pdata[i], font))
        return self->faces->pdata[i];
    }

  g_ptr_array_add (self->faces, ik_pdf_face_new (font, self->faces->len));
  return self->faces->pdata[self->faces->len - 1];
}

/* Where a family has no slanted font, fontconfig shears an upright one. */
static double
find_slant (PangoFont                  *font,
            const PangoFontDescription *description)
{
  cairo_scaled_font_t *scaled;
  cairo_matrix_t matrix;

  if (pango_font_description_get_style (description) == PANGO_STYLE_NORMAL)
    return 0;

  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  if (scaled == NULL)
    return 0;

  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  return ABS (matrix.yy) > 0 ? -matrix.xy / matrix.yy : 0;
}

static guint
hash_word (gconstpointer key)
{
  const IkPdfWord *word = key;
  guint hash = 5381;

  for (gsize i = 0; i < word->length; i++)
    hash = hash * 33 + (guint8) word->text[i];

  return hash;
}

static gboolean
is_same_word (gconstpointer one,
              gconstpointer other)
{
  const IkPdfWord *word = one;
  const IkPdfWord *other_word = other;

  return word->length == other_word->length &&
         memcmp (word->text, other_word->text, word->length) == 0;
}

static IkPdfFont *
create_font (IkPdfFonts *self,
             PangoFont  *pango)
{
  IkPdfFont *font = g_new0 (IkPdfFont, 1);
  PangoFontDescription *description = pango_font_describe_with_absolute_size (pango);
  hb_font_extents_t extents = { 0 };
  int scale = 0;

  font->pango = g_object_ref (pango);
  font->shaper = pango_font_get_hb_font (pango);
  font->face = find_face (self, font->shaper);
  /* Not the description's: fontconfig shrinks a font of pictures to size. */
  hb_font_get_scale (font->shaper, &scale, NULL);
  font->size = (double) scale / PANGO_SCALE;
  font->slant = find_slant (pango, description);
  hb_font_get_h_extents (font->shaper, &extents);
  font->ascent = extents.ascender;
  font->descent = -extents.descender;
  if (hb_font_get_nominal_glyph (font->shaper, ' ', &font->space.id))
    {
      font->space.advance = hb_font_get_glyph_h_advance (font->shaper, font->space.id);
      ik_pdf_face_learn (font->face, font->space.id, " ", 1);
    }
  font->words = g_hash_table_new_full (hash_word, is_same_word, NULL, g_free);
  pango_font_description_free (description);

  return font;
}

/**
 * ik_pdf_fonts_find:
 * @self: fonts
 * @font: one of Pango's
 *
 * Returns: (transfer none): the same
 */
IkPdfFont *
ik_pdf_fonts_find (IkPdfFonts *self,
                   PangoFont  *font)
{
  IkPdfFont *found = g_hash_table_lookup (self->fonts, font);

  if (found == NULL)
    {
      found = create_font (self, font);
      g_hash_table_insert (self->fonts, font, found);
    }

  return found;
}

/**
 * ik_pdf_fonts_load:
 * @self: fonts
 * @description: which
 *
 * Returns: (transfer none) (nullable): the font that comes first
 */
IkPdfFont *
ik_pdf_fonts_load (IkPdfFonts                 *self,
                   const PangoFontDescription *description)
{
  g_autoptr(PangoFont) font = pango_context_load_font (self->context, description);

  return font != NULL ? ik_pdf_fonts_find (self, font) : NULL;
}
