#include "ik-pdf-face.h"

#include <hb-ot.h>
#include <string.h>

static gboolean
has_table (hb_face_t *face,
           hb_tag_t   tag)
{
  hb_blob_t *table = hb_face_reference_table (face, tag);
  gboolean has_some = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return has_some;
}

static IkPdfFaceKind
find_kind (hb_face_t *face)
{
  if (hb_ot_var_get_axis_count (face) > 0 ||
      hb_ot_color_has_png (face) || hb_ot_color_has_layers (face) || hb_ot_color_has_svg (face))
    return IK_PDF_FACE_DRAWN;
  if (has_table (face, HB_TAG ('g', 'l', 'y', 'f')))
    return IK_PDF_FACE_TRUE_TYPE;

  return has_table (face, HB_TAG ('C', 'F', 'F', ' ')) ? IK_PDF_FACE_CFF : IK_PDF_FACE_DRAWN;
}

/**
 * ik_pdf_face_new:
 * @font: a font of any size
 * @index: which of a document's fonts it is
 *
 * Returns: (transfer full): the font without its size
 */
IkPdfFace *
ik_pdf_face_new (hb_font_t *font,
                 guint      index)
{
  IkPdfFace *self = g_new0 (IkPdfFace, 1);
  hb_face_t *face = hb_font_get_face (font);
  guint n_coords = 0;
  const int *coords = hb_font_get_var_coords_normalized (font, &n_coords);

  self->kind = find_kind (face);
  self->index = index;
  self->font = hb_font_create (face);
  if (n_coords > 0)
    hb_font_set_var_coords_normalized (self->font, coords, n_coords);
  self->units = hb_face_get_upem (face);
  self->n_glyphs = hb_face_get_glyph_count (face);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

/**
 * ik_pdf_face_free:
 * @self: (transfer full): a font
 */
void
ik_pdf_face_free (IkPdfFace *self)
{
  hb_font_destroy (self->font);
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * ik_pdf_face_is_of:
 * @self: a font
 * @font: a font of some size
 *
 * Returns: whether both draw the same glyphs
 */
gboolean
ik_pdf_face_is_of (IkPdfFace *self,
                   hb_font_t *font)
{
  guint n_own = 0;
  guint n_other = 0;
  const int *own = hb_font_get_var_coords_normalized (self->font, &n_own);
  const int *other = hb_font_get_var_coords_normalized (font, &n_other);

  return hb_font_get_face (self->font) == hb_font_get_face (font) && n_own == n_other &&
         (n_own == 0 || memcmp (own, other, n_own * sizeof *own) == 0);
}

/**
 * ik_pdf_face_learn:
 * @self: a font
 * @glyph: one of its glyphs
 * @text: what it stands for here
 * @length: bytes of @text
 *
 * The first text that a glyph stands for is what a reader of the document
 * finds in its place.
 *
 * Returns: whether that is @text
 */
gboolean
ik_pdf_face_learn (IkPdfFace  *self,
                   guint       glyph,
                   const char *text,
                   gsize       length)
{
  const char *known = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (glyph));

  if (known != NULL)
    return strlen (known) == length && memcmp (known, text, length) == 0;

  g_hash_table_insert (self->texts, GUINT_TO_POINTER (glyph), g_strndup (text, length));
  return TRUE;
}
