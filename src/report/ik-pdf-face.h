#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/* How the glyphs of a font get into a document. */
typedef enum
{
  IK_PDF_FACE_TRUE_TYPE, /* as a subset of its file */
  IK_PDF_FACE_CFF,       /* the same, with the other kind of outlines */
  IK_PDF_FACE_DRAWN,     /* one by one: variable fonts and pictures */
} IkPdfFaceKind;

/**
 * IkPdfFace:
 * @kind: how its glyphs get into a document
 * @index: which of a document's fonts it is, from 0
 * @font: (owned): at one unit of the font per unit
 * @units: units per em
 * @n_glyphs: how many it has
 * @texts: (owned) (element-type guint utf8): what a glyph stands for
 *
 * One font, whatever its size. What a glyph stands for belongs to the thread
 * that sets the words.
 */
typedef struct
{
  IkPdfFaceKind  kind;
  guint          index;
  hb_font_t     *font;
  guint          units;
  guint          n_glyphs;
  GHashTable    *texts;
} IkPdfFace;

IkPdfFace *ik_pdf_face_new        (hb_font_t  *font,
                                   guint       index);
void       ik_pdf_face_free       (IkPdfFace  *self);
gboolean   ik_pdf_face_is_of      (IkPdfFace  *self,
                                   hb_font_t  *font);
gboolean   ik_pdf_face_learn      (IkPdfFace  *self,
                                   guint       glyph,
                                   const char *text,
                                   gsize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPdfFace, ik_pdf_face_free)

G_END_DECLS
