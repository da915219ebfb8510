#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * IkPdfLayout:
 * @text: (owned): the text, lines apart by line feeds
 * @places: (owned) (array length=n_places): where each of its characters stands
 * @n_places: number of them
 * @looks: (owned) (element-type PopplerTextAttributes): how it looks, in order
 * @rtl: whether most of it reads from right to left
 *
 * The text of a page with the place and look of each character.
 */
typedef struct
{
  char             *text;
  PopplerRectangle *places;
  guint             n_places;
  GList            *looks;
  gboolean          rtl;
} IkPdfLayout;

gboolean ik_pdf_layout_read  (IkPdfLayout *self,
                              PopplerPage *page);
void     ik_pdf_layout_clear (IkPdfLayout *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkPdfLayout, ik_pdf_layout_clear)

G_END_DECLS
