#pragma once

#include "ik-pdf-face.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * IkPdfGlyph:
 * @id: number in its font
 * @advance: to the next glyph, in Pango's units
 * @x_offset: where it is drawn
 * @y_offset: the same, down
 */
typedef struct
{
  guint32 id;
  int     advance;
  int     x_offset;
  int     y_offset;
} IkPdfGlyph;

/**
 * IkPdfFont:
 * @face: (unowned): the font without its size
 * @pango: (owned): the same for Pango
 * @shaper: (owned): the same for HarfBuzz
 * @size: in points
 * @slant: how far an upright font is sheared to look slanted
 * @ascent: above the base line, in Pango's units
 * @descent: below it
 * @space: a space; without a number where the font has none
 * @words: (owned) (element-type IkPdfWord): those that were shaped
 *
 * A font of a size.
 */
typedef struct
{
  IkPdfFace  *face;
  PangoFont  *pango;
  hb_font_t  *shaper;
  double      size;
  double      slant;
  int         ascent;
  int         descent;
  IkPdfGlyph  space;
  GHashTable *words;
} IkPdfFont;

/**
 * IkPdfWord:
 * @text: what was shaped
 * @length: bytes of @text
 * @n_glyphs: how many it takes
 * @width: sum of their advances, in Pango's units
 * @glyphs: one for each character, in their order
 * @breaks: (nullable): for each glyph, whether a line may end after it; %NULL
 *   where none may
 */
typedef struct
{
  const char       *text;
  gsize             length;
  guint             n_glyphs;
  int               width;
  const IkPdfGlyph *glyphs;
  const guint8     *breaks;
} IkPdfWord;

#define IK_TYPE_PDF_FONTS (ik_pdf_fonts_get_type ())
G_DECLARE_FINAL_TYPE (IkPdfFonts, ik_pdf_fonts, IK, PDF_FONTS, GObject)

IkPdfFonts      *ik_pdf_fonts_new       (PangoContext               *context);
PangoContext    *ik_pdf_fonts_get_context (IkPdfFonts               *self);
GPtrArray       *ik_pdf_fonts_get_faces (IkPdfFonts                 *self);
IkPdfFont       *ik_pdf_fonts_load      (IkPdfFonts                 *self,
                                         const PangoFontDescription *description);
IkPdfFont       *ik_pdf_fonts_find      (IkPdfFonts                 *self,
                                         PangoFont                  *font);

const IkPdfWord *ik_pdf_font_shape      (IkPdfFont                  *self,
                                         const char                 *text,
                                         gsize                       length);
void             ik_pdf_font_forget     (IkPdfFont                  *self);

G_END_DECLS
